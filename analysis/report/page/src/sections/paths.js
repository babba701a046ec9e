// Month by month: the effect with its band, or both sides with the quartiles over runs; policies and shocks are marked.
import * as Plot from "@observablehq/plot";
import { h } from "../dom.js";
import { data, scenario, state, t } from "../state.js";
import { chart, flat_axis } from "../chart.js";
import { csv_button } from "../csv.js";
import { month_axis, month_text } from "../dates.js";
import { defined } from "../definition.js";
import { exists, percent_level, style_of, unit_text } from "../format.js";
import { group, indicator, lever, place, scenario_title } from "../names.js";

export const id = "paths";
export const wanted = () => scenario()?.paths?.length > 0;

const is_rate = (path) => Boolean(effect_of(path)?.rate);
const effect_of = (path) => scenario().headline.find((row) => row.indicator === path.indicator && row.by === path.by && row.group === path.group);

function rows_of(path, factor) {
  const scaled = (values, i) => (exists(values?.[i]) ? values[i] * factor : NaN);
  return path.month.map((month, i) => ({
    month, base: scaled(path.base, i), other: scaled(path.other, i), difference: scaled(path.difference, i), low: scaled(path.low, i), high: scaled(path.high, i),
    base_low: scaled(path.base_quartiles[0], i), base_high: scaled(path.base_quartiles[1], i), other_low: scaled(path.other_quartiles[0], i), other_high: scaled(path.other_quartiles[1], i),
  }));
}

// Where policies begin and end, under the lines.
function mark_marks(marks, last) {
  const starts = marks.map((m) => ({ month: m.start_month, end: m.end_month ?? last, full: m.start_month + (m.ramp_months ?? 0) }));
  return [
    Plot.ruleX(starts, { x: "month", stroke: "var(--mark)", strokeDasharray: "3,3" }),
    Plot.ruleX(starts.filter((m) => m.end < last), { x: "end", stroke: "var(--mark)", strokeDasharray: "1,3" }),
  ];
}

const band = (rows, low, high, color) => Plot.areaY(rows, { x: "month", y1: low, y2: high, fill: color, fillOpacity: 0.18 });
const line = (rows, y, color) => Plot.lineY(rows, { x: "month", y, stroke: color, strokeWidth: 1.8 });

function path_plot(path, width, view) {
  const values = view === "effect" ? [...path.difference, ...path.low, ...path.high] : [...path.base, ...path.other];
  const style = style_of(path.unit, is_rate(path), values);
  const rows = rows_of(path, style.factor);
  const marks = scenario().policies;
  const lines = view === "effect"
    ? [Plot.ruleY([0], { stroke: "var(--line-strong)" }), band(rows, "low", "high", "var(--other)"), line(rows, "difference", "var(--other)")]
    : [band(rows, "base_low", "base_high", "var(--base)"), band(rows, "other_low", "other_high", "var(--other)"), line(rows, "base", "var(--base)"), line(rows, "other", "var(--other)")];
  return Plot.plot({
    width, height: 190, marginLeft: 48, marginRight: 8, marginTop: 10, marginBottom: 24,
    style: { fontSize: "11px" }, x: month_axis(path.month, width),
    y: { label: null, nice: true, ticks: 5, grid: true, zero: view === "effect", ...flat_axis(values) },
    marks: [...mark_marks(marks, path.month[path.month.length - 1]), ...lines],
  });
}

function unit_line(path, view) {
  const values = view === "effect" ? [...path.difference, ...path.low, ...path.high] : [...path.base, ...path.other];
  const style = style_of(path.unit, is_rate(path), values);
  if (is_rate(path)) return view === "effect" ? t("unit.points_long") : "%";
  return `${style.suffix.trim()}${style.suffix.trim() && state.language === "en" ? " " : ""}${unit_text(path.unit)}`;
}

const csv_columns = ["scenario", "indicator", "by", "group", "unit", "month", "base", "other", "difference", "low", "high", "base_quartile_low", "base_quartile_high", "other_quartile_low", "other_quartile_high"];
const csv_rows = (path) => path.month.map((month, i) => [scenario().scenario, path.indicator, path.by, path.group, path.unit, month, path.base[i], path.other[i],
  path.difference[i], path.low[i], path.high[i], path.base_quartiles[0][i], path.base_quartiles[1][i], path.other_quartiles[0][i], path.other_quartiles[1][i]]);

function figure(path) {
  const row = effect_of(path) ?? path;
  return h("figure", {},
    h("figcaption", {}, h("span", { class: "figure-title" }, defined(row, indicator(path.indicator))),
      h("span", { class: "faint" }, [path.by ? `${group(path.by, path.group)} · ` : "", unit_line(path, state.view)])),
    chart((width) => path_plot(path, width, state.view), t("paths.alt", { indicator: place(path) })),
    h("div", { class: "actions" }, csv_button(`path-${path.indicator}${path.group ? `-${path.group}` : ""}`, csv_columns, () => csv_rows(path))));
}

function key() {
  const swatch = (cls, text) => h("span", { class: "key" }, h("i", { class: cls }), text);
  const marks = scenario().policies.map((m) => t(m.shock ? "paths.shock_mark" : "paths.mark", { name: lever(m.lever ?? m.shock), month: month_text(m.start_month) }));
  return h("p", { class: "keys" },
    state.view === "effect" ? swatch("other", t("paths.effect_key", { level: percent_level(data.comparison.level) }))
      : [swatch("base", scenario_title(data.comparison.base)), swatch("other", scenario_title(scenario().scenario)), h("span", { class: "key faint" }, t("paths.quartiles"))],
    marks.map((text) => swatch("mark", text)));
}

export function content(render) {
  const choice = ["effect", "levels"].map((view) => h("button", { type: "button", "aria-pressed": String(state.view === view), onclick: () => { state.view = view; render(); } }, t(`paths.${view}`)));
  return [h("div", { class: "choose", role: "group", "aria-label": t("paths.view") }, choice), key(), h("div", { class: "figures" }, scenario().paths.map(figure))];
}
