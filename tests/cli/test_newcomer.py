"""What somebody who has just installed the program wants to know, and finds without its source: each in at most two commands."""

import json
import re
import shlex
import unittest

from harness import CAP, RECORDS, Case


class Newcomer(Case):
    def say(self, *words, **options):
        self.commands += 1
        return self.call(*words, **options)

    def question(self):
        self.commands = 0

    def answered(self):
        self.assertLessEqual(self.commands, 2)

    def test_the_code_of_a_sector_by_its_chinese_name(self):
        self.question()
        out, _ = self.say("describe", "sectors", "电子元器件", "--json")
        self.assertEqual([sector["name"] for sector in json.loads(out)["sectors"]], ["s23"])
        self.answered()

    def test_the_indicators_of_late_payment(self):
        late = {"overdue", "overdue_share", "overdue_1", "arrears_interest"}
        self.question()
        _, err = self.say("describe", "late payment", code=2)  # a guess, which is told the way
        command = re.search(r"rongtong (describe --find .*) looks into", err).group(1)
        out, _ = self.say(*shlex.split(command), "--json")
        self.assertLessEqual(late, {entry["name"] for entry in json.loads(out)["indicators"]})
        self.answered()
        out, _ = self.say("describe", "indicators", "--find", "拖欠", "--json")
        self.assertLessEqual(late, {entry["name"] for entry in json.loads(out)["indicators"]})

    def test_the_parameters_of_a_lever(self):
        self.question()
        out, _ = self.say("describe", "--find", "账款", "--json")
        lever = json.loads(out)["levers"][0]
        self.assertEqual(lever["name"], "payment_term_cap")
        self.assertEqual({p["name"] for p in lever["parameters"]}, {"cap_days", "enforcement", "penalty_rate", "sme_only"})
        self.answered()

    def test_the_runs_of_a_folder_and_one_snapshot(self):
        self.path("runs").mkdir()
        for replicate in (0, 1):
            self.call("run", CAP, "--set", "/firms=500", "--set", RECORDS, "--months", 12, "--replicate", replicate, "--set",
                      "/policies/cap/start_month=6", "-o", f"runs/{replicate}.h5", "--quiet")
        self.question()
        out, _ = self.say("list", "runs")
        self.assertEqual(out.count("prompt-payment"), 2)
        self.assertEqual(out.count("done"), 2)
        self.answered()

        self.question()
        _, err = self.say("export", "runs/0.h5", "--to", "graphml", "--month", 7, code=2)
        self.assertIn("months 6, 12", err)
        self.say("export", "runs/0.h5", "--to", "graphml", "--month", 12)
        self.assertTrue(self.path("0.graphml").exists())
        self.answered()


if __name__ == "__main__":
    unittest.main()
