#!/usr/bin/python3
"""Draws points of all parameters that the baseline reads, and says at which of them the economy does not stand.

    docs/measure_ranges.py build/release/rongtong [--part P] [--points N] [--firms N] [--months N] [--seed S] [--jobs J]

A Latin hypercube over all numbers of the model (switches and whole numbers apart, groups that are off by default apart): each between its
default and P of the way to either end of its declared range. An economy stands where yearly output over its path stays between .5 and 2, unemployment
below 30 percent, and prices between a third and three times those of the start. Points that the program refuses, with a reason, are counted apart.
"""

import argparse
import json
import random
import subprocess
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import h5py

BASELINE = Path(__file__).resolve().parent.parent / "scenarios/baseline.json"
OFF = {"research", "joint", "platforms", "review", "talent", "tiers", "digital"}  # groups that are off in the baseline, or act where research does


def parameters(program):
    known = json.loads(subprocess.run([program, "describe", "--json"], check=True, capture_output=True, text=True).stdout)["parameters"]
    return [p for p in known if p["group"] not in OFF and not p["whole"] and p["name"] != "switch" and p["minimum"] < p["maximum"]]


def points(known, count, part, seed):
    """By point: group, name, value."""
    luck = random.Random(seed)
    models = [{} for _ in range(count)]
    for p in known:
        low, high = (p["default"] + part * (p[end] - p["default"]) for end in ("minimum", "maximum"))
        order = luck.sample(range(count), count)
        for k, model in zip(order, models):
            model.setdefault(p["group"], {})[p["name"]] = low + (k + luck.random()) / count * (high - low)
    return models


def verdict(path):
    with h5py.File(path) as f:
        output, progress = f["output"][()], f["progress_index"][()]
        yearly = (output / output[0] / progress).reshape(-1, 12).mean(axis=1)
        price, idle = f["consumer_price"][()], f["unemployment_rate"][()]
        stands = 0.5 < yearly.min() and yearly.max() < 2 and idle.max() < 0.3 and 1 / 3 < price.min() / price[0] and price.max() / price[0] < 3
        return stands, f"output {yearly.min():.2f} to {yearly.max():.2f} of its path, unemployment up to {100 * idle.max():.0f} %, price {price[-1] / price[0]:.2f}"


def run(options, folder, number, model):
    scenario = {"name": f"point-{number}", "extends": str(BASELINE), "firms": options.firms, "months": options.months, "model": model,
                "output": {"indicators": ["output", "progress_index", "unemployment_rate", "consumer_price"], "groups": [], "accounts": False}}
    file, results = folder / f"{number}.json", folder / f"{number}.h5"
    file.write_text(json.dumps(scenario), encoding="utf-8")
    done = subprocess.run([options.program, "run", file, "-o", results, "--quiet", "--threads", "1"], capture_output=True, text=True)
    if done.returncode == 2:
        return "refused", done.stderr.strip().splitlines()[0].split(": ", 1)[-1][:200]
    if done.returncode != 0:
        return "falls", done.stderr.strip()[:200]
    stands, words = verdict(results)
    return "stands" if stands else "falls", words


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program")
    parser.add_argument("--part", type=float, default=0.1)
    parser.add_argument("--points", type=int, default=30)
    parser.add_argument("--firms", type=int, default=10000)
    parser.add_argument("--months", type=int, default=240, help="whole years")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=2)
    options = parser.parse_args()
    known = parameters(options.program)
    models = points(known, options.points, options.part, options.seed)
    with tempfile.TemporaryDirectory() as scratch, ThreadPoolExecutor(options.jobs) as pool:
        found = list(pool.map(lambda x: run(options, Path(scratch), *x), enumerate(models)))
    for number, (what, words) in enumerate(found):
        print(f"{number:3} {what:8} {words}")
    counts = {what: sum(w == what for w, _ in found) for what in ("stands", "falls", "refused")}
    print(f"{len(known)} parameters within {options.part:g} of the way to the ends of their ranges: "
          + ", ".join(f"{n} {what}" for what, n in counts.items()))


if __name__ == "__main__":
    main()
