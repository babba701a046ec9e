"""How files are named and told apart: by name, on standard input, results and checkpoints in the wrong place; the folder of runs."""

import json
import os
import shutil
import subprocess
import unittest

import h5py

from harness import PROGRAM, SCENARIOS, SMALL, Case, text

SHORT = ["--months", 3, "--set", "/firms=500", "--quiet"]


class Names(Case):
    def test_scenarios_and_calibrations_by_name(self):
        self.call("check", "baseline")
        self.call("run", "small", *SHORT, "-o", "r.h5")
        self.path("mine.json").write_text('{"extends": "small.json", "calibration": "china", "months": 2}')
        out, _ = self.call("check", "mine.json")
        self.assertIn("1 000 firms, 2 months", out)
        self.path("small.json").write_text('{"calibration": "china", "months": 7}')  # what lies here comes first
        self.assertIn("7 months", self.call("check", "small.json")[0])
        _, err = self.call("run", "baselin", code=2)
        self.assertIn('did you mean "baseline"', err)

    def test_an_installed_program_finds_them_wherever_it_lies(self):
        place = self.path("usr")
        (place / "bin").mkdir(parents=True)
        shutil.copytree(SCENARIOS, place / "share/rongtong/scenarios",
                        ignore=shutil.ignore_patterns("*.cpp", "*.hpp", "designs", "study"))
        shutil.copy(PROGRAM, place / "bin/rongtong")
        os.symlink(place / "bin/rongtong", self.path("link"))
        answer = subprocess.run([self.path("link"), "run", "small", *map(str, SHORT), "--json", "-o", "r.h5"], cwd=self.folder,
                                capture_output=True, text=True, check=False)
        self.assertEqual(answer.returncode, 0, answer.stderr)
        self.assertTrue(self.path("r.h5").exists())

    def test_a_folder_of_ones_own(self):
        self.path("own").mkdir()
        self.path("own/mine.json").write_text(json.dumps({"calibration": str(SCENARIOS / "calibration/china"), "months": 5}))
        out, _ = self.call("check", "mine", env={**os.environ, "RONGTONG_SCENARIOS": str(self.path("own"))})
        self.assertIn("5 months", out)

    def test_standard_input(self):
        scenario = '{"extends": "small.json", "months": 3, "firms": 500, "name": "piped", "title": "one text"}'
        def pipe(*words, text=scenario):
            return subprocess.run([PROGRAM, *words], cwd=self.folder, input=text, capture_output=True, text=True, check=False)
        self.assertIn('scenario "piped"', pipe("check", "-").stdout)
        self.assertEqual(pipe("run", "-", "-o", "r.h5", "--quiet").returncode, 0)
        self.assertTrue(self.path("r.h5").exists())
        plan = '{"scenarios": {"a": {"extends": "small.json"}}, "replicates": 2}'
        self.assertIn("2 runs", pipe("check", "-", text=plan).stdout)
        wrong = pipe("check", "-", text='{"calibration": "china", "month": 3}')
        self.assertEqual(wrong.returncode, 2)
        self.assertIn("-:1:26: /month", wrong.stderr)

    def test_a_title_is_one_text_or_one_for_each_language(self):
        both = {"en": "Calm sea", "zh": "平静"}
        for title, in_results in (("Calm sea", "Calm sea"), (both, "Calm sea")):
            scenario = {"calibration": "china", "name": "calm", "title": title, "description": title, "months": 2, "firms": 500}
            self.path("s.json").write_text(json.dumps(scenario))
            self.call("run", "s.json", "-o", "r.h5", "--quiet", "--force")
            with h5py.File(self.path("r.h5")) as file:
                self.assertEqual(text(file.attrs["title"]), in_results)
            plan = {"title": title, "description": title, "replicates": 1,
                    "scenarios": {"a": scenario, "b": {"extends": "s.json", "title": title}}}
            self.path("plan.json").write_text(json.dumps(plan))
            self.call("check", "plan.json")
        self.call("report", "r.h5", "-o", "r.html")
        self.assertIn("平静", self.path("r.html").read_text(encoding="utf-8"))
        self.path("s.json").write_text('{"calibration": "china", "title": 3}')
        self.assertIn("/title", self.call("check", "s.json", code=2)[1])

    def test_results_and_checkpoints_are_no_scenarios(self):
        self.call("run", SMALL, *SHORT, "-o", "r.h5")
        _, err = self.call("run", "r.h5", code=2)
        self.assertIn("this is a result, not a scenario", err)
        self.assertIn("rongtong run --from r.h5", err)
        self.path("c.checkpoint").write_bytes(b"RTCKPT\n\0" + bytes(56))
        self.assertIn("run --resume c.checkpoint", self.call("run", "c.checkpoint", code=2)[1])

    def test_a_parameter_beside_its_lever(self):
        self.path("s.json").write_text('{"extends": "small", "policies": {"p": {"lever": "payment_term_cap", "cap_days": 45}}}')
        self.assertIn('stand in "parameters": {"cap_days": ...}', self.call("check", "s.json", code=2)[1])


class List(Case):
    def test_what_a_folder_holds(self):
        self.call("run", SMALL, *SHORT, "-o", "a.h5")
        self.call("run", SMALL, *SHORT, "--replicate", 4, "-o", "b.nc")
        shutil.copy(self.path("a.h5"), self.path("copy.h5.txt"))
        self.path("broken.h5").write_text("no results")
        runs = {run["file"]: run for run in json.loads(self.call("list", "--json")[0])}
        self.assertEqual(set(runs), {"./a.h5", "./b.nc", "./broken.h5"})
        self.assertEqual({k: runs["./b.nc"][k] for k in ("scenario", "seed", "replicate", "month", "months", "state")},
                         {"scenario": "small", "seed": 1, "replicate": 4, "month": 3, "months": 3, "state": "done"})
        self.assertIn("can't be read", runs["./broken.h5"]["state"])
        self.assertIn("this is no folder", self.call("list", "a.h5", code=2)[1])

    def test_a_big_folder_takes_a_bounded_look(self):
        self.call("run", SMALL, *SHORT, "-o", "near.h5")
        deep = self.path("a/b/c")
        deep.mkdir(parents=True)
        for number in range(8):
            shutil.copy(self.path("near.h5"), deep / f"{number}.h5")
        os.symlink(self.folder, deep / "back")  # a circle
        out, err = self.call("list", "--json")
        self.assertEqual((len(json.loads(out)), err), (9, ""))
        out, err = self.call("list", "--most", 3, "--json")
        runs = json.loads(out)
        self.assertEqual(len(runs), 3)
        self.assertIn("holds more than was looked at", err)
        self.assertIn("--most", err)
        out, _ = self.call("list", "--most", 1, "--json")  # ten paths: what is near is among them
        self.assertEqual(len(json.loads(out)), 1)
        for number in range(20):
            (self.path("z") / str(number)).mkdir(parents=True)
        out, err = self.call("list", "--most", 2, "--json")
        self.assertIn("./near.h5", [run["file"] for run in json.loads(out)])
        self.assertIn("holds more", err)

    def test_files_are_not_read_whole(self):
        self.call("run", SMALL, *SHORT, "-o", "r.h5")
        with open(self.path("r.h5"), "r+b") as file:  # its checksum
            file.seek(-1, os.SEEK_END)
            last = file.read(1)
            file.seek(-1, os.SEEK_END)
            file.write(bytes([last[0] ^ 1]))
        with open(self.path("empty.h5"), "wb") as file:
            file.truncate(1 << 36)  # takes no room, and a minute to read
        runs = {run["file"]: run for run in json.loads(self.call("list", "--json")[0])}
        self.assertEqual((runs["./r.h5"]["state"], runs["./r.h5"]["month"]), ("done", 3))
        self.assertIn("not an HDF5 file", runs["./empty.h5"]["state"])
        self.assertIn("checksum", self.call("check", "r.h5", code=2)[1])

    def test_a_stopped_run_says_how_to_go_on(self):
        process = self.start("run", SMALL, "--months", 1200, "--checkpoint-every", 1, "-o", "long.h5", "--quiet")
        while not self.path("long.h5.checkpoint").exists() and process.poll() is None:
            pass
        process.terminate()
        process.communicate()
        out, _ = self.call("list", ".")
        self.assertIn("rongtong run --resume ./long.h5.checkpoint", out)
        self.assertIn("of 1200", out)

    def test_a_sweep(self):
        self.path("plan.json").write_text('{"scenarios": {"a": {"extends": "small", "months": 2, "firms": 500}}, "replicates": 2}')
        self.call("sweep", "plan.json", "-o", "study", "--quiet")
        self.assertIn('sweep "plan"', self.call("list")[0])
        runs = json.loads(self.call("list", "study", "--json")[0])
        self.assertEqual([(run["scenario"], run["replicate"], run["state"]) for run in runs], [("a", 0, "done"), ("a", 1, "done")])


if __name__ == "__main__":
    unittest.main()
