"""Scenarios and plans out of dicts with the program's checks, runs and sweeps with their progress."""

import io
import json
import os
import unittest
import warnings
from unittest import mock

from companion import CAP, SMALL, Case, rongtong
from rongtong import running
from rongtong.documents import merged


class Documents(Case):
    def test_every_problem_is_told_before_anything_is_run(self):
        with self.assertRaises(rongtong.InputError) as raised:
            rongtong.Scenario({"extends": "baseline", "firmss": 3, "policies": {"x": {"lever": "payment_term_capp"}}})
        problems = raised.exception.problems
        self.assertCountEqual([problem.pointer for problem in problems], ["/policies/x/lever", "/firmss"])
        self.assertTrue(all("did you mean" in problem.hint for problem in problems))
        with self.assertRaises(rongtong.InputError) as raised:
            rongtong.run({"extends": "baseline", "months": -1}, self.folder / "x.h5")
        self.assertIn("/months", str(raised.exception))
        with self.assertRaises(rongtong.InputError) as raised:
            rongtong.Plan({"scenarios": {"a": {"extends": "baseline", "firms": 1}}, "replicates": 0})
        self.assertEqual(len(raised.exception.problems), 2)
        with self.assertRaises(rongtong.InputError):
            rongtong.run("no-such-scenario", self.folder / "x.h5", progress=False)
        self.assertEqual(list(self.folder.iterdir()), [])

    def test_changes_files_and_folders(self):
        self.assertEqual(merged({"a": {"b": 1, "c": 2}, "d": 3}, {"a": {"b": None, "e": 4}, "d": [5]}), {"a": {"c": 2, "e": 4}, "d": [5]})
        given = dict(SMALL)
        scenario = rongtong.Scenario(given).changed({"months": 5})
        self.assertEqual((scenario.content["months"], given["months"]), (5, 8))
        path = scenario.save(self.folder / "parent.json")
        self.assertRaises(FileExistsError, scenario.save, path)
        (self.folder / "child.json").write_text(json.dumps({"extends": "parent.json", "seed": 9}))
        child = rongtong.Scenario.read(self.folder / "child.json")  # its parent lies beside it, not in this folder
        self.assertEqual(self.run_one(child, "child.h5").indicators.sizes["month"], 5)

    def test_notes_are_warnings(self):
        with warnings.catch_warnings(record=True) as told:
            warnings.simplefilter("always")
            rongtong.Scenario(rongtong.documents.merged(CAP, {"policies": {"cap": {"yearly_cost_per_firm": 5, "yearly_budget_cap": 0}}}))
        self.assertEqual({warning.category for warning in told}, {rongtong.RunNote})

    def test_a_folder_of_runs_does_not_hide_a_scenario_of_its_name(self):
        (self.folder / "baseline").mkdir()
        rongtong.Scenario({"extends": "baseline"}, self.folder)


class Running(Case):
    def test_progress_and_results(self):
        shown = io.StringIO()
        with mock.patch("sys.stderr", shown):
            run = rongtong.run(SMALL, self.folder / "a.h5", months=5, replicate=2, set={"/firms": 700})
        self.assertIn("month 5 of 5", shown.getvalue())
        self.assertEqual((int(run.about["replicate"]), run.scenarios["base"]["firms"]), (2, 700))
        with self.assertRaises(rongtong.InputError) as raised:
            rongtong.run(SMALL, self.folder / "a.h5", progress=False)
        self.assertIn("exists already", str(raised.exception))

    def test_sweep(self):
        shown = io.StringIO()
        plan = {"scenarios": {"base": SMALL, "cap": CAP}, "replicates": 2, "keep": {"groups": ["size"]}}
        with mock.patch("sys.stderr", shown):
            sweep = rongtong.sweep(plan, self.folder / "sweep")
        self.assertIn("4 of 4 runs", shown.getvalue())
        self.assertEqual(sweep.by("size")["output"].dims, ("scenario", "replicate", "month", "size"))
        self.assertEqual(list(sweep.scenarios), ["base", "cap"])
        rongtong.call("run", "--from", self.folder / "sweep" / "3", "-o", self.folder / "3.h5", "--quiet")
        alone = rongtong.open_run(self.folder / "3.h5").indicators["output"]
        self.assertEqual(alone.values.tolist(), sweep.indicators["output"].sel(scenario="cap", replicate=1).values.tolist())
        with self.assertRaises(rongtong.InputError):
            rongtong.open_run(next((self.folder / "sweep").glob("*.json")))

    def test_whoever_is_interrupted_leaves_a_checkpoint(self):
        def interrupt(stderr, bar):
            stderr.readline()
            raise KeyboardInterrupt
        with mock.patch.object(running, "follow", interrupt), self.assertRaises(KeyboardInterrupt):
            rongtong.run(SMALL, self.folder / "long.h5", months=1200, progress=False)
        self.assertTrue((self.folder / "long.h5.checkpoint").exists())
        self.assertFalse((self.folder / "long.h5").exists())

    def test_without_the_program(self):
        with mock.patch.dict(os.environ, {"RONGTONG_PROGRAM": ""}), mock.patch("os.access", return_value=False), \
                mock.patch("shutil.which", return_value=None), self.assertRaises(rongtong.RongtongError) as raised:
            rongtong.program()
        self.assertIn("RONGTONG_PROGRAM", str(raised.exception))


if __name__ == "__main__":
    unittest.main()
