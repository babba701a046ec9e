// What can be turned: policies that are on or off, and a slider or list for each factor.
import { h } from "../dom.js";
import { data, t } from "../state.js";
import { lever, scenario_title } from "../names.js";

const e = data.explore;
const many = 24; // values beyond which a slider does not stop at each

// Four digits; a level that is a text: off for null, else what the plan says, shortened.
export function value_text(factor, x) {
  if (!factor.levels) return String(Number(x.toPrecision(4))).replace("-", "−");
  const text = factor.levels[x];
  if (text === "null") return t("explore.off");
  try {
    const value = JSON.parse(text);
    if (typeof value === "string") return value;
    if (value?.lever && factor.levels.length === 2 && factor.levels.includes("null")) return t("explore.on");
  } catch { /* a plain text */ }
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

function list(factor, x, changed) {
  const select = h("select", { id: `factor-${factor.f}`, onchange: () => { x[factor.f] = Number(select.value); changed(); } },
    factor.values.map((value) => h("option", { value, selected: value === x[factor.f] }, value_text(factor, value))));
  return { element: select, take: () => { select.value = x[factor.f]; } };
}

// Near a value that was run the slider stops at it.
function slider(factor, x, changed) {
  const { f, values } = factor, low = values[0], high = values[values.length - 1];
  const whole = values.every(Number.isInteger);
  const marks = values.length <= many ? `values-${f}` : null;
  const shown = h("output", { for: `factor-${f}` });
  const input = h("input", { type: "range", id: `factor-${f}`, min: low, max: high, step: whole ? 1 : (high - low) / 1000, list: marks });
  const say = () => { shown.textContent = value_text(factor, x[f]); input.setAttribute("aria-valuetext", shown.textContent); };
  input.addEventListener("input", () => {
    const at = Number(input.value), near = values.find((v) => Math.abs(v - at) <= 0.012 * (high - low));
    x[f] = marks && near !== undefined && (!whole || near === at) ? near : at;
    say();
    changed();
  });
  const take = () => { input.value = x[f]; say(); };
  take();
  return { element: [input, marks ? h("datalist", { id: marks }, values.map((value) => h("option", { value }))) : null, shown], take };
}

export function control(factor, x, changed) {
  const made = factor.levels ? list(factor, x, changed) : slider(factor, x, changed);
  const box = h("div", { class: "control" }, h("label", { for: `factor-${factor.f}` }, factor.name), made.element);
  box.take = made.take;
  return box;
}

// By which policies and shocks scenarios differ, where no two differ by the same.
function labels_of_scenarios() {
  const sets = e.scenarios.map((s) => s.policies.map((m) => m.label).sort());
  const keys = new Set(sets.map((set) => set.join("\n")));
  return keys.size === sets.length && sets.every((set) => set.length) && !e.scenarios.some((s) => s.scenario === e.base) ? sets : null;
}

const same = (a, b) => a.length === b.length && a.every((label, i) => label === b[i]);

// Switches for policies; a combination that was not run is said and not taken.
function switches(sets, choice, render, nothing) {
  const on = choice.scenario < 0 ? [] : sets[choice.scenario];
  const labels = [...new Set(sets.flat())];
  const name = (label) => {
    const mark = e.scenarios.flatMap((s) => s.policies).find((m) => m.label === label);
    return `${lever(mark.lever ?? mark.shock)} (${label})`;
  };
  const toggle = (label) => {
    const wanted = (on.includes(label) ? on.filter((l) => l !== label) : [...on, label]).sort();
    const found = sets.findIndex((set) => same(set, wanted));
    if (found < 0 && wanted.length) {
      nothing.textContent = t("explore.combination", { wanted: wanted.map(name).join(" + ") });
      return false;
    }
    choice.scenario = found;
    render();
    return true;
  };
  return h("fieldset", { class: "switches" }, h("legend", {}, t("explore.policies")), labels.map((label) => {
    const box = h("input", { type: "checkbox", checked: on.includes(label), onchange: () => { if (!toggle(label)) box.checked = on.includes(label); } });
    return h("label", {}, box, " ", name(label));
  }));
}

export function policies(choice, render, nothing) {
  const sets = labels_of_scenarios();
  const several = sets && new Set(sets.flat()).size > 1;
  const all = e.scenarios.some((s) => s.scenario === e.base) ? [] : [-1];
  const options = [...all, ...e.scenarios.map((_, s) => s)];
  if (options.length < 2) return null;
  const select = h("select", { id: "explore-scenario", onchange: () => { choice.scenario = Number(select.value); render(); } },
    options.map((s) => h("option", { value: s, selected: s === choice.scenario }, s < 0 ? t("explore.base_itself", { base: scenario_title(e.base) }) : scenario_title(e.scenarios[s].scenario))));
  return [several ? switches(sets, choice, render, nothing) : null,
    h("div", { class: "control" }, h("label", { for: "explore-scenario" }, t("scenario")), select)];
}
