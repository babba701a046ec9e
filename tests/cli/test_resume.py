"""A run that was stopped, however, goes on to the same data. A checkpoint that can't be used is refused before anything."""

import ctypes
import os
import random
import shutil
import signal
import time
import unittest

from harness import CAP, RECORDS, SCENARIOS, SMALL, Case

KILLS = int(os.environ.get("RONGTONG_KILLS", "3"))


class Resumed(Case):
    def wait_for(self, name, process):
        while not self.path(name).exists():
            self.assertIsNone(process.poll(), "the run ended before it could be stopped")
            time.sleep(0.001)

    def stop(self, number, words):
        process = self.start("run", *words, "-o", "r.h5")
        self.wait_for("r.h5.part", process)
        process.send_signal(number)
        _, err = process.communicate(timeout=60)
        return process.returncode, err


class Signals(Resumed):
    words = [SMALL, "--months", 300, "--set", RECORDS]

    def goes_on_after(self, number, code):
        returned, err = self.stop(number, self.words)
        self.assertEqual(returned, code, err)
        self.assertIn("--resume", err)
        self.assertFalse(self.path("r.h5").exists())
        checkpoint = self.path("r.h5.checkpoint")
        self.assertTrue(checkpoint.exists())
        out, _ = self.call("run", "--resume", checkpoint)
        self.assertIn("going on after month", out)
        self.assertFalse(checkpoint.exists())
        self.assertFalse(self.path("r.h5.part").exists())
        self.call("run", *self.words, "-o", "whole.h5", "--quiet")
        self.same_data("whole.h5", "r.h5")

    def test_sigterm(self):
        self.goes_on_after(signal.SIGTERM, 143)

    def test_sigint(self):
        self.goes_on_after(signal.SIGINT, 130)


class Killed(Resumed):
    def test_sigkill_at_any_moment(self):
        words = [CAP, "--set", "/firms=1000", "--months", 300, "--set", RECORDS]
        began = time.monotonic()
        self.call("run", *words, "-o", "whole.h5", "--quiet")
        length = time.monotonic() - began
        moments = random.Random(20260101)
        resumed = 0
        for k in range(KILLS):
            process = self.start("run", *words, "-o", "r.h5", "--checkpoint-every", 3)
            self.wait_for("r.h5.checkpoint", process)
            if k > 0:  # the first is killed at once, so that at least one is killed whatever the machine's speed
                time.sleep(moments.uniform(0, 1) * length)
            process.kill()
            process.communicate()
            if self.path("r.h5").exists():  # it was quicker
                self.same_data("whole.h5", "r.h5")
            elif self.path("r.h5.checkpoint").exists():
                self.call("run", "--resume", "r.h5.checkpoint", "--quiet")
                self.same_data("whole.h5", "r.h5")
                resumed += 1
            for leftover in self.folder.glob("r.h5*"):
                leftover.unlink()
        self.assertGreater(resumed, 0)


class Checkpoint(Resumed):
    """Half of a run: the checkpoint of month 30 of 60."""

    words = [CAP, "--set", "/firms=3000", "--set", "/policies/cap/start_month=10", "--set", RECORDS]

    def setUp(self):
        super().setUp()
        process = self.start("run", *self.words, "--months", 60, "-o", "r.h5", "--checkpoint-every", 30, "--quiet")
        self.wait_for("r.h5.checkpoint", process)
        os.link(self.path("r.h5.checkpoint"), self.path("half"))
        self.assertEqual(process.communicate()[1], "")
        self.assertEqual(process.returncode, 0)

    def test_thirty_and_thirty_make_sixty(self):
        out, err = self.call("run", "--resume", "half", "-o", "two.h5", "--threads", 3)
        self.assertIn("after month 30, to month 60", err)
        self.same_data("r.h5", "two.h5")
        self.assertTrue(self.path("half").exists())  # a copy that the run did not write

    def test_scenario_file_beside_a_checkpoint(self):
        self.call("run", *self.words, "--resume", "half", "-o", "two.h5", "--quiet")
        self.same_data("r.h5", "two.h5")
        for words in ([SMALL], [CAP], [*self.words, "--seed", 7], ["--seed", 7], ["--set", "/firms=2000"]):
            self.call("run", *words, "--resume", "half", "-o", "other.h5", code=2)
        self.assertFalse(self.path("other.h5").exists())

    def test_longer_than_planned(self):
        self.call("run", "--resume", "half", "--months", 70, "-o", "long.h5", "--quiet")
        self.call("run", *self.words, "--months", 70, "-o", "whole.h5", "--quiet")
        self.same_data("whole.h5", "long.h5")
        for months in (30, 0, 100000):
            self.call("run", "--resume", "half", "--months", months, "-o", "x.h5", code=2)

    def test_results_are_not_replaced(self):
        before = self.path("r.h5").read_bytes()
        _, err = self.call("run", "--resume", "half", code=2)
        self.assertIn("exists already", err)
        self.assertEqual(self.path("r.h5").read_bytes(), before)

    def refused(self, name, *said):
        _, err = self.call("run", "--resume", name, "-o", "x.h5", code=2)
        for words in said:
            self.assertIn(words, err)
        self.assertEqual(list(self.folder.glob("x.h5*")), [])

    def test_damaged(self):
        whole = self.path("half").read_bytes()
        places = [3, 40, 70, *random.Random(1).sample(range(100, len(whole)), 20)]
        for place in places:
            broken = bytearray(whole)
            broken[place] ^= 0x10
            self.path("broken").write_bytes(broken)
            self.refused("broken", "can't go on from broken")
        for end in (0, 10, 64, 1000, len(whole) // 2, len(whole) - 1):
            self.path("broken").write_bytes(whole[:end])
            self.refused("broken", "can't go on from broken")

    def test_no_checkpoint(self):
        self.refused("missing", "no such file")
        self.refused(".", "folder")
        self.refused("r.h5", "not a checkpoint")

    def test_other_format_version(self):
        try:
            xxhash = ctypes.CDLL("libxxhash.so.0").XXH3_64bits
        except OSError:
            self.skipTest("no libxxhash.so.0 to make a checksum with")
        xxhash.restype, xxhash.argtypes = ctypes.c_uint64, [ctypes.c_char_p, ctypes.c_size_t]
        data = bytearray(self.path("half").read_bytes())
        data[8:12] = (99).to_bytes(4, "little")
        data[56:64] = xxhash(bytes(data[:56]), 56).to_bytes(8, "little")
        self.path("newer").write_bytes(data)
        self.refused("newer", "version 99")


class Figures(Resumed):
    def test_calibration_that_changed(self):
        shutil.copytree(SCENARIOS / "calibration" / "china", self.path("figures"))
        code, err = self.stop(signal.SIGTERM, [SMALL, "--months", 300, "--set", f"/calibration={self.path('figures')}"])
        self.assertEqual(code, 143, err)
        file = self.path("figures") / "nation.json"
        kept = file.read_text()
        file.write_text(kept + "\n")
        _, err = self.call("run", "--resume", "r.h5.checkpoint", code=2)
        self.assertIn("changed", err)
        self.path("figures").rename(self.path("away"))
        _, err = self.call("run", "--resume", "r.h5.checkpoint", code=2)
        self.assertIn("gone", err)
        self.path("away").rename(self.path("figures"))
        file.write_text(kept)
        self.call("run", "--resume", "r.h5.checkpoint", "--quiet")


if __name__ == "__main__":
    unittest.main()
