"""rongtong explore as a user calls it: figures of points that were run are those of rongtong compare; between them the page
interpolates, says so, and says how far that errs."""

import base64
import html
import json
import math
import re
import shutil
import struct
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "cli"))
from harness import SMALL, Case  # noqa: E402

CHROMIUM = shutil.which("chromium")
FIGURES = ("n", "mean_base", "mean_other", "mean_difference", "low", "high")


def numbers(text):
    raw = base64.b64decode(text)
    return struct.unpack(f"<{len(raw) // 4}f", raw)


def data_in(page):
    return json.loads(re.search(r'<script id="data" type="application/json">(.*?)</script>', page, re.S).group(1))


def about_equal(a, b, scale=0.0):
    """A path's numbers have seven digits."""
    return (a is None or math.isnan(a)) and b is None or b is not None and abs(a - b) <= 2e-7 * max(abs(b), scale)


class Explore(Case):
    def sweep(self, name, design, parameters, replicates=2, scenarios=("base", "cap"), **changes):
        small = {"firms": 500, "months": 8, "policies": {}, **changes}
        cap = {"cap": {"lever": "payment_term_cap", "start_month": 3, "parameters": {"cap_days": 60, "enforcement": 0.5}}}
        policies = {"base": {}, "cap": cap, "market": {"market": {"lever": "unified_market", "start_month": 3}}}
        policies["both"] = {**cap, **policies["market"]}
        plan = {"name": name, "replicates": replicates, "keep": {"groups": ["size"]},
                "scenarios": {label: {"extends": SMALL, **small, "policies": policies[label]} for label in scenarios}}
        if design:
            plan |= {"design": design, "parameters": {key: {"pointer": f"/policies/cap/parameters/{key}", **p} for key, p in parameters.items()}}
        self.path(f"{name}.json").write_text(json.dumps(plan))
        self.call("sweep", f"{name}.json", "-o", name)
        self.call("collect", name, "-o", f"{name}.h5")

    def grid(self):
        self.sweep("grid", {"kind": "grid", "steps": {"enforcement": 2}}, {"cap_days": {"values": [30, 60, 90]}, "enforcement": {"low": 0.2, "high": 1}})

    def explore(self, *words):
        self.call("explore", *words, "-o", "e.html", "--force")
        page = self.path("e.html").read_text(encoding="utf-8")
        self.assertLess(len(page), 5_000_000)
        return data_in(page)

    def test_a_grid(self):
        self.grid()
        data = self.explore("grid.h5")
        self.assertEqual(data, json.loads(self.call("explore", "grid.h5", "--json")[0]))
        e = data["explore"]
        self.assertEqual(self.explore("grid")["explore"], e)
        self.assertEqual([f["values"] for f in e["factors"]], [[30, 60, 90], [0.2, 1]])
        self.assertEqual((e["base"], e["reference"], [s["scenario"] for s in e["scenarios"]]), ("base", None, ["cap"]))
        for p, point in enumerate(e["points"]):
            self.is_as_compare_says(e, p, point)
        self.errs_as_said(e)
        if CHROMIUM:
            self.in_a_browser(e)

    def is_as_compare_says(self, e, p, point):
        told = json.loads(self.call("compare", "grid.h5", "--point", point, "--months", f"{e['first_month']}:{e['last_month']}", "--json")[0])["scenarios"][0]
        rows = {(r["indicator"], r.get("by"), r.get("group")): r for r in [*told["effects"], *told["groups"]]}
        paths = {(r["indicator"], r.get("by"), r.get("group")): r for r in told["paths"]}
        packed, months = numbers(e["paths"]["data"]), e["paths"]["months"]
        self.assertEqual(months, list(range(1, 9)))
        for i, about in enumerate(e["indicators"]):
            key = (about["indicator"], about.get("by"), about.get("group"))
            self.assertEqual(e["figures"][0][p][i], [rows[key][name] for name in FIGURES], key)
            begin = (i * len(e["points"]) + p) * 6 * len(months)
            for s, series in enumerate(e["paths"]["series"]):
                mine = packed[begin + s * len(months):begin + (s + 1) * len(months)]
                path = paths[key]
                theirs = {"base": path["base"], "other": path["other"], "difference": path["difference"], "other_low": path["other_quartiles"][0],
                          "other_high": path["other_quartiles"][1], "half": [None if h is None else h - d for h, d in zip(path["high"], path["difference"])]}[series]
                self.assertTrue(all(about_equal(a, b, abs(path["base"][m] or 0) * 1e-3) for m, (a, b) in enumerate(zip(mine, theirs, strict=True))), (key, series, mine, theirs))
        self.assertGreater(len(e["indicators"]), 10)

    def errs_as_said(self, e):
        """The middle value of cap_days, from the two beside it; enforcement has two values, and nothing between."""
        self.assertEqual((e["emulator"]["kind"], e["emulator"]["unchecked"]), ("grid", ["enforcement"]))
        at = {tuple(x): p for p, x in enumerate(e["x"])}
        for i in range(len(e["indicators"])):
            for which, column in ((0, 3), (1, 2)):
                y = {x: e["figures"][0][p][i][column] for x, p in at.items()}
                if None in y.values():
                    self.assertIsNone(e["errors"][0][i][which])
                    continue
                errors = [y[60, b] - (y[30, b] + y[90, b]) / 2 for b in (0.2, 1)]
                self.assertAlmostEqual(e["errors"][0][i][which], math.sqrt(sum(v * v for v in errors) / 2), delta=1e-9 * abs(y[60, 1]) + 1e-15)

    def drawn(self, fragment):
        """The page as Chromium has it once it is drawn: status, and the figures that are shown, with all digits."""
        with tempfile.TemporaryDirectory(prefix="rongtong-chromium-") as profile:
            words = [CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={profile}", "--virtual-time-budget=3000", "--dump-dom"]
            dom = subprocess.run([*words, f"{self.path('e.html').as_uri()}#{fragment}"], capture_output=True, text=True, timeout=300, check=True).stdout
        shown = {html.unescape(name): float(value) for name, value in re.findall(r'data-figure="([^"]*)" data-value="([^"]*)"', dom)}
        return re.search(r'class="status \w+" data-kind="(\w+)"', dom).group(1), shown, dom

    def in_a_browser(self, e):
        names = [about["indicator"] + (f"/{about['by']}/{about['group']}" if "by" in about else "") for about in e["indicators"]]
        kind, shown, dom = self.drawn("at=cap_days:60,enforcement:1&lang=en")
        p = e["x"].index([60, 1])
        self.assertEqual((kind, shown), ("run", {name: value for i, name in enumerate(names) if (value := e["figures"][0][p][i][3]) is not None}))
        self.assertGreater(dom.count("<svg"), 5)
        kind, shown, dom = self.drawn("at=cap_days:45,enforcement:0.4&lang=zh")
        self.assertEqual(kind, "emulated")
        self.assertIn("仿真估计", dom)
        corner = {tuple(x): p for p, x in enumerate(e["x"])}
        for i, name in enumerate(names):
            y = {x: e["figures"][0][p][i][3] for x, p in corner.items()}
            if None in y.values():
                self.assertNotIn(name, shown)
                continue
            wanted = sum(y[a, b] * 0.5 * part for a in (30, 60) for b, part in ((0.2, 0.75), (1, 0.25)))
            self.assertAlmostEqual(shown[name], wanted, delta=1e-9 * max(map(abs, y.values())) + 1e-15)

    def test_scattered_points_of_one_scenario(self):
        self.sweep("lhs", {"kind": "latin_hypercube", "points": 8, "seed": 3}, {"cap_days": {"low": 30, "high": 100}, "enforcement": {"low": 0.1, "high": 1}}, 1, ("cap",))
        e = self.explore("lhs.h5", "--indicators", "days_receivable,output/size/small", "--reference", 5)["explore"]
        self.assertEqual((e["reference"], e["emulator"]["kind"]), (5, "surface"))
        self.assertEqual([(i["indicator"], i.get("group")) for i in e["indicators"]], [("days_receivable", None), ("output", "small")])
        self.assertEqual(e["figures"][0][5][0][3], 0)
        at = e["figures"][0]
        self.assertTrue(all(row[0][1] == at[5][0][2] and math.isclose(row[0][3], row[0][2] - row[0][1], abs_tol=1e-9) for row in at))
        self.assertGreater(e["errors"][0][0][0], 0)
        self.assertEqual(self.explore("lhs.h5")["explore"]["reference"], 0)

    def test_policies_without_a_design(self):
        self.sweep("four", None, None, 2, ("base", "cap", "market", "both"))
        e = self.explore("four.h5")["explore"]
        self.assertEqual([[m["label"] for m in s["policies"]] for s in e["scenarios"]], [["cap"], ["market"], ["cap", "market"]])
        self.assertEqual((e["factors"], e["emulator"]["kind"], len(e["figures"])), ([], "none", 3))
        if CHROMIUM:
            kind, shown, _ = self.drawn("scenario=both&lang=en")
            self.assertEqual((kind, shown["output"]), ("run", e["figures"][2][0][[i["indicator"] for i in e["indicators"]].index("output")][3]))

    def test_what_is_refused(self):
        self.call("run", SMALL, "--set", "/firms=500", "--months", 3, "-o", "one.h5", "--quiet")
        self.sweep("two", None, None, 1)
        self.path("e.html").write_text("mine")
        for words, expected in ((["one.h5", "-o", "f.html"], "nothing to choose"), (["two.h5"], "-o EXPLORE.html"), (["none.h5", "-o", "f.html"], "none.h5"),
                                (["two.h5", "-o", "e.html"], "e.html"), (["two.h5", "-o", "f.html", "--base", "cup"], "'base', 'cap'"),
                                (["two.h5", "-o", "f.html", "--reference", 7], "no point 7"), (["two.h5", "-o", "f.html", "--months", "9:3"], "9"),
                                (["two.h5", "-o", "f.html", "--indicators", "outputt,wage/size/tiny"], "'outputt', 'wage/size/tiny'")):
            self.assertIn(expected, self.call("explore", *words, code=2)[1])
        self.assertEqual(self.path("e.html").read_text(), "mine")
        self.assertFalse(self.path("f.html").exists())


if __name__ == "__main__":
    unittest.main()
