"""What the tests of the Python companion share: a folder of their own, and quiet runs of small economies."""

import os
import sys
import tempfile
import unittest
import warnings
from pathlib import Path

sys.dont_write_bytecode = True  # a test leaves nothing in the source tree
SOURCE = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(SOURCE / "analysis" / "python"))
os.environ.setdefault("RONGTONG_PROGRAM", str(SOURCE / "build" / "release" / "rongtong"))
os.environ.setdefault("MPLBACKEND", "Agg")
try:
    import h5py  # noqa: F401
    import rongtong
except ImportError as error:
    print(f"skipped: {error}")
    sys.exit(77)

SMALL = {"extends": "baseline", "name": "base", "firms": 600, "months": 8}
CAP = {"extends": "prompt-payment", "name": "cap", "firms": 600, "months": 8,
       "policies": {"cap": {"start_month": 3, "ramp_months": 2}}}


class Case(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="rongtong-")
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        warnings.simplefilter("ignore", rongtong.RunNote)

    def run_one(self, scenario, name, **options):
        path = self.folder / name
        path.parent.mkdir(exist_ok=True)
        return rongtong.run(scenario, path, progress=False, **options)
