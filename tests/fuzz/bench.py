"""Good files, and the program on changed ones: how it ended and what it said."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import mutate_hdf5
from cases import SHORT, SOURCE

SECONDS = int(os.environ.get("SECONDS_EACH", 20))  # of processor time, for one command under sanitizers
LONGEST = 60  # looks at a command that is slow because the machine does other things

COVER = {"design": {"kind": "grid"}, "parameters": {"cover": {"pointer": "/model/ordering/input_cover", "values": [0.6, 1.5]}}}
GOOD = (("run", "base.json", "-o", "base.h5", "--quiet"), ("run", "other.json", "-o", "other.h5", "--quiet"),
        ("sweep", "plan.json", "-o", "study", "--quiet"), ("collect", "study", "-o", "study.h5", "--quiet"),
        ("sweep", "grid.json", "-o", "grid", "--quiet"), ("collect", "grid", "-o", "grid.h5", "--quiet"),
        ("bundle", "base.h5", "-o", "base.zip", "--quiet"), ("export", "base.json", "--to", "start", "-o", "tables"))


def work_of(group):
    """Processor time of a group of processes, in seconds, and whether one of them runs or waits for the disk."""
    ticks, runs = 0, False
    for process in Path("/proc").glob("[0-9]*"):
        try:
            fields = (process / "stat").read_text().rsplit(")", 1)[1].split()
            if int(fields[2]) == group:
                ticks += sum(map(int, fields[11:15]))
                states = [(t / "stat").read_text().rsplit(")", 1)[1].split()[0] for t in (process / "task").iterdir()]
                runs = runs or "R" in states or "D" in states
        except OSError:  # it ended while we looked
            continue
    return ticks / os.sysconf("SC_CLK_TCK"), runs


def ended(process, seconds):
    """What was said; None after so many seconds of processor time, or where all sleep and nothing comes."""
    before = None
    for _ in range(LONGEST):
        try:
            return process.communicate(timeout=seconds if before is None else seconds / 2)
        except subprocess.TimeoutExpired:
            took, runs = work_of(process.pid)
            if took > seconds or took == before and not runs:
                return None
            before = took
    return None


class Bench:
    """Good files, and a folder in which each changed one is tried."""

    def __init__(self, program, folder):
        self.program, self.folder = program, folder
        self.environment = {**os.environ, "UBSAN_OPTIONS": "print_stacktrace=1", "RONGTONG_FAULT": "", "ASAN_OPTIONS": os.environ.get(
            "ASAN_OPTIONS", "detect_leaks=0") + ":allocator_may_return_null=0:max_allocation_size_mb=2000"}
        self.good, self.elsewhere = folder / "good", str(folder / "elsewhere")
        self.good.mkdir()
        mutate_hdf5.make_elsewhere(self.elsewhere)
        self.make_good()

    def plant(self, fault):
        self.environment["RONGTONG_FAULT"] = fault

    def run(self, *words, cwd=None, seconds=300):
        # A group of its own: what does not end in time ends with its children.
        process = subprocess.Popen([self.program, *map(str, words)], cwd=cwd or self.good, env=self.environment, text=True,
                                   errors="replace", stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                                   start_new_session=True)
        said = ended(process, seconds)
        if said is None:
            os.killpg(process.pid, signal.SIGKILL)
            return None, "".join(process.communicate())
        return process.returncode, "".join(said)

    def make_good(self):
        both = {"scenarios": {"base": "base.json", "other": "other.json"}}
        for name, value in (("base", SHORT), ("other", {**SHORT, "name": "other", "policies": {}}), ("long", {**SHORT, "months": 1200}),
                            ("plan", {"name": "study", **both, "replicates": 2}), ("grid", {"name": "grid", **both, **COVER})):
            (self.good / f"{name}.json").write_text(json.dumps(value))
        shutil.copytree(SOURCE / "scenarios" / "calibration" / "china", self.good / "china")
        for words in GOOD:
            code, said = self.run(*words)
            if code != 0:
                sys.exit(f"the good files can't be made: {' '.join(words)}: {said}")
        self.make_checkpoint()

    def make_checkpoint(self):
        process = subprocess.Popen([self.program, "run", "long.json", "-o", "long.h5", "--quiet", "--checkpoint-every", "6"],
                                   cwd=self.good, env=self.environment, stderr=subprocess.DEVNULL)
        while not (self.good / "long.h5.checkpoint").exists() and process.poll() is None:
            time.sleep(0.05)
        process.send_signal(signal.SIGTERM)
        process.wait()
