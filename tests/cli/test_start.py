"""A start from tables of firms and links: tables come back as they were, and go with checkpoints, bundles and sweeps."""

import csv
import json
import os
import unittest
import zipfile

from harness import SMALL, Case, h5py

FEW = ["--months", 5, "--quiet"]


class Start(Case):
    def tables(self, firms=700, folder="tables"):
        self.call("export", SMALL, "--to", "start", "--set", f"/firms={firms}", "-o", folder)

    def scenario(self, firms=700, tables=None):
        start = tables or {"firms": "tables/firms.csv", "links": "tables/links.csv"}
        self.path("own.json").write_text(json.dumps({"extends": SMALL, "firms": firms, "start": start}))

    def rows(self, name):
        with open(self.path(name), newline="", encoding="utf-8") as file:
            return list(csv.DictReader(file))

    def rewrite(self, name, change):
        rows = self.rows(name)
        fields = list(rows[0])
        rows = change(rows)
        with open(self.path(name), "w", newline="", encoding="utf-8") as file:
            writer = csv.DictWriter(file, fields)
            writer.writeheader()
            writer.writerows(rows)

    def test_tables_come_back(self):
        self.tables()
        self.scenario()
        out, _ = self.call("check", "own.json")
        self.assertIn("700 of them and", out)
        self.assertNotIn("note:", out)
        self.call("export", "own.json", "--to", "start", "--set", "/seed=99", "-o", "again")
        self.assertEqual(self.path("again/firms.csv").read_bytes(), self.path("tables/firms.csv").read_bytes())
        before, after = self.rows("tables/links.csv"), self.rows("again/links.csv")
        self.assertEqual([(r["buyer"], r["supplier"]) for r in before], [(r["buyer"], r["supplier"]) for r in after])
        for a, b in zip(before, after):
            self.assertAlmostEqual(float(a["value"]), float(b["value"]), delta=0.011 + 3e-7 * float(a["value"]))
        self.assertEqual([row["id"] for row in self.rows("again/ids.csv")], [row["firm"] for row in self.rows("again/ids.csv")])

    def test_names_gaps_and_line_ends(self):
        self.tables()
        self.rewrite("tables/firms.csv", lambda rows: [
            {**row, "id": f"公司, {row['id']}", "workers": row["workers"] if k % 3 else "", "sales": row["sales"] if k % 4 else ""}
            for k, row in enumerate(rows) if k % 2])
        text = self.path("tables/firms.csv").read_text(encoding="utf-8")
        self.path("tables/firms.csv").write_bytes(b"\xef\xbb\xbf" + text.encode())
        self.scenario(tables={"firms": "tables/firms.csv"})
        self.call("run", "own.json", *FEW, "-o", "own.h5")
        self.call("export", "own.json", "--to", "start", "-o", "again")
        firms = {row["id"]: row for row in self.rows("again/firms.csv")}
        self.assertEqual(len(firms), 700)
        ids = self.rows("again/ids.csv")
        with open(self.path("tables/firms.csv"), encoding="utf-8-sig", newline="") as file:
            given = list(csv.DictReader(file))
        for row, name in zip(given, ids):
            self.assertEqual(row["id"], name["id"])
            mine = firms[name["firm"]]
            for key in ("sector", "region", "workers", "sales"):
                if row[key]:
                    self.assertEqual(row[key], mine[key], row)

    def test_names_become_no_formulas_and_no_commands(self):
        self.tables(500)
        names = ["=1+1", "@SUM(A1)", "-2+3", "+cmd|' /C calc'!A0"]
        self.rewrite("tables/firms.csv", lambda rows: [{**row, "id": name} for row, name in zip(rows, names)] + rows[4:])
        self.scenario(500, {"firms": "tables/firms.csv"})
        self.call("export", "own.json", "--to", "start", "-o", "again")
        self.assertEqual([row["id"] for row in self.rows("again/ids.csv")][:4], ["'" + name for name in names])
        self.rewrite("tables/firms.csv", lambda rows: [{**rows[0], "id": "\x1b[2Jx"}, {**rows[1], "id": "\u202ex", "workers": "nan"},
                                                       *rows[2:]])
        _, err = self.call("check", "own.json", code=2)
        self.assertFalse([c for c in err if ord(c) < 32 and c != "\n" or c == "\u202e"], repr(err))

    def test_contradictions_are_said(self):
        self.tables()
        self.rewrite("tables/links.csv", lambda rows: [{**row, "value": 40 * float(row["value"])} for row in rows])
        self.rewrite("tables/firms.csv", lambda rows: [{**row, "workers": 3 * int(row["workers"])} for row in rows])
        self.scenario()
        notes = json.loads(self.call("check", "own.json", "--json")[0])[0]["notes"]
        self.assertTrue(any("persons" in note for note in notes), notes)
        self.assertTrue(any("domestic inputs" in note for note in notes), notes)
        _, err = self.call("run", "own.json", *FEW, "-o", "own.h5")
        self.assertIn("domestic inputs", err)
        with h5py.File(self.path("own.h5")) as file:
            self.assertEqual(json.loads(file.attrs["start_notes"]), notes)

    def test_checkpoints_need_no_table_and_runs_again_do(self):
        self.tables()
        self.scenario()
        self.call("run", "own.json", *FEW, "-o", "whole.h5")
        requests = '{"advance": 2}\n{"stop": true}\n'
        self.call("run", "own.json", "--months", 5, "--quiet", "-o", "other.h5", "--threads", 2, "--step", input_text=requests)
        with h5py.File(self.path("whole.h5")) as file:
            self.assertEqual(file.attrs["start_firms_file"].decode(), os.path.realpath(self.path("tables/firms.csv")))
            self.assertIn("sha256", json.loads(file.attrs["scenario"])["start"])
        self.call("run", "--from", "whole.h5", "--quiet", "-o", "again.h5")
        self.same_data("whole.h5", "again.h5")
        self.path("tables").rename(self.path("gone"))
        self.call("check", "other.h5.checkpoint")
        self.call("run", "--resume", "other.h5.checkpoint", "--quiet")
        self.same_data("whole.h5", "other.h5")
        self.path("gone").rename(self.path("tables"))
        self.rewrite("tables/firms.csv", lambda rows: [{**rows[0], "workers": 9}, *rows[1:]])
        _, err = self.call("run", "--from", "whole.h5", "--quiet", "-o", "third.h5", code=2)
        self.assertIn("hold something else than this digest says", err)
        self.assertFalse(self.path("third.h5").exists())

    def test_bundles_and_sweeps_hold_the_tables(self):
        self.tables()
        self.scenario()
        self.call("run", "own.json", *FEW, "-o", "own.h5")
        self.call("bundle", "own.h5", "-o", "own.zip", "--quiet")
        self.path("plan.json").write_text(json.dumps(
            {"scenarios": {"own": "own.json"}, "changes": {"months": 3}, "replicates": 2}))
        self.call("sweep", "plan.json", "-o", "study", "--quiet")
        with zipfile.ZipFile(self.path("own.zip")) as archive:
            self.assertEqual(sorted(name.rsplit("/", 1)[1] for name in archive.namelist() if name.startswith("starts/")),
                             ["firms.csv", "links.csv"])
        self.path("tables").rename(self.path("gone"))
        self.assertIn("same", self.call("rerun", "own.zip")[0])
        self.call("run", "--from", "study/1", "--quiet", "-o", "one.h5")
        self.assertIn("good", self.call("check", "study/plan.json")[0])

    def test_a_month_of_a_run_makes_tables(self):
        records = '/output={"panel":{"variables":["sector","region","workers","revenue"]},"network":{"every_months":2}}'
        self.call("run", SMALL, "--set", "/firms=700", "--set", records, *FEW, "-o", "a.h5")
        self.call("export", "a.h5", "--to", "start", "-o", "tables", "--month", 4)
        with h5py.File(self.path("a.h5")) as file:
            panel = {name: file["panel"][name][:] for name in ("month", "firm", "workers", "revenue")}
            now = panel["month"] == 4
            expected = {str(f): (f"{w:.0f}", 12 * r) for f, w, r in
                        zip(panel["firm"][now], panel["workers"][now], panel["revenue"][now]) if w >= 1}
            edges = file["network"]["month"][:] == 4
            value = 12 * file["network"]["value"][:][edges].sum()
        firms, links = self.rows("tables/firms.csv"), self.rows("tables/links.csv")
        self.assertEqual({row["id"] for row in firms}, set(expected))
        for row in firms:
            self.assertEqual(row["workers"], expected[row["id"]][0])
            if row["sales"]:
                self.assertAlmostEqual(float(row["sales"]), expected[row["id"]][1], delta=0.01)
        self.assertAlmostEqual(sum(float(row["value"]) for row in links) / value, 1, delta=0.01)
        self.scenario(firms=1000)
        self.call("run", "own.json", *FEW, "-o", "own.h5")
        self.call("run", SMALL, "--set", "/firms=700", *FEW, "-o", "bare.h5")
        _, err = self.call("export", "bare.h5", "--to", "start", code=2)
        self.assertIn("has no /panel/firm", err)

    def test_all_problems_at_once_and_nothing_written(self):
        self.tables()
        rows = self.path("tables/firms.csv").read_text().splitlines()
        first = rows[1].split(",")
        bad = [rows[0], "1,s99,east,1,5000", f"2,{first[1]},nowhere,1,5000", f"3,{first[1]},{first[2]},-1,5000",
               f"4,{first[1]},{first[2]},1.5,nan", f"4,{first[1]},{first[2]},1,1e400", f",{first[1]},{first[2]},1,0"]
        self.path("tables/firms.csv").write_text("\n".join(bad))
        self.scenario()
        _, err = self.call("run", "own.json", *FEW, "-o", "own.h5", code=2)
        for words in ("firms.csv:2:3", "s99", "nowhere", "-1 is out of range", "1.5 is not a whole number", "nan is out of range",
                      '"4" stands twice', "1e400 is out of range", "firms.csv:7:1: id: this field is empty", "0 is out of range"):
            self.assertIn(words, err)
        self.assertFalse(self.path("own.h5").exists())
        os.mkfifo(self.path("pipe"))
        for firms, words in (("pipe", "a pipe or a device"), ("tables", "this is a folder"), ("none.csv", "no such file")):
            self.scenario(tables={"firms": firms})
            self.assertIn(words, self.call("check", "own.json", code=2)[1])


if __name__ == "__main__":
    unittest.main()
