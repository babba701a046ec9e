"""validate, on small runs."""

import json
import unittest

from harness import SMALL, Case

SIZE = ["--set", "/firms=500", "--months", 24, "--quiet"]


def findings(validation):
    return {finding["id"]: finding for section in validation["sections"] for finding in section["findings"]}


class Validate(Case):
    def setUp(self):
        super().setUp()
        for replicate in range(2):
            self.call("run", SMALL, *SIZE, "--replicate", replicate, "-o", f"{replicate}.h5")
            self.call("run", SMALL, "--set", "/firms=500", "--months", 1, "--quiet", "--set", "/model/luck/switch=0",
                      "--replicate", replicate, "-o", f"start{replicate}.h5")

    def test_table_and_json(self):
        out, _ = self.call("validate", ".", "-o", "found.json")
        self.assertIn("small: 2 runs of 500 firms, 24 months", out)
        self.assertIn("not measurable", out)
        found = json.loads(self.path("found.json").read_text())
        self.assertEqual(found, json.loads(self.call("validate", ".", "--json")[0]))
        prices = findings(found)["drift.price"]
        self.assertEqual((prices["n"], prices["band"]), (2, [-3, 3]))
        self.assertLess(prices["low"], prices["figure"])
        self.assertNotIn("own first month", prices["note"])
        rows = sum(len(section["findings"]) for section in found["sections"])
        self.assertEqual(sum(found["counts"].values()), rows)

    def test_growth_of_the_path(self):
        found = [findings(json.loads(self.call("validate", ".", "--json", "--growth", g)[0])) for g in (0, 20)]
        self.assertLess(found[1]["drift.value_added"]["figure"], found[0]["drift.value_added"]["figure"] - 10)
        self.call("validate", ".", "--growth", 20, "--strict", code=1)

    def test_bad_input(self):
        self.call("validate", code=2)
        self.assertIn("missing.h5", self.call("validate", "missing.h5", code=2)[1])
        self.assertIn("name each run once", self.call("validate", "0.h5", ".", code=2)[1])
        self.path("mine.json").write_text("mine")
        self.call("validate", ".", "-o", "mine.json", code=2)
        self.assertEqual(self.path("mine.json").read_text(), "mine")


if __name__ == "__main__":
    unittest.main()
