"""What other programs want of a results file that our own reader would not ask for."""

import shutil
import subprocess
import unittest

import h5py

from harness import RECORDS, SMALL, Case


class Readers(Case):
    def setUp(self):
        super().setUp()
        self.call("run", SMALL, "--months", 7, "--set", "/firms=500", "--set", RECORDS, "-o", "r.nc", "--quiet")

    def test_no_chunk_is_longer_than_its_dimension(self):
        too_long = []
        with h5py.File(self.path("r.nc"), "r") as file:
            def look(name, item):
                if isinstance(item, h5py.Dataset) and item.chunks and item.shape[0] and item.chunks[0] > item.shape[0]:
                    too_long.append(name)
            file.visititems(look)
            self.assertGreater(file["events/event"].shape[0], 0)
            self.assertEqual(file["panel/cash"].dims[0][0].name, "/panel/row")
            self.assertEqual(file["panel/cash"].attrs["units"], b"yuan")
            self.assertEqual(list(file["month"][...]), list(range(1, 8)))
            self.assertEqual(sorted(set(file["panel/month"][...])), [6])
        self.assertEqual(too_long, [])

    @unittest.skipIf(not shutil.which("nccopy"), "no nccopy")
    def test_dimensions_can_be_made_fixed(self):
        answer = subprocess.run(["nccopy", "-u", "r.nc", "fixed.nc"], cwd=self.folder, capture_output=True, text=True, check=False)
        self.assertEqual((answer.returncode, answer.stderr), (0, ""))

    def test_the_hash_of_the_state_as_text(self):
        with h5py.File(self.path("r.nc"), "r") as file:
            hashes = file["state_hash"]
            text = hashes.attrs["hexadecimal"]
            text = text.decode() if isinstance(text, bytes) else text
            self.assertEqual([int(line, 16) for line in text.split("\n")], list(hashes[...]))

    def test_compare_takes_nc_beside_h5(self):
        for name, ending, more in (("base", "nc", []), ("other", "h5", ["--set", "/name=other", "--set", "/model/ordering/input_cover=1"])):
            self.path(name).mkdir()
            self.call("run", SMALL, "--months", 4, "--set", "/firms=500", *more, "-o", f"{name}/0.{ending}", "--quiet")
        self.assertIn("1 pair", self.call("compare", "base", "other")[0])


if __name__ == "__main__":
    unittest.main()
