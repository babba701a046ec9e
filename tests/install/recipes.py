#!/usr/bin/python3
"""Dockerfile and Apptainer recipe, as far as no engine is needed: what they name is there, they are one recipe, nobody is root.

    recipes.py SOURCE
"""

import re
import sys
from pathlib import Path

SOURCE = Path(sys.argv[1])
docker = (SOURCE / "Dockerfile").read_text(encoding="utf-8")
apptainer = (SOURCE / "containers/rongtong.def").read_text(encoding="utf-8")
problems = []

stages = re.split(r"^(?=FROM )", docker, flags=re.MULTILINE)[1:]
bases = re.findall(r"^FROM (\S+)", docker, flags=re.MULTILINE)
if bases != re.findall(r"^From: (\S+)", apptainer, flags=re.MULTILINE):
    problems.append(f"the Dockerfile begins with {bases}, the recipe of Apptainer with others")
users = re.findall(r"^USER (\S+)", stages[-1], flags=re.MULTILINE)
if not users or users[-1] in ("root", "0") or f"useradd --create-home --uid 1000 {users[-1]}" not in stages[-1]:
    problems.append("Dockerfile: the last stage ends as no ordinary user of its own")
if stages[-1].find("USER ") < stages[-1].rfind("RUN "):
    problems.append("Dockerfile: the last stage runs something after it has become an ordinary user")

scripts = {"Dockerfile": docker, "containers/rongtong.def": apptainer}
named = {name: set(re.findall(r"containers/\w+\.sh", text)) for name, text in scripts.items()}
if named["Dockerfile"] != named["containers/rongtong.def"]:
    problems.append(f"Dockerfile and Apptainer recipe call other scripts: {named}")
for script in set.union(*named.values()):
    if not (SOURCE / script).stat().st_mode & 0o111:
        problems.append(f"{script} is no program")
ignored = (SOURCE / ".dockerignore").read_text(encoding="utf-8").split()
for needed in ("rt", "containers", ".git"):
    if needed in ignored:
        problems.append(f".dockerignore keeps {needed} out")

for problem in problems:
    print(problem)
sys.exit(1 if problems else 0)
