"""rongtong report as a user calls it: its figures are those of rongtong compare, and texts of strangers stay texts."""

import json
import re
import sys
import unittest
from html.parser import HTMLParser
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "cli"))
from harness import CAP, SMALL, Case, h5py  # noqa: E402

FEW = ["--set", "/firms=600", "--months", 9, "--quiet"]
EARLY = ["--set", "/policies/cap/start_month=4", "--set", "/policies/cap/ramp_months=2"]
EVIL = "</script><script>document.title='taken'</script><!--<img src=x onerror=alert(1)>&amp;\"'"


class Elements(HTMLParser):
    """What a browser makes of a page: its tags with their attributes, and the texts of its scripts."""

    def __init__(self, page):
        super().__init__()
        self.tags, self.scripts, self.comments, self.inside = [], [], [], False
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        self.inside = tag == "script"
        if self.inside:
            self.scripts.append([dict(attrs), ""])

    def handle_endtag(self, tag):
        self.inside = False

    def handle_data(self, data):
        if self.inside:
            self.scripts[-1][1] += data

    def handle_comment(self, data):
        self.comments.append(data)


def data_in(page):
    return next(json.loads(text) for attributes, text in Elements(page).scripts if attributes.get("id") == "data")


def without_nothing(row):
    """A row as the page has it: without what is null or empty, and without what the list of indicators says."""
    return {key: value for key, value in row.items() if key not in ("formula", "long_name") and value not in (None, "")}


class Report(Case):
    def runs(self):
        """Two pairs, whose titles are a stranger's."""
        for name, words in (("<b>base", [SMALL]), ("cap", [CAP, *EARLY])):
            self.path(name).mkdir()
            for replicate in (0, 1):
                self.call("run", *words, *FEW, "--replicate", replicate, "-o", f"{name}/{replicate}.h5", "--set", "/title/en=" + json.dumps(EVIL))

    def report(self, *words):
        self.call("report", *words, "-o", "r.html", "--force")
        return self.path("r.html").read_text(encoding="utf-8")

    def test_figures_and_texts(self):
        self.runs()
        page = self.report("<b>base", "cap", "--title", EVIL)
        self.assertLess(len(page), 5_000_000)
        data = data_in(page)
        self.assertEqual(data, json.loads(self.call("report", "<b>base", "cap", "--title", EVIL, "--json")[0]))
        self.is_as_compare_says(data)
        self.says_what_was_run(data)
        self.has_nobodys_elements(page, data)

    def is_as_compare_says(self, data):
        told = json.loads(self.call("compare", "<b>base", "cap", "--by", "size,region,tier,ownership,sector", "--json")[0])
        for scenario in told["scenarios"]:
            for rows in ("effects", "headline", "groups"):
                scenario[rows] = [without_nothing(row) for row in scenario[rows]]
        self.assertEqual(data["comparison"], told)
        self.assertGreater(len(told["scenarios"][0]["headline"]), 10)
        self.assertEqual({row["by"] for row in told["scenarios"][0]["groups"]}, {"size", "region", "tier", "ownership", "sector"})
        plain = json.loads(self.call("compare", "<b>base", "cap", "--json")[0])["scenarios"][0]
        self.assertEqual([without_nothing(row) for row in plain["headline"]], told["scenarios"][0]["headline"])
        for row in told["scenarios"][0]["headline"]:
            self.assertTrue(data["indicators"][row["indicator"]]["formula"])

    def says_what_was_run(self, data):
        base, cap = data["runs"]["scenarios"]
        self.assertEqual((base["scenario"], base["runs"], base["replicates"], base["last_month"], base["firms"]), ("small", 2, [0, 1], 9, 600))
        self.assertEqual(cap["title"]["zh"], "账款60日支付上限")
        self.assertEqual(len(data["names"]["sector"]), 45)
        kinds = {caveat["kind"] for caveat in data["caveats"]}
        self.assertLessEqual({"few_pairs", "small_groups"}, kinds)
        with h5py.File(self.path("cap/0.h5"), "r") as file:
            for table in ("balance_sheet", "transaction_flow"):
                self.assertEqual(data["accounts"][1][table], file["accounts"][table][-1].tolist())
        found = json.loads(self.call("validate", "<b>base", "cap", "--json")[0])
        self.assertEqual(data["validation"]["counts"], found["counts"])
        figures = [[f.get("figure") for s in v["sections"] for f in s["findings"] if f["verdict"] != "not measurable"] for v in (data["validation"], found)]
        self.assertEqual(*figures)

    def has_nobodys_elements(self, page, data):
        quiet, loud = Elements(self.report("<b>base", "cap", "--title", "plain")), Elements(page)
        self.assertEqual(loud.tags, quiet.tags)
        self.assertEqual(loud.comments, [])
        self.assertEqual([data["title"], data["runs"]["scenarios"][0]["title"]["en"]], [EVIL, EVIL])
        self.assertEqual(len(loud.scripts), 3)
        self.assertIsNone(re.search("[<>&]", next(text for attributes, text in loud.scripts if attributes.get("id") == "data")))

    def study(self, **more):
        """A sweep of two scenarios, and its collected file."""
        small = {"extends": SMALL, "firms": 500, "months": 6}
        plan = {"name": "p", "replicates": 2, "keep": {"groups": ["size"]}, **more,
                "scenarios": {"a": small, "b": {**small, "policies": {"p": {"lever": "unified_market", "start_month": 2}}}}}
        self.path("plan.json").write_text(json.dumps(plan))
        self.call("sweep", "plan.json", "-o", "study")
        self.call("collect", "study", "-o", "study.h5")

    def test_a_sweep(self):
        self.study()
        folder, file = (data_in(self.report(name))["comparison"] for name in ("study", "study.h5"))
        self.assertEqual(folder["scenarios"][0]["headline"], file["scenarios"][0]["headline"])
        self.assertEqual(data_in(self.report("study.h5", "--base", "b"))["comparison"]["base"], "b")

    def test_a_design(self):
        self.study(parameters={"use": {"pointer": "/model/make/switch", "values": [0, 1]}}, design={"kind": "factorial"})
        data = data_in(self.report("study.h5"))
        self.assertNotIn("comparison", data)
        told = json.loads(self.call("compare", "study.h5", "--points", "--json")[0])
        self.assertEqual(data["design"], {key: told[key] for key in ("base", "statistic", "over_points")})
        study = data["studies"][0]
        outcomes = ",".join(o["outcome"] for o in study["sensitivity"]["outcomes"])
        for command in ("sensitivity", "interactions"):
            self.assertEqual(study[command], json.loads(self.call(command, "study.h5", "--outcome", outcomes, "--scenario", "b", "--against", "a", "--json")[0]))
        self.assertEqual(study["discovery"], {"outcomes": [], "few": 2})
        self.assertEqual(data_in(self.report("study.h5", "--point", 1))["comparison"]["scenarios"][0]["scenario"], "b")

    def test_under_which_parameters(self):
        strength = {"pointer": "/policies/p/parameters/goods_cut", "low": 0, "high": 1}
        self.study(parameters={"strength": strength}, design={"kind": "latin_hypercube", "points": 20}, replicates=1)
        (study,) = data_in(self.report("study.h5"))["studies"]
        shown = [d for o in study["discovery"]["outcomes"] for d in (o["lowest"], o["highest"]) if d]
        self.assertGreater(len(shown), 4)
        self.assertTrue(all(5 <= d["of_interest"] <= 10 for d in shown))
        self.assertEqual({r["factor"] for d in shown for box in d["boxes"] for r in box["restrictions"]}, {"strength"})
        for d in shown[::5]:
            words = ["--when", f"{d['outcome']}{d['sign']}{d['bound']!r}", "--scenario", "b", "--against", "a"]
            told = json.loads(self.call("discover", "study.h5", *words, "--json")[0])
            for box in told["boxes"]:
                box["trajectory"] = [[step["coverage"], step["density"]] for step in box["trajectory"]]
            self.assertEqual(d, told)

    def test_a_shock_and_a_network(self):
        shock = {"flood": {"kind": "capacity_loss", "month": 4, "loss": 0.5, "recovery_months": 2}}
        for name, words in (("base", []), ("flood", ["--set", "/shocks=" + json.dumps(shock), "--set", "/name=flood"])):
            self.path(name).mkdir()
            for replicate in (0, 1):
                self.call("run", SMALL, *FEW, "--replicate", replicate, "-o", f"{name}/{replicate}.h5", "--set", '/output={"network":{"every_months":9}}', *words)
        data = data_in(self.report("base", "flood"))
        (recovery,) = data["recovery"]
        self.assertEqual(recovery.pop("scenario"), "flood")
        self.assertEqual(recovery, json.loads(self.call("resilience", "flood", "--without", "base", "--json")[0])["recovery"])
        self.assertGreater(recovery["rows"][0]["depth"]["mean"], 0)
        network, graph = data["network"], data["network"].pop("graph")
        systemic = json.loads(self.call("resilience", "base/0.h5", "--json")[0])["systemic"][0]
        self.assertEqual({**network, "esri": None, "name": None}, {**systemic, "esri": None, "name": None})
        self.assertEqual(network["esri"], systemic["esri"][:20])
        self.assertGreater(len(graph["nodes"]), 100)
        self.assertTrue(graph["links"] and all(max(a, b) < len(graph["nodes"]) for a, b, _ in graph["links"]))
        levels = data_in(self.report("base"))["levels"]["paths"]
        with h5py.File(self.path("base/0.h5")) as one, h5py.File(self.path("base/1.h5")) as other:
            for path in levels:
                mean = (one[path["indicator"]][...] + other[path["indicator"]][...]) / 2
                self.assertTrue(all(abs(a - b) <= 1e-12 * abs(b) for a, b in zip(path["base"], mean, strict=True)))

    def test_what_is_refused(self):
        self.path("r.html").write_text("mine")
        for words in (["report", "a", "b", "-o", "r.html"], ["report", "a", "b"], ["report"], ["report", "a", "b", "-o", "s.html"],
                      ["report", "a", "b", "-o", "s.html", "--months", "9:3"]):
            self.assertTrue(self.call(*words, code=2)[1])
        self.assertEqual(self.path("r.html").read_text(), "mine")
        self.assertFalse(self.path("s.html").exists())


if __name__ == "__main__":
    unittest.main()
