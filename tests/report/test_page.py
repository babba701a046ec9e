"""The page that is embedded in the program: made of the sources beside it, in two languages, asking no network."""

import hashlib
import json
import re
import shutil
import subprocess
import unittest
from pathlib import Path

PAGE = Path(__file__).resolve().parents[2] / "analysis" / "report" / "page"
MADE = (PAGE / "dist" / "page.html").read_text(encoding="utf-8")


def keys(value, before=""):
    if not isinstance(value, dict):
        return {before}
    return {key for name, below in value.items() for key in keys(below, f"{before}.{name}")}


def leaves(value):
    return [leaf for below in value.values() for leaf in leaves(below)] if isinstance(value, dict) else [value]


class Page(unittest.TestCase):
    def setUp(self):
        self.texts = {name: json.loads((PAGE / "texts" / f"{name}.json").read_text(encoding="utf-8")) for name in ("en", "zh")}

    def test_both_languages_have_the_same_texts(self):
        self.assertEqual(keys(self.texts["en"]), keys(self.texts["zh"]))
        holes = {name: sorted(re.findall(r"\{\w+\}", " ".join(leaves(texts)))) for name, texts in self.texts.items()}
        self.assertEqual(holes["en"], holes["zh"])
        for texts in self.texts.values():
            self.assertTrue(all(isinstance(leaf, str) and leaf.strip() for leaf in leaves(texts)))
        chinese = [leaf for leaf in leaves(self.texts["zh"]) if re.search("[\u4e00-\u9fff]", leaf)]
        self.assertGreater(len(chinese), 0.95 * len(leaves(self.texts["zh"])))

    def test_every_text_that_the_page_asks_for_is_there(self):
        asked = {key for path in (PAGE / "src").rglob("*.js") for key in re.findall(r'\bt\("([\w.]+)"', path.read_text(encoding="utf-8"))}
        self.assertGreater(len(asked), 30)
        self.assertEqual({"." + key for key in asked} - keys(self.texts["en"]), set())

    def test_it_is_made_of_the_sources_beside_it(self):
        files = [*("build.mjs", "package-lock.json", "package.json", "style.css", "template.html"),
                 *(path.relative_to(PAGE).as_posix() for folder in ("src", "texts") for path in (PAGE / folder).rglob("*.*"))]
        text = "".join(f"{file}\n{(PAGE / file).read_text(encoding='utf-8')}\n" for file in sorted(files))
        self.assertIn(f'<meta name="sources" content="{hashlib.sha256(text.encode()).hexdigest()}">', MADE,
                      "page/dist/ is older than its sources; ./rt report-page makes it anew")

    @unittest.skipUnless(shutil.which("node") and (PAGE / "node_modules" / "esbuild").exists(), "no node, or npm ci was not run")
    def test_it_is_made_to_the_byte(self):
        made = subprocess.run(["node", "build.mjs", "--check"], cwd=PAGE, capture_output=True, text=True, check=False)
        self.assertEqual(made.returncode, 0, made.stderr)

    def test_it_asks_no_network(self):
        self.assertIn("default-src 'none'", MADE)
        self.assertIsNone(re.search(r"XMLHttpRequest|\bfetch\(|\bimport\(|WebSocket|EventSource|sendBeacon|@import|url\((?!data:|#)", MADE.split("</style>")[0]))
        script = MADE.split("<script>")[-1]
        self.assertIsNone(re.search(r"XMLHttpRequest|\bfetch\(|\bimport\(|new WebSocket|new EventSource|sendBeacon", script))
        self.assertIsNone(re.search(r"""(?:src|href)\s*=\s*["']?(?:https?:)?//""", MADE))
        self.assertEqual(set(re.findall(r"https?://([\w.]+)", script)) - {"www.w3.org"}, set())
        self.assertLess(len(MADE), 1_000_000)
        self.assertTrue(MADE.isascii())

    def test_licences_of_what_is_embedded_stand_beside_it(self):
        terms = (PAGE / "dist" / "licences.txt").read_text(encoding="utf-8")
        lock = json.loads((PAGE / "package-lock.json").read_text(encoding="utf-8"))
        wanted = json.loads((PAGE / "package.json").read_text(encoding="utf-8"))
        for kind in ("dependencies", "devDependencies"):
            for name, version in wanted[kind].items():
                self.assertEqual(lock["packages"][f"node_modules/{name}"]["version"], version)  # exact, no range
        for name, version in wanted["dependencies"].items():
            self.assertIn(f"{name} {version}", terms)
            self.assertIn(f"{name} {version}", MADE)


if __name__ == "__main__":
    unittest.main()
