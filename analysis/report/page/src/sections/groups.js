// Who gains and who pays: effects by group of firms, and firm by firm in tenths where the runs keep a panel.
import { h, table } from "../dom.js";
import { data, scenario, state, t } from "../state.js";
import { csv_button } from "../csv.js";
import { defined } from "../definition.js";
import { effect_texts, exists, fixed, percent_level, style_of, unit_text, whole } from "../format.js";
import { axis, domain_of, in_unit, interval } from "../interval.js";
import { colon, group, indicator, place } from "../names.js";

export const id = "groups";
export const wanted = () => scenario()?.groups?.length > 0 || Boolean(scenario()?.winners);

const many = 8; // groups from which one indicator is shown at a time

const once = (list) => [...new Set(list)];
const certain = (row) => exists(row.p_holm) && row.p_holm < 1 - data.comparison.level;

function row_of(row, domain, factor) {
  const texts = effect_texts(row);
  return h("div", { class: "panel-row" },
    h("span", { class: "name" }, defined(row, group(row.by, row.group))),
    interval(in_unit(row, factor), domain, `${place(row)}${colon()}${texts.difference} (${texts.interval})`, { color: certain(row) ? "var(--other)" : "var(--line-strong)" }),
    h("span", { class: certain(row) ? "number" : "number faint" }, texts.bare));
}

// Groups of an axis without firms, or without the indicator, have no figures: they are left out.
function panel(rows) {
  const shown = rows.filter((row) => exists(row.mean_difference) && (row.mean_base !== 0 || row.mean_other !== 0));
  if (!shown.length) return null;
  const style = style_of(shown[0].unit, shown[0].rate, shown.flatMap((row) => [row.mean_difference]));
  const domain = domain_of(shown.map((row) => in_unit(row, style.factor)));
  const unit = shown[0].rate ? t("unit.points_long") : `${style.suffix.trim()} ${unit_text(shown[0].unit)}`.trim();
  const ordered = shown.length > many ? [...shown].sort((a, b) => a.mean_difference - b.mean_difference) : shown;
  return h("figure", { class: "panel" },
    h("figcaption", {}, h("span", { class: "figure-title" }, indicator(shown[0].indicator)), h("span", { class: "faint" }, unit)),
    ordered.map((row) => row_of(row, domain, style.factor)),
    h("div", { class: "panel-row" }, h("span", {}), axis(domain), h("span", {})),
    h("div", { class: "actions" }, csv_button(`groups-${shown[0].by}-${shown[0].indicator}`, csv_columns, () => rows.map((row) => csv_columns.map((key) => (key === "scenario" ? scenario().scenario : row[key]))))));
}

const csv_columns = ["scenario", "indicator", "by", "group", "unit", "n", "mean_base", "mean_other", "mean_difference", "low", "high", "relative_percent", "difference_points", "p", "p_holm"];

function choice(axes, render) {
  return h("div", { class: "choose", role: "group", "aria-label": t("groups.by") }, axes.map((name) =>
    h("button", { type: "button", "aria-pressed": String(state.axis === name), onclick: () => { state.axis = name; render(); } }, t(`axes.${name}`))));
}

function picker(names, render) {
  return h("div", { class: "picker" }, h("label", { for: "group-indicator" }, t("groups.indicator")),
    h("select", { id: "group-indicator", onchange: (event) => { state.indicator = event.target.value; render(); } },
      names.map((name) => h("option", { value: name, selected: name === state.indicator }, indicator(name)))));
}

function by_group(render) {
  const rows = scenario().groups;
  const axes = once(rows.map((row) => row.by)).filter((name) => once(rows.filter((row) => row.by === name && exists(row.mean_base) && row.mean_base !== 0).map((row) => row.group)).length > 1);
  if (!axes.length) return null;
  if (!axes.includes(state.axis)) state.axis = axes[0];
  const of_axis = rows.filter((row) => row.by === state.axis);
  const names = once(of_axis.map((row) => row.indicator));
  const one = once(of_axis.map((row) => row.group)).length > many;
  if (!names.includes(state.indicator)) state.indicator = names.includes("output") ? "output" : names[0];
  return [choice(axes, render), one ? picker(names, render) : null,
    h("div", { class: one ? "figures one" : "figures" }, (one ? [state.indicator] : names).map((name) => panel(of_axis.filter((row) => row.indicator === name)))),
    h("p", { class: "note" }, t("groups.note", { level: percent_level(data.comparison.level) }))];
}

const decile_columns = ["decile", "firms", "mean_base", "mean_other", "mean_difference", "low", "high", "better", "worse", "gone_in_base", "gone_in_other"];

function deciles() {
  const winners = scenario().winners;
  if (!winners) return h("p", { class: "note" }, t("groups.no_panel"));
  const values = (d) => decile_columns.map((key) => (key in d ? d[key] : d.effect[key]));
  return [h("h3", {}, t("groups.deciles", { variable: indicator(winners.variable), before: winners.before_month, after: winners.after_month })),
    table([t("groups.decile"), t("groups.firms"), t("groups.effect"), t("groups.interval", { level: percent_level(data.comparison.level) }), t("groups.better"), t("groups.worse"), t("groups.gone_base"), t("groups.gone_other")],
      winners.deciles.map((d) => {
        const texts = effect_texts(d.effect);
        return [String(d.decile), whole(d.firms), defined({ ...d.effect, indicator: winners.variable }, texts.difference), texts.interval, `${fixed(100 * d.better, 1)} %`, `${fixed(100 * d.worse, 1)} %`, fixed(d.gone_in_base, 1), fixed(d.gone_in_other, 1)];
      }), { caption: t("groups.deciles_note") }),
    h("div", { class: "actions" }, csv_button("deciles", decile_columns, () => winners.deciles.map(values)))];
}

export const content = (render) => [by_group(render), deciles()];
