"""Files of format version 1 (tests/cli/data/version_1, made by the program before version 2) are read, or refused with what to do."""

import json
import lzma
import shutil
import unittest
from pathlib import Path

import h5py
import numpy as np

from harness import SMALL, SOURCE, Case, text

OLD = Path(__file__).resolve().parent / "data" / "version_1"


class VersionOne(Case):
    def setUp(self):
        super().setUp()
        shutil.copytree(SOURCE / "scenarios" / "calibration" / "china", self.path("china"))
        for name in ("scenario.json", "base.json", "plan.json"):
            shutil.copy(OLD / name, self.path(name))
        for name in ("result.h5", "run.h5.checkpoint"):
            self.path(name).write_bytes(lzma.decompress((OLD / f"{name}.xz").read_bytes()))

    def test_scenario_and_plan_are_read(self):
        self.call("check", "scenario.json", "base.json", "plan.json")

    def test_results_are_read_and_noted(self):
        with h5py.File(self.path("result.h5")) as file:
            self.assertEqual(int(file.attrs["format_version"]), 1)
        self.call("export", "result.h5", "--to", "csv", "-o", "tables")
        self.call("run", "scenario.json", "-o", "new.h5", "--quiet")
        out = self.call("compare", "result.h5", "new.h5")[0]
        self.assertIn("result.h5 is of format version 1, in which a share or mean of nothing is 0", out)

    def test_the_rest_is_the_same(self):
        self.call("run", "scenario.json", "-o", "new.h5", "--quiet")
        with h5py.File(self.path("result.h5")) as old, h5py.File(self.path("new.h5")) as new:
            self.assertEqual(int(new.attrs["format_version"]), 2)
            self.assertEqual(sorted(old), sorted(new))
            self.assertEqual(old["output"][...].tolist(), new["output"][...].tolist())
            lost_old, lost_new = old["loss_given_default"][...], new["loss_given_default"][...]
            self.assertTrue(((lost_old == lost_new) | ((lost_old == 0) & np.isnan(lost_new))).all())
            self.assertTrue(np.isnan(lost_new).any())

    def test_a_checkpoint_is_refused_with_what_to_do(self):
        before = sorted(p.name for p in self.folder.iterdir())
        _, err = self.call("run", "--resume", "run.h5.checkpoint", "-o", "run.h5", code=2)
        self.assertRegex(err, "program|version|start")
        self.assertLessEqual(set(p.name for p in self.folder.iterdir()) - set(before), {"run.h5.part"})
        self.assertFalse(self.path("run.h5").exists())


class Missing(Case):
    """A ratio over nothing is missing, for every reader."""

    def test_in_files_and_means(self):
        self.path("plan.json").write_text(json.dumps({
            "scenarios": {"a": SMALL, "b": {"extends": SMALL, "policies": {"cap": {"lever": "payment_term_cap"}}}},
            "changes": {"firms": 500, "months": 12}, "replicates": 3,
            "keep": {"indicators": ["loss_given_default", "output"], "groups": ["sector"], "accounts": True}}))
        self.call("sweep", "plan.json", "-o", "s", "--quiet")
        self.call("collect", "s", "-o", "s.h5", "--quiet")
        with h5py.File(self.path("s.h5")) as file:
            lost = file["loss_given_default"][...]
            self.assertTrue(np.isnan(file["loss_given_default"].attrs["_FillValue"]))
            self.assertEqual(int(file["accounts/balance_sheet"].attrs["_FillValue"]), -2**63)
        self.assertTrue(np.isnan(lost).any() and np.isfinite(lost).any())
        try:
            import xarray
        except ImportError:
            return
        mean = xarray.open_dataset(self.path("s.h5")).sel(scenario="b").mean("replicate")
        with np.errstate(all="ignore"):
            self.assertTrue(np.array_equal(mean["loss_given_default"].values, np.nanmean(lost[1], axis=0), equal_nan=True))

    def test_compare_says_over_how_many_months(self):
        for name, more in (("a", []), ("b", ["--set", '/policies={"cap":{"lever":"payment_term_cap"}}', "--set", "/name=b"])):
            self.call("run", SMALL, "-o", f"{name}.h5", "--months", 24, "--set", "/firms=500", "--quiet", *more)
        self.call("compare", "a.h5", "b.h5", "-o", "e.json")
        scenario = json.loads(self.path("e.json").read_text())["scenarios"][0]
        effects = {e["indicator"]: e for e in scenario["effects"]}
        with h5py.File(self.path("a.h5")) as a, h5py.File(self.path("b.h5")) as b:
            window = slice(scenario["first_month"] - 1, scenario["last_month"])
            months = [int(np.isfinite(f["loss_given_default"][window]).sum()) for f in (a, b)]
            mean = float(np.nanmean(a["loss_given_default"][window]))
        self.assertEqual(effects["output"]["fewest_months"], scenario["months"])
        lost = effects["loss_given_default"]
        self.assertEqual([lost["fewest_months"], lost["most_months"]], sorted(months))
        self.assertAlmostEqual(lost["mean_base"], mean, 12)
        self.assertRegex(self.call("compare", "a.h5", "b.h5")[0], r"loss_given_default .*over \d+ (to \d+ )?of \d+ months")


if __name__ == "__main__":
    unittest.main()
