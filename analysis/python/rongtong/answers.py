"""What policies do, as `rongtong compare` works it out."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.axes import Axes

from rongtong.program import call
from rongtong.results import Results

Source = str | os.PathLike[str] | Results


class Comparison:
    """Effects of scenarios against a base. `json` is all that the program gives; docs/analysis.md says how it is worked out."""

    def __init__(self, answer: dict[str, Any]) -> None:
        self.json = answer

    def _table(self, block: str) -> pd.DataFrame:
        rows = [{"scenario": one["scenario"], **row} for one in self.json["scenarios"] for row in one[block] or []]
        return pd.DataFrame(rows)

    @property
    def headline(self) -> pd.DataFrame:
        """A dozen figures: goals and harms that the levers declare, with a verdict; cost; the state of the economy."""
        return self._table("headline")

    @property
    def groups(self) -> pd.DataFrame:
        """Effects on groups of firms (columns by, group)."""
        return self._table("groups")

    @property
    def effects(self) -> pd.DataFrame:
        """Effects on all indicators that were asked for."""
        return self._table("effects")

    @property
    def cost(self) -> pd.DataFrame:
        """What the budget pays for a unit of each goal."""
        return self._table("cost_effectiveness")

    @property
    def persistence(self) -> pd.DataFrame:
        """What is left of the effects after the policies have ended."""
        return self._table("persistence")

    @property
    def notes(self) -> list[str]:
        """What to know before a figure is used."""
        return [note for one in self.json["scenarios"] for note in [*one["notes"], *one["left_out"]]]

    def plot(self, block: str = "headline", axes: Axes | None = None) -> Axes:
        """A forest plot: change in percent of the base (of rates: in points) with its interval."""
        table = scaled(self._table(block) if self._table(block).size else self.effects)
        axes = axes or plt.subplots(figsize=(7, 0.9 + 0.32 * len(table)), layout="constrained")[1]
        places = range(len(table))[::-1]
        axes.axvline(0, color="0.6", linewidth=0.8)
        axes.errorbar(table["middle"], places, xerr=[table["middle"] - table["from"], table["to"] - table["middle"]], fmt="o",
                      markersize=4, capsize=2, color="#4477aa")
        axes.set_yticks(list(places), table["label"])
        axes.set_xlabel(f"change in percent of {self.json['base']}, of rates in points; {100 * self.json['level']:g} % intervals")
        return axes


def scaled(table: pd.DataFrame) -> pd.DataFrame:
    """Middle and ends of each interval in percent or points; what has no base to be a percentage of is left out."""
    several = table["scenario"].nunique() > 1
    rows = []
    for row in table.to_dict("records"):
        factor = 100.0 if row["rate"] else 100 / abs(row["mean_base"]) if row["mean_base"] else None
        if factor is None or pd.isna(row["mean_difference"]) or pd.isna(factor):
            continue
        words = [row["indicator"], row.get("group") or "", row["scenario"] if several else ""]
        low, high = (row["mean_difference"] if pd.isna(row[end]) else row[end] for end in ("low", "high"))
        rows.append({"label": " ".join(word for word in words if isinstance(word, str) and word),
                     "middle": factor * row["mean_difference"], "from": factor * low, "to": factor * high})
    return pd.DataFrame(rows, columns=["label", "middle", "from", "to"])


def inputs(source: Source, folder: Path, number: int) -> str:
    """A path that the program takes; several files become a folder of links."""
    if not isinstance(source, Results):
        return os.fspath(source)
    if len(source.files) == 1:
        return str(source.files[0])
    place = folder / str(number)
    place.mkdir()
    for k, file in enumerate(source.files):
        (place / f"{k}.h5").symlink_to(file.resolve())
    return str(place)


def compare(base: Source, *others: Source, by: str | Iterable[str] = (), indicators: Iterable[str] = (), months: str | None = None,
            at: Iterable[int] = (), statistic: str | None = None, level: float | None = None, width: str | None = None,
            base_label: str | None = None) -> Comparison:
    """What the others change against the base. Each is a file, a folder of replicates, a sweep, or Results.

    Options are those of `rongtong compare`: by="size,region", indicators=["output"], months="36:120", at=[36, 60],
    statistic="sum", level=0.9, width="2%". Raises InputError where runs can't be compared.
    """
    words: list[str] = []
    for name, value in (("--by", by if isinstance(by, str) else ",".join(by)), ("--indicators", ",".join(indicators)),
                        ("--at", ",".join(map(str, at))), ("--months", months), ("--statistic", statistic), ("--level", level),
                        ("--width", width), ("--base", base_label)):
        if value not in (None, ""):
            words += [name, str(value)]
    with tempfile.TemporaryDirectory(prefix="rongtong-") as folder:
        given = [inputs(source, Path(folder), number) for number, source in enumerate((base, *others))]
        return Comparison(json.loads(call("compare", *given, "--json", *words)))


def series(*sources: Source, indicators: Iterable[str] = (), per: str = "quarter", statistic: str = "mean", point: int | None = None,
           calendar_start: str | None = None) -> pd.DataFrame:
    """Indicators by month, quarter or year with growth, as `rongtong series` gives them: one row for each scenario, indicator and period.

    Columns: scenario, indicator, by, group, unit, period, first_month, last_month, runs, value, low, high (quartiles of runs),
    change_on_previous, change_on_year, change_unit (percent or points). Raises InputError where there is no such indicator.
    """
    words = ["--per", per, "--statistic", statistic]
    for name, value in (("--indicators", ",".join(indicators)), ("--point", point), ("--calendar-start", calendar_start)):
        if value not in (None, ""):
            words += [name, str(value)]
    with tempfile.TemporaryDirectory(prefix="rongtong-") as folder:
        given = [inputs(source, Path(folder), number) for number, source in enumerate(sources)]
        told = json.loads(call("series", *given, "--json", *words))
    of_series = ("scenario", "indicator", "by", "group", "unit", "change_unit")
    return pd.DataFrame([{**{key: s[key] for key in of_series}, **period} for s in told["series"] for period in s["periods"]])
