#!/usr/bin/env python3
"""Joint work and diffusion against protection of what is found, as docs/protection.md and docs/protection.png.

Usage: make_protection.py SWEEP

SWEEP is that of scenarios/experiments/ip.json: the same economies with the same luck from weak to strong protection. For each replicate a line is fitted
through its points; slopes are means over replicates with their 95 percent interval (Student's t).
"""
import argparse
import json
import os
import sys

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt  # noqa: E402
import numpy as np  # noqa: E402
from scipy import stats  # noqa: E402

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "analysis", "python"))
import rongtong  # noqa: E402

LATER = slice(48, 84)  # months; the policy begins in 24
START = 0.5            # enforceable part of rights at the start (joint/ip)
# Written down before the runs: indicator, group, sign of the slope, words.
FIGURES = [
    ("joint_firms", None, +1, "firms in joint R&D projects"),
    ("joint_walked_off", None, -1, "firms whose joint project a side left, a month"),
    ("technology_level", None, -1, "output of a worker that technology gives, over the start"),
]


def values_of(results, indicator, group):
    """By point and replicate: mean of the later months."""
    data = results.indicators[indicator] if group is None else results.by("size")[indicator].sel(size=group)
    return data.sel(month=LATER).mean("month").squeeze("scenario", drop=True).transpose("point", "replicate").values


def slopes(rise, values):
    fitted = np.array([np.polyfit(rise, values[:, r], 1)[0] for r in range(values.shape[1])])
    half = stats.t.ppf(0.975, len(fitted) - 1) * fitted.std(ddof=1) / np.sqrt(len(fitted))
    return fitted.mean(), half


def says(mean, half, sign):
    if abs(mean) <= half:
        return "**not seen**"
    return "as written" if mean * sign > 0 else "**other sign**"


def draw(rise, found, path):
    figure, axes = plt.subplots(1, len(found), figsize=(4.2 * len(found), 3.4), constrained_layout=True)
    for axis, ((_, _, _, words), values) in zip(axes, found):
        half = stats.t.ppf(0.975, values.shape[1] - 1) * values.std(axis=1, ddof=1) / np.sqrt(values.shape[1])
        axis.errorbar(START + rise, values.mean(axis=1), yerr=half, fmt="o-", capsize=3, color="#1f5f8b")
        axis.set_xlabel("enforceable part of rights")
        axis.set_title(words, fontsize=9)
        axis.grid(alpha=0.3)
    figure.savefig(path, dpi=110)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sweep")
    parser.add_argument("-o", "--output", default="docs/protection.md")
    asked = parser.parse_args()
    results = rongtong.open_sweep(asked.sweep)
    found = [(figure, values_of(results, figure[0], figure[1])) for figure in FIGURES]
    rise = np.array(json.loads(results.about["plan"])["parameters"]["rise"]["values"], dtype=float)  # a grid: points in this order
    draw(rise, found, os.path.splitext(asked.output)[0] + ".png")
    lines = ["| figure | slope by the enforceable part of rights, 0 to 1 (95 % interval) | sign written down | seen |",
             "| --- | --- | --- | --- |"]
    for (_, _, sign, words), values in found:
        mean, half = slopes(rise, values)
        lines.append(f"| {words} | {mean:+.3g} ± {half:.2g} | {'+' if sign > 0 else '-'} | {says(mean, half, sign)} |")
    text = ("# Protection of what is found\n\nWeak protection lowers joint work: partners hold each other up and walk off. Strong protection slows what spreads. "
            "Made by `./rt experiments` from\n`scenarios/experiments/ip.json`: twelve economies of 20 000 firms whose growth comes from research, protection changed from "
            "month 24 on, means of months 48 to 84.\n\n" + "\n".join(lines) + "\n\n![Three figures against protection](protection.png)\n")
    with open(asked.output, "w", encoding="utf-8") as file:
        file.write(text)
    print(text)


if __name__ == "__main__":
    main()
