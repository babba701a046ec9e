#!/usr/bin/env python3
"""Whether the sources keep the order of the house.

    house_check.py SOURCE_FOLDER [--cycles | --stale]

- Includes between top folders go downward only (BELOW).
- No folder of models/ includes another in a circle, but for the known arrows in known_cycles.txt, which become fewer. Files that
  lie in models/ itself put the folders together and count for none. --cycles prints the arrows that lie on circles today.
- No header includes itself over others.
- No function has more than 40 lines, no file more than 250, but for those in long.txt, each with its reason.

--stale prints the lines of both lists that are not needed any more.

Exit code 0: in order; 1: not, with every finding on a line.
"""
import re
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
BELOW = {"sim": [], "models": ["sim"], "scenarios": ["models", "sim"], "output": ["sim"], "analysis": ["output", "sim"],
         "cli": ["analysis", "output", "scenarios", "models", "sim"]}
FUNCTION, FILE = 40, 250
INCLUDE = re.compile(r'^#include "([^"]+)"', re.M)


def sources(root):
    """{path below root: text} of all C++ sources, tests and benchmarks too."""
    found = {}
    for folder in (*BELOW, "tests", "bench"):
        for path in sorted((root / folder).rglob("*.[ch]pp")):
            found[path.relative_to(root).as_posix()] = path.read_text()
    return found


def includes(texts):
    """{file: files of the house that it includes}."""
    return {name: INCLUDE.findall(text) for name, text in texts.items()}


def upward(graph):
    for name, targets in graph.items():
        own = name.split("/")[0]
        for target in targets:
            other = target.split("/")[0]
            if own in BELOW and other != own and (other in BELOW or other in ("tests", "bench")) and other not in BELOW[own]:
                yield f"{name}: includes {target}, but {own}/ lies below {other}/ or beside it"


def circles(graph):
    """Sets of nodes that reach each other."""
    def reached(start):
        seen, todo = set(), [start]
        while todo:
            for target in graph.get(todo.pop(), ()):
                if target not in seen:
                    seen.add(target)
                    todo.append(target)
        return seen

    reach = {node: reached(node) for node in graph}
    return {frozenset(other for other in reach[node] if node in reach.get(other, ())) for node in graph} - {frozenset()}


def model_folders(graph):
    """{folder of models/: {folder that it includes: where it does so first}}."""
    arrows = {}
    for name, targets in graph.items():
        for target in targets:
            a, b = name.split("/"), target.split("/")
            if a[0] == b[0] == "models" and len(a) > 2 and len(b) > 2 and a[1] != b[1]:
                arrows.setdefault(a[1], {}).setdefault(b[1], f"{name} includes {target}")
    return arrows


def arrows_on_circles(graph):
    """{"a -> b": where} of the arrows between folders of models/ that lie on a circle."""
    arrows = model_folders(graph)
    found = circles(arrows)
    return {f"{a} -> {b}": where for a, targets in sorted(arrows.items()) for b, where in sorted(targets.items())
            if any(a in circle and b in circle for circle in found)}


def read_list(name):
    """{entry: reason} of a list beside this file: "entry: reason" lines, # for remarks."""
    entries = {}
    for line in (HERE / name).read_text().splitlines():
        if line and not line.startswith("#"):
            entry, _, reason = line.rpartition(": ") if ": " in line else (line, "", "")
            entries[entry] = reason.strip()
    return entries


def functions(text):
    """(name, lines) of each function: a brace alone on its line, to the brace below it (clang-format puts them so)."""
    lines = text.splitlines()
    for k, line in enumerate(lines):
        if line.strip() != "{" or k == 0 or lines[k - 1].rstrip().endswith((";", "{", "}")):
            continue
        end = next((n for n in range(k + 1, len(lines)) if re.match(line.replace("{", "}"), lines[n])), len(lines))
        start = k - 1
        while start > 0 and lines[start - 1].strip() and not lines[start - 1].rstrip().endswith((";", "}", "{", ":")) \
                and not lines[start - 1].lstrip().startswith(("//", "#")):
            start -= 1
        head = " ".join(lines[start:k])
        name = re.search(r'TEST_CASE\("([^"]*)"|([\w:~]+|operator\W+)\(', head)
        yield (name.group(1) or name.group(2)) if name else head.strip(), end - start + 1


def too_long(texts):
    """{"file" or "file function": what it is}."""
    found = {}
    for name, text in texts.items():
        lines = text.count("\n")
        if lines > FILE:
            found[name] = f"{lines} lines, {FILE} are usual at most"
        for function, length in functions(text):
            if length > FUNCTION:
                found[f"{name} {function}"] = f"a function of {length} lines, {FUNCTION} are usual at most"
    return found


def findings(root):
    texts = sources(root)
    graph = includes(texts)
    yield from upward(graph)
    known = read_list("known_cycles.txt")
    for arrow, where in arrows_on_circles(graph).items():
        if arrow not in known:
            yield f"models: {arrow} is on a circle of includes: {where}"
    for circle in circles(graph):
        yield f"headers include each other: {', '.join(sorted(circle))}"
    for name, text in texts.items():  # CMake cuts a title there: ctest would run nothing under what is left, and pass
        for title in re.findall(r'TEST_CASE\("([^"]*;[^"]*)"', text):
            yield f"{name}: no semicolon in the title of a test, or ctest never runs it: {title}"
    allowed, found = read_list("long.txt"), too_long(texts)
    for entry, what in found.items():
        if entry not in allowed:
            yield f"{entry}: {what}; cut it into pieces of one idea each, or name it with a reason in tests/house/long.txt"
    yield from (f"{entry}: tests/house/long.txt gives no reason" for entry, reason in allowed.items() if not reason)


def stale(root):
    texts = sources(root)
    arrows, long = arrows_on_circles(includes(texts)), too_long(texts)
    yield from (entry for entry in read_list("known_cycles.txt") if entry not in arrows)
    yield from (entry for entry in read_list("long.txt") if entry not in long)


def main():
    root = Path(sys.argv[1])
    if "--cycles" in sys.argv:
        print(*arrows_on_circles(includes(sources(root))), sep="\n")
    elif "--stale" in sys.argv:
        print(*stale(root), sep="\n")
    elif found := list(findings(root)):
        print(*found, sep="\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
