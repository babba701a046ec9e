"""sensitivity, interactions, discover, resilience and compare --csv, as a user calls them."""

import csv
import json
import math
import random
import shutil
import statistics
import unittest

import h5py
from harness import SOURCE, Case

DATA = SOURCE / "tests" / "analysis" / "data"
PLANTED = 1.257  # found with 80 % power in 12 pairs whose differences have a variance of 2: 0.8887 of their deviation, by the noncentral t
FAST = ["--set", "/firms=600", "--months", 18, "--quiet"]
SMALL = str(SOURCE / "scenarios" / "small.json")


class Answers(Case):
    def answer(self, *words):
        """The JSON of a command; with -o the file says the same, and the table is there for people."""
        out, _ = self.call(*words, "--json", "-o", "answer.json", "--force")
        self.assertEqual(json.loads(out), json.loads(self.path("answer.json").read_text()))
        self.assertTrue(self.call(*words)[0].strip())
        return json.loads(out)

    def write(self, name, columns, rows):
        with open(self.path(name), "w", newline="", encoding="utf-8") as file:
            writer = csv.writer(file)
            writer.writerow(columns)
            writer.writerows(rows)
        return name

    def plan(self, design, parameters, **more):
        plan = {"name": "p", "scenarios": {"a": {"extends": SMALL, "firms": 600, "months": 6}}, "replicates": 1,
                "parameters": parameters, "design": design, **more}
        self.path("plan.json").write_text(json.dumps(plan))

    def test_compare_of_a_table(self):
        effects = self.answer("compare", "--csv", DATA / "paired_small.csv")["scenarios"][0]["effects"]
        with open(DATA / "paired_small_expected.csv", newline="", encoding="utf-8") as file:
            for effect, row in zip(effects, csv.DictReader(file), strict=True):
                for name in ("mean_difference", "low", "high", "t", "p", "p_holm"):
                    self.assertAlmostEqual(effect[name] / float(row[name]), 1, delta=1e-10)
                self.assertLess(effect["bootstrap_low"], effect["mean_difference"])
        asked = self.answer("compare", "--csv", DATA / "paired_small.csv", "--indicators", "fiscal_cost", "--width", "1")
        self.assertEqual(asked["scenarios"][0]["effects"][0]["p_holm"], asked["scenarios"][0]["effects"][0]["p"])
        self.assertGreater(asked["scenarios"][0]["effects"][0]["pairs_wanted"], 8)

    def test_what_a_unit_costs_in_a_table(self):
        """Fieller's interval: where the mean of cost - r gain differs from 0 by as many standard errors as t allows."""
        cost, gain = (10.0, 12.0, 9.0, 14.0, 11.0), (2.0, 3.0, 2.5, 2.0, 3.5)
        rows = [("spent", r, 1, 1 + c, "cost") for r, c in enumerate(cost)]
        rows += [("days", r, 30, 30 - g, "goal_falls") for r, g in reversed(list(enumerate(gain)))]  # matched by replicate
        told = self.answer("compare", "--csv", self.write("cost.csv", ("indicator", "replicate", "base", "other", "role"), rows))
        (entry,) = told["scenarios"][0]["cost_effectiveness"]
        self.assertAlmostEqual(entry["cost_per_unit"]["value"], sum(cost) / sum(gain))
        for end in ("low", "high"):
            rest = [c - entry["cost_per_unit"][end] * g for c, g in zip(cost, gain)]
            t = statistics.mean(rest) / (statistics.stdev(rest) / math.sqrt(5))
            self.assertAlmostEqual(abs(t), 2.7764451052)  # 97.5 % of Student's t with 4 degrees
        self.assertIn("spent", self.call("compare", "--csv", "cost.csv")[0])
        self.write("odd.csv", ("indicator", "replicate", "base", "other", "role"), [("spent", 0, 1, 2, "price")])
        self.assertIn("goal_rises", self.call("compare", "--csv", "odd.csv", code=2)[1])

    def test_identical_policies_and_a_planted_effect(self):
        """200 comparisons, of 12 pairs each, in one table: what they find by chance, and of what is there."""
        draws, pairs, planted = random.Random(7), range(12), []
        rows = []
        for c in range(200):
            for i in range(4):
                for r in pairs:
                    base, other = draws.gauss(0, 1), draws.gauss(0, 1)
                    rows.append((f"c{c}", f"y{i}", r, base, other))
                    if i == 0:
                        planted.append((f"c{c}", "y", r, base, other + PLANTED))
        columns = ("scenario", "indicator", "replicate", "base", "other")
        told = json.loads(self.call("compare", "--csv", self.write("none.csv", columns, rows), "--json")[0])["scenarios"]
        self.assertEqual(len(told), 200)
        # 99.9 % bands of Binomial(200, 0.05) and, for what has a power of 80 %, Binomial(200, 0.8).
        self.assertIn(sum(s["effects"][0]["p"] < 0.05 for s in told), range(1, 23))
        self.assertLess(sum(any(e["p_holm"] < 0.05 for e in s["effects"]) for s in told), 23)
        told = json.loads(self.call("compare", "--csv", self.write("some.csv", columns, planted), "--json")[0])["scenarios"]
        self.assertIn(sum(s["effects"][0]["p"] < 0.05 for s in told), range(140, 179))

    def test_sensitivity_of_a_plans_own_design(self):
        place = {"low": 0, "high": 1}
        every = json.loads(self.call("describe", "parameters", "--json")[0])["parameters"]
        shares = [p["pointer"] for p in every if (p["minimum"], p["maximum"], p["whole"]) == (0, 1, False)][:3]
        parameters = {f"x{i + 1}": {"pointer": pointer, **place} for i, pointer in enumerate(shares)}
        self.plan({"kind": "saltelli", "base": 512}, parameters)
        runs = json.loads(self.call("sweep", "plan.json", "--list", "--json")[0])["runs"]

        def ishigami(x):
            z = [math.pi * (2 * x[name] - 1) for name in ("x1", "x2", "x3")]
            return math.sin(z[0]) + 7 * math.sin(z[1]) ** 2 + 0.1 * z[2] ** 4 * math.sin(z[0])

        rows = [(run["point"], *(run["parameters"][f"x{i}"] for i in (1, 2, 3)), ishigami(run["parameters"])) for run in runs]
        with_plan = self.answer("sensitivity", "plan.json", "--csv", self.write("y.csv", ("point", "y"), [(r[0], r[-1]) for r in rows]))
        alone = self.answer("sensitivity", "--csv", self.write("x.csv", ("x1", "x2", "x3", "y"), [r[1:] for r in rows]))
        for answer in (with_plan, alone):
            factors = answer["outcomes"][0]["sobol"]["factors"]
            for factor, first, total in zip(factors, (0.3139, 0.4424, 0), (0.5576, 0.4424, 0.2437), strict=True):
                self.assertAlmostEqual(factor["first"], first, delta=0.06)
                self.assertAlmostEqual(factor["total"], total, delta=0.06)
        self.call("sensitivity", "plan.json", "--csv", self.write("z.csv", ("point", "y"), [(10**6, 1)]), code=2)

    def test_morris_and_factorial_tables(self):
        morris = self.answer("sensitivity", "--csv", DATA / "morris_4_factors.csv")["outcomes"][0]["morris"]
        self.assertAlmostEqual(morris[1]["mu"], -2)
        terms = self.answer("interactions", "--csv", DATA / "factorial_2_3.csv")["outcomes"][0]["terms"]
        self.assertAlmostEqual({t["term"]: t["effect"] for t in terms}["x1:x3"], 10)

    def test_a_sweep_over_its_folder_and_collected(self):
        self.plan({"kind": "factorial"}, {"use": {"pointer": "/model/make/switch", "values": [0, 1]},
                                          "credit": {"pointer": "/model/mergers/switch", "values": [0, 1]}}, replicates=2)
        self.call("sweep", "plan.json", "-o", "bare")
        self.assertIn('"keep": {"groups": ["size"]}', self.call("interactions", "bare", "--outcome", "revenue/size/micro", code=2)[1])
        plan = json.loads(self.path("plan.json").read_text())
        self.path("plan.json").write_text(json.dumps({**plan, "keep": {"groups": ["size"]}}))
        self.call("sweep", "plan.json", "-o", "study")
        self.call("collect", "study", "-o", "study.h5")
        folder, file = (self.answer("interactions", name, "--outcome", "output,revenue/size/micro") for name in ("study", "study.h5"))
        self.assertEqual(folder["outcomes"], file["outcomes"])
        self.assertEqual([t["term"] for t in file["outcomes"][0]["terms"]], ["credit", "use", "credit:use"])
        drivers = self.answer("sensitivity", "study.h5", "--outcome", "output", "--every", 3, "--surface", "use,credit")
        self.assertEqual([o["month"] for o in drivers["outcomes"]], [None, 3, 6])
        self.assertEqual(drivers["outcomes"][0]["surface"]["points"], [[1, 1], [1, 1]])

    def test_discover(self):
        rows = [(i / 40, j / 40, 1 if i > 20 and j < 10 else 0) for i in range(40) for j in range(40)]
        box = self.answer("discover", "--csv", self.write("t.csv", ("a", "b", "y"), rows), "--when", "y>=1")["boxes"][0]
        self.assertGreater(box["density"], 0.79)
        self.assertEqual({r["factor"] for r in box["restrictions"]}, {"a", "b"})
        self.call("discover", "--csv", "t.csv", "--when", "y=1", code=2)

    def test_resilience_of_paths(self):
        rows = [(r, m, 100, 100 - (30 + r) / (m - 2) if m > 2 else 100) for r in range(3) for m in range(1, 40)]
        row = self.answer("resilience", "--csv", self.write("p.csv", ("replicate", "month", "base", "other"), rows))["recovery"]["rows"][0]
        self.assertAlmostEqual(row["depth"]["mean"], 0.31)
        self.assertEqual(row["recovered"], 3)

    def test_systemic_risk(self):
        folder = DATA / "esri" / "chain"
        words = [f"--{name}={folder / name}.csv" for name in ("edges", "firms", "essential")]
        risk = {f["id"]: f["esri"] for f in self.answer("resilience", *words, "--stop", 0)["systemic"][0]["esri"]}
        self.assertAlmostEqual(risk["C"], 19 / 26)
        self.assertEqual(self.answer("resilience", folder, "--threads", 2)["systemic"][0]["esri"],
                         self.answer("resilience", "--csv", folder, "--threads", 1)["systemic"][0]["esri"])
        self.call("run", SMALL, *FAST, "--set", '/output={"network":{"every_months":9}}', "-o", "r.h5")
        run = self.answer("resilience", "r.h5")["systemic"][0]
        self.assertEqual(run["month"], 18)
        self.assertTrue(0 < run["sales_outside_links"] < 1)
        self.assertGreater(run["essential_inputs"], run["single_source_inputs"])
        self.call("resilience", "r.h5", "--month", 5, code=2)

    def test_an_input_is_critical_by_pair_of_sectors(self):
        self.call("run", SMALL, *FAST, "--set", '/output={"network":{"every_months":9}}', "-o", "r.h5")
        with h5py.File(self.path("r.h5")) as file:
            links = file["network"]
            by_product, pairs = (json.loads(links.attrs[name]) for name in ("critical_input", "critical_pairs"))
            sectors = [name.decode() if isinstance(name, bytes) else name for name in file["sector"][...]]
            columns = (links[name][...] for name in ("month", "buyer", "buyer_sector", "supplier_sector", "value"))
            bought = {(buyer, sectors[user], sectors[product]) for month, buyer, user, product, value in zip(*columns)
                      if month == 18 and value > 0}
        rated = json.loads((SOURCE / "scenarios/calibration/china/critical_inputs.json").read_text())["users"]
        for user, inputs in rated.items():
            for product, critical in inputs.items():
                self.assertEqual(pairs.get(user, {}).get(product, by_product[product]), critical)

        def essential(threshold):
            return sum(pairs.get(user, {}).get(product, by_product[product]) >= threshold for _, user, product in bought)

        for threshold in (0.5, 1):
            told = self.answer("resilience", "r.h5", "--threshold", threshold)["systemic"][0]
            self.assertEqual(told["essential_from"], threshold)
            self.assertEqual(told["essential_inputs"], essential(threshold))
        self.assertNotEqual(essential(1), sum(by_product[product] >= 1 for _, _, product in bought))

    def test_the_map_of_capabilities_and_demands(self):
        self.call("run", SMALL, *FAST, "--set", '/output={"network":{"every_months":9}}', "-o", "r.h5")
        told = json.loads(self.call("resilience", "r.h5", "--month", 9, "--json")[0])["systemic"][0]["map"]
        needs, sellers = {}, {}
        with h5py.File(self.path("r.h5")) as file:
            columns = (file["network"][name][...].tolist() for name in ("month", "supplier", "buyer", "supplier_sector", "buyer_sector", "value"))
            for month, supplier, buyer, product, user, value in zip(*columns):
                if month == 9 and value > 0:
                    sellers.setdefault(product, set()).add(supplier)
                    needs.setdefault((product, user), {}).setdefault(buyer, {}).setdefault(supplier, []).append(value)
            made, used, ordered, unfilled = (file["by_sector"][name][8] for name in ("output", "capacity_use", "orders", "unfilled_share"))
        self.assertEqual(told["need_columns"], ["product", "user", "value", "buyers", "single_source", "essential"])
        self.assertEqual([(row[0], row[1]) for row in told["needs"]], sorted(needs))
        for product, user, value, buyers, single, _ in told["needs"]:
            own = needs[product, user]
            self.assertAlmostEqual(value / sum(sum(v) for suppliers in own.values() for v in suppliers.values()), 1)
            self.assertEqual((buyers, single), (len(own), sum(len(suppliers) == 1 for suppliers in own.values())))
        for s, row in enumerate(told["sectors"]):
            self.assertEqual(row["suppliers"], len(sellers.get(s, ())))
            for key, value in (("can_make", made[s] / used[s]), ("ordered", ordered[s]), ("unfilled_share", unfilled[s])):
                self.assertTrue(row[key] == value or row[key] is None and not math.isfinite(value), key)

    def test_what_changes_in_systemic_risk(self):
        """The chain A, B, C, D with and without the side sale of A to D; by hand: closing B then takes 8/8 of A's demand."""
        chain, changed = DATA / "esri" / "chain", self.path("changed")
        shutil.copytree(chain, changed)
        edges = [line for line in (chain / "edges.csv").read_text().splitlines() if not line.startswith("A,D,")]
        (changed / "edges.csv").write_text("\n".join(edges) + "\n")
        told = self.answer("resilience", chain, changed, "--stop", 0)
        first, second = ({f["id"]: f["esri"] for f in s["esri"]} for s in told["systemic"])
        change = told["systemic_changes"][0]
        self.assertAlmostEqual(second["B"], 1)
        self.assertAlmostEqual(second["C"], (4 * 6 / 8 + 8 * 6 / 8 + 10) / 22)
        self.assertEqual(change["firms"][0]["id"], "B")
        self.assertEqual({f["id"]: f["change"] for f in change["firms"]},
                         {i: second[i] - first[i] for i in first if second[i] != first[i]})
        self.assertAlmostEqual(change["mean"], (sum(second.values()) - sum(first.values())) / 4)

    def test_bad_input(self):
        for words in (["sensitivity"], ["sensitivity", "--csv", "none.csv"], ["interactions", "--csv", DATA / "morris_4_factors.csv"],
                      ["resilience"], ["resilience", "--edges", "e.csv"], ["compare"], ["compare", "a", "--csv", "b"],
                      ["discover", "--csv", "none.csv", "--when", "y>1"]):
            self.assertTrue(self.call(*words, code=2)[1])


if __name__ == "__main__":
    unittest.main()
