"""Scenarios and plans: dicts or files, checked by the program when they are made."""

from __future__ import annotations

import copy
import json
import os
import subprocess
import warnings
from collections.abc import Mapping
from pathlib import Path
from typing import Any, TypeVar, Union

from rongtong.program import InputError, Problem, RunNote, failure, program

Self = TypeVar("Self", bound="Document")


def merged(value: Any, patch: Any) -> Any:
    """JSON Merge Patch (RFC 7396): objects merge key by key, None takes a key away, everything else is replaced."""
    if not isinstance(patch, Mapping):
        return copy.deepcopy(patch)
    result = dict(value) if isinstance(value, Mapping) else {}
    for key, change in patch.items():
        if change is None:
            result.pop(key, None)
        else:
            result[key] = merged(result.get(key), change)
    return result


def check(text: str, source: str, folder: Path) -> None:
    """Raises InputError with all problems; tells notes as warnings."""
    done = subprocess.run([program(), "check", "-", "--json"], input=text, capture_output=True, text=True, encoding="utf-8",
                          check=False, cwd=folder)
    try:
        checked = json.loads(done.stdout)[0]
    except (ValueError, IndexError):
        raise failure(done.returncode, done.stderr) from None
    for note in checked["notes"]:
        warnings.warn(note, RunNote, stacklevel=4)
    keys = ("pointer", "line", "column", "message", "expected", "hint")
    problems = tuple(Problem(**{key: problem[key] for key in keys}) for problem in checked["problems"])
    if problems:
        raise InputError(f"{source}: " + "\n".join(str(problem) for problem in problems), problems)


class Document:
    """What a scenario and a plan have in common: JSON that the program has found good. Paths in it are relative to `folder`."""

    def __init__(self, content: Mapping[str, Any], folder: str | os.PathLike[str] = ".") -> None:
        """Raises InputError, with every problem, if the program would refuse it."""
        self.content: dict[str, Any] = copy.deepcopy(dict(content))
        self.folder = Path(folder).resolve()
        check(self.text, type(self).__name__.lower(), self.folder)

    @classmethod
    def read(cls: type[Self], path: str | os.PathLike[str]) -> Self:
        """From a JSON file; paths in it stay relative to the file."""
        with open(path, encoding="utf-8") as file:
            return cls(json.load(file), Path(path).resolve().parent)

    @property
    def text(self) -> str:
        return json.dumps(self.content, ensure_ascii=False, indent=2, allow_nan=False) + "\n"

    def changed(self: Self, changes: Mapping[str, Any]) -> Self:
        """The same with changes merged in (RFC 7396: None takes a key away)."""
        return type(self)(merged(self.content, changes), self.folder)

    def save(self, path: str | os.PathLike[str], force: bool = False) -> Path:
        """Writes it as a file, into its own folder unless it names no relative path; replaces none unless `force`."""
        with open(path, "w" if force else "x", encoding="utf-8") as file:
            file.write(self.text)
        return Path(path)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.content!r})"


class Scenario(Document):
    """One economy under policies and shocks, such as {"extends": "baseline", "name": "mine", "policies": {...}}.

    scenarios/README.md of the project has every key. "extends" takes a file or the name of a scenario that comes with the program.
    """


class Plan(Document):
    """Many runs: {"scenarios": {"a": {...}, "b": "file.json"}, "replicates": 10, ...}. docs/sweeps.md has every key."""


ScenarioLike = Union[Scenario, Mapping[str, Any], str, "os.PathLike[str]"]
PlanLike = Union[Plan, Mapping[str, Any], str, "os.PathLike[str]"]


def as_given(document: ScenarioLike | PlanLike, kind: type[Document]) -> tuple[str, str | None, Path | None]:
    """The program's word for it, what goes to its standard input, and the folder that it is to be called in."""
    if isinstance(document, Document):
        return "-", document.text, document.folder
    if isinstance(document, Mapping):
        made = kind(document)
        return "-", made.text, made.folder
    return os.fspath(document), None, None
