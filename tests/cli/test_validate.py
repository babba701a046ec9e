"""validate, on small runs."""

import json
import unittest
import xml.etree.ElementTree as xml

from harness import SMALL, Case

PANEL = ('/output={"panel":{"variables":["loans","revenue","workers"],"every_months":12,"firms":"all"},'
         '"network":{"every_months":12}}')
SIZE = ["--set", "/firms=500", "--months", 24, "--quiet"]


def findings(validation):
    return {finding["id"]: finding for section in validation["sections"] for finding in section["findings"]}


class Validate(Case):
    def test_table_json_and_growth(self):
        for replicate in range(2):
            self.call("run", SMALL, *SIZE, "--replicate", replicate, "-o", f"{replicate}.h5")
            self.call("run", SMALL, "--set", "/firms=500", "--months", 1, "--quiet", "--set", "/model/luck/switch=0",
                      "--replicate", replicate, "-o", f"start{replicate}.h5")
        out, _ = self.call("validate", ".", "-o", "found.json")
        self.assertIn("small: 2 runs of 500 firms, 24 months", out)
        self.assertIn("Not measurable with these runs", out)
        found = json.loads(self.path("found.json").read_text())
        prices = findings(found)["drift.price"]
        self.assertEqual((prices["n"], prices["band"]), (2, [-3, 3]))
        self.assertLess(prices["low"], prices["figure"])
        self.assertNotIn("own first month", prices["note"])
        rows = sum(len(section["findings"]) for section in found["sections"])
        self.assertEqual(sum(found["counts"].values()), rows)
        grown = json.loads(self.call("validate", ".", "--json", "--growth", 20, "--strict", code=1)[0])
        self.assertLess(findings(grown)["drift.value_added"]["figure"], findings(found)["drift.value_added"]["figure"] - 10)

    def test_records(self):
        self.call("run", SMALL, *SIZE, "--set", PANEL, "-o", "r.h5")
        found = findings(json.loads(self.call("validate", "r.h5", "--json")[0]))
        self.assertGreater(found["links.end"]["figure"], 0)
        self.assertGreater(found["sizes.gini"]["figure"], 0.3)
        self.assertLess(found["borrowers.share"]["figure"], 100.1)
        self.assertEqual(found["selection.price"]["verdict"], "not measurable")  # the panel has no prices
        self.call("validate", "r.h5", "--picture", "pictures")
        curves = xml.parse(self.path("pictures/drift-price.svg")).getroot().findall("{*}polyline")
        self.assertEqual(len(curves[0].get("points").split()), 2)  # two years
        self.assertIn("pictures", self.call("validate", "r.h5", "--picture", "pictures", code=2)[1])
        self.call("validate", "r.h5", "--picture", "pictures", "--force")

    def test_runs_that_a_design_repeats(self):
        """What varies is the policy's, so the base is the same at every point, and counts once."""
        small = {"extends": SMALL, "firms": 500, "months": 2}
        cap = {**small, "policies": {"cap": {"lever": "payment_term_cap", "parameters": {"cap_days": 60}}}}
        plan = {"name": "p", "scenarios": {"base": small, "cap": cap}, "replicates": 2, "design": {"kind": "grid"},
                "parameters": {"days": {"pointer": "/policies/cap/parameters/cap_days", "values": [30, 60, 90]}}}
        self.path("plan.json").write_text(json.dumps(plan))
        self.call("sweep", "plan.json", "-o", "study", "--quiet")
        found = json.loads(self.call("validate", "study", "--json")[0])
        self.assertEqual(found["repeated_runs"], 4)
        self.assertIn("base, point 0: 2 runs of 500 firms, 2 months", found["runs"][0])
        self.assertEqual([text.split(": ")[1] for text in found["runs"][1:]], ["2 pairs"] * 3)
        self.assertIn("4 further runs are the same at several points of the design and count once.", self.call("validate", "study")[0])
        self.assertIn("name each run once", self.call("validate", "study", "study", code=2)[1])

    def test_bad_input(self):
        self.call("run", SMALL, "--set", "/firms=500", "--months", 1, "--quiet", "-o", "0.h5")
        self.call("validate", code=2)
        self.assertIn("missing.h5", self.call("validate", "missing.h5", code=2)[1])
        self.call("run", SMALL, *SIZE, "--set", '/output={"months":{"every":12}}', "-o", "thin.h5")
        self.assertIn("does not keep each month", self.call("validate", "thin.h5", code=2)[1])
        self.path("thin.h5").unlink()
        self.assertIn("name each run once", self.call("validate", "0.h5", ".", code=2)[1])
        self.path("mine.json").write_text("mine")
        self.call("validate", ".", "-o", "mine.json", code=2)
        self.assertEqual(self.path("mine.json").read_text(), "mine")


if __name__ == "__main__":
    unittest.main()
