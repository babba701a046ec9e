"""What the tests of crafted files share: good files to start from, bricks to change them with, and what must come of them."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "cli"))
from harness import SMALL, Case  # noqa: E402  (skips where there is no h5py)

import h5py  # noqa: E402
import numpy as np  # noqa: E402

import seal  # noqa: E402

TEXT = h5py.string_dtype("utf-8")
BARE = "This is a netCDF dimension but not a netCDF variable.%10d"
OUTPUT = ('/output={"groups":["size"],"accounts":false,"panel":{"variables":["sector","workers"],"firms":50},'
          '"network":{"every_months":3},"events":true}')
SHORT = ("--set", "/firms=500", "--months", "3", "--set", OUTPUT)
# Words of libraries, and of programs that end in another way than they meant to.
FOREIGN = ("terminate", "std::", "json.exception", "_M_", "basic_string", "vector", "Assertion", "HDF5-DIAG", "bad_alloc")


def good_results(case, name="base", *more):
    """A file of one short run, beside the test's folder so that it stays out of the way."""
    path = case.folder / f"{name}.h5"
    case.call("run", SMALL, *SHORT, "--set", f"/name={name}", *more, "-o", path, "--quiet", "--threads", 1)
    return path.read_bytes()


def dimension(group, name, length, maximum=None, chunks=None):
    d = group.create_dataset(name, shape=(length,), maxshape=maximum, chunks=chunks, dtype="<i4", track_order=True)
    d.make_scale(BARE % min(length, 10**9))
    return d


def variable(group, name, data, scales, **more):
    d = group.create_dataset(name, data=data, track_order=True, **more)
    for axis, scale in enumerate(scales):
        d.dims[axis].attach_scale(scale)
    return d


def replaced(group, name, data, scales, **more):
    del group[name]
    return variable(group, name, data, scales, **more)


def attribute(place, name, value, dtype=None):
    if name in place.attrs:
        del place.attrs[name]
    place.attrs.create(name, value, dtype=dtype)


def ordered_group(parent, name):
    """By the low interface, which takes any name."""
    plist = h5py.h5p.create(h5py.h5p.GROUP_CREATE)
    order = h5py.h5p.CRT_ORDER_TRACKED | h5py.h5p.CRT_ORDER_INDEXED
    plist.set_link_creation_order(order)
    plist.set_attr_creation_order(order)
    return h5py.Group(h5py.h5g.create(parent.id, name, gcpl=plist))


class CraftedCase(Case):
    def entries(self):
        """All that lies in the folder and in the one above it which the program might write to."""
        return sorted(str(p) for p in self.folder.rglob("*"))

    def refused(self, name, commands, *words):
        """Each command ends with 2 in time, names the file and the words, and leaves nothing behind."""
        before = self.entries()
        for command in commands:
            with self.subTest(file=name, command=command[0]):
                out, err = self.call(*command, code=2)
                said = out + err
                for word in (name, *words):
                    self.assertIn(word, said)
                for word in FOREIGN:
                    self.assertNotIn(word, said)
                self.assertFalse([c for c in said if ord(c) < 32 and c != "\n" or ord(c) == 127], repr(said))
                self.assertNotIn("424242.4242", said)
                self.assertEqual(self.entries(), before)
