// What drives an outcome over a design (Sobol, Morris, regression), and what policies or parameters do together.
import { h, table } from "../dom.js";
import { data, state, t } from "../state.js";
import { csv_button } from "../csv.js";
import { exists, fixed, probability, short, style_of, number } from "../format.js";
import { axis, domain_of, interval } from "../interval.js";
import { group, indicator, scenario_title } from "../names.js";

const studies = () => data.studies ?? [];
// "days_receivable/size/micro"
export function outcome_name(text) {
  const [name, by, label] = text.split("/");
  return by ? t("of_group", { indicator: indicator(name), group: group(by, label) }) : indicator(name);
}

export function heading(study) {
  if (!study.scenario) return null;
  return h("h3", {}, study.against ? t("drivers.effect_of", { scenario: scenario_title(study.scenario), base: scenario_title(study.against) }) : scenario_title(study.scenario));
}

export function picker(kind, outcomes, render) {
  if (!outcomes.includes(state.outcome)) state.outcome = outcomes[0];
  return h("div", { class: "picker" }, h("label", { for: `${kind}-outcome` }, t("drivers.outcome")),
    h("select", { id: `${kind}-outcome`, onchange: (event) => { state.outcome = event.target.value; render(); } },
      outcomes.map((name) => h("option", { value: name, selected: name === state.outcome }, outcome_name(name)))));
}

// Rows of name, dot with interval and number on an axis of their own.
function rows_of(entries, text) {
  const domain = domain_of(entries);
  return h("div", { class: "figures one" }, h("figure", { class: "panel" },
    entries.map((e) => h("div", { class: "panel-row" }, h("span", { class: "name" }, e.name), interval(e, domain, `${e.name}: ${text(e)}`, { color: "var(--other)" }), h("span", { class: "number" }, text(e)))),
    h("div", { class: "panel-row" }, h("span", {}), axis(domain), h("span", {}))));
}

const by_size = (a, b) => Math.abs(b.middle) - Math.abs(a.middle);
// Shares and coefficients: what is below a thousandth is nothing to tell apart.
const three = (e) => (exists(e.middle) ? fixed(e.middle, 3) : "–");

function sobol(s) {
  const rows = [...s.factors].sort((a, b) => (b.total ?? 0) - (a.total ?? 0));
  const entry = (f, key) => ({ name: f.factor, middle: f[key] ?? 0, low: f[`${key}_interval`]?.low, high: f[`${key}_interval`]?.high });
  return [h("h4", {}, t("drivers.total")), rows_of(rows.map((f) => entry(f, "total")), three), h("h4", {}, t("drivers.first")), rows_of(rows.map((f) => entry(f, "first")), three),
    h("p", { class: "note" }, t("drivers.sobol_note", { noise: exists(s.noise_share) ? `${fixed(100 * s.noise_share, 0)} %` : "–" })),
    h("div", { class: "actions" }, csv_button(`sobol-${state.outcome}`, ["factor", "first", "first_low", "first_high", "total", "total_low", "total_high"], () => s.factors.map((f) =>
      [f.factor, f.first, f.first_interval?.low, f.first_interval?.high, f.total, f.total_interval?.low, f.total_interval?.high])))];
}

function morris(list) {
  const rows = list.map((f) => ({ name: f.factor, middle: f.mu_star, low: f.mu_star_interval?.low, high: f.mu_star_interval?.high })).sort(by_size);
  return [h("h4", {}, t("drivers.morris")), rows_of(rows, (e) => short(e.middle)), h("p", { class: "note" }, t("drivers.morris_note")),
    h("div", { class: "actions" }, csv_button(`morris-${state.outcome}`, ["factor", "n", "mu", "mu_star", "sigma"], () => list.map((f) => [f.factor, f.n, f.mu, f.mu_star, f.sigma])))];
}

function regression(r) {
  const rows = r.factors.map((f) => ({ name: f.factor, middle: f.standardised ?? 0 })).sort(by_size);
  const columns = ["factor", "coefficient", "se", "low", "high", "t", "p", "standardised"];
  return [h("h4", {}, t("drivers.regression")), rows_of(rows, three), h("p", { class: "note" }, t("drivers.regression_note", { r2: exists(r.r_squared) ? fixed(r.r_squared, 2) : "–" })),
    h("div", { class: "actions" }, csv_button(`regression-${state.outcome}`, columns, () => r.factors.map((f) => columns.map((key) => f[key]))))];
}

export const drivers = {
  id: "drivers",
  wanted: () => studies().some((s) => s.sensitivity?.outcomes?.length || s.absent),
  content: (render) => studies().map((study) => {
    if (study.absent) return [heading(study), h("p", { class: "note" }, study.absent)];
    const outcomes = study.sensitivity.outcomes;
    const chosen = picker("drivers", outcomes.map((o) => o.outcome), render);
    const o = outcomes.find((one) => one.outcome === state.outcome) ?? outcomes[0];
    return [heading(study), chosen, o.sobol ? sobol(o.sobol) : null, o.morris ? morris(o.morris) : null, o.regression ? regression(o.regression) : null,
      [...study.sensitivity.notes, ...o.notes].map((note) => h("p", { class: "note" }, note))];
  }),
};

export const interactions = {
  id: "interactions",
  wanted: () => studies().some((s) => s.interactions?.outcomes?.length),
  content: (render) => studies().filter((s) => s.interactions).map((study) => {
    const outcomes = study.interactions.outcomes;
    const chosen = picker("interactions", outcomes.map((o) => o.outcome), render);
    const o = outcomes.find((one) => one.outcome === state.outcome) ?? outcomes[0];
    const entries = o.terms.map((term) => ({ name: term.term.replaceAll(":", " × "), middle: term.effect, low: term.low, high: term.high, term }));
    const style = style_of(o.unit, false, entries.map((e) => e.middle));
    const columns = ["term", "order", "effect", "coefficient", "se", "low", "high", "p", "p_holm"];
    return [heading(study), chosen, rows_of(entries, (e) => number(e.middle, style, true) + style.suffix),
      table([t("interactions.term"), t("interactions.effect"), "p", t("figures.p_holm"), { content: t("interactions.aliases"), class: "" }],
        o.terms.map((term) => [term.term.replaceAll(":", " × "), number(term.effect, style, true) + style.suffix, probability(term.p), probability(term.p_holm), { content: term.aliases.join(t("comma")) || "–", class: "" }])),
      h("p", { class: "note" }, t("interactions.note")),
      h("div", { class: "actions" }, csv_button(`interactions-${state.outcome}`, columns, () => o.terms.map((term) => columns.map((key) => term[key]))))];
  }),
};
