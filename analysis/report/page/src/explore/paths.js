// Month by month at the chosen place: the difference from the reference, or both levels. What is emulated is dashed.
import * as Plot from "@observablehq/plot";
import { h } from "../dom.js";
import { data, state, t } from "../state.js";
import { chart, flat_axis } from "../chart.js";
import { csv_button } from "../csv.js";
import { defined } from "../definition.js";
import { style_of, unit_text } from "../format.js";
import { group, indicator, place } from "../names.js";
import { path } from "./sweep.js";

const e = data.explore;
const keys = ["base", "other", "difference", "low", "high", "other_low", "other_high"];

const shown_values = (p) => (state.view === "effect" ? [...p.difference, ...p.low, ...p.high] : [...p.base, ...p.other]);
const style = (about, p) => style_of(about.unit, about.rate, shown_values(p));

function plot(i, [s, at], width) {
  const about = e.indicators[i], p = path(s, i, at), factor = style(about, p).factor;
  const rows = e.paths.months.map((month, m) => ({ month, ...Object.fromEntries(keys.map((key) => [key, p[key][m] * factor])) }));
  const dashed = at.kind === "emulated" ? "6,3" : null;
  const band = (low, high) => Plot.areaY(rows, { x: "month", y1: low, y2: high, fill: "var(--other)", fillOpacity: 0.18 });
  const line = (y, color, strokeDasharray = null) => Plot.lineY(rows, { x: "month", y, stroke: color, strokeWidth: 1.8, strokeDasharray });
  return Plot.plot({
    width, height: 190, marginLeft: 48, marginRight: 8, marginTop: 10, marginBottom: 24, style: { fontSize: "11px" },
    x: { label: null, ticks: Math.floor(width / 60) }, y: { label: null, nice: true, ticks: 5, grid: true, zero: state.view === "effect", ...flat_axis(shown_values(p)) },
    marks: state.view === "effect" ? [Plot.ruleY([0], { stroke: "var(--line-strong)" }), band("low", "high"), line("difference", "var(--other)", dashed)]
      : [band("other_low", "other_high"), line("base", "var(--base)"), line("other", "var(--other)", dashed)],
  });
}

function unit_line(i, [s, at]) {
  const about = e.indicators[i];
  if (about.rate) return state.view === "effect" ? t("unit.points_long") : "%";
  return `${style(about, path(s, i, at)).suffix.trim()} ${unit_text(about.unit)}`.trim();
}

const csv_columns = ["scenario", "indicator", "by", "group", "unit", "how", "month", ...keys];
function csv_rows(i, [s, at]) {
  const about = e.indicators[i], p = path(s, i, at), name = s < 0 ? e.base : e.scenarios[s].scenario;
  return e.paths.months.map((month, m) => [name, about.indicator, about.by, about.group, about.unit, at.kind, month, ...keys.map((key) => p[key][m])]);
}

// now(): the scenario's number and the place.
export function path_figure(i, now) {
  const about = e.indicators[i];
  const unit = h("span", { class: "faint" });
  const box = chart((width) => {
    unit.textContent = [about.by ? group(about.by, about.group) : null, unit_line(i, now()), now()[1].kind === "emulated" ? t("explore.emulated_short") : null].filter(Boolean).join(" · ");
    return plot(i, now(), width);
  }, t("paths.alt", { indicator: place(about) }));
  const name = `explore-${about.indicator}${about.group ? `-${about.group}` : ""}`;
  const figure = h("figure", {},
    h("figcaption", {}, h("span", { class: "figure-title" }, defined(about, indicator(about.indicator))), unit), box,
    h("div", { class: "actions" }, csv_button(name, csv_columns, () => csv_rows(i, now()))));
  figure.chart = box;
  return figure;
}
