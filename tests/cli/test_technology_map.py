"""R&D by field of technology in the map of capabilities and demands, held against the run's own file and its calibration."""

import json
import unittest

import h5py
import numpy as np
from harness import SMALL, SOURCE, Case

NETWORK = ["--set", "/firms=800", "--months", 18, "--quiet", "--set", '/output={"groups":["sector"],"network":{"every_months":18}}']


class TechnologyMap(Case):
    def run_of(self, name, *more):
        self.call("run", SMALL, *NETWORK, *more, "-o", name)

    def technology(self, name):
        return json.loads(self.call("resilience", name, "--json")[0])["systemic"][0]["map"]["technology"]

    def test_fields_do_research_and_buy_what_it_went_into(self):
        self.run_of("r.h5", "--set", "/model/technology/switch=2")
        told = self.technology("r.h5")
        declared = json.loads((SOURCE / "scenarios/calibration/china/sectors.json").read_text())["sectors"]
        field_of = [s.get("rd_field") or s["code"] for s in declared]
        names = list(dict.fromkeys(field_of))
        number = np.array([names.index(field) for field in field_of])
        with h5py.File(self.path("r.h5")) as file:
            last = {name: file["by_sector"][name][-1] for name in ("performers", "research", "output", "projects_waiting", "projects_on_lines")}
            supplier, buyer, value = (file["network"][name][...] for name in ("supplier_sector", "buyer_sector", "value"))
        intensity = np.divide(last["research"], last["output"], out=np.zeros(len(number)), where=last["output"] > 0)
        embodied = np.zeros((len(names), len(names)))
        np.add.at(embodied, (number[supplier], number[buyer]), value * intensity[supplier])
        own = {f["field"]: f for f in told["fields"]}
        self.assertGreater(len(own), 5)
        for n, name in enumerate(names):
            performers = last["performers"][number == n].sum()
            if name not in own:
                self.assertEqual((performers, embodied[:, n].sum()), (0, 0))
                continue
            field = own[name]
            self.assertEqual(field["sectors"], [s["code"] for s, f in zip(declared, field_of) if f == name])
            self.assertEqual(field["performers"], performers)
            self.assertEqual(field["projects_waiting"], last["projects_waiting"][number == n].sum())
            self.assertEqual(field["projects_on_lines"], last["projects_on_lines"][number == n].sum())
            np.testing.assert_allclose([field["research"], field["bought"], field["bought_from_others"]],
                                       [last["research"][number == n].sum(), embodied[:, n].sum(), embodied[:, n].sum() - embodied[n, n]], rtol=1e-9)
        kept = [names.index(f["field"]) for f in told["fields"]]
        np.testing.assert_allclose(told["embodied"], embodied[np.ix_(kept, kept)], rtol=1e-9)
        self.assertGreater(sum(f["bought_from_others"] for f in told["fields"]), 0)
        self.assertIn("R&D by field of technology", self.call("resilience", "r.h5")[0])
        page = json.loads(self.call("report", "r.h5", "--json")[0])
        self.assertEqual(page["network"]["map"]["technology"], told)

    def test_a_run_without_research_or_names_says_so(self):
        self.run_of("given.h5")
        self.assertEqual(self.technology("given.h5"), {"absent": "research"})
        self.assertNotIn("field of technology", self.call("resilience", "given.h5")[0])
        self.run_of("old.h5", "--set", "/model/technology/switch=2")
        import sys
        sys.path.insert(0, str(SOURCE / "tests" / "files"))
        import seal
        with h5py.File(self.path("old.h5"), "r+") as file:
            del file["network"].attrs["technology_fields"]
        seal.seal(self.path("old.h5"))
        self.assertEqual(self.technology("old.h5"), {"absent": "fields"})


if __name__ == "__main__":
    unittest.main()
