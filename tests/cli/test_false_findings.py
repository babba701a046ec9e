"""Runs of one policy that differ by luck alone: how often 200 comparisons of them find something, and find what is planted."""

import csv
import json
import math
import statistics
import unittest

import h5py
from harness import Case

COMPARISONS, PAIRS = 200, 12
PLANTED = 0.8887  # deviations of the differences: what a t test of 12 pairs finds with a power of 80 %, by the noncentral t
OUTCOMES = ("output", "days_receivable", "overdue_share", "unemployment_rate", "profit", "new_loans", "entries", "investment")
STUDY = {"name": "luck", "scenarios": {"baseline": {"extends": "baseline"}}, "changes": {"firms": 1000, "months": 12},
         "replicates": 2 * PAIRS * COMPARISONS, "keep": {"indicators": list(OUTCOMES)}}
# 99.9 % bands of Binomial(200, 0.05) and Binomial(200, 0.8).
FALSE, FOUND = range(1, 23), range(140, 179)


class FalseFindings(Case):
    def means(self):
        """By outcome the mean over the second half-year of each run."""
        self.path("plan.json").write_text(json.dumps(STUDY))
        self.call("sweep", "plan.json", "-o", "study", "--quiet", timeout=3600)
        self.call("collect", "study", "-o", "study.h5", timeout=3600)
        with h5py.File(self.path("study.h5")) as file:
            return {name: file[name][...].reshape(STUDY["replicates"], 12)[:, 6:].mean(axis=1).tolist() for name in OUTCOMES}

    def compare(self, rows):
        with open(self.path("table.csv"), "w", newline="", encoding="utf-8") as file:
            csv.writer(file).writerows([("scenario", "indicator", "replicate", "base", "other"), *rows])
        told = json.loads(self.call("compare", "--csv", "table.csv", "--json")[0])["scenarios"]
        self.assertEqual(len(told), COMPARISONS)
        return told

    def test_pairs_of_real_runs(self):
        means = self.means()
        # No run is in two comparisons, so that these are independent.
        pairs = [(f"c{c}", r, 2 * (c * PAIRS + r)) for c in range(COMPARISONS) for r in range(PAIRS)]
        told = self.compare([(c, name, r, y[i], y[i + 1]) for name, y in means.items() for c, r, i in pairs])
        rejected = {name: sum(e["p"] < 0.05 for s in told for e in s["effects"] if e["indicator"] == name) for name in OUTCOMES}
        family = sum(any(e["p_holm"] < 0.05 for e in s["effects"]) for s in told)
        planted = {name: PLANTED * math.sqrt(2) * statistics.pstdev(y) for name, y in means.items()}
        told = self.compare([(c, name, r, y[i], y[i + 1] + planted[name]) for name, y in means.items() for c, r, i in pairs])
        found = {name: sum(e["p"] < 0.05 for s in told for e in s["effects"] if e["indicator"] == name) for name in OUTCOMES}
        print(f"of {COMPARISONS} comparisons of one policy reject: {rejected}; any after Holm: {family}; find what is planted: {found}")
        self.assertEqual({name: n for name, n in rejected.items() if n not in FALSE}, {})
        self.assertIn(family, FALSE)
        for name in ("output", "days_receivable"):  # nearly normal, as the power supposes
            self.assertIn(found[name], FOUND, name)


if __name__ == "__main__":
    unittest.main()
