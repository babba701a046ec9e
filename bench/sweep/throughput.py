#!/usr/bin/python3
"""Runs a second, by a sweep and by bare `rongtong run` calls, measured in turns on the same runs.

    bench/sweep/throughput.py build/release/rongtong [--runs 2000] [--jobs 2] [--rounds 3] [--plan PLAN.json]

Without a plan: the small scenario (1 000 firms, 60 months), one replicate a run. The bare runs are `rongtong run --from
SWEEP/NUMBER`, JOBS at a time on one thread each, with the same outputs. Prints each round and the median ratio; first the
data sets of some runs of both are compared, so that only equal work is timed.
"""
import argparse
import concurrent.futures
import json
import pathlib
import statistics
import subprocess
import tempfile
import time
import zipfile

import h5py

small = pathlib.Path(__file__).resolve().parents[2] / "scenarios" / "small.json"


def data_sets(path):
    found = {}
    with h5py.File(path) as file:
        file.visititems(lambda name, item: found.update({name: item[()].tolist()}) if isinstance(item, h5py.Dataset) else None)
    return found


def seconds(work):
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program", type=pathlib.Path)
    parser.add_argument("--runs", type=int, default=2000)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--plan", type=pathlib.Path)
    options = parser.parse_args()
    program = options.program.resolve()
    with tempfile.TemporaryDirectory() as scratch:
        folder = pathlib.Path(scratch)
        plan = options.plan or folder / "plan.json"
        if not options.plan:
            plan.write_text(json.dumps({"name": "throughput", "scenarios": {"small": str(small)}, "replicates": options.runs}))
        runs = len(json.loads(subprocess.run([program, "sweep", plan, "--list", "--json"], check=True, capture_output=True).stdout)["runs"])

        def sweep(into):
            subprocess.run([program, "sweep", plan, "-o", into, "--jobs", str(options.jobs), "--threads", str(options.jobs),
                            "--quiet"], check=True)

        def bare(run):
            subprocess.run([program, "run", "--from", folder / "0" / str(run), "-o", folder / f"{run}.h5", "--threads", "1",
                            "--force", "--quiet"], check=True)

        def all_bare():
            with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
                list(pool.map(bare, range(runs)))

        ratios = []
        for number in range(options.rounds):
            by_sweep = seconds(lambda: sweep(folder / str(number)))
            by_calls = seconds(all_bare)
            ratios.append(by_calls / by_sweep)
            print(f"round {number + 1}: sweep {runs / by_sweep:.1f} runs/s, bare runs {runs / by_calls:.1f} runs/s, "
                  f"ratio {ratios[-1]:.3f}", flush=True)
        for pack in sorted((folder / "0" / "packs").iterdir()):
            with zipfile.ZipFile(pack) as archive:
                for name in archive.namelist()[::97]:
                    archive.extract(name, folder)
                    run = int(name[4:-3])
                    assert data_sets(folder / name) == data_sets(folder / f"{run}.h5"), f"run {run} differs"
        print(f"median: {statistics.median(ratios):.3f} times the throughput of the bare runs; their data sets are equal")


if __name__ == "__main__":
    main()
