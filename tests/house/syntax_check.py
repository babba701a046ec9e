#!/usr/bin/env python3
"""The program's own sources through a compiler, without making anything: errors and warnings alone.

    syntax_check.py BUILD [--jobs N] [SOURCE...]

BUILD is a configured build folder with its compile_commands.json; each source of the libraries and the program, or each named one,
is passed with the build's options and -fsyntax-only -Werror. Exit code 0: nothing was said; 1: something was.
"""
import argparse
import json
import shlex
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

HOUSE = Path(__file__).resolve().parents[2]
FOLDERS = ("sim", "models", "scenarios", "output", "analysis", "cli")


def commands(build, wanted):
    """{source below the house: (folder, words)}, without what makes an object file."""
    found = {}
    for entry in json.loads((build / "compile_commands.json").read_text()):
        source = (Path(entry["directory"]) / entry["file"]).resolve()
        if not source.is_relative_to(HOUSE):
            continue
        name = source.relative_to(HOUSE).as_posix()
        if name.split("/")[0] not in FOLDERS or (wanted and name not in wanted):
            continue
        words = shlex.split(entry["command"])
        words = words[1 + max((k for k, word in enumerate(words) if Path(word).name == "ccache"), default=-1):]
        output = words.index("-o")
        words = [word for k, word in enumerate(words) if k not in (output, output + 1) and word != "-c"]
        found[name] = (entry["directory"], [*words, "-fsyntax-only", "-Werror"])
    return found


def passes(item):
    name, (folder, words) = item
    done = subprocess.run(words, cwd=folder, capture_output=True, text=True)
    if done.returncode != 0 or done.stderr:
        print(f"{name}:\n{done.stderr}", flush=True)
        return False
    return True


def main():
    parser = argparse.ArgumentParser(description="The program's own sources through a compiler, without making anything.")
    parser.add_argument("build", type=Path)
    parser.add_argument("sources", nargs="*")
    parser.add_argument("--jobs", type=int, default=2)
    options = parser.parse_intermixed_args()
    todo = commands(options.build, options.sources)
    if not todo or len(todo) < len(options.sources):
        parser.error("not all of these sources are in the build's compile_commands.json")
    with ThreadPoolExecutor(options.jobs) as pool:
        good = list(pool.map(passes, todo.items()))
    print(f"{sum(good)} of {len(good)} sources pass")
    return 0 if all(good) else 1


if __name__ == "__main__":
    sys.exit(main())
