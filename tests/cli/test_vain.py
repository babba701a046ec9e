"""What a scenario asks for and will not get is said by check, by run, and in the results."""

import json
import unittest

import h5py

from harness import SMALL, Case, text


class Notes(Case):
    def write(self, name, **changes):
        scenario = {"extends": SMALL, "firms": 500, "months": 6, **changes}
        self.path(name).write_text(json.dumps(scenario))
        return name

    def notes(self, **changes):
        self.write("s.json", **changes)
        notes = json.loads(self.call("check", "s.json", "--json")[0])[0]["notes"]
        err = self.call("run", "s.json", "-o", "s.h5", "--force", "--quiet")[1]
        for note in notes:
            self.assertIn(note, err)
        with h5py.File(self.path("s.h5")) as file:
            kept = json.loads(text(file.attrs["notes"]))
        self.assertEqual(kept[:len(notes)], notes)
        return kept

    def test_a_good_scenario_has_none(self):
        self.assertEqual(self.notes(policies={"cap": {"lever": "payment_term_cap"}}), [])

    def test_certain_from_the_start(self):
        """All in one scenario but the last, since each run takes a second."""
        cap, late = {"lever": "payment_term_cap"}, "(\"last_month\": true records the last month as well)"
        self.assertCountEqual(self.notes(
            policies={"farms": {**cap, "target": {"sectors": ["s01", "s45"]}},
                      "brief": {**cap, "target": {"sectors": ["s10"]}, "start_month": 2, "end_month": 4, "ramp_months": 4},
                      "poor": {**cap, "target": {"sectors": ["s11"]}, "yearly_budget_cap": 0},
                      "market": {"lever": "unified_market", "target": {"regions": ["east"]}},
                      "giants": {**cap, "target": {"sectors": ["s12"], "tiers": ["little_giant"]}},
                      "info": {"lever": "credit_information_sharing", "parameters": {"coverage": 0}}},
            shocks={"flood": {"kind": "capacity_loss", "month": 2, "target": {"sectors": ["s42"]}},
                    "abroad": {"kind": "export_demand", "month": 2, "target": {"sectors": ["s28", "s42"]}},
                    "less": {"kind": "demand", "month": 2, "households": 0, "investors": 0, "target": {"sectors": ["s10"]}},
                    "crunch": {"kind": "credit_crunch", "month": 2, "size": 0}},
            output={"panel": {"variables": ["cash"], "every_months": 7}, "network": {}}), [
                "/policies/farms reaches nobody: no sector of its target has firms",
                "/policies/brief reaches 50 % of full strength at most: its ramp takes 4 months, and it acts in 2",
                "/policies/poor does nothing: its yearly_budget_cap of 0 pays for nothing; leave it out for no cap",
                "/policies/market does nothing: its target has no two regions with a border between them",
                "/policies/giants reaches nobody: firms have no tiers unless /model/tiers/switch is 1 and /model/technology/switch 2",
                "/policies/info does nothing: its coverage is 0",
                "/shocks/flood reaches nobody: no sector of its target has firms",
                "/shocks/abroad reaches nobody: nothing of its sectors is exported",
                "/shocks/less reaches nobody: those whose demand it changes buy nothing of its sectors",
                "/shocks/crunch does nothing: its size is 0",
                f"/output/panel stays empty: it is recorded every 7 months, and the run has 6 {late}",
                f"/output/network stays empty: it is recorded every 12 months, and the run has 6 {late}"])
        self.assertEqual(self.notes(policies={"info": {"lever": "credit_information_sharing"}}, model={"credit": {"switch": 0}}), [
            "/policies/info does nothing: credit_information_sharing acts through what /model/credit/switch switches off"])

    def test_pools_are_somebody(self):
        farms = {"kind": "capacity_loss", "month": 2, "target": {"sectors": ["s01"]}}
        self.assertEqual(self.notes(shocks={"flood": {**farms, "pools": 1}}), [])
        named = {"kind": "capacity_loss", "month": 2, "pools": 1, "target": {"firms": {"largest": 3}}}
        self.assertEqual(self.notes(shocks={"flood": named}), ["/shocks/flood/pools does nothing: its target names firms"])
        self.assertEqual(len(self.notes(shocks={"flood": farms})), 1)

    def test_a_rule_that_never_held(self):
        rule = {"indicator": "unemployment_rate", "above": 0.9}
        self.assertEqual(self.notes(policies={"cap": {"lever": "payment_term_cap", "when": rule}})[1:],
                         ["/policies/cap acted in no month: its rule never held"])

    def test_nobody_in_its_own_time(self):
        target = {"sectors": ["s41"], "size": ["large"]}  # none is large at 500 firms
        self.assertEqual(self.notes(policies={"cap": {"lever": "payment_term_cap", "start_month": 2, "end_month": 4,
                                                      "target": target}},
                                    shocks={"flood": {"kind": "capacity_loss", "month": 3, "target": target}}),
                         ["/policies/cap reached no firm in any of its 2 months",
                          "/shocks/flood reached no firm: there was none in its target in month 3"])

    def test_firms_in_the_target_are_of_the_policys_own_time(self):
        self.write("s.json", policies={"cap": {"lever": "payment_term_cap", "start_month": 2, "end_month": 4}})
        out = self.call("run", "s.json", "-o", "s.h5", "--json", "--quiet")[0]
        lever = json.loads(out)["levers"][0]
        self.assertEqual(lever["months"], 2)
        self.assertGreater(lever["firms_reached_mean"], 400)
        self.assertGreater(lever["firms_reached_last_month"], 400)

    def test_panel_of_firms_that_are_not_there(self):
        panel = {"variables": ["cash"], "firms": [0, 3, 500, 501, 999999]}
        kept = self.notes(output={"panel": panel})
        self.assertEqual(kept[0], "/output/panel/firms: at the start there is no firm 0, 501, 999999; ids are 1 to 500, "
                                  "and those that enter later have larger ones")
        self.assertIn("the panel has no record of firm 0, ", kept[1])
        self.assertIn("999999, which it asks for", kept[1])

    def test_last_month(self):
        self.write("s.json", output={"panel": {"variables": ["cash"], "every_months": 4, "last_month": True,
                                               "firms": 20}, "network": {"last_month": True}})
        self.call("run", "s.json", "-o", "s.h5", "--quiet")
        with h5py.File(self.path("s.h5")) as file:
            self.assertEqual(sorted(set(file["panel/month"][...])), [4, 6])
            self.assertEqual(sorted(set(file["network/month"][...])), [6])

    def test_a_plan_says_what_it_drops(self):
        self.write("s.json", output={"events": True})
        self.path("plan.json").write_text(json.dumps({"scenarios": {"a": "s.json", "b": SMALL}, "replicates": 1}))
        out = self.call("check", "plan.json")[0]
        self.assertIn("scenario a: its \"output\" is left out: in a sweep the plan's \"keep\" says what is written", out)


if __name__ == "__main__":
    unittest.main()
