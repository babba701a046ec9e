#!/usr/bin/python3
"""Draws what `rongtong validate --json` found: one picture for each figure that has one.

    rongtong validate RUNS... --json > found.json
    plot_validation.py found.json -o DIR

Writes DIR/ID.png, and DIR/ID-2.png and so on where several ensembles or pairs have the same figure. Lines are means over runs
with their 95 % interval; the ends of the band are dashed.
"""

import argparse
import json
import re
import sys
from pathlib import Path

import matplotlib

matplotlib.use("Agg")  # draws into files, needs no screen
import matplotlib.pyplot as plt  # noqa: E402

COLOURS = ["#4477aa", "#cc6677", "#228833"]
VERDICT_COLOURS = {"met": "#228833", "missed": "#cc3311"}


def known(x, y):
    """Without the points that are not numbers."""
    pairs = [(a, b) for a, b in zip(x, y) if a is not None and b is not None]
    return [a for a, _ in pairs], [b for _, b in pairs]


def draw_curve(axis, curve, colour):
    x, y = known(curve["x"], curve["y"])
    axis.plot(x, y, color=colour, linewidth=1.6, marker="o" if len(x) < 30 else None, markersize=3, label=curve["label"])
    if len(curve["low"]) == len(curve["x"]):
        axis.fill_between(curve["x"], curve["low"], curve["high"], color=colour, alpha=0.25, linewidth=0)


def draw(finding, path):
    plot = finding["plot"]
    figure, axis = plt.subplots(figsize=(6, 3.8), layout="constrained")
    for border in plot["borders"]:
        axis.axhline(border, color="0.4", linewidth=0.9, linestyle="--")
    for curve, colour in zip(plot["curves"], COLOURS * len(plot["curves"])):
        draw_curve(axis, curve, colour)
    axis.set_xscale("log" if plot["log_x"] else "linear")
    axis.set_yscale("log" if plot["log_y"] else "linear")
    axis.set_xlabel(plot["x"], fontsize=8)
    axis.set_ylabel(plot["y"], fontsize=8)
    axis.tick_params(labelsize=8)
    if len(plot["curves"]) > 1:
        axis.legend(fontsize=8, frameon=False)
    for side in ("top", "right"):
        axis.spines[side].set_visible(False)
    value = "" if finding["figure"] is None else f"{finding['figure']:.3g} {finding['unit'] if finding['unit'] != '1' else ''}"
    axis.set_title(f"{finding['title']}: {value.strip()} ({finding['verdict']})\n{finding['runs']}", fontsize=9, loc="left",
                   color=VERDICT_COLOURS.get(finding["verdict"], "black"))
    figure.savefig(path, dpi=120)
    plt.close(figure)


def free_name(folder, name, taken):
    taken[name] = taken.get(name, 0) + 1
    return folder / (f"{name}.png" if taken[name] == 1 else f"{name}-{taken[name]}.png")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("found", type=Path, help="what validate --json printed")
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="DIR")
    arguments = parser.parse_args()
    found = json.loads(arguments.found.read_text(encoding="utf-8"))
    if found.get("format") != "rongtong validation":
        sys.exit(f"{arguments.found}: is not what rongtong validate --json prints")
    arguments.output.mkdir(parents=True, exist_ok=True)
    taken = {}
    for section in found["sections"]:
        for finding in section["findings"]:
            if "plot" in finding:
                draw(finding, free_name(arguments.output, re.sub(r"[^a-z0-9_]+", "-", finding["id"]), taken))
    print(f"{sum(taken.values())} pictures in {arguments.output}")


if __name__ == "__main__":
    main()
