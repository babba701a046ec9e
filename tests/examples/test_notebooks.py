"""Every cell of every notebook runs, and nobody left its output in the checkout. With --kernel: as Jupyter runs it."""

import contextlib
import json
import os
import sys
import tempfile
import unittest
from pathlib import Path

sys.dont_write_bytecode = True
SOURCE = Path(__file__).resolve().parents[2]
NOTEBOOKS = sorted((SOURCE / "examples" / "notebooks").glob("*.ipynb"))
sys.path.insert(0, str(SOURCE / "analysis" / "python"))
os.environ["PYTHONPATH"] = sys.path[0]
os.environ["PYTHONDONTWRITEBYTECODE"] = "1"  # for the kernel's process
try:
    import matplotlib.pyplot as plt
    import xarray  # noqa: F401
    if "--kernel" in sys.argv:
        import ipykernel  # noqa: F401
        import nbclient
        import nbformat
except ImportError as error:
    print(f"skipped: {error}")
    sys.exit(77)


def run_plainly(path):
    """All cells of code, one after the other, in one module's names."""
    names = {"__name__": "__main__"}
    for cell in json.loads(path.read_text())["cells"]:
        if cell["cell_type"] == "code":
            exec(compile("".join(cell["source"]), f"{path.name}, {cell['id']}", "exec"), names)


def run_in_kernel(path):
    nbclient.NotebookClient(nbformat.read(path, as_version=4), timeout=300, kernel_name="python3").execute()


class Notebooks(unittest.TestCase):
    def test_each_cell_runs(self):
        self.assertGreaterEqual(len(NOTEBOOKS), 3)
        place = tempfile.TemporaryDirectory(prefix="rongtong-")
        self.addCleanup(place.cleanup)
        self.addCleanup(setattr, tempfile, "tempdir", None)
        tempfile.tempdir = os.environ["TMPDIR"] = place.name  # where notebooks put their results
        for path in NOTEBOOKS:
            with self.subTest(path.name), contextlib.chdir(place.name), open(os.devnull, "w") as nowhere, \
                    contextlib.redirect_stdout(nowhere):
                (run_in_kernel if "--kernel" in sys.argv else run_plainly)(path)
                plt.close("all")

    def test_nobody_left_output(self):
        for path in NOTEBOOKS:
            cells = [cell for cell in json.loads(path.read_text())["cells"] if cell["cell_type"] == "code"]
            self.assertEqual([cell["id"] for cell in cells if cell["outputs"] or cell["execution_count"]], [], path.name)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
