// Charts are drawn for the width that they have, and anew when that changes. Colours come from the style sheet, so that the scheme
// may change under them.
import { h } from "./dom.js";

const charts = [];
const resized = new ResizeObserver((entries) => draw_boxes(entries.map((entry) => entry.target)));

// All widths are read before anything is drawn: a width after a drawing would make the browser lay out the page each time.
function draw_boxes(boxes) {
  const widths = boxes.map((box) => Math.floor(box.clientWidth));
  boxes.forEach((box, i) => {
    if (widths[i] < 40 || widths[i] === box.drawn) return;
    box.drawn = widths[i];
    box.replaceChildren(box.draw(widths[i]));
  });
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
  draw_boxes(charts);
  for (const box of charts) resized.observe(box);
}

export function forget_charts() {
  resized.disconnect();
  charts.length = 0;
}

// Printing has a width of its own.
const redraw = () => draw_boxes(charts);
window.matchMedia("print").addEventListener("change", redraw);
