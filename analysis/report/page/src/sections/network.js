// Which firms the economy hangs on, and the links among the largest of them.
import * as Plot from "@observablehq/plot";
import { forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY } from "d3-force";
import { h, table } from "../dom.js";
import { data, t } from "../state.js";
import { chart } from "../chart.js";
import { csv_button } from "../csv.js";
import { fixed, short, whole } from "../format.js";
import { group } from "../names.js";
import { capability_map } from "./map.js";

export const id = "network";
export const wanted = () => Boolean(data.network);

const percent = (value) => `${fixed(100 * value, 2)} %`;
let placed = null; // the layout is made once: it is the same for every width

const radius = (node, most) => 2 + 10 * Math.sqrt(node.sales / most);

function layout(graph) {
  if (placed) return placed;
  const most = Math.max(...graph.nodes.map((n) => n.sales), 1);
  const nodes = graph.nodes.map((n) => ({ ...n, r: radius(n, most) }));
  const links = graph.links.map(([source, target]) => ({ source, target }));
  forceSimulation(nodes).force("link", forceLink(links).distance(28).strength(0.12)).force("push", forceManyBody().strength(-26))
    .force("apart", forceCollide((n) => n.r + 1.5)).force("x", forceX(0).strength(0.07)).force("y", forceY(0).strength(0.1)).stop().tick(260);
  placed = { nodes, links, most };
  return placed;
}

function plot(graph, width) {
  const { nodes, links } = layout(graph);
  const top = new Set([...nodes].sort((a, b) => b.esri - a.esri).slice(0, graph.critical).map((n) => n.id));
  const height = Math.round(Math.min(620, Math.max(300, width * 0.62)));
  return Plot.plot({
    width, height, axis: null, margin: 14, x: { domain: extent(nodes, "x") }, y: { domain: extent(nodes, "y") }, r: { type: "identity" },
    marks: [
      Plot.link(links, { x1: (l) => l.source.x, y1: (l) => l.source.y, x2: (l) => l.target.x, y2: (l) => l.target.y, stroke: "var(--line-strong)", strokeOpacity: 0.4, strokeWidth: 0.8 }),
      Plot.dot(nodes, { x: "x", y: "y", r: (n) => n.r * Math.min(1, width / 700), fill: (n) => (top.has(n.id) ? "var(--third)" : "var(--other)"), stroke: "var(--paper)", strokeWidth: 0.8, title: (n) => `${n.id} · ${group("sector", n.sector)} · ESRI ${percent(n.esri)}` }),
    ],
  });
}

function extent(nodes, key) {
  const values = nodes.map((n) => n[key]);
  return [Math.min(...values), Math.max(...values)];
}

function picture(n) {
  const g = n.graph;
  if (!g?.nodes?.length) return null;
  return h("figure", {}, h("figcaption", {}, h("span", { class: "figure-title" }, t("network.picture")),
      h("span", { class: "faint" }, t("network.rule", { largest: g.largest, critical: g.critical, shown: whole(g.links.length), of: whole(g.links_among_them) }))),
    chart((width) => plot(g, width), t("network.alt", { n: g.nodes.length })),
    h("p", { class: "keys" }, h("span", { class: "key" }, h("i", { class: "ball third" }), t("network.critical", { n: g.critical })), h("span", { class: "key" }, h("i", { class: "ball" }), t("network.others"))),
    h("div", { class: "actions" }, csv_button("network-nodes", ["id", "sector", "sales", "esri"], () => g.nodes.map((v) => [v.id, v.sector, v.sales, v.esri])), " ",
      csv_button("network-links", ["supplier", "buyer", "value"], () => g.links.map(([a, b, value]) => [g.nodes[a].id, g.nodes[b].id, value]))));
}

export function content() {
  const n = data.network;
  if (n.absent) return [h("p", { class: "note" }, t(`network.absent_${n.absent}`, { n: n.firms, limit: n.limit, text: n.text }))];
  return [h("p", {}, t("network.lead", { name: n.name, month: n.month, firms: whole(n.firms), links: whole(n.links), mean: percent(n.mean), above: whole(n.above_1_percent), single: whole(n.single_source_inputs), essential: whole(n.essential_inputs), outside: n.sales_outside_links === null ? "–" : percent(n.sales_outside_links) })),
    picture(n),
    table([t("network.firm"), { content: t("axes.sector"), class: "" }, t("network.esri"), t("network.sales"), t("network.sole")],
      n.esri.map((f) => [f.id, { content: group("sector", f.sector), class: "" }, percent(f.esri), short(f.sales, "yuan"), whole(f.sole_supplier_for)]), { caption: t("network.caption", { n: n.esri.length }) }),
    h("p", { class: "note" }, t("network.note")),
    h("div", { class: "actions" }, csv_button("systemic-risk", ["id", "sector", "esri", "sales", "sole_supplier_for"], () => n.esri.map((f) => [f.id, f.sector, f.esri, f.sales, f.sole_supplier_for]))), ...(capability_map(n.map) ?? [])];
}
