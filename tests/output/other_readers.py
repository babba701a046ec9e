"""other_readers.py WRITE_SAMPLE: a file of ours, finished and growing, as netCDF, xarray and HDF5 tools read it."""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

try:
    import h5netcdf
    import h5py
    import netCDF4
    import numpy as np
    import xarray
except ImportError as missing:
    print(f"skipped: {missing}")
    sys.exit(77)
for tool in ("ncdump", "h5ls"):
    if not shutil.which(tool):
        print(f"skipped: no {tool}")
        sys.exit(77)

PROGRAM = sys.argv.pop(1)
MONTHS = 29  # no multiple of a block
GROUPS = ["/", "/by_size", "/by_sector", "/accounts", "/events", "/panel"]
BARE = b"This is a netCDF dimension but not a netCDF variable"


def run(*command, **environment):
    done = subprocess.run(command, capture_output=True, text=True, env={**os.environ, **environment}, check=False)
    if done.returncode != 0:
        raise AssertionError(f"{command} failed with {done.returncode}: {done.stderr}")
    return done.stdout


def bare_dimensions(path):
    """Scales without coordinate values: dimensions, no variables."""
    found = set()
    with h5py.File(path, "r") as file:
        file.visititems(lambda name, o: found.add("/" + name) if o.attrs.get("NAME", b"").startswith(BARE) else None)
    return found


def listed_by_h5ls(path):
    lines = run("h5ls", "-r", path, HDF5_USE_FILE_LOCKING="FALSE").splitlines()
    return {re.split(r"\s+Dataset", line)[0].strip() for line in lines if " Dataset " in line}


def in_group(group, name):
    return ("" if group == "/" else group) + "/" + name


class Readers(unittest.TestCase):
    """Both tests below read the same content: one of a finished file, one of a growing one."""

    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.path = os.path.join(self.folder.name, "sample.h5")

    def tearDown(self):
        self.folder.cleanup()

    def test_finished(self):
        run(PROGRAM, self.path, str(MONTHS))
        self.read_all(self.path)
        with netCDF4.Dataset(self.path, "a") as file:  # link order is tracked, so netCDF may add to it
            file.setncattr("added", "later")

    def test_growing(self):
        part = self.path + ".part"
        command = [PROGRAM, self.path, str(MONTHS), "wait"]
        with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as writer:
            self.assertEqual(writer.stdout.readline(), b"flushed\n")
            child = subprocess.run(
                ["/usr/bin/python3", __file__, PROGRAM, "Content"],
                env={**os.environ, "HDF5_USE_FILE_LOCKING": "FALSE", "RONGTONG_SAMPLE": part},
                capture_output=True, text=True, check=False)
            writer.stdin.close()
        self.assertEqual(child.returncode, 0, child.stderr)
        self.assertFalse(os.path.exists(self.path))

    def read_all(self, path):
        bare = bare_dimensions(path)
        self.assertEqual(bare, {"/draw", "/events/event", "/panel/row"})
        expected = listed_by_h5ls(path) - bare
        self.assertIn("/by_size/output", expected)
        self.check_ncdump(path)
        self.assertEqual(self.variables_of_netcdf(path), expected)
        for engine in ("netcdf4", "h5netcdf"):
            self.assertEqual(self.variables_of_xarray(path, engine), expected, engine)
        self.check_values(path)

    def check_ncdump(self, path):
        self.assertIn("netCDF-4", run("ncdump", "-k", path))
        text = run("ncdump", path)
        self.assertIn(f"month = UNLIMITED ; // ({MONTHS} currently)", text)
        self.assertIn("output:units = \"yuan\"", text)
        self.assertIn("软件", text)
        self.assertNotIn("phony_dim", text)

    def variables_of_netcdf(self, path):
        found = set()
        with netCDF4.Dataset(path) as file:
            for group in GROUPS:
                where = file if group == "/" else file[group]
                for name, variable in where.variables.items():
                    variable[...]
                    found.add(in_group(group, name))
        return found

    def variables_of_xarray(self, path, engine):
        found = set()
        for group in GROUPS:
            with xarray.open_dataset(path, engine=engine, group=group) as data:
                data.load()
                # a group's dataset also carries coordinates of the root where the engine inherits them
                found |= {in_group(group, name) for name in data.variables}
        return found

    def check_values(self, path):
        months = np.arange(MONTHS)
        with netCDF4.Dataset(path) as file:  # in the order in which they were written
            self.assertEqual(list(file.dimensions), ["month", "size", "sector", "tier", "draw"])
            self.assertEqual(list(file.groups), [group[1:] for group in GROUPS[1:]])
        with xarray.open_dataset(path, engine="netcdf4") as data:
            self.assertEqual(list(data["month"].values), list(months))
            np.testing.assert_array_equal(data["output"], 1000 + np.sqrt(months))
            self.assertEqual(list(data["sector"].values), ["agriculture", "machinery", "software 软件"])
            self.assertEqual(data.attrs["seed"], 2**64 - 1)
            self.assertGreater(len(data.attrs["scenario"].encode()), 65536)
            self.assertEqual(data["state_hash"].dtype, np.uint64)
        with xarray.open_dataset(path, engine="h5netcdf", group="/events") as data:
            self.assertEqual(list(data["month"].values), [m for m in months for _ in range(m % 4)])
            self.assertEqual(data["kind"].attrs["flag_meanings"], "entry bankruptcy")
        with h5py.File(path, "r") as file:
            self.assertEqual(file["accounts/transaction_flow"].shape, (MONTHS, 2, 3))
            self.assertEqual(file["accounts/transaction_flow"].dims[1][0].name, "/accounts/flow")
            for group in GROUPS:
                for dataset in file[group].values():
                    self.same_extent(dataset)

    def same_extent(self, dataset):
        if isinstance(dataset, h5py.Group) or h5py.h5ds.is_scale(dataset.id):
            return
        for axis, dimension in enumerate(dataset.dims):
            self.assertEqual(len(dimension), 1, dataset.name)
            self.assertEqual(dimension[0].shape[0], dataset.shape[axis], dataset.name)


class Content(Readers):
    """Run by test_growing in a process of its own, since HDF5 reads the locking variable once."""

    def setUp(self):
        if "RONGTONG_SAMPLE" not in os.environ:
            self.skipTest("run by test_growing")

    def tearDown(self):
        pass

    def test_finished(self):
        self.read_all(os.environ["RONGTONG_SAMPLE"])

    test_growing = None


if __name__ == "__main__":
    unittest.main()
