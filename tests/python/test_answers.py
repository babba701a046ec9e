"""Comparisons as data frames, and pictures that show what the runs hold."""

import json
import tempfile
import unittest
from pathlib import Path

import numpy as np
from companion import CAP, SMALL, Case, rongtong


FEW = '/output={"indicators": ["output", "days_receivable", "bankruptcies"], "groups": ["size", "region"], "accounts": false}'


class Answers(Case):
    @classmethod
    def setUpClass(cls):
        kept = tempfile.TemporaryDirectory(prefix="rongtong-")
        cls.addClassCleanup(kept.cleanup)
        cls.base, cls.cap = Path(kept.name) / "base", Path(kept.name) / "cap"
        for folder, scenario in ((cls.base, SMALL), (cls.cap, CAP)):
            folder.mkdir()
            for replicate in (0, 1, 2):
                rongtong.call("run", rongtong.Scenario(scenario).save(folder / "scenario.json", force=True), "-o", folder / f"{replicate}.h5",
                              "--replicate", replicate, "--quiet", "--set", FEW)
            (folder / "scenario.json").unlink()

    def test_figures_are_those_of_the_command(self):
        told = json.loads(rongtong.call("compare", self.base, self.cap, "--json", "--by", "size,region"))
        for sources in ((self.base, self.cap), (rongtong.open_runs(self.base), rongtong.open_runs(self.cap))):
            answer = rongtong.compare(*sources, by="size,region")
            self.assertEqual(answer.json["scenarios"][0]["headline"], told["scenarios"][0]["headline"])
            self.assertEqual(len(answer.groups), len(told["scenarios"][0]["groups"]))
        self.assertEqual(set(answer.groups["by"]), {"size", "region"})
        days = answer.headline.set_index(["indicator", "group"]).loc[("days_receivable", "micro")]
        runs = [[rongtong.open_run(folder / f"{k}.h5").series("days_receivable/size/micro").sel(month=slice(3, 8)).mean()
                 for k in range(3)] for folder in (self.base, self.cap)]
        self.assertAlmostEqual(days["mean_difference"], float(np.mean(runs[1]) - np.mean(runs[0])), places=9)
        self.forest(answer)

    def forest(self, answer):
        axes = answer.plot()
        labels = [label.get_text() for label in axes.get_yticklabels()]
        middle = axes.lines[1].get_xdata()
        row = answer.headline.query("indicator == 'days_receivable' and group == 'micro'").iloc[0]
        self.assertAlmostEqual(middle[labels.index("days_receivable micro")], row["relative_percent"], places=9)

    def test_refusals_are_the_programs(self):
        with self.assertRaises(rongtong.InputError) as raised:
            rongtong.compare(self.base, self.cap, indicators=["outputt"])
        self.assertIn("outputt", str(raised.exception))

    def test_paths(self):
        runs = rongtong.open_runs(self.base, self.cap)
        axes = rongtong.plot(runs, ["days_receivable", "output/size/small"]).axes
        lines = {line.get_label(): line.get_ydata() for line in axes[0].lines}
        np.testing.assert_allclose(lines["cap"], runs.indicators["days_receivable"].sel(scenario="cap").mean("replicate"))
        self.assertIn([3, 3], [list(line.get_xdata()) for line in axes[0].lines])  # the policy begins
        self.assertIn("small", axes[1].get_title(loc="left"))
        self.assertEqual(axes[1].get_ylabel(), "yuan")

    def test_effects_by_month(self):
        figure = rongtong.plot_effect(self.base, self.cap, ["days_receivable", "output/size/small"])
        runs = rongtong.open_runs(self.base, self.cap).indicators["days_receivable"].mean("replicate")
        wanted = runs.sel(scenario="cap") - runs.sel(scenario="base")
        np.testing.assert_allclose(figure.axes[0].lines[1].get_ydata(), wanted.values, atol=1e-9)
        self.assertRaises(rongtong.RongtongError, rongtong.plot_effect, self.base, self.cap, "output/size/tiny")


if __name__ == "__main__":
    unittest.main()
