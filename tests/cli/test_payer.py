"""Who pays for a policy, and the placebo, by a user's commands: payer and payee in the matrix of flows."""
import json
import unittest

import h5py

from harness import SMALL, Case


def scenario(**policy):
    return {"extends": SMALL, "name": "paid", "months": 3,
            "policies": {"cap": {"lever": "payment_term_cap", "yearly_cost_per_firm": 50000, **policy}}}


class Payers(Case):
    def flows(self, name, **policy):
        file = self.folder / f"{name}.json"
        file.write_text(json.dumps(scenario(**policy)))
        self.call("run", file, "-o", f"{name}.h5", "--quiet")
        with h5py.File(self.folder / f"{name}.h5") as results:
            flows = results["accounts/transaction_flow"]
            accounts, names = [[x.decode() for x in results[f"accounts/{axis}"][:]] for axis in ("account", "flow")]
            last = {n: dict(zip(accounts, flows[-1, k])) for k, n in enumerate(names)}
            return last, 100 * results["fiscal_cost"][-1]  # fen

    def test_payers(self):
        debt, cost = self.flows("debt")
        taxed, _ = self.flows("taxed", paid_by="direct_tax")
        cut, _ = self.flows("cut", paid_by="government_demand")
        self.assertGreater(cost, 1e6)
        self.assertAlmostEqual(-debt["policy_cost"]["government"] / cost, 1, delta=0.1)
        self.assertAlmostEqual((taxed["direct_tax"]["government"] - debt["direct_tax"]["government"]) / cost, 1, delta=0.1)
        self.assertAlmostEqual((cut["government_demand"]["government"] - debt["government_demand"]["government"]) / cost,
                               1, delta=0.2)
        for flows in (debt, taxed, cut):
            for row in flows.values():
                self.assertAlmostEqual(sum(row.values()), 0, places=1)

    def test_placebo(self):
        real, cost = self.flows("real")
        placebo, same = self.flows("placebo", placebo=True)
        self.assertAlmostEqual(same / cost, 1, delta=0.01)
        self.assertAlmostEqual(placebo["policy_cost"]["government"] / real["policy_cost"]["government"], 1, delta=0.05)

    def test_refusals(self):
        file = self.folder / "free.json"
        policy = scenario(placebo=True, paid_by="direct_taxes")
        policy["policies"]["cap"]["yearly_cost_per_firm"] = 0
        file.write_text(json.dumps(policy))
        message = self.call("check", file, code=2)[1]
        self.assertIn("direct_tax", message)
        self.assertIn("costs nothing", message)


if __name__ == "__main__":
    unittest.main()
