"""A sweep that is stopped, fails in part, or is asked for what can't be: nothing finished is lost, nothing is mixed."""

import fcntl
import json
import os
import shutil
import signal
import subprocess
import time
import unittest

from harness import PROGRAM
from sweep_harness import CAP, SweepCase, has, many, scenario, under_mpi

TINY = {"name": "tiny", "scenarios": {"none": scenario()}, "changes": {"months": 4, "firms": 500}, "replicates": 4}


class Stopped(SweepCase):
    def stopped(self, number, code, folder, *words):
        """Checkpoints of a sweep that was stopped. Where no run has a month yet there are none: then once more, later."""
        for attempt in range(10):
            returned, said = self.stop_in_the_middle(number, "plan.json", "-o", folder, *words, delay=0.02 * 1.5**attempt)
            self.assertEqual(returned, code, said)
            self.assertIn("--resume", said)
            self.assertTrue(0 < len(self.members(folder)) < 12)
            stored = sorted(self.path(folder).glob("checkpoints/*.checkpoint"))
            if stored:
                return stored
            shutil.rmtree(self.path(folder))
        return self.fail("there is never a checkpoint")

    def test_sigterm_and_sigint(self):
        self.plan(many(12, months=60, firms=1500))
        self.sweep("plan.json", "-o", "whole")
        for number, code, jobs in ((signal.SIGTERM, 143, 1), (signal.SIGINT, 130, 2)):
            folder = f"s{code}"
            self.stopped(number, code, folder, "--jobs", jobs)
            finished = self.members(folder)
            out, _ = self.call("sweep", "-o", folder, "--resume", "--json")
            self.assertEqual(json.loads(out)["finished"], 12 - len(finished))
            self.assertEqual({k: v for k, v in self.members(folder).items() if k in finished}, finished)
            self.same_runs("whole", folder)
            self.no_leftovers(folder)

    def test_a_damaged_checkpoint_costs_time_only(self):
        self.plan(many(12, months=60, firms=1500))
        self.sweep("plan.json", "-o", "whole")
        for k, file in enumerate(self.stopped(signal.SIGTERM, 143, "s", "--jobs", 1)):
            raw = bytearray(file.read_bytes())
            raw[len(raw) // (k + 2)] ^= 1
            file.write_bytes(raw)
        self.sweep("-o", "s", "--resume")
        self.same_runs("whole", "s")

    def test_a_folder_that_is_moved_away(self):
        self.plan(many(40))
        process = self.start("sweep", "plan.json", "-o", "s", "--jobs", 1)
        while len(list(self.path("s").glob("runs/*.h5"))) < 3:
            self.assertIsNone(process.poll())
            time.sleep(0.001)
        self.path("s").rename(self.path("moved"))
        out, err = process.communicate(timeout=60)
        self.assertEqual(process.returncode, 1, out + err)
        self.assertIn("Finished runs are kept", err)
        self.assertGreaterEqual(len(self.members("moved")), 3)
        self.sweep("plan.json", "-o", "moved", "--resume")
        self.assertEqual(len(self.members("moved")), 40)

    @unittest.skipUnless(os.geteuid() == 0, "only root can make a small file system")
    def test_disk_full(self):
        disk = self.path("disk")
        disk.mkdir()
        if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(disk)], check=False).returncode:
            self.skipTest("no file system can be mounted here")
        self.addCleanup(subprocess.run, ["umount", str(disk)], check=True)
        self.plan(many(60))
        _, err = self.call("sweep", "plan.json", "-o", "disk/s", "--quiet", "--jobs", 2, "--pack", 20, "--yes", code=1)
        self.assertIn("--resume", err)
        finished = self.members("disk/s")
        self.assertTrue(0 < len(finished) < 60)
        subprocess.run(["mount", "-o", "remount,size=60m", str(disk)], check=True)
        self.sweep("-o", "disk/s", "--resume")
        after = self.members("disk/s")
        self.assertEqual(sorted(after), list(range(60)))
        self.assertEqual({k: after[k] for k in finished}, finished)
        self.no_leftovers("disk/s")


class Failed(SweepCase):
    # a policy that begins after the end of a short run
    value = {"name": "fail", "scenarios": {"cap": scenario(policies={"cap": {**CAP, "start_month": 2}})},
             "changes": {"firms": 500}, "replicates": 2, "design": {"kind": "grid"},
             "parameters": {"months": {"pointer": "/months", "values": [8, 4]},
                            "start": {"pointer": "/policies/cap/start_month", "values": [3, 6]}}}

    def test_is_recorded_and_the_rest_goes_on(self):
        self.plan(self.value)
        out, err = self.call("sweep", "plan.json", "-o", "s", "--json", code=1)
        told = json.loads(out)
        self.assertEqual((told["finished"], told["failed"], told["missing"]), (6, 2, 0))
        self.assertIn("after the end of the run", err)
        self.assertEqual(sorted(self.members()), [0, 1, 2, 3, 4, 5])
        told = "".join(file.read_text() for file in self.path("s").glob("failures/*"))
        lines = [json.loads(line) for line in told.splitlines()]
        self.assertEqual(sorted(line["run"] for line in lines), [6, 7])
        self.assertTrue(all(line["scenario"] == "cap" and line["point"] == 3 for line in lines))
        before = self.members()
        out, _ = self.call("sweep", "-o", "s", "--resume", "--json", code=1)
        told = json.loads(out)
        self.assertEqual((told["finished"], told["failed"]), (0, 2))
        self.assertEqual(self.members(), before)


class Refused(SweepCase):
    def setUp(self):
        super().setUp()
        self.plan(TINY)
        self.sweep("plan.json", "-o", "s")

    def refused(self, *words, said):
        before = {p: p.read_bytes() for p in self.path("s").rglob("*") if p.is_file()}
        _, err = self.call("sweep", *words, code=2)
        self.assertIn(said, err)
        self.assertEqual({p: p.read_bytes() for p in self.path("s").rglob("*") if p.is_file()}, before)

    def test_without_resume(self):
        self.refused("plan.json", "-o", "s", said="--resume")
        self.refused("plan.json", "-o", "s/", said="--resume")
        self.path("mine").mkdir()
        self.path("mine/notes").write_text("mine")
        self.refused("plan.json", "-o", "mine", said="is no folder of a sweep")
        self.assertEqual(os.listdir(self.path("mine")), ["notes"])
        self.refused("plan.json", "-o", ".", said="is no folder of a sweep")
        self.refused("plan.json", said="-o DIR")
        self.refused("-o", "s", said="plan file")
        self.refused("-o", "none", "--resume", said="is no folder of a sweep")

    def test_another_plan(self):
        changed = json.loads(json.dumps(TINY))
        changed["replicates"] = 5
        changed["scenarios"]["none"]["firms"] = 600
        changed["changes"]["months"] = 5
        self.plan(changed, "other.json")
        for place in ("/replicates", "/scenarios/none/months", "of another plan"):
            self.refused("other.json", "-o", "s", "--resume", said=place)

    def test_another_program(self):
        file = self.path("s/sweep.json")
        value = json.loads(file.read_text())
        for key in ("git_commit", "program_version", "compiler"):
            file.write_text(json.dumps({**value, key: "other"}))
            self.refused("plan.json", "-o", "s", "--resume", said=key)
            self.call("collect", "s", "-o", "c.h5", "--force")  # reading is another matter
        file.write_text(json.dumps({**value, "format_version": 99}))
        self.refused("plan.json", "-o", "s", "--resume", said="another version")
        file.write_text("{")
        self.refused("plan.json", "-o", "s", "--resume", said="can't be read")

    def test_a_folder_that_was_changed(self):
        file = self.path("s/plan.json")
        kept = file.read_text()
        file.write_text(kept.replace('"months": 4', '"months": 5'))
        self.refused("-o", "s", "--resume", said="plan.json was changed")
        file.write_text(kept)
        figures = next(self.path("s/calibration").glob("*/nation.json"))
        figures.write_text(figures.read_text() + "\n")
        for words in (["plan.json"], []):
            self.refused(*words, "-o", "s", "--resume", said="was changed")

    def test_shares(self):
        for share in ("", "1", "0/2", "3/2", "-1/2", "1/2/3", "1/2x", "a/b", "1/0", "1/ 2 ", "1.5/2"):
            if share:
                self.refused("plan.json", "-o", "t", "--shard", share, said="--shard")
        self.sweep("plan.json", "-o", "t", "--shard", "1/2")
        _, err = self.call("sweep", "plan.json", "-o", "t", "--shard", "1/2", code=2)
        self.assertIn("begun before", err)
        self.assertEqual(sorted(self.members("t")), [0, 1])

    def test_two_processes_on_one_share(self):
        with self.path("s/processes/1of1").open() as file:  # as another process that is at work holds it
            fcntl.flock(file, fcntl.LOCK_EX)
            self.refused("plan.json", "-o", "s", "--resume", said="another process is at work")

    def test_a_folder_that_can_not_be_made(self):
        self.path("file").write_text("mine")
        for name in ("file", "file/s"):
            _, err = self.call("sweep", "plan.json", "-o", name, code=2)
            self.assertNotIn(".part", err)
        self.call("sweep", "plan.json", "-o", "new/s/", "--quiet")
        self.assertEqual(sorted(self.members("new/s")), [0, 1, 2, 3])
        self.path("empty").mkdir()
        self.sweep("plan.json", "-o", "empty")
        self.assertEqual([p.name for p in self.folder.iterdir() if ".part" in p.name], [])


class Shares(SweepCase):
    def test_one_that_begins_later_leaves_the_others_runs_alone(self):
        self.plan(many(40))
        first = self.start("sweep", "plan.json", "-o", "s", "--shard", "1/2", "--jobs", 1, "--pack", 1000)
        while len(list(self.path("s").glob("runs/*.h5"))) < 3:
            self.assertIsNone(first.poll())
            time.sleep(0.001)
        self.sweep("plan.json", "-o", "s", "--shard", "2/2", "--jobs", 1, "--pack", 3)
        out, err = first.communicate(timeout=60)
        self.assertEqual(first.returncode, 0, out + err)
        self.assertEqual(sorted(self.members()), list(range(40)))
        self.no_leftovers()

    @unittest.skipUnless(has("mpirun"), "no mpirun")
    def test_a_rank_that_can_not_write_ends_all(self):
        self.plan(many(200))
        process = subprocess.Popen(["mpirun", "-n", "3", "--oversubscribe", PROGRAM, "sweep", "plan.json", "-o", "s", "--jobs",
                                    "1", "--pack", "10"], cwd=self.folder, env=under_mpi(),
                                   stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        while not list(self.path("s").glob("packs/*.zip")):
            self.assertIsNone(process.poll())
            time.sleep(0.001)
        self.path("s/packs").rename(self.path("s/kept"))
        self.path("s/packs").write_text("in the way")
        try:
            out, err = process.communicate(timeout=30)
        except subprocess.TimeoutExpired:
            process.kill()
            self.fail("the ranks wait for each other")
        self.assertEqual(process.returncode, 1, out + err)
        self.path("s/packs").unlink()
        self.path("s/kept").rename(self.path("s/packs"))
        self.sweep("-o", "s", "--resume")
        self.assertEqual(sorted(self.members()), list(range(200)))


if __name__ == "__main__":
    unittest.main()
