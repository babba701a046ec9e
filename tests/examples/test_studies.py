"""Each command of the studies in examples/ runs, on economies as small as there are and short; each study shows what its page shows.

    test_studies.py [NUMBER]
"""

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

sys.dont_write_bytecode = True
SOURCE = Path(__file__).resolve().parents[2]
STUDIES = sorted(path for path in (SOURCE / "examples").iterdir() if path.name[0].isdigit())
PROGRAM = os.environ.get("RONGTONG_PROGRAM", str(SOURCE / "build" / "release" / "rongtong"))
try:
    import h5py  # noqa: F401
    import matplotlib  # noqa: F401
    import pandas  # noqa: F401
    import xarray  # noqa: F401
except ImportError as error:
    print(f"skipped: {error}")
    sys.exit(77)

WANTED = int(sys.argv[1]) if len(sys.argv) > 1 else None

# What is said of time in a scenario or plan, and of how much is run.
SMALL = {"firms": 600, "months": 14, "replicates": 2, "start_month": 3, "ramp_months": 1, "month": 4}


def smaller(value):
    if isinstance(value, list):
        return [smaller(item) for item in value]
    if not isinstance(value, dict):
        return value
    if value.get("between"):  # months of a course
        return {**value, "months": [4 + 2 * k for k in range(len(value["months"]))]}
    if "steps" in value:
        return {**value, "steps": dict.fromkeys(value["steps"], 2)}
    return {key: SMALL[key] if key in SMALL and isinstance(item, int) else smaller(item) for key, item in value.items()}


def commands(page):
    return re.findall(r"^```sh\n(.*?)^```", page, flags=re.MULTILINE | re.DOTALL)


class Studies(unittest.TestCase):
    def setUp(self):
        place = tempfile.TemporaryDirectory(prefix="rongtong-")
        self.addCleanup(place.cleanup)
        self.place = Path(place.name)
        (self.place / "bin").mkdir()
        (self.place / "bin" / "rongtong").symlink_to(PROGRAM)
        (self.place / "bin" / "python3").symlink_to(sys.executable)
        self.environment = {**os.environ, "PATH": f"{self.place / 'bin'}:{os.environ['PATH']}", "PYTHONDONTWRITEBYTECODE": "1",
                            "PYTHONPATH": str(SOURCE / "analysis" / "python"), "RONGTONG_PROGRAM": PROGRAM, "MPLBACKEND": "Agg"}

    def test_every_command(self):
        self.assertEqual([study.name[0] for study in STUDIES], ["1", "2", "3", "4", "5"])
        for study in STUDIES if WANTED is None else [STUDIES[WANTED - 1]]:
            with self.subTest(study.name):
                self.follow(study)

    def follow(self, study):
        folder = self.place / study.name
        shutil.copytree(study, folder)
        pictures = sorted(path.name for path in folder.glob("*.png"))
        for picture in pictures:
            (folder / picture).unlink()
        for file in folder.glob("*.json"):
            file.write_text(json.dumps(smaller(json.loads(file.read_text()))))
        for file in folder.glob("*.py"):
            file.write_text(file.read_text().replace("range(4)", "range(2)"))
        page = (folder / "README.md").read_text()
        self.assertTrue(commands(page))
        for block in commands(page):
            done = subprocess.run(["bash", "-euo", "pipefail", "-c", block.replace("0 1 2 3", "0 1")], cwd=folder, env=self.environment,
                                  capture_output=True, text=True, check=False)
            self.assertEqual(done.returncode, 0, f"{block}\n{done.stdout}\n{done.stderr}")
        self.assertEqual(sorted(path.name for path in folder.glob("*.png")), pictures)  # those that the checkout has
        self.assertEqual(set(re.findall(r"\]\((\w+\.png)\)", page)), set(pictures))


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
