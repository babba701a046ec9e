// What to know before the figures are used, as far as the analysis knows it.
import { h, table } from "../dom.js";
import { data, t } from "../state.js";
import { fixed } from "../format.js";
import { group, lever, scenario_title } from "../names.js";

export const id = "caveats";
export const wanted = () => true;

const words = {
  single_pair: (c) => t("caveats.single_pair", { scenario: scenario_title(c.scenario) }),
  few_pairs: (c) => t("caveats.few_pairs", { scenario: scenario_title(c.scenario), n: c.n }),
  no_difference: (c) => t("caveats.no_difference", { scenario: scenario_title(c.scenario) }),
  mark: (c) => t("caveats.mark", { scenario: scenario_title(c.scenario), n: c.n, of: c.of, text: c.text || c.name }),
  small_groups: (c) => t("caveats.small_groups", { axis: t(`axes.${c.by}`), limit: c.limit, groups: small_list(c) }),
  sentence: (c) => t("caveats.sentence", { scenario: scenario_title(c.scenario), text: c.text }),
};

function small_list(c) {
  const shown = c.groups.slice(0, 8).map((g) => `${group(c.by, g.group)} (${fixed(g.firms, 0)})`).join(t("comma"));
  return c.groups.length > 8 ? t("caveats.and_more", { list: shown, n: c.groups.length - 8 }) : shown;
}

function assumptions() {
  const known = data.names?.assumptions;
  if (!known) return null;
  const used = [...new Set((data.comparison?.scenarios ?? []).flatMap((s) => s.policies.map((m) => m.lever ?? m.shock)))].filter((name) => known.levers[name]);
  return [h("p", {}, t("caveats.assumed", { n: known.assumed, of: known.parameters })),
    used.length ? table([t("runs.kind"), { content: t("caveats.source"), class: "" }, { content: t("caveats.without_source"), class: "" }],
      used.map((name) => [lever(name), { content: known.levers[name].source, class: "" }, { content: known.levers[name].assumed.join(t("comma")) || "–", class: "" }]), { caption: t("caveats.instruments") }) : null];
}

export const content = () => [
  h("ul", { class: "caveats" }, h("li", {}, t("caveats.model")), data.caveats.map((c) => h("li", {}, words[c.kind]?.(c) ?? c.kind))), assumptions()];
