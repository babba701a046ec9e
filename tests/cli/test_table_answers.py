"""Estimators on tables (--csv), each held against numpy: what is left, ranking, tenths of firms, emulator, regularities."""

import csv
import itertools
import json
import math
import unittest

import numpy as np
from harness import SMALL, Case

T4 = 2.7764451051977987  # 97.5 % of Student's t with 4 degrees of freedom
PAIRS = ("indicator", "replicate", "base", "other")
MONTHS = ("indicator", "replicate", "month", "base", "other")


class Tables(Case):
    def write(self, name, columns, rows):
        with open(self.path(name), "w", newline="", encoding="utf-8") as file:
            csv.writer(file).writerows([columns, *rows])
        return name

    def answer(self, *words):
        out, _ = self.call(*words, "--json", "-o", "answer.json", "--force")
        self.assertEqual(json.loads(out), json.loads(self.path("answer.json").read_text()))
        return json.loads(out), self.call(*words)[0]


class Compare(Tables):
    def ends_of_fieller(self, ratio, above, below):
        """Each end of the interval is where above - r below is as many standard errors from 0 as t allows."""
        for end in (ratio["low"], ratio["high"]):
            rest = above - end * below
            self.assertAlmostEqual(abs(rest.mean() / (rest.std(ddof=1) / math.sqrt(len(rest)))), T4, places=7)

    def test_what_is_left_after_a_policy_has_ended(self):
        draws = np.random.default_rng(3)
        base = draws.normal(50, 1, (5, 40))
        months = np.arange(1, 41)
        course = np.where(months < 5, 0, np.where(months < 25, 4.0, 4 * 0.9 ** (months - 24)))
        other = base + course * draws.uniform(0.8, 1.2, (5, 1)) + draws.normal(0, 0.05, (5, 40)) * (months >= 5)
        cost = np.where((months >= 5) & (months < 25), 10.0, 0) * draws.uniform(0.9, 1.1, (5, 1))
        rows = [("y", r, m, base[r, m - 1], other[r, m - 1], "goal_rises", 25) for r in range(5) for m in months]
        rows += [("spent", r, m, 0, cost[r, m - 1], "cost", "") for r in range(5) for m in months]
        self.write("t.csv", (*MONTHS, "role", "end_month"), rows)
        told, text = self.answer("compare", "--csv", "t.csv")
        (scenario,) = told["scenarios"]
        self.assertEqual((scenario["first_month"], scenario["last_month"]), (5, 40))
        effect = other - base
        during, after = effect[:, 12:24].mean(axis=1), effect[:, 28:40].mean(axis=1)
        (left,) = scenario["persistence"]  # of what is no cost
        self.assertEqual([left[k][m] for k in ("during", "after") for m in ("first_month", "last_month")], [13, 24, 29, 40])
        self.assertAlmostEqual(left["during"]["mean_difference"], during.mean())
        self.assertAlmostEqual(left["share_left"]["value"], after.mean() / during.mean())
        self.ends_of_fieller(left["share_left"], after, during)
        self.assertIn("What is left after the end in month 25", text)
        # Without --months from the first month that differs on; a cost is summed over these months, a goal is their mean.
        self.assertAlmostEqual(scenario["effects"][0]["mean_difference"], effect[:, 4:].mean())
        per_unit = scenario["cost_effectiveness"][0]["cost_per_unit"]
        self.assertAlmostEqual(per_unit["value"], cost.sum(axis=1).mean() / effect[:, 4:].mean())
        self.ends_of_fieller(per_unit, cost.sum(axis=1), effect[:, 4:].mean(axis=1))

        def effect_of(*words):
            return self.answer("compare", "--csv", "t.csv", "--indicators", "y", *words)[0]["scenarios"][0]["effects"][0]["mean_difference"]

        self.assertAlmostEqual(effect_of("--months", "20:30"), effect[:, 19:30].mean())
        self.assertAlmostEqual(effect_of("--months", "20:30", "--statistic", "last"), effect[:, 29].mean())
        weights = 1.05 ** (-np.arange(11) / 12)
        self.assertAlmostEqual(effect_of("--months", "20:30", "--statistic", "discounted", "--discount", 5),
                               (effect[:, 19:30] * weights).sum(axis=1).mean())

    def test_ranking_and_dominance(self):
        """Where each is first in resamples: all 27 of three pairs, counted out."""
        effects = {"a": ((3, -1, 2), (5, 6, 7)), "b": ((1, 2, 0), (4, 4, 4)), "c": ((0, -2, -1), (9, 8, 9))}
        rows = [(s, i, r, 10, 10 + e, role) for s, both in effects.items()
                for i, role, of in zip(("made", "lost"), ("goal_rises", "harm_rises"), both) for r, e in enumerate(of)]
        rows.append(("a", "made", 7, 10, 99, "goal_rises"))  # a pair that the others have not
        told, text = self.answer("compare", "--csv", self.write("t.csv", ("scenario", *PAIRS, "role"), rows))
        ranking = told["ranking"]
        self.assertEqual(ranking["scenarios"], ["a", "b", "c"])
        made, lost = ranking["objectives"]
        self.assertEqual((made["better"], made["ranks"], lost["better"], lost["ranks"]), ("more", [1, 2, 3], "less", [2, 1, 3]))
        np.testing.assert_allclose(made["effects"], [4 / 3, 1, -1])
        self.assertEqual(ranking["dominated_by"], [[], [], ["a", "b"]])
        score = {s: np.array([both[0], [-e for e in both[1]]], float) for s, both in effects.items()}
        first, beaten = np.zeros(3), np.zeros(3)
        for picked in itertools.product(range(3), repeat=3):
            means = np.array([score[s][:, picked].mean(axis=1) for s in "abc"])
            first[np.argmax(means[:, 0])] += 1 / 27
            for s in range(3):
                beaten[s] += any((means[t] >= means[s]).all() and (means[t] > means[s]).any() for t in range(3) if t != s) / 27
        for told_share, share in ((made["share_first"], first), (ranking["share_dominated"], beaten)):
            np.testing.assert_allclose(told_share, share, atol=4 * 0.5 / math.sqrt(2000))
        self.assertIn("c is dominated by a, b", text)

    def test_tenths_of_firms(self):
        draws = np.random.default_rng(5)
        before = draws.lognormal(3, 1, (4, 57))
        base, other = before * draws.uniform(0.8, 1.3, (4, 57)), before * draws.uniform(0.9, 1.4, (4, 57))
        base[draws.random((4, 57)) < 0.05] = np.nan
        other[draws.random((4, 57)) < 0.1] = np.nan

        def field(value):
            return "" if np.isnan(value) else value

        rows = [("worth", r, f, before[r, f], field(base[r, f]), field(other[r, f])) for r in range(4) for f in draws.permutation(57)]
        self.write("f.csv", ("indicator", "replicate", "firm", "before", "base", "other"), rows)
        told, text = self.answer("compare", "--csv", "f.csv")
        self.assertIn("worth per firm at the end, by tenths", text)
        tenths = told["scenarios"][0]["winners"]["deciles"]
        differences, better, gone = np.zeros((4, 10)), np.zeros(10), np.zeros(10)
        both = ~np.isnan(base) & ~np.isnan(other)
        counted = np.zeros(10)
        for r in range(4):
            place = np.argsort(np.argsort(before[r])) * 10 // 57
            for d in range(10):
                own = (place == d) & both[r]
                differences[r, d] = (other[r] - base[r])[own].mean()
                better[d] += (other[r] > base[r])[own].sum()
                counted[d] += own.sum()
                gone[d] += np.isnan(other[r])[place == d].sum() / 4
        half = 3.182446305284263 * differences.std(axis=0, ddof=1) / 2  # t with 3 degrees of freedom, over the root of 4
        for d, tenth in enumerate(tenths):
            self.assertAlmostEqual(tenth["effect"]["mean_difference"], differences[:, d].mean())
            self.assertAlmostEqual(tenth["effect"]["high"], differences[:, d].mean() + half[d])
            self.assertAlmostEqual(tenth["firms"], counted[d] / 4)
            self.assertAlmostEqual(tenth["better"], better[d] / counted[d])
            self.assertAlmostEqual(tenth["gone_in_other"], gone[d])

    def test_bad_tables(self):
        for columns, row, words, told in (
                (PAIRS, ("y", 0, 1, 2), ["--months", "1:2"], "no column 'month'"),
                ((*PAIRS, "end_month"), ("y", 0, 1, 2, 3), [], "no column 'month'"),
                (MONTHS, ("y", 0, 1.5, 1, 2), [], "month is '1.5'"),
                (MONTHS, ("y", 0, 1, 1, 2), ["--at", "1"], "--months 60:60"),
                (MONTHS, ("y", 0, 1, 1, 2), ["--months", "1:9"], "no months 1 to 9"),
                (("firm", "before", "base", "other"), (1, "", 1, 2), [], "value before"),
                (("firm", "before", "base"), (1, 1, 1), [], "'other'")):
            self.assertIn(told, self.call("compare", "--csv", self.write("bad.csv", columns, [row]), *words, code=2)[1])
        self.path("excel.csv").write_text("indicator;replicate;base;other\ny;0;1,5;2\n")
        self.assertIn("commas between the fields", self.call("compare", "--csv", "excel.csv", code=2)[1])
        twice = self.write("bad.csv", MONTHS, [("y", 0, 1, 1, 2)] * 2)
        self.assertIn("line 3: y has month 1 of replicate 0 twice", self.call("compare", "--csv", twice, code=2)[1])
        ends = self.write("bad.csv", (*MONTHS, "end_month"), [("y", 0, m, 1, 2, m) for m in (1, 2)])
        self.assertIn("ends in month 1 and in 2", self.call("compare", "--csv", ends, code=2)[1])


class Explore(Tables):
    def test_a_response_surface(self):
        draws = np.random.default_rng(11)
        x = draws.uniform((0, 10), (1, 30), (15, 2))
        y = 3 - 2 * x[:, 0] + 0.2 * x[:, 0] * x[:, 1] + 0.01 * (x[:, 1] - 20) ** 2 + draws.normal(0, 0.05, 15)
        places = np.array([[0.5, 20], [0.4, 25], [2, 20]])
        self.write("t.csv", ("a", "b", "y"), np.column_stack((x, y)))
        told, text = self.answer("explore", "--csv", "t.csv", "--places", self.write("p.csv", ("b", "a"), places[:, ::-1]))
        low, high = x.min(axis=0), x.max(axis=0)
        forms = {(False, False): [], (True, False): [(0, 0), (1, 1)], (False, True): [(0, 1)], (True, True): [(0, 0), (1, 1), (0, 1)]}

        def terms(points, more):
            z = (points - (low + high) / 2) / ((high - low) / 2)
            return np.column_stack([np.ones(len(z)), z, *(z[:, i] * z[:, j] for i, j in more)])

        def missed(more):  # by fitting again without each point
            left = []
            for p in range(15):
                rest = np.arange(15) != p
                left.append(y[p] - terms(x, more)[p] @ np.linalg.lstsq(terms(x, more)[rest], y[rest], rcond=None)[0])
            return np.array(left)

        best = min(forms.values(), key=lambda more: (missed(more) ** 2).sum())
        (outcome,) = told["outcomes"]
        self.assertEqual(len(told["emulator"]["terms"]), 3 + len(best))
        np.testing.assert_allclose(outcome["left_out_errors"], missed(best), rtol=1e-8)
        self.assertAlmostEqual(outcome["error"], math.sqrt((missed(best) ** 2).mean()))
        fit = np.linalg.lstsq(terms(x, best), y, rcond=None)[0]
        self.assertAlmostEqual(outcome["coefficients"]["1"], fit[0])
        np.testing.assert_allclose(outcome["at"][:2], terms(places, best)[:2] @ fit)
        self.assertIsNone(outcome["at"][2])
        self.assertIn("beyond what was run", text)

    def test_a_grid(self):
        a, b = (0.0, 1.0, 3.0), (10.0, 20.0, 40.0)
        table = {(i, j): math.sin(i) + j * j / 100 + i * j for i in a for j in b}
        rows = [(*x, "north" if k else "south", y + k) for k in (0, 1) for x, y in table.items()]
        self.write("t.csv", ("a", "b", "where", "y"), rows)
        self.write("p.csv", ("a", "b", "where"), [(2, 25, "north"), (3, 10, "south")])
        told, _ = self.answer("explore", "--csv", "t.csv", "--places", "p.csv")
        self.assertEqual(told["emulator"]["kind"], "grid")
        along_a = {j: np.interp(2, a, [table[i, j] for i in a]) for j in b}
        np.testing.assert_allclose(told["outcomes"][0]["at"], [np.interp(25, b, list(along_a.values())) + 1, table[3.0, 10.0]])
        errors = [table[1, j] - np.interp(1, (0, 3), (table[0, j], table[3, j])) for j in b]
        errors += [table[i, 20] - np.interp(20, (10, 40), (table[i, 10], table[i, 40])) for i in a]
        self.assertAlmostEqual(told["outcomes"][0]["error"], math.sqrt((np.array(errors) ** 2).mean()))
        self.write("p.csv", ("a", "b", "where"), [(2, 25, "west")])
        self.assertIn("'west'; the design has 'south', 'north'", self.call("explore", "--csv", "t.csv", "--places", "p.csv", code=2)[1])

    def test_bad_input(self):
        self.write("t.csv", ("a", "y"), [(1, 2), (2, 3)])
        self.assertIn("--csv", self.call("explore", code=2)[1])
        self.assertIn("not both", self.call("explore", "s.h5", "--csv", "t.csv", code=2)[1])
        self.assertIn("too few", self.call("explore", "--csv", self.write("one.csv", ("a", "y"), [(1, 2)]))[0])


def findings(validation):
    return {finding["id"]: finding for section in validation["sections"] for finding in section["findings"]}


def hp_cycle(y, weight):
    bends = np.diff(np.eye(len(y)), 2, axis=0)
    return y - np.linalg.solve(np.eye(len(y)) + weight * bends.T @ bends, y)


class Validate(Tables):
    def test_series(self):
        draws = np.random.default_rng(2)
        series = {name: np.exp(np.cumsum(draws.normal(0.002, 0.01, (3, 276)), axis=1)) for name in ("real_value_added", "investment")}
        rows = [(name, r, m + 1, value) for name, of in series.items() for r in range(3) for m, value in enumerate(of[r])]
        self.write("m.csv", ("indicator", "replicate", "month", "value"), rows)
        told, text = self.answer("validate", "--csv", "m.csv", "--growth", 2)
        found = findings(told)
        self.assertIn("table: 3 runs, 276 months", text)
        cycles = {name: [hp_cycle(np.log(of[r].reshape(92, 3).mean(axis=1)), 1600) for r in range(3)] for name, of in series.items()}
        sd = {name: np.array([np.std(c, ddof=1) for c in of]) for name, of in cycles.items()}
        self.assertAlmostEqual(found["cycle.output"]["figure"], 100 * sd["real_value_added"].mean())
        self.assertAlmostEqual(found["cycle.output"]["se"], 100 * sd["real_value_added"].std(ddof=1) / math.sqrt(3))
        self.assertAlmostEqual(found["cycle.investment"]["figure"], (sd["investment"] / sd["real_value_added"]).mean())
        path = 1.02 ** (np.arange(276) / 12)
        away = (100 * (series["real_value_added"] / path / series["real_value_added"][:, :1] - 1)).reshape(3, 23, 12).mean(axis=2)
        furthest = max(away.mean(axis=0)[:20], key=abs)
        self.assertAlmostEqual(found["drift.value_added"]["figure"], furthest)
        self.assertEqual(found["sizes.gini"]["verdict"], "not measurable")

    def test_firms_and_links(self):
        draws = np.random.default_rng(4)
        first = draws.lognormal(10, 1, 400)
        last = first * np.exp(draws.laplace(0, 0.2, 400))
        workers = np.floor(6 * draws.random(400) ** (-1 / 1.1))
        firms = [(13, f, last[f], workers[f]) for f in range(400)] + [(1, f, first[f], workers[f]) for f in draws.permutation(400)]
        self.write("f.csv", ("month", "firm", "revenue", "workers"), firms)
        links = {m: {(s, b): 1 + s for s, b in draws.integers(0, 60, (300, 2)) if s != b} for m in (1, 13)}
        rows = [(m, s, b, v) for m, of in links.items() for (s, b), v in of.items()]
        self.write("l.csv", ("month", "supplier", "buyer", "value"), [rows[i] for i in draws.permutation(len(rows))])
        found = findings(self.answer("validate", "--firms", "f.csv", "--links", "l.csv")[0])
        ordered, n = np.sort(last), 400
        self.assertAlmostEqual(found["sizes.gini"]["figure"], 2 * (np.arange(1, n + 1) * ordered).sum() / (n * ordered.sum()) - (n + 1) / n)
        self.assertAlmostEqual(found["sizes.tail"]["figure"], tail_exponent(workers))
        rates = np.log(last / first)
        scale = np.abs(rates - np.median(rates)).mean()
        gain = -math.log(2 * scale) - 1 + math.log(rates.std() * math.sqrt(2 * math.pi)) + 0.5
        self.assertAlmostEqual(found["sizes.laplace"]["figure"], gain)
        gone = set(links[1]) - set(links[13])
        self.assertAlmostEqual(found["links.end"]["figure"], 100 * len(gone) / len(links[1]))
        self.assertAlmostEqual(found["links.end_value"]["figure"], 100 * sum(links[1][p] for p in gone) / sum(links[1].values()))
        customers, suppliers = (np.bincount([pair[end] for pair in links[13]], minlength=60) for end in (0, 1))
        sellers = np.flatnonzero(customers)
        near = [np.mean([suppliers[b] for s, b in links[13] if s == seller]) for seller in sellers]
        self.assertAlmostEqual(found["links.assortativity"]["figure"], np.polyfit(np.log(customers[sellers]), np.log(near), 1)[0])

    def test_tables_of_a_run_say_what_the_run_says(self):
        import h5py
        output = '/output={"panel":{"variables":["revenue","workers","age"],"every_months":12,"firms":"all"},"network":{"every_months":12}}'
        self.call("run", SMALL, "--set", "/firms=500", "--months", 24, "--quiet", "--set", output, "-o", "r.h5")
        with h5py.File(self.path("r.h5")) as file:
            months = file["month"][...]
            series = [(name, m, v) for name, of in file.items() if isinstance(of, h5py.Dataset) and of.shape == months.shape and name != "month"
                      and of.dtype.kind in "iuf" for m, v in zip(months, of[...])]
            panel = [file["panel"][name][...] for name in ("month", "firm", "revenue", "workers", "age")]
            links = [file["network"][name][...] for name in ("month", "supplier", "buyer", "value")]
        self.write("m.csv", ("indicator", "month", "value"), series)
        self.write("f.csv", ("month", "firm", "revenue", "workers", "age"), zip(*panel))
        self.write("l.csv", ("month", "supplier", "buyer", "value"), zip(*links))
        run = findings(json.loads(self.call("validate", "r.h5", "--json")[0]))
        table = findings(json.loads(self.call("validate", "--csv", "m.csv", "--firms", "f.csv", "--links", "l.csv", "--json")[0]))
        measured = {name for name, finding in table.items() if finding["figure"] is not None}
        self.assertGreater(len(measured), 12)
        self.assertLessEqual({"drift.price", "sizes.gini", "links.end", "credit.trade_to_sales"} & set(run), measured)
        for name in measured:
            np.testing.assert_allclose(table[name]["figure"], run[name]["figure"], rtol=1e-9, atol=1e-12, err_msg=name)

    def test_bad_tables(self):
        self.write("m.csv", ("indicator", "month", "value"), [("y", 1, 1), ("y", 3, 1)])
        self.assertIn("has no month 2", self.call("validate", "--csv", "m.csv", code=2)[1])
        self.assertIn("either runs or tables", self.call("validate", "r.h5", "--csv", "m.csv", code=2)[1])
        self.assertIn("either runs or tables", self.call("validate", code=2)[1])
        self.write("f.csv", ("month", "firm", "revenue"), [(1, 7, 1), (1, 7, 2)])
        self.assertIn("line 3: firm 7 stands there twice in month 1", self.call("validate", "--firms", "f.csv", code=2)[1])
        self.write("l.csv", ("month", "supplier", "buyer", "value"), [(1, -2, 7, 1)])
        self.assertIn("supplier is '-2'", self.call("validate", "--links", "l.csv", code=2)[1])


def tail_exponent(workers):
    """Clauset, Shalizi and Newman (2009): the cut-off with the least Kolmogorov-Smirnov distance, whole numbers by half a step."""
    values, best = np.sort(workers), (2, None)
    for cut in np.unique(values[values >= 6]):
        tail = values[values >= cut]
        if len(tail) < 50:
            break
        exponent = len(tail) / np.log(tail / (cut - 0.5)).sum()
        steps = np.unique(tail)
        seen = np.searchsorted(tail, steps, side="right") / len(tail)
        distance = np.abs(seen - 1 + ((steps + 0.5) / (cut - 0.5)) ** -exponent).max()
        best = min(best, (distance, exponent))
    return best[1]


if __name__ == "__main__":
    unittest.main()
