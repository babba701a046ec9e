"""rongtong sweep --slurm on a real Slurm: the scripts that it writes are submitted as a user would, and what comes out is
compared with the same plan run here without Slurm."""

import json
import os
import subprocess
import sys
import tempfile
import time
import unittest
import zipfile
from io import BytesIO
from pathlib import Path

import h5py

from cluster import Cluster, wait_for, why_not

SOURCE = Path(__file__).resolve().parents[2]
PROGRAM = os.environ.get("RONGTONG_PROGRAM", str(SOURCE / "build" / "release" / "rongtong"))
SMALL = str(SOURCE / "scenarios" / "small.json")
GENEROUS = 900  # seconds; the machine may be busy

QUICK = {  # 16 runs of which many share their past
    "scenarios": {"small": SMALL,
                  "cap": {"extends": SMALL, "policies": {"cap": {"lever": "payment_term_cap", "start_month": 12}}}},
    "replicates": 4,
    "parameters": {"speed": {"pointer": "/model/ordering/input_speed", "values": [0.2, 0.3]}},
    "design": {"kind": "grid"},
}
ONE_FAILS = {  # each value is good, but all three high ones together would let orders grow without bound
    "scenarios": {"small": SMALL},
    "changes": {"months": 24},
    "parameters": {name: {"pointer": f"/model/ordering/{name}", "low": low, "high": high}
                   for name, low, high in (("expectation_speed", 0.2, 0.7), ("finished_speed", 0.1, 0.6),
                                           ("input_speed", 0.1, 0.6))},
    "design": {"kind": "grid", "steps": 2},
}
LONG = {  # one run of more than a minute
    "scenarios": {"small": SMALL},
    "changes": {"firms": 100000, "months": 1100},
}
MAY_DIFFER = {"provenance/ended", "provenance/threads"}  # when each run ended, and on how many threads it ran


def contents(file):
    """{name: (type, shape, bytes)} of every data set of a results file."""
    found = {}

    def look(name, item):
        if isinstance(item, h5py.Dataset):
            values = item[...]
            raw = list(values.ravel()) if values.dtype == object else values.tobytes()
            found[name] = (str(item.dtype), item.shape, raw)

    with h5py.File(file, "r") as opened:
        opened.visititems(look)
    return found


def runs_of(folder):
    """{run's file name: its data} of a sweep, packed or not."""
    runs = {path.name: contents(path) for path in (folder / "runs").glob("run-*.h5")}
    for path in (folder / "packs").glob("*.zip"):
        with zipfile.ZipFile(path) as pack:
            runs.update({name: contents(BytesIO(pack.read(name))) for name in pack.namelist()})
    return runs


class OnSlurm(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.slurm = Cluster()
        cls.addClassCleanup(cls.slurm.stop)
        cls.slurm.start()

    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="rongtong slurm ")  # with blanks, as users have them
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    # --- calling -----------------------------------------------------------------------------------------------------

    def begin(self, *words):
        return subprocess.Popen([PROGRAM, *map(str, words)], cwd=self.folder, stdout=subprocess.PIPE,
                                stderr=subprocess.PIPE, text=True)

    def finish(self, process, code=0):
        out, err = process.communicate(timeout=GENEROUS)
        self.assertEqual(process.returncode, code, f"{process.args}\n{out}\n{err}")
        return out

    def plan(self, plan):
        (self.folder / "plan.json").write_text(json.dumps({"name": "study", **plan}))

    def submit(self, shards, *options):
        """Writes the scripts for DIR s and submits them; the ids of the array and of the collecting job."""
        self.finish(self.begin("sweep", "plan.json", "-o", "s", "--slurm", "--slurm-shards", shards, *options))
        self.shards = shards
        return self.submit_again()

    def submit_again(self):
        said = self.slurm.call(self.folder / "s" / "slurm" / "submit.sh", cwd="/")
        array, collect = (line.split()[2] for line in said.splitlines()[:2])
        return array, collect

    def wait(self, collect, state="COMPLETED"):
        wait_for("the collecting job ends", lambda: self.slurm.job(collect).get("JobState") not in
                 ("PENDING", "RUNNING", "COMPLETING", "CONFIGURING"), GENEROUS)
        self.assertEqual(self.slurm.job(collect)["JobState"], state, self.logs())

    def tasks(self, array):
        """[(state, exit code)] of the tasks."""
        jobs = [self.slurm.job(f"{array}_{task}") for task in range(1, self.shards + 1)]
        return [(job["JobState"], int(job["ExitCode"].split(":")[0])) for job in jobs]

    def log(self, array, task):
        return (self.folder / "s" / "slurm" / "logs" / f"array-{array}_{task}.log").read_text()

    def logs(self):
        return "".join(f"\n--- {path.name}\n{path.read_text()}"
                       for path in sorted((self.folder / "s" / "slurm" / "logs").iterdir()))

    # --- comparing ---------------------------------------------------------------------------------------------------

    def same_as_here(self, runs):
        """Runs and collected file of s, made by Slurm, against those of l, made here."""
        by_slurm, here = runs_of(self.folder / "s"), runs_of(self.folder / "l")
        self.assertEqual(len(here), runs)
        self.assertEqual([name for name in by_slurm.keys() | here.keys() if by_slurm.get(name) != here.get(name)], [])
        self.finish(self.begin("collect", "l", "-o", "l.h5"))
        by_slurm, here = contents(self.folder / "s.h5"), contents(self.folder / "l.h5")
        self.assertIn("output", here)
        self.assertEqual({name for name in by_slurm.keys() | here.keys() if by_slurm.get(name) != here.get(name)}
                         - MAY_DIFFER, set())

    # --- cases -------------------------------------------------------------------------------------------------------

    def test_array_gives_the_same_as_one_process(self):
        self.plan(QUICK)
        array, collect = self.submit(4, "--slurm-time", "10")
        here = self.begin("sweep", "plan.json", "-o", "l", "--jobs", "2")
        self.wait(collect)
        self.finish(here)
        self.assertEqual(self.tasks(array), [("COMPLETED", 0)] * 4, self.logs())
        self.same_as_here(16)

    def test_failed_run_is_reported_and_stops_nothing(self):
        self.plan(ONE_FAILS)
        array, collect = self.submit(4, "--slurm-time", "10")
        self.wait(collect)
        self.assertEqual(self.tasks(array), [("COMPLETED", 0)] * 3 + [("FAILED", 1)], self.logs())
        self.assertEqual(len(runs_of(self.folder / "s")), 7)
        failure = json.loads((self.folder / "s" / "failures" / "4of4.jsonl").read_text())
        self.assertEqual(failure["run"], 7)
        self.assertIn("without bound", failure["message"])
        self.assertIn("without bound", self.log(array, 4))
        self.assertIn("FAILED runs in this share", self.log(array, 4))
        self.assertIn("7 runs, 1 failed", self.logs())
        self.assertTrue((self.folder / "s.h5").exists())

    def test_time_limit_checkpoint_requeue(self):
        self.plan(LONG)
        array, collect = self.submit(1, "--slurm-time", "2", "--slurm-signal-seconds", "59")
        here = self.begin("sweep", "plan.json", "-o", "l", "--threads", "1", "--quiet")
        self.wait(collect)
        self.finish(here)
        log = self.log(array, 1)
        for words in ("asked to end; passed on", "not done yet; requeued", "restarts: 1", "with a checkpoint"):
            self.assertIn(words, log)
        self.assertEqual(self.tasks(array), [("COMPLETED", 0)], log)
        self.assertEqual(list((self.folder / "s" / "checkpoints").iterdir()), [])
        self.same_as_here(1)

    def test_cancelled_task_keeps_its_checkpoint_and_stays_away(self):
        self.plan(LONG)
        array, collect = self.submit(1, "--slurm-time", "10")
        task = f"{array}_1"
        wait_for("the task runs", lambda: self.slurm.job(task).get("JobState") == "RUNNING", GENEROUS)
        time.sleep(10)  # some months
        self.slurm.call("scancel", task)
        self.wait(collect, "FAILED")
        self.assertEqual(self.slurm.job(task)["JobState"], "CANCELLED", self.logs())
        self.assertIn("cancelled; submit.sh goes on", self.log(array, 1))
        self.assertEqual(len(list((self.folder / "s" / "checkpoints").iterdir())), 1)
        self.assertIn("no finished run to collect", self.logs())


if __name__ == "__main__":
    if reason := why_not():
        print(f"skipped: {reason}")
        sys.exit(0)
    unittest.main(verbosity=2)
