// The headline: what the policy should do, the harm that it can do, what it costs, and the economy around it, with intervals.
import { h } from "../dom.js";
import { data, scenario, t } from "../state.js";
import { csv_button } from "../csv.js";
import { month_text } from "../dates.js";
import { defined } from "../definition.js";
import { effect_texts, exists, percent_level, unit_text } from "../format.js";
import { axis, domain_of, interval } from "../interval.js";
import { colon, lever, place } from "../names.js";

export const id = "headline";
export const wanted = () => scenario()?.headline?.length > 0;

// Where an effect and its interval lie on the common axis: percent of the base, or points.
function on_axis(row) {
  const k = row.rate ? 100 : exists(row.mean_base) && row.mean_base !== 0 ? 100 / Math.abs(row.mean_base) : null;
  if (k === null || !exists(row.mean_difference)) return null;
  return { middle: row.mean_difference * k, low: exists(row.low) ? row.low * k : null, high: exists(row.high) ? row.high * k : null };
}

const color_of = (row) => `var(--${{ reached: "good", missed: "bad", shown: "bad", opposite: "good" }[row.verdict] ?? "plain"})`;

function expectation(row) {
  if (row.role !== "goal" && row.role !== "harm") return "";
  return t(`headline.${row.role}_${row.expected}`);
}

// Percent, points and plain numbers say themselves what they are.
const unit_of = (row) => (row.rate || row.unit === "1" ? "" : unit_text(row.unit));

function row_of(row, domain) {
  const texts = effect_texts(row);
  const words = `${place(row)}${colon()}${texts.difference} (${texts.interval})`;
  const base_zero = !on_axis(row) ? h("span", { class: "faint" }, t("headline.no_base")) : null;
  return h("div", { class: "forest-row", role: "row" },
    h("div", { class: "name", role: "rowheader" }, defined(row), h("span", { class: "faint" }, [unit_of(row), expectation(row)].filter(Boolean).join(" · "))),
    h("div", { class: "levels", role: "cell" }, h("span", {}, texts.base), h("span", { class: "arrow" }, "→"), h("span", {}, texts.other)),
    h("div", { class: "picture", role: "cell" }, base_zero ?? interval(on_axis(row), domain, words, { color: color_of(row), symbol: row.rate ? "diamond" : "circle" })),
    h("div", { class: "effect", role: "cell" }, h("strong", {}, texts.difference), h("span", { class: "faint" }, texts.interval)),
    h("div", { class: "change", role: "cell" }, row.rate ? "" : texts.change),
    h("div", { class: `verdict ${row.verdict}`, role: "cell" }, row.verdict ? t(`verdicts.${row.verdict}`) : "–"));
}

function summary(s) {
  const tally = (role, verdict) => s.headline.filter((r) => r.role === role && r.verdict === verdict).length;
  const of = (role) => s.headline.filter((r) => r.role === role).length;
  const marks = s.policies.filter((m) => m.of === "other");
  return h("p", { class: "summary" },
    marks.length ? `${marks.map((m) => t(m.shock ? "headline.shock_from" : "headline.lever_from", { name: lever(m.lever ?? m.shock), month: month_text(m.start_month) })).join(t("list"))}${t("stop")} ` : "",
    of("goal") ? t("headline.goals", { n: tally("goal", "reached"), of: of("goal") }) + " " : "",
    of("harm") ? t("headline.harms", { n: tally("harm", "shown"), of: of("harm") }) + " " : "",
    t("headline.window", { statistic: t(`statistics.${data.comparison.statistic}`), first: month_text(s.first_month), last: month_text(s.last_month), n: s.pairs.length, level: percent_level(data.comparison.level) }));
}

export function content() {
  const s = scenario();
  const domain = domain_of(s.headline.map(on_axis));
  const column = (key, values) => h("div", { class: key, role: "columnheader" }, t(`columns.${key}`, values));
  const rows = ["goal", "harm", "cost", "context"].flatMap((role) => {
    const of_role = s.headline.filter((row) => row.role === role);
    return of_role.length ? [h("div", { class: "forest-block", role: "row" }, h("span", { role: "cell" }, t(`roles.${role}`))), ...of_role.map((row) => row_of(row, domain))] : [];
  });
  return [summary(s),
    h("div", { class: "forest", role: "table", "aria-label": t("headline.title") },
      h("div", { class: "forest-head", role: "row" }, column("name"), column("levels"), column("picture"), column("effect", { level: percent_level(data.comparison.level) }), column("change"), column("verdict")),
      rows,
      h("div", { class: "forest-axis", "aria-hidden": "true" }, h("div", { class: "picture" }, axis(domain)))),
    h("p", { class: "note" }, t("headline.note", { level: percent_level(data.comparison.level) })),
    h("div", { class: "actions" }, csv_button("headline", csv_columns, () => csv_rows(s)))];
}

const csv_columns = ["scenario", "role", "indicator", "by", "group", "unit", "expected", "verdict", "n", "mean_base", "mean_other", "mean_difference", "low", "high", "relative_percent", "difference_points", "p", "p_holm", "bootstrap_low", "bootstrap_high"];
const csv_rows = (s) => s.headline.map((row) => csv_columns.map((key) => (key === "scenario" ? s.scenario : row[key])));
