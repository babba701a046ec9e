"""pip installs the companion from the checkout without a network, and it works from there."""

import importlib.util
import os
import re
import shutil
import subprocess
import sys
import unittest

from companion import SOURCE, Case, rongtong

PYTHON = "/usr/bin/python3"


class Install(Case):
    def test_by_pip_without_network(self):
        if any(importlib.util.find_spec(name) is None for name in ("pip", "setuptools", "wheel")):
            self.skipTest("python3-pip, python3-setuptools or python3-wheel is not installed")
        source = self.folder / "source"
        shutil.copytree(SOURCE / "analysis" / "python", source)  # pip leaves its build folder beside what it installs
        target = self.folder / "target"
        subprocess.run([PYTHON, "-m", "pip", "install", "--quiet", "--no-index", "--no-build-isolation", "--no-deps", "--target", target,
                        source], check=True, env={**os.environ, "PIP_DISABLE_PIP_VERSION_CHECK": "1"})
        self.assertTrue((target / "rongtong" / "py.typed").exists())
        told = subprocess.run([PYTHON, "-c", "import rongtong; print(rongtong.__file__); rongtong.Scenario({'extends': 'baseline'})"],
                              env={**os.environ, "PYTHONPATH": str(target)}, cwd=self.folder, check=True, capture_output=True, text=True)
        self.assertIn(str(target), told.stdout)

    def test_one_version(self):
        version = re.search(r"project\(rongtong VERSION (\S+)", (SOURCE / "CMakeLists.txt").read_text()).group(1)
        self.assertEqual(rongtong.__version__, version)


if __name__ == "__main__":
    sys.exit(unittest.main())
