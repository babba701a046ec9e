// The map of capabilities and demands: what firms of each sector can deliver, which sectors need it, from how many suppliers; and by
// field of technology who does R&D and who buys it.
import * as Plot from "@observablehq/plot";
import { h, table } from "../dom.js";
import { name_of, t } from "../state.js";
import { chart } from "../chart.js";
import { csv_button } from "../csv.js";
import { exists, fixed, short, whole } from "../format.js";
import { group, sector } from "../names.js";

// Needs as objects, whose columns are those that the data name.
const needs_of = (map) => map.needs.map((row) => Object.fromEntries(map.need_columns.map((name, i) => [name, row[i]])));

function plot(map, needs, width) {
  const codes = map.sectors.map((s) => s.sector), every = width < 600 ? 5 : 1;
  const ticks = codes.filter((_, i) => i % every === 0);
  const values = needs.map((n) => n.value), low = Math.log(Math.min(...values)), span = Math.log(Math.max(...values)) - low || 1;
  const side = Math.min(width, 760), cell = (side - 44) / codes.length;
  const place = { x: (n) => codes[n.user], y: (n) => codes[n.product] };
  const title = (n) => `${group("sector", codes[n.product])} → ${group("sector", codes[n.user])} · ${short(n.value, "yuan")} · ${t("network.map_need", { buyers: whole(n.buyers), single: whole(n.single_source) })}`;
  return Plot.plot({
    width: side, height: side, margin: 2, marginLeft: 36, marginTop: 36, padding: 0.06,
    x: { domain: codes, axis: "top", ticks, tickRotate: -90, tickSize: 0, label: null }, y: { domain: codes, ticks, tickSize: 0, label: null },
    marks: [
      Plot.cell(needs, { ...place, fill: "var(--other)", fillOpacity: (n) => 0.12 + (0.88 * (Math.log(n.value) - low)) / span, title }),
      Plot.dot(needs.filter((n) => n.essential), { ...place, r: Math.max(0.8, cell / 5), fill: "var(--third)", stroke: "var(--paper)", strokeWidth: 0.5, pointerEvents: "none" }),
    ],
  });
}

function sides(map, needs) {
  const single = map.sectors.map(() => 0);
  for (const n of needs) if (n.essential) single[n.product] += n.single_source;
  const share = (value) => (exists(value) ? `${fixed(100 * value, 1)} %` : "–");
  const yuan = (value) => (exists(value) ? short(value, "yuan") : "–");
  return h("details", {}, h("summary", {}, t("network.map_table")), table(
    [t("network.map_product"), t("network.map_suppliers"), t("network.map_can_make"), t("network.map_ordered"), t("network.map_unfilled"), t("network.map_single")],
    map.sectors.map((s, i) => [sector(s.sector), whole(s.suppliers), yuan(s.can_make), yuan(s.ordered), share(s.unfilled_share), whole(single[i])]),
    { label: t("network.map_table") }));
}

const field_name = (f) => (f.sectors.length === 1 && f.field === f.sectors[0] ? sector(f.field) : name_of("technology_fields", f.field));

// R&D by field of technology, or why there is none.
function technology(map) {
  if (!map) return null;
  if (map.absent) return h("p", { class: "note" }, t(`network.technology_absent_${map.absent}`));
  const columns = ["field", "performers", "research", "bought", "bought_from_others", "projects_waiting", "projects_on_lines"];
  const rows = [...map.fields].sort((a, b) => b.research - a.research);
  return h("figure", {}, h("figcaption", {}, h("span", { class: "figure-title" }, t("network.technology_title")), h("span", { class: "faint" }, t("network.technology_rule"))),
    table([t("network.technology_field"), ...columns.slice(1).map((name) => t(`network.technology_${name}`))],
      rows.map((f) => [field_name(f), whole(f.performers), short(f.research, "yuan"), short(f.bought, "yuan"), short(f.bought_from_others, "yuan"), whole(f.projects_waiting), whole(f.projects_on_lines)]),
      { label: t("network.technology_title") }),
    h("div", { class: "actions" }, csv_button("technology", [...columns, "sectors"], () => map.fields.map((f) => [...columns.map((name) => f[name]), f.sectors.join(" ")])), " ",
      csv_button("technology-embodied", ["from", "to", "research"], () => map.fields.flatMap((from, i) => map.fields.map((to, j) => [from.field, to.field, map.embodied[i][j]])))));
}

export function capability_map(map) {
  if (!map?.needs?.length) return null;
  const needs = needs_of(map), columns = ["sector", "suppliers", "sales", "can_make", "ordered", "unfilled_share"];
  return [h("figure", {}, h("figcaption", {}, h("span", { class: "figure-title" }, t("network.map_title")), h("span", { class: "faint" }, t("network.map_rule"))),
    chart((width) => plot(map, needs, width), t("network.map_alt", { n: needs.length })),
    h("p", { class: "keys" }, h("span", { class: "key" }, h("i", { class: "ball" }), t("network.map_value")), h("span", { class: "key" }, h("i", { class: "ball third" }), t("network.map_essential"))),
    sides(map, needs),
    h("div", { class: "actions" }, csv_button("needs", map.need_columns, () => needs.map((n) => map.need_columns.map((name) => (["product", "user"].includes(name) ? map.sectors[n[name]].sector : Number(n[name]))))), " ",
      csv_button("capabilities", columns, () => map.sectors.map((s) => columns.map((name) => s[name]))))), technology(map.technology)];
}
