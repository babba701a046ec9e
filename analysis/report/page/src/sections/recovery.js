// How the economy takes a shock: loss, depth and recovery against the same luck without it.
import { h, table } from "../dom.js";
import { data, scenario, t } from "../state.js";
import { csv_button } from "../csv.js";
import { defined } from "../definition.js";
import { exists, fixed, short, unit_text } from "../format.js";

export const id = "recovery";
const of_scenario = () => (data.recovery ?? []).filter((r) => r.scenario === scenario()?.scenario);
export const wanted = () => of_scenario().length > 0;

const with_interval = (m, text) => (m && exists(m.mean) ? [text(m.mean), exists(m.low) ? h("span", { class: "faint" }, ` (${t("interval", { low: text(m.low), high: text(m.high) })})`) : null] : "–");
const months = (value) => fixed(value, 1);
const percent = (value) => `${fixed(100 * value, 1)} %`;

const keys = ["loss", "area", "depth", "months_to_trough", "months_to_recovery"];
const csv_columns = ["scenario", "indicator", "by", "group", "unit", ...keys.flatMap((k) => [k, `${k}_low`, `${k}_high`]), "recovered"];

export const content = () => of_scenario().map((r) => [
  h("p", {}, t("recovery.lead", { month: r.shock_month, n: r.pairs.length, tolerance: percent(r.tolerance), hold: r.hold_months })),
  table([t("columns.name"), t("recovery.loss"), t("recovery.area"), t("recovery.depth"), t("recovery.trough"), t("recovery.recovery"), t("recovery.recovered")],
    r.rows.map((row) => [[defined(row), h("span", { class: "faint" }, ` ${row.unit === "1" ? "" : unit_text(row.unit)}`)], with_interval(row.loss, (v) => short(v, row.unit)), with_interval(row.area, months), with_interval(row.depth, percent),
      with_interval(row.months_to_trough, months), with_interval(row.months_to_recovery, months), t("recovery.of", { n: row.recovered, of: row.by_pair.length })]), { caption: t("recovery.caption") }),
  h("p", { class: "note" }, t("recovery.note")),
  h("div", { class: "actions" }, csv_button(`recovery-${r.scenario}`, csv_columns, () => r.rows.map((row) => [r.scenario, row.indicator, row.by, row.group, row.unit, ...keys.flatMap((k) => [row[k]?.mean, row[k]?.low, row[k]?.high]), row.recovered])))]);
