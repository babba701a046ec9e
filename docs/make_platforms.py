#!/usr/bin/env python3
"""What a trade platform does by what firms expect of it, from two starts, as docs/platforms.md.

Usage: make_platforms.py SWEEP

SWEEP is that of scenarios/experiments/platforms.json: the same economies with the same luck for each worth of the platform, from 5 and from 60 percent of
members. Effects are against the lowest worth from the low start, where hardly anybody is a member, pair by pair.
"""
import os
import sys

import numpy as np
from scipy import stats

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "analysis", "python"))
import rongtong  # noqa: E402

LATER = slice(84, 120)  # months
# Written down before the runs: indicator, its sign where more firms are members, percent of its base or as it is, words.
EFFECTS = [
    ("suppliers_left", +1, "suppliers that are left, a month"),
    ("trials_failed", -1, "trials that fail, a month"),
    ("orders_to_small", 0, "part of orders that goes to smaller firms (no sign written)"),
    ("output_real", 0, "real value added (no sign written)"),
]


def values(results, indicator, months=LATER):
    """By scenario, point and replicate."""
    return results.indicators[indicator].sel(month=months).mean("month").transpose("scenario", "point", "replicate")


def interval(sample):
    half = stats.t.ppf(0.975, len(sample) - 1) * sample.std(ddof=1) / np.sqrt(len(sample))
    return sample.mean(), half


def states(results, worths):
    firms = results.indicators["firms"]
    shares = {name: results.indicators[name] / firms for name in ("platform_members",)}
    start = shares["platform_members"].sel(month=slice(1, 12)).mean("month").mean("replicate")
    end = shares["platform_members"].sel(month=LATER).mean("month").mean("replicate")
    found = values(results, "platform_orders_share").mean("replicate")
    learnt = values(results, "platform_worth").mean("replicate")
    yield "| begins with | worth at the start | members, year 1 | years 8 to 10 | orders over links found there | worth by then |"
    yield "| --- | --- | --- | --- | --- | --- |"
    for scenario in ("low", "high"):
        for k, worth in enumerate(worths):
            at = dict(scenario=scenario, point=results.indicators.point.values[k])
            yield (f"| {'5' if scenario == 'low' else '60'} % tried | {worth:g} | {100 * float(start.sel(**at)):.1f} % | {100 * float(end.sel(**at)):.1f} % | "
                   f"{100 * float(found.sel(**at)):.2f} % | {float(learnt.sel(**at)):.2f} |")


def effects(results, worths):
    yield "| figure | " + " | ".join(f"{s}, worth {w:g}" for s in ("low", "high") for w in worths) + " |"
    yield "| --- |" + " --- |" * (2 * len(worths))
    for indicator, sign, words in EFFECTS:
        data = values(results, indicator)
        base = data.sel(scenario="low").isel(point=0).values
        cells = []
        for scenario in ("low", "high"):
            for k in range(len(worths)):
                mean, half = interval(100 * (data.sel(scenario=scenario).isel(point=k).values - base) / base.mean())
                cells.append("base" if scenario == "low" and k == 0 else f"{mean:+.2f} +- {half:.2f} %")
        name = {1: " (rises)", -1: " (falls)", 0: ""}[sign]
        yield f"| {words}{name} | " + " | ".join(cells) + " |"


def main():
    results = rongtong.open_sweep(sys.argv[1])
    worths = [0.5, 0.75, 1, 1.25, 1.5]
    text = "# A trade platform, by what firms expect of it\n\n"
    text += "Made by `./rt experiments` from `scenarios/experiments/platforms.json`: eight replicates of 20 000 firms, ten years.\n\n"
    text += "\n".join(states(results, worths)) + "\n\n" + "\n".join(effects(results, worths)) + "\n"
    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "platforms.md"), "w", encoding="utf-8") as file:
        file.write(text)
    print(text)


if __name__ == "__main__":
    main()
