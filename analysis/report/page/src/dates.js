// Months of a run as dates, where the scenarios say which one month 1 has.
import { data, scenario } from "./state.js";

// Months since January of year 0; undefined without a calendar.
function start() {
  const text = data.levels?.calendar_start ?? scenario()?.calendar_start;
  if (!text) return undefined;
  const [year, month] = text.split("-").map(Number);
  return 12 * year + month - 1;
}

function date(month) {
  const at = start() + month - 1;
  return `${String(Math.floor(at / 12)).padStart(4, "0")}-${String((at % 12) + 1).padStart(2, "0")}`;
}

// "24", or "24 (2022-12)".
export const month_text = (month) => (start() === undefined ? String(month) : `${month} (${date(month)})`);

// The axis of months: years where there are two or more, else dates.
export function month_axis(months, width) {
  const ticks = Math.floor(width / 60);
  if (start() === undefined) return { label: null, ticks };
  const years = months.filter((month) => (start() + month - 1) % 12 === 0);
  if (years.length < 2) return { label: null, ticks: Math.min(ticks, 4), tickFormat: (month) => (Number.isInteger(month) ? date(month) : "") };
  const every = Math.ceil(years.length / Math.max(1, ticks));
  return { label: null, ticks: years.filter((_, i) => i % every === 0), tickFormat: (month) => date(month).slice(0, 4) };
}
