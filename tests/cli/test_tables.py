"""compare and export, on small runs."""

import csv
import json
import unittest
import xml.etree.ElementTree as xml

import h5py

from harness import CAP, RECORDS, Case

SIZE = ["--set", "/firms=1000", "--set", RECORDS, "--months", 48, "--quiet"]
LATER = ["--set", "/policies/cap/start_month=13", *SIZE]


class Compare(Case):
    def setUp(self):
        super().setUp()
        for name in ("base", "cap"):
            self.path(name).mkdir()
        for replicate in range(4):
            self.call("run", CAP, "--set", "/policies/cap=null", "--set", "/name=base", *SIZE, "--replicate", replicate,
                      "-o", f"base/{replicate}.h5")
            self.call("run", CAP, *LATER, "--replicate", replicate, "-o", f"cap/{replicate}.h5")

    def test_paired_effects(self):
        out, _ = self.call("compare", "base", "cap", "-o", "effects.json")
        self.assertIn("prompt-payment against base: mean of months 13 to 48, 4 pairs", out)
        effects = json.loads(self.path("effects.json").read_text())
        self.assertEqual(effects, json.loads(self.call("compare", "base", "cap", "--json")[0]))
        by_name = {effect["indicator"]: effect for effect in effects["scenarios"][0]["effects"]}
        self.assertLess(by_name["days_receivable"]["high"], 0)
        self.assertGreater(by_name["fiscal_cost"]["low"], 0)

    def test_one_file_against_another(self):
        out, _ = self.call("compare", "base/0.h5", "cap/0.h5", "--months", "24:48", "--statistic", "last")
        self.assertIn("last of months 24 to 48, 1 pair", out)

    def test_other_economies_are_refused(self):
        self.call("run", CAP, *LATER, "--set", "/firms=1200", "-o", "more.h5")
        self.assertIn("more.h5: 1200 firms, where base/0.h5 has 1000", self.call("compare", "base/0.h5", "more.h5", code=2)[1])
        self.call("run", CAP, *LATER[:-2], 24, "--quiet", "-o", "short.h5")
        out, _ = self.call("compare", "base/0.h5", "short.h5")
        self.assertIn("note: runs differ in length", out)
        self.assertEqual(out.count("a single pair"), 1)

    def test_bad_input(self):
        for words in (["base", "missing.h5"], ["base", "cap", "--months", "x"], ["base", "cap", "--level", 2], ["base"],
                      ["base/0.h5", "cap/1.h5"], ["base", "cap", "--statistic", "median"]):
            self.assertTrue(self.call("compare", *words, code=2)[1])
        self.path("mine.json").write_text("mine")
        self.call("compare", "base", "cap", "-o", "mine.json", code=2)
        self.assertEqual(self.path("mine.json").read_text(), "mine")


class Export(Case):
    def setUp(self):
        super().setUp()
        self.call("run", CAP, *LATER, "-o", "r.h5")

    def test_csv(self):
        out, _ = self.call("export", "r.h5", "--to", "csv", "-o", "tables")
        names = {line.split("/")[-1] for line in out.splitlines()}
        self.assertEqual(names, {f"{name}.csv" for name in (
            "indicators", "by_size", "by_sector", "by_region", "by_tier", "by_ownership", "levers", "transaction_flow",
            "balance_sheet", "panel", "network", "events", "units")})
        with open(self.path("tables") / "indicators.csv", newline="", encoding="utf-8") as file:
            rows = list(csv.DictReader(file))
        with h5py.File(self.path("r.h5"), "r") as file:
            self.assertEqual([float(row["output"]) for row in rows], list(file["output"][...]))
        with open(self.path("tables") / "units.csv", newline="", encoding="utf-8") as file:
            units = {(row["table"], row["name"]): row["unit"] for row in csv.DictReader(file)}
        self.assertEqual((units["indicators", "output"], units["panel", "workers"]), ("yuan", "person"))
        self.call("export", "r.h5", "--to", "csv", "-o", "tables", code=2)
        self.call("export", "r.h5", "--to", "csv", "-o", "tables", "--force")

    def test_places_of_firms_are_codes(self):
        for groups in ("[]", '["sector", "region", "size", "ownership"]'):
            self.call("run", "small", "--set", "/firms=500", "--months", 2, "--quiet", "--force", "-o", "p.h5", "--set",
                      '/output={"groups": %s, "panel": {"variables": ["sector", "region", "size", "ownership"]}}' % groups)
            self.call("export", "p.h5", "--to", "csv", "-o", "p", "--force")
            with open(self.path("p") / "panel.csv", newline="", encoding="utf-8") as file:
                rows = list(csv.DictReader(file))
            with h5py.File(self.path("p.h5"), "r") as file:
                numbers = {name: list(file[f"panel/{name}"][...]) for name in ("sector", "region", "size", "ownership")}
            self.assertEqual([row["sector"] for row in rows], [f"s{int(n) + 1:02}" for n in numbers["sector"]])
            self.assertEqual([row["region"] for row in rows],
                             [("east", "central", "west", "northeast")[int(n)] for n in numbers["region"]])
            self.assertEqual([row["size"] for row in rows], [("micro", "small", "medium", "large")[int(n)] for n in numbers["size"]])
            self.assertEqual([row["ownership"] for row in rows], [("private", "state")[int(n)] for n in numbers["ownership"]])

    def test_graphml(self):
        self.call("export", "r.h5", "--to", "graphml", "--month", 24, "-o", "n.graphml")
        graph = xml.parse(self.path("n.graphml")).getroot()
        edges = graph.findall(".//{*}edge")
        self.assertTrue(all(node.find("{*}data[@key='node_workers']") is not None for node in graph.findall(".//{*}node")))
        with h5py.File(self.path("r.h5"), "r") as file:
            self.assertEqual(len(edges), int((file["network/month"][...] == 24).sum()))

    def test_bad_input(self):
        for words in (["r.h5", "--to", "xls"], ["missing.h5", "--to", "csv"], ["r.h5", "--to", "graphml", "--month", 5], ["r.h5"]):
            self.assertTrue(self.call("export", *words, code=2)[1])


if __name__ == "__main__":
    unittest.main()
