"""Pictures: paths of indicators, and effects month by month."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import matplotlib.pyplot as plt
import numpy as np
import xarray as xr
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from rongtong.answers import Source, compare
from rongtong.program import RongtongError
from rongtong.results import Results

COLOURS = ("#4477aa", "#ee6677", "#228833", "#ccbb44", "#66ccee", "#aa3377", "#bbbbbb")  # told apart by the colour-blind too


def panes(number: int) -> tuple[Figure, list[Axes]]:
    columns = min(3, number)
    rows = -(-number // columns)
    figure, axes = plt.subplots(rows, columns, figsize=(4.4 * columns, 3 * rows), squeeze=False, layout="constrained")
    for spare in axes.flat[number:]:
        spare.set_visible(False)
    for pane in axes.flat:
        pane.spines[["top", "right"]].set_visible(False)
        pane.margins(x=0)
    return figure, list(axes.flat[:number])


def names(indicators: str | Iterable[str]) -> list[str]:
    return [indicators] if isinstance(indicators, str) else list(indicators)


def title_of(data: xr.DataArray, name: str) -> str:
    text = data.attrs.get("long_name", name)
    group = name.split("/")[2:]
    return text[:1].upper() + text[1:] + (f", {group[0]}" if group else "")


def paths(data: xr.DataArray) -> dict[str, np.ndarray[Any, Any]]:
    """{scenario: values over replicate and month}."""
    if "point" in data.dims:
        raise RongtongError("these results have several points of a design: draw runs of one point, or use rongtong sensitivity")
    data = data if "replicate" in data.dims else data.expand_dims("replicate")
    if "scenario" not in data.dims:
        return {"": data.transpose("replicate", "month").values}
    return {str(label): data.sel(scenario=label).transpose("replicate", "month").values for label in data["scenario"].values}


def starts(results: Sequence[Results]) -> set[int]:
    """Months in which policies begin."""
    policies = [policy for one in results for scenario in one.scenarios.values() for policy in (scenario.get("policies") or {}).values()]
    return {int(policy.get("start_month", 1)) for policy in policies if policy}


def draw_paths(axes: Axes, months: np.ndarray[Any, Any], values: np.ndarray[Any, Any], label: str, colour: str) -> None:
    values = values[~np.isnan(values).all(axis=1)]
    if not len(values):
        return
    with np.errstate(invalid="ignore"):
        axes.plot(months, np.nanmean(values, axis=0), color=colour, label=label, linewidth=1.6)
        if len(values) > 1:
            low, high = np.nanquantile(values, [0.1, 0.9], axis=0)
            axes.fill_between(months, low, high, color=colour, alpha=0.2, linewidth=0)


def plot(results: Results | Sequence[Results], indicators: str | Iterable[str]) -> Figure:
    """Indicators ("output", "days_receivable/size/micro") month by month, one pane each, one line for each scenario.

    With replicates the line is their mean and the band goes from their 10th to their 90th percentile. Dashed lines mark the
    months in which policies begin.
    """
    sources = [results] if isinstance(results, Results) else list(results)
    figure, all_axes = panes(len(wanted := names(indicators)))
    for axes, name in zip(all_axes, wanted):
        number = 0
        for source in sources:
            data = source.series(name)
            for label, values in paths(data).items():
                draw_paths(axes, data["month"].values, values, label or next(iter(source.scenarios)), COLOURS[number % len(COLOURS)])
                number += 1
        for month in starts(sources):
            axes.axvline(month, color="0.6", linewidth=0.8, linestyle="--")
        axes.set_title(title_of(data, name), fontsize=10, loc="left")
        axes.set_ylabel("" if data.attrs.get("units", "1") == "1" else data.attrs["units"])
        axes.set_xlabel("month")
    all_axes[0].legend(frameon=False)
    return figure


def plot_effect(base: Source, other: Source | None, indicators: str | Iterable[str], every: int = 1) -> Figure:
    """What `other` changes in these indicators, month by month, with the interval that `rongtong compare --at` gives.

    `other` is None where `base` is a sweep of two scenarios. The intervals are of single months, not of all together.
    """
    wanted = names(indicators)
    runs = [base] if other is None else [base, other]
    plain = [name for name in wanted if "/" not in name]
    axis = sorted({name.split("/")[1] for name in wanted if "/" in name})
    last = int(compare(*runs, indicators=[wanted[0].split("/")[0]]).json["scenarios"][0]["last_month"])
    answer = compare(*runs, indicators=dict.fromkeys(name.split("/")[0] for name in wanted), by=axis,
                     at=range(every, last + 1, every))
    rows: dict[str, list[list[float]]] = {name: [] for name in wanted}
    units = {}
    for one in answer.json["scenarios"]:
        for row in [*(one["effects"] if plain else []), *one["groups"]]:
            name = "/".join([row["indicator"], *([row["by"], row["group"]] if row.get("group") else [])])
            if name in rows and row["mean_difference"] is not None:
                units[name] = row
                rows[name].append([one["first_month"], *(np.nan if row[key] is None else row[key] for key in
                                                         ("mean_difference", "low", "high"))])
    figure, all_axes = panes(len(wanted))
    for axes, name in zip(all_axes, wanted):
        if not rows[name]:
            raise RongtongError(f"there is no indicator {name} in these runs")
        months, middle, low, high = np.array(rows[name]).T
        axes.axhline(0, color="0.6", linewidth=0.8)
        axes.fill_between(months, low, high, color=COLOURS[0], alpha=0.25, linewidth=0)
        axes.plot(months, middle, color=COLOURS[0], linewidth=1.6)
        axes.set_title(title_of(xr.DataArray(0, attrs={"long_name": units[name]["long_name"]}), name), fontsize=10, loc="left")
        axes.set_ylabel("difference" + ("" if units[name]["unit"] == "1" else f" ({units[name]['unit']})"))
        axes.set_xlabel("month")
    return figure
