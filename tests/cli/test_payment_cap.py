"""What compare answers, without options, about the payment cap that comes with the program."""

import json
import unittest

from harness import SCENARIOS, Case

SIZES = ("micro", "small", "medium", "large")
# The whole economy of 10 000 firms, since fewer have no large ones; two years with the cap.
STUDY = {"name": "cap", "scenarios": {name: str(SCENARIOS / f"{name}.json") for name in ("baseline", "prompt-payment")},
         "changes": {"months": 48}, "replicates": 3, "keep": {"groups": ["size"]}}


class PaymentCap(Case):
    def test_for_whom_and_at_what_cost(self):
        self.path("plan.json").write_text(json.dumps(STUDY))
        self.call("sweep", "plan.json", "-o", "study", "--quiet")
        answer, = json.loads(self.call("compare", "study", "--json")[0])["scenarios"]
        self.assertEqual((answer["scenario"], len(answer["pairs"])), ("prompt-payment", 3))

        days = {row["group"]: row for row in answer["headline"] if row["indicator"] == "days_receivable"}
        self.assertEqual(tuple(days), SIZES)
        for size in SIZES[:3]:
            self.assertEqual((days[size]["role"], days[size]["verdict"]), ("goal", "reached"))
            self.assertLess(days[size]["high"], -1, size)
        self.assertEqual(days["large"]["role"], "harm")
        self.assertGreater(days["large"]["low"], 0)

        for name in ("revenue_share", "employment_share", "firms_share"):
            shares = {row["group"]: row for row in answer["groups"] if row["indicator"] == name}
            self.assertEqual(tuple(shares), SIZES)
            self.assertAlmostEqual(sum(row["mean_base"] for row in shares.values()), 1)
            self.assertAlmostEqual(sum(row["mean_difference"] for row in shares.values()), 0)
            self.assertTrue(all(row["rate"] for row in shares.values()), "shares differ by points")
        of_large = next(row for row in answer["groups"] if row["indicator"] == "revenue_share" and row["group"] == "large")
        of_others = next(row for row in answer["headline"] if row["indicator"] == "sme_revenue_share")
        self.assertAlmostEqual(of_large["mean_difference"], -of_others["mean_difference"])

        cost, = (row for row in answer["headline"] if row["indicator"] == "fiscal_cost")
        self.assertEqual(cost["role"], "cost")
        self.assertGreater(cost["low"], 0)
        per_day = {row["group"]: row for row in answer["cost_effectiveness"] if row["indicator"] == "days_receivable"}
        self.assertEqual(tuple(per_day), SIZES[:3])
        months = answer["last_month"] - answer["first_month"] + 1
        for size, row in per_day.items():
            self.assertAlmostEqual(row["total_cost"] / (months * cost["mean_difference"]), 1)
            self.assertAlmostEqual(row["cost_per_unit"]["value"] * -days[size]["mean_difference"] / row["total_cost"], 1)

        table = self.call("compare", "study")[0]
        for line in (r"goal, if it falls +days_receivable +micro .* reached", r"harm, if it rises +days_receivable +large ",
                     r"(?m)^revenue_share +large +1 ", r"administrative +days_receivable of small"):
            self.assertRegex(table, line)


if __name__ == "__main__":
    unittest.main()
