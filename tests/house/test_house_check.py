"""The check of the house: this house is in order, and each kind of disorder is found in a small one."""
import sys
import tempfile
import unittest
from pathlib import Path
from unittest import mock

sys.path.insert(0, str(Path(__file__).resolve().parent))
import house_check

HOUSE = Path(__file__).resolve().parents[2]
LONG = "void f(int a,\n       int b)\n{\n" + "    a = b;\n" * 38 + "}\n"


class Order(unittest.TestCase):
    def findings(self, files, known=""):
        """What is found in a house of these files, with one list for cycles and for what is long."""
        with tempfile.TemporaryDirectory() as folder:
            for name, text in files.items():
                path = Path(folder) / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text)
            (Path(folder) / "known_cycles.txt").write_text(known)
            (Path(folder) / "long.txt").write_text(known)
            with mock.patch.object(house_check, "HERE", Path(folder)):
                return list(house_check.findings(Path(folder)))

    def test_this_house(self):
        self.assertEqual(list(house_check.findings(HOUSE)), [])
        self.assertGreater(len(house_check.sources(HOUSE)), 300)

    def test_arrows_upward_and_sideways(self):
        found = self.findings({"sim/a.hpp": '#include "models/b.hpp"\n', "output/c.cpp": '#include "models/b.hpp"\n',
                               "models/b.hpp": '#include "sim/d.hpp"\n', "models/e.cpp": '#include "tests/f.hpp"\n',
                               "cli/g.cpp": '#include "models/b.hpp"\n'})
        self.assertEqual([line.split(":")[0] for line in found], ["sim/a.hpp", "models/e.cpp", "output/c.cpp"])

    def test_circles_of_folders(self):
        files = {"models/a/x.cpp": '#include "models/b/x.hpp"\n', "models/b/x.hpp": '#include "models/c/x.hpp"\n',
                 "models/c/y.cpp": '#include "models/a/x.hpp"\n', "models/d/x.cpp": '#include "models/a/x.hpp"\n',
                 "models/top.hpp": '#include "models/a/x.hpp"\n', "models/a/z.cpp": '#include "models/top.hpp"\n'}
        arrows = [line.split(" is on")[0] for line in self.findings(files)]
        self.assertEqual(arrows, ["models: a -> b", "models: b -> c", "models: c -> a"])
        self.assertEqual(len(self.findings(files, "a -> b: known\nc -> a: known\n")), 1)

    def test_circles_of_headers(self):
        found = self.findings({"sim/a.hpp": '#include "sim/b.hpp"\n', "sim/b.hpp": '#include "sim/a.hpp"\n'})
        self.assertEqual(found, ["headers include each other: sim/a.hpp, sim/b.hpp"])

    def test_length(self):
        short = LONG.replace("    a = b;\n", "", 2)
        self.assertEqual(self.findings({"sim/a.cpp": f"namespace {{\n\n// what it does\n{short}\n}} // namespace\n"}), [])
        found = self.findings({"sim/a.cpp": f"// one\n{LONG}\n{short}", "sim/b.cpp": "int i;\n" * 251})
        self.assertEqual([line.split(";")[0] for line in found],
                         ["sim/a.cpp f: a function of 42 lines, 40 are usual at most",
                          "sim/b.cpp: 251 lines, 250 are usual at most"])
        self.assertEqual(self.findings({"sim/a.cpp": LONG}, "sim/a.cpp f: a table\n"), [])
        self.assertIn("gives no reason", self.findings({"sim/a.cpp": LONG}, "sim/a.cpp f\n")[0])

    def test_length_of_members_and_tests(self):
        member = "struct S {\n" + "".join(f"    {line}\n" for line in LONG.splitlines()) + "};\n"
        case = LONG.replace("void f(int a,\n       int b)", 'TEST_CASE("so it is: always", "[x]")')
        found = self.findings({"sim/a.cpp": member, "tests/sim/a.cpp": case})
        self.assertEqual([line.split(": a fun")[0] for line in found], ["sim/a.cpp f", "tests/sim/a.cpp so it is: always"])


if __name__ == "__main__":
    unittest.main()
