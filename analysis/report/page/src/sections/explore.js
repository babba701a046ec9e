// What was varied, to be turned by hand: policies, parameters; and what comes of it at once: figures, paths.
import { append, h } from "../dom.js";
import { data, state, t } from "../state.js";
import { draw_again } from "../chart.js";
import { percent_level } from "../format.js";
import { indicator, place, scenario_title } from "../names.js";
import { control, policies, value_text } from "../explore/controls.js";
import { figures_table } from "../explore/figures.js";
import { path_figure } from "../explore/paths.js";
import { nearest, place_of, varied } from "../explore/sweep.js";

export const id = "explore";
export const wanted = () => Boolean(data.explore);

const e = data.explore;
const few = 6; // charts that are shown at first

const moves = (i) => e.figures.some((points) => points.some((figures) => figures[i][3])); // differs somewhere

// Chosen: a scenario's number (-1: the base), a place of the design, the indicators whose paths are shown. The address may say
// which, as in #scenario=cap&at=cap_days:45,enforcement:0.5.
function first_choice() {
  const asked = new URLSearchParams(location.hash.slice(1));
  const at = new Map((asked.get("at") ?? "").split(",").map((part) => part.split(":")));
  const scenario = e.scenarios.findIndex((s) => s.scenario === asked.get("scenario"));
  const start = e.reference === null ? e.x[0] ?? [] : e.x[e.points.indexOf(e.reference)] ?? e.x[0];
  const x = start.map((value, f) => {
    const said = Number(at.get(e.factors[f].name) ?? NaN), values = e.factors[f].values;
    return Number.isFinite(said) ? Math.min(Math.max(said, values[0]), values[values.length - 1]) : value;
  });
  return { scenario: Math.max(scenario, asked.get("scenario") === e.base && !e.scenarios.some((s) => s.scenario === e.base) ? -1 : 0), x,
    shown: new Set(e.indicators.map((_, i) => i).filter(moves).slice(0, few)) };
}

const chosen = () => (state.explore ??= first_choice());

function error_text(at) {
  if (at.kind !== "emulated") return "";
  const unchecked = e.emulator.unchecked ?? [];
  const all_unchecked = e.emulator.kind === "grid" && unchecked.length === varied().filter((f) => !f.levels).length;
  const how = t(`explore.${e.emulator.kind}_check`);
  return all_unchecked ? t("explore.no_check") : unchecked.length ? `${how} ${t("explore.unchecked", { factors: unchecked.join(t("comma")) })}` : how;
}

// Said aloud to who does not see it.
function status_text(at) {
  const x = chosen().x;
  const where = varied().map((factor) => `${factor.name} = ${value_text(factor, x[factor.f])}`).join(t("comma"));
  if (at.kind === "run") return [h("strong", {}, t("explore.run")), " ", e.factors.length ? t("explore.run_point", { point: e.points[at.point], at: where }) : ""];
  if (at.kind === "absent") return [h("strong", {}, t("explore.absent")), " ", where];
  return [h("strong", {}, t("explore.emulated")), " ", t(`explore.${e.emulator.kind}`, { at: where, n: e.points.length }), " ", error_text(at)];
}

function lead() {
  const base = scenario_title(e.base);
  const against = e.reference === null ? t("explore.against_base", { base }) : t("explore.against_point", { base, point: e.reference });
  return h("p", {}, against, " ", t("explore.window", { statistic: t(`statistics.${e.statistic}`), first: e.first_month, last: e.last_month, level: percent_level(e.level) }));
}

function indicator_choice(render) {
  const shown = chosen().shown;
  const toggle = (i) => { if (!shown.delete(i)) shown.add(i); render(); };
  return h("details", { class: "which" }, h("summary", {}, t("explore.which")), h("div", { class: "checks" }, e.indicators.map((row, i) =>
    h("label", {}, h("input", { type: "checkbox", checked: shown.has(i), onchange: () => toggle(i) }), " ", row.by ? place(row) : indicator(row.indicator)))));
}

function view_choice(render) {
  return h("div", { class: "choose", role: "group", "aria-label": t("paths.view") }, ["effect", "levels"].map((view) =>
    h("button", { type: "button", "aria-pressed": String(state.view === view), onclick: () => { state.view = view; render(); } }, t(`explore.${view}`))));
}

export function content(render) {
  const choice = chosen();
  const at = () => place_of(choice.x);
  const status = h("p", { role: "status" }), bar = h("div", {}), table = h("div", {}), nothing = h("p", { class: "note" });
  const figures = [...choice.shown].sort((a, b) => a - b).map((i) => path_figure(i, () => [choice.scenario, at()]));
  const controls = varied().map((factor) => control(factor, choice.x, () => later()));
  let due = 0;
  const later = () => { cancelAnimationFrame(due); due = requestAnimationFrame(update); };

  function update() {
    const now = at();
    bar.className = `status ${now.kind}`;
    bar.dataset.kind = now.kind;
    status.replaceChildren(...[status_text(now)].flat());
    table.replaceChildren(...(now.kind === "absent" ? [] : [figures_table(choice.scenario, now)]));
    back.hidden = now.kind === "run";
    for (const figure of figures) { figure.hidden = now.kind === "absent"; if (now.kind !== "absent") draw_again(figure.chart); }
  }
  const back = h("button", { class: "small", type: "button", onclick: () => {
    choice.x.splice(0, choice.x.length, ...e.x[nearest(choice.x)]);
    for (const one of controls) one.take();
    update();
  } }, t("explore.nearest"));
  queueMicrotask(update); // once the page holds it
  return [lead(),
    h("div", { class: "controls" }, policies(choice, render, nothing), controls),
    append(bar, [status, back]), nothing, table, h("h3", {}, t("explore.paths")), view_choice(render), indicator_choice(render),
    h("p", { class: "note" }, t("explore.bands", { level: percent_level(e.level) })), h("div", { class: "figures" }, figures)];
}
