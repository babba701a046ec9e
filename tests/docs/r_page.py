#!/usr/bin/python3
"""The R page runs as it stands, on runs that are small. Skipped without R and its package ncdf4.

    r_page.py SOURCE PROGRAM
"""

import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

SOURCE, PROGRAM = Path(sys.argv[1]), sys.argv[2]
SMALL = ["--set", "/firms=600", "--months", "12", "--quiet"]


def has_r():
    try:
        return subprocess.run(["Rscript", "-e", "library(ncdf4)"], capture_output=True, check=False).returncode == 0
    except FileNotFoundError:
        return False


def main():
    if not has_r():
        print("skipped: no R with ncdf4")
        return 77
    page = (SOURCE / "docs/r.md").read_text(encoding="utf-8")
    blocks = re.findall(r"^```r\n(.*?)^```", page, flags=re.MULTILINE | re.DOTALL)
    with tempfile.TemporaryDirectory(prefix="rongtong-") as folder:
        def call(*words):
            subprocess.run(words, cwd=folder, check=True)
        call(PROGRAM, "run", "baseline", "-o", "base.h5", *SMALL)
        call(PROGRAM, "run", "prompt-payment", "-o", "cap.h5", *SMALL, "--set", "/policies/cap/start_month=4")
        plan = {"scenarios": {"a": {"extends": "baseline"}, "b": {"extends": "baseline"}}, "changes": {"firms": 600, "months": 3}, "replicates": 2}
        (Path(folder) / "plan.json").write_text(json.dumps(plan))
        call(PROGRAM, "sweep", "plan.json", "-o", "sweep", "--quiet")
        call(PROGRAM, "collect", "sweep", "-o", "sweep.h5", "--quiet")
        checks = 'stopifnot(length(days) == 12, output["small", 1] > 0)\n', 'stopifnot(effect[1] == 0, mean(effect[month >= 4]) < 0)\n', \
            "stopifnot(identical(dim(output), c(3L, 2L, 2L)))\n"
        script = blocks[0] + blocks[1] + checks[0] + blocks[2] + checks[1] + "".join(blocks[3:]) + checks[2]
        (Path(folder) / "page.R").write_text(script)
        call("Rscript", "--vanilla", "page.R")
    return 0


sys.exit(main())
