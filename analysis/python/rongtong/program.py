"""Calling the program rongtong, and what it says when something is wrong."""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

MARK, NOTE = "rongtong: ", "rongtong: note: "


class RongtongError(Exception):
    """The program could not do what was asked; the text is the program's own."""


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong with a scenario or plan, and where."""

    pointer: str
    line: int
    column: int
    message: str
    expected: str
    hint: str

    def __str__(self) -> str:
        beside = "; ".join(text for text in (f"expected {self.expected}" if self.expected else "", self.hint) if text)
        return f"{self.pointer or '/'}: {self.message}" + (f" ({beside})" if beside else "")


class InputError(RongtongError):
    """What was given can't be used; nothing was begun and nothing written. `problems` has all of them, if they are of a file."""

    def __init__(self, text: str, problems: tuple[Problem, ...] = ()) -> None:
        super().__init__(text)
        self.problems = problems


class RunNote(UserWarning):
    """What the program wants known about a run that it does all the same."""


def program() -> str:
    """The path of the program. $RONGTONG_PROGRAM goes first, then the checkout that this package lies in, then $PATH."""
    named = os.environ.get("RONGTONG_PROGRAM")
    if named:
        return named
    built = Path(__file__).resolve().parents[3] / "build" / "release" / "rongtong"
    found = str(built) if os.access(built, os.X_OK) else shutil.which("rongtong")
    if not found:
        raise RongtongError("the program rongtong is not there: build it (./rt build), and set RONGTONG_PROGRAM to its path "
                            "or put its folder on PATH")
    return found


def failure(code: int, said: str) -> RongtongError:
    """The error that an exit code and what was said on stderr stand for."""
    text = said.strip().removeprefix(MARK) or f"rongtong ended with exit code {code}"
    return InputError(text) if code == 2 else RongtongError(text)


def call(*words: object, input: str | None = None) -> str:
    """Calls the program with these words; gives what it printed. Raises InputError (exit code 2) or RongtongError."""
    command = [program(), *(str(word) for word in words)]
    done = subprocess.run(command, input=input, capture_output=True, text=True, encoding="utf-8", check=False)
    if done.returncode != 0:
        raise failure(done.returncode, done.stderr)
    return done.stdout
