"""Files of earlier versions still read, or convert says what changed."""

import gzip
import json
import lzma
import sys
import unittest
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "cli"))
import h5py  # noqa: E402
from harness import Case  # noqa: E402

OLD = Path(__file__).resolve().parent
VERSIONS = sorted(path for path in OLD.iterdir() if path.is_dir() and path.name[0].isdigit())


class OldFiles(Case):
    def each(self, name):
        """Every version's file of that name."""
        found = [version / name for version in VERSIONS if (version / name).exists()]
        self.assertTrue(found)
        return found

    def results(self, packed):
        path = self.path(f"{packed.parent.name}.h5")
        path.write_bytes(gzip.decompress(packed.read_bytes()))
        return path.name

    def test_scenarios_and_plans(self):
        for path in [*self.each("scenario.json"), *self.each("plan.json")]:
            self.call("check", path)

    def test_results(self):
        for packed in self.each("result.h5.gz"):
            name = self.results(packed)
            run = json.loads(self.call("list", "--json")[0])[0]
            self.assertEqual((run["scenario"], run["seed"], run["month"], run["state"]), ("old", 7, 3, "done"))
            self.call("export", name, "--to", "csv", "-o", "tables", "--force")
            self.assertTrue((self.path("tables") / "indicators.csv").read_text().startswith("month,"))
            self.call("compare", name, name, code=None)
            self.assertIn("nothing to convert", self.call("convert", name)[1])

    def test_format_version_1(self):
        """A share of nothing was 0 in it: read, and said where it enters means."""
        for packed in [*self.each("result.h5.gz"), *self.each("collected.h5.gz")]:
            name = self.results(packed)
            with h5py.File(self.path(name)) as file:
                self.assertEqual(int(file.attrs["format_version"]), 1)
            self.call("check", name)
            others = [name] if "result" in packed.name else []
            out = self.call("compare", name, *others, *(["--point", 0] if not others else []))[0]
            self.assertIn("is of format version 1, in which a share or mean of nothing is 0", out)

    def test_a_run_that_was_begun_in_it(self):
        for packed in self.each("run.h5.checkpoint.xz"):
            self.path("run.h5.checkpoint").write_bytes(lzma.decompress(packed.read_bytes()))
            _, err = self.call("run", "--resume", "run.h5.checkpoint", "-o", "run.h5", code=2)
            self.assertRegex(err, "program that (wrote|began) it|the run again|begin|calibration folder .* is gone")
            self.assertEqual([path.name for path in self.folder.iterdir()], ["run.h5.checkpoint"])

    def test_what_is_refused_today_is_converted(self):
        for path in self.each("before-targets-were-checked.json"):
            _, err = self.call("check", path, code=2)
            self.assertIn("rongtong convert", err)
            out, err = self.call("convert", path, "-o", "new.json")
            self.assertIn("/policies/market/target/size", err)
            self.assertIn("/shocks/drop/target/ownership", err)
            text = self.path("new.json").read_text()
            self.assertEqual(json.loads(text)["policies"]["market"]["target"], {"regions": ["east", "west"], "sectors": "all"})
            # relative paths hold from its old place: it is checked there
            self.call("check", "-", input_text=text, cwd=path.parent)
            _, err = self.call("convert", path, "-o", "new.json", code=2)
            self.assertIn("exists", err)

    def test_what_can_not_be_converted(self):
        self.path("c.checkpoint").write_bytes(b"RTCKPT\n\0" + bytes(56))
        self.assertIn("the version that wrote it", self.call("convert", "c.checkpoint", code=2)[1])
        self.path("bad.json").write_text('{"calibration": "china",}')
        self.assertIn("bad.json:1:25", self.call("convert", "bad.json", code=2)[1])


if __name__ == "__main__":
    unittest.main()
