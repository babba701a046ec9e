"""check, schema and sweep on plan files."""

import json
import re
import unittest

from harness import SCENARIOS, SMALL, SOURCE, Case

BAD = SOURCE / "tests" / "scenarios" / "bad_plans"
STUDY = SCENARIOS / "study" / "plan.json"


class GoodPlans(Case):
    def test_what_check_says(self):
        out, err = self.call("check", STUDY, SMALL)
        self.assertEqual(err, "")
        self.assertIn('plan.json: good (plan "prompt-payment-study", 2 scenarios x 10 replicates = 20 runs)\n', out)
        self.assertIn('small.json: good (scenario "small"', out)

    def test_points_and_replicates_are_counted(self):
        self.path("p.json").write_text(json.dumps({
            "scenarios": {"a": SMALL},
            "parameters": {"length": {"pointer": "/months", "values": [12, 24, 36]}},
            "design": {"kind": "grid"}}))
        self.assertIn('good (plan "p", 1 scenario x 3 points x 1 replicate = 3 runs)', self.call("check", "p.json")[0])

    def test_mixed_with_bad_ones_as_json(self):
        out, _ = self.call("check", "--json", STUDY, BAD / "many.json", SMALL, code=2)
        report = json.loads(out)
        self.assertEqual([entry["good"] for entry in report], [True, False, True])
        self.assertGreater(len(report[1]["problems"]), 10)


class Documentation(Case):
    def test_the_plans_in_the_documentation_are_good(self):
        text = (SOURCE / "docs" / "sweeps.md").read_text(encoding="utf-8")
        blocks = [block for block in re.findall(r"```json\n(.*?)```", text, re.S) if block.startswith("{")]
        self.assertIn(STUDY.read_text(encoding="utf-8"), blocks)
        self.assertEqual(len(blocks), 2)
        for block in blocks:
            self.path("doc.json").write_text(re.sub(r'"(?:\.\./)?([a-z-]+\.json)"', rf'"{SCENARIOS}/\1"', block))
            self.assertIn(": good (plan", self.call("check", "doc.json")[0])
        self.assertIn("1 scenario x 16 points x 2 replicates = 32 runs", self.call("check", "doc.json")[0])

    def test_the_switch_in_the_documentation(self):
        text = (SOURCE / "docs" / "sweeps.md").read_text(encoding="utf-8")
        switch = next(block for block in re.findall(r"```json\n(.*?)```", text, re.S) if block.startswith('"rule"'))
        self.path("doc.json").write_text(
            '{"scenarios": {"a": "%s"}, "parameters": {%s}, "design": {"kind": "factorial"}}' % (SMALL, switch))
        self.assertIn("= 2 runs", self.call("check", "doc.json")[0])


class BadPlans(Case):
    def test_every_one_is_refused_by_check(self):
        files = sorted(path for path in BAD.glob("*.json") if path.name != "expected.json")
        self.assertGreater(len(files), 100)
        report = json.loads(self.call("check", "--json", *files, code=2)[0])
        for file, entry in zip(files, report, strict=True):
            self.assertEqual(entry["file"], str(file))
            self.assertFalse(entry["good"], file)
            self.assertTrue(all(p["message"] and p["file"] for p in entry["problems"]), file)

    def test_every_one_is_refused_by_sweep_and_leaves_nothing(self):
        for file in sorted(path for path in BAD.glob("*.json") if path.name != "expected.json"):
            out, err = self.call("sweep", file, "-o", "runs", "--quiet", code=2)
            self.assertEqual(out, "", file)
            self.assertIn(".json", err, file)
            self.assertEqual(list(self.folder.iterdir()), [], file)

    def test_sweep_and_check_say_the_same(self):
        for name in ("many", "many-files", "many-values", "inline-faults", "cut-off"):
            _, swept = self.call("sweep", BAD / f"{name}.json", "-o", "runs", code=2)
            _, checked = self.call("check", BAD / f"{name}.json", code=2)
            self.assertEqual(swept.splitlines(), checked.splitlines()[:-1], name)
            self.assertGreaterEqual(len(swept.splitlines()), 1)


class WrongCommand(Case):
    def test_a_plan_to_run(self):
        self.assertIn("rongtong sweep", self.call("run", STUDY, code=2)[1])

    def test_a_scenario_to_sweep(self):
        self.assertIn("rongtong run", self.call("sweep", SMALL, "-o", "runs", code=2)[1])
        self.assertEqual(list(self.folder.iterdir()), [])


if __name__ == "__main__":
    unittest.main()
