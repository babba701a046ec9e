"""Steering a run from Python."""

import json
import math
import unittest

from companion import CAP, Case, rongtong


class Stepping(Case):
    def test_a_rule_that_looks_at_each_month(self):
        with rongtong.step(CAP, self.folder / "s.h5") as run:
            self.assertEqual((run.month, run.months, run.policies), (0, 8, ["cap"]))
            seen = []
            for month in run:
                seen.append(month)
                if month.month == 4:
                    run.intensity["cap"] = 0.5
        results = run.results
        self.assertEqual(results.levers["intensity"].values[:, 0].tolist(), [0, 0, 0.5, 1, 0.5, 0.5, 0.5, 0.5])
        self.assertEqual([month["output"] for month in seen], results.indicators["output"].values.tolist())
        self.assertEqual(json.loads(results.about["steered"]), [{"month": 5, "policy": "cap", "intensity": 0.5}])
        again = self.run_one(results.scenarios["cap"], "again.h5")
        self.assertEqual(again.indicators["state_hash"].values.tolist(), results.indicators["state_hash"].values.tolist())

    def test_groups_mistakes_and_the_end(self):
        run = rongtong.step(CAP, self.folder / "s.h5")
        month = run.advance(3, by=["size"])
        self.assertEqual(list(month.by["size"].index), ["micro", "small", "medium", "large"])
        self.assertAlmostEqual(month.by["size"]["employment"].sum(), month["employment"])
        self.assertTrue(math.isnan(month.by["size"].loc["large", "days_receivable"]))  # there is none
        with self.assertRaises(rongtong.InputError) as raised:
            run.advance(0, {"capp": 1, "cap": 2})
        self.assertEqual([problem.pointer for problem in raised.exception.problems], ["advance", "intensity/cap"])
        self.assertRaises(rongtong.RongtongError, lambda: run.results)
        checkpoint = run.stop()
        self.assertRaises(rongtong.RongtongError, run.advance)
        with rongtong.step(None, self.folder / "s.h5", resume=checkpoint) as on:
            self.assertEqual(on.month, 3)
        self.assertEqual(on.results.indicators.sizes["month"], 8)

    def test_an_error_leaves_a_checkpoint(self):
        with self.assertRaises(ZeroDivisionError), rongtong.step(CAP, self.folder / "s.h5") as run:
            run.advance(2)
            raise ZeroDivisionError
        self.assertTrue((self.folder / "s.h5.checkpoint").exists())
        with self.assertRaises(rongtong.InputError) as raised:
            rongtong.step("no-such-scenario", self.folder / "t.h5")
        self.assertIn("no-such-scenario", str(raised.exception))


if __name__ == "__main__":
    unittest.main()
