// Numbers for people. What is shown is rounded; CSV and the definition of a number have all digits.
import { state, t, name_of } from "./state.js";

const locale = () => (state.language === "zh" ? "zh-CN" : "en-GB");
const plain = (value, digits) => new Intl.NumberFormat(locale(), { minimumFractionDigits: digits, maximumFractionDigits: digits })
  .format(value === 0 || Math.abs(value) < 0.5 * 10 ** -digits ? 0 : value).replace("-", "−");

const scales = () => (state.language === "zh" ? [[1e12, "万亿"], [1e8, "亿"], [1e4, "万"]] : [[1e12, " tn"], [1e9, " bn"], [1e6, " m"]]);
const amounts = new Set(["yuan", "person", "万元"]);
export const exists = (value) => value !== null && value !== undefined && Number.isFinite(value);

// How figures that stand beside each other are shown: factor, decimals, suffix. `precision` is the figure whose leading digits count.
export function style_of(unit, rate, values, precision) {
  const largest = Math.max(0, ...values.filter(exists).map(Math.abs));
  const fine = Math.abs(exists(precision) && precision !== 0 ? precision : largest);
  let factor = rate ? 100 : 1, suffix = rate ? " %" : "";
  if (amounts.has(unit)) {
    const scale = scales().find(([size]) => largest >= size);
    if (scale) [factor, suffix] = [1 / scale[0], scale[1]];
  }
  const magnitude = fine * factor > 0 ? Math.floor(Math.log10(fine * factor)) : 0;
  return { factor, suffix, digits: Math.min(8, Math.max(0, 1 - magnitude, largest * factor < 10 && largest > 0 ? 1 : 0)) };
}

export function number(value, style, sign = false) {
  if (!exists(value)) return "–";
  if (value === 0) return "0";
  const text = plain(value * style.factor, style.digits);
  return sign && value > 0 && /[1-9]/.test(text) ? `+${text}` : text;
}

// Base and other side of an effect, and its difference with interval: each side by its own size.
export function effect_texts(effect) {
  const half = exists(effect.low) ? (effect.high - effect.low) / 2 : effect.mean_difference;
  const level = style_of(effect.unit, effect.rate, [effect.mean_base, effect.mean_other]);
  level.digits = Math.min(4, Math.max(level.digits, digits_for(level, [effect.mean_base, effect.mean_other])));
  const change = style_of(effect.unit, effect.rate, [effect.mean_difference, effect.low, effect.high], half);
  const points = effect.rate ? ` ${t("unit.points")}` : change.suffix;
  return {
    base: number(effect.mean_base, level) + (effect.rate ? " %" : level.suffix),
    other: number(effect.mean_other, level) + (effect.rate ? " %" : level.suffix),
    difference: exists(effect.mean_difference) ? number(effect.mean_difference, change, true) + points : "–",
    bare: number(effect.mean_difference, change, true) + (effect.rate ? "" : change.suffix),
    interval: exists(effect.low) ? t("interval", { low: number(effect.low, change), high: number(effect.high, change) }) : "–",
    change: change_text(effect),
  };
}

// Four leading digits.
function digits_for(style, values) {
  const largest = Math.max(0, ...values.filter(exists).map(Math.abs)) * style.factor;
  return largest > 0 ? Math.max(0, 3 - Math.floor(Math.log10(largest))) : 0;
}

export function change_text(effect) {
  if (exists(effect.difference_points)) return `${signed(effect.difference_points, 2)} ${t("unit.points")}`;
  return exists(effect.relative_percent) ? `${signed(effect.relative_percent, 2)} %` : "–";
}

export const signed = (value, digits) => (exists(value) ? (value > 0 && Number(value.toFixed(digits)) > 0 ? "+" : "") + plain(value, digits) : "–");
export const fixed = (value, digits) => (exists(value) ? plain(value, digits) : "–");
export const whole = (value) => plain(value, 0);
export function probability(p) {
  if (!exists(p)) return "–";
  return p < 0.0001 ? "< 0.0001" : p.toFixed(4);
}
// About so many leading digits, by the figure's own size.
export function short(value, unit = "", rate = false) {
  if (!exists(value)) return "–";
  const style = style_of(unit, rate, [value]);
  return number(value, { ...style, digits: Math.min(8, digits_for(style, [value])) }) + style.suffix;
}
export const unit_text = (unit, rate = false) => (rate ? "%" : name_of("units", unit, unit));
export const percent_level = (level) => `${Number((100 * level).toPrecision(6))} %`;
