"""Results as labelled xarray: the same values as xarray's own engine reads, with labels, units and words for flags."""

import unittest

import numpy as np
import xarray
from companion import CAP, SMALL, Case, rongtong

RECORDS = {"panel": {"variables": ["workers", "cash", "size"], "every_months": 4, "firms": "all"}, "network": {"every_months": 4},
           "events": True}


class OneRun(Case):
    def test_values_labels_and_units(self):
        run = self.run_one(CAP, "cap.h5")
        theirs = xarray.open_dataset(self.folder / "cap.h5", engine="netcdf4", decode_times=False)
        self.assertEqual(set(theirs.variables), set(run.indicators.variables))
        xarray.testing.assert_equal(theirs.drop_vars("state_hash"), run.indicators.drop_vars("state_hash"))
        np.testing.assert_array_equal(theirs["state_hash"].astype("uint64"), run.indicators["state_hash"].values)
        self.assertEqual(run.indicators["output"].attrs["units"], "yuan")
        self.assertTrue(run.indicators["output"].attrs["comment"])
        sizes = run.by("size")["employment"]
        self.assertEqual(list(sizes["size"].values), ["micro", "small", "medium", "large"])
        np.testing.assert_allclose(sizes.sum("size"), run.indicators["employment"])
        np.testing.assert_array_equal(run.series("employment/size/micro"), sizes.sel(size="micro"))
        cap = run.levers["intensity"].sel(lever="cap")
        self.assertEqual(cap.values.tolist(), [0, 0, 0.5, 1, 1, 1, 1, 1])
        self.assertEqual(run.accounts["balance_sheet"].attrs["units"], "yuan")
        np.testing.assert_allclose(run.accounts["balance_sheet"].sel(asset="deposits").sum("account"), 0, atol=0.001)
        self.assertEqual(run.scenarios["cap"]["policies"]["cap"]["start_month"], 3)

    def test_records(self):
        run = self.run_one(SMALL, "records.h5", set={"/output": RECORDS})
        self.assertEqual(dict(run.panel.sizes).keys(), {"month", "firm"})
        workers = run.panel["workers"]
        self.assertEqual(workers.attrs["units"], "person")
        np.testing.assert_allclose(workers.sum("firm"), run.indicators["employment"].sel(month=[4, 8]))
        small = workers.where(run.panel["size"] == "small").sum("firm")
        np.testing.assert_allclose(small, run.series("employment/size/small").sel(month=[4, 8]))
        self.assertTrue({"month", "buyer", "supplier"} <= set(run.network.coords))
        self.assertEqual(set(run.network["kind"].values), {"supply"})
        self.assertIn("entry", set(run.events["kind"].values))
        entries = run.events["firm"].where(run.events["kind"] == "entry", drop=True).sizes["event"]
        self.assertEqual(entries, int(run.indicators["entries"].sum()))

    def test_what_is_not_there(self):
        run = self.run_one(SMALL, "base.h5", months=2)
        for ask, said in ((lambda: run.panel, "no panel of firms"), (lambda: run.levers, "no policies"),
                          (lambda: run.by("colour"), "there are: size, sector"), (lambda: run.series("outputt"), "outputt"),
                          (lambda: run.series("output/size/tiny"), "micro, small"), (lambda: run.series("output/size"), "named as")):
            with self.assertRaises(rongtong.RongtongError) as raised:
                ask()
            self.assertIn(said, str(raised.exception))
        (self.folder / "text.h5").write_text("no results")
        for name in ("missing.h5", "text.h5"):
            self.assertRaises(rongtong.InputError, rongtong.open_run, self.folder / name)
        with self.assertRaises(rongtong.InputError) as raised:
            rongtong.open_sweep(self.folder / "base.h5")
        self.assertIn("open_run", str(raised.exception))


class ManyRuns(Case):
    def test_replicates_of_two_scenarios(self):
        few = {"/output": {"groups": ["size"], "indicators": ["output", "cash"], "accounts": False}}
        for replicate in (1, 0):
            self.run_one(SMALL, f"base/{replicate}.h5", replicate=replicate, months=4, set=few)
        cap = self.run_one(CAP, "cap/0.h5", months=6, set=few)
        runs = rongtong.open_runs(self.folder / "base", self.folder / "cap")
        output = runs.indicators["output"]
        self.assertEqual(output.dims, ("scenario", "replicate", "month"))
        self.assertEqual(list(output["scenario"].values), ["base", "cap"])
        self.assertEqual(list(output["replicate"].values), [0, 1])
        np.testing.assert_array_equal(output.sel(scenario="cap", replicate=0), cap.indicators["output"])
        self.assertTrue(output.sel(scenario="base", month=[5, 6]).isnull().all())  # shorter
        self.assertTrue(output.sel(scenario="cap", replicate=1).isnull().all())  # not run
        self.assertEqual(runs.by("size")["output"].sel(size="micro", scenario="cap", replicate=0, month=6),
                         cap.by("size")["output"].sel(size="micro", month=6))
        self.assertEqual(set(runs.levers["scenario"].values), {"cap"})
        with self.assertRaises(rongtong.InputError) as raised:
            rongtong.open_runs(self.folder / "base", self.folder / "base" / "0.h5")
        self.assertIn("twice", str(raised.exception))


if __name__ == "__main__":
    unittest.main()
