#!/usr/bin/python3
"""Measures what a loss of capacity costs when firms with many links lose it, beside firms of the same sectors and sizes with few.

    docs/measure_central.py build/release/rongtong [--firms N] [--pairs N] [--hit N] [--first-seed N] [--keep FOLDER]

In month 12 the firms with most links (customers and suppliers) are named, beside each a firm of its sector with about its sales and few
links; in month 13 the named lose half of their capacity, which comes back in six months. Every run stands beside one without the loss.
The economy starts with the living network's links and has no luck, which would hide what the loss does; each pair draws its own firms and
links. Printed, with 95 % intervals over pairs:

  lack: gross output of the year after, against the run without the loss
  amplification: gross output that the economy lacks in the year after, over what the firms that were hit lack
  both ways: output lacking among firms that buy from the hit and sell nothing to them, and the other way round, percent of the three months
  gain: what firms gain that have no link with the hit, over all that is lost
"""

import argparse
import json
import subprocess
import tempfile
from pathlib import Path

import h5py
import numpy as np
from scipy.stats import t as student

SCENARIO = Path(__file__).resolve().parent.parent / "scenarios/living-network.json"
NAMED, MONTHS, SOON = 12, 24, 3  # month of the network, length of the runs, months in which firms around are looked at


def content(options, ids):
    """Ids: of firms that lose capacity; none: nobody does."""
    scenario = {"name": "central", "extends": str(SCENARIO), "firms": options.firms, "months": MONTHS, "model": {"luck": {"switch": 0}},
                "output": {"indicators": ["output"], "groups": [], "accounts": False, "network": {"every_months": NAMED},
                           "panel": {"every_months": 1, "variables": ["sector", "revenue", "output", "price"]}}}
    if ids is not None:
        scenario["shocks"] = {"loss": {"kind": "capacity_loss", "month": NAMED + 1, "loss": 0.5, "recovery_months": 6,
                                       "target": {"firms": [int(i) for i in ids]}}}
    return scenario


def run(options, folder, name, seed, ids=None):
    file, results = folder / f"{name}-{seed}.json", folder / f"{name}-{seed}.h5"
    file.write_text(json.dumps(content(options, ids)), encoding="utf-8")
    if not results.exists():
        subprocess.run([options.program, "run", file, "--seed", str(seed), "--quiet", "-o", results], check=True, stdout=subprocess.DEVNULL)
    return results


class Month:
    """Firms of a month, by id: their output at the prices of the start."""

    def __init__(self, f, month):
        on = f["panel/month"][()] == month
        order = np.argsort(f["panel/firm"][()][on])
        self.id = f["panel/firm"][()][on][order]
        self.output = f["panel/output"][()][on][order]
        self.sector, self.revenue = f["panel/sector"][()][on][order], f["panel/revenue"][()][on][order]

    def of(self, ids, values):
        """Values of these firms; 0 for those that are gone."""
        at = np.clip(np.searchsorted(self.id, ids), 0, len(self.id) - 1)
        return np.where(self.id[at] == ids, values[at], 0.0)


def network(f):
    on = f["network/month"][()] == NAMED
    return f["network/buyer"][()][on], f["network/supplier"][()][on]


def matched(firms, links, hit, any_sector):
    """Firms with most links, and beside each another with less than half as many: the nearest in sales, of its sector or of any."""
    taken, central, other = set(), [], []
    for row in np.argsort(-links, kind="stable"):
        if len(central) == hit:
            break
        if row in taken:
            continue
        sales = firms.revenue[row]
        alike = np.flatnonzero((any_sector | (firms.sector == firms.sector[row])) & (firms.revenue > sales / 2) & (firms.revenue < 2 * sales))
        alike = [k for k in alike if k != row and k not in taken and links[k] < links[row] / 2]
        if not alike:
            continue
        mate = min(alike, key=lambda k: abs(np.log(firms.revenue[k] / sales)))
        taken |= {row, mate}
        central.append(row), other.append(mate)
    return firms.id[central], firms.id[other]


def choose(path, hit, any_sector):
    with h5py.File(path) as f:
        firms = Month(f, NAMED)
        buyer, supplier = network(f)
        at = {i: k for k, i in enumerate(firms.id)}
        links = np.zeros(len(firms.id))
        for ids in (buyer, supplier):
            np.add.at(links, [at[i] for i in ids if i in at], 1)
    return matched(firms, links, hit, any_sector)


def lacking(base, shocked, ids, months):
    """Output that these firms lack, and what they would have made."""
    lack = usual = 0.0
    for month in months:
        a, b = Month(base, month), Month(shocked, month)
        would = a.of(ids, a.output)
        lack += (would - b.of(ids, b.output)).sum()
        usual += would.sum()
    return lack, usual


def neighbours(f, ids):
    """Firms that only buy from the hit, that only sell to them, and that have no link with them."""
    buyer, supplier = network(f)
    all_ids = Month(f, NAMED).id
    buys, sells = buyer[np.isin(supplier, ids)], supplier[np.isin(buyer, ids)]
    buys, sells = (set(x) - set(ids) for x in (buys, sells))
    far = set(all_ids) - set(ids) - buys - sells
    return [np.array(sorted(x), dtype=all_ids.dtype) for x in (buys - sells, sells - buys, far)]


def measures(base_path, path, ids):
    with h5py.File(base_path) as base, h5py.File(path) as shocked:
        year, soon = range(NAMED + 1, MONTHS + 1), range(NAMED + 1, NAMED + 1 + SOON)
        direct = lacking(base, shocked, ids, year)[0]
        whole = (base["output"][()][NAMED:] - shocked["output"][()][NAMED:]).sum()
        customers, suppliers, far = neighbours(base, ids)
        percent = [100 * np.divide(*lacking(base, shocked, group, soon)) for group in (customers, suppliers, far)]
        a, b = Month(base, NAMED + SOON), Month(shocked, NAMED + SOON)
        more = b.of(far, b.output) - a.of(far, a.output)
        lost = sum(lacking(base, shocked, group, [NAMED + SOON])[0] for group in (ids, customers, suppliers))
        usual = base["output"][()][NAMED:].sum()
        return {"the hit lack, percent of all output": 100 * direct / usual, "all lack, percent of all output": 100 * whole / usual,
                "amplification": whole / direct, "buyers of the hit lack, percent": percent[0],
                "suppliers of the hit lack, percent": percent[1], "firms without links to them lack, percent": percent[2],
                "gain of firms without links, over what others lose": max(0.0, more.sum()) / lost}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program")
    parser.add_argument("--firms", type=int, default=20000)
    parser.add_argument("--pairs", type=int, default=20, help="at least 2")
    parser.add_argument("--hit", type=int, default=60, help="how many firms lose capacity")
    parser.add_argument("--any-sector", action="store_true", help="compare with firms of other sectors as well")
    parser.add_argument("--first-seed", type=int, default=101, help="pairs take this seed and those after it")
    parser.add_argument("--keep", type=Path, help="folder for the runs; those that it holds are used again")
    options = parser.parse_args()
    found = []
    with tempfile.TemporaryDirectory() as scratch:
        folder = options.keep or Path(scratch)
        folder.mkdir(exist_ok=True, parents=True)
        for seed in range(options.first_seed, options.first_seed + options.pairs):
            base = run(options, folder, "base", seed)
            central, other = choose(base, options.hit, options.any_sector)
            found.append([measures(base, run(options, folder, name, seed, ids), ids)
                          for name, ids in (("central", central), ("other", other))])
    wide = student.ppf(0.975, len(found) - 1) / np.sqrt(len(found))
    print("| | central firms | others | difference |\n| --- | --- | --- | --- |")
    for name in found[0][0]:
        a, b = (np.array([pair[k][name] for pair in found]) for k in (0, 1))
        cells = [f"{x.mean():.4g} ± {wide * x.std(ddof=1):.2g}" for x in (a, b, a - b)]
        print(f"| {name} | {' | '.join(cells)} |")


if __name__ == "__main__":
    main()
