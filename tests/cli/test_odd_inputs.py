"""Files, folders and sweeps as they lie about on a desk: variants of one name, months that were not kept, sweeps among runs."""

import json
import unittest

from harness import SMALL, Case

CAP = {"lever": "payment_term_cap", "start_month": 4}


class OddInputs(Case):
    def run_one(self, file, *words, months=12):
        self.call("run", SMALL, "--set", "/firms=500", "--months", months, "--quiet", "-o", file, *words)
        return file

    def capped(self, file, *words, days=60, **options):
        policy = {"cap": {**CAP, "parameters": {"cap_days": days}}}
        return self.run_one(file, "--set", "/policies=" + json.dumps(policy), *words, **options)

    def scenario(self, *words):
        return json.loads(self.call(*words, "--json")[0])["scenarios"][0]

    def test_variants_of_one_name(self):
        base, cap, strict = self.run_one("a.h5"), self.capped("b.h5"), self.capped("c.h5", days=30)
        self.assertIn("both scenarios are called 'small'", " ".join(self.scenario("compare", base, cap)["notes"]))
        self.assertEqual(self.scenario("compare", base, base)["notes"], [])
        for words in (["compare", base, cap, strict], ["series", cap, strict, "--indicators", "output"]):
            self.assertIn("/name=another", self.call(*words, code=2)[1])
        once = json.loads(self.call("series", base, base, "--indicators", "output", "--json")[0])["series"][0]
        self.assertEqual(once["runs"], 1)

    def test_a_month_that_is_asked_for_twice(self):
        base, cap = self.run_one("a.h5"), self.capped("b.h5", "--set", "/name=cap")
        out = self.call("compare", base, cap, "--indicators", "output", "--at", "6,12,6")[0]
        self.assertEqual([line for line in out.splitlines() if line.startswith("cap against")],
                         ["cap against small: month 6, 1 pair", "cap against small: month 12, 1 pair"])

    def test_months_that_were_not_kept(self):
        base = self.run_one("a.h5")
        kept = self.capped("k.h5", "--set", "/name=kept", "--set", '/output={"months":{"first":3,"every":3}}')
        self.assertIn("kept: of its months 3 to 12 it keeps 4 of 10", self.call("series", kept, "--indicators", "output")[0])
        ends = json.loads(self.call("series", kept, "--indicators", "output", "--statistic", "last", "--json")[0])
        self.assertEqual((len(ends["series"][0]["periods"]), ends["notes"]), (4, []))
        recovery = json.loads(self.call("resilience", kept, "--without", base, "--json")[0])["recovery"]
        self.assertEqual((recovery["shock_month"], recovery["rows"][0]["by_pair"][0]["months_missing"]), (6, 4))
        self.assertIn("of 7 months up to 4 of them have no value", " ".join(recovery["notes"]))
        effect = next(e for e in self.scenario("compare", base, kept)["effects"] if e["indicator"] == "output")
        self.assertIn("3 of 7 months", effect["note"])

    def test_policies_of_one_label(self):
        self.path("runs").mkdir()
        for r in (0, 1):
            self.run_one(f"runs/base{r}.h5", "--replicate", r)
            for days in (30, 60):
                self.capped(f"runs/{days}-{r}.h5", "--replicate", r, "--set", f"/name=cap{days}", days=days)
        self.assertIn("'cap30' and 'cap60'", self.call("interactions", "runs", "--outcome", "output", code=2)[1])
        self.call("report", "runs", "-o", "r.html")

    def test_a_collected_file_among_runs(self):
        self.path("runs").mkdir()
        self.run_one("runs/a.h5")
        plan = {"name": "p", "scenarios": {"x": {"extends": SMALL, "firms": 500, "months": 3}}, "replicates": 2}
        self.path("plan.json").write_text(json.dumps(plan))
        self.call("sweep", "plan.json", "-o", "s", "--quiet")
        self.call("collect", "s", "-o", "runs/s.h5")
        single, sweep = json.loads(self.call("list", "runs", "--json")[0])
        self.assertEqual((single["scenario"], sweep["runs"], sweep["state"]), ("small", 2, "done"))
        self.path("runs/x.h5").write_bytes(b"no results")
        self.assertIn("can't be read", self.call("list", "runs")[0])


if __name__ == "__main__":
    unittest.main()
