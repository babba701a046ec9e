"""What is asked for and will not come is said; what can't be meant is refused."""

import json
import os
import resource
import signal
import subprocess
import unittest

import h5py

from harness import CAP, PROGRAM, SMALL, Case, text


class Notes(Case):
    def write(self, name, **changes):
        scenario = {"extends": SMALL, "firms": 500, "months": 6, **changes}
        self.path(name).write_text(json.dumps(scenario))
        return name

    def notes(self, **changes):
        self.write("s.json", **changes)
        notes = json.loads(self.call("check", "s.json", "--json")[0])[0]["notes"]
        err = self.call("run", "s.json", "-o", "s.h5", "--force", "--quiet")[1]
        for note in notes:
            self.assertIn(note, err)
        with h5py.File(self.path("s.h5")) as file:
            kept = json.loads(text(file.attrs["notes"]))
        self.assertEqual(kept[:len(notes)], notes)
        return kept

    def test_a_good_scenario_has_none(self):
        self.assertEqual(self.notes(policies={"cap": {"lever": "payment_term_cap"}}), [])

    def test_certain_from_the_start(self):
        cap = {"lever": "payment_term_cap"}
        for expected, changes in {
            "/policies/cap reaches nobody: no sector of its target has firms":
                {"policies": {"cap": {**cap, "target": {"sectors": ["s01", "s45"]}}}},
            "/shocks/flood reaches nobody: no sector of its target has firms":
                {"shocks": {"flood": {"kind": "capacity_loss", "month": 2, "target": {"sectors": ["s42"]}}}},
            "/policies/market does nothing: its target has no two regions with a border between them":
                {"policies": {"market": {"lever": "unified_market", "target": {"regions": ["east"]}}}},
            "/policies/cap reaches 50 % of full strength at most: its ramp takes 4 months, and it acts in 2":
                {"policies": {"cap": {**cap, "start_month": 2, "end_month": 4, "ramp_months": 4}}},
            "/policies/cap does nothing: its yearly_budget_cap of 0 pays for nothing; leave it out for no cap":
                {"policies": {"cap": {**cap, "yearly_budget_cap": 0}}},
            "/policies/info does nothing: credit_information_sharing acts through what /model/credit/switch switches off":
                {"policies": {"info": {"lever": "credit_information_sharing"}}, "model": {"credit": {"switch": 0}}},
            "/output/panel stays empty: it is recorded every 7 months, and the run has 6 (\"last_month\": true records "
            "the last month as well)": {"output": {"panel": {"variables": ["cash"], "every_months": 7}}},
            "/output/network stays empty: it is recorded every 12 months, and the run has 6 (\"last_month\": true "
            "records the last month as well)": {"output": {"network": {}}},
        }.items():
            self.assertEqual(self.notes(**changes), [expected])

    def test_nobody_in_its_own_time(self):
        target = {"sectors": ["s41"], "size": ["large"]}  # none is large at 500 firms
        self.assertEqual(self.notes(policies={"cap": {"lever": "payment_term_cap", "start_month": 2, "end_month": 4,
                                                      "target": target}},
                                    shocks={"flood": {"kind": "capacity_loss", "month": 3, "target": target}}),
                         ["/policies/cap reached no firm in any of its 2 months",
                          "/shocks/flood reached no firm: there was none in its target in month 3"])

    def test_firms_in_the_target_are_of_the_policys_own_time(self):
        self.write("s.json", policies={"cap": {"lever": "payment_term_cap", "start_month": 2, "end_month": 4}})
        out = self.call("run", "s.json", "-o", "s.h5", "--json", "--quiet")[0]
        lever = json.loads(out)["levers"][0]
        self.assertEqual(lever["months"], 2)
        self.assertGreater(lever["firms_reached_mean"], 400)
        self.assertGreater(lever["firms_reached_last_month"], 400)

    def test_panel_of_firms_that_are_not_there(self):
        panel = {"variables": ["cash"], "firms": [0, 3, 500, 501, 999999]}
        kept = self.notes(output={"panel": panel})
        self.assertEqual(kept[0], "/output/panel/firms: at the start there is no firm 0, 501, 999999; ids are 1 to 500, "
                                  "and those that enter later have larger ones")
        self.assertIn("the panel has no record of firm 0, ", kept[1])
        self.assertIn("999999, which it asks for", kept[1])

    def test_last_month(self):
        self.write("s.json", output={"panel": {"variables": ["cash"], "every_months": 4, "last_month": True,
                                               "firms": 20}, "network": {"last_month": True}})
        self.call("run", "s.json", "-o", "s.h5", "--quiet")
        with h5py.File(self.path("s.h5")) as file:
            self.assertEqual(sorted(set(file["panel/month"][...])), [4, 6])
            self.assertEqual(sorted(set(file["network/month"][...])), [6])

    def test_a_plan_says_what_it_drops(self):
        self.write("s.json", output={"events": True})
        self.path("plan.json").write_text(json.dumps({"scenarios": {"a": "s.json", "b": SMALL}, "replicates": 1}))
        out = self.call("check", "plan.json")[0]
        self.assertIn("scenario a: its \"output\" is left out: in a sweep the plan's \"keep\" says what is written", out)


class TwoLaws(Case):
    def check(self, code, a, b):
        self.path("s.json").write_text(json.dumps({"extends": SMALL, "policies": {"a": a, "b": b}}))
        return "".join(self.call("check", "s.json", code=code))

    def test_refused_or_combined(self):
        cap = {"lever": "payment_term_cap"}
        self.assertIn("s.json:1:", self.check(2, cap, cap))
        self.assertIn('the lever "payment_term_cap" is at work in /policies/a as well', self.check(2, cap, cap))
        self.check(0, {**cap, "target": {"size": ["large"]}}, {**cap, "target": {"size": ["micro", "small"]}})
        self.check(0, {**cap, "end_month": 12}, {**cap, "start_month": 12})
        self.check(2, {"lever": "guidance_fund"}, {"lever": "guidance_fund", "target": {"size": ["large"]}})
        self.check(0, {"lever": "unified_market"}, {"lever": "unified_market"})

    def test_described(self):
        out = self.call("describe", "levers", "payment_term_cap")[0]
        self.assertIn("a buyer is under one cap at a time", out)


class CommandLine(Case):
    def test_empty_values(self):
        for words in (["run", CAP, "--seed", ""], ["run", CAP, "--months="], ["run", CAP, "--replicate", ""],
                      ["run", CAP, "-o", ""], ["run", "--resume", ""], ["run", "--from="], ["run", CAP, "--branch-from", ""],
                      ["compare", "a", "--base", ""], ["sweep", "p.json", "-o", "d", "--shard", ""], ["describe", ""],
                      ["run", ""], ["check", ""]):
            err = self.call(*words, code=2)[1]
            self.assertIn("empty" if words[-1] == "" else "has no value", err, words)
        self.assertEqual(list(self.folder.iterdir()), [])

    def test_numbers_beyond_64_bits_are_shown_as_they_are(self):
        huge = "99999999999999999999"
        for option in ("--seed", "--months", "--replicate"):
            self.assertIn(huge, self.call("run", CAP, option, huge, code=2)[1])
        self.assertIn(f"/seed: {huge} is out of range", self.call("run", CAP, "--set", f"/seed={huge}", code=2)[1])
        self.path("s.json").write_text('{\n  "extends": "%s",\n  "months": 123456789012345678901234567890}' % SMALL)
        self.assertIn("s.json:3:13: /months: 123456789012345678901234567890 is out of range",
                      self.call("check", "s.json", code=2)[1])

    def test_lost_output(self):
        for words in (["describe", "levers"], ["--help"], ["check", SMALL], ["schema"], ["--version"]):
            with open("/dev/full", "w") as full:
                done = subprocess.run([PROGRAM, *words], stdout=full, stderr=subprocess.PIPE, text=True)
            self.assertEqual(done.returncode, 1, words)
            self.assertIn("could not be written", done.stderr)
        closed = subprocess.run(f'"{PROGRAM}" describe levers >&-', shell=True, stderr=subprocess.PIPE, text=True)
        self.assertEqual(closed.returncode, 1)

    def test_a_run_whose_summary_is_lost(self):
        with open("/dev/full", "w") as full:
            done = subprocess.run([PROGRAM, "run", SMALL, "-o", "r.h5", "--months", "2", "--set", "/firms=500"],
                                  cwd=self.folder, stdout=full, stderr=subprocess.PIPE, text=True)
        self.assertEqual(done.returncode, 1)
        self.assertTrue(self.path("r.h5").exists())

    def test_export_on_a_full_disk(self):
        self.call("run", SMALL, "-o", "r.h5", "--months", 12, "--set", "/firms=500", "--set", "/output/events=true",
                  "--set", '/output/panel={"variables":["cash"],"firms":100}', "--set", '/output/network={"every_months":6}',
                  "--quiet")
        small = lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (8192, 8192))
        err = self.call("export", "r.h5", "--to", "csv", "-o", "tables", code=1, preexec_fn=small)[1]
        self.assertIn("can't be written", err)
        self.assertFalse(self.path("tables").exists())
        self.call("export", "r.h5", "--to", "graphml", "-o", "n.graphml", code=1, preexec_fn=small)
        self.assertEqual(sorted(p.name for p in self.folder.iterdir()), ["r.h5"])


class Hangup(Case):
    def test_as_sigterm(self):
        run = self.start("run", SMALL, "-o", "r.h5", "--months", 1200, "--set", "/firms=2000", "--quiet")
        while not self.path("r.h5.part").exists():
            pass
        run.send_signal(signal.SIGHUP)
        _, err = run.communicate(timeout=120)
        self.assertEqual(run.returncode, 143, err)
        self.assertTrue(self.path("r.h5.checkpoint").exists())

    def test_not_under_nohup(self):
        ignore = lambda: signal.signal(signal.SIGHUP, signal.SIG_IGN)
        run = self.start("run", SMALL, "-o", "r.h5", "--months", 24, "--set", "/firms=500", "--quiet", preexec_fn=ignore)
        run.send_signal(signal.SIGHUP)
        run.communicate(timeout=120)
        self.assertEqual(run.returncode, 0)


if __name__ == "__main__":
    unittest.main()
