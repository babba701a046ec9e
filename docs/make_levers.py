#!/usr/bin/env python3
"""Prints what every lever does to its primary indicator, beside a placebo that spends the same, as docs/levers.md.

Usage: make_levers.py PROGRAM SWEEP_OF_LEVERS SWEEP_OF_MANY_FIRMS SWEEP_OF_JOINT_WORK SWEEP_OF_SEARCH SWEEP_OF_PLATFORMS SWEEP_OF_TIERS -o docs/levers.md

PRIMARY was written down before the runs: scenario, indicator, group of firms or none, sign, and the harm that is looked for with its sign and the
scenario that shows it. Levers are compared with the economy without policy, Holm's adjustment over all of them. What reaches under a percent of firms is
looked for among more firms.
"""
import argparse
import json
import subprocess

GIVEN, RESEARCH, MANY, JOINT, SEARCH, PLATFORMS, TIERS = "untouched", "untouched-research", "many", "joint", "search", "platforms", "tiers"
# scenario, base, (primary, group, sign), (scenario of the harm, harm, group, sign)
PRIMARY = [
    ("prompt-payment", GIVEN, ("days_receivable", "small", -1), ("prompt-payment", "days_receivable", "large", +1)),
    ("unified-market", GIVEN, ("trade_across_regions", "", +1), ("unified-market", "trade_services", "", -1)),
    ("credit-information", GIVEN, ("approval_rate_good", "", +1), ("credit-information", "bankruptcies", "", +1)),
    ("guidance-fund", MANY, ("equity_raised", "", +1), ("guidance-fund", "equity_displaced", "", +1)),
    ("incubation", MANY, ("equity_corporate", "", +1), ("incubation", "profit_margin", "small", -1)),
    ("rd-support", RESEARCH, ("innovations", "", +1), ("rd-support", "research_relabelled", "", +1)),
    ("rd-support", RESEARCH, ("research", "", +1), ("rd-support", "talent_wage", "", +1)),
    ("rd-threshold", RESEARCH, ("research", "", +1), ("rd-threshold", "threshold_aims", "", +1)),
    ("pilot-platforms", RESEARCH, ("innovations", "", +1), ("pilot-lines-in-excess", "pilot_idle", "", +1)),
    ("talent-mobility", RESEARCH, ("talent_moves", "", +1), ("talent-drain", "talent_spread", "", +1)),
    ("challenge-programme", RESEARCH, ("innovations", "", +1), ("challenge-crowded", "pilots_with_line", "", -1)),
    ("shared-equipment", RESEARCH, ("innovations", "", +1), ("shared-equipment-crowded", "pilots_with_line", "", -1)),
    ("contract-templates", JOINT, ("joint_firms", "", +1), ("contract-templates", "joint_walked_off", "", +1)),
    ("ip-protection", JOINT, ("joint_firms", "", +1), ("ip-protection", "technology_level", "", -1)),
    ("joint-research", JOINT, ("joint_firms", "", +1), ("joint-research", "joint_walked_off", "", +1)),
    ("matching-service", SEARCH, ("suppliers_left", "", +1), ("matching-service-crowded", "trials_with_large", "", +1)),
    ("capability-map", SEARCH, ("suppliers_left", "", +1), ("capability-map-stale", "trials_refused", "", +1)),
    ("order-pull", SEARCH, ("orders_to_small", "medium", +1), ("order-pull", "linked_input_price", "medium", +1)),
    ("leader-assessment", SEARCH, ("orders_to_small", "large", +1), ("leader-assessment", "payables", "large", -1)),
    ("unfair-terms", GIVEN, ("profit_margin", "small", +1), ("unfair-terms", "consumer_price", "", +1)),
    ("industrial-internet", PLATFORMS, ("platform_members", "small", +1), ("industrial-internet", "platform_orders_share", "", +1)),
    ("gradient-cultivation", TIERS, ("tier_research", "", +1), ("gradient-cultivation", "tier_bunching", "", +1)),
]
MONTHS = "48:84"


def effects(program, sweep, base):
    """By scenario, indicator and group of firms ('' for all)."""
    names = sorted({n for p in PRIMARY for n in (p[2][0], p[3][1])})
    answer = json.loads(subprocess.run(
        [program, "compare", sweep, "--base", base, "--months", MONTHS, "--indicators", ",".join(names), "--by", "size",
         "--json"], check=True, capture_output=True, text=True).stdout)
    found = {}
    for scenario in answer["scenarios"]:
        for effect in scenario["effects"] + scenario["groups"]:
            found[scenario["scenario"], effect["indicator"], effect.get("group", "")] = effect
    return found


def holm(p):
    """Adjusted p-values of a list."""
    adjusted, worst = [0.0] * len(p), 0.0
    for rank, k in enumerate(sorted(range(len(p)), key=lambda k: p[k])):
        worst = max(worst, min(1.0, (len(p) - rank) * p[k]))
        adjusted[k] = worst
    return adjusted


def size_of(effect):
    """Difference with its interval: in percent of the base, in points for rates, as it is where the base is 0."""
    scale, unit = 1.0, ""
    if effect["rate"]:
        scale, unit = 100.0, " points"
    elif abs(effect["mean_difference"]) < 10 * abs(effect["mean_base"]):
        scale, unit = 100.0 / abs(effect["mean_base"]), " %"
    low, middle, high = (scale * effect[k] for k in ("low", "mean_difference", "high"))
    return f"{middle:+.3g}{unit} ({low:.3g} to {high:.3g})"


def claim(what):
    indicator, group, sign = what
    return f"`{indicator}`{' of ' + group + ' firms' if group else ''} {'rises' if sign > 0 else 'falls'}"


def says(effect, sign):
    if effect["low"] > 0 or effect["high"] < 0:
        return "as written" if effect["mean_difference"] * sign > 0 else "**other sign**"
    return "**not seen**"


def lines(program, sweep, of_many, of_joint, of_search, of_platforms, of_tiers):
    found = {base: effects(program, sweep, base) for base in (GIVEN, RESEARCH)}
    found[MANY] = effects(program, of_many, GIVEN)
    found[JOINT] = effects(program, of_joint, RESEARCH)
    found[SEARCH] = effects(program, of_search, GIVEN)
    found[PLATFORMS] = effects(program, of_platforms, GIVEN)
    found[TIERS] = effects(program, of_tiers, GIVEN)
    primaries = [found[base][name, p[0], p[1]] for name, base, p, _ in PRIMARY]
    adjusted = holm([e["p"] for e in primaries])
    yield "| scenario | primary | effect (95 % interval) | p (Holm) | sign | placebo that spends the same | harm | effect | sign |"
    yield "| --- | --- | --- | --- | --- | --- | --- | --- | --- |"
    for (name, base, primary, harm), effect, p in zip(PRIMARY, primaries, adjusted):
        placebo = found[base].get((name + "-placebo", primary[0], primary[1]))  # none where the lever costs nothing
        hurt = found[base][harm[0], harm[1], harm[2]]
        shown = "" if harm[0] == name else f" in `{harm[0]}`"
        yield (f"| `{name}` | {claim(primary)} | {size_of(effect)} | "
               f"{'< .0001' if p < 1e-4 else f'{p:.4f}'} | {says(effect, primary[2])} | {size_of(placebo) if placebo else 'costs nothing'} | "
               f"{claim(harm[1:])}{shown} | {size_of(hurt)} | {says(hurt, harm[3])} |")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("sweep")
    parser.add_argument("of_many")
    parser.add_argument("of_joint")
    parser.add_argument("of_search")
    parser.add_argument("of_platforms")
    parser.add_argument("of_tiers")
    parser.add_argument("-o", "--output", default="docs/levers.md")
    asked = parser.parse_args()
    text = ("# Levers\n\nWhat every lever does to the indicator that was named before it was run, beside a placebo that spends as much on public "
            "administration, and the harm that it can do.\nMade by `./rt experiments` from `scenarios/experiments/levers.json`, `levers-joint.json`, `levers-search.json`, `levers-platforms.json` and `levers-tiers.json`: twenty pairs of 20 000 "
            "firms (100 000 for `guidance-fund` and `incubation`, which reach few: `levers-of-few.json`), policies from\nmonth 24 on, means of months 48 "
            "to 84. What is **not seen** has an interval with zero in it at this size. "
            "Levers of research act where growth comes from research.\n\n"
            + "\n".join(lines(asked.program, asked.sweep, asked.of_many, asked.of_joint, asked.of_search, asked.of_platforms,
                              asked.of_tiers)) + "\n")
    with open(asked.output, "w", encoding="utf-8") as file:
        file.write(text)
    print(text)


if __name__ == "__main__":
    main()
