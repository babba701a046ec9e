#!/usr/bin/python3
"""Writes docs/parameters.md, the tables of all parameters, from what the program declares.

    docs/make_parameters.py build/release/rongtong

The declarations in the code are the only ones; this file only lays them out.
"""

import json
import subprocess
import sys
from pathlib import Path

HEAD = """# Parameters

All that a scenario can set, as the code declares it. This file is generated: `docs/make_parameters.py build/release/rongtong`
renews it, and a test fails while it is out of date. `rongtong describe` shows the same at the command line.

`assumed` as a source means: no figure was found, the default is a choice, and a study should vary it. "form: ...; value
assumed" means that the equation has a source and the number has none. A parameter of the model is set in a scenario under
`model`, or on the command line: `--set /model/ordering/input_cover=1`.
"""

GROUPS = {
    "ordering": "expectation, ordering, production",
    "pricing": "price and markup",
    "demand": "final demand, competition, quality, trade between regions, fiscal rule",
    "network": "the supply network and the firms of the start",
    "terms": "payment terms, late payment and interest on it",
    "make": "make or buy, and the dropping of suppliers",
    "accounting": "investment, profit tax, payout",
    "labour": "hiring, wages, self-employment",
    "turnover": "entry and exit",
    "luck": "luck",
}


def declarations(program):
    """What `describe --json` says: a list for each of levers, parameters, indicators, shocks."""
    answer = subprocess.run([program, "describe", "--json"], capture_output=True, text=True, check=True)
    return json.loads(answer.stdout)


def number(value):
    return f"{value:.6g}"


def cell(text):
    return str(text).replace("|", "\\|").replace("\n", " ")


def table(parameters):
    lines = ["| name | unit | default | range | meaning | source |", "| --- | --- | --- | --- | --- | --- |"]
    for p in parameters:
        bounds = f"{number(p['minimum'])} to {number(p['maximum'])}" + (", whole" if p["whole"] else "")
        lines.append(f"| `{p['name']}` | {cell(p['unit'])} | {number(p['default'])} | {bounds} | {cell(p['meaning'])} |"
                     f" {cell(p['source'])} |")
    return "\n".join(lines)


def model_part(parameters):
    parts = ["## Model\n"]
    for group in dict.fromkeys(p["group"] for p in parameters):
        title = f": {GROUPS[group]}" if group in GROUPS else ""
        parts.append(f"### `{group}`{title}\n\n{table([p for p in parameters if p['group'] == group])}\n")
    return "\n".join(parts)


def instrument_part(title, entries, cost):
    parts = [f"## {title}\n"]
    for entry in entries:
        parts.append(f"### `{entry['name']}`: {cell(entry['title_en'])} ({cell(entry['title_zh'])})\n")
        if cost:
            parts.append(f"Administrative cost by default: {number(entry['yearly_cost_per_firm'])} yuan a year for each firm "
                         "reached, at full intensity.\n")
        parts.append(f"Its target may name: {', '.join(entry['target'])}.\n")
        parts.append(table(entry["parameters"]) + "\n")
    return "\n".join(parts)


def page(declared):
    return "\n".join([HEAD, model_part(declared["parameters"]), instrument_part("Levers", declared["levers"], True),
                      instrument_part("Shocks", declared["shocks"], False)])


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    target = Path(__file__).with_name("parameters.md")
    target.write_text(page(declarations(sys.argv[1])), encoding="utf-8")
    print(f"wrote {target}")


if __name__ == "__main__":
    main()
