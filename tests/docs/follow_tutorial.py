#!/usr/bin/python3
"""Follows the tutorial word by word: its commands, in their order, in one empty folder, with the program on PATH and nothing else.

    follow_tutorial.py SOURCE PROGRAM
    follow_tutorial.py SOURCE --print      # the commands as a script, for ./rt package-test, which follows them on a bare Debian

The Chinese tutorial has the same commands.
"""

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

SOURCE, PROGRAM = Path(sys.argv[1]), sys.argv[2]
MADE = ["base.h5", "explore.html", "law.json", "law.zip", "plan.json", "report.html", "runs", "study", "wrong.json"]


def commands(name):
    page = (SOURCE / "docs" / name).read_text(encoding="utf-8")
    return re.findall(r"^```sh\n(.*?)^```", page, flags=re.MULTILINE | re.DOTALL)


def follow(script, folder):
    tools = Path(folder) / "tools"
    tools.mkdir()
    (tools / "rongtong").symlink_to(PROGRAM)
    empty = Path(folder) / "empty"
    empty.mkdir()
    environment = {**os.environ, "PATH": f"{tools}:/usr/bin:/bin"}
    done = subprocess.run(["sh", "-eu", "-c", script], cwd=empty, env=environment, capture_output=True, text=True, check=False)
    return done, sorted(path.name for path in empty.iterdir())


def main():
    steps = commands("tutorial.md")
    if commands("tutorial.zh-CN.md") != steps:
        sys.exit("docs/tutorial.zh-CN.md has other commands than docs/tutorial.md")
    if PROGRAM == "--print":
        print("\n".join(steps))
        return
    with tempfile.TemporaryDirectory(prefix="rongtong-") as folder:
        done, made = follow("\n".join(steps), folder)
    if done.returncode != 0:
        sys.exit(f"{done.stdout}\n{done.stderr}\nthe tutorial ends with exit code {done.returncode}")
    if made != MADE:
        sys.exit(f"the tutorial leaves {made}")
    for said in ("did you mean", "Headline", "Regression", "same ("):
        if said not in done.stdout + done.stderr:
            sys.exit(f"the tutorial never shows \"{said}\"")


main()
