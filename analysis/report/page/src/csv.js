// The data of a chart or table as a CSV that the page makes itself.
import { h } from "./dom.js";
import { t } from "./state.js";

// Spreadsheets take a leading =, +, - or @ for a formula; a text must not become one.
function field(value) {
  if (value === null || value === undefined) return "";
  if (typeof value === "number") return String(value);
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

export const csv_text = (columns, rows) => [columns, ...rows].map((row) => row.map(field).join(",")).join("\r\n") + "\r\n";

// rows: a function, so that nothing is made before somebody asks.
export function csv_button(name, columns, rows) {
  const save = () => {
    const url = URL.createObjectURL(new Blob(["\ufeff", csv_text(columns, rows())], { type: "text/csv" }));
    const link = h("a", { href: url, download: `${name}.csv` });
    link.click();
    setTimeout(() => URL.revokeObjectURL(url), 1000);
  };
  return h("button", { class: "small", type: "button", onclick: save, "data-csv": name }, t("csv"));
}
