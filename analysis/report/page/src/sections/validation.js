// The runs against regularities of real economies, as rongtong validate says it.
import { h, table, block_row } from "../dom.js";
import { data, state, t } from "../state.js";
import { csv_button } from "../csv.js";
import { exists } from "../format.js";

export const id = "validation";
export const wanted = () => Boolean(data.validation);

const short = (value) => (exists(value) ? String(Number(value.toPrecision(3))).replace("-", "−") : "");
const unit = (f) => (f.unit === "1" ? "" : ` ${f.unit}`);

function figure(f) {
  if (!exists(f.figure)) return "–";
  return `${short(f.figure)}${exists(f.se) ? ` ± ${short(f.se)}` : ""}${unit(f)}`;
}

function band(f) {
  const [low, high] = f.band;
  if (!exists(low) && !exists(high)) return "–";
  if (!exists(low)) return `≤ ${short(high)}`;
  if (!exists(high)) return `≥ ${short(low)}`;
  return low === -high ? `±${short(high)}` : t("interval", { low: short(low), high: short(high) });
}

function explain(f) {
  return h("details", {}, h("summary", {}, f.title), h("p", { class: "note" }, f.estimator, f.cites ? ` (${f.cites})` : "", f.band_source ? ` · ${t("validation.band")}: ${f.band_source}` : ""));
}

const columns = ["section", "id", "title", "unit", "figure", "se", "n", "band_low", "band_high", "verdict", "runs", "note"];

function measured(sections) {
  const rows = sections.flatMap((section) => {
    const found = section.findings.filter((f) => "figure" in f);
    return found.length ? [block_row(section.name, 5), ...found.map((f) => [explain(f), figure(f), band(f), { content: h("span", { class: `verdict ${f.verdict === "met" ? "reached" : f.verdict}` }, t(`validation.${f.verdict}`)), class: "" }, { content: f.note, class: "note" }])] : [];
  });
  return [table([t("validation.regularity"), t("validation.figure"), t("validation.band"), { content: t("columns.verdict"), class: "" }, { content: t("validation.note"), class: "" }], rows, { caption: t("validation.caption") }),
    h("div", { class: "actions" }, csv_button("validation", columns, () => sections.flatMap((s) => s.findings.filter((f) => "figure" in f).map((f) =>
      [s.name, f.id, f.title, f.unit, f.figure, f.se, f.n, f.band[0], f.band[1], f.verdict, f.runs, f.note]))))];
}

function missing(sections) {
  const list = sections.flatMap((s) => s.findings.filter((f) => !("figure" in f)));
  return list.length ? h("details", {}, h("summary", {}, t("validation.missing", { n: list.length })), h("ul", {}, list.map((f) => h("li", {}, h("strong", {}, f.title), ` – ${f.needs}`)))) : null;
}

export function content() {
  const v = data.validation;
  if (v.absent) return h("p", { class: "note" }, t(`validation.absent_${v.absent}`, { n: v.runs, limit: v.limit, text: v.text }));
  return [h("p", {}, t("validation.summary", { met: v.counts.met, missed: v.counts.missed, reported: v.counts.reported })),
    state.language === "zh" ? h("p", { class: "note" }, t("validation.english")) : null, measured(v.sections), missing(v.sections)];
}
