#!/usr/bin/python3
"""Compares the scenarios of a collected sweep at every point of its design.

    compare_points.py PROGRAM RESULTS.h5 -o FOLDER

Writes FOLDER/effects.json and effects.txt, or point-0.json, point-0.txt and so on where the plan has several points, and
points.csv: which values the parameters have at which point.
"""

import argparse
import csv
import subprocess
import sys
from pathlib import Path

import h5py


def read_points(path):
    """The parameters' names, and their values point by point; one point without values if there is no design."""
    with h5py.File(path, "r") as file:
        if "point" not in file:
            return [], [[]]
        number = len(file["point"])
        columns = {name: item.asstr()[...] if item.dtype == object else item[...] for name, item in file.items()
                   if isinstance(item, h5py.Dataset) and item.shape == (number,) and "point" in dimensions(item)}
    return list(columns), [[column[point] for column in columns.values()] for point in range(number)]


def dimensions(item):
    """Name of the one dimension of a column that is no coordinate itself."""
    if "CLASS" in item.attrs or len(item.dims[0]) == 0:
        return []
    return [Path(item.dims[0][0].name).name]


def compare(program, results, folder, name, words):
    command = [program, "compare", results, *words, "-o", folder / f"{name}.json", "--force"]
    with open(folder / f"{name}.txt", "w", encoding="utf-8") as table:
        return subprocess.run(command, stdout=table, check=False).returncode


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program", type=Path)
    parser.add_argument("results", type=Path)
    parser.add_argument("-o", "--output", type=Path, required=True)
    options = parser.parse_args()
    names, points = read_points(options.results)
    options.output.mkdir(parents=True, exist_ok=True)
    if len(points) == 1:
        sys.exit(compare(options.program, options.results, options.output, "effects", []))
    with open(options.output / "points.csv", "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["point", *names])
        writer.writerows([point, *values] for point, values in enumerate(points))
    codes = [compare(options.program, options.results, options.output, f"point-{point}", ["--point", str(point)])
             for point in range(len(points))]
    sys.exit(max(codes))


main()
