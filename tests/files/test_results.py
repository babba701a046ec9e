#!/usr/bin/python3
"""Results files that differ from a good one in one place, their checksums right."""

import json
import shutil
import unittest

from crafted import TEXT, CraftedCase, attribute, dimension, good_results, h5py, np, seal, variable
from results_cases import CASES


class Results(CraftedCase):
    def commands(self, name):
        return (("check", name), ("compare", "base.h5", name), ("compare", name, "base.h5"),
                ("export", name, "--to", "csv", "-o", "tables"), ("export", name, "--to", "graphml", "-o", "net.graphml"),
                ("run", "--from", name, "-o", "again.h5"))

    def test_each_crafted_file_is_refused(self):
        good_results(self)
        (self.folder / "elsewhere").mkdir()
        np.full(16, 424242.4242).tofile(self.folder / "elsewhere" / "raw.bin")
        with h5py.File(self.folder / "elsewhere" / "other.h5", "w", track_order=True) as f:
            variable(f, "secret", np.full(4, 424242.4242), [dimension(f, "secret_row", 4)])
        for number, (name, (make, words)) in enumerate(CASES.items()):
            path = self.folder / f"{name}.h5"
            shutil.copy(self.folder / "base.h5", path)
            with h5py.File(path, "r+") as f:
                make(f, self.folder)
            seal.seal(path)
            commands = self.commands(path.name)
            # all read through one door: each case tries it by check and by one of the others
            self.refused(path.name, (commands[0], commands[1 + number % 5]), *words)
            path.unlink()

    def test_words_that_are_no_utf8_are_shown_otherwise(self):
        good_results(self)
        with h5py.File(self.folder / "base.h5", "r+") as f:
            attribute(f, "scenario_name", np.array(b"\xff\xfe\x1b[2J", object), TEXT)
        seal.seal(self.folder / "base.h5")
        for words in (("series", "base.h5", "--json"), ("resilience", "base.h5", "--without", "base.h5", "--json")):
            out, err = self.call(*words)
            json.loads(out)
            self.assertNotIn("\x1b", out + err)

    def test_what_a_bundle_needs_is_asked_for(self):
        good_results(self)
        for name in ("seed", "scenario", "calibration_folder"):
            shutil.copy(self.folder / "base.h5", self.folder / "less.h5")
            with h5py.File(self.folder / "less.h5", "r+") as f:
                del f.attrs[name]
            seal.seal(self.folder / "less.h5")
            self.refused("less.h5", (("bundle", "less.h5", "-o", "b.zip"),), name)

    def test_good_files_are_good(self):
        good_results(self)
        out, _ = self.call("check", "base.h5")
        self.assertIn("base.h5: good", out)
        self.assertIn("checksum right", out)
        with h5py.File(self.folder / "base.h5", "r+") as f:
            f.attrs["remark"] = "mine"  # HDF5 takes the checksum away when it changes the file
        out, _ = self.call("check", "base.h5")
        self.assertIn("no checksum", out)


if __name__ == "__main__":
    unittest.main()
