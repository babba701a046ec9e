#!/usr/bin/env python3
"""What is too heavy for every day: a very large run that is stopped and goes on, too little memory, a full disk.

    heavy.py PROGRAM [large|memory|disk]...      (default: all; FIRMS=12000000 MONTHS=24 in the environment change the large run)

Prints what it found; exit code 1 at the first finding that should not be. Needs h5py; for 12 million firms 20 GB of memory and 25 GB of disk.
"""
import os
import re
import resource
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import h5py

SOURCE = Path(__file__).resolve().parents[2]
BASELINE = SOURCE / "scenarios" / "baseline.json"
MB = 1 << 20


def demand(good, words):
    if not good:
        sys.exit(f"heavy: {words}")


def call(program, folder, *words, stop_after_checkpoint=False, **options):
    """(exit code, error output, seconds, largest resident MB)."""
    began = time.monotonic()
    process = subprocess.Popen([program, *map(str, words)], cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
                               text=True, **options)
    if stop_after_checkpoint:
        while process.poll() is None and not list(folder.glob("*.checkpoint")):
            time.sleep(0.5)
        process.send_signal(signal.SIGTERM)
    err = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return process.returncode, err, time.monotonic() - began, usage.ru_maxrss / 1024


def hashes(path):
    with h5py.File(path) as file:
        return list(zip(file["month"][...], file["state_hash"][...])), file["output"][...].tolist()


def large(program, folder):
    firms, months = int(os.environ.get("FIRMS", 12000000)), int(os.environ.get("MONTHS", 24))
    run = ["run", BASELINE, "--set", f"/firms={firms}", "--months", months, "--quiet"]
    code, err, seconds, peak = call(program, folder, *run, "-o", "whole.h5")
    demand(code == 0, f"{firms} firms: exit code {code}\n{err}")
    print(f"{firms} firms, {months} months: {seconds:.0f} s with the start, {firms * months / seconds / 1e6:.2f} million "
          f"firm-months/s, {peak:.0f} MB, {peak * MB / firms:.0f} bytes a firm")
    code, err, seconds, _ = call(program, folder, *run, "-o", "parts.h5", "--checkpoint-every", months // 2,
                                 stop_after_checkpoint=True)
    demand(code == 143, f"stopped: exit code {code}\n{err}")
    demand(not (folder / "parts.h5").exists(), "a stopped run left a file that looks finished")
    size = (folder / "parts.h5.checkpoint").stat().st_size
    print(f"stopped after {seconds:.0f} s, checkpoint of {size / 1e9:.1f} GB")
    code, err, seconds, peak = call(program, folder, "run", "--resume", "parts.h5.checkpoint", "--quiet")
    demand(code == 0, f"resumed: exit code {code}\n{err}")
    print(f"resumed: {seconds:.0f} s, {peak:.0f} MB")
    demand(hashes(folder / "whole.h5") == hashes(folder / "parts.h5"), "the resumed run differs from that in one piece")
    print("the same results as in one piece")


def ended_well(code, err, folder, name):
    """A run that could not be done says so and leaves nothing that looks finished."""
    demand(code in (0, 1, 2), f"{name}: exit code {code}\n{err}")
    demand(code == 0 or re.search("memory|can't|no space|No space|File too large", err), f"{name}: no reason: {err}")
    for path in folder.iterdir():
        if code != 0 and path.suffix == ".h5":
            demand(False, f"{name}: left {path.name} behind")
    if code == 0:
        hashes(folder / "r.h5")
    for path in folder.iterdir():
        path.unlink()


def memory(program, folder):
    """At every limit of memory a run ends with a message. The estimate is passed over, so that memory really runs out."""
    ends = {}
    run = ["run", BASELINE, "--set", "/firms=100000", "--months", 3, "-o", "r.h5", "--quiet", "--checkpoint-every", 1, "--set",
           '/output/panel={"variables":["cash","workers"]}']
    for megabytes in range(60, 1400, 45):
        limit = (megabytes * MB, megabytes * MB)
        code, err, _, _ = call(program, folder, *run, env={**os.environ, "RONGTONG_MEMORY": "unchecked"},
                               preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, limit))
        if code == 127 and "shared librar" in err:
            continue  # not even the program's libraries fit
        ended_well(code, err, folder, f"{megabytes} MB")
        ends[code] = ends.get(code, 0) + 1
    print(f"too little memory: {ends.get(1, 0) + ends.get(2, 0)} refusals with a message, {ends.get(0, 0)} good runs")
    demand(ends.get(0) and ends.get(1), "the limits did not go from too little to enough")


def disk(program, folder):
    """The same for a disk that is full at every moment."""
    ends = {}
    run = ["run", BASELINE, "--set", "/firms=2000", "--months", 24, "-o", "r.h5", "--quiet", "--checkpoint-every", 6]
    for kilobytes in [0, 1, 8, 64, 256, 512, 1024, 2048, 3000, 4096, 8192, 65536]:
        limit = (kilobytes << 10, kilobytes << 10)
        code, err, _, _ = call(program, folder, *run, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, limit))
        ended_well(code, err, folder, f"files of {kilobytes} KB")
        ends[code] = ends.get(code, 0) + 1
    print(f"full disk: {ends.get(1, 0) + ends.get(2, 0)} refusals with a message, {ends.get(0, 0)} good runs")
    demand(ends.get(0) and ends.get(1), "the limits did not go from too little to enough")


def main():
    program, *parts = sys.argv[1:]
    for part in parts or ["memory", "disk", "large"]:
        with tempfile.TemporaryDirectory(prefix="rongtong-heavy-") as folder:
            {"large": large, "memory": memory, "disk": disk}[part](os.path.abspath(program), Path(folder))


if __name__ == "__main__":
    main()
