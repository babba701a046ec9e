#!/usr/bin/env python3
"""The site of the documents (docs/make_site.py) is made, is whole and asks no other host. site.py ROOT; 77 where mkdocs is not there."""

import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ASKS = re.compile(r"<(?:script|link|img|iframe)[^>]*(?:src|href)=[\"']?(?:https?:)?//", re.IGNORECASE)


def main(root):
    if not shutil.which("mkdocs"):
        print("skipped: no mkdocs (apt-get install mkdocs)")
        return 77
    with tempfile.TemporaryDirectory() as folder:
        made = subprocess.run([sys.executable, root / "docs/make_site.py", folder], capture_output=True, text=True, check=False)
        if made.returncode != 0:
            print(made.stdout, made.stderr)
            return 1
        site = Path(folder, "site")
        pages = list(site.rglob("*.html"))
        wrong = [f"{p.relative_to(site)} asks another host" for p in pages if ASKS.search(p.read_text(encoding="utf-8"))]
        for page in ("index.html", "README.zh-CN.html", "docs/odd.html", "docs/adr/index.html", "examples/index.html", "docs/demo-effects.png"):
            if not (site / page).exists():
                wrong.append(f"{page} is not there")
        if "32 Growth that is made" not in (site / "docs/adr/index.html").read_text(encoding="utf-8"):
            wrong.append("the list of decisions lacks one")
        broken = Path(folder, "pages/docs/odd.md")  # and the check of links is one
        broken.write_text(broken.read_text(encoding="utf-8") + "\n[nowhere](nowhere.md)\n", encoding="utf-8")
        if subprocess.run(["mkdocs", "build", "--strict", "--quiet", "-f", Path(folder, "mkdocs.yml")], capture_output=True, check=False).returncode == 0:
            wrong.append("a link that leads nowhere is not found")
        print(*wrong, sep="\n")
        return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
