"""Every run of a sweep is the run that `rongtong run` would have made, however the sweep is done."""

import io
import itertools
import json
import subprocess
import tempfile
import unittest
from pathlib import Path

from harness import PROGRAM, data_of
from sweep_harness import CAP, SweepCase, attributes, has, scenario, under_mpi

OUTPUT = {"groups": ["size"], "indicators": ["firms", "cash", "receivables", "bankruptcies", "employment", "output"], "accounts": False, "state_hash": "last", "events": True,
          "months": {"first": 2, "every": 3}, "network": {"every_months": 5},
          "panel": {"variables": ["workers", "cash"], "every_months": 4, "firms": 50}}
FLOOD = {"kind": "capacity_loss", "month": 5, "loss": 0.4, "recovery_months": 3, "target": {"regions": ["east"]}}
LATER = {"lever": "unified_market", "start_month": 9, "ramp_months": 2, "end_month": 12}
SCENARIOS = {"none": {}, "flood": {"shocks": {"flood": FLOOD}}, "cap": {"policies": {"cap": CAP}},
             # levers before and after "cap" in the order of labels, from its start and later
             "both": {"policies": {"cap": CAP, "aid": LATER}},
             "all": {"policies": {"cap": CAP, "later": LATER, "first": {**LATER, "start_month": 1}},
                     "shocks": {"flood": {**FLOOD, "month": 13}}},
             "other": {"policies": {"brake": CAP}}}
CHANGES = {"months": 14, "firms": 600}
STARTS, REPLICATES, FIRST = [3, 6], 2, 7
PLAN = {"name": "study", "scenarios": {label: scenario(**given) for label, given in SCENARIOS.items()},
        "changes": CHANGES, "replicates": {"first": FIRST, "count": REPLICATES},
        "parameters": {"start": {"pointer": "/policies/cap/start_month", "values": STARTS},
                       "luck": {"pointer": "/policies/cap/ramp_months", "values": [0, 4]}},
        "design": {"kind": "list", "points": [{"start": 3, "luck": 0}, {"start": 6, "luck": 4}]}, "keep": OUTPUT}


class Study(SweepCase):
    """The plan, swept once in the plainest way; tests add folders of their own beside it."""

    @classmethod
    def setUpClass(cls):
        cls.shared = tempfile.TemporaryDirectory(prefix="rongtong-")
        cls.addClassCleanup(cls.shared.cleanup)
        folder = Path(cls.shared.name)
        (folder / "plan.json").write_text(json.dumps(PLAN))
        subprocess.run([PROGRAM, "sweep", "plan.json", "-o", "one", "--jobs", "1", "--threads", "1", "--quiet"],
                       cwd=folder, check=True)

    def setUp(self):
        self.folder = Path(self.shared.name)

    def test_as_single_runs(self):
        found = self.members("one")
        self.assertEqual(sorted(found), list(range(len(SCENARIOS) * len(STARTS) * REPLICATES)))
        number = 0
        for label, given in SCENARIOS.items():
            for start, ramp in zip(STARTS, (0, 4)):
                for replicate in range(FIRST, FIRST + REPLICATES):
                    given = json.loads(json.dumps(given))
                    if "cap" in given.get("policies", {}):
                        given["policies"]["cap"].update(start_month=start, ramp_months=ramp)
                    self.plan({**scenario(**given), **CHANGES, "name": label, "output": OUTPUT}, "single.json")
                    self.call("run", "single.json", "--replicate", replicate, "-o", "single.h5", "--quiet", "--force")
                    self.check_run(number, found[number], self.path("single.h5").read_bytes())
                    number += 1

    def check_run(self, number, swept, single):
        a, b = data_of(io.BytesIO(swept)), data_of(io.BytesIO(single))
        self.assertEqual(a.keys(), b.keys())
        self.assertEqual([name for name in a if a[name] != b[name]], [], f"run {number}")
        a, b = attributes(swept), attributes(single)
        self.assertEqual(a["sweep_run"], number)
        for name in ("scenario_name", "seed", "replicate", "calibration_sha256", "program_version", "finished"):
            self.assertEqual(a[name], b[name], name)
        a, b = (json.loads(x["scenario"]) for x in (a, b))
        for parts, name in itertools.product((a, b), ("calibration", "title", "description")):  # words, not figures
            parts.pop(name, None)
        self.assertEqual(a, b)

    def test_the_last_month_has_a_hash(self):
        for run in self.data("one").values():
            hashes = memoryview(run["state_hash"][2]).cast("Q").tolist()
            self.assertEqual([h != 0 for h in hashes], [False] * 4 + [True])

    def test_any_number_of_jobs_and_threads(self):
        for words in (["--jobs", 1, "--threads", 3], ["--jobs", 2], ["--jobs", 3, "--threads", 2, "--pack", 5]):
            folder = "j" + "".join(map(str, words)).replace("-", "")
            self.sweep("plan.json", "-o", folder, *words)
            self.same_runs("one", folder)
            self.no_leftovers(folder)
        self.assertGreater(len(list(self.path("jjobs3threads2pack5").glob("packs/*.zip"))), 1)

    def test_shared_pasts_in_checkpoints(self):
        self.sweep("plan.json", "-o", "tight", "--past-memory", "0")
        self.same_runs("one", "tight")
        self.no_leftovers("tight")

    def test_shards(self):
        working = [self.start("sweep", "plan.json", "-o", "three", "--shard", f"{i}/3", "--jobs", 1) for i in (1, 2, 3)]
        for process in working:
            out, err = process.communicate(timeout=60)
            self.assertEqual(process.returncode, 0, out + err)
        self.same_runs("one", "three")
        self.same_collected("one", "three")
        self.no_leftovers("three")

    @unittest.skipUnless(has("mpirun"), "no mpirun")
    def test_mpi(self):
        done = subprocess.run(["mpirun", "-n", "3", "--oversubscribe", PROGRAM, "sweep", "plan.json", "-o", "mpi", "--jobs",
                               "1", "--json"], cwd=self.folder, env=under_mpi(), capture_output=True,
                              text=True, timeout=120, check=False)
        if "built without MPI" in done.stderr:
            self.skipTest("built without MPI")
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        told = json.loads(done.stdout)
        self.assertEqual((told["finished"], told["missing"], told["processes"]), (len(self.members("one")), 0, 3))
        self.same_runs("one", "mpi")
        self.same_collected("one", "mpi")
        self.no_leftovers("mpi")

    def test_what_is_there_is_not_done_again(self):
        self.sweep("plan.json", "-o", "again")
        before = self.members("again")
        out, _ = self.call("sweep", "plan.json", "-o", "again", "--resume", "--json")
        self.assertEqual(json.loads(out)["finished"], 0)
        next(self.path("again").glob("packs/*.zip")).unlink()
        self.sweep("-o", "again/", "--resume")  # the folder knows its plan
        self.same_runs("one", "again")
        self.assertEqual(self.members("again").keys(), before.keys())


if __name__ == "__main__":
    unittest.main()
