// How indicators, groups and levers are called, in the reader's language.
import { data, state, name_of, both, t } from "./state.js";

export const indicator = (name) => name_of("indicators", name, name.replaceAll("_", " "));
export const group = (axis, label) => name_of(`by_${axis}`, label, both(data.names?.[axis]?.[label]) || label);
// A sector by code and name; the code alone where nothing names it.
export function sector(code) {
  const name = group("sector", code);
  return name === code ? code : `${code} ${name}`;
}
export const lever = (name) => capital(both(data.names?.levers?.[name]) || name);
const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);
export const place = (row) => (row.by ? t("of_group", { indicator: indicator(row.indicator), group: group(row.by, row.group) }) : indicator(row.indicator));
export const formula = (row) => data.indicators?.[row.indicator] ?? {};
// A scenario's title where it has one, with its name where another has the same; else its name.
export function scenario_title(name) {
  const list = data.runs?.scenarios ?? [];
  const title = both(list.find((s) => s.scenario === name)?.title);
  if (!title) return name;
  return list.filter((s) => both(s.title) === title).length > 1 ? `${title} (${name})` : title;
}
export const colon = () => (state.language === "zh" ? "：" : ": ");
