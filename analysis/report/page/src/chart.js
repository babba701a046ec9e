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

// The y axis of a chart whose values are all zero or missing: a zero in the middle, without digits of a scale that it has not got.
export const flat_axis = (values) => (values.some((v) => Number.isFinite(v) && v !== 0) ? {} : { domain: [-1, 1], ticks: [0], nice: false });

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

// A chart whose data have changed, in the width that it has.
export function draw_again(box) {
  box.drawn = undefined;
  draw_boxes([box]);
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
