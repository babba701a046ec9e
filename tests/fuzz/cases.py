"""What is tried of each kind: a good file that is changed, and the commands that read it."""

import json
import os
import shutil
from pathlib import Path

import mutate_others

SOURCE = Path(__file__).resolve().parents[2]
SMALL = SOURCE / "scenarios" / "small.json"
OUTPUT = {"groups": ["size"], "accounts": False, "panel": {"variables": ["sector", "workers"], "firms": 20},
          "network": {"every_months": 2}, "events": True}
SHORT = {"extends": str(SMALL), "name": "base", "firms": 500, "months": 4, "output": OUTPUT,
         "policies": {"cap": {"lever": "payment_term_cap", "start_month": 2}}}


class MustRefuse(tuple):
    """A command that may not take what it is given."""


def put(luck, path, data):
    """At times a pipe in the file's place, at which a reader would wait for ever."""
    if luck.random() < 0.05:
        os.mkfifo(path)
    else:
        path.write_bytes(data)


def results_case(bench, luck, place):
    put(luck, place / "bad.h5", mutate_others.results(luck, (bench.good / "base.h5").read_bytes(), bench.elsewhere))
    other = bench.good / "other.h5"
    often = [("check", "bad.h5"), ("compare", other, "bad.h5"), ("export", "bad.h5", "--to", "csv", "-o", "out/csv"),
             ("export", "bad.h5", "--to", "graphml", "-o", "out/net"), ("run", "--from", "bad.h5", "-o", "out/again.h5")]
    return luck.sample([*often, *often, ("compare", "bad.h5", other), ("compare", "bad.h5", other, "--json"),
                        ("resilience", "bad.h5", "--without", other), ("resilience", "bad.h5"), ("validate", "bad.h5", "--json"),
                        ("report", other, "bad.h5", "-o", "out/r.html"), ("bundle", "bad.h5", "-o", "out/b.zip"), ("list", "."),
                        ("export", "bad.h5", "--to", "start", "-o", "out/start"), ("convert", "bad.h5")], 3)


def collected_case(bench, luck, place):
    good = bench.good / luck.choice(("study.h5", "grid.h5"))
    put(luck, place / "bad.h5", mutate_others.results(luck, good.read_bytes(), bench.elsewhere))
    outcome = ("--outcome", "output", "--scenario", "other")
    often = [("check", "bad.h5"), ("compare", "bad.h5"), ("export", "bad.h5", "--to", "csv", "-o", "out/csv")]
    return luck.sample([*often, *often, ("sensitivity", "bad.h5", *outcome, "--against", "base"), ("interactions", "bad.h5", *outcome),
                        ("discover", "bad.h5", "--when", "output>1", "--scenario", "other"), ("explore", "bad.h5", "-o", "out/e.html"),
                        ("report", "bad.h5", "-o", "out/r.html"), ("list", ".")], 3)


def packs_case(bench, luck, place):
    shutil.copytree(bench.good / "study", place / "bad")
    file = luck.choice([p for p in (place / "bad").rglob("*") if p.is_file() and p.parent.name in ("packs", "bad", "failures")])
    if file.suffix == ".zip" and luck.random() < 0.3:
        file.write_bytes(mutate_others.swapped(file.read_bytes()))
        return [MustRefuse(("collect", "bad", "-o", "out/c.h5")), MustRefuse(("compare", "bad")),
                MustRefuse(("run", "--from", "bad/0", "-o", "out/again.h5"))]
    if file.suffix == ".zip":
        file.write_bytes(mutate_others.pack(luck, file.read_bytes(), bench.elsewhere))
    elif file.suffix == ".json":
        file.write_bytes(mutate_others.json_text(luck, file.read_text()))
    (place / "bad" / "failures" / "1.jsonl").write_bytes(
        mutate_others.json_text(luck, json.dumps({"run": 1, "message": "why", "point": 0})))
    return luck.sample([("collect", "bad", "-o", "out/c.h5"), ("compare", "bad"), ("run", "--from", "bad/1", "-o", "out/again.h5"),
                        ("sweep", "-o", "bad", "--list"), ("list", "bad"), ("validate", "bad"), ("report", "bad", "-o", "out/r.html"),
                        ("sweep", "-o", "bad", "--resume", "--quiet"), ("bundle", "bad", "-o", "out/b.zip")], 4)


def checkpoints_case(bench, luck, place):
    put(luck, place / "bad.checkpoint", mutate_others.checkpoint(luck, (bench.good / "long.h5.checkpoint").read_bytes()))
    month = luck.choice((20, 40))
    return [("check", "bad.checkpoint"), ("run", "--resume", "bad.checkpoint", "-o", "out/r.h5", "--months", month, "--quiet", "--threads", 1),
            ("run", bench.good / "long.json", "--branch-from", "bad.checkpoint", "-o", "out/b.h5", "--months", month, "--quiet", "--threads", 1)]


def scenarios_case(bench, luck, place):
    put(luck, place / "bad.json", mutate_others.json_text(luck, (bench.good / "base.json").read_text()))
    return [("check", "bad.json"), ("run", "bad.json", "-o", "out/r.h5", "--set", "/firms=500", "--months", "3", "--quiet", "--threads", 1),
            ("convert", "bad.json")]


def plans_case(bench, luck, place):
    design = {"kind": luck.choice(("grid", "sobol", "latin_hypercube", "morris")), "points": 4}
    plan = {"name": "study", "scenarios": {"base": str(bench.good / "base.json"), "other": str(bench.good / "other.json")}, "replicates": 2,
            "design": design, "parameters": {"cover": {"pointer": "/model/ordering/input_cover", "low": 0.5, "high": 2}}}
    put(luck, place / "bad.json", mutate_others.json_text(luck, json.dumps(plan)))
    return [("check", "bad.json"), ("sweep", "bad.json", "-o", "out/s", "--list"), ("convert", "bad.json")]


def calibrations_case(bench, luck, place):
    shutil.copytree(bench.good / "china", place / "china")
    file = luck.choice(sorted((place / "china").glob("*.json")))
    file.write_bytes(mutate_others.json_text(luck, file.read_text()))
    (place / "bad.json").write_text(json.dumps({**SHORT, "calibration": "china"}))
    return [("check", "bad.json"), ("run", "bad.json", "-o", "out/r.h5", "--months", "2", "--quiet", "--threads", 1)]


def tables_case(bench, luck, place):
    """A start from firms and links, one of which is changed."""
    for name in ("firms.csv", "links.csv"):
        shutil.copy(bench.good / "tables" / name, place / name)
    file = place / luck.choice(("firms.csv", "links.csv"))
    data = mutate_others.csv_table(luck, file.read_bytes())
    file.unlink()
    put(luck, file, data)
    (place / "bad.json").write_text(json.dumps({**SHORT, "start": {"firms": "firms.csv", "links": "links.csv"}}))
    return [("check", "bad.json"), ("run", "bad.json", "-o", "out/r.h5", "--months", "2", "--quiet", "--threads", 1)]


def bundles_case(bench, luck, place):
    data = (bench.good / "base.zip").read_bytes()
    put(luck, place / "bad.zip", mutate_others.bundle(luck, data))
    return [("rerun", "bad.zip", "-o", "out/again")]


CASES = {name[:-5]: make for name, make in globals().items() if name.endswith("_case")}
