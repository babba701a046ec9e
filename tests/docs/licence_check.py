#!/usr/bin/python3
"""docs/copyright names everything that is not ours, by the licence that its makers gave it.

    licence_check.py SOURCE
"""

import json
import re
import sys
from pathlib import Path

SOURCE = Path(sys.argv[1])
PAGE = SOURCE / "analysis/report/page"
DEBIAN_NAMES = {"MIT": "Expat", "BSD-3-Clause": "BSD-3-clause"}
# By what a source includes: headers alone, so compiled into the program (name in docs/copyright, Debian package, its licence), or
# a library that stays a package of its own.
HEADERS = {"CLI": ("CLI11", "libcli11-dev", "BSD-3-clause"), "Random123": ("Random123", "librandom123-dev", "BSD-3-clause"),
           "spdlog": ("spdlog", "libspdlog-dev", "Expat"), "nlohmann": ("nlohmann-json", "nlohmann-json3-dev", "Expat"),
           "fmt": ("fmt", "libfmt-dev", "Expat"), "boost": ("Boost", "libboost1.74-dev", "BSL-1.0")}
OTHERS = {"tbb", "openssl", "hdf5.h", "hdf5_hl.h", "mpi.h", "xxhash.h", "zip.h",  # linked
          "sys", "fcntl.h", "immintrin.h", "poll.h", "unistd.h"}  # of the system and the compiler

problems = []


def text_of(path):
    return (SOURCE / path).read_text(encoding="utf-8")


def stanzas():
    """Fields of each paragraph; lines that go on are joined."""
    for paragraph in text_of("docs/copyright").strip().split("\n\n"):
        joined = re.sub(r"\n ", "\n\t", paragraph).split("\n")
        fields, name = {}, None
        for line in joined:
            if line.startswith("\t"):
                fields[name] += "\n" + line[1:]
            else:
                name, _, fields[name] = line.partition(": ")
        yield fields


def words(text):
    return re.sub(r"[\s.*0-9]+", " ", text).strip()


def check_form(files, licences):
    for pattern, fields in files.items():
        for name in fields["License"].split(" and "):
            if name not in licences:
                problems.append(f"docs/copyright: {pattern} is under {name}, whose text is missing")
        if "usr/" not in pattern and not list(SOURCE.glob(pattern)):
            problems.append(f"docs/copyright: there is no {pattern}")
    ours = text_of("LICENSE").split("\n\n", 2)
    if ours[0] != "MIT License" or words(ours[2]) != words(licences["Expat"]):
        problems.append("LICENSE is not the licence that docs/copyright gives as Expat, also called MIT")
    if files["*"]["License"] != "Expat" or files["*"]["Copyright"] not in ours[1]:
        problems.append(f"docs/copyright says {files['*']['Copyright']}, LICENSE {ours[1]}")


def check_page(stanza):
    notices = text_of("analysis/report/page/dist/licences.txt")
    locked = json.loads((PAGE / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    by_name = {path.removeprefix("node_modules/"): entry for path, entry in locked.items()}
    named = re.findall(r"^(@?[\w./-]+ \d[\w.]*(?:, @?[\w./-]+ \d[\w.]*)*)\n\n", notices, flags=re.MULTILINE)
    packages = [one.split(" ") for line in named for one in line.split(", ")]
    if len(packages) < 10:
        problems.append("dist/licences.txt: this test no longer finds the packages; mend its pattern")
    for name, version in packages:
        entry = by_name.get(name, {})
        if entry.get("version") != version:
            problems.append(f"dist/licences.txt has {name} {version}, package-lock.json {entry.get('version')}")
        licence = DEBIAN_NAMES.get(entry.get("license"), entry.get("license"))
        if licence not in stanza["License"].split(" and "):
            problems.append(f"docs/copyright: the page holds {name}, which is under {licence}")
    for holder in re.findall(r"^Copyright (?:\(c\) )?[\d-]+ (.+)$", notices, flags=re.MULTILINE):
        if holder not in stanza["Copyright"]:
            problems.append(f"docs/copyright: of the page, {holder} is missing")


def check_headers(stanza):
    sources = [path for folder in ("sim", "models", "scenarios", "output", "analysis", "cli") for path in (SOURCE / folder).rglob("*.?pp")]
    included = {name for path in sources for name in re.findall(r"^\s*#include <([\w./]+)>", path.read_text(encoding="utf-8"), flags=re.MULTILINE)}
    origins = {name.split("/")[0] for name in included if "/" in name or name.endswith(".h")}
    for stranger in sorted(origins - set(HEADERS) - OTHERS):
        problems.append(f"<{stranger}> is included: is it headers alone? Then docs/copyright must name it, and this test know it")
    for origin in sorted(origins & set(HEADERS)):
        name, package, licence = HEADERS[origin]
        if f"{name} ({licence})" not in stanza["Comment"]:
            problems.append(f"docs/copyright: {name} ({licence}) is compiled into the program")
        said = Path("/usr/share/doc") / package / "copyright"
        if said.exists() and not re.search(rf"License: {licence}", said.read_text(encoding="utf-8"), flags=re.IGNORECASE):
            problems.append(f"{said} does not know {licence}, which docs/copyright says of {name}")


def check_figures(files):
    for folder in sorted(path for path in (SOURCE / "scenarios/calibration").iterdir() if path.is_dir()):
        if f"scenarios/calibration/{folder.name}/*" not in files:
            problems.append(f"docs/copyright does not say whose figures are in scenarios/calibration/{folder.name}/")
        for path in folder.glob("*.json"):
            if '"source"' not in path.read_text(encoding="utf-8"):
                problems.append(f"{path.relative_to(SOURCE)}: names no source")


def main():
    everything = list(stanzas())
    files = {fields["Files"]: fields for fields in everything if "Files" in fields}
    licences = {}
    for fields in everything:
        if "License" in fields and "Files" not in fields:
            name, _, terms = fields["License"].partition("\n")
            licences[name] = terms
    check_form(files, licences)
    check_page(files["analysis/report/page/dist/*"])
    check_headers(files["usr/bin/rongtong"])
    check_figures(files)
    for problem in problems:
        print(problem)
    sys.exit(1 if problems else 0)


main()
