#!/usr/bin/env python3
"""Prints what the experiments of scenarios/experiments/ found beside what was measured, as docs/experiments.md.

Usage: make_experiments.py SWEEP_OF_RESEARCH -o docs/experiments.md

Experiments compare the same firms with the same luck with and without a policy: what a study in the world estimates by a comparison group is a
difference here. Chen and others: Chen, Liu, Suarez Serrato & Xu 2021, doi 10.1257/aer.20191758.
"""
import argparse
import os
import sys

import numpy as np

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "analysis", "python"))
import rongtong  # noqa: E402

LABOUR_SHARE = 0.45  # of value added: log output per worker to log total factor productivity
POLICY_STARTS = 24
REGION_OF_CREDIT = 0  # the east
SCENARIOS = ("untouched", "doubled", "threshold")  # in the order of the plan, by which runs are numbered


WHY = """
Doubled R&D has the sign that was measured and less of its size: who gains gets ahead of the performers of its sector, where gains are smaller (`research.crowding`), and others catch up, so that a lasting doubling fades
into a lead that stays. That part of what is reported at the threshold is none was fitted: `relabelling_cost` of `scenarios/rd-threshold.json` is set so that it is a quarter.
"""


def panels_of(results):
    """The panel of each scenario's runs, by replicate; NaN where a firm is not there."""
    panel = results.panel
    runs, odd = divmod(panel.sizes["run"], len(SCENARIOS))
    if odd:
        raise SystemExit("make_experiments.py: not every scenario has all its runs: finish the sweep first")
    return {name: [panel.sel(run=k * runs + n) for n in range(runs)] for k, name in enumerate(SCENARIOS)}


def of_month(panel, month):
    return {name: panel[name].sel(month=month).values for name in panel.data_vars}


def interval(values):
    """Mean and half of the 95 percent interval over replicates (Student's t, up to 12 replicates)."""
    t = {2: 12.71, 3: 4.30, 4: 3.18, 5: 2.78, 6: 2.57, 7: 2.45, 8: 2.36, 9: 2.31, 10: 2.26, 11: 2.23, 12: 2.20}
    values = np.asarray(values)
    return values.mean(), t[len(values)] * values.std(ddof=1) / np.sqrt(len(values))


def doubled(untouched, treated, month):
    """Of performers of the east: log rise of R&D over sales, and of output per worker that technology gives."""
    a, b = of_month(untouched, month), of_month(treated, month)
    use = (a["research_usual"] > 0) & (b["research_usual"] > 0) & (a["region"] == REGION_OF_CREDIT)
    return np.mean(np.log(b["research"][use] / a["research"][use])), np.mean(b["technology"][use] - a["technology"][use])


def bunching(untouched, treated, month):
    """Performers that would be below the threshold: share that aims at it; of these, the part of what they say that is none, and the
    log rise of their real R&D."""
    a, b = of_month(untouched, month), of_month(treated, month)
    performs = (a["research_usual"] > 0) & (b["research_usual"] > 0)
    threshold = np.array([0.06, 0.06, 0.04, 0.03])[np.where(performs, b["size"], 0).astype(int)]
    below, aims = performs & (a["research"] < threshold), performs & (b["research_aim"] > 0)
    real = np.minimum(b["research"], threshold)[aims]
    return np.mean(aims[below]), np.mean(1 - real / threshold[aims]), np.mean(np.log(real / a["research"][aims]))


def level_rise(results, month):
    """Log rise of what all producers share, by replicate."""
    level = np.log(results.indicators["technology_level"].sel(month=month))
    return (level.sel(scenario="doubled") - level.sel(scenario="untouched")).values


def doubled_lines(results, panels):
    last = int(panels["untouched"][0]["month"][-1])
    for years in (3, 5, 10):
        month = POLICY_STARTS + 12 * years
        if month > last:
            continue
        found = [doubled(a, b, month) for a, b in zip(panels["untouched"], panels["doubled"])]
        research, gain = (interval([f[k] for f in found]) for k in range(2))
        level = interval(level_rise(results, month))
        tfp, half = (100 * LABOUR_SHARE * x for x in gain)
        yield (f"| R&D of half of the performers doubled, {years} years on | log rise of R&D over sales | "
               f"{research[0]:.2f} ± {research[1]:.2f} | .69 |")
        yield f"| | log output per worker over that of others, percent | {100 * gain[0]:.1f} ± {100 * gain[1]:.1f} | |"
        yield f"| | log output per worker of all, percent | {100 * level[0]:.1f} ± {100 * level[1]:.1f} | |"
        yield (f"| | over others, times labour's share of value added: productivity, percent | {tfp:.1f} ± {half:.1f} | "
               "9 (Chen and others 2021) |")


def threshold_lines(panels):
    last = int(panels["untouched"][0]["month"][-1])
    found = [bunching(a, b, last) for a, b in zip(panels["untouched"], panels["threshold"])]
    aims, relabelled, added = (interval([f[k] for f in found]) for k in range(3))
    yield (f"| Lower tax rate above 3, 4, 6 percent of sales | performers below it that aim at it, percent | "
           f"{100 * aims[0]:.0f} ± {100 * aims[1]:.0f} | they bunch (sign) |")
    yield (f"| | part of what these say that is none, percent | {100 * relabelled[0]:.0f} ± {100 * relabelled[1]:.0f} | "
           "24 of what is reported (Chen and others 2021) |")
    yield f"| | log rise of their real R&D | {added[0]:.2f} ± {added[1]:.2f} | above 0 (sign) |"


def lines(sweep):
    results = rongtong.open_sweep(sweep)
    panels = panels_of(results)
    yield "| experiment | figure | here | measured |"
    yield "| --- | --- | --- | --- |"
    yield from doubled_lines(results, panels)
    yield from threshold_lines(panels)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sweep")
    parser.add_argument("-o", "--output", default="docs/experiments.md")
    asked = parser.parse_args()
    head = ("# Experiments\n\nWhat policies do in the model, estimated on its firms, beside what studies of the world found. Made by "
            "`./rt experiments` from the plans of\n`scenarios/experiments/`; figures with 95 percent intervals over replicates. A miss stands "
            "here as a miss.\n\n## Research\n\nSix pairs of 20 000 firms; growth comes from firms' research; policies begin in month "
            f"{POLICY_STARTS}.\n\n")
    text = head + "\n".join(lines(asked.sweep)) + "\n" + WHY
    with open(asked.output, "w", encoding="utf-8") as file:
        file.write(text)
    print(text)


if __name__ == "__main__":
    main()
