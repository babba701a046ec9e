// Under which parameters an outcome lies in its lowest or highest quarter of a design's points: boxes found by PRIM.
import * as Plot from "@observablehq/plot";
import { h, table } from "../dom.js";
import { data, state, t } from "../state.js";
import { chart } from "../chart.js";
import { csv_button } from "../csv.js";
import { probability, short, whole } from "../format.js";
import { heading, outcome_name, picker } from "./studies.js";

export const id = "discovery";
const found = () => (data.studies ?? []).filter((s) => s.discovery);
export const wanted = () => found().length > 0;

// Four leading digits, without zeros that say nothing.
const value = (x) => String(Number(x.toPrecision(4))).replace("-", "−");
const percent = (share) => `${whole(100 * share)} %`;

function end_picker(render) {
  state.end ??= "lowest";
  return h("div", { class: "picker" }, h("label", { for: "discovery-end" }, t("discovery.quarter")),
    h("select", { id: "discovery-end", onchange: (event) => { state.end = event.target.value; render(); } },
      ["lowest", "highest"].map((end) => h("option", { value: end, selected: end === state.end }, t(`discovery.${end}`)))));
}

function range_text(r) {
  if (r.levels) return r.levels.join(t("comma"));
  if (r.from_below && r.from_above) return t("interval", { low: value(r.low), high: value(r.high) });
  return r.from_below ? t("discovery.at_least", { value: value(r.low) }) : t("discovery.at_most", { value: value(r.high) });
}

// The restricted range on the whole that was run.
function range_bar(r, span) {
  const draw = (width) => Plot.plot({
    width, height: 24, axis: null, margin: 0, marginLeft: 7, marginRight: 7, x: { domain: [span.low, span.high] }, y: { domain: [-1, 1] },
    marks: [Plot.ruleY([0], { x1: span.low, x2: span.high, stroke: "var(--line-strong)" }),
      Plot.ruleY([0], { x1: r.low, x2: r.high, stroke: "var(--other)", strokeWidth: 7 }),
      Plot.dot([r.low, r.high], { x: (x) => x, y: 0, r: 3.5, fill: "var(--other)" })],
  });
  return chart(draw, `${r.factor}: ${range_text(r)}`, "interval");
}

function levels_bar(r, span) {
  return h("span", {}, span.levels.map((level) => h("span", { class: r.levels.includes(level) ? "" : "left-out" }, `${level} `)));
}

function box_part(box, i, factors) {
  const span = (r) => factors.find((f) => f.factor === r.factor);
  return [table([t("discovery.factor"), t("discovery.range"), { content: t("discovery.of_all"), class: "" }, t("discovery.chance")],
      box.restrictions.map((r) => [r.factor, range_text(r), { content: r.levels ? levels_bar(r, span(r)) : range_bar(r, span(r)), class: "wide" }, probability(r.quasi_p)]),
      { caption: t("discovery.box", { n: i + 1 }) }),
    h("p", {}, t("discovery.says", { density: percent(box.density), points: box.points, coverage: percent(box.coverage) }))];
}

// How much of what is of interest each step gives up to be denser; the box that is shown is filled.
function trade_off(box) {
  const steps = box.trajectory.map(([coverage, density]) => ({ coverage, density }));
  const draw = (width) => Plot.plot({
    width, height: 220, marginLeft: 44, x: { domain: [0, 1], label: t("discovery.coverage"), tickFormat: "%" },
    y: { domain: [0, 1], label: t("discovery.density"), tickFormat: "%", grid: true },
    marks: [Plot.line(steps, { x: "coverage", y: "density", stroke: "var(--base)" }),
      Plot.dot(steps, { x: "coverage", y: "density", r: 3, stroke: "var(--base)", fill: "var(--paper)" }),
      Plot.dot([box], { x: "coverage", y: "density", r: 5.5, fill: "var(--other)", stroke: "var(--paper)" })],
  });
  return h("figure", {}, h("figcaption", {}, h("span", { class: "figure-title" }, t("discovery.trade_off")), h("span", { class: "faint" }, t("discovery.trade_off_key"))),
    chart(draw, t("discovery.trade_off")));
}

const box_columns = ["box", "coverage", "density", "mass", "points", "of_interest", "factor", "low", "high", "levels", "quasi_p"];
const box_rows = (d) => d.boxes.flatMap((b, i) => b.restrictions.map((r) =>
  [i + 1, b.coverage, b.density, b.mass, b.points, b.of_interest, r.factor, r.low, r.high, r.levels?.join(" "), r.quasi_p]));
const step_rows = (d) => d.boxes.flatMap((b, i) => b.trajectory.map((step, n) => [i + 1, n, ...step]));

function one(d, outcome, study) {
  if (!d) return h("p", { class: "note" }, t("discovery.no_quarter"));
  const { rate = false } = data.indicators?.[d.outcome.split("/")[0]] ?? {};
  const points = rate && study.against ? ` ${t("unit.points")}` : "";
  const bound = t(d.sign === "<=" ? "discovery.at_most" : "discovery.at_least", { value: short(d.bound, outcome.unit, rate).replace(points ? / %$/ : /$^/, "") + points });
  const words = [`--when '${d.outcome}${d.sign}${d.bound}'`, study.scenario ? `--scenario ${study.scenario}` : "", study.against ? `--against ${study.against}` : ""];
  return [h("p", {}, t("discovery.condition", { outcome: outcome_name(d.outcome), bound, n: d.of_interest, points: d.points })),
    d.boxes.length ? null : h("p", { class: "note" }, t("discovery.no_box")),
    d.boxes.map((box, i) => box_part(box, i, d.factors)), d.boxes.length ? trade_off(d.boxes[0]) : null,
    h("p", { class: "note" }, t("discovery.note", { density: percent(d.least_density), alpha: percent(d.alpha) }), " ", h("code", {}, `rongtong discover … ${words.filter(Boolean).join(" ")}`)),
    h("div", { class: "actions" }, csv_button(`discovery-${state.end}-${d.outcome.replaceAll("/", "-")}`, box_columns, () => box_rows(d)), " ",
      csv_button(`discovery-steps-${state.end}-${d.outcome.replaceAll("/", "-")}`, ["box", "step", "coverage", "density"], () => step_rows(d)))];
}

export const content = (render) => found().map((study) => {
  const { outcomes, few } = study.discovery;
  if (few) return [heading(study), h("p", { class: "note" }, t("discovery.few", { n: few }))];
  if (!outcomes.length) return [heading(study), h("p", { class: "note" }, t("discovery.no_values"))];
  const chosen = picker("discovery", outcomes.map((o) => o.outcome), render);
  const outcome = outcomes.find((o) => o.outcome === state.outcome) ?? outcomes[0];
  return [heading(study), chosen, end_picker(render), one(outcome[state.end], outcome, study)];
});
