// What was run: scenarios, luck, months, program, and in what the scenarios differ.
import { h, table } from "../dom.js";
import { data, scenario, t, both } from "../state.js";
import { csv_button } from "../csv.js";
import { whole } from "../format.js";
import { lever } from "../names.js";

export const id = "runs";
export const wanted = () => data.runs?.scenarios?.length > 0;

const columns = ["scenario", "title", "runs", "seeds", "replicates", "months", "firms", "program", "commit", "calibration"];

function values(s) {
  return [s.scenario, both(s.title), s.runs, ranges(s.seeds), ranges(s.replicates), `${s.first_month}–${s.last_month}`, s.firms === null ? "–" : whole(s.firms),
    s.program.join(", ") || "–", s.commit.join(", ") || "–", s.calibration.map((c) => c.slice(0, 12)).join(", ") || "–"];
}

// 0–9, 12
function ranges(numbers) {
  const parts = [];
  for (const n of numbers) {
    const last = parts[parts.length - 1];
    if (last && n === last[1] + 1) last[1] = n;
    else parts.push([n, n]);
  }
  const shown = parts.slice(0, 6).map(([a, b]) => (a === b ? `${a}` : `${a}–${b}`)).join(", ");
  return parts.length > 6 ? `${shown}, …` : shown;
}

function policies(s) {
  if (!s?.policies?.length) return null;
  return table([t("runs.policy"), { content: t("runs.kind"), class: "" }, { content: t("runs.in"), class: "" }, t("runs.start"), t("runs.ramp"), t("runs.end")],
    s.policies.map((m) => [m.label, { content: lever(m.lever ?? m.shock), class: "" }, { content: t(`runs.${m.of}`), class: "" }, m.start_month, m.ramp_months, m.end_month ?? "–"]), { caption: t("runs.policies") });
}

function differences(s) {
  if (!s) return null;
  if (!s.differences.length) return h("p", { class: "note" }, t("runs.no_differences"));
  return table([t("runs.parameter"), t("runs.base"), t("runs.other")], s.differences.map((d) => [d.pointer, d.base || "–", d.other || "–"]), { caption: t("runs.differences") });
}

export function content() {
  const list = data.runs.scenarios;
  const transposed = columns.slice(1).map((key, i) => [t(`runs.${key === "title" ? "title_of" : key}`), ...list.map((s) => String(values(s)[i + 1]))]);
  const shown = list.length <= 3
    ? table([t("runs.scenario"), ...list.map((s) => s.scenario)], transposed, { caption: t("runs.caption"), cls: "facts" })
    : table(columns.map((key) => t(`runs.${key === "title" ? "title_of" : key}`)), list.map((s) => values(s).map(String)), { caption: t("runs.caption"), numbers: 2 });
  return [list.map((s) => both(s.description) ? h("p", {}, h("strong", {}, both(s.title) || s.scenario), " ", both(s.description)) : null), shown,
    h("div", { class: "actions" }, csv_button("runs", columns, () => list.map(values))), policies(scenario()), differences(scenario())];
}
