"""Results files, folders of runs and sweeps as labelled xarray."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable, Iterable
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
import xarray as xr

from rongtong.program import InputError, RongtongError, call
from rongtong.reading import Path_, attributes_of, groups_of, open_file, read

AXES = ("size", "sector", "region", "tier", "ownership")
RUN_DIMENSIONS = ("scenario", "point", "replicate")


def with_labels(data: xr.Dataset, root: xr.Dataset) -> xr.Dataset:
    """The labels of the axes lie in the root."""
    missing = [name for name in data.dims if name in root.coords and name not in data.coords]
    return data.assign_coords({str(name): root[name] for name in missing})


def with_meanings(data: xr.Dataset) -> xr.Dataset:
    """Flags as the words that they stand for."""
    words = {}
    for name, variable in data.variables.items():
        if "flag_values" in variable.attrs:
            meaning = dict(zip(np.atleast_1d(variable.attrs["flag_values"]).tolist(), variable.attrs["flag_meanings"].split()))
            labels = np.array([meaning.get(code, "") for code in variable.values.tolist()], dtype=object)
            kept = {key: value for key, value in variable.attrs.items() if not key.startswith("flag_")}
            words[name] = (variable.dims, labels, kept)
        elif "members" in variable.attrs:  # of the panel: numbers from 0, as firms' other variables
            members = np.array([*variable.attrs["members"].split(), ""], dtype=object)
            places = np.nan_to_num(variable.values, nan=len(members) - 1).astype(int)
            kept = {key: value for key, value in variable.attrs.items() if key != "members"}
            words[name] = (variable.dims, members[places], kept)
    return data.assign(words)


def scenario_in(attributes: dict[str, Any]) -> dict[str, Any]:
    """Of a run; calibration and tables of a start by their whole paths, since relative ones lead nowhere from here."""
    scenario = {**json.loads(attributes["scenario"]), "calibration": attributes["calibration_folder"]}
    for key in ("firms", "links"):
        if f"start_{key}_file" in attributes:
            scenario["start"][key] = attributes[f"start_{key}_file"]
    return scenario


class Results:
    """The results of one run, or of many with the dimensions scenario, (point,) replicate before the others.

    Everything is read when it is asked for, and kept. Variables have `units`, `long_name` and `comment` (the formula) as attributes.
    A mean or share of nothing, and months that a run does not have, are missing (NaN).
    """

    def __init__(self, files: tuple[Path, ...], load: Callable[[str | None], xr.Dataset], groups: set[str]) -> None:
        self.files, self.groups = files, groups
        self._load = load
        self._by: dict[str, xr.Dataset] = {}
        self._owned: object = None

    @cached_property
    def indicators(self) -> xr.Dataset:
        """Every indicator of the whole economy, over month."""
        return self._load(None)

    def by(self, axis: str) -> xr.Dataset:
        """Indicators of groups of firms, over month and this axis: size, sector, region, tier or ownership."""
        if f"by_{axis}" not in self.groups:
            there = [name for name in AXES if f"by_{name}" in self.groups]
            raise RongtongError(f"no groups by {axis} in these results; there are: {', '.join(there) or 'none'}")
        if axis not in self._by:
            self._by[axis] = with_labels(self._load(f"by_{axis}"), self.indicators)
        return self._by[axis]

    def series(self, name: str) -> xr.DataArray:
        """One indicator: "output", or of a group: "output/size/micro"."""
        indicator, *group = name.split("/")
        if len(group) not in (0, 2):
            raise RongtongError(f"{name}: an indicator is named as \"output\" or \"output/size/micro\"")
        data = self.by(group[0]) if group else self.indicators
        if indicator not in data:
            raise RongtongError(f"there is no indicator {name} in these results")
        if not group:
            return data[indicator]
        labels = data[group[0]].values.tolist()
        if group[1] not in labels:
            raise RongtongError(f"{name}: {group[0]} has {', '.join(map(str, labels))}")
        return data[indicator].sel({group[0]: group[1]})

    @cached_property
    def levers(self) -> xr.Dataset:
        """What policies did: intensity, fiscal_cost and firms_reached over month and lever."""
        return with_labels(self._part("levers", "policies"), self.indicators)

    @cached_property
    def accounts(self) -> xr.Dataset:
        """Balance sheet and payments between accounts over month, in yuan."""
        data = with_labels(self._part("accounts", "accounts"), self.indicators)
        for name in ("transaction_flow", "balance_sheet"):
            attributes = {**data[name].attrs, "units": "yuan"}
            data[name] = (data[name] / 100).assign_attrs(attributes)  # from whole fen
        return data

    @cached_property
    def panel(self) -> xr.Dataset:
        """Variables of single firms over month and firm (permanent id); NaN where a firm is not there."""
        data = self._part("panel", "panel of firms")
        index = [name for name in ("run", "month", "firm") if name in data.variables]
        frame = data.to_dataframe().set_index(index)
        cube = xr.Dataset.from_dataframe(frame)
        for name in cube.data_vars:
            cube[name].attrs.update(data[name].attrs)
        return cube

    @cached_property
    def network(self) -> xr.Dataset:
        """Supply links over edge, with the coordinates month, buyer and supplier (permanent ids)."""
        data = self._part("network", "network")
        return data.set_coords([name for name in ("run", "month", "buyer", "supplier") if name in data.variables])

    @cached_property
    def events(self) -> xr.Dataset:
        """Entries, bankruptcies, mergers, losses and so on over event, with the coordinates month and kind."""
        data = self._part("events", "events")
        return data.set_coords([name for name in ("run", "month", "kind") if name in data.variables])

    def _part(self, group: str, what: str) -> xr.Dataset:
        if group not in self.groups:
            raise RongtongError(f"these results have no {what}: the scenario's \"output\", or the plan's \"keep\", asks for what is "
                                "recorded")
        return with_meanings(self._load(group))

    @property
    def about(self) -> dict[str, Any]:
        """Where the results come from: the attributes of the (first) file."""
        return dict(self.indicators.attrs)

    @property
    def scenarios(self) -> dict[str, dict[str, Any]]:
        """What was run, by the scenarios' names: the whole scenarios, which can be run again."""
        found = self.indicators.attrs.get("scenarios")
        if found is not None:
            return dict(json.loads(found))
        if "plan" in self.about:
            return dict(json.loads(self.about["plan"])["scenarios"])
        return {self.about["scenario_name"]: scenario_in(self.about)}

    def __repr__(self) -> str:
        sizes = ", ".join(f"{name} {self.indicators.sizes[name]}" for name in (*RUN_DIMENSIONS, "month") if name in
                          self.indicators.sizes)
        return f"<rongtong.Results of {', '.join(self.scenarios)}: {sizes}; {', '.join(sorted(self.groups))}>"


def check_kind(path: Path, collected: bool) -> None:
    with open_file(path) as file:
        ours, is_collected = attributes_of(file).get("format") == "rongtong results", "plan" in file.attrs
    if not ours:
        raise InputError(f"{path}: is no results file of rongtong")
    if is_collected != collected:
        raise InputError(f"{path}: is " + ("a collected sweep: open_sweep opens it" if is_collected else "one run: open_run opens it"))


def open_run(path: Path_) -> Results:
    """The results file of one run."""
    file = Path(path)
    check_kind(file, collected=False)
    return Results((file,), lambda group: read(file, group), groups_of(file))


def open_sweep(path: Path_) -> Results:
    """A sweep's folder, or the file that `rongtong collect` made of it."""
    file, owned = Path(path), None
    if file.is_dir():
        owned = tempfile.TemporaryDirectory(prefix="rongtong-")
        collected = Path(owned.name) / "sweep.h5"
        call("collect", file, "-o", collected, "--quiet")
        file = collected
    check_kind(file, collected=True)
    results = Results((file,), lambda group: read(file, group), groups_of(file))
    results._owned = owned  # goes when the results go
    return results


def files_below(paths: Iterable[Path_]) -> list[Path]:
    found: list[Path] = []
    for path in map(Path, paths):
        below = sorted(file for file in path.rglob("*") if file.suffix in (".h5", ".nc")) if path.is_dir() else [path]
        if not below:
            raise InputError(f"{path}: has no results file (*.h5, *.nc)")
        found += below
    return found


def open_runs(*paths: Path_) -> Results:
    """Files, and folders with files, of single runs as one: over scenario and replicate."""
    files = files_below(paths)
    runs: dict[tuple[str, int], Path] = {}
    roots = {}
    for file in files:
        check_kind(file, collected=False)
        roots[file] = read(file)
        key = (str(roots[file].attrs["scenario_name"]), int(roots[file].attrs["replicate"]))
        if key in runs:
            raise InputError(f"{file}: scenario {key[0]}, replicate {key[1]} is there twice, as {runs[key]}; give variants names of "
                             "their own (--set /name=...), and open runs of other seeds one by one")
        runs[key] = file
    groups = {file: groups_of(file) - {"panel", "network", "events"} for file in files}
    scenarios = {str(data.attrs["scenario_name"]): scenario_in(data.attrs) for data in roots.values()}

    def part(group: str | None, file: Path) -> xr.Dataset:
        return roots[file] if group is None else with_labels(read(file, group), roots[file])

    def load(group: str | None) -> xr.Dataset:
        wholes = []
        for scenario in scenarios:
            own = {replicate: file for (name, replicate), file in sorted(runs.items())
                   if name == scenario and (group is None or group in groups[file])}
            if own:
                one = joined([part(group, file) for file in own.values()], "replicate", list(own))
                wholes.append(one.expand_dims(scenario=[scenario]))
        return joined(wholes, "scenario").assign_attrs(scenarios=json.dumps(scenarios))

    return Results(tuple(files), load, set.union(*groups.values()))


def joined(parts: list[xr.Dataset], axis: str, labels: list[int] | None = None) -> xr.Dataset:
    """Along an axis; months that only some have are missing in the others."""
    along = axis if labels is None else xr.DataArray(labels, dims=[axis], name=axis)
    return xr.concat(parts, along, coords="minimal", compat="override", combine_attrs="drop_conflicts")
