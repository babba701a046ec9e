#!/usr/bin/python3
"""Collected files whose facts do not fit their runs, and sweeps whose runs are not what they seem."""

import json
import os
import resource
import shutil
import struct
import unittest
import zipfile

from crafted import OUTPUT, SMALL, CraftedCase, dimension, h5py, np, replaced, seal

CASES = {}


def case(*words):
    def add(make):
        CASES[make.__name__] = (make, words)
        return make
    return add


@case("/status", "2 x 2")
def status_short(f):
    replaced(f, "status", np.ones(1, "i1"), [dimension(f, "few", 1)])


@case("/status", "2 x 2")
def status_long(f):
    replaced(f, "status", np.ones(100000, "i1"), [dimension(f, "many", 100000)])


@case("/status", "7 for run 1")
def status_unknown(f):
    f["status"][0, 1] = 7


@case("/seed")
def seed_missing(f):
    del f["seed"]


@case("/seed", "-3 for run 0")
def seed_negative(f):
    f["seed"][0, 0] = -3


@case("/point", "length 0")
def point_empty(f):
    d = f.create_dataset("point", shape=(0,), maxshape=(None,), chunks=(4,), dtype="<i4", track_order=True)
    d.make_scale("point")


@case("/months_kept", "-5 for run 0")
def kept_negative(f):
    f["months_kept"][...] = -5


@case("/months_kept", "4 for run 3")
def kept_too_many(f):
    f["months_kept"][1, 1] = 4


@case("/replicate", "twice")
def replicate_twice(f):
    f["replicate"][...] = [5, 5]


@case("/months_kept")
def kept_as_texts(f):
    replaced(f, "months_kept", np.array([["a", "b"], ["c", "d"]], object), [f["scenario"], f["replicate"]],
             dtype=h5py.string_dtype())


class Sweeps(CraftedCase):
    def sweep(self):
        small = {"extends": SMALL, "firms": 500, "months": 3, "output": json.loads(OUTPUT.split("=", 1)[1])}
        for name in ("a", "b"):
            (self.folder / f"{name}.json").write_text(json.dumps({**small, "name": name, "seed": 1 + (name == "b")}))
        (self.folder / "plan.json").write_text(json.dumps({"name": "two", "scenarios": {"a": "a.json", "b": "b.json"}, "replicates": 2}))
        self.call("sweep", "plan.json", "-o", "two", "--quiet")

    def collect(self):
        self.sweep()
        self.call("collect", "two", "-o", "good.h5", "--quiet")

    def test_collected_files_that_do_not_fit_are_refused(self):
        self.collect()
        self.assertIn("collected sweep, 4 runs, 3 months; checksum right", self.call("check", "good.h5")[0])
        for name, (make, words) in CASES.items():
            path = self.folder / f"{name}.h5"
            shutil.copy(self.folder / "good.h5", path)
            with h5py.File(path, "r+") as f:
                make(f)
            seal.seal(path)
            self.refused(path.name, (("check", path.name), ("compare", path.name)), *words)
            path.unlink()

    def pack(self):
        return next((self.folder / "two" / "packs").glob("*.zip"))

    def rewritten(self, change):
        """The pack anew, with members that change(name, bytes) gives."""
        with zipfile.ZipFile(self.pack()) as archive:
            members = {name: archive.read(name) for name in archive.namelist()}
        with zipfile.ZipFile(self.pack(), "w", zipfile.ZIP_DEFLATED) as archive:
            for name, data in change(members).items():
                archive.writestr(name, data)

    def test_runs_that_changed_places_are_told(self):
        self.sweep()
        names = [f"run-{i:06}.h5" for i in range(4)]
        self.rewritten(lambda m: {**m, names[0]: m[names[1]], names[1]: m[names[0]]})
        self.refused("run 0", (("collect", "two", "-o", "two.h5"),), "run 1")
        self.refused("run-000000.h5", (("compare", "two"), ("run", "--from", "two/0", "-o", "again.h5", "--quiet")), "run 1")
        self.refused("run-000001.h5", (("run", "--from", "two/1", "-o", "again.h5", "--quiet"),), "run 0")
        more = json.loads((self.folder / "plan.json").read_text())
        (self.folder / "more.json").write_text(json.dumps({**more, "replicates": 3}))
        self.refused("run-000000.h5", (("sweep", "more.json", "-o", "two", "--resume", "--quiet"),), "run 1", "can't be extended")
        self.call("run", "--from", "two/2", "-o", "again.h5", "--quiet")  # what lies in its own place

    def test_a_run_of_another_scenario_is_told(self):
        """It says that it is run 0 of this plan, but its scenario is another."""
        self.sweep()
        with zipfile.ZipFile(self.pack()) as archive:
            (self.folder / "liar.h5").write_bytes(archive.read("run-000002.h5"))
        with h5py.File(self.folder / "liar.h5", "r+") as f:
            f.attrs["sweep_run"] = np.int64(0)
        seal.seal(self.folder / "liar.h5")
        self.rewritten(lambda m: {**m, "run-000000.h5": (self.folder / "liar.h5").read_bytes()})
        self.refused("run 0", (("collect", "two", "-o", "two.h5"),), "scenario")
        self.refused("run 0", (("run", "--from", "two/0", "-o", "again.h5", "--quiet"),), "scenario")

    def test_a_damaged_pack_says_which_run_is_lost(self):
        self.sweep()
        data = bytearray(self.pack().read_bytes())
        with zipfile.ZipFile(self.pack()) as archive:
            info = archive.getinfo("run-000002.h5")
        for i in range(60, 80):
            data[info.header_offset + 200 + i] ^= 0xff
        self.pack().write_bytes(data)
        self.refused("run 2", (("collect", "two", "-o", "two.h5"), ("compare", "two")), "--resume", ".zip")

    def test_a_member_that_claims_much_takes_no_memory(self):
        self.sweep()
        data = bytearray(self.pack().read_bytes())
        at = data.index(b"PK\1\2")
        struct.pack_into("<I", data, at + 24, 0xfffffff0)  # size of the member, in the list at the end
        self.pack().write_bytes(data)
        little = lambda: resource.setrlimit(resource.RLIMIT_AS, (2 << 30, 2 << 30))
        sanitizer = {"ASAN_OPTIONS", "TSAN_OPTIONS"} & os.environ.keys()  # takes address space of its own
        err = self.call("collect", "two", "-o", "two.h5", code=2, preexec_fn=None if sanitizer else little)[1]
        self.assertIn(".zip", err)
        self.assertIn("run ", err)

    def test_what_is_no_pack_is_named(self):
        self.sweep()
        self.pack().write_bytes(b"no zip at all")
        self.refused(".zip", (("collect", "two", "-o", "two.h5"), ("compare", "two"), ("sweep", "-o", "two", "--resume", "--quiet")))

    def test_records_of_a_sweep_that_are_no_objects(self):
        self.sweep()
        record = self.folder / "two" / "sweep.json"
        good = record.read_text()
        for bad in ("[]", "null", "3", '"text"', "{}", '{"format": null}', '{"format": "rongtong sweep", "format_version": []}'):
            record.write_text(bad)
            self.refused("two", (("collect", "two", "-o", "two.h5"), ("sweep", "plan.json", "-o", "two", "--resume")))
        record.write_text(good)
        for bad in ('{"run": null}', '{"run": "a", "message": 3}', "null", "[]", '{"run": 1, "message": null}', '{"run": -1}'):
            (self.folder / "two" / "failures" / "all.jsonl").write_text(bad + "\n")
            self.call("collect", "two", "-o", "two.h5", "--quiet", "--force")
        os.mkfifo(self.folder / "two" / "failures" / "pipe.jsonl")  # at which a reader would wait for ever
        self.call("collect", "two", "-o", "two.h5", "--quiet", "--force")
        self.assertIn("two/3", self.call("list", "two")[0])


if __name__ == "__main__":
    unittest.main()
