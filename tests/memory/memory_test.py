#!/usr/bin/env python3
"""Whether results depend on what memory held before: hashes and checkpoints must not contain bytes that nobody wrote.

    memory_test.py PROGRAM... [--quick]

For each program (builds by gcc and by clang): runs under three patterns with which the allocator fills memory must give the same
data sets, state_hash among them; and under Valgrind's memcheck, which knows of every byte of heap and stack whether it was
written, a run that hashes its state each month and saves checkpoints may report nothing. First a program with a hashed record
that has bytes that nobody writes (padded.cpp) shows that memcheck sees such a thing. --quick: the patterns only.
Exit code 0: nothing depends on memory; 1: something does.
"""
import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import h5py
import numpy

HERE = Path(__file__).resolve().parent
HOUSE = HERE.parents[1]
STRESSED = HOUSE / "tests" / "results" / "stressed.json"
PATTERNS = ("0", "85", "170")  # MALLOC_PERTURB_: 0 leaves memory as it is
LATER = ("policies/market", "shocks/slump", "shocks/flood", "shocks/failures again")  # than the end of so short a run
MEMCHECK = ["valgrind", "--quiet", "--error-exitcode=9", "--num-callers=20"]


def run(program, output, firms, months, before=(), **environment):
    words = ["run", STRESSED, "-o", output, "--force", "--threads", 1, "--months", months, "--checkpoint-every", 6,
             "--set", f"/firms={firms}", "--set", '/output={"events":true,"network":{"every_months":6}}']
    for name in LATER:
        words += ["--set", f"/{name}=null"]
    return subprocess.run([str(word) for word in (*before, program, *words)], capture_output=True, text=True,
                          env={**os.environ, **environment})


def data(path):
    found = {}
    with h5py.File(path) as file:
        file.visititems(lambda name, item: found.update({name: item[...]}) if isinstance(item, h5py.Dataset) else None)
    return found


def same(a, b):
    return a.keys() == b.keys() and all(numpy.array_equal(a[name], b[name], equal_nan=a[name].dtype.kind == "f") for name in a)


def patterns_agree(program, folder):
    results = []
    for pattern in PATTERNS:
        output = folder / f"{pattern}.h5"
        done = run(program, output, 2000, 24, MALLOC_PERTURB_=pattern)
        if done.returncode != 0:
            print(f"{program}: exit code {done.returncode}\n{done.stderr}")
            return None
        results.append(data(output))
    if not all(same(results[0], other) for other in results[1:]):
        print(f"{program}: results depend on the pattern with which memory is filled")
        return None
    print(f"{program}: the same results under {len(PATTERNS)} patterns, state_hash at the end "
          f"{int(results[0]['state_hash'][-1]):016x}")
    return results[0]


def memcheck(program, folder):
    done = run(program, folder / "checked.h5", 500, 18, MEMCHECK)
    if done.returncode != 0:
        print(f"{program}: memcheck, exit code {done.returncode}\n{done.stderr}")
    else:
        print(f"{program}: memcheck found nothing")
    return done.returncode == 0


def memcheck_sees(folder):
    """Whether memcheck reports a hashed record with padding, and not one without."""
    codes = []
    for mistake in ([], ["-DMISTAKE"]):
        program = folder / "padded"
        subprocess.run(["g++", "-std=c++20", "-O2", *mistake, f"-I{HOUSE}", HERE / "padded.cpp",
                        HOUSE / "sim" / "hash.cpp", "-o", program, "-lxxhash", "-ltbb"], check=True)
        codes.append(subprocess.run([*MEMCHECK, program], capture_output=True).returncode)
    print("memcheck sees a hashed record with padding" if codes == [0, 9] else
          f"memcheck is blind: exit codes {codes} without and with padding, expected 0 and 9")
    return codes == [0, 9]


def main():
    parser = argparse.ArgumentParser(description="Whether results depend on what memory held before.")
    parser.add_argument("programs", nargs="+", metavar="PROGRAM")
    parser.add_argument("--quick", action="store_true", help="the patterns only, no memcheck")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="rongtong-memory-") as scratch:
        folder = Path(scratch)
        good = options.quick or memcheck_sees(folder)
        results = [patterns_agree(program, folder) for program in options.programs]
        good = good and all(result is not None for result in results)
        if not options.quick:
            good = all([memcheck(program, folder) for program in options.programs]) and good
        if len(results) > 1 and good:
            alike = all(same(results[0], other) for other in results[1:])
            print(f"the builds {'give the same results as' if alike else 'differ in their results from'} each other")
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
