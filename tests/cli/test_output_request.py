"""Scenarios say what is written: indicators, groups, months, accounts, hashes."""
import unittest

import h5py
from harness import SMALL, Case


class OutputRequest(Case):
    def run_with(self, output, code=0):
        return self.call("run", SMALL, "--set", "/firms=500", "--months", "24", "--set", f"/output={output}", "-o", "r.h5",
                         "--force", code=code)

    def test_what_is_left_out_is_not_there_and_the_rest_is_the_same(self):
        self.run_with("{}")
        with h5py.File(self.path("r.h5")) as whole:
            everything = {name: whole[name][()] for name in ("output", "wage", "by_size/wage", "month")}
            self.assertIn("accounts", whole)
        request = '{"indicators": ["wage"], "groups": ["size"], "accounts": false, "state_hash": "never", ' \
                  '"months": {"first": 3, "last": 20, "every": 4}}'
        self.assertIn("5 of 24 months", self.run_with(request)[0])
        with h5py.File(self.path("r.h5")) as part:
            self.assertEqual(sorted(part), ["by_size", "month", "size", "wage"])
            self.assertEqual(list(part["month"]), [3, 7, 11, 15, 19])
            for name in ("wage", "by_size/wage"):
                self.assertEqual(part[name][()].tobytes(), everything[name][2:20:4].tobytes())

    def test_hash_of_the_last_month_alone(self):
        self.run_with("{}")
        with h5py.File(self.path("r.h5")) as whole:
            last = whole["state_hash"][-1]
        self.run_with('{"state_hash": "last"}')
        with h5py.File(self.path("r.h5")) as part:
            self.assertEqual(list(part["state_hash"][:-1]), [0] * 23)
            self.assertEqual(part["state_hash"][-1], last)

    def test_all_problems_at_once(self):
        request = '{"indicators": ["wage", "wage", "wagge"], "groups": "size", "accounts": 1, "state_hash": "often", ' \
                  '"months": {"first": 30, "every": 0}, "panels": {}}'
        errors = self.run_with(request, code=2)[1]
        for words in ("stands twice", "wagge", "this is no list", "true or false", "often", "no month of the run", "every",
                      "panels"):
            self.assertIn(words, errors)


if __name__ == "__main__":
    unittest.main()
