"""The companion's types hold, by mypy in its strict mode."""

import importlib.util
import subprocess
import sys
import unittest

from companion import SOURCE, Case


class Types(Case):
    def test_types(self):
        if importlib.util.find_spec("mypy") is None:
            self.skipTest("mypy is not installed")
        package = SOURCE / "analysis" / "python"
        told = subprocess.run([sys.executable, "-m", "mypy", "--cache-dir", self.folder / "cache", "--config-file", package / "pyproject.toml",
                               package / "rongtong"], capture_output=True, text=True, check=False)
        self.assertEqual(told.returncode, 0, told.stdout + told.stderr)


if __name__ == "__main__":
    unittest.main()
