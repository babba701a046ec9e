#!/usr/bin/python3
"""What the model gives where natural experiments were measured in the world, as docs/evidence.md.

Usage: make_evidence.py PROGRAM SWEEPS [-o docs/evidence.md]

SWEEPS is a folder with the sweeps of scenarios/experiments/terms.json, earthquake.json and suppliers.json. Where the world has a comparison
group, the first two have the same economy without the change; the third draws a comparison group of firms, as the study did. Losses at central
firms are measured by docs/measure_central.py, which runs PROGRAM.
"""
import argparse
import io
import json
import subprocess
import zipfile
from pathlib import Path

import h5py
import numpy as np
from scipy.stats import t as student

SMALL = 3  # size classes below it are micro, small and medium
LARGE = 3


def results_of(sweep):
    """Open results files by number of the run."""
    files = {}
    for pack in sorted((sweep / "packs").glob("*.zip")):
        archive = zipfile.ZipFile(pack)
        for name in archive.namelist():
            files[int(name[4:-3])] = lambda a=archive, n=name: h5py.File(io.BytesIO(a.read(n)))
    for path in (sweep / "runs").glob("run-*.h5"):
        files[int(path.name[4:-3])] = lambda p=path: h5py.File(p)
    return files


def replicates(sweep):
    return json.loads((sweep / "plan.json").read_text(encoding="utf-8"))["replicates"]


def pairs(sweep):
    """Runs without and with the change, of the same luck."""
    files, count = results_of(sweep), replicates(sweep)
    for r in range(count):
        with files[r]() as without, files[count + r]() as changed:
            yield without, changed


def interval(values):
    values = np.asarray(values, float)
    values = values[np.isfinite(values)]
    half = student.ppf(0.975, len(values) - 1) * values.std(ddof=1) / np.sqrt(len(values))
    return values.mean(), half


def cell(values, digits=1):
    mean, half = interval(values)
    return f"{mean:.{digits}f} ± {half:.{digits}f}"


class Panel:
    """Firms of one month, sorted by id."""

    def __init__(self, f, month):
        on = f["panel/month"][()] == month
        ids = f["panel/firm"][()][on]
        order = np.argsort(ids)
        self.id = ids[order]
        self.values = {name: f[f"panel/{name}"][()][on][order] for name in f["panel"] if name not in ("month", "firm")}

    def __getitem__(self, name):
        return self.values[name]

    def of(self, ids, name, missing=np.nan):
        at = np.clip(np.searchsorted(self.id, ids), 0, len(self.id) - 1)
        return np.where(self.id[at] == ids, self.values[name][at], missing)


def links_of(f, month):
    """Buyer, supplier and value of the links of a month over which something was ordered."""
    on = f["network/month"][()] == month
    buyer, supplier, value = (f[f"network/{name}"][()][on] for name in ("buyer", "supplier", "value"))
    used = value > 0
    return buyer[used], supplier[used], value[used]


# --- one retailer -----------------------------------------------------------------------------------------------------

RETAIL = 30  # place of s31 among sectors


def trade_left(without, changed, months):
    """Part of the retailer's links with smaller suppliers of month 12 that still trade: without and with the rule; and its own hands."""
    firms = Panel(without, 12)
    shops = firms["sector"] == RETAIL
    retailer = firms.id[shops][np.argmax(firms["suppliers"][shops])]
    buyer, supplier, _ = links_of(without, 12)
    mine = supplier[buyer == retailer]
    mine = np.unique(mine[firms.of(mine, "size", LARGE) < SMALL])
    left = []
    for f in (without, changed):
        b, s, _ = links_of(f, months)
        left.append(np.isin(mine, s[b == retailer]).mean())
    own = [Panel(f, months).of(np.array([retailer]), "own_labour")[0] for f in (without, changed)]
    return left[0], left[1], 100 * (own[1] - own[0]), len(mine)


def retailer_lines(sweep):
    for month in (24, 36):
        found = np.array([trade_left(a, b, month) for a, b in pairs(sweep)])
        change = 100 * (found[:, 1].mean() / found[:, 0].mean() - 1)
        spread = [100 * (b - a) / found[:, 0].mean() for a, b, _, _ in found]
        yield (f"| One retailer pays small suppliers within 30 days, {(month - 12) // 12} year{'s' if month > 24 else ''} on | probability that they trade, "
               f"percent (of {100 * found[:, 0].mean():.0f} % without; {found[:, 3].sum():.0f} links) | {change:.1f} ± {interval(spread)[1]:.1f} | - 11 (Breza & Liberman 2017) |")
        yield f"| | hands that make its inputs, over those that make its output, points | {cell(found[:, 2], 2)} | more made in-house (sign) |"


# --- capacity lost in one region --------------------------------------------------------------------------------------

QUARTERS = (15, 18, 21, 24)


def region_number(f, name):
    return list(f["panel/region"].attrs["members"].split() if isinstance(f["panel/region"].attrs["members"], str)
                else f["panel/region"].attrs["members"].decode().split()).index(name)


def around(without, changed):
    """Sales of the year after, percent against without the loss: firms elsewhere that buy from the hit, that sell to them, neither."""
    firms = Panel(without, 12)
    hit = firms.id[firms["region"] == region_number(without, "northeast")]
    buyer, supplier, _ = links_of(without, 12)
    buys, sells = np.unique(buyer[np.isin(supplier, hit)]), np.unique(supplier[np.isin(buyer, hit)])
    groups = {"buy": np.setdiff1d(np.setdiff1d(buys, hit), sells), "sell": np.setdiff1d(np.setdiff1d(sells, hit), buys)}
    groups["none"] = np.setdiff1d(firms.id, np.concatenate([hit, buys, sells]))
    groups["hit"] = hit
    sums = {}
    for name, ids in groups.items():
        before, after = (sum(Panel(f, m).of(ids, "revenue", 0).sum() for m in QUARTERS) for f in (without, changed))
        sums[name] = 100 * (after / before - 1)
    year = [f["real_value_added"][()][12:].sum() for f in (without, changed)]
    return sums["hit"], sums["buy"], sums["sell"], sums["none"], 100 * (year[1] / year[0] - 1)


def earthquake_lines(sweep):
    found = np.array([around(a, b) for a, b in pairs(sweep)])
    words = ("sales of the firms that were hit, year after, percent", "of firms elsewhere that buy from them",
             "of firms elsewhere that sell to them", "of firms without links to them", "real value added of the nation, year after, percent")
    measured = ("", "below those without links (sign)", "below those without links (sign)", "",
                "- 0.47 points of growth, of a smaller loss (Carvalho and others 2021)")
    for k, (what, world) in enumerate(zip(words, measured)):
        yield f"| {'Half of the capacity of the northeast lost for a year' if k == 0 else ''} | {what} | {cell(found[:, k])} | {world} |"
    for k, what in ((1, "buyers less those without links, percent"), (2, "suppliers less those without links, percent")):
        yield f"| | {what} | {cell(found[:, k] - found[:, 3])} | negative (sign) |"


# --- becoming a supplier of a large firm ------------------------------------------------------------------------------

YEARS, MUCH = range(-2, 5), 0.1
OUTCOMES = ("sales", "workers", "output per worker", "sales to others")


def snapshot(f, month):
    """Of a month, by firm: sizes, figures in logs' arguments, and what is sold to large firms over links."""
    firms = Panel(f, month)
    buyer, supplier, value = links_of(f, month)
    large = firms.of(buyer, "size", -1) == LARGE
    at = np.clip(np.searchsorted(firms.id, supplier), 0, len(firms.id) - 1)
    good = (firms.id[at] == supplier) & large
    to_large = np.bincount(at[good], weights=value[good], minlength=len(firms.id))
    firms.values["to_large"] = to_large
    firms.values["to_others"] = np.maximum(firms["revenue"] - to_large, 0)
    return firms


def figures(firms, ids):
    """Logs of the outcomes; NaN where a firm is gone or has none."""
    with np.errstate(divide="ignore", invalid="ignore"):
        logs = [np.log(firms.of(ids, "revenue")), np.log(firms.of(ids, "workers")),
                np.log(firms.of(ids, "output") / firms.of(ids, "workers")), np.log(firms.of(ids, "to_others"))]
    return np.array([np.where(np.isfinite(x), x, np.nan) for x in logs])


def first_suppliers(shots, year):
    """Smaller firms that sell to a large firm in this year for the first time, and those of the same sector and size that do not yet."""
    now, before, earlier = shots[year], shots[year - 1], shots[year - 2]
    known = (before["size"] < SMALL) & (before.of(before.id, "to_large") == 0) & (earlier.of(before.id, "to_large") == 0)
    ids = before.id[known]
    new = now.of(ids, "to_large") > 0
    never = np.ones(len(ids), bool)
    for later in range(year, min(year + 5, max(shots) + 1)):
        never &= ~(shots[later].of(ids, "to_large", 0) > 0)
    return ids[new], ids[never]


def matched(before, treated, others, luck):
    """Beside each treated firm one of the others: same sector, within a fifth of its workers, nearest in sales."""
    sector, workers, sales = (before.of(others, name) for name in ("sector", "workers", "revenue"))
    mates = np.zeros(len(treated), dtype=others.dtype)
    for k, firm in enumerate(treated):
        s, w, r = (before.of(np.array([firm]), name)[0] for name in ("sector", "workers", "revenue"))
        like = np.flatnonzero((sector == s) & (np.abs(workers - w) <= max(0.5, 0.2 * w)))
        if len(like) == 0:
            continue
        like = luck.permutation(like)[:50]
        mates[k] = others[like[np.argmin(np.abs(np.log(np.maximum(sales[like], 1)) - np.log(max(r, 1))))]]
    return mates


def event_paths(f, luck):
    """Outcomes by year since the event, by firm: treated less mates, both less the year before. And what large firms order in the first
    year, over its sales of the year before."""
    last = int(f["panel/month"][()].max())
    shots = {m // 12: snapshot(f, m) for m in range(12, last + 1, 12)}
    rows, shares = [], []
    for year in range(3, max(shots) - max(YEARS) + 1):
        treated, others = first_suppliers(shots, year)
        mates = matched(shots[year - 1], treated, others, luck)
        treated, mates = treated[mates > 0], mates[mates > 0]
        base = figures(shots[year - 1], treated) - figures(shots[year - 1], mates)
        paths = [figures(shots[year + y], treated) - figures(shots[year + y], mates) - base if year + y in shots else base * np.nan
                 for y in YEARS]
        rows.append(np.array(paths))
        shares.append(shots[year].of(treated, "to_large") / np.maximum(shots[year - 1].of(treated, "revenue"), 1))
    return 100 * np.concatenate(rows, axis=2), np.concatenate(shares)


def path_table(found, least):
    """Of firms from which large firms order at least this part of what they sold before; means over runs of means over firms."""
    paths = np.array([np.nanmean(rows[:, :, shares >= least], axis=2) for rows, shares in found])
    yield "| years since | " + " | ".join(OUTCOMES) + " |"
    yield "| --- |" + " --- |" * len(OUTCOMES)
    for k, year in enumerate(YEARS):
        yield f"| {year} | " + " | ".join("0" if year == -1 else cell(paths[:, k, o]) for o in range(len(OUTCOMES))) + " |"
    yield "| measured, after four years | | + 26 % | + 4 to 9 % (total factor productivity) | falls in the first year, + 20 % after four |"


def supplier_lines(sweep):
    luck = np.random.default_rng(1)
    found = []
    for open_run in results_of(sweep).values():
        with open_run() as f:
            found.append(event_paths(f, luck))
    shares = np.concatenate([s for _, s in found])
    yield (f"{len(shares)} firms in {len(found)} runs; logs times 100 against the year before, less the same of firms that are like them (sector, workers, sales) and "
           f"sell to no large firm. What large firms order in the first year is {100 * np.median(shares):.1f} percent (median) of what they sold before:\n")
    yield from path_table(found, 0)
    yield f"\nOf these, the {(shares >= MUCH).sum()} from which large firms order a tenth and more of what they sold before:\n"
    yield from path_table(found, MUCH)


CENTRAL = """Sixty firms lose half of their capacity for half a year: those with most links, or beside each another of its sector with about its sales and less
than half of its links. Twenty economies of 20 000 firms without luck. Inoue & Todo 2019 (doi 10.1038/s41893-019-0351-x) find that losses at central firms
cost more."""


def central_table(program):
    script = Path(__file__).resolve().parent / "measure_central.py"
    return subprocess.run([script, program], check=True, capture_output=True, text=True).stdout


HEAD = """# Evidence

What natural experiments measured in the world, and what the same comparison gives in the model. Made by `./rt experiments` from plans of
`scenarios/experiments/`; figures with 95 percent intervals over replicates. A miss stands here as a miss.

"""
NOTES = """
Signs are those that were measured. Missed in size (a factor of two is asked for): the retailer's links (twice as many end), employment of new suppliers (a sixth to a quarter), their
output per worker (times labour's share of value added, .45, it is productivity: 1.4 to 2 percent) and their sales to others.

Sources: Breza & Liberman 2017, doi 10.1111/jofi.12439 (Chile, terms of one retailer from about 90 to 30 days); Carvalho, Nirei, Saito & Tahbaz-Salehi 2021,
doi 10.1093/qje/qjaa044 (Japan, 2011); Alfaro-Urena, Manelici & Vasquez 2022, doi 10.1093/qje/qjac006 (Costa Rica).
"""


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("sweeps", type=Path)
    parser.add_argument("-o", "--output", default="docs/evidence.md")
    asked = parser.parse_args()
    lines = ["## Terms of one buyer, and capacity of one region", "", "| experiment | figure | here | measured |", "| --- | --- | --- | --- |"]
    lines += [*retailer_lines(asked.sweeps / "terms"), *earthquake_lines(asked.sweeps / "earthquake")]
    lines += ["", "## Losses at central firms", "", CENTRAL, "", central_table(asked.program)]
    lines += ["", "## Becoming a supplier of a large firm", "", *supplier_lines(asked.sweeps / "suppliers")]
    with open(asked.output, "w", encoding="utf-8") as file:
        file.write(HEAD + "\n".join(lines) + "\n" + NOTES)


if __name__ == "__main__":
    main()
