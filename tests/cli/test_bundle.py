"""Bundles: what it takes to make runs again, and making them again."""

import json
import shutil
import unittest
import zipfile

from harness import CAP, SCENARIOS, SMALL, Case, h5py

FEW = ["--set", "/firms=600", "--months", 4, "--quiet"]


class Bundles(Case):
    def runs(self):
        self.call("run", SMALL, *FEW, "-o", "a.h5")
        self.call("run", CAP, *FEW, "--set", "/policies/cap/start_month=2", "--replicate", 3, "-o", "b.h5")
        self.call("bundle", "a.h5", "b.h5", "-o", "two.zip", "--quiet")

    def changed(self, change, name="changed.zip"):
        """The bundle with its members changed."""
        with zipfile.ZipFile(self.path("two.zip")) as old:
            members = {item: old.read(item) for item in old.namelist()}
        change(members)
        with zipfile.ZipFile(self.path(name), "w") as new:
            for item, content in members.items():
                new.writestr(item, content)
        return name

    def test_packed_and_made_again(self):
        self.runs()
        first = self.path("two.zip").read_bytes()
        _, err = self.call("bundle", "a.h5", "-o", "two.zip", code=2)
        self.assertIn("exists", err)
        self.call("bundle", "a.h5", "b.h5", "-o", "two.zip", "--quiet", "--force")
        self.assertEqual(self.path("two.zip").read_bytes(), first)  # the same runs, the same bundle
        self.path("elsewhere").mkdir()
        shutil.move(self.path("two.zip"), self.path("elsewhere"))
        for name in ("a.h5", "b.h5"):
            self.path(name).rename(self.path("old-" + name))
        told = json.loads(self.call("rerun", "elsewhere/two.zip", "-o", "kept", "--json", "--threads", 1)[0])
        self.assertEqual([(run["scenario"], run["replicate"], run["same"]) for run in told],
                         [("small", 0, True), ("prompt-payment", 3, True)])
        self.assertGreater(told[0]["data_sets"], 300)
        self.same_data("old-a.h5", "kept/run-0.h5")
        self.same_data("old-b.h5", "kept/run-1.h5")
        out, _ = self.call("rerun", "elsewhere/two.zip")
        self.assertIn("same", out)
        self.assertEqual(sorted(path.name for path in self.path("kept").iterdir()), ["run-0.h5", "run-1.h5"])
        _, err = self.call("rerun", "elsewhere/two.zip", "-o", "kept", code=2)
        self.assertIn("kept/run-0.h5", err)

    def test_a_difference_is_found_and_named(self):
        self.call("run", SMALL, *FEW, "-o", "a.h5")
        with h5py.File(self.path("a.h5"), "r+") as file:
            file["output"][2] *= 1 + 1e-12
        self.call("bundle", "a.h5", "-o", "one.zip", "--quiet")
        out, _ = self.call("rerun", "one.zip", code=1)
        self.assertRegex(out, r"1 of \d+ data sets differ: /output\b")
        self.assertEqual(json.loads(self.call("rerun", "one.zip", "--json", code=1)[0])[0]["different"], ["/output"])

    def test_a_sweep(self):
        self.path("plan.json").write_text(json.dumps({"scenarios": {"base": {"extends": SMALL}}, "changes": {"firms": 600, "months": 3},
                                                      "replicates": 2}))
        self.call("sweep", "plan.json", "-o", "sweep", "--quiet")
        self.call("collect", "sweep", "-o", "sweep.h5", "--quiet")
        _, err = self.call("bundle", "sweep.h5", "-o", "s.zip", code=2)
        self.assertIn("folder of the sweep", err)
        self.call("bundle", "sweep", "-o", "s.zip", "--quiet")
        self.assertEqual([run["same"] for run in json.loads(self.call("rerun", "s.zip", "--json")[0])], [True, True])

    def refused(self, name, said):
        _, err = self.call("rerun", name, "-o", "out", code=2)
        self.assertIn(said, err)
        self.assertFalse(any(self.path("out").glob("*")) if self.path("out").exists() else False)

    def test_strangers_bundles(self):
        self.runs()
        def manifest(**changes):
            def change(members):
                content = json.loads(members["manifest.json"])
                content["runs"][0].update(changes)
                members["manifest.json"] = json.dumps(content)
            return change
        with zipfile.ZipFile(self.path("two.zip")) as old:
            figures = next(item for item in old.namelist() if item.endswith("nation.json"))
        for member in ("../out.json", "/tmp/out.json", "calibrations/../../x", ".hidden", "a\\b", "c/./d"):
            self.refused(self.changed(lambda members, member=member: members.update({member: b"x"})), "no name of a bundle's")
        self.refused(self.changed(lambda members: members.pop("manifest.json")), "no bundle")
        self.refused(self.changed(lambda members: members.pop(figures)), "lacks the figures")
        self.refused(self.changed(manifest(scenario_sha256="../x")), "digest that is none")
        self.refused(self.changed(manifest(seed="x")), "lacks something")
        self.refused(self.changed(lambda members: members.update({figures: members[figures] + b" "})), "not those of its digest")
        self.path("text.zip").write_text("no archive")
        self.refused("text.zip", "no archive")
        self.refused("missing.zip", "does not exist")
        damaged = bytearray(self.path("two.zip").read_bytes())
        damaged[len(damaged) // 3] ^= 0x40
        self.path("damaged.zip").write_bytes(damaged)
        self.refused("damaged.zip", "damaged")

    def test_what_can_not_be_bundled(self):
        shutil.copytree(SCENARIOS / "calibration" / "china", self.path("figures"))
        self.call("run", SMALL, *FEW, "--set", f"/calibration={self.path('figures')}", "-o", "a.h5")
        (self.path("figures") / "nation.json").write_text((self.path("figures") / "nation.json").read_text() + "\n")
        for output, said in (("x.zip", "have changed since"), ("x.tar", "x.zip")):
            _, err = self.call("bundle", "a.h5", "-o", output, code=2)
            self.assertIn(said, err)
        self.path("figures").rename(self.path("away"))
        self.assertIn("is gone", self.call("bundle", "a.h5", "-o", "x.zip", code=2)[1])
        self.assertEqual(list(self.folder.glob("x.*")), [])


if __name__ == "__main__":
    unittest.main()
