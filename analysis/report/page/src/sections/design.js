// Over the points of a design: which sign an effect has in what share of them, and between what it lies.
import { h, table } from "../dom.js";
import { data, t } from "../state.js";
import { csv_button } from "../csv.js";
import { defined } from "../definition.js";
import { fixed, number, style_of, unit_text } from "../format.js";
import { domain_of, interval } from "../interval.js";
import { place, scenario_title } from "../names.js";

export const id = "design";
export const wanted = () => data.design?.over_points?.length > 0;

const columns = ["scenario", "indicator", "by", "group", "points", "positive", "negative", "zero", "clearly_positive", "clearly_negative", "least", "median", "most"];
const share = (value) => `${fixed(100 * value, 0)} %`;

// Shares of points as a bar: falls, can't be told, rises.
function bar(row) {
  const part = (cls, value) => (value > 0 ? h("i", { class: cls, style: `width:${100 * value}%` }) : null);
  return h("div", { class: "shares", role: "img", "aria-label": `${t("design.falls")} ${share(row.clearly_negative)}, ${t("design.rises")} ${share(row.clearly_positive)}` },
    part("falls", row.clearly_negative), part("open", 1 - row.clearly_negative - row.clearly_positive), part("rises", row.clearly_positive));
}

// Without replicates no point has an interval, so that nothing is clear at any.
const has_intervals = (row) => data.runs.scenarios.every((s) => s.scenario !== row.scenario || s.runs > s.points);

function row_of(row) {
  const { unit = "1", rate = false } = data.indicators?.[row.indicator] ?? {};
  const style = style_of(unit, rate, [row.least, row.most, row.median], row.median || (row.most - row.least) / 2);
  const text = (value) => number(value, style, true) + (rate ? ` ${t("unit.points")}` : style.suffix);
  const domain = domain_of([{ middle: row.median, low: row.least, high: row.most }]);
  return [[defined(row), h("span", { class: "faint" }, ` ${unit === "1" ? "" : unit_text(unit)}`)], share(row.negative), share(row.positive), { content: has_intervals(row) ? bar(row) : "–", class: "wide" }, text(row.least), text(row.median), text(row.most),
    { content: interval({ middle: row.median, low: row.least, high: row.most }, domain, `${place(row)}: ${text(row.median)}`), class: "wide" }];
}

export function content() {
  const scenarios = [...new Set(data.design.over_points.map((row) => row.scenario))];
  return [h("p", {}, t("design.lead", { n: data.design.over_points[0].points, base: scenario_title(data.design.base) })),
    scenarios.map((name) => table([t("columns.name"), t("design.negative"), t("design.positive"), { content: t("design.clear"), class: "" }, t("design.least"), t("design.median"), t("design.most"), { content: t("design.range"), class: "" }],
      data.design.over_points.filter((row) => row.scenario === name).map(row_of), { caption: scenario_title(name) })),
    h("p", { class: "note" }, t("design.note")), h("div", { class: "actions" }, csv_button("over-points", columns, () => data.design.over_points.map((row) => columns.map((key) => row[key]))))];
}
