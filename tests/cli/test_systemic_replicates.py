"""What changes in systemic risk over replicates: paired by luck, with Student's t interval."""

import json
import math
import shutil
import unittest

import numpy as np
from harness import SMALL, SOURCE, Case

CHAIN = SOURCE / "tests" / "analysis" / "data" / "esri" / "chain"
T2, T3 = 4.302652729749464, 3.182446305284263  # 97.5 % of Student's t with 2 and 3 degrees of freedom


class Replicates(Case):
    def answer(self, *words):
        out, _ = self.call("resilience", *words, "--json", "-o", "answer.json", "--force")
        self.assertEqual(json.loads(out), json.loads(self.path("answer.json").read_text()))
        return json.loads(out), self.call("resilience", *words)[0]

    def interval(self, told, differences, quantile):
        differences = np.array(differences, float)
        half = quantile * differences.std(ddof=1) / math.sqrt(len(differences))
        self.assertAlmostEqual(told["mean_difference"], differences.mean(), delta=1e-9 * (1 + abs(differences.mean())))
        self.assertAlmostEqual(told["low"], differences.mean() - half, delta=1e-9 * (1 + abs(differences.mean())))
        self.assertAlmostEqual(told["high"], differences.mean() + half, delta=1e-9 * (1 + abs(differences.mean())))

    def chains(self, folder, sales, name="{}"):
        """The chain A, B, C, D with a side sale of A to D of this size in each replicate."""
        for r, sale in enumerate(sales):
            place = self.path(folder) / name.format(r)
            shutil.copytree(CHAIN, place)
            edges = [line for line in (CHAIN / "edges.csv").read_text().splitlines() if not line.startswith("A,D,")]
            (place / "edges.csv").write_text("\n".join([*edges, f"A,D,{sale}"]) + "\n")

    def test_networks_in_folders(self):
        self.chains("base", (4, 5, 6, 1))
        self.chains("other", (2, 5, 9))
        told, text = self.answer("base", "other", "--stop", 0)
        self.assertEqual(len(told["systemic"]), 7)
        self.assertNotIn("systemic_changes", told)
        (change,) = told["systemic_changes_paired"]
        self.assertEqual(change["pairs"], 3)
        self.assertEqual(change["left_out"], ["3 of base has no partner in other"])
        mean = [s["mean"] for s in told["systemic"]]
        figures = {f["figure"]: f for f in change["figures"]}
        self.interval(figures["mean"], [mean[4 + r] - mean[r] for r in range(3)], T2)
        # By hand: closing B takes its own sales of 8, the 10 of C and the 4 that A sold to it, of all.
        for s, sale in zip(told["systemic"], (4, 5, 6, 1, 2, 5, 9)):
            self.assertAlmostEqual({f["id"]: f["esri"] for f in s["esri"]}["B"], 22 / (22 + sale))
        self.assertIn("means of 3 pairs of the same luck", text)
        self.assertEqual(figures["essential_inputs"]["mean_difference"], 0)
        self.assertEqual(figures["essential_inputs"]["p_holm"], 1)

    def test_runs(self):
        network = ["--set", "/firms=500", "--months", 14, "--quiet", "--set", '/output={"network":{"every_months":14}}']
        for r in range(4):
            self.path("base").mkdir(exist_ok=True)
            self.path("cap").mkdir(exist_ok=True)
            self.call("run", SMALL, *network, "--replicate", r, "-o", f"base/{r}.h5")
            self.call("run", SMALL, *network, "--replicate", r, "--set", "/name=cap", "--set",
                      '/policies={"cap":{"lever":"payment_term_cap","start_month":1,"parameters":{"cap_days":30}}}', "-o", f"cap/{r}.h5")
        told, text = self.answer("base", "cap")
        single = [[self.answer(f"{folder}/{r}.h5")[0]["systemic"][0] for r in range(4)] for folder in ("base", "cap")]
        (change,) = told["systemic_changes_paired"]
        self.assertEqual((change["from"], change["to"], change["pairs"]), ("small", "cap", 4))
        for figure in change["figures"]:
            self.interval(figure, [b[figure["figure"]] - a[figure["figure"]] for a, b in zip(*single)], T3)
        self.assertNotEqual(change["figures"][0]["mean_difference"], 0)
        self.assertIn("This is the first of 4 runs of small", text)
        # The scenarios of one folder; and a single file beside a folder: the replicate that it is.
        self.path("all").mkdir()
        for folder in ("base", "cap"):
            for r in range(4):
                shutil.copy(self.path(folder) / f"{r}.h5", self.path("all") / f"{folder}{r}.h5")
        self.assertEqual(self.answer("all")[0]["systemic_changes_paired"][0]["figures"], change["figures"])
        one = self.answer("base/2.h5", "cap")[0]["systemic_changes_paired"][0]
        self.assertEqual((one["pairs"], one["figures"][0]["low"]), (1, None))
        self.call("run", SMALL, *network, "--seed", 99, "-o", "else.h5")
        self.assertIn("no run of the same seed and replicate", self.call("resilience", "base", "else.h5", code=2)[1])


if __name__ == "__main__":
    unittest.main()
