// One click away from every number: what it is, its unit and formula, and everything that the comparison says of it.
import { h, table } from "./dom.js";
import { t } from "./state.js";
import { place, formula } from "./names.js";
import { exists, probability, unit_text } from "./format.js";

const figures = ["mean_base", "mean_other", "mean_difference", "low", "high", "relative_percent", "difference_points", "n", "left_out",
  "sd_difference", "se", "t", "p", "p_holm", "bootstrap_low", "bootstrap_high", "detectable_effect", "pairs_wanted", "months", "months_wanted"];

function show(row) {
  const about = formula(row);
  const dialog = h("dialog", { "aria-labelledby": "definition-title" },
    h("h3", { id: "definition-title" }, place(row)),
    h("dl", {},
      h("dt", {}, t("definition.name")), h("dd", {}, h("code", {}, row.indicator)),
      h("dt", {}, t("definition.meaning")), h("dd", {}, about.long_name ?? row.long_name ?? "–"),
      h("dt", {}, t("definition.unit")), h("dd", {}, unit_text(about.unit ?? row.unit ?? "1")),
      h("dt", {}, t("definition.formula")), h("dd", {}, h("code", {}, about.formula || "–"))),
    row.mean_difference === undefined ? null : table([t("definition.figure"), t("definition.value")],
      figures.filter((key) => exists(row[key])).map((key) => [t(`figures.${key}`), key.startsWith("p") && key !== "pairs_wanted" ? probability(row[key]) : String(row[key])]),
      { caption: t("definition.all_digits") }),
    row.note ? h("p", { class: "note" }, row.note) : null,
    h("form", { method: "dialog" }, h("button", { type: "submit" }, t("close"))));
  dialog.addEventListener("close", () => dialog.remove());
  dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
  document.body.append(dialog);
  dialog.showModal();
}

// A name that tells its definition when it is clicked.
export const defined = (row, text = place(row)) =>
  h("button", { class: "defined", type: "button", title: t("definition.show"), onclick: () => show(row) }, text);
