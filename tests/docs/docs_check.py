#!/usr/bin/python3
"""What the documents say about the code must be true. See tests.cmake for what is checked.

    docs_check.py SOURCE PROGRAM
"""

import json
import re
import subprocess
import sys
from pathlib import Path

sys.dont_write_bytecode = True  # a test leaves nothing in the source tree
SOURCE, PROGRAM = Path(sys.argv[1]), sys.argv[2]
sys.path.insert(0, str(SOURCE / "docs"))
import make_parameters  # noqa: E402

problems = []


def text_of(path):
    return (SOURCE / path).read_text(encoding="utf-8")


def headings(text):
    """Names in backticks in headings, in their order, each with the text of its section."""
    parts = re.split(r"^#+ (.*)$", text, flags=re.MULTILINE)
    return [(name, body) for title, body in zip(parts[1::2], parts[2::2]) for name in re.findall(r"`(\w+)`", title)]


def check_phases(sections):
    month = text_of("models/economy.cpp").split("void advance_month", 1)[1]
    called = list(dict.fromkeys(re.findall(r"^    (\w+)\(economy", month, flags=re.MULTILINE)))
    declared = re.findall(r"^void (\w+)\(Economy&", text_of("models/phases.hpp"), flags=re.MULTILINE)
    if len(called) < 10 or len(declared) < 10:
        problems.append("models/economy.cpp, models/phases.hpp: this test no longer finds the phases; mend its patterns")
    names = [name for name, _ in sections]
    for phase in dict.fromkeys(called + declared):
        if phase not in names:
            problems.append(f"docs/odd.md, section 3: phase `{phase}` has no section")
    documented = [name for name in dict.fromkeys(names) if name in called]
    if documented != [phase for phase in called if phase in names]:
        problems.append(f"docs/odd.md, section 3: phases stand in the order {', '.join(documented)}; "
                        f"the month calls {', '.join(called)}")


def check_instruments(sections, declared):
    bodies = dict(sections)
    for kind in ("levers", "shocks"):
        in_files = {path.stem for path in (SOURCE / "models/policies" / kind).glob("*.cpp")}
        in_program = {entry["name"]: entry for entry in declared[kind]}
        if in_files != set(in_program):
            problems.append(f"{kind}: files are {sorted(in_files)}, the program knows {sorted(in_program)}: build it anew")
        for name in sorted(in_files):
            if name not in bodies:
                problems.append(f"docs/odd.md: {kind[:-1]} `{name}` has no section")
                continue
            for parameter in in_program.get(name, {}).get("parameters", []):
                if not re.search(rf"\b{parameter['name']}\b", bodies[name]):
                    problems.append(f"docs/odd.md, section of {name}: does not say what {parameter['name']} does")


def check_parameters(declared):
    known = {f"{p['group']}.{p['name']}" for p in declared["parameters"]}
    groups = "|".join(sorted({p["group"] for p in declared["parameters"]}))
    for document in ("docs/odd.md", "README.md", "README.zh-CN.md"):
        for name in sorted(set(re.findall(rf"`((?:{groups})\.\w+)`", text_of(document))) - known):
            problems.append(f"{document}: there is no parameter `{name}`")
    wanted = make_parameters.page(declared)
    if text_of("docs/parameters.md") != wanted:
        problems.append("docs/parameters.md is out of date; renew it: docs/make_parameters.py build/release/rongtong")


def anchors_of(path):
    """The headings of a page as links name them: words in small letters, with dashes between them."""
    titles = re.findall(r"^#+ (.*)$", re.sub(r"^```.*?^```", "", path.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL), flags=re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", title).lower()).replace(" ", "-") for title in titles}


def check_paths():
    """Links between documents, and code that documents name."""
    for document in [SOURCE / "README.md", SOURCE / "README.zh-CN.md", *SOURCE.glob("docs/*.md"), *SOURCE.glob("docs/adr/*.md"),
                     *SOURCE.glob("output/*.md"), *SOURCE.glob("scenarios/*.md"), *SOURCE.glob("examples/*.md"),
                     *SOURCE.glob("examples/*/*.md")]:
        text = document.read_text(encoding="utf-8")
        name = document.relative_to(SOURCE)
        for target in re.findall(r"(?<!!)\[[^\]]*\]\(([^)#\s]+)[^)]*\)", text):
            if not target.startswith("http") and not (document.parent / target).exists():
                problems.append(f"{name}: link to {target}, which is not there")
        for target, anchor in re.findall(r"(?<!!)\[[^\]]*\]\(([^)#\s]*)#([^)\s]+)\)", text):
            page = document.parent / target if target else document
            if not target.startswith("http") and page.exists() and anchor not in anchors_of(page):
                problems.append(f"{name}: link to {target}#{anchor}, a heading that is not there")
        for path in sorted(set(re.findall(r"`((?:models|sim|scenarios|output|analysis|docs|tests|examples)/[\w./-]+)`", text))):
            if not (SOURCE / path).exists():
                problems.append(f"{name}: names {path}, which is not there")


def help_of(*words):
    answer = subprocess.run([PROGRAM, *words, "--help"], capture_output=True, text=True, check=False)
    return answer.stdout if answer.returncode == 0 else None


def check_commands():
    usage = text_of("rt").split("usage: ./rt", 1)[1].split("\nEND", 1)[0]
    verbs = set(re.findall(r"^  ([\w-]+) ", usage, flags=re.MULTILINE))
    general = help_of()
    for document in ("README.md", "README.zh-CN.md"):
        text = text_of(document)
        for verb in sorted(set(re.findall(r"\./rt ([a-z-]+)", text)) - verbs):
            problems.append(f"{document}: ./rt has no verb {verb}")
        for verb in sorted(set(re.findall(r"(?:`|/|^)rongtong ([a-z]+)", text, flags=re.MULTILINE))):
            if help_of(verb) in (None, general):
                problems.append(f"{document}: rongtong has no command {verb}")


def check_contributing():
    """It names every check that there is, and only what there is: verbs, tests, files."""
    text = text_of("CONTRIBUTING.md")
    usage = text_of("rt").split("usage: ./rt", 1)[1].split("\nEND", 1)[0]
    verbs = set(re.findall(r"^  ([\w-]+) ", usage, flags=re.MULTILINE))
    named = set(re.findall(r"`\./rt ([a-z-]+)", text))
    for verb in sorted(named - verbs):
        problems.append(f"CONTRIBUTING.md: ./rt has no verb {verb}")
    checks = set(re.search(r"^verb_full\(\) \{\n(.*?)^\}", text_of("rt"), flags=re.MULTILINE | re.DOTALL).group(1).split())
    of_full = {word.strip("()").removeprefix("verb_").replace("_", "-") for word in checks if word.strip("(").startswith("verb_")}
    in_ci = set(re.findall(r"\./rt ([a-z-]+)", text_of(".ci/run"))) - {"full"}
    if len(of_full) < 5 or len(in_ci) < 3:
        problems.append("rt, .ci/run: this test no longer finds what they check; mend its patterns")
    for verb in sorted((of_full | in_ci) - named):
        problems.append(f"CONTRIBUTING.md does not name ./rt {verb}, which is asked for before a change or a release")
    for path in sorted(set(re.findall(r"`((?:\.ci|analysis|bench|cli|docs|models|output|scenarios|sim|tests)/[\w./-]+)`", text))):
        if not (SOURCE / path).exists() and not re.search("NAME|FOLDER|WORKLOAD", path):
            problems.append(f"CONTRIBUTING.md names {path}, which is not there")
    tests = set(re.findall(r'add_test\(NAME "([^"$]+)"', "".join(p.read_text(encoding="utf-8") for p in (SOURCE / "tests").rglob("*.cmake"))))
    table = text.split("or this test fails", 1)[1].split("\n\n", 1)[0]
    for name in sorted(set(re.findall(r"((?:docs|house|install|output|scenarios): [\w ]+?) \|", table)) - tests):
        problems.append(f"CONTRIBUTING.md: there is no test \"{name}\"")


def check_versions():
    """One version and one licence, wherever they are said."""
    said = json.loads(subprocess.run([PROGRAM, "--version", "--json"], capture_output=True, text=True, check=True).stdout)
    in_cmake = re.search(r"project\(rongtong VERSION (\S+)", text_of("CMakeLists.txt")).group(1)
    citation = dict(re.findall(r'^([\w-]+): "?([^"\n]+)"?$', text_of("CITATION.cff"), flags=re.MULTILINE))
    companion = re.search(r'^__version__ = "(.*?)"', text_of("analysis/python/rongtong/__init__.py"), flags=re.MULTILINE)
    for where, version in (("the program", said["version"]), ("CITATION.cff", citation.get("version")),
                           ("the Python companion", companion and companion.group(1))):
        if version != in_cmake:
            problems.append(f"{where} says version {version}, CMakeLists.txt {in_cmake}")
    licence = text_of("LICENSE").split()[0]
    for where, said_there in (("CITATION.cff", citation.get("license")),
                              ("package.json of the report page", json.loads(text_of("analysis/report/page/package.json"))["license"]),
                              ("pyproject.toml", re.search(r'license = {text = "(.*?)"}', text_of("analysis/python/pyproject.toml")).group(1))):
        if said_there != licence:
            problems.append(f"{where} says licence {said_there}, LICENSE {licence}")
    if "the rongtong authors" not in text_of("LICENSE") or "The rongtong authors" not in text_of("CITATION.cff"):
        problems.append("LICENSE and CITATION.cff name other authors")
    for key in ("cff-version", "message", "title", "type"):
        if key not in citation:
            problems.append(f"CITATION.cff: {key} is missing")
    first = re.search(r"^## (.*)$", text_of("CHANGELOG.md"), flags=re.MULTILINE).group(1)
    if not (first == "Unreleased" or first.startswith(in_cmake)):
        problems.append(f"CHANGELOG.md begins with {first}, which is neither Unreleased nor {in_cmake}")


def main():
    declared = make_parameters.declarations(PROGRAM)
    sections = headings(text_of("docs/odd.md"))
    check_phases(sections)
    check_instruments(sections, declared)
    check_parameters(declared)
    check_paths()
    check_commands()
    check_contributing()
    check_versions()
    for problem in problems:
        print(problem)
    sys.exit(1 if problems else 0)


main()
