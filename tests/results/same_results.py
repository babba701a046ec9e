#!/usr/bin/env python3
"""Whether two builds of the program give the same results.

    same_results.py OLD NEW [--firms N] [--months N] [--threads N] [--scenario FILE]... [--keep DIR]

Both programs run baseline, prompt-payment, guidance-fund, flood (scenarios/) and stressed.json beside this file, and write all
there is: aggregates, accounts, a panel of all firms, supply links, events. Every data set is compared bit by bit, but for
state_hash, which tells of what is not written too, and provenance (attributes of the root). What only NEW writes is named and
is no difference; what only OLD writes is one. Exit code 0: the same; 1: not the same, or a run failed; 2: called wrongly.
"""
import argparse
import json
import os
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import h5py
import numpy

HERE = Path(__file__).resolve().parent
SCENARIOS = [HERE.parents[1] / "scenarios" / f"{name}.json"
             for name in ("baseline", "prompt-payment", "guidance-fund", "flood")] + [HERE / "stressed.json"]
NOT_COMPARED = {"state_hash"}


def panel_variables(program):
    """Names of the panel variables that a program knows, as its JSON Schema lists them."""
    schema = json.loads(subprocess.run([program, "schema"], check=True, capture_output=True, text=True).stdout)
    panel = schema["properties"]["output"]["properties"]["panel"]["properties"]
    return panel["variables"]["items"]["enum"]


def run(program, scenario, output, variables, options):
    request = {"panel": {"variables": variables, "every_months": 12, "firms": "all"}, "network": {"every_months": 24},
               "events": True}
    command = [program, "run", scenario, "-o", output, "--set", f"/output={json.dumps(request)}",
               "--threads", options.threads]
    for key in ("firms", "months"):
        if (value := getattr(options, key)) is not None:
            command += ["--set", f"/{key}={value}"]
    done = subprocess.run([str(word) for word in command], capture_output=True, text=True)
    return "" if done.returncode == 0 else f"exit code {done.returncode}: {done.stderr.strip()}"


def datasets(file):
    names = []
    file.visititems(lambda name, item: names.append(name) if isinstance(item, h5py.Dataset) else None)
    return names


def bits(values):
    """Numbers as bytes, so that -0 differs from 0 and a NaN equals itself."""
    return list(values.ravel()) if values.dtype == object else values.tobytes()


def difference(old, new):
    """What differs between two data sets, in words; empty if nothing."""
    if old.dtype != new.dtype or old.shape != new.shape:
        return f"{old.dtype} {old.shape} became {new.dtype} {new.shape}"
    a, b = old[...], new[...]
    if bits(a) == bits(b):
        return ""
    if a.dtype != object:  # compared as bits as well
        whole = numpy.dtype(f"u{a.dtype.itemsize}")
        places = numpy.argwhere(numpy.ascontiguousarray(a).view(whole) != numpy.ascontiguousarray(b).view(whole))
    else:
        places = numpy.argwhere(a != b)
    first = tuple(int(k) for k in places[0])
    return f"{len(places)} of {a.size} values, first at {list(first)}: {a[first]!r} became {b[first]!r}"


def compare(old_path, new_path):
    """(number of equal data sets, lines on what differs, names that only the new file has)."""
    with h5py.File(old_path) as old, h5py.File(new_path) as new:
        before, after = datasets(old), datasets(new)
        equal, lines = 0, [f"{name}: gone" for name in before if name not in after and name not in NOT_COMPARED]
        for name in before:
            if name in after and name not in NOT_COMPARED:
                words = difference(old[name], new[name])
                equal += not words
                if words:
                    lines.append(f"{name}: {words}")
        return equal, lines, [name for name in after if name not in before]


def check(scenario, options, variables, folder):
    """One scenario with both programs; prints what it finds and says whether it is the same."""
    name = scenario.stem
    paths = [folder / f"{name}-{which}.h5" for which in ("old", "new")]
    for program, path in zip((options.old, options.new), paths):
        if trouble := run(program, scenario, path, variables, options):
            print(f"{name}: {program}: {trouble}", flush=True)
            return False
    equal, lines, more = compare(*paths)
    print(f"{name}: {equal} data sets equal, {len(lines)} differ", *lines[:20], sep="\n    ", flush=True)
    if len(lines) > 20:
        print(f"    and {len(lines) - 20} more")
    if more:
        print(f"    only in the new one: {', '.join(more)}")
    if not options.keep:
        for path in paths:
            path.unlink()
    return not lines and equal > 0


def main():
    parser = argparse.ArgumentParser(description="Whether two builds of the program give the same results.")
    parser.add_argument("old", help="the program before")
    parser.add_argument("new", help="the program now")
    parser.add_argument("--firms", type=int, help="firms of each run (default: as in the scenario)")
    parser.add_argument("--months", type=int, help="months of each run (default: as in the scenario)")
    parser.add_argument("--threads", type=int, default=1, help="threads of each run (default 1)")
    parser.add_argument("--jobs", type=int, default=1, help="scenarios at a time (default 1)")
    parser.add_argument("--scenario", type=Path, action="append", help="a scenario file instead of the five")
    parser.add_argument("--keep", type=Path, metavar="DIR", help="leave the results files in this folder")
    options = parser.parse_args()
    for program in (options.old, options.new):
        if not os.access(program, os.X_OK) or Path(program).is_dir():
            parser.error(f"{program} is no program")
    options.old, options.new = (str(Path(program).resolve()) for program in (options.old, options.new))
    known = panel_variables(options.new)
    variables = [name for name in panel_variables(options.old) if name in known]
    with tempfile.TemporaryDirectory(prefix="same-results-") as scratch:
        folder = options.keep or Path(scratch)
        folder.mkdir(parents=True, exist_ok=True)
        with ThreadPoolExecutor(options.jobs) as pool:
            same = list(pool.map(lambda s: check(s, options, variables, folder), options.scenario or SCENARIOS))
    print("the same results" if all(same) else "NOT the same results")
    return 0 if all(same) else 1


if __name__ == "__main__":
    sys.exit(main())
