// The figures at the chosen place, beside those of the reference.
import { h, table } from "../dom.js";
import { data, t } from "../state.js";
import { csv_button } from "../csv.js";
import { defined } from "../definition.js";
import { effect_texts, exists, number, percent_level, style_of } from "../format.js";
import { row_of } from "./sweep.js";

const e = data.explore;
const columns = ["scenario", "indicator", "by", "group", "unit", "how", "n", "mean_base", "mean_other", "mean_difference", "low", "high", "error"];

// How sure: the interval of what was run, the error of what is emulated.
function sureness(row, texts, emulated) {
  if (!emulated) return texts.interval;
  if (!exists(row.error)) return t("explore.not_checked");
  const style = style_of(row.unit, row.rate, [row.error]);
  return t("explore.plus_minus", { error: number(row.error, style) + (row.rate ? ` ${t("unit.points")}` : style.suffix) });
}

export function figures_table(s, at) {
  const emulated = at.kind === "emulated";
  const rows = e.indicators.map((_, i) => row_of(s, i, at));
  const name = s < 0 ? e.base : e.scenarios[s].scenario;
  const body = rows.map((row) => {
    const texts = effect_texts(row);
    const level = (text) => h("span", { class: emulated ? "emulated" : null }, text);
    return [defined(row), texts.base, level(texts.other), { content: h("strong", { class: emulated ? "emulated" : null, "data-figure": row.indicator + (row.by ? `/${row.by}/${row.group}` : ""), "data-value": exists(row.mean_difference) ? row.mean_difference : null }, texts.difference), class: "n" },
      sureness(row, texts, emulated), row.rate ? "" : texts.change];
  });
  return h("div", {}, table([t("columns.name"), t("explore.reference"), t(emulated ? "explore.chosen_emulated" : "explore.chosen"), t("explore.difference"),
    emulated ? t("explore.error") : t("groups.interval", { level: percent_level(e.level) }), t("columns.change")], body, { caption: t("explore.figures"), cls: "explore-figures" }),
    h("div", { class: "actions" }, csv_button("explore-figures", columns, () => rows.map((row) => columns.map((key) => (key === "scenario" ? name : key === "how" ? at.kind : row[key]))))));
}
