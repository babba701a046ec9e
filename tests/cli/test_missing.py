"""A ratio over nothing is missing, for every reader, and enters no mean."""

import json
import unittest

import h5py
import numpy as np

from harness import SMALL, Case

CAP = {"cap": {"lever": "payment_term_cap"}}
FAILURE = {"failure": {"kind": "firm_failure", "month": 4, "count": 30}}  # in other months nobody may default


class Missing(Case):
    def test_in_files_and_means(self):
        self.path("plan.json").write_text(json.dumps({
            "scenarios": {"a": SMALL, "b": {"extends": SMALL, "policies": CAP}},
            "changes": {"firms": 500, "months": 8, "shocks": FAILURE}, "replicates": 3,
            "keep": {"indicators": ["loss_given_default", "output"], "groups": ["sector"], "accounts": True}}))
        self.call("sweep", "plan.json", "-o", "s", "--quiet")
        self.call("collect", "s", "-o", "s.h5", "--quiet")
        with h5py.File(self.path("s.h5")) as file:
            lost = file["loss_given_default"][...]
            self.assertTrue(np.isnan(file["loss_given_default"].attrs["_FillValue"]))
            self.assertTrue(np.isnan(file["by_sector/output"].attrs["_FillValue"]))
            self.assertEqual(int(file["accounts/balance_sheet"].attrs["_FillValue"]), -2**63)
        self.assertTrue(np.isnan(lost).any() and np.isfinite(lost).any())
        try:
            import xarray
        except ImportError:
            return
        mean = xarray.open_dataset(self.path("s.h5")).sel(scenario="b").mean("replicate")  # as README has it
        some = np.isfinite(lost[1]).any(axis=0)
        self.assertTrue(some.any())
        self.assertEqual(mean["loss_given_default"].values[some].tolist(), np.nanmean(lost[1][:, some], axis=0).tolist())
        self.assertTrue(np.isnan(mean["loss_given_default"].values[~some]).all())

    def test_compare_says_over_how_many_months_and_pairs(self):
        for name, policies in (("a", {}), ("b", CAP)):
            self.path(f"{name}.json").write_text(json.dumps({"extends": SMALL, "name": name, "firms": 500, "months": 8,
                                                             "policies": policies, "shocks": FAILURE}))
            self.call("run", f"{name}.json", "-o", f"{name}.h5", "--quiet")
        self.call("compare", "a.h5", "b.h5", "-o", "e.json")
        scenario = json.loads(self.path("e.json").read_text())["scenarios"][0]
        effects = {e["indicator"]: e for e in scenario["effects"]}
        with h5py.File(self.path("a.h5")) as a, h5py.File(self.path("b.h5")) as b:
            window = slice(scenario["first_month"] - 1, scenario["last_month"])
            values = [f["loss_given_default"][window] for f in (a, b)]
            self.assertTrue(np.isnan(a["loss_given_default"].attrs["_FillValue"]))
        both = np.isfinite(values[0]) & np.isfinite(values[1])
        self.assertTrue(0 < both.sum() < len(both))
        lost = effects["loss_given_default"]
        self.assertEqual((lost["n"], lost["months"], lost["months_wanted"]), (1, both.sum(), len(both)))
        self.assertAlmostEqual(lost["mean_base"], values[0][both].mean(), 12)
        self.assertEqual(effects["output"]["months"], len(both))
        self.assertIn(f"{both.sum()} of {len(both)} months", lost["note"])


if __name__ == "__main__":
    unittest.main()
