// What the policy costs per unit of each goal, and what is left of it after it has ended.
import { h, table } from "../dom.js";
import { data, scenario, t } from "../state.js";
import { csv_button } from "../csv.js";
import { defined } from "../definition.js";
import { exists, fixed, number, percent_level, short, style_of, unit_text } from "../format.js";
import { place } from "../names.js";

export const id = "cost";
export const wanted = () => scenario()?.cost_effectiveness?.length > 0 || scenario()?.persistence?.length > 0;

// Fieller's set: between two bounds, outside of them, or everything.
function ratio_text(ratio, unit = "yuan") {
  if (!ratio) return ["–", "–"];
  if (ratio.shape === "everything") return [short(ratio.value, unit), t("cost.everything")];
  const style = style_of(unit, false, [ratio.value, ratio.low, ratio.high], exists(ratio.low) ? (ratio.high - ratio.low) / 2 : ratio.value);
  const suffix = style.suffix;
  const bounds = { low: number(ratio.low, style) + suffix, high: number(ratio.high, style) + suffix };
  return [number(ratio.value, style) + suffix, t(ratio.shape === "outside" ? "cost.outside" : "interval", bounds)];
}

const columns = ["cost", "indicator", "by", "group", "total_cost", "gain", "unit", "value", "low", "high", "shape", "note"];
const values = (row) => columns.map((key) => (key in row ? row[key] : row.cost_per_unit?.[key]));

function effectiveness(rows) {
  if (!rows.length) return null;
  return [table([t("cost.goal"), { content: t("cost.of"), class: "" }, t("cost.total"), t("cost.gain"), t("cost.per_unit"), t("groups.interval", { level: percent_level(data.comparison.level) })],
    rows.map((row) => {
      const unit = row.unit.replace(/^yuan per /, "");
      const rate = unit === "1" && scenario().headline.some((r) => r.indicator === row.indicator && r.rate);
      const [value, bounds] = ratio_text(row.cost_per_unit);
      return [defined(row), { content: t(`cost.${row.cost === "fiscal_cost" ? "administrative" : "whole"}`), class: "" }, short(row.total_cost, "yuan"),
        rate ? `${fixed(100 * row.gain, 2)} ${t("unit.points")}` : `${short(row.gain)} ${unit === "1" ? "" : unit_text(unit)}`, value, bounds];
    }), { caption: t("cost.caption") }),
    h("p", { class: "note" }, t("cost.note")), h("div", { class: "actions" }, csv_button("cost", columns, () => rows.map(values)))];
}

function persistence(rows) {
  if (!rows.length) return null;
  const keys = ["indicator", "by", "group", "end_month", "during", "after", "share_left"];
  return [table([t("columns.name"), t("cost.end"), t("cost.during"), t("cost.after"), t("cost.left")],
    rows.map((row) => [defined(row), row.end_month, short(row.during.mean_difference), short(row.after.mean_difference), exists(row.share_left?.value) ? `${fixed(100 * row.share_left.value, 0)} %` : "–"]), { caption: t("cost.persistence") }),
    h("div", { class: "actions" }, csv_button("persistence", keys, () => rows.map((row) => keys.map((key) => row[key]?.mean_difference ?? (key === "share_left" ? row.share_left?.value : row[key])))))];
}

export const content = () => [effectiveness(scenario().cost_effectiveness), persistence(scenario().persistence)];
