// Who owes whom, and who paid whom, in the last month of one run: the balance sheet and the flows, whose rows and columns close.
import { h, table } from "../dom.js";
import { data, scenario, state, t, name_of } from "../state.js";
import { csv_button } from "../csv.js";
import { fixed } from "../format.js";
import { scenario_title } from "../names.js";

export const id = "accounts";
export const wanted = () => data.accounts?.length > 0;

const label = (kind, name) => name_of(kind, name, name.replaceAll("_", " "));
// Fen to millions of yuan (Chinese: 100 million); sums are taken in fen, so that they close.
const scale = () => (state.language === "zh" ? 1e10 : 1e8);
const shown = (fen) => (fen === 0 ? { content: "·", class: "n zero" } : fixed(fen / scale(), Math.abs(fen) < 0.05 * scale() ? 3 : 1));

function matrix(book, key, names, kind) {
  const rows = book[key];
  if (!rows) return null;
  const used = names.map((name, i) => [name, rows[i]]).filter(([, row]) => row.some((v) => v !== 0));
  const sum = (list) => list.reduce((a, b) => a + b, 0);
  const columns = book.accounts.map((_, i) => i).filter((i) => used.some(([, row]) => row[i] !== 0));
  const body = used.map(([name, row]) => [label(kind, name), ...columns.map((i) => shown(row[i])), shown(sum(row))]);
  const total = [t("accounts.sum"), ...columns.map((i) => shown(sum(used.map(([, row]) => row[i])))), shown(sum(used.flatMap(([, row]) => row)))];
  return [table([t(`accounts.${key}_row`), ...columns.map((i) => label("accounts_of", book.accounts[i])), t("accounts.sum")], [...body, total], { caption: t(`accounts.${key}`, { month: book.month }), cls: "matrix" }),
    h("div", { class: "actions" }, csv_button(`${key}-${book.scenario}`, ["row", ...book.accounts], () => used.map(([name, row]) => [name, ...row])))];
}

export function content(render) {
  const list = data.accounts.filter((b) => b.scenario === data.comparison?.base || b.scenario === scenario()?.scenario || !data.comparison);
  const book = list.find((b) => b.scenario === state.book) ?? list[0] ?? data.accounts[0];
  return [list.length > 1 ? h("div", { class: "choose", role: "group", "aria-label": t("scenario") }, list.map((b) =>
      h("button", { type: "button", "aria-pressed": String(b === book), onclick: () => { state.book = b.scenario; render(); } }, scenario_title(b.scenario)))) : null,
    h("p", { class: "note" }, t("accounts.note", { run: book.run, month: book.month, unit: t("accounts.unit") })),
    matrix(book, "balance_sheet", book.assets, "assets"), matrix(book, "transaction_flow", book.flows, "flows")];
}
