#!/usr/bin/python3
"""Runs a command and asks it to end (SIGTERM) if it has not after some seconds; gives its exit code.

    run_until.py SECONDS COMMAND...

Ctrl-C and a cluster's SIGTERM reach the command by themselves. `timeout` would pass them on, and the second one kills.
"""

import signal
import subprocess
import sys

for number in (signal.SIGINT, signal.SIGTERM):
    signal.signal(number, lambda *_: None)
with subprocess.Popen(sys.argv[2:]) as process:
    try:
        process.wait(timeout=float(sys.argv[1]))
    except subprocess.TimeoutExpired:
        process.terminate()
        process.wait()
code = process.returncode
sys.exit(code if code >= 0 else 128 - code)
