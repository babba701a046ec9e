"""A run that stops each month, tells how things are, and takes strengths of policies for the next (docs/step.md)."""

from __future__ import annotations

import json
import os
import subprocess
import tempfile
import warnings
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any

import pandas as pd

from rongtong.documents import Document, Scenario, ScenarioLike
from rongtong.program import NOTE, InputError, Problem, RongtongError, RunNote, failure, program
from rongtong.results import Results, open_run
from rongtong.running import changes, options


def number(value: float | None) -> float:
    return float("nan") if value is None else float(value)


@dataclass(frozen=True)
class Month:
    """How things are at the end of a month. `month["output"]` is an indicator; a mean or share of nothing is NaN."""

    month: int
    indicators: dict[str, float]
    policies: dict[str, dict[str, float]]  # by label: intensity, fiscal_cost, firms_reached of the month
    by: dict[str, pd.DataFrame]  # as asked for: indicators in columns, groups in rows

    def __getitem__(self, indicator: str) -> float:
        return self.indicators[indicator]


def month_of(answer: Mapping[str, Any]) -> Month:
    by = {axis: pd.DataFrame.from_dict(groups, orient="index", dtype=float) for axis, groups in answer.get("by", {}).items()}
    return Month(answer["month"], {name: number(value) for name, value in answer["indicators"].items()}, answer["policies"], by)


def standing_alone(scenario: Scenario) -> str:
    """Its text, for a file in another folder: what it names beside itself becomes absolute."""
    content = dict(scenario.content)
    content.setdefault("name", "standard-input")
    for key in ("extends", "calibration"):
        beside = scenario.folder / str(content.get(key, ""))
        if key in content and (beside.is_file() if key == "extends" else beside.is_dir()):
            content[key] = str(beside)
    return json.dumps(content, ensure_ascii=False)


class SteppedRun:
    """Made by `step`. Leaving its `with` runs the months that are left; leaving it by an error stops the run with a checkpoint."""

    def __init__(self, command: list[str], output: Path, folder: tempfile.TemporaryDirectory[str]) -> None:
        self.output = output
        self.intensity: dict[str, float] = {}  # strengths, 0 to 1, for the next month and on; emptied as they are taken
        self._folder = folder  # the scenario lies there; it goes with the run
        self._said = open(Path(folder.name) / "said", "w+", encoding="utf-8")
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self._said, text=True,
                                         encoding="utf-8")
        self._over = False
        start = self._hear()
        self.month: int = start["month"]
        self.months: int = start["months"]
        self.policies: list[str] = [policy["label"] for policy in start["policies"]]

    def advance(self, months: int = 1, intensity: Mapping[str, float] | None = None, by: Iterable[str] = ()) -> Month:
        """Goes on by so many months, with these strengths from the next one on, and tells how things are then.

        `by` asks for groups as well: by=["size"]. Raises InputError, and changes nothing, where something of it can't be done.
        """
        strengths = {**self.intensity, **(intensity or {})}
        answer = self._ask({"advance": months, "intensity": strengths, "by": list(by)})
        self.intensity.clear()
        return self._reached(answer)

    def __iter__(self) -> Iterator[Month]:
        """Month by month to the end. Strengths put into `intensity` count from the next month on."""
        while self.month < self.months:
            yield self.advance()

    def finish(self) -> Results:
        """Runs the months that are left and opens the results."""
        if self.month < self.months:
            self._reached(self._ask({"finish": True, "intensity": dict(self.intensity)}))
        return self.results

    def stop(self) -> Path:
        """Ends here; gives the checkpoint, from which `rongtong run --resume` or another `step` goes on."""
        answer = self._ask({"stop": True})
        self._close()
        return Path(answer["checkpoint"])

    @property
    def results(self) -> Results:
        """Of a run that has come to its end."""
        if self.month < self.months:
            raise RongtongError(f"the run is in month {self.month} of {self.months}; finish() runs the rest")
        return open_run(self.output)

    def _reached(self, answer: Mapping[str, Any]) -> Month:
        month = month_of(answer)
        self.month = month.month
        if self.month == self.months:
            self._hear()  # that it is done
            self._close()
        return month

    def _ask(self, request: Mapping[str, Any]) -> dict[str, Any]:
        if self._over:
            raise RongtongError("the run has ended")
        assert self._process.stdin is not None
        try:
            self._process.stdin.write(json.dumps(request) + "\n")
            self._process.stdin.flush()
        except BrokenPipeError:
            pass  # what it said tells why
        answer = self._hear()
        if answer["type"] == "error":
            problems = tuple(Problem(one["key"], 0, 0, one["message"], one["expected"], one["hint"]) for one in answer["problems"])
            raise InputError("\n".join(str(problem) for problem in problems), problems)
        return answer

    def _hear(self) -> dict[str, Any]:
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        if line:
            return json.loads(line)
        said = self._close()
        raise failure(self._process.returncode, said)

    def _close(self) -> str:
        """Waits for the program to end, passes its notes on, and gives what else it said."""
        self._over = True
        self._process.communicate()
        self._said.seek(0)
        rest = []
        for line in self._said:
            if line.startswith(NOTE):
                warnings.warn(line.removeprefix(NOTE).strip(), RunNote, stacklevel=4)
            else:
                rest.append(line)
        self._said.close()
        self._folder.cleanup()
        return "".join(rest)

    def __enter__(self) -> SteppedRun:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self._over:
            return
        if kind is None:
            self.finish()
        else:
            self._close()  # the end of its input, which leaves a checkpoint


def step(scenario: ScenarioLike | None, output: str | os.PathLike[str], *, resume: str | os.PathLike[str] | None = None,
         seed: int | None = None, replicate: int | None = None, months: int | None = None, set: Mapping[str, Any] | None = None,
         threads: int | None = None, checkpoint_every: int | None = None, force: bool = False) -> SteppedRun:
    """Begins a run that is steered: `with rongtong.step(...) as run: ...`. scenario: as for `run`; None with resume=CHECKPOINT.

    The results' scenario has the strengths that were given, as the policies' `intensity`: `rongtong run --from R.h5` runs it again.
    """
    folder = tempfile.TemporaryDirectory(prefix="rongtong-")
    target = Path(output).resolve()
    given = Scenario(scenario) if isinstance(scenario, Mapping) else scenario
    words = ["run", "--step", "-o", str(target), *changes(set)]
    words += options(seed=seed, replicate=replicate, months=months, threads=threads, checkpoint_every=checkpoint_every, force=force,
                     resume=resume)
    if isinstance(given, Document):
        file = Path(folder.name) / "scenario.json"
        file.write_text(standing_alone(given), encoding="utf-8")
        words.insert(1, str(file))
    elif given is not None:
        words.insert(1, os.fspath(given))
    return SteppedRun([program(), *words], target, folder)
