#!/usr/bin/env python3
"""Makes a small site of the documents: make_site.py FOLDER. Needs mkdocs (Debian: mkdocs).

Every document that git knows, old results' apart, goes into FOLDER/pages under the path that it has here, with the pictures and files that
it links to, so that links between documents hold; a link to a folder becomes a page that lists its documents. mkdocs makes FOLDER/site of
it and stops at a link that leads nowhere. The pages ask no other host for anything.
"""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
NAV = [  # title, document; a list: a section
    ("Overview", "README.md"),
    ("中文", "README.zh-CN.md"),
    ("Tutorial", "docs/tutorial.md"),
    ("教程", "docs/tutorial.zh-CN.md"),
    ("How to", ["scenarios/README.md", "docs/sweeps.md", "docs/designs.md", "docs/calibrate.md", "docs/cluster.md", "docs/own-data.md", "scenarios/calibration/README.md",
                "docs/analysis.md", "docs/python.md", "docs/r.md", "docs/step.md", "docs/bundle.md", "docs/checkpoint.md", "docs/validate.md",
                "scenarios/study/README.md"]),
    ("Questions", "docs/faq.md"),
    ("Examples", ["examples/README.md"]),
    ("Reference", ["docs/parameters.md", "output/format.md", "output/collected.md", "docs/performance.md"]),
    ("The model", ["docs/odd.md", "docs/validation.md", "docs/levers.md", "docs/protection.md", "docs/experiments.md", "docs/adr"]),
    ("Take part", ["CONTRIBUTING.md", "docs/held.md", "CHANGELOG.md"]),
]
LINK = re.compile(r"(\]\()([^)\s#]+)((?:#[^)\s]*)?\))")


def documents():
    listed = subprocess.run(["git", "ls-files", "*.md"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.split()
    return [Path(p) for p in listed if not p.startswith("tests/old/")]


def title_of(document):
    first = next((line for line in (ROOT / document).read_text(encoding="utf-8").splitlines() if line.startswith("# ")), "")
    return first[2:].strip() or document.stem


def list_folder(folder, pages):
    """A page for a folder that is linked to: its documents."""
    listed = sorted(d for d in documents() if d.parent == folder)
    lines = [f"# {folder}", ""] + [f"- [{title_of(d)}]({d.name})" for d in listed]
    (pages / folder / "index.md").write_text("\n".join(lines) + "\n", encoding="utf-8")


def stage(document, pages):
    """The document, and what it links to that is no document. Links to folders and files without an ending get one that mkdocs knows."""

    def point(match):
        head, target, tail = match.groups()
        if "://" in target or target.startswith("mailto:"):
            return match.group(0)
        path = Path(document.parent, target)
        real = (ROOT / path).resolve().relative_to(ROOT)
        if (ROOT / real).is_dir():
            return f"{head}{target.rstrip('/')}/index.md{tail}"
        if real.suffix != ".md":
            name = real.name if real.suffix else real.name + ".txt"
            (pages / real.parent).mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / real, pages / real.parent / name)
            return f"{head}{target if real.suffix else target + '.txt'}{tail}"
        return match.group(0)

    (pages / document).parent.mkdir(parents=True, exist_ok=True)
    text = (ROOT / document).read_text(encoding="utf-8")
    (pages / document).write_text(LINK.sub(point, text), encoding="utf-8")


def navigation():
    def page(path):
        return {title_of(Path(path)): path} if path.endswith(".md") else {"Decisions": f"{path}/index.md"}

    return [{title: list(map(page, what)) if isinstance(what, list) else what} for title, what in NAV]


def main(folder):
    pages = folder / "pages"
    shutil.rmtree(folder, ignore_errors=True)
    for document in documents():
        stage(document, pages)
    list_folder(Path("docs/adr"), pages)
    settings = {"site_name": "rongtong 融通", "docs_dir": "pages", "site_dir": "site", "use_directory_urls": False, "nav": navigation(),
                "theme": {"name": "mkdocs", "highlightjs": False, "nav_style": "light"}, "markdown_extensions": ["tables", "fenced_code", "toc"],
                "plugins": ["search"]}
    (folder / "mkdocs.yml").write_text(json.dumps(settings, ensure_ascii=False), encoding="utf-8")  # JSON is YAML
    return subprocess.run(["mkdocs", "build", "--strict", "--quiet", "-f", str(folder / "mkdocs.yml")], check=False).returncode


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]).resolve()))
