"""What the tests of the program share: calling it in a folder of their own, and comparing results files."""

import os
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

try:
    import h5py
except ImportError:
    print("skipped: no h5py")
    sys.exit(77)

SOURCE = Path(__file__).resolve().parents[2]
PROGRAM = os.environ.get("RONGTONG_PROGRAM", SOURCE / "build" / "release" / "rongtong")
SCENARIOS = SOURCE / "scenarios"
SMALL, CAP, REST = (str(SCENARIOS / name) for name in ("small.json", "prompt-payment.json", "rest.json"))
RECORDS = ('/output={"panel":{"variables":["workers","cash","price"],"every_months":6,"firms":"all"},'
           '"network":{"every_months":6},"events":true}')
BARE = "This is a netCDF dimension but not a netCDF variable"


class Case(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="rongtong-")
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def start(self, *words, **options):
        return subprocess.Popen([PROGRAM, *map(str, words)], **{"cwd": self.folder, **options}, stdout=subprocess.PIPE,
                                stderr=subprocess.PIPE, text=True)

    def call(self, *words, code=0, input_text=None, timeout=300, **options):
        """Runs the program to its end; its output and error output. Fails on another exit code, unless that is None."""
        process = self.start(*words, stdin=subprocess.PIPE if input_text is not None else None, **options)
        out, err = process.communicate(input_text, timeout=timeout)
        self.assertEqual(process.returncode, process.returncode if code is None else code, f"{' '.join(map(str, words))}\n{out}\n{err}")
        return out, err

    def path(self, name):
        return self.folder / name

    def same_data(self, a, b):
        a, b = data_of(self.path(a)), data_of(self.path(b))
        self.assertEqual(a.keys(), b.keys())
        self.assertEqual([name for name in a if a[name] != b[name]], [])


def datasets(file):
    found = {}
    file.visititems(lambda name, item: found.update({name: item}) if isinstance(item, h5py.Dataset) else None)
    return found


def data_of(path):
    """{name: (type, shape, bytes)} of every data set."""
    with h5py.File(path, "r") as file:
        result = {}
        for name, item in datasets(file).items():
            values = item[...]
            raw = list(values.ravel()) if values.dtype == object else values.tobytes()
            result[name] = (str(item.dtype), item.shape, raw)
        return result


def text(value):
    return value.decode() if isinstance(value, bytes) else str(value)
