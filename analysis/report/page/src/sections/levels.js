// One scenario that stands alone: where its economy stands month by month, with the quartiles over runs.
import * as Plot from "@observablehq/plot";
import { h } from "../dom.js";
import { data, t } from "../state.js";
import { chart } from "../chart.js";
import { csv_button } from "../csv.js";
import { month_axis } from "../dates.js";
import { defined } from "../definition.js";
import { exists, style_of, unit_text } from "../format.js";
import { indicator } from "../names.js";

export const id = "levels";
export const wanted = () => data.levels?.paths?.length > 0;

const scaled = (value, factor) => (exists(value) ? value * factor : NaN);

function plot(path, style, width) {
  const rows = path.month.map((month, i) => ({ month, base: scaled(path.base[i], style.factor), low: scaled(path.base_quartiles[0][i], style.factor), high: scaled(path.base_quartiles[1][i], style.factor) }));
  return Plot.plot({
    width, height: 190, marginLeft: 48, marginRight: 8, marginTop: 10, marginBottom: 24, style: { fontSize: "11px" },
    x: month_axis(path.month, width), y: { label: null, nice: true, ticks: 5, grid: true },
    marks: [Plot.areaY(rows, { x: "month", y1: "low", y2: "high", fill: "var(--other)", fillOpacity: 0.18 }), Plot.lineY(rows, { x: "month", y: "base", stroke: "var(--other)", strokeWidth: 1.8 })],
  });
}

function figure(path) {
  const style = style_of(path.unit, path.rate, path.base);
  const columns = ["indicator", "unit", "month", "mean", "quartile_low", "quartile_high"];
  return h("figure", {},
    h("figcaption", {}, h("span", { class: "figure-title" }, defined(path, indicator(path.indicator))), h("span", { class: "faint" }, path.rate ? "%" : `${style.suffix.trim()} ${unit_text(path.unit)}`.trim())),
    chart((width) => plot(path, style, width), t("paths.alt", { indicator: indicator(path.indicator) })),
    h("div", { class: "actions" }, csv_button(`path-${path.indicator}`, columns, () => path.month.map((month, i) => [path.indicator, path.unit, month, path.base[i], path.base_quartiles[0][i], path.base_quartiles[1][i]]))));
}

export const content = () => [h("p", { class: "note" }, t("levels.note", { n: data.levels.runs })), h("div", { class: "figures" }, data.levels.paths.map(figure))];
