"""What resilience and the report say of a sweep: the same of its folder, of its collected file and of its runs one by one."""

import json
import unittest

import h5py
from sweep_harness import SweepCase, scenario

FLOOD = {"kind": "capacity_loss", "month": 4, "loss": 0.5, "recovery_months": 2}
CAP = {"lever": "payment_term_cap", "start_month": 1, "parameters": {"cap_days": 30}}
PLAN = {"name": "study", "replicates": 2, "changes": {"firms": 500, "months": 12},
        "keep": {"groups": ["sector"], "network": {"every_months": 6}, "panel": {"variables": ["sector"], "every_months": 6, "firms": 20}},
        "scenarios": {"base": scenario(), "flood": scenario(shocks={"flood": FLOOD}), "cap": scenario(policies={"cap": CAP}),
                      "flood-cap": scenario(policies={"cap": CAP}, shocks={"flood": FLOOD})}}


def nameless(risks):
    return [{key: value for key, value in risk.items() if key != "name"} for risk in risks]


class Sweeps(SweepCase):
    def answer(self, *words):
        return json.loads(self.call(*words, "--json")[0])

    def made(self, plan):
        self.plan(plan)
        self.sweep("plan.json", "-o", "s")
        self.call("collect", "s", "-o", "s.h5")
        for number, content in self.members().items():
            folder = self.path("runs") / list(plan["scenarios"])[number // 2 % len(plan["scenarios"])]
            folder.mkdir(parents=True, exist_ok=True)
            (folder / f"{number}.h5").write_bytes(content)

    def test_one_answer_from_folder_file_and_runs(self):
        self.made(PLAN)
        self.is_one_risk()
        self.is_one_recovery()
        self.is_on_the_page()
        self.says_what_was_asked()

    def is_one_risk(self):
        alone = [self.answer("resilience", f"runs/base/{n}.h5")["systemic"][0] for n in (0, 1)]
        self.assertGreater(alone[0]["mean"], 0)
        self.assertIsNotNone(alone[0]["map"]["sectors"][0]["ordered"])
        for name in ("s", "s.h5"):
            told = self.answer("resilience", name)
            self.assertEqual(len(told["systemic"]), 8)
            self.assertEqual(nameless(told["systemic"][:2]), nameless(alone))
            self.assertEqual([change["to"] for change in told["systemic_changes_paired"]], ["flood", "cap", "flood-cap"])
        earlier = self.answer("resilience", "runs/base/1.h5", "--month", 6)["systemic"]
        self.assertEqual(nameless(self.answer("resilience", "s.h5", "--month", 6)["systemic"][1:2]), nameless(earlier))
        with h5py.File(self.path("s.h5")) as file, h5py.File(self.path("runs/base/0.h5")) as run:
            self.assertEqual(dict(file["network"].attrs), dict(run["network"].attrs))
            self.assertEqual(file["panel/sector"].attrs["members"], run["panel/sector"].attrs["members"])

    def is_one_recovery(self):
        apart = self.answer("resilience", "runs/flood", "--without", "runs/base", "--policy", "runs/flood-cap", "--policy-without", "runs/cap",
                            "--by", "sector")
        self.assertGreater(apart["recovery"]["rows"][0]["depth"]["mean"], 0)
        for name in ("s", "s.h5"):
            self.assertEqual(apart, self.answer("resilience", name, "--scenario", "flood", "--against", "base", "--policy", "flood-cap",
                                                "--policy-without", "cap", "--by", "sector"))

    def is_on_the_page(self):
        apart = self.answer("report", "runs/base", "runs/flood")
        self.assertEqual([r["scenario"] for r in apart["recovery"]], ["flood"])
        for name in ("s", "s.h5"):
            data = self.answer("report", name)
            self.assertEqual([r["scenario"] for r in data["recovery"]], ["flood", "flood-cap"])
            self.assertEqual(data["recovery"][0], apart["recovery"][0])
            self.assertEqual(nameless([data["network"]]), nameless([apart["network"]]))
        of_cap = self.answer("report", "s", "--base", "cap")["network"]
        self.assertEqual(nameless([of_cap])[0]["mean"], self.answer("resilience", "runs/cap/4.h5")["systemic"][0]["mean"])

    def says_what_was_asked(self):
        for words, said in ((("--without", "s"), "--against"), (("--scenario", "flood"), "--against"),
                            (("--scenario", "storm", "--against", "base"), "no scenario 'storm'; it has 'base', 'flood'"),
                            (("--month", 5), "it has 6, 12")):
            self.assertIn(said, self.call("resilience", "s.h5", *words, code=2)[1])

    def test_points_are_named(self):
        two = {label: PLAN["scenarios"][label] for label in ("base", "flood")}
        self.made({**PLAN, "scenarios": two, "parameters": {"loss": {"pointer": "/shocks/flood/loss", "values": [0.3, 0.6]}}, "design": {"kind": "grid"}})
        for name in ("s", "s.h5"):
            for words in ([], ["--scenario", "flood", "--against", "base"]):
                self.assertIn("--point", self.call("resilience", name, *words, code=2)[1])
            weak, strong = (self.answer("resilience", name, "--scenario", "flood", "--against", "base", "--point", p)["recovery"]["rows"][0]
                            for p in (0, 1))
            self.assertLess(weak["depth"]["mean"], strong["depth"]["mean"])
            self.assertEqual(len(self.answer("resilience", name, "--point", 1)["systemic"]), 4)
            data = self.answer("report", name, "--point", 1)
            self.assertEqual(data["recovery"][0]["rows"][0]["depth"], strong["depth"])


if __name__ == "__main__":
    unittest.main()
