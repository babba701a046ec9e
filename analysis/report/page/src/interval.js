// An effect as a dot with its interval on an axis that all rows of a table share.
import * as Plot from "@observablehq/plot";
import { h } from "./dom.js";
import { chart } from "./chart.js";
import { exists } from "./format.js";

// places: [{middle, low, high}]. The axis holds all effects and most intervals; a longer one is cut at its edge with an arrow.
export function domain_of(places) {
  const found = places.filter(Boolean);
  const middles = Math.max(1e-12, ...found.map((p) => Math.abs(p.middle)));
  const ends = found.flatMap((p) => [p.low, p.high]).filter(exists);
  const far = Math.max(middles, ...ends.map(Math.abs));
  const most = Math.min(far, 1.6 * middles) * 1.06;
  const side = (sign) => [...found.map((p) => p.middle), ...ends].some((v) => v * sign > 0.02 * most);
  return [side(-1) ? -most : -0.12 * most, side(1) ? most : 0.12 * most];
}

export const in_unit = (row, factor = 1) => (exists(row.mean_difference)
  ? { middle: row.mean_difference * factor, low: exists(row.low) ? row.low * factor : null, high: exists(row.high) ? row.high * factor : null } : null);

function plot(at, domain, width, color, symbol) {
  const inside = (x) => Math.min(Math.max(x, domain[0]), domain[1]);
  const arrow = (x, text) => Plot.text([0], { x, text: () => text, fill: color, textAnchor: "middle" });
  return Plot.plot({
    width, height: 24, axis: null, margin: 0, marginLeft: 7, marginRight: 7, x: { domain }, y: { domain: [-1, 1] },
    marks: [
      Plot.ruleX([0], { stroke: "var(--line-strong)" }),
      at && exists(at.low) ? Plot.ruleY([0], { x1: inside(at.low), x2: inside(at.high), stroke: color, strokeWidth: 2.5 }) : null,
      at && exists(at.low) && at.low < domain[0] ? arrow(domain[0], "◂") : null,
      at && exists(at.low) && at.high > domain[1] ? arrow(domain[1], "▸") : null,
      at ? Plot.dot([0], { x: at.middle, y: 0, r: 4.5, fill: color, stroke: "var(--paper)", symbol }) : null,
    ],
  });
}

export const interval = (at, domain, words, { color = "var(--plain)", symbol = "circle" } = {}) =>
  chart((width) => plot(at, domain, width, color, symbol), words, "interval");

export const axis = (domain) => h("div", { "aria-hidden": "true" }, chart((width) => Plot.plot({
  width, height: 22, margin: 0, marginLeft: 7, marginRight: 7, marginBottom: 20, x: { domain }, y: { axis: null, domain: [0, 1] },
  marks: [Plot.axisX({ ticks: Math.max(2, Math.floor(width / 62)), tickSize: 4, label: null })],
}), "", "interval"));
