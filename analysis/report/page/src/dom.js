// Elements out of names, attributes and children. Texts become text nodes and never HTML, whoever wrote them.
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : value);
  }
  append(element, children);
  return element;
}

export function append(element, children) {
  for (const child of children.flat(Infinity)) {
    if (child === null || child === undefined || child === false) continue;
    element.append(child instanceof Node ? child : document.createTextNode(String(child)));
  }
  return element;
}

// rows: arrays of cells; a cell is what h() takes, or {content, ...attributes}. label: of a table whose title stands above it already.
export function table(head, rows, { numbers = 1, caption, label = caption, cls = "" } = {}) {
  const is_cell = (c) => c !== null && typeof c === "object" && !(c instanceof Node) && !Array.isArray(c);
  const cell = (tag, c, i) => {
    const { content, ...more } = is_cell(c) ? c : { content: c };
    const kind = i >= numbers && more.class === undefined ? "n" : more.class || null;
    return h(i === 0 && tag === "td" ? "th" : tag, { scope: tag === "th" ? "col" : i === 0 ? "row" : null, ...more, class: kind }, content);
  };
  return h("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": label ?? null },
    h("table", { class: cls },
      caption ? h("caption", {}, h("span", {}, caption)) : null,
      h("thead", {}, h("tr", {}, head.map((c, i) => cell("th", c, i)))),
      h("tbody", {}, rows.map((row) => Array.isArray(row) ? h("tr", {}, row.map((c, i) => cell("td", c, i))) : row))));
}

// A row that spans the table: the name of a block of rows.
export const block_row = (text, columns) => h("tr", { class: "block" }, h("th", { colspan: columns, scope: "colgroup" }, text));
