"""How runs end when they are not let: a terminal that is closed, a process that is killed, output that nobody takes."""

import os
import signal
import time
import unittest

from harness import SMALL, Case


class Hangup(Case):
    def run_until_it_writes(self, months, **options):
        run = self.start("run", SMALL, "-o", "r.h5", "--months", months, "--set", "/firms=1000", "--quiet", **options)
        while not self.path("r.h5.part").exists():
            time.sleep(0.01)
        run.send_signal(signal.SIGHUP)
        _, err = run.communicate(timeout=300)
        return run.returncode, err

    def test_as_sigterm(self):
        code, err = self.run_until_it_writes(1200)
        self.assertEqual(code, 143, err)
        self.assertTrue(self.path("r.h5.checkpoint").exists())

    def test_not_under_nohup(self):
        code, err = self.run_until_it_writes(12, preexec_fn=lambda: signal.signal(signal.SIGHUP, signal.SIG_IGN))
        self.assertEqual(code, 0, err)


class Leftovers(Case):
    def begun(self):
        """What a killed run, a stranger, and a run that goes on had begun to write."""
        files = [self.path("r.h5.checkpoint.tmp-" + end) for end in ("999999999-3", "mine", f"{os.getpid()}-0")]
        for file in files:
            file.write_bytes(b"x")
        return files

    def check(self, *words):
        stale, other, alive = self.begun()
        self.call("run", *words, "--quiet")
        self.assertFalse(stale.exists())
        self.assertTrue(other.exists() and alive.exists())

    def test_parts_of_killed_runs_go_with_the_next(self):
        self.check(SMALL, "-o", "r.h5", "--months", 2, "--set", "/firms=500")

    def test_and_when_one_goes_on(self):
        run = self.start("run", SMALL, "-o", "r.h5", "--months", 1200, "--set", "/firms=500", "--quiet")
        while not self.path("r.h5.part").exists():
            time.sleep(0.01)
        run.send_signal(signal.SIGTERM)
        run.communicate(timeout=300)
        self.check("--resume", "r.h5.checkpoint", "--months", 400)


if __name__ == "__main__":
    unittest.main()
