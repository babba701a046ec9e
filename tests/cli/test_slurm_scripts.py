"""The scripts that rongtong sweep --slurm writes, run here with stand-ins for sbatch and scontrol; tests/slurm/ submits them
to a real Slurm."""

import json
import os
import signal
import subprocess
import time
import unittest

from harness import PROGRAM, SMALL, Case, data_of

MAY_DIFFER = {"provenance/ended", "provenance/threads"}  # when each run ended, and on how many threads it ran

STAND_IN = """#!/bin/bash
echo "$(basename "$0") $*" >>"$CALLS"
case "$(basename "$0") $*" in
    *afterany*) echo 8 ;;
    sbatch*) echo "7;cluster" ;;
    "scontrol -o show"*) echo "JobId=9 JobState=$STATE Reason=None" ;;
esac
"""


class Scripts(Case):
    def setUp(self):
        super().setUp()
        tools = self.path("tools")
        tools.mkdir()
        for name in ("sbatch", "scontrol"):
            (tools / name).write_text(STAND_IN)
            (tools / name).chmod(0o755)
        self.environment = {**os.environ, "PATH": f"{tools}:{os.environ['PATH']}", "CALLS": str(self.path("calls")),
                            "STATE": "RUNNING"}
        self.path("calls").touch()

    def prepare(self, firms=600, months=6, *options):
        self.path("plan.json").write_text(json.dumps({"name": "study", "scenarios": {"small": SMALL}, "replicates": 3,
                                                      "changes": {"firms": firms, "months": months}}))
        self.call("sweep", "plan.json", "-o", "s s", "--slurm", "--slurm-shards", 2, *options)

    def task(self, **more):
        """A task of the array, begun as Slurm would."""
        words = {"SLURM_ARRAY_JOB_ID": "7", "SLURM_ARRAY_TASK_ID": "1", "SLURM_CPUS_PER_TASK": "1", **more}
        return subprocess.Popen(["bash", "slurm/array.sh"], cwd=self.path("s s"), env={**self.environment, **words},
                                stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)

    def task_at_work(self, **more):
        task = self.task(**more)
        while not self.path("s s/processes/1of2").exists() and task.poll() is None:
            time.sleep(0.1)
        time.sleep(3)
        return task

    def interrupted_task(self, **more):
        """Output of a task that is told to end when it has begun a long run."""
        task = self.task_at_work(**more)
        task.send_signal(signal.SIGTERM)
        out, _ = task.communicate(timeout=300)
        self.assertEqual(task.returncode, 143, out)
        return out

    def calls(self):
        return self.path("calls").read_text().splitlines()

    def test_options_are_in_the_script(self):
        self.prepare(600, 6, "--slurm-cpus", 3, "--slurm-time", "1-02:00:00", "--slurm-memory", "2G", "--slurm-max-tasks",
                     1, "--slurm-partition", "long", "--slurm-account", "abc", "--slurm-extra=--qos=x",
                     "--slurm-extra=--exclusive", "--slurm-signal-seconds", 300, "--jobs", 2)
        array = self.path("s s/slurm/array.sh").read_text()
        for line in ("--array=1-2%1", "--cpus-per-task=3", "--time=1-02:00:00", "--mem=2G", "--partition=long",
                     "--account=abc", "--qos=x", "--exclusive", "--signal=B:TERM@300", "--requeue", "--open-mode=append"):
            self.assertIn(f"\n#SBATCH {line}\n", array)
        self.assertIn(" --jobs 2 ", array)
        self.assertIn("\n#SBATCH --account=abc\n", self.path("s s/slurm/collect.sh").read_text())

    def test_all_that_is_wrong_is_said(self):
        self.path("plan.json").write_text(json.dumps({"scenarios": {"small": SMALL}}))
        _, err = self.call("sweep", "plan.json", "-o", "s", "--slurm", "--slurm-shards", 2, "--slurm-time", "soon",
                           "--slurm-memory", "much", "--slurm-account", "a\nb", "--slurm-extra=qos",
                           "--slurm-extra=--array=1-3", code=2)
        for words in ("only 1 run", "--slurm-time soon", "--slurm-memory much", "--slurm-account", "--slurm-extra qos",
                      "--array is the scripts' own"):
            self.assertIn(words, err)
        _, err = self.call("sweep", "plan.json", "-o", "s", "--slurm", "--slurm-time", 3, code=2)
        self.assertIn("too short", err)
        self.assertFalse(self.path("s").exists())
        self.call("sweep", "plan.json", "-o", "s", "--slurm-time", 10, code=2)
        self.call("sweep", "plan.json", "-o", "s", "--slurm", "--shard", "1/2", code=2)

    def test_options_of_the_scripts_in_other_spellings(self):
        self.path("plan.json").write_text(json.dumps({"scenarios": {"small": SMALL}}))
        for text in ("-a1-3", "-a", "-o log", "-Dx", "-c2", "-dafter:1", "-Ho log", "--arr=1-3", "--outp=x", "--sign=TERM"):
            with self.subTest(text):
                _, err = self.call("sweep", "plan.json", "-o", "s", "--slurm", f"--slurm-extra={text}", code=2)
                self.assertIn("is the scripts' own", err)
        fine = ("-pshort", "-qlong", "-H", "--mail-user=a@b", "-Jaod")
        self.call("sweep", "plan.json", "-o", "s", "--slurm", *(f"--slurm-extra={text}" for text in fine))

    def test_a_folder_that_exists(self):
        self.prepare()
        _, err = self.call("sweep", "plan.json", "-o", "s s", "--slurm", code=2)
        self.assertIn("exists already", err)
        self.call("sweep", "-o", "s s", "--slurm", "--slurm-shards", 3, "--resume")
        self.assertIn("--array=1-3\n", self.path("s s/slurm/array.sh").read_text())

    def test_submit(self):
        self.prepare()
        said = subprocess.run([self.path("s s/slurm/submit.sh"), "--qos=x"], cwd="/", env=self.environment, check=True,
                              stdout=subprocess.PIPE, text=True).stdout
        self.assertEqual(self.calls(), ["sbatch --parsable --qos=x slurm/array.sh",
                                        "sbatch --parsable --qos=x --dependency=afterany:7 slurm/collect.sh"])
        self.assertRegex(said, "job array: +7 ")
        self.assertRegex(said, "collecting job: 8 ")

    def test_tasks_and_collect(self):
        self.prepare()
        for number in "12":
            task = self.task(SLURM_ARRAY_TASK_ID=number)
            out, _ = task.communicate(timeout=300)
            self.assertEqual(task.returncode, 0, out)
        subprocess.run(["bash", "slurm/collect.sh"], cwd=self.path("s s"), check=True, stdout=subprocess.DEVNULL)
        self.call("sweep", "plan.json", "-o", "l")
        self.call("collect", "l", "-o", "l.h5")
        a, b = (data_of(self.path(name)) for name in ("s s.h5", "l.h5"))
        self.assertEqual({name for name in a.keys() | b.keys() if a.get(name) != b.get(name)} - MAY_DIFFER, set())
        self.assertEqual(self.calls(), [])  # nothing to requeue

    def test_interrupted_task_is_requeued(self):
        self.prepare(20000, 1200)
        out = self.interrupted_task()
        self.assertIn("not done yet; requeued", out)
        self.assertIn("scontrol requeue 7_1", self.calls())
        self.assertNotEqual(list(self.path("s s/checkpoints").iterdir()), [])

    def test_no_endless_requeues(self):
        self.prepare(20000, 1200, "--slurm-restarts", 4)
        self.assertIn("restarted 4 times", self.interrupted_task(SLURM_RESTART_COUNT="4"))
        slow = self.path("slow")  # a program that is asked to end before its first month is over
        slow.write_text("#!/bin/bash\ntrap 'kill $!; exit 143' TERM\necho '{\"months_computed\": 0}'\nsleep 60 & wait\n")
        slow.chmod(0o755)
        script = self.path("s s/slurm/array.sh")
        script.write_text(script.read_text().replace(f"program='{PROGRAM}'", f"program='{slow}'"))
        self.assertIn(f"program='{slow}'", script.read_text())
        self.assertIn("not one month", self.interrupted_task())
        self.assertNotIn("scontrol requeue 7_1", self.calls())

    def test_cancelled_task_is_not_requeued(self):
        self.prepare(100000, 1200)  # so large that a second signal comes before the month is over
        self.environment["STATE"] = "CANCELLED"
        task = self.task_at_work()
        time.sleep(5)  # until a month of so many firms is over, also on a busy machine
        children = subprocess.run(["pgrep", "-P", str(task.pid)], stdout=subprocess.PIPE, text=True).stdout.split()
        for pid in (task.pid, *map(int, children)):  # Slurm tells them all
            os.kill(pid, signal.SIGTERM)
        out, _ = task.communicate(timeout=300)
        self.assertEqual(task.returncode, 143, out)
        self.assertIn("cancelled", out)
        self.assertNotIn("scontrol requeue 7_1", self.calls())
        self.assertNotEqual(list(self.path("s s/checkpoints").iterdir()), [])


if __name__ == "__main__":
    unittest.main()
