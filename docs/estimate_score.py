#!/usr/bin/python3
"""Estimates the weights of the banks' score (docs/odd.md, 7.21) on runs of the baseline.

    docs/estimate_score.py build/release/rongtong [--firms N] [--replicates N] [--keep FOLDER] [--set POINTER=VALUE ...]

A logit of default within the twelve months after each year's end on what the score looks at: the share of wanted cash that is
missing, the shortfall of the margin from the firm's own usual one, months of arrears and whether suppliers wait. The last replicate is left out of the estimate; the area under the curve is of that one. Printed are the
estimates, with standard errors in brackets; what credit_rules.hpp holds is rounded from them.
"""

import argparse
import json
import subprocess
import tempfile
from pathlib import Path

import h5py
import numpy as np

BASELINE = Path(__file__).resolve().parent.parent / "scenarios/baseline.json"
NAMES = ["constant", "weight_liquidity", "weight_margin", "weight_arrears"]
VARIABLES = ["cash", "cash_wanted", "margin", "usual_margin", "arrears", "behind"]


def run(program, folder, seed, firms, settings):
    """Path of the results of one run of ten years."""
    scenario = {"name": "score", "extends": str(BASELINE), "firms": firms, "months": 120,
                "output": {"indicators": ["bankruptcies"], "groups": [], "events": True,
                           "panel": {"every_months": 12, "variables": VARIABLES}}}
    file, results = folder / f"score-{seed}.json", folder / f"score-{seed}.h5"
    file.write_text(json.dumps(scenario), encoding="utf-8")
    command = [program, "run", file, "--seed", str(seed), "--quiet", "-o", results]
    for setting in settings:
        command += ["--set", setting]
    if not results.exists():
        subprocess.run(command, check=True)
    return results


def bankruptcies(events):
    """Month of bankruptcy by firm."""
    names = events["kind"].attrs["flag_meanings"]
    names = names.decode() if isinstance(names, bytes) else names
    code = events["kind"].attrs["flag_values"][names.split().index("bankruptcy")]
    failed = events["kind"][()] == code
    return dict(zip(events["firm"][()][failed].tolist(), events["month"][()][failed].tolist()))


def firm_years(results):
    """What the score looks at, one row a firm and year, and whether the firm defaulted in the next twelve months."""
    with h5py.File(results) as f:
        panel = {name: f["panel"][name][()] for name in ["month", "firm", *VARIABLES]}
        failed_in = bankruptcies(f["events"])
        last = f["month"][-1]
    chosen = panel["month"] + 12 <= last
    rows = {name: column[chosen] for name, column in panel.items()}
    missing = np.maximum(0, 1 - rows["cash"] / np.maximum(rows["cash_wanted"], 1))
    short = np.clip(rows["usual_margin"] - rows["margin"], 0, 1)
    arrears = np.minimum(rows["arrears"], 6) + rows["behind"]
    x = np.column_stack([np.ones(len(missing)), missing, short, arrears])
    y = np.array([0 < failed_in.get(i, 0) - m <= 12 for i, m in zip(rows["firm"].tolist(), rows["month"].tolist())])
    known = np.isfinite(x).all(axis=1)
    return x[known], y[known].astype(float)


def logit(x, y):
    """Maximum likelihood by Newton's method: estimates and standard errors."""
    b = np.zeros(x.shape[1])
    for _ in range(60):
        p = 1 / (1 + np.exp(-x @ b))
        information = (x * (p * (1 - p))[:, None]).T @ x
        step = np.linalg.solve(information, x.T @ (y - p))
        b += np.clip(step, -2, 2)
        if np.abs(step).max() < 1e-10:
            break
    return b, np.sqrt(np.diag(np.linalg.inv(information)))


def area_under_curve(score, y):
    """How often a firm that defaults has the higher score of two."""
    order = np.argsort(score, kind="stable")
    rank = np.empty(len(score))
    rank[order] = np.arange(1, len(score) + 1)
    for value in np.unique(score[y == 1]):  # ties share their rank
        tied = score == value
        rank[tied] = rank[tied].mean()
    bad = y.sum()
    return (rank[y == 1].sum() - bad * (bad + 1) / 2) / (bad * (len(y) - bad))


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program")
    parser.add_argument("--firms", type=int, default=50000)
    parser.add_argument("--replicates", type=int, default=4, help="at least 2")
    parser.add_argument("--keep", type=Path, help="folder for the runs; those that it holds are used again")
    parser.add_argument("--set", action="append", default=[], metavar="POINTER=VALUE", help="as of rongtong run")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = options.keep or Path(scratch)
        folder.mkdir(exist_ok=True, parents=True)
        years = [firm_years(run(options.program, folder, seed, options.firms, options.set))
                 for seed in range(1, options.replicates + 1)]
    x, y = (np.concatenate(part) for part in zip(*years[:-1]))
    b, error = logit(x, y)
    print(f"{len(y)} firm-years, {y.sum():.0f} defaults")
    for name, value, e in zip(NAMES, b, error):
        print(f"{name:18} {value:8.2f} ({e:.2f})")
    print(f"odds of a firm without trouble: {np.exp(b[0]):.5f}")
    print(f"area under the curve, left-out replicate: {area_under_curve(years[-1][0] @ b, years[-1][1]):.3f}")


if __name__ == "__main__":
    main()
