"""series: quarters, years and growth as a user calls them, with and without dates."""

import csv
import json
import unittest

import h5py
from harness import SMALL, Case

SIZE = ["--set", "/firms=500", "--months", 26, "--quiet"]


class Series(Case):
    def test_dates_quarters_and_growth(self):
        self.path("runs").mkdir()
        for replicate in (0, 1):
            self.call("run", SMALL, *SIZE, "--replicate", replicate, "--set", "/calendar_start=2019-12", "-o", f"runs/{replicate}.h5")
        told = json.loads(self.call("series", "runs", "--indicators", "output,unemployment_rate", "--json", "-o", "s.csv")[0])
        output, rate = told["series"]
        self.assertEqual([p["period"] for p in output["periods"]], [f"{year}-Q{q}" for year in (2020, 2021) for q in (1, 2, 3, 4)])
        self.assertEqual((output["change_unit"], rate["change_unit"]), ("percent", "points"))
        runs = []
        for replicate in (0, 1):
            with h5py.File(self.path(f"runs/{replicate}.h5")) as file:
                runs.append([file["output"][1 + 3 * q:4 + 3 * q].mean() for q in range(8)])
        for q, period in enumerate(output["periods"]):
            self.assertAlmostEqual(period["value"] / (runs[0][q] + runs[1][q]), 0.5)
        growth = [100 * (run[4] / run[0] - 1) for run in runs]
        self.assertAlmostEqual(output["periods"][4]["change_on_year"], sum(growth) / 2)
        with open(self.path("s.csv"), newline="", encoding="utf-8") as file:
            rows = list(csv.DictReader(file))
        self.assertEqual(len(rows), 16)
        self.assertEqual(float(rows[4]["change_on_year"]), output["periods"][4]["change_on_year"])
        self.assertIn("2020-Q1", self.call("series", "runs")[0])
        years = json.loads(self.call("series", "runs", "--indicators", "output/size/micro", "--per", "year", "--statistic", "sum", "--json")[0])
        self.assertEqual([p["period"] for p in years["series"][0]["periods"]], ["2020", "2021"])
        self.call("run", SMALL, *SIZE, "--set", "/calendar_start=2019-12", "--set", "/name=again", "-o", "again.h5")
        self.assertIn("months 12 to 14 (2020-11 to 2021-01)", self.call("compare", "runs", "again.h5", "--months", "12:14", "--brief")[0])

    def test_a_sweep_and_what_is_refused(self):
        plan = {"name": "p", "scenarios": {"a": {"extends": SMALL}}, "changes": {"firms": 500, "months": 12, "calendar_start": "2000-01"},
                "parameters": {"make": {"pointer": "/model/make/switch", "values": [0, 1]}}, "design": {"kind": "grid"}}
        self.path("plan.json").write_text(json.dumps(plan))
        self.call("sweep", "plan.json", "-o", "study", "--quiet")
        self.assertIn("--point", self.call("series", "study", code=2)[1])
        self.assertIn("2000-Q4", self.call("series", "study", "--point", 1)[0])
        for words in (["--indicators", "nothing"], ["--calendar-start", "2000-13"], ["--per", "week"], ["--scenario", "b"], ["--indicators", "output/size/micro"]):
            self.assertTrue(self.call("series", "study", "--point", 0, *words, code=2)[1])
        self.assertIn("/calendar_start", self.call("run", SMALL, "--set", "/calendar_start=\"2000\"", "-o", "r.h5", code=2)[1])

    def test_a_table(self):
        rows = [("scenario", "replicate", "indicator", "month", "unit", "value")]
        for replicate, start in ((0, 100), (1, 300)):
            rows += [("a", replicate, "sales", month, "yuan", start * 1.01 ** month) for month in range(1, 25)]
            rows += [("a", replicate, "jobless_rate", month, "1", 0.05 + 0.001 * month) for month in range(1, 25)]
        with open(self.path("t.csv"), "w", newline="", encoding="utf-8") as file:
            csv.writer(file).writerows(rows)
        told = json.loads(self.call("series", "--csv", "t.csv", "--calendar-start", "2021-01", "--json")[0])["series"]
        sales, rate = told
        self.assertEqual([p["period"] for p in sales["periods"]], [f"{year}-Q{q}" for year in (2021, 2022) for q in (1, 2, 3, 4)])
        self.assertAlmostEqual(sales["periods"][2]["value"], 200 * sum(1.01 ** month for month in (7, 8, 9)) / 3)
        self.assertAlmostEqual(sales["periods"][2]["change_on_previous"], 100 * (1.01 ** 3 - 1))
        self.assertAlmostEqual(sales["periods"][4]["change_on_year"], 100 * (1.01 ** 12 - 1))
        self.assertAlmostEqual(rate["periods"][1]["change_on_previous"], 0.3)  # points
        for words in (["t.csv", "--csv", "t.csv"], ["--csv", "none.csv"], []):
            self.assertTrue(self.call("series", *words, code=2)[1])
        self.path("twice.csv").write_text("indicator,month,value\ny,1,1\ny,1,2\ny,x,1\n")
        self.call("series", "--csv", "twice.csv", code=2)
        self.path("twice.csv").write_text("indicator,month,value\ny,1,1\ny,1,2\n")
        self.assertIn("line 3", self.call("series", "--csv", "twice.csv", code=2)[1])


if __name__ == "__main__":
    unittest.main()
