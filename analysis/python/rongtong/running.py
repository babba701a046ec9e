"""Runs and sweeps, with a progress bar."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import tempfile
import warnings
from collections.abc import Mapping
from pathlib import Path
from typing import IO, Any

from rongtong.documents import Plan, PlanLike, Scenario, ScenarioLike, as_given
from rongtong.program import NOTE, RunNote, failure, program
from rongtong.results import Results, open_run, open_sweep

WIDTH = 30  # of the bar, in characters


class Bar:
    """A line that is drawn over itself; nothing where `shown` is false."""

    def __init__(self, shown: bool, stream: IO[str] | None = None) -> None:
        self.shown, self.stream, self.length = shown, stream or sys.stderr, 0

    def draw(self, share: float, text: str) -> None:
        full = round(WIDTH * min(max(share, 0.0), 1.0))
        self.write(f"[{'=' * full}{' ' * (WIDTH - full)}] {text}")

    def write(self, line: str) -> None:
        if self.shown:
            self.stream.write("\r" + line.ljust(self.length))
            self.stream.flush()
            self.length = len(line)

    def end(self) -> None:
        if self.length:
            self.stream.write("\n")
            self.stream.flush()


def show(bar: Bar, state: Mapping[str, Any]) -> None:
    if "months" in state:
        left = f", {state['seconds_left']:.0f} s left" if state["month"] < state["months"] else ""
        bar.draw(state["month"] / state["months"], f"month {state['month']} of {state['months']}{left}")
    else:
        failed = f", {state['failed']} failed" if state["failed"] else ""
        bar.draw((state["finished"] + state["failed"]) / max(state["runs"], 1),
                 f"{state['finished']} of {state['runs']} runs{failed}")


def follow(stderr: IO[str], bar: Bar) -> str:
    """Draws the progress that it reads, passes notes on as warnings, and gives the rest."""
    rest = []
    for line in stderr:
        if line.startswith("{"):
            show(bar, json.loads(line))
        elif line.startswith(NOTE):
            warnings.warn(line.removeprefix(NOTE).strip(), RunNote, stacklevel=5)
        else:
            rest.append(line)
    return "".join(rest)


def attend(words: list[str], given: str | None, folder: Path | None, progress: bool) -> None:
    """Calls the program to its end; whatever ends this early asks it to end as well, which leaves a checkpoint."""
    bar = Bar(progress)
    with tempfile.TemporaryFile("w+", encoding="utf-8") as source:
        source.write(given or "")
        source.seek(0)
        process = subprocess.Popen([program(), *words, "--progress", "json", "--quiet"], stdin=source, cwd=folder,
                                   stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, encoding="utf-8")
        assert process.stderr is not None
        try:
            said = follow(process.stderr, bar)
        except BaseException:
            process.send_signal(signal.SIGINT)
            process.communicate()
            raise
        finally:
            bar.end()
        process.communicate()
    if process.returncode != 0:
        raise failure(process.returncode, said)


def options(**given: object) -> list[str]:
    """Words for those that are given: threads=2 is --threads 2, force=True is --force."""
    words: list[str] = []
    for name, value in given.items():
        if value is True:
            words.append("--" + name.replace("_", "-"))
        elif value is not None and value is not False:
            words += ["--" + name.replace("_", "-"), str(value)]
    return words


def changes(values: Mapping[str, Any] | None) -> list[str]:
    """{"/firms": 2000} as --set words."""
    return [word for pointer, value in (values or {}).items() for word in ("--set", f"{pointer}={json.dumps(value)}")]


def run(scenario: ScenarioLike, output: str | os.PathLike[str], *, seed: int | None = None, replicate: int | None = None,
        months: int | None = None, set: Mapping[str, Any] | None = None, threads: int | None = None,
        checkpoint_every: int | None = None, force: bool = False, progress: bool = True) -> Results:
    """Runs a scenario (a Scenario, a dict, a file or the name of one that comes with the program) and opens its results.

    `set` changes any value by its JSON pointer: {"/firms": 2000}. Raises InputError before anything is written if something of
    it is wrong, RongtongError if the run fails. Notes of the program are warnings of the class RunNote.
    """
    word, given, folder = as_given(scenario, Scenario)
    target = Path(output).resolve()
    words = ["run", word, "-o", str(target), *changes(set)]
    words += options(seed=seed, replicate=replicate, months=months, threads=threads, checkpoint_every=checkpoint_every, force=force)
    attend(words, given, folder, progress)
    return open_run(target)


def sweep(plan: PlanLike, folder: str | os.PathLike[str], *, jobs: int | None = None, threads: int | None = None,
          resume: bool = False, progress: bool = True) -> Results:
    """Makes all runs of a plan (a Plan, a dict or a file), several at a time, and opens them as one dataset.

    A sweep that was stopped goes on with resume=True. Raises InputError or RongtongError.
    """
    word, given, place = as_given(plan, Plan)
    target = Path(folder).resolve()
    attend(["sweep", word, "-o", str(target), *options(jobs=jobs, threads=threads, resume=resume)], given, place, progress)
    return open_sweep(target)
