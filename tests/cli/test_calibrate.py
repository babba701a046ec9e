"""rongtong calibrate: planted values are found, a killed calibration goes on, a bad file is told whole."""

import csv
import json
import time
import unittest

import h5py
import numpy
from sweep_harness import SMALL, SweepCase

PLANTED = {"closing": 0.05, "late": 0.55}
POINTERS = {"closing": "/model/turnover/closure_rate", "late": "/model/terms/late_share"}
MOMENTS = {"exits": "exit_rate", "overdue": "overdue_share", "days": "days_receivable", "firms_left": "firms"}
TINY = {"firms": 500, "months": 24}


def fit(targets, **changes):
    """A calibration of two parameters; the number of firms is only reported."""
    moments = {name: {"indicator": of, "months": [7, 24], "target": targets[name], "source": "planted",
                      "use": name != "firms_left"} for name, of in MOMENTS.items()}
    ranges = {"closing": (0.01, 0.3), "late": (0.0, 1.0)}
    return {"name": "fit", "scenarios": {"baseline": SMALL}, "changes": {**TINY, "seed": 1}, "replicates": 4,
            "parameters": {name: {"pointer": POINTERS[name], "low": low, "high": high}
                           for name, (low, high) in ranges.items()},
            "keep": {"indicators": list(MOMENTS.values())},
            "moments": moments, "points": 16, "waves": 2, "seed": 3, "asked": [PLANTED], **changes}


ANY = {"exits": {"value": 0.004, "sd": 0.001}, "overdue": {"low": 0.1, "high": 0.3}, "days": {"value": 27, "sd": 3},
       "firms_left": {"low": 400}}

QUICK = {"points": 8, "replicates": 2, "waves": 2}


class CalibrateCase(SweepCase):
    def calibrate(self, plan, folder, *words, **options):
        self.plan(plan, "fit.json")
        out, err = self.call("calibrate", "fit.json", "-o", folder, "--json", *words, **options)
        return json.loads(out)

    def texts(self, folder):
        return {name: self.path(folder, name).read_bytes() for name in ("calibration.json", "points.csv", "points.json")}

    def path(self, *names):
        return self.folder.joinpath(*names)


class Planted(CalibrateCase):
    def truth(self):
        """Moments of the planted economy under another luck, with the standard errors of their means."""
        model = {"turnover": {"closure_rate": PLANTED["closing"]}, "terms": {"late_share": PLANTED["late"]}}
        self.plan({"name": "truth", "scenarios": {"truth": {"extends": SMALL, "model": model}},
                   "changes": {**TINY, "seed": 77}, "replicates": 12, "keep": {"indicators": list(MOMENTS.values())}}, "truth.json")
        self.sweep("truth.json", "-o", "truth")
        targets = {}
        with h5py.File(self.collected("truth", "truth.h5")) as file:
            for name, of in MOMENTS.items():
                runs = file[of][0, :, 6:24].mean(axis=1)
                targets[name] = {"value": float(runs.mean()), "sd": float(runs.std(ddof=1) / numpy.sqrt(len(runs)))}
        return targets

    def test_it_is_found(self):
        found = self.calibrate(fit(self.truth()), "fit")
        asked, = found["asked"]
        self.assertTrue(asked["left"], asked)
        self.assertLess(found["share_left"], 0.2)
        self.assertGreater(found["share_left"], 0)
        for name, value in PLANTED.items():
            low, high = found["left"][name]
            self.assertTrue(low < value < high, (name, low, high))
        self.assertGreater(len(found["points_left"]), 0)
        # the unused moment is nearer to its target than before, and the table says so
        self.assertLess(found["reported_moments"]["distance_best"], found["reported_moments"]["distance_before"])
        out, _ = self.call("calibrate", "fit.json", "-o", "fit", "--resume")
        self.assertIn(": nearer as well", out)
        usual, best = (found["points"][found[p]]["implausibility_of_runs"]["firms_left"] for p in ("usual_point", "best_point"))
        self.assertLess(best, usual)
        self.assertEqual([m["used"] for m in found["moments"] if m["name"] == "firms_left"], [False])


class GoesOn(CalibrateCase):
    def test_killed_at_any_moment(self):
        whole = self.calibrate(fit(ANY, **QUICK), "whole", "--threads", 1)
        self.plan(fit(ANY, **QUICK), "fit.json")
        killed = []
        for wait in (0.3, 0.5, 0.8, 1.2):
            process = self.start("calibrate", "fit.json", "-o", "killed", "--resume", "--quiet")
            time.sleep(wait)
            process.kill()
            process.communicate()
            killed.append(process.returncode == -9)
        self.assertTrue(killed[0])
        self.assertEqual(self.calibrate(fit(ANY, **QUICK), "killed", "--resume", "--threads", 2), whole)
        self.assertEqual(self.texts("killed"), self.texts("whole"))

    def test_more_waves(self):
        first = self.calibrate(fit(ANY, **{**QUICK, "waves": 1}), "waves")
        self.call("calibrate", "fit.json", "-o", "waves", code=2)  # not twice
        second = self.calibrate(fit(ANY, **QUICK), "waves", "--resume")
        self.assertEqual(second["points"][:len(first["points"])][0]["figures"], first["points"][0]["figures"])
        self.assertEqual(len(second["waves"]), 2)
        self.assertLess(second["share_left"], first["share_left"] + 0.01)  # both are estimates, of random points
        _, err = self.call("calibrate", self.plan(fit(ANY, **QUICK, seed=4), "other.json"), "-o", "waves", "--resume", code=2)
        self.assertIn("is of another plan", err)


class HandsOn(CalibrateCase):
    def test_a_comparison_over_the_points(self):
        cap = {"extends": SMALL, "policies": {"cap": {"lever": "payment_term_cap", "start_month": 6}}}
        plan = fit(ANY, waves=1, replicates=2, hand_on=3)
        plan["scenarios"]["cap"] = cap
        found = self.calibrate(plan, "fit")
        self.assertEqual(found["waves"][0]["runs"], 17 * 2)  # no moment is of the cap: it is not run
        self.assertGreater(len(found["points_left"]), 3)
        handed = json.loads(self.path("fit", "points.json").read_text())
        self.assertEqual(len(handed["design"]["points"]), 3)
        self.call("check", "fit/points.json")
        self.sweep("fit/points.json", "-o", "effects")
        out, _ = self.call("compare", "effects", "--points", "--indicators", "days_receivable", "--json")
        row, = json.loads(out)["over_points"]
        self.assertEqual((row["indicator"], row["points"]), ("days_receivable", 3))
        self.assertAlmostEqual(row["positive"] + row["negative"] + row["zero"], 1)

    def test_the_table_of_points(self):
        found = self.calibrate(fit(ANY, waves=1), "fit")
        with self.path("fit", "points.csv").open() as file:
            rows = list(csv.DictReader(file))
        self.assertEqual([int(row["point"]) for row in rows if row["left"] == "1"], sorted(found["points_left"]))
        self.assertEqual(float(rows[3]["exits"]), found["points"][3]["figures"]["exits"])

    def test_a_table_for_people(self):
        self.plan(fit(ANY, waves=1), "fit.json")
        out, _ = self.call("calibrate", "fit.json", "-o", "fit")
        for words in ("wave 1 of 1: 17 points, 68 runs; left of the space:", "moment, used", "moment, only reported",
                      "Points that were asked for", "tried points are left"):
            self.assertIn(words, out)

    def test_nothing_left(self):
        impossible = {**ANY, "days": {"value": 400, "sd": 0.1}}
        self.plan(fit(impossible, waves=2), "fit.json")
        out, err = self.call("calibrate", "fit.json", "-o", "fit", code=1)
        self.assertIn("No point is left", out)
        self.assertIn("by days: 17 of 17", out)
        self.assertFalse(self.path("fit", "points.json").exists())


class Regularities(CalibrateCase):
    def test_of_validate(self):
        plan = fit(ANY, waves=1, keep={}, points=6, replicates=2)
        plan["moments"]["late_share"] = {"regularity": "credit.overdue", "target": {"low": 15, "high": 30}, "source": "assumed", "use": True}
        plan["moments"]["drift"] = {"regularity": "drift.firms", "use": False}  # its own band
        found = self.calibrate(plan, "fit")
        self.assertEqual([m["target"]["high"] for m in found["moments"] if m["name"] == "drift"], [3])
        for point in found["points"]:
            self.assertEqual({name for name, figure in point["figures"].items() if figure is None}, set())
        # as rongtong validate has it, of the runs of one point
        point = found["points"][5]
        model = {"/model/turnover/closure_rate": point["values"]["closing"], "/model/terms/late_share": point["values"]["late"]}
        sets = [word for pointer, value in model.items() for word in ("--set", f"{pointer}={value!r}")]
        for replicate in range(2):
            self.call("run", SMALL, *sets, "--set", "/firms=500", "--months", 24, "--replicate", replicate, "-o",
                      f"r{replicate}.h5", "--quiet")
        out, _ = self.call("validate", *(f"r{replicate}.h5" for replicate in range(2)), "--json")
        figures = {f["id"]: f["figure"] for section in json.loads(out)["sections"] for f in section["findings"]}
        self.assertAlmostEqual(figures["drift.firms"], point["figures"]["drift"], 9)
        self.assertAlmostEqual(figures["credit.overdue"], point["figures"]["late_share"], 9)


class Bad(CalibrateCase):
    def test_all_problems_at_once(self):
        plan = fit(ANY, points=3, waves=0, cutoff=-1, implausibility="greatest", colour="red", asked=[{"closing": 9}])
        plan["parameters"]["closing"]["high"] = 0.9  # beyond the declared range
        plan["parameters"]["late"] = {"pointer": POINTERS["late"], "values": [0.1, 0.2]}
        plan["moments"]["exits"]["indicator"] = "exit_rat"
        plan["moments"]["days"]["months"] = [20, 12]
        plan["moments"]["overdue"]["target"] = {"low": 0.3, "high": 0.1}
        plan["moments"]["firms_left"].pop("source")
        plan["moments"]["odd"] = {"regularity": "drift.prices", "use": True, "months": [1, 2], "target": {"value": 1},
                                  "source": "none"}
        plan["moments"]["both"] = {"regularity": "drift.price", "indicator": "firms", "use": "yes"}
        self.plan(plan, "bad.json")
        for words in (("check", "bad.json"), ("calibrate", "bad.json", "-o", "fit")):
            _, err = self.call(*words, code=2)
            for message in ("/points: 3 is out of range", "/waves: 0 is out of range", "/cutoff: ", "/implausibility: ",
                            "/colour: ", "/parameters/closing/high: ", "/parameters/late/values: a calibration looks between bounds",
                            "/moments/exits/indicator: there is no indicator", 'did you mean "exit_rate"?',
                            "/moments/days/months: this window ends before it begins",
                            "/moments/overdue/target: this band ends below its beginning",
                            '/moments/firms_left: the key "source" is missing',
                            "/moments/odd/regularity: there is no regularity", 'did you mean "drift.price"?',
                            '/moments/odd/months: "months" does not go with "regularity"',
                            "/moments/both: what this moment is of is not clear", "/moments/both/use: ",
                            '/asked/0: the key "late" is missing', "/asked/0/closing: 9 is out of range"):
                self.assertIn(message, err)
        self.assertFalse(self.path("fit").exists())

    def test_no_moment_is_used(self):
        plan = fit(ANY)
        for moment in plan["moments"].values():
            moment["use"] = False
        _, err = self.call("check", self.plan(plan, "bad.json"), code=2)
        self.assertIn("/moments: no moment is used", err)

    def test_what_is_not_kept(self):
        plan = fit(ANY, keep={"indicators": ["exit_rate", "days_receivable", "overdue_share"]})
        plan["moments"]["days"]["indicator"] = "days_receivable/size/micro"
        _, err = self.call("check", self.plan(plan, "bad.json"), code=2)
        self.assertIn('the runs do not keep the indicator "firms"', err)
        self.assertIn("the runs keep nothing by size", err)


if __name__ == "__main__":
    unittest.main()
