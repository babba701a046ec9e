"""A sweep that is killed at random moments and resumed each time ends with the same runs as one that nobody disturbed."""

import os
import random
import time
import unittest

from sweep_harness import SweepCase, many

KILLS = int(os.environ.get("RONGTONG_KILLS", "5"))
RUNS = 300


class Killed(SweepCase):
    def test_sigkill_at_any_moment(self):
        plan = many(RUNS, months=18, firms=1000)
        plan["keep"] = {"indicators": ["firms", "cash", "output"], "events": True}
        self.plan(plan)
        began = time.monotonic()
        self.sweep("plan.json", "-o", "whole", "--pack", 16)
        length = time.monotonic() - began
        moments = random.Random(20260801)
        done = set()
        for _ in range(KILLS):
            process = self.start("sweep", "plan.json", "-o", "s", "--pack", 16, "--resume")
            time.sleep(moments.uniform(0.3, 1.7) * length / (KILLS + 1))
            process.kill()
            process.communicate()
            self.assertLessEqual(done, self.numbers())  # what was finished stays so
            done = self.numbers()
        self.assertTrue(0 < len(done) < RUNS)
        self.sweep("plan.json", "-o", "s", "--pack", 16, "--resume")
        self.assertEqual(len(self.members()), RUNS)
        self.same_runs("whole", "s")
        self.same_collected("whole", "s")
        self.no_leftovers()


if __name__ == "__main__":
    unittest.main()
