"""How runs end when they are not let: a terminal that is closed, a process that is killed, output that nobody takes."""

import json
import os
import resource
import signal
import subprocess
import time
import unittest

from harness import PROGRAM, SMALL, Case


class Hangup(Case):
    def run_until_it_writes(self, months, **options):
        run = self.start("run", SMALL, "-o", "r.h5", "--months", months, "--set", "/firms=1000", "--quiet", **options)
        while not self.path("r.h5.part").exists():
            time.sleep(0.01)
        run.send_signal(signal.SIGHUP)
        _, err = run.communicate(timeout=300)
        return run.returncode, err

    def test_as_sigterm(self):
        code, err = self.run_until_it_writes(1200)
        self.assertEqual(code, 143, err)
        self.assertTrue(self.path("r.h5.checkpoint").exists())

    def test_not_under_nohup(self):
        code, err = self.run_until_it_writes(12, preexec_fn=lambda: signal.signal(signal.SIGHUP, signal.SIG_IGN))
        self.assertEqual(code, 0, err)


class Leftovers(Case):
    def begun(self):
        """What a killed run, a stranger, and a run that goes on had begun to write."""
        files = [self.path("r.h5.checkpoint.tmp-" + end) for end in ("999999999-3", "mine", f"{os.getpid()}-0")]
        for file in files:
            file.write_bytes(b"x")
        return files

    def check(self, *words):
        stale, other, alive = self.begun()
        self.call("run", *words, "--quiet")
        self.assertFalse(stale.exists())
        self.assertTrue(other.exists() and alive.exists())

    def test_parts_of_killed_runs_go_with_the_next(self):
        self.check(SMALL, "-o", "r.h5", "--months", 2, "--set", "/firms=500")

    def test_and_when_one_goes_on(self):
        run = self.start("run", SMALL, "-o", "r.h5", "--months", 1200, "--set", "/firms=500", "--quiet")
        while not self.path("r.h5.part").exists():
            time.sleep(0.01)
        run.send_signal(signal.SIGTERM)
        run.communicate(timeout=300)
        self.check("--resume", "r.h5.checkpoint", "--months", 400)


class LostOutput(Case):
    def into(self, where, *words):
        with open(where, "w") as out:
            return subprocess.run([PROGRAM, *words], cwd=self.folder, stdout=out, stderr=subprocess.PIPE, text=True)

    def test_what_is_printed_on_a_full_disk(self):
        for words in (["describe", "levers"], ["--help"], ["run", "--help"], ["check", SMALL], ["schema"], ["--version"]):
            done = self.into("/dev/full", *words)
            self.assertEqual(done.returncode, 1, words)
            self.assertIn("could not be written", done.stderr)

    def test_a_closed_output(self):
        closed = subprocess.run(f'"{PROGRAM}" describe levers >&-', shell=True, stderr=subprocess.PIPE, text=True)
        self.assertEqual(closed.returncode, 1)
        self.call("run", SMALL, "-o", "r.h5", "--months", 1, "--set", "/firms=500", "--quiet")
        done = subprocess.run(f'"{PROGRAM}" export r.h5 --to csv -o written-here >&- 2>&-', shell=True, cwd=self.folder)
        self.assertEqual(done.returncode, 1)
        self.assertFalse([path for path in self.path("written-here").iterdir() if "r.h5" in path.read_text() or "written-here/" in path.read_text()])

    def test_a_run_whose_summary_is_lost(self):
        done = self.into("/dev/full", "run", SMALL, "-o", "r.h5", "--months", "2", "--set", "/firms=500")
        self.assertEqual(done.returncode, 1)
        self.assertTrue(self.path("r.h5").exists())


class FullDisk(Case):
    def test_export_leaves_no_half_set(self):
        self.call("run", SMALL, "-o", "r.h5", "--months", 12, "--set", "/firms=500", "--set", "/output/events=true",
                  "--set", '/output/network={"every_months":6}', "--quiet")
        small = lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (8192, 8192))
        err = self.call("export", "r.h5", "--to", "csv", "-o", "tables", code=1, preexec_fn=small)[1]
        self.assertIn("can't be written", err)
        self.assertFalse(self.path("tables").exists())
        self.call("export", "r.h5", "--to", "graphml", "-o", "n.graphml", code=1, preexec_fn=small)
        self.assertEqual(sorted(p.name for p in self.folder.iterdir()), ["r.h5"])

    def test_a_start_leaves_no_empty_folder(self):
        records = '/output={"panel":{"variables":["sector","region","workers","revenue"],"firms":"all"},"network":{"every_months":2}}'
        few = ("--set", "/firms=600")
        self.call("run", SMALL, *few, "--months", 2, "--set", records, "-o", "r.h5", "--quiet")
        small = lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (8192, 8192))
        before = sorted(p.name for p in self.folder.iterdir())
        for words in ((SMALL, *few), ("r.h5",)):
            self.call("export", *words, "--to", "start", "-o", "new/tables", code=1, preexec_fn=small)
            self.assertEqual(sorted(p.name for p in self.folder.iterdir()), before, words)

    def test_rerun_leaves_no_part_of_a_file(self):
        self.call("run", SMALL, "--set", "/firms=600", "--months", 2, "-o", "r.h5", "--quiet")
        self.call("bundle", "r.h5", "-o", "b.zip", "--quiet")
        before = sorted(p.name for p in self.folder.iterdir())
        small = lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
        self.call("rerun", "b.zip", "-o", "again", code=1, preexec_fn=small)
        self.assertEqual(sorted(p.name for p in self.folder.iterdir()), before)
        self.path("bad.zip").write_bytes(self.path("b.zip").read_bytes()[:1000])
        self.call("rerun", "bad.zip", "-o", "again", code=2)
        self.assertFalse(self.path("again").exists())
        self.call("rerun", "b.zip", "-o", "r.h5", code=2)  # a file is there

    def test_no_command_leaves_half_a_file(self):
        target = {"lever": "unified_market", "target": {"size": ["large"]}}  # what earlier versions took
        self.path("old.json").write_text(json.dumps({"extends": SMALL, "policies": {"m": target}, "description": "x" * 20000}))
        self.path("plan.json").write_text(json.dumps(
            {"scenarios": {"a": {"extends": SMALL, "firms": 500, "months": 2}}, "replicates": 2}))
        self.call("sweep", "plan.json", "-o", "s", "--quiet")
        small = lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (8192, 8192))
        before = sorted(p.name for p in self.folder.iterdir())
        for words in (("convert", "old.json", "-o", "new.json"), ("collect", "s", "-o", "c.h5", "--quiet"),
                      ("report", "s", "-o", "r.html"), ("bundle", "s", "-o", "b.zip")):
            self.call(*words, code=1, preexec_fn=small)
            self.assertEqual(sorted(p.name for p in self.folder.iterdir()), before, words)


if __name__ == "__main__":
    unittest.main()
