"""A run writes what the format promises; what it can't do it refuses before it begins."""

import json
import os
import resource
import signal
import unittest

import h5py
import numpy as np

from harness import BARE, CAP, RECORDS, REST, SMALL, Case, datasets, text

STANDSTILL = '/shocks={"slump":{"kind":"demand","month":3,"size":-0.8,"duration_months":60,"fade":0}}'


class Contents(Case):
    def setUp(self):
        super().setUp()
        self.call("run", CAP, "-o", "r.h5", "--months", 36, "--set", "/firms=1000", "--set", RECORDS, "--quiet")
        self.file = h5py.File(self.path("r.h5"), "r")
        self.addCleanup(self.file.close)

    def test_every_variable_has_units_and_a_name(self):
        bare = [name for name, item in datasets(self.file).items() if BARE in text(item.attrs.get("NAME", ""))]
        self.assertEqual(sorted(bare), ["events/event", "network/edge", "panel/row"])
        for name, item in datasets(self.file).items():
            if name not in bare:
                self.assertTrue(text(item.attrs["units"]), name)
                self.assertGreater(len(text(item.attrs["long_name"])), 3, name)

    def test_months_and_provenance(self):
        self.assertEqual(list(self.file["month"]), list(range(1, 37)))
        self.assertTrue((self.file["state_hash"][...] != 0).all())
        self.assertEqual(len(set(self.file["state_hash"])), 36)
        attributes = self.file.attrs
        self.assertEqual(int(attributes["finished"]), 1)
        self.assertEqual((int(attributes["seed"]), int(attributes["replicate"])), (1, 0))
        self.assertEqual(json.loads(text(attributes["scenario"]))["firms"], 1000)
        self.assertIn("--set /firms=1000", text(attributes["command_line"]))
        for name in ("scenario_sha256", "program_version", "git_commit", "compiler", "started", "ended", "threads"):
            self.assertIn(name, attributes)

    def test_codes_are_explained(self):
        for axis in ("sector", "region"):
            lines = text(self.file[axis].attrs["comment"]).splitlines()
            self.assertEqual([line.split(":")[0] for line in lines], [text(code) for code in self.file[axis]])

    def test_books_close(self):
        accounts = self.file["accounts"]
        flows, balance = accounts["transaction_flow"][...], accounts["balance_sheet"][...]
        names = {axis: [text(t) for t in accounts[axis]] for axis in ("asset", "account")}
        self.assertGreater(np.abs(flows).max(), 0)
        self.assertEqual(np.abs(flows.sum(axis=2)).max(), 0)
        claims = [i for i, name in enumerate(names["asset"]) if name not in ("capital", "stocks")]
        self.assertEqual(np.abs(balance[:, claims].sum(axis=2)).max(), 0)
        change = np.diff(balance[:, names["asset"].index("deposits")], axis=0)
        self.assertEqual(np.abs(flows.sum(axis=1)).max(), 0)
        put_aside = -flows[1:, [text(t) for t in accounts["flow"]].index("deposits")]
        firms = [i for i, name in enumerate(names["account"]) if name.endswith("_firms")]
        self.assertTrue((change[:, firms].sum(axis=1) == put_aside[:, firms].sum(axis=1)).all())
        for name in ("households", "government", "world", "bank", "central_bank"):
            account = names["account"].index(name)
            self.assertTrue((change[:, account] == put_aside[:, account]).all(), name)

    def test_groups_add_up(self):
        for group in ("by_size", "by_sector", "by_region", "by_tier", "by_ownership"):
            for name in ("firms", "employment", "bankruptcies"):
                self.assertTrue((self.file[group][name][...].sum(axis=1) == self.file[name][...]).all(), (group, name))

    def test_lever_acts_and_costs(self):
        levers = self.file["levers"]
        self.assertEqual([text(label) for label in levers["lever"]], ["cap"])
        intensity = levers["intensity"][:, 0]
        self.assertTrue((intensity[:23] == 0).all() and intensity[23] > 0 and intensity[35] == 1)
        self.assertTrue(((levers["fiscal_cost"][:, 0] > 0) == (intensity > 0)).all())

    def test_records(self):
        panel, network, events = self.file["panel"], self.file["network"], self.file["events"]
        self.assertEqual(sorted(set(panel["month"])), [6, 12, 18, 24, 30, 36])
        self.assertEqual(sorted(set(network["month"])), [6, 12, 18, 24, 30, 36])
        for month in (6, 36):
            firms = panel["firm"][...][panel["month"][...] == month]
            self.assertTrue((np.diff(firms.astype(np.int64)) > 0).all())
            self.assertGreater(len(firms), 800)
            here = network["month"][...] == month
            buyers, suppliers = network["buyer"][...][here], network["supplier"][...][here]
            self.assertTrue(np.isin(buyers, firms).all() and np.isin(suppliers, firms).all())
            self.assertTrue((np.diff(buyers.astype(np.int64)) >= 0).all())
        words = text(events["kind"].attrs["flag_meanings"]).split()
        for word, indicator in (("entry", "entries"), ("closure", "closures"), ("bankruptcy", "bankruptcies")):
            counted = np.bincount(events["month"][...][events["kind"][...] == words.index(word)], minlength=37)[1:]
            self.assertTrue((counted == self.file[indicator][...]).all(), word)


class Calling(Case):
    def test_name_by_default_and_summary(self):
        out, err = self.call("run", SMALL, "--months", 24)
        self.assertTrue(self.path("small.h5").exists())
        for words in ("24 months, 1 000 firms", "Drift without policy", "workers in firms", "none is large", "small.h5"):
            self.assertIn(words, out)
        self.assertNotIn("only 0", out)
        self.assertEqual([p.name for p in self.folder.iterdir()], ["small.h5"])

    def test_summary_gives_the_swing_of_unemployment(self):
        out, _ = self.call("run", SMALL, "--months", 30, "-o", "r.h5")
        with h5py.File(self.path("r.h5"), "r") as file:
            rate, months = file["unemployment_rate"][...], file["month"][...]
        low, high = rate.argmin(), rate.argmax()
        self.assertIn(f"Unemployment rate over the run: lowest {rate[low]:.4f} in month {months[low]}, "
                      f"highest {rate[high]:.4f} in month {months[high]}.\n", out)
        told = json.loads(self.call("run", SMALL, "--months", 30, "-o", "s.h5", "--json", "--quiet")[0])["indicators"]
        told = next(i for i in told if i["name"] == "unemployment_rate")
        self.assertEqual((told["lowest"], told["highest_month"]), (rate[low], int(months[high])))

    def test_summary_as_json(self):
        out, _ = self.call("run", CAP, "--set", "/firms=1000", "--months", 30, "--json", "--threads", 1)
        summary = json.loads(out)
        self.assertEqual((summary["months"], summary["threads"], summary["drift"]), (30, 1, {}))
        self.assertGreater(summary["levers"][0]["cost_yuan"], 0)

    def test_marks_of_plausibility(self):
        """Nothing to say of a usual run; an economy that falls over is told of, kindly, once for each mark."""
        _, err = self.call("run", SMALL, "--months", 12, "-o", "usual.h5")
        self.assertNotIn("should be", err)
        with h5py.File(self.path("usual.h5"), "r") as file:
            self.assertEqual(text(file.attrs["plausibility"]), "[]")
        out, err = self.call("run", SMALL, "--months", 24, "-o", "idle.h5", "--json", "--set", STANDSTILL)
        told = json.loads(out)["plausibility"]
        idle = next(mark for mark in told if mark["name"] == "unemployment")
        self.assertEqual((idle["unit"], idle["expected"]), ("1", "between 0 and 0.3"))
        with h5py.File(self.path("idle.h5"), "r") as file:
            self.assertEqual(json.loads(text(file.attrs["plausibility"])), told)
            left = np.flatnonzero(file["unemployment_rate"][...] > 0.3)
            self.assertEqual((idle["first_month"], idle["months"]), (left[0] + 1, len(left)))
            self.assertEqual(idle["worst"], file["unemployment_rate"][...].max())
        self.assertEqual(err.count("unemployment rate should be between 0 and 0.3, but was not"), 1)
        self.assertEqual(err.count("should be"), len(told))

    def test_quiet_says_nothing(self):
        self.assertEqual(self.call("run", SMALL, "--months", 2, "--quiet"), ("", ""))

    def test_seed_replicate_and_set_change_the_run(self):
        hashes = set()
        for i, words in enumerate(([], ["--seed", 2], ["--replicate", 1], ["--set", "/model/pricing/price_speed=0.3"])):
            self.call("run", SMALL, "--months", 3, "-o", f"{i}.h5", "--quiet", *words)
            with h5py.File(self.path(f"{i}.h5"), "r") as file:
                hashes.add(int(file["state_hash"][2]))
        self.assertEqual(len(hashes), 4)

    def test_rest_stays_at_rest(self):
        self.call("run", REST, "-o", "r.h5", "--quiet")
        with h5py.File(self.path("r.h5"), "r") as file:
            for name in ("output", "employment", "price_level", "firms"):
                values = file[name][...]
                self.assertLess(np.abs(values / values[0] - 1).max(), 1e-5, name)


class Refused(Case):
    def test_existing_output_is_kept_unless_forced(self):
        self.path("r.h5").write_text("mine")
        _, err = self.call("run", SMALL, "-o", "r.h5", code=2)
        self.assertIn("--force", err)
        self.assertEqual(self.path("r.h5").read_text(), "mine")
        self.call("run", SMALL, "-o", "r.h5", "--months", 2, "--force", "--quiet")
        self.assertTrue(h5py.is_hdf5(self.path("r.h5")))

    def test_output_that_cannot_be_written(self):
        self.path("file").write_text("")
        for output in ("missing/r.h5", "file/r.h5", "/proc/r.h5", "."):
            _, err = self.call("run", SMALL, "-o", output, code=2)
            self.assertIn("rongtong: ", err)
        if os.geteuid() != 0:
            self.path("locked").mkdir(mode=0o555)
            self.call("run", SMALL, "-o", "locked/r.h5", code=2)
        self.assertEqual([p.name for p in self.folder.iterdir() if p.suffix == ".h5"], [])

    def test_bad_values(self):
        for words in (["--months", 0], ["--seed", -1], ["--set", "/firms=1"], ["--set", "nothing"], ["--threads", 0]):
            self.call("run", SMALL, *words, code=2)
        self.call("run", "missing.json", code=2)
        self.call("run", code=2)
        self.assertEqual(list(self.folder.iterdir()), [])

    def test_full_disk(self):
        """A limit on the size of files acts like a full disk. Nothing gets the final name."""
        limit = lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))
        _, err = self.call("run", SMALL, "-o", "r.h5", "--set", RECORDS, code=1, preexec_fn=limit)
        self.assertIn("the run failed", err)
        self.assertIn("r.h5", err)
        self.assertFalse(self.path("r.h5").exists())

    def test_full_disk_after_a_checkpoint(self):
        words = ["run", SMALL, "--set", RECORDS, "--quiet"]
        self.call(*words, "-o", "whole.h5")
        size = self.path("whole.h5").stat().st_size * 3 // 4
        limit = lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
        _, err = self.call(*words, "-o", "r.h5", "--checkpoint-every", 2, code=1, preexec_fn=limit)
        self.assertIn("--resume", err)
        self.assertFalse(self.path("r.h5").exists())
        self.call("run", "--resume", "r.h5.checkpoint", "--quiet")
        self.same_data("whole.h5", "r.h5")


class Signals(Case):
    def test_closed_pipe_does_not_end_a_run(self):
        process = self.start("run", SMALL, "-o", "r.h5", "--months", 24)
        process.stdout.close()
        process.stderr.close()
        self.assertNotEqual(process.wait(timeout=60), -signal.SIGPIPE)
        self.assertTrue(self.path("r.h5").exists())


if __name__ == "__main__":
    unittest.main()
