// The sweep: what was run, and what is known at a place x of its design: figures and paths, of a point that was run or emulated.
import { data } from "../state.js";
import { exists } from "../format.js";
import { unpacked } from "./packed.js";
import { blend, weights_of } from "./emulator.js";

const e = data.explore;
const numbers = e ? unpacked(e.paths.data) : null;
const path_errors = e ? unpacked(e.paths.errors) : null;
const weights_at = e ? weights_of(e) : null;
const months = e?.paths.months.length;

// Factors of one value have nothing to choose.
export const varied = () => e.factors.map((factor, f) => ({ ...factor, f })).filter((factor) => factor.values.length > 1);

const span = (f) => e.factors[f].values[e.factors[f].values.length - 1] - e.factors[f].values[0] || 1;
const far = (a, b) => a.reduce((sum, value, f) => sum + ((value - b[f]) / span(f)) ** 2, 0);

export function nearest(x) {
  let best = 0;
  e.x.forEach((at, p) => { if (far(at, x) < far(e.x[best], x)) best = p; });
  return best;
}

// A place is {kind: "run", point}, {kind: "emulated", weights} or {kind: "absent"}.
export function place_of(x) {
  if (!e.factors.length) return { kind: "run", point: 0 };
  const point = nearest(x);
  if (far(e.x[point], x) < 1e-18) return { kind: "run", point };
  const at_level = e.factors.every((factor, f) => !factor.levels || e.x.some((run) => run[f] === x[f]));
  return weights_at && at_level ? { kind: "emulated", weights: weights_at(x) } : { kind: "absent" };
}

// s: number of the scenario; -1: the base itself, whose difference from itself is nothing.
const figure_run = (s, p, i) => {
  const [n, base, other, difference, low, high] = e.figures[Math.max(s, 0)][p][i];
  return s < 0 ? { n, base, other: base, difference: 0 } : { n, base, other, difference, low, high };
};

export function figure(s, i, place) {
  if (place.kind === "run") return figure_run(s, place.point, i);
  const mixed = (key) => blend(place.weights, (p) => figure_run(s, p, i)[key]);
  const error = s < 0 ? null : e.errors[s][i][0];
  return { base: mixed("base"), other: mixed("other"), difference: mixed("difference"), error };
}

// As a row of a comparison.
export function row_of(s, i, place) {
  const f = figure(s, i, place), about = e.indicators[i];
  return { ...about, n: f.n, mean_base: f.base, mean_other: f.other, mean_difference: f.difference, low: f.low, high: f.high, error: f.error,
    relative_percent: !about.rate && f.base ? (100 * f.difference) / Math.abs(f.base) : null,
    difference_points: about.rate ? (about.unit === "%" ? 1 : 100) * f.difference : null };
}

function series_run(s, i, p, name) {
  if (s < 0) {
    if (name === "difference" || name === "half") return new Float32Array(months);
    name = "base";
  }
  const place = ((Math.max(s, 0) * e.indicators.length + i) * e.points.length + p) * e.paths.series.length + e.paths.series.indexOf(name);
  return numbers.subarray(place * months, (place + 1) * months);
}

function series(s, i, place, name) {
  if (place.kind === "run") return series_run(s, i, place.point, name);
  const sum = new Float64Array(months);
  for (const [p, w] of place.weights)
    if (w !== 0) series_run(s, i, p, name).forEach((value, m) => { sum[m] += w * value; });
  return sum;
}

const errors_at = (s, i, level) => {
  const begin = ((Math.max(s, 0) * e.indicators.length + i) * 2 + level) * months;
  return path_errors.subarray(begin, begin + months);
};

// Month by month, in the order of e.paths.months. The band of what is emulated is twice the error of cross-validation.
export function path(s, i, place) {
  const [base, other, difference] = ["base", "other", "difference"].map((name) => series(s, i, place, name));
  const around = (middle, half) => [Array.from(middle, (v, m) => v - half[m]), Array.from(middle, (v, m) => v + half[m])];
  const twice = (level) => errors_at(s, i, level).map((v) => (exists(v) && s >= 0 ? 2 * v : 0));
  const run = place.kind === "run";
  const [low, high] = around(difference, run ? series(s, i, place, "half") : twice(0));
  const [other_low, other_high] = run ? ["other_low", "other_high"].map((name) => series(s, i, place, name)) : around(other, twice(1));
  return { base, other, difference, low, high, other_low, other_high };
}
