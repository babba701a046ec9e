// The page: head, contents, sections. Each section is one file of sections/: {id, wanted(), content()}.
import { h, append } from "./dom.js";
import { data, state, t, both } from "./state.js";
import { scenario_title } from "./names.js";
import { draw_all, forget_charts } from "./chart.js";
import * as explore from "./sections/explore.js";
import * as runs from "./sections/runs.js";
import * as headline from "./sections/headline.js";
import * as paths from "./sections/paths.js";
import * as groups from "./sections/groups.js";
import * as cost from "./sections/cost.js";
import * as levels from "./sections/levels.js";
import * as design from "./sections/design.js";
import { drivers, interactions } from "./sections/studies.js";
import * as discovery from "./sections/discovery.js";
import * as recovery from "./sections/recovery.js";
import * as network from "./sections/network.js";
import * as caveats from "./sections/caveats.js";
import * as accounts from "./sections/accounts.js";
import * as validation from "./sections/validation.js";
import * as ranking from "./sections/ranking.js";

const sections = [explore, headline, paths, groups, cost, ranking, levels, design, drivers, interactions, discovery, recovery, caveats, network, accounts, validation, runs];

function choose(label, name, options) {
  return h("div", { class: "choose", role: "group", "aria-label": label }, options.map(([value, text]) =>
    h("button", { type: "button", "aria-pressed": String(state[name] === value), onclick: () => { state[name] = value; render(); } }, text)));
}

function head() {
  const list = data.comparison?.scenarios ?? [];
  return h("header", { class: "top" },
    h("div", { class: "bar" },
      h("span", { class: "brand" }, "Rongtong 融通"),
      h("div", { class: "tools" },
        choose(t("language"), "language", [["en", "English"], ["zh", "中文"]]),
        choose(t("scheme"), "scheme", [["auto", t("auto")], ["light", t("light")], ["dark", t("dark")]]))),
    h("h1", {}, both(data.title) || title_of_data(list)),
    list.length ? h("p", { class: "lead" }, t("against", { base: scenario_title(data.comparison.base) })) : null,
    list.length > 1 ? h("div", { class: "picker" }, h("label", { for: "scenario" }, t("scenario")),
      h("select", { id: "scenario", onchange: (event) => { state.scenario = Number(event.target.value); render(); } },
        list.map((s, i) => h("option", { value: i, selected: i === state.scenario },
          scenario_title(s.scenario) + (s.first_month === undefined || list.every((o) => o.scenario !== s.scenario || o === s) ? "" : ` (${s.first_month})`))))) : null);
}

function title_of_data(list) {
  if (list.length) return scenario_title(list[state.scenario].scenario);
  if (data.explore) return t("explore.page_title");
  return data.levels ? scenario_title(data.levels.scenario) : t("title");
}

function foot() {
  const terms = document.getElementById("licences").textContent;
  return h("footer", {}, h("p", {}, t("made_by", { version: data.program?.version ?? "", commit: data.program?.commit ?? "" })),
    h("details", {}, h("summary", {}, t("licences")), h("pre", { tabindex: "0" }, terms)));
}

export function render() {
  const root = document.documentElement;
  root.lang = state.language === "zh" ? "zh-CN" : "en";
  root.dataset.scheme = state.scheme;
  document.title = `${both(data.title) || t(data.explore ? "explore.page_title" : "title")} · Rongtong`;
  forget_charts();
  const shown = sections.filter((s) => s.wanted());
  const main = h("main", {}, shown.map((s) => h("section", { id: s.id, "aria-labelledby": `${s.id}-title` },
    h("h2", { id: `${s.id}-title` }, t(`${s.id}.title`)), s.content(render))));
  const contents = h("nav", { "aria-label": t("contents") }, h("ol", {}, shown.map((s) => h("li", {}, h("a", { href: `#${s.id}` }, t(`${s.id}.title`))))));
  const page = document.getElementById("page");
  page.replaceChildren();
  append(page, [head(), h("div", { class: "columns" }, contents, main), foot()]);
  draw_all();
  page.dataset.ready = "yes";
}

render();
