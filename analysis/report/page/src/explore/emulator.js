// Weights of the points that were run at a place between them; analysis/explore/emulator.hpp tells what they are.
import { unpacked } from "./packed.js";

// Place on a grid: per factor the values beside x, with their parts. A factor that is a text has no values between.
function beside(values, x) {
  const above = values.findIndex((v) => v >= x);
  if (above < 0) return [[values.length - 1, 1]];
  if (above === 0 || values[above] === x) return [[above, 1]];
  const part = (x - values[above - 1]) / (values[above] - values[above - 1]);
  return [[above - 1, 1 - part], [above, part]];
}

function grid(emulator, points) {
  const key = (x) => x.join(" ");
  const known = new Map(points.map((x, p) => [key(x), p]));
  return (x) => {
    let corners = [[[], 1]];
    emulator.values.forEach((values, f) => {
      const sides = beside(values, x[f]);
      corners = corners.flatMap(([place, weight]) => sides.map(([i, part]) => [[...place, values[i]], weight * part]));
    });
    return corners.map(([place, weight]) => [known.get(key(place)), weight]);
  };
}

function surface(emulator, points) {
  const weights = unpacked(emulator.weights);
  const coded = (x) => emulator.coded.map((c) => (c.level >= 0 ? Number(x[c.factor] === c.level) : (x[c.factor] - c.middle) / c.half));
  return (x) => {
    const z = coded(x);
    const terms = emulator.terms.map((term) => term.reduce((product, i) => product * z[i], 1));
    return points.map((_, p) => [p, terms.reduce((sum, value, k) => sum + value * weights[k * points.length + p], 0)]);
  };
}

// A function of x that gives [point, weight] pairs; null where nothing is between points.
export function weights_of(explore) {
  const make = { grid, surface }[explore.emulator.kind];
  return make ? make(explore.emulator, explore.x) : null;
}

// Sums over points; a weight of nothing asks for no value.
export const blend = (weights, value) => weights.reduce((sum, [p, w]) => (w === 0 ? sum : sum + w * (value(p) ?? NaN)), 0);
