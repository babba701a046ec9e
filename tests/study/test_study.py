"""The workflow of scenarios/study gives what one sweep gives, and goes on after a failure. Needs Snakemake 7.

Under Slurm as well, by hand where sbatch works (TMPDIR: a folder that all nodes see):
    RONGTONG_STUDY_SLURM=1 /usr/bin/python3 tests/study/test_study.py Slurm
"""

import json
import os
import shutil
import subprocess
import sys
import unittest
from pathlib import Path

sys.dont_write_bytecode = True  # a test leaves nothing in the source tree
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "cli"))
from harness import PROGRAM, SMALL, SOURCE, Case, data_of, h5py, text  # noqa: E402

if shutil.which("snakemake") is None:
    print("skipped: no snakemake")
    sys.exit(77)

STUDY = SOURCE / "scenarios" / "study"
DIFFER = {"command_line", "created"}  # between two files of the same plan
CAP = {"extends": SMALL, "policies": {"cap": {"lever": "payment_term_cap", "start_month": 4,
                                              "parameters": {"cap_days": 60, "enforcement": 0.8}}}}
PLAN = {
    "name": "terms",
    "scenarios": {"baseline": SMALL, "cap": CAP},
    "changes": {"months": 12, "firms": 500},
    "replicates": 3,
    "parameters": {"enforcement": {"pointer": "/policies/cap/parameters/enforcement", "values": [0.4, 0.8]}},
    "design": {"kind": "grid"},
}


def plain(attributes):
    """Attributes but for references between data sets."""
    return {name: text(value) for name, value in attributes.items() if name not in ("DIMENSION_LIST", "REFERENCE_LIST")}


def meaning_of(path):
    """All values and attributes that don't say how and when the file was made."""
    values = {name: value for name, value in data_of(path).items() if not name.startswith("provenance/")}
    with h5py.File(path, "r") as file:
        attributes = {name: plain(file[name].attrs) for name in values}
        root = {name: value for name, value in plain(file.attrs).items() if name not in DIFFER}
    return values, attributes, root


class Study(Case):
    def setUp(self):
        super().setUp()
        self.path("plan.json").write_text(json.dumps(PLAN))

    def snakemake(self, *words, program=PROGRAM, plan="plan.json", code=0, **options):
        config = {"program": program, "plan": plan, "out": "out", "shards": 3, **options}
        answer = subprocess.run(["snakemake", "-s", STUDY / "Snakefile", "--directory", self.folder, *words, "--config",
                                 *(f"{key}={value}" for key, value in config.items())],
                                stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False, timeout=500)
        self.assertEqual(answer.returncode, code, answer.stdout)
        return answer.stdout

    def same_as_one_sweep(self):
        self.call("sweep", "plan.json", "-o", "one", "--jobs", "2", "--quiet")
        self.call("collect", "one", "-o", "one.h5", "--quiet")
        one, study = meaning_of(self.path("one.h5")), meaning_of(self.path("out/results.h5"))
        self.assertIn("output", one[0])
        for a, b in zip(one, study):
            self.assertEqual(a.keys(), b.keys())
            self.assertEqual([name for name in a if a[name] != b[name]], [])


class Local(Study):
    def test_gives_what_one_sweep_gives(self):
        self.assertIn("good (plan", self.snakemake("--cores", "2"))
        self.same_as_one_sweep()
        for point, enforcement in enumerate(("0.4", "0.8")):
            self.call("compare", "one.h5", "--point", str(point), "-o", "effects.json", "--force")
            self.assertEqual(self.path(f"out/effects/point-{point}.json").read_text(), self.path("effects.json").read_text())
            self.assertIn("cap against baseline", self.path(f"out/effects/point-{point}.txt").read_text())
            self.assertIn(f"{point},{enforcement}", self.path("out/effects/points.csv").read_text().split())
        self.assertIn("Nothing to be done", self.snakemake("--cores", "2"))

    def test_does_only_what_is_missing_after_a_failure(self):
        fails = self.path("fails")
        fails.write_text(f'#!/bin/sh\ncase "$*" in *"--shard 2/3"*) echo no luck; exit 1;; esac\nexec {PROGRAM} "$@"\n')
        fails.chmod(0o755)
        said = self.snakemake("--cores", "1", "--keep-going", program=fails, code=1)
        self.assertIn("no luck", said)
        self.assertEqual(self.done(), ["1of3.done", "3of3.done"])
        packs = {path.name: path.stat().st_mtime_ns for path in self.path("out/sweep/packs").iterdir()}
        self.assertEqual(sorted(name[:4] for name in packs), ["1of3", "3of3"])
        self.snakemake("--cores", "2", "--rerun-incomplete")
        self.assertEqual({name: self.path(f"out/sweep/packs/{name}").stat().st_mtime_ns for name in packs}, packs)
        self.same_as_one_sweep()

    def done(self):
        return sorted(path.name for path in self.path("out/shards").glob("*.done"))

    def test_begins_nothing_with_a_bad_plan(self):
        self.path("bad.json").write_text(json.dumps({**PLAN, "replicates": 0}))
        said = self.snakemake("--cores", "1", plan="bad.json", code=1)
        self.assertIn("bad.json:1:", said)
        self.assertFalse(self.path("out/sweep").exists())

    def test_a_plan_without_points_and_one_without_others(self):
        plan = {key: value for key, value in PLAN.items() if key not in ("parameters", "design")}
        self.path("plan.json").write_text(json.dumps(plan))
        self.snakemake("--cores", "2", shards=1)
        self.assertEqual(sorted(path.name for path in self.path("out/effects").glob("effects.*")), ["effects.json", "effects.txt"])
        self.path("alone.json").write_text(json.dumps({**plan, "scenarios": {"baseline": SMALL}}))
        self.snakemake("--cores", "2", plan="alone.json", out="alone", compare=False)
        self.assertTrue(self.path("alone/results.h5").exists())
        self.assertFalse(self.path("alone/effects").exists())


@unittest.skipUnless(os.environ.get("RONGTONG_STUDY_SLURM"), "by hand, with RONGTONG_STUDY_SLURM=1")
class Slurm(Study):
    def test_gives_what_one_sweep_gives(self):
        said = self.snakemake("--profile", STUDY / "slurm", minutes=5)
        self.assertEqual(said.count("with external jobid"), 5, said)  # three shards, collect, compare
        self.same_as_one_sweep()


if __name__ == "__main__":
    unittest.main()
