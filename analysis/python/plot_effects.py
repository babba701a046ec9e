#!/usr/bin/python3
"""Draws what a policy changes, month by month: the mean difference between runs that share their luck, with a 95 % band.

    plot_effects.py BASE OTHER -o PREFIX [INDICATOR...]

BASE and OTHER are folders of results files (*.h5); runs are paired by seed and replicate. An indicator is a variable over
months ("output"), or one member of a group ("by_size/cash:small"). Writes PREFIX.svg and PREFIX.png. The band is Student's
t interval of each month's mean difference (not a band for all months at once); without a second pair there is none.
"""

import argparse
import sys
from pathlib import Path

import h5py
import matplotlib
import numpy as np

matplotlib.use("Agg")  # draws into files, needs no screen
import matplotlib.pyplot as plt  # noqa: E402

DEFAULT = ["days_receivable", "overdue_share", "output", "price_level", "bankruptcies", "by_size/cash:small"]

T_TABLE = [  # 97.5 % quantile of Student's t for 1, 2, ... degrees of freedom
    12.7062, 4.3027, 3.1824, 2.7764, 2.5706, 2.4469, 2.3646, 2.306, 2.2622, 2.2281, 2.201, 2.1788, 2.1604, 2.1448, 2.1314,
    2.1199, 2.1098, 2.1009, 2.093, 2.086, 2.0796, 2.0739, 2.0687, 2.0639, 2.0595, 2.0555, 2.0518, 2.0484, 2.0452, 2.0423
]


def read_indicator(file, indicator):
    """Values by month, unit and long name; None if the file has no such indicator."""
    path, _, member = indicator.partition(":")
    if path not in file:
        return None
    data = file[path]
    if bool(member) != (data.ndim == 2):
        return None
    values = data[...]
    if member:
        labels = [text.decode() if isinstance(text, bytes) else str(text) for text in data.dims[1][0][...]]
        if member not in labels:
            return None
        values = values[:, labels.index(member)]
    text = {key: value.decode() if isinstance(value, bytes) else str(value) for key, value in data.attrs.items()
            if key in ("units", "long_name")}
    name = text.get("long_name", path)
    return values.astype(float), text.get("units", "1"), f"{name}, {member}" if member else name


def read_runs(folder, indicators):
    """{(seed, replicate): {indicator: (values, unit, long name)}} and the months that all runs have."""
    runs, months = {}, None
    for path in sorted(Path(folder).rglob("*.h5")):
        with h5py.File(path, "r") as file:
            key = int(file.attrs["seed"]), int(file.attrs["replicate"])
            if key in runs:
                sys.exit(f"{path}: seed {key[0]}, replicate {key[1]} is there twice")
            runs[key] = {name: read_indicator(file, name) for name in indicators}
            month = file["month"][...]
            months = month if months is None or len(month) < len(months) else months
    if not runs:
        sys.exit(f"{folder}: has no results file (*.h5)")
    return runs, months


def t_quantile(freedom):
    """97.5 % quantile of Student's t: a table, then Fisher's expansion in 1 / freedom (off by less than 1e-4 there)."""
    if freedom <= len(T_TABLE):
        return T_TABLE[freedom - 1]
    z = 1.959964
    return z + (z**3 + z) / (4 * freedom) + (5 * z**5 + 16 * z**3 + 3 * z) / (96 * freedom**2)


def band(differences):
    """Mean and half width of the 95 % interval over pairs; rows are pairs, columns months."""
    n = len(differences)
    mean = differences.mean(axis=0)
    if n < 2:
        return mean, np.full_like(mean, np.nan)
    return mean, t_quantile(n - 1) * differences.std(axis=0, ddof=1) / np.sqrt(n)


def draw(axis, months, differences, unit, title):
    mean, half = band(differences)
    axis.axhline(0, color="0.6", linewidth=0.8)
    axis.fill_between(months, mean - half, mean + half, color="#4477aa", alpha=0.25, linewidth=0)
    axis.plot(months, mean, color="#4477aa", linewidth=1.6)
    axis.set_title(title[:1].upper() + title[1:], fontsize=10, loc="left")
    axis.set_ylabel("difference" + ("" if unit == "1" else f" ({unit})"), fontsize=8)
    axis.tick_params(labelsize=8)
    axis.margins(x=0)
    for side in ("top", "right"):
        axis.spines[side].set_visible(False)


def plot(base, other, indicators, prefix):
    base_runs, base_months = read_runs(base, indicators)
    other_runs, other_months = read_runs(other, indicators)
    months = min(base_months, other_months, key=len)
    pairs = sorted(set(base_runs) & set(other_runs))
    if not pairs:
        sys.exit("no run of one folder has a partner (same seed and replicate) in the other")
    first = pairs[0]
    shown = [name for name in indicators if base_runs[first][name] and other_runs[first][name]]
    for name in indicators:
        if name not in shown:
            print(f"plot_effects: the runs have no indicator '{name}'", file=sys.stderr)
    if not shown:
        sys.exit("none of the indicators is in the runs")

    columns = min(3, len(shown))
    rows = -(-len(shown) // columns)
    plt.rcParams.update({"font.family": "DejaVu Sans", "svg.hashsalt": "rongtong"})  # same input, same file
    figure, axes = plt.subplots(rows, columns, figsize=(4 * columns, 2.8 * rows), squeeze=False, layout="constrained")
    for axis in axes.flat[len(shown):]:
        axis.set_visible(False)
    for axis, name in zip(axes.flat, shown):
        values = [np.array([runs[p][name][0][:len(months)] for p in pairs]) for runs in (base_runs, other_runs)]
        unit, title = base_runs[first][name][1:]
        if unit == "yuan":  # no one pictures a difference of 3e8 yuan
            values, unit = [100 * v / values[0].mean(axis=0) for v in values], "% of base"
        draw(axis, months, values[1] - values[0], unit, title)
    for axis in axes[-1]:
        axis.set_xlabel("month", fontsize=8)
    figure.suptitle(f"{Path(other).name} minus {Path(base).name}: mean of {len(pairs)} paired runs, 95 % band by month",
                    fontsize=11)
    for kind in ("svg", "png"):
        figure.savefig(f"{prefix}.{kind}", dpi=150, metadata={"Date": None} if kind == "svg" else None)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("base")
    parser.add_argument("other")
    parser.add_argument("indicators", nargs="*", default=DEFAULT)
    parser.add_argument("-o", "--output", required=True, metavar="PREFIX")
    arguments = parser.parse_args()
    plot(arguments.base, arguments.other, arguments.indicators, arguments.output)


if __name__ == "__main__":
    main()
