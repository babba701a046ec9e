"""A results file as labelled xarray.

By h5py: xarray's engine h5netcdf asks every variable of the file for the length of each growing axis, and takes 20 s for what takes a
tenth of one here. The file is valid netCDF-4; xarray's own engines give the same (output/format.md).
"""

from __future__ import annotations

import os
from typing import Any

import h5py
import numpy as np
import xarray as xr

from rongtong.program import InputError

BARE = b"This is a netCDF dimension but not a netCDF variable"
OF_THE_FORMAT = ("CLASS", "NAME", "REFERENCE_LIST", "DIMENSION_LIST", "DIMENSION_LABELS", "_Netcdf4Dimid", "_Netcdf4Coordinates",
                 "_nc3_strict", "_NCProperties", "_FillValue")
Path_ = str | os.PathLike[str]


def open_file(path: Path_) -> h5py.File:
    try:
        return h5py.File(path, "r")
    except OSError as error:
        reason = "there is no such file" if not os.path.exists(path) else str(error)
        raise InputError(f"{os.fspath(path)}: {reason}") from None


def groups_of(path: Path_) -> set[str]:
    with open_file(path) as file:
        return {name for name, item in file.items() if isinstance(item, h5py.Group)}


def attributes_of(item: Any) -> dict[str, Any]:
    found = {}
    for name in item.attrs:
        if name not in OF_THE_FORMAT:
            value = item.attrs[name]
            value = value.item() if isinstance(value, np.ndarray) and value.size == 1 else value
            found[name] = value.decode() if isinstance(value, bytes) else value
    return found


def last_name(item: Any) -> str:
    return str(item.name).rsplit("/", 1)[-1]


def axes_of(file: h5py.File, dataset: Any, own: str) -> tuple[str, ...]:
    """Names of its dimensions; a dimension's own values lie along itself."""
    if "DIMENSION_LIST" not in dataset.attrs:
        return (own,) * dataset.ndim
    return tuple(last_name(file[references[0]]) for references in dataset.attrs["DIMENSION_LIST"])


def values_of(dataset: Any) -> np.ndarray[Any, Any]:
    """What is missing is NaN, whole numbers too; texts are texts."""
    if h5py.check_string_dtype(dataset.dtype) is not None:
        return np.asarray(dataset.asstr()[...], dtype=object)
    values = np.asarray(dataset[...])
    if "_FillValue" in dataset.attrs and values.dtype.kind == "i":
        missing = values == dataset.attrs["_FillValue"]
        return np.where(missing, np.nan, values.astype(float))
    return values


def read(path: Path_, group: str | None = None) -> xr.Dataset:
    """One group of a results file, in memory."""
    with open_file(path) as file:
        place = file[group or "/"]
        variables = {}
        for name, item in place.items():
            if not isinstance(item, h5py.Dataset) or bytes(item.attrs.get("NAME", b"")).startswith(BARE):
                continue
            variables[name] = (axes_of(file, item, name), values_of(item), attributes_of(item))
        coordinates = [name for name, (axes, *_) in variables.items() if axes == (name,)]
        return xr.Dataset(variables, attrs=attributes_of(place)).set_coords(coordinates)
