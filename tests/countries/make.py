#!/usr/bin/python3
"""Makes the calibrations of three countries that do not exist, as real tables look: tests/countries/NAME/*.json.

usage: make.py [FOLDER | --check]        (default: the folder of this script; --check: whether that holds what it would write)

Each sector is given its output, what it pays and what it buys; final uses take what is left of a row, surplus what is left of a
column, so that all balances in whole millions.

harbour  a small open economy: most of what it sells abroad came from abroad, machines beyond all that it makes itself
island   has no mining: ores and fuels are imported
valley   harbour and island as one country, of three sectors
"""
import json
import sys
from pathlib import Path

USES, VALUES = ["household", "government", "fixed_capital", "inventories", "exports"], ["labour", "net_tax", "depreciation", "surplus"]
VECTORS = VALUES + USES + ["imports", "gross_output"]
CODES = ["agri", "mine", "food", "mach", "buil", "trad", "serv", "publ"]
NAMES = ["Farming", "Mining", "Food and clothing", "Machines and chemicals", "Building", "Trade and transport", "Services", "Public services"]
GROUPS = ["agriculture", "mining", "manufacturing-light", "manufacturing-equipment", "construction", "trade-transport",
          "business-services", "other-services"]
PRODUCERS = ["farms"] + ["firms"] * 6 + ["publics"]
# What a unit of output of the column's sector takes of each product, in thousandths.
INPUTS = {"agri": [90, 5, 60, 110, 5, 60, 40, 0], "mine": [0, 80, 10, 150, 20, 90, 60, 0], "food": [260, 10, 180, 90, 5, 90, 60, 0],
          "mach": [10, 110, 20, 330, 5, 80, 70, 0], "buil": [0, 60, 30, 290, 20, 80, 90, 0], "trad": [0, 10, 60, 110, 20, 130, 160, 0],
          "serv": [0, 5, 40, 70, 30, 50, 220, 5], "publ": [0, 5, 40, 110, 30, 50, 120, 10]}
# Of output, in thousandths: labour, taxes, depreciation.
PAID = {"agri": (450, -30, 40), "mine": (180, 90, 120), "food": (120, 60, 30), "mach": (160, 20, 60), "buil": (260, 30, 30),
        "trad": (230, 60, 70), "serv": (280, 50, 110), "publ": (500, 5, 110)}
# How final uses at home share what is left of a row: household, government, fixed capital.
SHARES = {"agri": (1, 0, 0), "mine": (1, 0, 0), "food": (1, 0, 0), "mach": (0.4, 0, 0.6), "buil": (0, 0, 1), "trad": (0.9, 0.05, 0.05),
          "serv": (0.75, 0.1, 0.15), "publ": (0.3, 0.7, 0)}

# By sector: output (million), exports and imports over output (imports of what is not made: million), persons employed
# and self-employed, enterprises.
HARBOUR = {"year": "2021", "sectors": {
    "agri": (9000, 0.25, 0.7, 90000, 0, 0), "mine": (4000, 0.3, 5.0, 9000, 0, 300), "food": (38000, 0.8, 0.95, 120000, 6000, 9000),
    "mach": (61000, 1.9, 2.25, 210000, 4000, 15000), "buil": (52000, 0.02, 0.02, 230000, 60000, 38000),
    "trad": (90000, 0.35, 0.12, 420000, 110000, 90000), "serv": (160000, 0.3, 0.22, 640000, 70000, 120000),
    "publ": (62000, 0, 0, 480000, 0, 0)}, "regions": [("port", 2600000, 0.7, 1.1), ("hinterland", 1500000, 0.3, 0.85)], "km": [30, 120, 60]}
ISLAND = {"year": "2019", "sectors": {
    "agri": (30000, 0.1, 0.2, 420000, 0, 0), "mine": (0, 0, 26000, 0, 0, 0), "food": (76000, 0.2, 0.25, 330000, 20000, 21000),
    "mach": (90000, 0.35, 0.9, 390000, 9000, 19000), "buil": (84000, 0, 0, 560000, 90000, 41000),
    "trad": (140000, 0.15, 0.06, 930000, 300000, 130000), "serv": (190000, 0.08, 0.1, 890000, 120000, 150000),
    "publ": (90000, 0, 0, 800000, 0, 0)}, "regions": [("island", 7800000, 1, 1)], "km": [80]}


def table(country):
    n, output = len(CODES), [country["sectors"][c][0] for c in CODES]
    io = {"flows": [[round(INPUTS[buyer][i] * output[j] / 1000) for j, buyer in enumerate(CODES)] for i in range(n)],
          "gross_output": output, **{key: [0] * n for key in VALUES + USES + ["imports"]}}
    for i, code in enumerate(CODES):
        made, abroad, imported = country["sectors"][code][:3]
        io["exports"][i], io["imports"][i] = round(abroad * made), round(imported * made) if made else imported
        left = made + io["imports"][i] - io["exports"][i] - sum(io["flows"][i])
        io["inventories"][i] = left // 50 if PRODUCERS[i] == "firms" and i < 4 else 0
        left -= io["inventories"][i]
        assert left >= 0, (code, left)
        io["government"][i], io["fixed_capital"][i] = round(SHARES[code][1] * left), round(SHARES[code][2] * left)
        io["household"][i] = left - io["government"][i] - io["fixed_capital"][i]
        io["labour"][i], io["net_tax"][i], io["depreciation"][i] = (round(share * made / 1000) for share in PAID[code])
        io["surplus"][i] = made - sum(row[i] for row in io["flows"]) - sum(io[key][i] for key in VALUES[:3])
    return io


def sector(i, employees, own_account, enterprises):
    return {"code": CODES[i], "name_en": NAMES[i], "name_zh": NAMES[i], "group": GROUPS[i], "producers": PRODUCERS[i],
            "holds_stock": i < 4, "tradable": i < 4 or i > 4 and i < 7, "critical_input": [0.5, 1, 0.5, 1, 0, 0.5, 0, 0][i],
            "enterprises": enterprises, "employees": employees, "self_employed": own_account, "size_class": "all"}


def figure(value, unit):
    return {"value": value, "unit": unit, "status": "assumed", "source": "made for tests"}


def parts_of(name, country):
    sectors = [sector(i, *country["sectors"][code][3:]) for i, code in enumerate(CODES)]
    km, names = country["km"], [r[0] for r in country["regions"]]
    distance = {(a, b): km[0] if a == b == names[0] else km[-1] if a == b else km[1] for a in names for b in names}
    return {
        "io_table": {"format": "rongtong-calibration-table 1", "year": country["year"], "unit": "million crowns a year",
                     "sectors": CODES, **table(country)},
        "sectors": {"format": "rongtong-calibration-sectors 1", "sectors": sectors},
        "nation": {"format": "rongtong-calibration-nation 1", "name": name, "country": name.title(), "year": country["year"],
                   "enterprises": figure(sum(s["enterprises"] for s in sectors), "firm"), "unemployment_rate": figure(0.06, "1"),
                   "state_owned_share_of_large": figure(0.1, "1"), "state_owned_share_of_others": figure(0.01, "1")},
        "size_classes": {"format": "rongtong-calibration-size-classes 1", "classes": [
            {"name": "all", "large": {"employees": 250}, "medium": {"employees": 50}, "small": {"employees": 10}}]},
        "regions": {"format": "rongtong-calibration-regions 1", "regions": [
            {"code": code, "name_en": code.title(), "name_zh": code, "population": persons, "firm_share": share, "relative_wage": wage,
             "km": {b: distance[code, b] for b in names}} for code, persons, share, wage in country["regions"]]}}


def together(name, one, other):
    """Two countries of the same sectors as one."""
    both = json.loads(json.dumps(one))
    for key in VECTORS:
        both["io_table"][key] = [a + b for a, b in zip(one["io_table"][key], other["io_table"][key])]
    both["io_table"]["flows"] = [[a + b for a, b in zip(*rows)] for rows in zip(one["io_table"]["flows"], other["io_table"]["flows"])]
    for s, more in zip(both["sectors"]["sectors"], other["sectors"]["sectors"]):
        for key in ("enterprises", "employees", "self_employed"):
            s[key] += more[key]
    both["nation"].update(name=name, country=name.title(), enterprises=figure(
        sum(s["enterprises"] for s in both["sectors"]["sectors"]), "firm"))
    return both


def aggregated(parts, groups):
    """groups: {code: (name, old codes)}; the first old one says what the new one is like."""
    old, io = parts["io_table"]["sectors"], parts["io_table"]
    places = [[old.index(code) for code in codes] for _, codes in groups.values()]
    sectors = []
    for code, (name, codes), at in zip(groups, groups.values(), places):
        s = {**parts["sectors"]["sectors"][at[0]], "code": code, "name_en": name, "name_zh": name}
        for key in ("enterprises", "employees", "self_employed"):
            s[key] = sum(parts["sectors"]["sectors"][i][key] for i in at)
        sectors.append(s)
    new = {**io, "sectors": list(groups), "flows": [[sum(io["flows"][i][j] for i in a for j in b) for b in places] for a in places]}
    for key in VECTORS:
        new[key] = [sum(io[key][i] for i in at) for at in places]
    return {**parts, "io_table": new, "sectors": {**parts["sectors"], "sectors": sectors}}


def write(folder, parts, check):
    folder.mkdir(parents=True, exist_ok=True)
    for name, value in parts.items():
        file, text = folder / f"{name}.json", json.dumps(value) + "\n"
        if not check:
            file.write_text(text)
        elif file.read_text() != text:
            sys.exit(f"{file}: make.py would write something else")


def main():
    check = sys.argv[1:] == ["--check"]
    out = Path(sys.argv[1]) if len(sys.argv) > 1 and not check else Path(__file__).resolve().parent
    harbour, island = parts_of("harbour", HARBOUR), parts_of("island", ISLAND)
    valley = aggregated(together("valley", harbour, island), {
        "primary": ("Farming", ["agri"]), "industry": ("Industry", ["mach", "mine", "food", "buil"]),
        "services": ("Services", ["serv", "trad", "publ"])})
    for name, parts in (("harbour", harbour), ("island", island), ("valley", valley)):
        write(out / name, parts, check)


if __name__ == "__main__":
    main()
