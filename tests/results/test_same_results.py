"""The tool that compares two builds, on one build and on others that are bent on purpose."""
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

HERE = Path(__file__).resolve().parent
PROGRAM = os.environ.get("RONGTONG_PROGRAM", HERE.parents[1] / "build" / "release" / "rongtong")
BENT = """#!/usr/bin/python3
import subprocess, sys
words = sys.argv[1:]
code = subprocess.run([{program!r}, *words, *({more!r} if words[0] == "run" else [])]).returncode
if code == 0 and words[0] == "run":
    import h5py
    with h5py.File(words[words.index("-o") + 1], "r+") as file:
        {change}
sys.exit(code)
"""


class SameResults(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="rongtong-")
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def bent(self, more=(), change="pass"):
        """The program with more words on its command line, or with a results file that is changed afterwards."""
        path = self.folder / "bent"
        path.write_text(BENT.format(program=str(PROGRAM), more=list(more), change=change))
        path.chmod(0o755)
        return path

    def compare(self, old, new, code):
        done = subprocess.run([sys.executable, HERE / "same_results.py", old, new, "--firms", "500", "--months", "15",
                               "--scenario", HERE.parents[1] / "scenarios" / "small.json"], capture_output=True, text=True)
        self.assertEqual(done.returncode, code, done.stdout + done.stderr)
        return done.stdout

    def test_one_build_agrees_with_itself(self):
        said = self.compare(PROGRAM, self.bent(["--replicate", "0"]), 0)
        self.assertRegex(said, r"small: \d{3,4} data sets equal, 0 differ")
        self.assertTrue(said.endswith("\nthe same results\n"))

    def test_another_hash_and_another_column_are_no_difference(self):
        said = self.compare(PROGRAM, self.bent(change="file['state_hash'][...] = 1; file['added'] = file['wage'][...]"), 0)
        self.assertIn("only in the new one: added", said)

    def test_one_bit_a_text_and_a_missing_column_are_found(self):
        change = ("file['by_size/wage'][3, 1] *= 1 + 1e-15; del file['wage']; file['panel/cash'][7] += 1; "
                  "file['size'][0] = 'tiny'")
        said = self.compare(PROGRAM, self.bent(change=change), 1)
        self.assertIn("4 differ", said)
        self.assertRegex(said, r"by_size/wage: 1 of \d+ values, first at \[3, 1\]")
        self.assertIn("wage: gone", said)
        self.assertRegex(said, r"panel/cash: 1 of \d+ values, first at \[7\]")
        self.assertIn("size: 1 of 4 values", said)

    def test_a_run_that_fails_is_a_difference(self):
        said = self.compare(PROGRAM, self.bent(["--set", "/firms=-1"]), 1)
        self.assertIn("exit code 2", said)


if __name__ == "__main__":
    unittest.main()
