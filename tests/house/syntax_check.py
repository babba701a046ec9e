#!/usr/bin/env python3
"""The program's own sources through a compiler, without making anything: errors and warnings alone.

    syntax_check.py BUILD [--jobs N] [SOURCE...]

BUILD is a configured build folder with its compile_commands.json; each source of the libraries and the program, or each named one,
is passed with the build's options and -fsyntax-only -Werror. Where the build compiles sources in groups, so does this, after the headers
that are to be precompiled. Exit code 0: nothing was said; 1: something was.
"""
import argparse
import json
import shlex
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

HOUSE = Path(__file__).resolve().parents[2]
OURS = "CMakeFiles/rongtong"  # where the objects of the libraries and the program lie


def commands(build, wanted):
    """{source, or group of sources: (folder, words)}, without what makes an object file; headers that are precompiled apart, whole."""
    headers, found = {}, {}
    for entry in json.loads((build / "compile_commands.json").read_text()):
        words = shlex.split(entry["command"])
        words = words[1 + max((k for k, word in enumerate(words) if Path(word).name == "ccache"), default=-1):]
        output = words.index("-o")
        if not words[output + 1].startswith(OURS):
            continue
        source = (Path(entry["directory"]) / entry["file"]).resolve()
        name = source.relative_to(HOUSE).as_posix()
        if source.name.startswith("cmake_pch"):
            headers[name] = (entry["directory"], [*words, "-Werror"])
        elif not wanted or name in wanted:
            words = [word for k, word in enumerate(words) if k not in (output, output + 1) and word != "-c"]
            found[name] = (entry["directory"], [*words, "-fsyntax-only", "-Werror"])
    return headers, found


def passes(item):
    name, (folder, words) = item
    done = subprocess.run(words, cwd=folder, capture_output=True, text=True)
    if done.returncode != 0 or done.stderr:
        print(f"{name}:\n{done.stderr}", flush=True)
        return False
    return True


def sources_in(names):
    """How many sources of the house these are: a group includes its own."""
    texts = [(HOUSE / name).read_text() if "/Unity/" in name else "#include" for name in names]
    return sum(text.count("#include") for text in texts)


def main():
    parser = argparse.ArgumentParser(description="The program's own sources through a compiler, without making anything.")
    parser.add_argument("build", type=Path)
    parser.add_argument("sources", nargs="*")
    parser.add_argument("--jobs", type=int, default=2)
    options = parser.parse_intermixed_args()
    headers, todo = commands(options.build, options.sources)
    if not todo or len(todo) < len(options.sources):
        parser.error("not all of these sources are in the build's compile_commands.json")
    with ThreadPoolExecutor(options.jobs) as pool:
        good = [item for stage in (headers, todo) for item, good in zip(stage, pool.map(passes, stage.items())) if good]
    print(f"{len(good)} of {len(headers) + len(todo)} pass: {sources_in(todo)} sources")
    return 0 if len(good) == len(headers) + len(todo) else 1


if __name__ == "__main__":
    sys.exit(main())
