"""A sweep goes on with a plan that has grown, several are compared together, and shares that overlap leave one another alone."""

import fcntl
import json
import unittest

import h5py

from harness import text
from sweep_harness import CAP, SweepCase, scenario

PLAN = {"name": "small", "title": {"en": "first"}, "scenarios": {"none": scenario()},
        "changes": {"firms": 500, "months": 4}, "replicates": 2}
CAPPED = scenario(policies={"cap": {**CAP, "start_month": 2}})


class Grown(SweepCase):
    def test_words_replicates_and_scenarios(self):
        self.sweep(self.plan(PLAN), "-o", "s")
        first = self.data()
        self.path("s/notes.txt").write_text("by a user")
        grown = {**PLAN, "title": {"en": "other words"}, "description": "more", "replicates": 3,
                 "scenarios": {"cap": CAPPED, **PLAN["scenarios"]}}
        self.plan(grown)
        err = self.call("sweep", "plan.json", "-o", "s", "--quiet", code=2)[1]
        self.assertIn("--resume", err)
        out = json.loads(self.sweep("plan.json", "-o", "s", "--resume", "--json")[0])
        self.assertEqual(out["finished"], 4)  # of six, two were there
        runs = self.data()
        self.assertEqual(sorted(runs), list(range(6)))
        self.assertEqual([runs[3], runs[4]], [first[0], first[1]])  # numbers are those of the new plan
        self.assertEqual(self.path("s/notes.txt").read_text(), "by a user")
        self.assertEqual(sorted(path.name for path in self.folder.iterdir()), ["plan.json", "s"])
        self.sweep(self.plan(grown, "again.json"), "-o", "t")
        self.assertEqual(runs, self.data("t"))
        self.call("collect", "s", "-o", "s.h5", "--quiet")
        self.call("collect", "t", "-o", "t.h5", "--quiet")
        self.same_but_provenance("s.h5", "t.h5")
        self.call("run", "--from", "s/4", "-o", "r.h5", "--quiet")

    def test_words_of_a_scenario(self):
        self.sweep(self.plan(PLAN), "-o", "s")
        said = {**PLAN, "scenarios": {"none": scenario(title="said better", description="and at length")}}
        self.assertEqual(json.loads(self.sweep(self.plan(said), "-o", "s", "--resume", "--json")[0])["finished"], 0)
        self.call("collect", "s", "-o", "s.h5", "--quiet")
        self.sweep(self.plan(said), "-o", "t")
        self.call("collect", "t", "-o", "t.h5", "--quiet")
        self.same_but_provenance("s.h5", "t.h5")

    def same_but_provenance(self, a, b):
        with h5py.File(self.path(a)) as x, h5py.File(self.path(b)) as y:
            self.assertEqual(x["output"][...].tolist(), y["output"][...].tolist())
            self.assertEqual(x["run"][...].tolist(), y["run"][...].tolist())
            self.assertEqual(text(x.attrs["plan_sha256"]), text(y.attrs["plan_sha256"]))
            self.assertEqual(x["scenario_sha256"][...].tolist(), y["scenario_sha256"][...].tolist())

    def test_another_plan_is_refused(self):
        self.sweep(self.plan(PLAN), "-o", "s")
        before = self.data()
        for change in ({"changes": {"firms": 500, "months": 5}}, {"replicates": 1}, {"scenarios": {"cap": CAPPED}}):
            err = self.call("sweep", self.plan({**PLAN, **change}), "-o", "s", "--resume", "--quiet", code=2)[1]
            self.assertIn("They differ at:", err)
        self.assertEqual(self.data(), before)


class Together(SweepCase):
    def test_compare_takes_several(self):
        self.sweep(self.plan(PLAN), "-o", "s")
        self.sweep(self.plan({**PLAN, "scenarios": {"cap": CAPPED}}), "-o", "t")
        self.sweep(self.plan({**PLAN, "scenarios": {"none": scenario(), "cap": CAPPED}}), "-o", "both")
        one = self.compared("both")
        self.assertEqual(one["base"], "none")
        self.assertEqual(self.compared("s", "t")["scenarios"][0]["effects"], one["scenarios"][0]["effects"])
        self.assertEqual(self.compared("s", "both")["scenarios"][0]["pairs"], one["scenarios"][0]["pairs"])
        self.assertEqual(self.compared("both", "t", "--base", "cap")["scenarios"][0]["scenario"], "none")

    def compared(self, *words):
        self.call("compare", *words, "-o", "e.json", "--force")
        return json.loads(self.path("e.json").read_text())


class Shares(SweepCase):
    def test_overlapping_ones(self):
        plan = self.plan({**PLAN, "replicates": 8})
        self.sweep(plan, "-o", "s", "--shard", "1/8")
        with open(self.path("s") / "processes" / "2of4", "w") as other:  # runs 2 and 3, by a process that is at work
            fcntl.flock(other, fcntl.LOCK_EX)
            _, err = self.call("sweep", plan, "-o", "s", "--shard", "1/2")
            self.assertIn("other processes are at work on shares with 2 runs, which are left to them", err)
            self.assertEqual(self.numbers(), {0, 1})
        self.sweep(plan, "-o", "s", "--shard", "1/2", "--resume")
        self.assertEqual(self.numbers(), {0, 1, 2, 3})


if __name__ == "__main__":
    unittest.main()
