"""One dataset out of a sweep's runs, as its readers see it."""

import json
import shutil
import subprocess
import unittest
import warnings

import h5py
import numpy
from harness import text
from sweep_harness import CAP, SweepCase, has, scenario

try:
    import xarray
except ImportError:
    xarray = None

AID = {"lever": "unified_market", "start_month": 3}
PLAN = {"name": "study", "replicates": {"first": 5, "count": 2}, "changes": {"firms": 500}, "design": {"kind": "grid"},
        "scenarios": {"prompt-payment": scenario(policies={"cap": CAP}), "none": scenario(),
                      "both": scenario(policies={"aid": AID, "cap": CAP})},
        "parameters": {"luck": {"pointer": "/model/luck/switch", "values": [0, 1]},
                       "months": {"pointer": "/months", "values": [6, 9]}},
        "keep": {"indicators": ["firms", "cash", "output"], "groups": ["size"], "accounts": True, "events": True,
                 "panel": {"variables": ["cash"], "every_months": 3, "firms": 20}}}
RUNS = 3 * 4 * 2


class Collected(SweepCase):
    def setUp(self):
        super().setUp()
        self.plan(PLAN)
        self.sweep("plan.json", "-o", "s")

    def opened(self, name="c.h5", group=None, engine="h5netcdf"):
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            dataset = xarray.open_dataset(self.path(name), group=group, engine=engine)
        self.addCleanup(dataset.close)
        return dataset

    def test_values_are_those_of_the_runs(self):
        self.collected()
        members = self.data()
        with h5py.File(self.path("c.h5")) as file:
            self.assertEqual(file["run"][...].ravel().tolist(), list(range(RUNS)))
            self.assertEqual(set(file["status"][...].ravel()), {1})
            for number, run in members.items():
                at = (number // 8, number // 2 % 4, number % 2)
                months = run["month"][1][0]
                self.assertEqual(months, (6, 9)[number // 2 % 2])
                for name in ("firms", "cash", "output", "by_size/cash", "accounts/transaction_flow", "state_hash"):
                    self.assertEqual(file[name][at][:months].tobytes(), run[name][2], f"{name} of run {number}")
                    rest = file[name][at][months:]
                    absent = {"f": numpy.isnan, "i": lambda x: x == -2**63, "u": lambda x: x == 0}[rest.dtype.kind]
                    self.assertTrue(absent(rest).all(), name)
                for name in ("events/month", "events/firm", "panel/cash", "panel/firm"):
                    self.assertEqual(file[name][file[name.split("/")[0] + "/run"][...] == number].tobytes(), run[name][2])

    def test_levers_of_all_scenarios(self):
        self.collected()
        with h5py.File(self.path("c.h5")) as file:
            levers = [name.decode() for name in file["levers/lever"][...]]
            self.assertEqual(sorted(levers), ["aid", "cap"])
            full = file["levers/intensity"][:, 3, 0, 8, :][..., [levers.index("aid"), levers.index("cap")]]
            numpy.testing.assert_array_equal(full, [[numpy.nan, 1], [numpy.nan, numpy.nan], [1, 1]])
            first = file["levers/intensity"][2, 3, 0, :3, levers.index("aid")]
            self.assertEqual(first.tolist(), [0, 0, 1])

    @unittest.skipUnless(xarray, "no xarray")
    def test_in_xarray(self):
        self.collected()
        for engine in ("h5netcdf", "netcdf4"):
            try:
                dataset = self.opened(engine=engine)
            except (ImportError, ValueError):
                continue  # not installed
            self.assertEqual(dict(dataset["cash"].sizes), {"scenario": 3, "point": 4, "replicate": 2, "month": 9})
            self.assertEqual(dataset["scenario"].values.tolist(), ["prompt-payment", "none", "both"])
            self.assertEqual(dataset["replicate"].values.tolist(), [5, 6])
            self.assertEqual(dataset["month"].values.tolist(), list(range(1, 10)))
            self.assertEqual(dataset["cash"].coords["months"].values.tolist(), [6, 9, 6, 9])
            self.assertEqual(dataset["cash"].coords["luck"].values.tolist(), [0, 0, 1, 1])
            mean = dataset.sel(scenario="prompt-payment").mean("replicate")["cash"]
            self.assertEqual(mean.shape, (4, 9))
            numpy.testing.assert_allclose(mean, dataset["cash"].values[0].mean(axis=1))
            for group in ("by_size", "levers", "accounts"):
                inner = self.opened(group=group, engine=engine)
                self.assertEqual(inner["scenario"].values.tolist(), ["prompt-payment", "none", "both"])
                self.assertEqual(inner["replicate"].values.tolist(), [5, 6])
                self.assertEqual(inner["month"].values.tolist(), list(range(1, 10)))
                self.assertEqual(inner["months"].values.tolist(), [6, 9, 6, 9])
            self.assertIn("size", self.opened(group="by_size", engine=engine).coords)

    @unittest.skipUnless(has("ncdump"), "no ncdump")
    def test_is_netcdf(self):
        self.collected()
        for words in (["-h"], ["-v", "cash,status,months,scenario"], []):
            done = subprocess.run(["ncdump", *words, "c.h5"], cwd=self.folder, capture_output=True, text=True, check=False)
            self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertIn("double cash(scenario, point, replicate, month)", done.stdout)

    def test_runs_that_are_not_there(self):
        self.sweep("plan.json", "-o", "half", "--shard", "2/3")
        there = self.members("half")
        out, _ = self.call("collect", "half", "-o", "c.h5", "--json")
        self.assertEqual(json.loads(out) | {"output": ""},
                         {"output": "", "finished": len(there), "failed": 0, "missing": RUNS - len(there)})
        with h5py.File(self.path("c.h5")) as file:
            status, cash = file["status"][...].ravel(), file["cash"][...].reshape(RUNS, 9)
            for number in range(RUNS):
                self.assertEqual(status[number], number in there)
                self.assertEqual(numpy.isnan(cash[number]).all(), number not in there)
            self.assertEqual(text(file["status"].attrs["flag_meanings"]), "missing finished failed")

    def test_files_in_the_way(self):
        self.path("c.h5").write_text("mine")
        _, err = self.call("collect", "s", "-o", "c.h5", code=2)
        self.assertIn("--force", err)
        self.assertEqual(self.path("c.h5").read_text(), "mine")
        self.call("collect", "s", "-o", "c.h5", "--force", "--quiet")
        self.call("collect", "s", "-o", "none/c.h5", code=2)
        self.call("collect", "none", code=2)
        self.call("collect", "plan.json", code=2)
        out, _ = self.call("collect", "s")
        self.assertTrue(self.path("s.h5").exists())
        self.assertIn(f"{RUNS} runs", out)

    def test_damage_and_nothing_to_collect(self):
        pack = next(self.path("s").glob("packs/*.zip"))
        whole = pack.read_bytes()
        broken = bytearray(whole)
        middle = slice(len(whole) // 2, len(whole) // 2 + 64)  # one bit may mean the same: any distance fits in a run of zeros
        broken[middle] = bytes(b ^ 0xFF for b in broken[middle])
        for damaged in (bytes(broken), whole[: len(whole) // 2], b"", None):
            if damaged is None:
                pack.unlink()
            else:
                pack.write_bytes(damaged)
            _, err = self.call("collect", "s", "-o", "c.h5", "--quiet", code=1 if damaged is None else 2)
            self.assertIn("no finished run" if damaged is None else pack.name, err)
            self.assertEqual(list(self.folder.glob("c.h5*")), [])

    def test_the_folder_elsewhere(self):
        self.collected(name="before.h5")
        self.path("other").mkdir()
        shutil.move(self.path("s"), self.path("other/t"))
        self.path("plan.json").unlink()
        self.collected("other/t", "after.h5")
        with h5py.File(self.path("before.h5")) as a, h5py.File(self.path("after.h5")) as b:
            for name in ("cash", "scenario_sha256", "accounts/balance_sheet"):
                self.assertEqual(a[name][...].tobytes() if a[name].dtype != object else list(a[name][...].ravel()),
                                 b[name][...].tobytes() if b[name].dtype != object else list(b[name][...].ravel()))
            self.assertEqual(a.attrs["plan_sha256"], b.attrs["plan_sha256"])
        self.sweep("-o", "other/t", "--resume")


class Parameters(SweepCase):
    def test_policies_as_values(self):
        later = {"lever": "payment_term_cap", "start_month": 3}
        for values in ([{"x": later}, {"x": later, "b": AID}], [{"x": later, "b": AID}, {"x": later}],
                       [{"x": later}, {"y": later}]):
            self.plan({**PLAN, "replicates": 1, "scenarios": {"one": scenario(policies={"x": CAP})},
                       "changes": {"firms": 500, "months": 6}, "keep": {"indicators": ["cash"]},
                       "parameters": {"all": {"pointer": "/policies", "values": values}}})
            self.sweep("plan.json", "-o", "s")
            self.collected()
            with h5py.File(self.path("c.h5")) as file:
                levers = [name.decode() for name in file["levers/lever"][...]]
                for point, value in enumerate(values):
                    for k, lever in enumerate(levers):
                        expected = [0, 0, 1, 1, 1, 1] if lever in value else [numpy.nan] * 6
                        numpy.testing.assert_array_equal(file["levers/intensity"][0, point, 0, :, k], expected)
            shutil.rmtree(self.path("s"))


if __name__ == "__main__":
    unittest.main()
