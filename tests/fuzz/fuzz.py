#!/usr/bin/python3
"""Tries changed files on every command that reads them, for some minutes, and keeps what should not have come of them.

usage: fuzz.py --program PROGRAM --keep FOLDER MINUTES [KIND]        kinds: results collected packs checkpoints scenarios plans
                                                                            calibrations tables bundles (default: all in turn)
       fuzz.py --program PROGRAM --keep FOLDER --planted MINUTES      each planted fault must be found again in MINUTES

PROGRAM is of the preset `fuzz`: sanitizers, and faults that the variable RONGTONG_FAULT plants back. A finding is an exit code
that no refusal has, a report of a sanitizer on our own code, words of a library, a control character, what another file
holds, a file where none belongs, or more processor time than it may take. A child that died while it read is a refusal, and
counted; where a fault is planted it is a finding, unless it dies without the fault too.
"""

import argparse
import itertools
import random
import re
import shutil
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "files"))

import mutate_hdf5  # noqa: E402
from bench import SECONDS, Bench  # noqa: E402
from cases import CASES, MustRefuse  # noqa: E402
from planted import FAULTS, case_of  # noqa: E402

FOREIGN = re.compile(r"terminate called|std::|json\.exception|_M_\w|basic_string|HDF5-DIAG|Assertion|\[json")
REPORT = re.compile(r"(ERROR: AddressSanitizer: \S+|runtime error: [^\n]{0,80})")
NO_FAULT = "none"  # the name of none, with which the death of a reader is told all the same
KINDS = ("results", "collected", "packs", "checkpoints", "scenarios", "plans", "calibrations", "tables", "bundles")


def report_on_us(said):
    """A sanitizer's report, unless it is HDF5 that fell over its own memory: that is what the child is for."""
    for match in REPORT.finditer(said):
        text = said[match.start():match.start() + 6000]
        frames = re.findall(r"#\d+ 0x\w+ in (\S+ [^\n]*)", text)
        first = next((f for f in frames if not re.search("libasan|interceptor|libsanitizer|sanitizer_common|/sysdeps/", f)), "")
        ours = "rongtong::" in text.split("Shadow bytes")[0] if "libhdf5" not in first else False
        made = text.split("allocated by thread", 1)[1][:600] if "allocated by thread" in text else ""
        if "libhdf5" in first and ("stack of thread" in text or "operator new" in made):
            return match.group(1)  # HDF5 wrote beyond what we made for it
        if ours or not first:
            return match.group(1)
    return ""


def faults_of(kind, code, said, mark):
    """What should not have come of it; empty where all is well."""
    found = []
    if code is None:
        return [f"no end in {SECONDS} s"]
    report = report_on_us(said)
    died = "was ended" in said
    if report:
        found.append(report)
    failed = code == 1 and kind in ("checkpoints", "scenarios", "calibrations", "tables", "bundles") and "the run failed" in said
    failed = failed or code == 1 and kind == "bundles" and not report  # made again, and something differs
    if code not in (0, 2) and not failed and not (report and not found):
        found.append(f"exit code {code}")
    plain = said if not died else said.split("=====")[0]
    if FOREIGN.search(plain) and not report:
        found.append("words of a library: " + FOREIGN.search(plain).group(0))
    if any(ord(c) < 32 and c not in "\n\t" or ord(c) == 127 for c in plain):
        found.append("a control character")
    if mark in said:
        found.append("what another file holds")
    return found


def tree(folder):
    return {str(p) for p in folder.rglob("*")}


def belongs(path, command, place):
    """A new file is what -o names, lies in it, or beside it with an ending more."""
    named = [str(place / value) for option, value in itertools.pairwise(command) if option == "-o"]
    return any(path == name or path.startswith((name + "/", name + ".")) for name in named)


def try_one(bench, kind, case, luck, work):
    """[(command, what is wrong, what was said)], and how many children died."""
    place = work / "a" / "b" / "place"  # room above, for what climbs
    place.mkdir(parents=True)
    found, deaths = [], 0
    for command in case(bench, luck, place):
        (place / "out").mkdir(exist_ok=True)
        before = tree(work)
        code, said = bench.run(*command, cwd=place, seconds=SECONDS)
        deaths += "was ended" in said
        wrong = faults_of(kind, code, said, str(mutate_hdf5.MARK))
        if bench.environment["RONGTONG_FAULT"] and "was ended" in said:
            wrong.append("the reader was ended")
        if code == 0 and isinstance(command, MustRefuse):
            wrong.append("taken, though it must be refused")
        new = {p for p in tree(work) - before if not belongs(p, command, place)}
        if new:
            wrong.append("files where none belong: " + " ".join(sorted(new)[:3]))
        inside = [p for p in (place / "out").rglob("*") if p.is_file()]
        if any(str(mutate_hdf5.MARK).encode() in p.read_bytes() for p in inside if p.suffix in (".csv", "")):
            wrong.append("what another file holds, in " + inside[0].name)
        if code == 2 and inside:
            wrong.append("refused, and written all the same: " + inside[0].name)
        shutil.rmtree(place / "out")
        if wrong:
            found.append((command, wrong, said))
            if bench.environment["RONGTONG_FAULT"] not in ("", NO_FAULT):
                break  # one is enough
    return found, deaths


def keep(folder, number, kind, seed, place, found):
    to = folder / f"{kind}-{number:03}"
    shutil.rmtree(to, ignore_errors=True)
    shutil.copytree(place, to, symlinks=True, ignore=lambda at, names: [n for n in names if Path(at, n).is_fifo()])
    for i, (command, wrong, said) in enumerate(found):
        text = f"seed {seed}\n{' '.join(map(str, command))}\n{'; '.join(wrong)}\n\n{said}"
        (to / f"what-came-{i}.txt").write_text(text, errors="replace")
    return to


def found_without_fault(bench, kind, case, number, found):
    """Whether the same file is as bad where nothing is planted: each command comes to the same."""
    fault = bench.environment["RONGTONG_FAULT"]
    bench.plant(NO_FAULT)
    with tempfile.TemporaryDirectory(prefix="fuzz-", dir=bench.folder) as work:
        others, _ = try_one(bench, kind, case, random.Random(f"{kind} {number}"), Path(work))
    bench.plant(fault)
    same = [(command, wrong) for command, wrong, _ in others]
    return all((command, wrong) in same for command, wrong, _ in found)


def hunt(bench, cases, minutes, folder, first_only=False, seed=0):
    """What comes of changed files of these kinds, {kind: what makes a case of it}, in turn."""
    until, kinds = time.monotonic() + 60 * minutes, sorted(cases)
    tried, deaths, kept = dict.fromkeys(kinds, 0), 0, []
    for number in itertools.count(seed):
        if time.monotonic() > until or (first_only and kept):
            return tried, deaths, kept
        kind = kinds[number % len(kinds)]
        case = cases[kind]
        with tempfile.TemporaryDirectory(prefix="fuzz-", dir=bench.folder) as work:
            try:
                found, died = try_one(bench, kind, case, random.Random(f"{kind} {number}"), Path(work))
            except (ValueError, UnicodeError, KeyError, IndexError):
                continue  # this change could not be made
            tried[kind] += 1
            deaths += died
            if found and first_only and found_without_fault(bench, kind, case, number, found):
                print(f"fuzz: {kind} {number} is found without the fault as well", flush=True)
            elif found:
                kept.append((keep(folder, number, kind, number, Path(work) / "a" / "b" / "place", found), found[0][1]))
                print(f"fuzz: {kept[-1][0]}: {'; '.join(found[0][1])}", flush=True)


def hunt_planted(bench, minutes, folder, faults, seed):
    """Each fault until it is found; those that were not."""
    missed = []
    for fault in faults:
        began = time.monotonic()
        bench.plant(fault)
        kind, case = case_of(fault)
        tried, _, kept = hunt(bench, {kind: case}, minutes, folder / "planted" / fault, first_only=True, seed=seed)
        seconds = time.monotonic() - began
        what = "; ".join(kept[0][1]) if kept else "NOT FOUND"
        print(f"fuzz: planted fault {fault}: {what} ({sum(tried.values())} files, {seconds:.0f} s)", flush=True)
        if not kept:
            missed.append(fault)
    return missed


def main():
    p = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    p.add_argument("--program", required=True, type=Path)
    p.add_argument("--keep", required=True, type=Path)
    p.add_argument("--planted", action="store_true")
    p.add_argument("--only", action="append", choices=FAULTS, help="with --planted: this fault; may be repeated")
    p.add_argument("--seed", type=int, default=int(time.time()))
    p.add_argument("minutes", type=float)
    p.add_argument("kind", nargs="?", choices=KINDS)
    o = p.parse_args()
    o.keep.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="rongtong-fuzz-") as work:
        bench = Bench(o.program.resolve(), Path(work))
        if o.planted:
            missed = hunt_planted(bench, o.minutes, o.keep.resolve(), o.only or FAULTS, o.seed)
            sys.exit(f"fuzz: not found again: {', '.join(missed)}" if missed else 0)
        cases = {kind: CASES[kind] for kind in ([o.kind] if o.kind else KINDS)}
        tried, deaths, kept = hunt(bench, cases, o.minutes, o.keep.resolve(), seed=o.seed)
    counts = ", ".join(f"{n} {kind}" for kind, n in tried.items())
    print(f"fuzz: {counts}; {deaths} refusals by the death of a reader, {len(kept)} findings in {o.keep}")
    sys.exit(1 if kept else 0)


if __name__ == "__main__":
    main()
