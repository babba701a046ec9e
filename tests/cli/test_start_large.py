"""A start from 100 thousand firms and a million links: they come back exactly, with the same bits on any threads."""

import csv
import json
import unittest

from harness import SCENARIOS, Case

FIRMS = 100_000
ASKED = ["--set", f"/firms={FIRMS}", "--set", "/model/network/links_base=5"]


class Large(Case):
    def rows(self, name):
        with open(self.path(name), newline="", encoding="utf-8") as file:
            return list(csv.reader(file))

    def test_tables_come_back(self):
        self.call("export", SCENARIOS / "baseline.json", "--to", "start", *ASKED, "-o", "tables")
        self.path("own.json").write_text(json.dumps(
            {"extends": str(SCENARIOS / "baseline.json"), "firms": FIRMS, "months": 2, "seed": 5,
             "start": {"firms": "tables/firms.csv", "links": "tables/links.csv"}}))
        out, _ = self.call("check", "own.json")
        self.assertNotIn("note:", out)
        self.call("export", "own.json", "--to", "start", "-o", "again")
        self.assertEqual(self.path("again/firms.csv").read_bytes(), self.path("tables/firms.csv").read_bytes())
        before, after = self.rows("tables/links.csv"), self.rows("again/links.csv")
        self.assertGreater(len(before), 1_000_000)
        self.assertEqual([row[:2] for row in before], [row[:2] for row in after])
        far = [(a, b) for a, b in zip(before[1:], after[1:]) if abs(float(a[2]) - float(b[2])) > 0.011 + 3e-7 * float(a[2])]
        self.assertEqual(far[:5], [])
        for threads in (1, 2):
            self.call("run", "own.json", "--threads", threads, "--quiet", "-o", f"on-{threads}.h5")
        self.same_data("on-1.h5", "on-2.h5")


if __name__ == "__main__":
    unittest.main()
