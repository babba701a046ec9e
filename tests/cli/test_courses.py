"""Strength by month and policies by rule, as the command line meets them."""

import json
import os
import unittest

import h5py

from harness import Case

RULED = {"extends": "small", "name": "ruled", "firms": 500, "months": 18,
         "policies": {"p": {"lever": "credit_information_sharing", "start_month": 4, "ramp_months": 3,
                            "when": {"indicator": "unemployment_rate", "above": 0.0, "least_months": 2}}}}


class Courses(Case):
    def scenario(self, name, content):
        self.path(name).write_text(json.dumps(content))
        return name

    def intensity(self, results):
        with h5py.File(self.path(results), "r") as file:
            return list(file["levers/intensity"][:, 0]), list(file["unemployment_rate"][...])

    def ruled(self, bound):
        content = json.loads(json.dumps(RULED))
        content["policies"]["p"]["when"]["above"] = bound
        return content

    def checkpoint_of_month_30(self, content):
        """The only one that the run writes, before the run takes it away: "month-30"."""
        self.scenario("past.json", content)
        for _ in range(20):
            process = self.start("run", "past.json", "--checkpoint-every", 30, "-o", "past.h5", "--quiet", "--force")
            while process.poll() is None and not self.path("month-30").exists():
                try:
                    os.link(self.path("past.h5.checkpoint"), self.path("month-30"))
                except FileNotFoundError:
                    continue
            process.kill()
            process.communicate()
            if self.path("month-30").exists():
                return
        self.fail("every run ended before its checkpoint could be kept")

    def middle(self):
        free = {**RULED, "policies": {}, "name": "free"}
        self.call("run", self.scenario("free.json", free), "-o", "free.h5", "--quiet")
        with h5py.File(self.path("free.h5"), "r") as file:
            return sorted(file["unemployment_rate"][3:])[11]

    def test_a_rule_follows_the_months_before_and_check_says_when_it_can(self):
        bound = self.middle()
        self.scenario("ruled.json", self.ruled(bound))
        out, _ = self.call("check", "ruled.json")
        self.assertIn(f"/policies/p can act from month 4 to 18, in months after one in which unemployment_rate of the nation is "
                      f"above {bound}; for 2 months at least", out)
        self.call("run", "ruled.json", "-o", "r.h5", "--quiet")
        acts, unemployment = self.intensity("r.h5")
        held = 0
        for month in range(1, 19):
            before = unemployment[month - 2] if month > 1 else 0
            holds = month >= 4 and (before > bound or held == 1)
            held = held + 1 if holds else 0
            self.assertAlmostEqual(acts[month - 1], min(1, held / 3), msg=f"month {month}")
        self.assertTrue(any(acts) and not all(acts[3:]))

    def test_a_ruled_run_branches_off_from_one_without_the_rule_and_goes_on(self):
        # The flows of the month before are no state: the checkpoint must know what the rule wants to see.
        ruled = {**self.ruled(0), "months": 40}
        ruled["policies"]["p"].update(start_month=31, when={"indicator": "output", "above": 1})
        self.scenario("ruled.json", ruled)
        self.call("run", "ruled.json", "-o", "whole.h5", "--quiet")
        self.checkpoint_of_month_30({**RULED, "policies": {}, "name": "past", "months": 59})
        self.call("run", "ruled.json", "--branch-from", "month-30", "-o", "branch.h5", "--quiet")
        self.same_data("whole.h5", "branch.h5")
        acts, _ = self.intensity("branch.h5")
        self.assertEqual(acts[29:32], [0, 1 / 3, 2 / 3])
        early = {**ruled, "name": "early"}
        early["policies"]["p"]["start_month"] = 30
        _, err = self.call("run", self.scenario("early.json", early), "--branch-from", "month-30", code=2)
        self.assertIn("differ from month 30 on", err)

    def test_a_sweep_of_rules_and_courses_gives_what_single_runs_give(self):
        bound = self.middle()
        course = {"extends": "small", "name": "course", "firms": 500, "months": 18,
                  "shocks": {"s": {"kind": "export_demand", "month": 5, "size": 1,
                                   "intensity": {"months": [5, 9, 12], "values": [-0.1, -0.3, 0], "between": "line"}}}}
        for name, content in (("ruled", self.ruled(bound)), ("other", self.ruled(bound / 2)), ("course", course)):
            self.scenario(f"{name}.json", content)
        self.scenario("plan.json", {"scenarios": {n: f"{n}.json" for n in ("ruled", "other", "course")},
                                    "keep": {"groups": [], "state_hash": "usual"}})
        self.call("sweep", "plan.json", "-o", "study", "--quiet")
        self.call("collect", "study", "-o", "all.h5", "--quiet")
        for place, name in enumerate(("ruled", "other", "course")):
            self.call("run", f"{name}.json", "-o", f"{name}.h5", "--quiet")
            with h5py.File(self.path("all.h5"), "r") as swept, h5py.File(self.path(f"{name}.h5"), "r") as alone:
                self.assertEqual(list(swept["state_hash"][place].ravel()), list(alone["state_hash"][...]))


if __name__ == "__main__":
    unittest.main()
