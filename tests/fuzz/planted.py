"""The planted faults: of each the kind of files that show it, and files that are changed in its way alone, which are tried beside those
that are changed in any way. Where and what is changed is luck in both."""

import json
import os
import shutil

import mutate_bytes
import mutate_hdf5
import mutate_others
import seal
from cases import CASES, MustRefuse

DIRECTED = 0.75  # of the files


def readers(bench, *names):
    known = {"check": ("check", "bad.h5"), "csv": ("export", "bad.h5", "--to", "csv", "-o", "out/csv"),
             "net": ("export", "bad.h5", "--to", "graphml", "-o", "out/net"), "compare": ("compare", bench.good / "other.h5", "bad.h5"),
             "again": ("run", "--from", "bad.h5", "-o", "out/again.h5"), "sweep": ("compare", "bad.h5"),
             "report": ("report", "bad.h5", "-o", "out/r.html"),
             "sensitivity": ("sensitivity", "bad.h5", "--outcome", "output", "--scenario", "other", "--against", "base"),
             "discover": ("discover", "bad.h5", "--when", "output>1", "--scenario", "other")}
    return [known[name] for name in names]


def hdf5(make, *names, good=("base.h5",)):
    """A results file with one kind of change, once or twice."""
    def case(bench, luck, place):
        data = mutate_others.seal_off((bench.good / luck.choice(good)).read_bytes())
        data = mutate_hdf5.changed(luck, data, bench.elsewhere, [make] * luck.choice((1, 1, 2)))
        (place / "bad.h5").write_bytes(seal.seal_results(data))
        return luck.sample(readers(bench, *names), min(2, len(names)))
    return case


def heaps(bench, luck, place):
    data = mutate_bytes.hdf5(luck, mutate_others.seal_off((bench.good / "base.h5").read_bytes()))
    (place / "bad.h5").write_bytes(seal.seal_results(data))
    return luck.sample(readers(bench, "check", "compare", "csv", "again"), 2)


def pipe(bench, luck, place):
    os.mkfifo(place / "bad.h5")
    return luck.sample(readers(bench, "check", "compare", "csv", "net", "again"), 2)


def checkpoint(bench, luck, place):
    data = mutate_others.indices(luck, (bench.good / "long.h5.checkpoint").read_bytes())
    (place / "bad.checkpoint").write_bytes(data)
    return [("check", "bad.checkpoint"),
            ("run", "--resume", "bad.checkpoint", "-o", "out/r.h5", "--months", luck.choice((20, 40)), "--quiet", "--threads", 1)]


def sweep_commands(luck):
    return luck.sample([("collect", "bad", "-o", "out/c.h5"), ("compare", "bad"), ("list", "bad"),
                        ("run", "--from", "bad/1", "-o", "out/again.h5"), ("sweep", "-o", "bad", "--resume", "--quiet")], 3)


def records(bench, luck, place):
    """What a sweep notes of itself and of its failures is no object, or one of its values of another type."""
    shutil.copytree(bench.good / "study", place / "bad")
    (place / "bad" / "failures" / "1.jsonl").write_text(json.dumps({"run": 1, "message": "why", "point": 0}))
    file = place / "bad" / luck.choice(("sweep.json", "failures/1.jsonl"))
    value = json.loads(file.read_text())
    if luck.random() < 0.5:
        value = luck.choice(mutate_others.VALUES)
    else:
        value[luck.choice(sorted(value))] = luck.choice(mutate_others.VALUES)
    file.write_text(json.dumps(value))
    return sweep_commands(luck)


def claims(bench, luck, place):
    shutil.copytree(bench.good / "study", place / "bad")
    file = luck.choice(sorted((place / "bad" / "packs").glob("*.zip")))
    file.write_bytes(mutate_others.claiming(luck, file.read_bytes()))
    return sweep_commands(luck)


def moved(bench, luck, place):
    shutil.copytree(bench.good / "study", place / "bad")
    file = luck.choice(sorted((place / "bad" / "packs").glob("*.zip")))
    file.write_bytes(mutate_others.swapped(file.read_bytes()))
    return luck.sample([MustRefuse(("collect", "bad", "-o", "out/c.h5")), MustRefuse(("compare", "bad")),
                        MustRefuse(("run", "--from", "bad/0", "-o", "out/again.h5"))], 2)


COLLECTED = ("check", "sweep", "csv", "report", "sensitivity", "discover")
READ = ("check", "csv", "compare", "again")
FAULTS = {
    "attribute-shape": ("results", hdf5(mutate_hdf5.attribute, *READ)),
    "names": ("results", hdf5(mutate_hdf5.named, "csv", "net")),
    "links": ("results", hdf5(mutate_hdf5.link_by_name, *READ)),
    "cycles": ("results", hdf5(mutate_hdf5.circle, *READ)),
    "lengths": ("results", hdf5(mutate_hdf5.other_length, "csv", "compare", "net", "report")),
    "declared": ("results", hdf5(mutate_hdf5.declared, *READ)),
    "scale": ("results", hdf5(mutate_hdf5.scale_of_other_shape, *READ)),
    "child": ("results", heaps),
    "raw": ("results", hdf5(mutate_hdf5.raw, "csv", "check")),
    "mirrored": ("results", hdf5(mutate_hdf5.mirrored, "csv", "check")),
    "nested": ("results", hdf5(mutate_hdf5.nested, *READ)),
    "pipes": ("results", pipe),
    "collected": ("collected", hdf5(mutate_hdf5.facts, *COLLECTED, good=("study.h5", "grid.h5"))),
    "checkpoint": ("checkpoints", checkpoint),
    "records": ("packs", records),
    "moved-runs": ("packs", moved),
    "claims": ("packs", claims),
}


def case_of(fault):
    kind, directed = FAULTS[fault]

    def case(bench, luck, place):
        return (directed if luck.random() < DIRECTED else CASES[kind])(bench, luck, place)
    return kind, case
