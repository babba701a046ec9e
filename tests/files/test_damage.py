#!/usr/bin/python3
"""Files that were damaged on their way, files that are none, and the checksum that tells."""

import json
import os
import random
import shutil
import struct
import unittest

from crafted import SMALL, CraftedCase, good_results, h5py, seal


class Damage(CraftedCase):
    def test_one_bit_anywhere_is_told_by_the_checksum(self):
        good = good_results(self)
        luck = random.Random(3)
        for _ in range(12):
            data = bytearray(good)
            at = luck.randrange(len(data) - 16)  # the last 16 bytes are the checksum's own
            if len(data) - 24 <= at:
                continue
            data[at] ^= 1 << luck.randrange(8)
            (self.folder / "bad.h5").write_bytes(data)
            self.refused("bad.h5", (("check", "bad.h5"),), "checksum")
        data = bytearray(good)
        data[-1] ^= 1
        (self.folder / "bad.h5").write_bytes(data)
        self.refused("bad.h5", (("check", "bad.h5"), ("compare", "base.h5", "bad.h5"),
                                ("export", "bad.h5", "--to", "csv"), ("run", "--from", "bad.h5", "-o", "again.h5")), "checksum")

    def test_a_cut_file_is_refused(self):
        good = good_results(self)
        for part in (0, 5, 100, len(good) // 2, len(good) - 100):
            (self.folder / "cut.h5").write_bytes(good[:part])
            self.refused("cut.h5", (("check", "cut.h5"), ("export", "cut.h5", "--to", "csv")))

    def test_what_hdf5_does_not_survive_is_a_refusal(self):
        """Heaps of texts and references with a bit flipped, checksums right: some of them end the process that reads them."""
        good = good_results(self)
        place, deaths = 0, 0
        while (place := good.find(b"GCOL", place)) >= 0:
            for offset, bit in ((25, 0x10), (26, 0x40), (29, 1), (31, 0x80), (9, 4), (16, 0xff)):
                data = bytearray(good)
                data[place + offset] ^= bit
                (self.folder / "heap.h5").write_bytes(data)
                seal.seal(self.folder / "heap.h5")
                with self.start_checked("heap.h5") as process:
                    out, err = process.communicate(timeout=60)
                self.assertIn(process.returncode, (0, 2), out + err)
                deaths += "was ended" in out + err
            place += 4
            if place > len(good) // 2 and deaths:
                break
        print("refusals by the death of a reader:", deaths)

    def start_checked(self, name):
        return self.start("check", name)

    def test_a_pack_that_would_fill_the_memory(self):
        """A small member that says it is large: told before anything is unpacked. A file in the place of the packs is told too."""
        self.path("plan.json").write_text(json.dumps({"scenarios": {"a": {"extends": SMALL, "firms": 500, "months": 2}}, "replicates": 2}))
        self.call("sweep", "plan.json", "-o", "s", "--quiet")
        pack = next(self.path("s").glob("packs/*.zip"))
        data = bytearray(pack.read_bytes())
        at = -1
        while (at := data.find(b"PK\1\2", at + 1)) >= 0:
            struct.pack_into("<I", data, at + 24, 2**31)  # in the directory, which is what is believed
        pack.write_bytes(data)
        for command in (("collect", "s", "-o", "c.h5"), ("run", "--from", "s/0", "-o", "again.h5")):
            err = self.call(*command, code=2)[1]
            self.assertIn("larger unpacked", err)
        shutil.rmtree(self.path("s/packs"))
        self.path("s/packs").write_text("no folder")
        for command in (("collect", "s", "-o", "c.h5"), ("list", "s"), ("sweep", "-o", "s", "--resume", "--quiet")):
            self.assertIn("s/packs", self.call(*command, code=2)[1])

    def test_pipes_and_devices_are_no_files(self):
        os.mkfifo(self.folder / "pipe.h5")
        os.mkfifo(self.folder / "pipe.json")
        for command in (("check", "pipe.h5"), ("compare", "pipe.h5", "pipe.h5"), ("export", "pipe.h5", "--to", "csv"),
                        ("run", "--from", "pipe.h5"), ("run", "--resume", "pipe.h5"), ("check", "pipe.json"),
                        ("run", "pipe.json")):
            self.refused(command[-1] if command[0] != "export" else "pipe.h5", (command,))
        os.mkfifo(self.folder / "pipe.csv")
        for command in (("sensitivity", "--csv"), ("interactions", "--csv"), ("discover", "--when", "y>1", "--csv"),
                        ("resilience", "--csv"), ("convert",), ("rerun",), ("bundle", "-o", "b.zip"), ("validate",)):
            self.refused("pipe.csv", ((*command, "pipe.csv"),), "pipe")
        self.refused("/dev/zero", (("sensitivity", "--csv", "/dev/zero"), ("convert", "/dev/zero")))
        self.refused("/dev/zero", (("check", "/dev/zero"), ("compare", "/dev/zero", "/dev/zero"), ("run", "/dev/zero")))

    def test_force_replaces_files_alone(self):
        good_results(self)
        os.mkfifo(self.folder / "pipe")  # stands for a device, which a failing test could destroy
        for command in (("run", "base.h5", "-o", "pipe", "--force"), ("run", "--from", "base.h5", "-o", "pipe", "--force"),
                        ("export", "base.h5", "--to", "graphml", "-o", "pipe", "--force"),
                        ("compare", "base.h5", "base.h5", "-o", "pipe", "--force")):
            self.refused("pipe", (command,), "never replaced")
        (self.folder / "t.csv").write_text("a,y\n0,1\n1,2\n2,4\n3,5\n")
        for command in (("sensitivity",), ("interactions",), ("discover", "--when", "y>1")):
            self.refused("pipe", ((*command, "--csv", "t.csv", "-o", "pipe", "--force"),), "never replaced")
            self.refused("t.csv", ((*command, "--csv", "t.csv", "-o", "t.csv"),))

    def test_the_disk_is_not_walked(self):
        self.refused("/", (("compare", "/", "/"),), "name the folder")

    def test_older_files_without_checksum_are_read(self):
        good = good_results(self)
        (self.folder / "old.h5").write_bytes(good[:-24])
        self.assertEqual(good[-24:-16], seal.LETTERS)
        with h5py.File(self.folder / "old.h5") as f:
            self.assertEqual(f.attrs["finished"], 1)
        self.assertIn("no checksum", self.call("check", "old.h5")[0])
        self.call("compare", "base.h5", "old.h5")


if __name__ == "__main__":
    unittest.main()
