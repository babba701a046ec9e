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
    ("orders_to_small", 0, "part of orders that goes to smaller firms"),
    ("real_value_added", 0, "real value added"),
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
    names = {1: " (rises)", -1: " (falls)", 0: " (no sign written)"}
    yield "| begins with | worth at the start | " + " | ".join(words + names[sign] for _, sign, words in EFFECTS) + " |"
    yield "| --- | --- |" + " --- |" * len(EFFECTS)
    data = {indicator: values(results, indicator) for indicator, _, _ in EFFECTS}
    for scenario in ("low", "high"):
        for k, worth in enumerate(worths):
            cells = []
            for indicator, _, _ in EFFECTS:
                base = data[indicator].sel(scenario="low").isel(point=0).values
                mean, half = interval(100 * (data[indicator].sel(scenario=scenario).isel(point=k).values - base) / base.mean())
                cells.append("base" if scenario == "low" and k == 0 else f"{mean:+.2f} ± {half:.2f} %")
            yield f"| {'5' if scenario == 'low' else '60'} % tried | {worth:g} | " + " | ".join(cells) + " |"


def main():
    results = rongtong.open_sweep(sys.argv[1])
    worths = [0.5, 0.75, 1, 1.25, 1.5]
    text = ("# A trade platform, by what firms expect of it\n\nMade by `./rt experiments` from `scenarios/experiments/platforms.json`: eight economies of 20 000 firms, ten years, "
            "means of years 8 to 10. Signs in\nbrackets were written down before the runs; intervals are of 95 percent, against the lowest worth, where hardly anybody is a member.\n\n")
    text += "\n".join(states(results, worths)) + "\n\n" + "\n".join(effects(results, worths)) + "\n"
    text += ("\nWhere a platform stands about its fee, it matters where it begins; below it empties, above it fills. Members leave more suppliers for better ones. Trials do not fail less, as was written: members try more, "
             "so more of them fail.\nA full platform lowers real value added a little: fees are spent on services beside what firms bought before, and better suppliers do not make up for that within ten years. So there is a "
             "threshold of worth beyond which firms\njoin, and it does not tell whether the economy gains.\n")
    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "platforms.md"), "w", encoding="utf-8") as file:
        file.write(text)
    print(text)


if __name__ == "__main__":
    main()
