// Charts are drawn for the width that they have, and anew when that changes. Colours come from the style sheet, so that the scheme
// may change under them.
import { h } from "./dom.js";

const charts = [];
const resized = new ResizeObserver((entries) => { for (const entry of entries) draw(entry.target); });

function draw(box) {
  const width = Math.floor(box.clientWidth);
  if (!box.draw || width < 40 || width === box.drawn) return;
  box.drawn = width;
  box.replaceChildren(box.draw(width));
}

// make(width): an SVG element. `label` says in words what is to be seen.
export function chart(make, label, cls = "chart") {
  const box = h("div", { class: cls, role: "img", "aria-label": label });
  box.draw = (width) => {
    const drawn = make(width);
    drawn.setAttribute("aria-hidden", "true"); // the box has the words
    return drawn;
  };
  charts.push(box);
  return box;
}

export function draw_all() {
  for (const box of charts) { draw(box); resized.observe(box); }
}

export function forget_charts() {
  resized.disconnect();
  charts.length = 0;
}

// Printing has a width of its own.
const redraw = () => { for (const box of charts) { box.drawn = 0; draw(box); } };
window.matchMedia("print").addEventListener("change", redraw);
