// Several scenarios side by side: which is best in what, and which one is beaten in everything.
import { h, table } from "../dom.js";
import { data, t } from "../state.js";
import { csv_button } from "../csv.js";
import { defined } from "../definition.js";
import { exists, fixed, signed, short } from "../format.js";
import { scenario_title } from "../names.js";

export const id = "ranking";
export const wanted = () => data.comparison?.ranking?.scenarios?.length > 1;

const rate_of = (objective) => data.comparison.scenarios.some((s) => s.headline.some((row) => row.indicator === objective.indicator && row.rate));

function effect_text(objective, i) {
  const effect = objective.effects[i];
  if (!exists(effect)) return "–";
  if (rate_of(objective)) return `${signed(100 * effect, 2)} ${t("unit.points")}`;
  return short(effect, data.indicators?.[objective.indicator]?.unit);
}

export function content() {
  const { scenarios, objectives, dominated_by: beaten, share_dominated: share } = data.comparison.ranking;
  const columns = ["indicator", "by", "group", "better", "scenario", "effect", "rank", "share_first"];
  const rows = () => objectives.flatMap((o) => scenarios.map((name, i) => [o.indicator, o.by, o.group, o.better, name, o.effects[i], o.ranks[i], o.share_first[i]]));
  return [
    table([t("columns.name"), { content: t("ranking.better"), class: "" }, ...scenarios.map(scenario_title)],
      objectives.map((o) => [defined(o), { content: t(`ranking.${o.better}`), class: "" }, ...scenarios.map((_, i) => ({ content: o.ranks[i] === 1 ? h("strong", {}, effect_text(o, i)) : effect_text(o, i), title: t("ranking.first", { share: fixed(100 * o.share_first[i], 0) }) }))]), { caption: t("ranking.caption") }),
    table([t("scenario"), { content: t("ranking.beaten"), class: "" }, t("ranking.share")],
      scenarios.map((name, i) => [scenario_title(name), { content: beaten[i].map(scenario_title).join(t("list")) || t("ranking.none"), class: "" }, `${fixed(100 * share[i], 0)} %`]), { caption: t("ranking.dominance") }),
    h("div", { class: "actions" }, csv_button("ranking", columns, rows))];
}
