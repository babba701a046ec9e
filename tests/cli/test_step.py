"""A run that is steered month by month: the same bits as an ordinary one where nothing is changed, and a record to run again by."""

import json
import signal
import time
import unittest

from harness import CAP, SMALL, Case, h5py, text

RUN = [CAP, "--set", "/firms=600", "--set", "/policies/cap/start_month=3", "--set", "/policies/cap/ramp_months=2", "--months", 12]


def lines(*requests):
    return "".join(json.dumps(request) + "\n" for request in requests)


class Stepped(Case):
    def step(self, output, *requests, words=RUN, code=0):
        out, err = self.call("run", *words, "--step", "-o", output, code=code, input_text=lines(*requests))
        return [json.loads(line) for line in out.splitlines()], err

    def attribute(self, output, name):
        with h5py.File(self.path(output), "r") as file:
            return text(file.attrs[name]) if name in file.attrs else None

    def values(self, output, name):
        with h5py.File(self.path(output), "r") as file:
            return file[name][...]

    def test_nothing_changed(self):
        self.call("run", *RUN, "-o", "plain.h5", "--quiet")
        answers, _ = self.step("stepped.h5", *[{}] * 3, {"advance": 4, "by": ["size"]}, {"finish": True})
        self.same_data("plain.h5", "stepped.h5")
        self.assertIsNone(self.attribute("stepped.h5", "steered"))
        self.assertEqual(self.attribute("stepped.h5", "scenario_sha256"), self.attribute("plain.h5", "scenario_sha256"))
        self.assertEqual([answer["type"] for answer in answers], ["start"] + ["month"] * 5 + ["done"])
        self.assertEqual([answer.get("month") for answer in answers[:-1]], [0, 1, 2, 3, 7, 12])
        start, at_7 = answers[0], answers[4]
        self.assertEqual(start["policies"], [{"label": "cap", "lever": "payment_term_cap", "start_month": 3, "end_month": None}])
        self.assertEqual((start["protocol"], start["months"]), (1, 12))
        self.assertEqual(at_7["indicators"]["output"], self.values("plain.h5", "output")[6])
        micro = self.values("plain.h5", "by_size/output")[6][0]
        self.assertEqual(at_7["by"]["size"]["micro"]["output"], micro)
        self.assertEqual(at_7["policies"]["cap"]["intensity"], self.values("plain.h5", "levers/intensity")[6][0])
        self.assertNotIn("by", answers[5])
        self.assertEqual(answers[-1]["summary"]["output"], str(self.path("stepped.h5")))

    def test_steered_and_run_again(self):
        self.step("steered.h5", {"advance": 5}, {"advance": 3, "intensity": {"cap": 0.25}}, {"intensity": {"cap": 0}}, {"finish": True})
        self.assertEqual(self.values("steered.h5", "levers/intensity")[:, 0].tolist(), [0, 0, 0.5, 1, 1, 0.25, 0.25, 0.25, 0, 0, 0, 0])
        self.assertEqual(json.loads(self.attribute("steered.h5", "steered")), [{"month": 6, "policy": "cap", "intensity": 0.25},
                                                                              {"month": 9, "policy": "cap", "intensity": 0}])
        course = json.loads(self.attribute("steered.h5", "scenario"))["policies"]["cap"]["intensity"]
        self.assertEqual(course, {"months": [3, 6, 9], "values": [1, 0.25, 0]})
        self.call("run", "--from", "steered.h5", "-o", "again.h5", "--quiet")
        self.same_data("steered.h5", "again.h5")
        self.path("given.json").write_text(json.dumps({"extends": CAP, "policies": {"cap": {"intensity": course}}}))
        self.call("run", "given.json", *RUN[1:], "-o", "ordinary.h5", "--quiet")  # as anybody would have written it
        self.same_data("steered.h5", "ordinary.h5")

    def test_courses_of_every_kind(self):
        for course, wanted in (([0.5, 0.5, 1], [0, 0, 0.5, 0.5, 1, 0.1, 0.1, 0.1]),
                               ({"months": [3, 7], "values": [0, 1], "between": "line"}, [0, 0, 0, 0.25, 0.5, 0.1, 0.1, 0.1]),
                               ({"months": [7], "values": [1]}, [0, 0, 0, 0, 0, 0.1, 0.1, 0.1])):
            words = [*RUN[:-1], 8, "--set", "/policies/cap/ramp_months=0", "--set", f"/policies/cap/intensity={json.dumps(course)}"]
            self.step("s.h5", {"advance": 5}, {"intensity": {"cap": 0.1}, "finish": True}, words=[*words, "--force"])
            self.assertEqual(self.values("s.h5", "levers/intensity")[:, 0].tolist(), wanted)

    def test_mistakes_are_told_together_and_change_nothing(self):
        answers, _ = self.step("m.h5", {"advance": 0, "intensity": {"cap": 1.5}, "byy": [], "by": ["sise"]}, {"intensity": {"capp": 1}},
                               {"intensity": {"cap": 1}}, {"stop": True, "advance": 2}, {"finish": True})
        problems = [answer["problems"] for answer in answers if answer["type"] == "error"]
        self.assertEqual([[problem["key"] for problem in one] for one in problems],
                         [["advance", "by", "byy", "intensity/cap"], ["intensity/capp"], ["intensity/cap"], ["stop"]])
        self.assertIn("did you mean", problems[1][0]["hint"])
        self.assertIn("month 1", problems[2][0]["message"])  # it begins in month 3
        self.assertIn("months from 3 on", problems[2][0]["expected"])
        self.call("run", *RUN, "-o", "plain.h5", "--quiet")
        self.same_data("plain.h5", "m.h5")
        out, _ = self.call("run", *RUN, "--step", "-o", "b.h5", input_text='no json\n[1]\n{"finish": true}')
        self.assertEqual([json.loads(line)["type"] for line in out.splitlines()], ["start", "error", "error", "month", "done"])

    def test_stopped_and_gone_on_with(self):
        answers, _ = self.step("s.h5", {"advance": 5}, {"advance": 2, "intensity": {"cap": 0.5}}, {"stop": True})
        self.assertEqual(answers[-1], {"type": "stopped", "month": 7, "checkpoint": str(self.path("s.h5.checkpoint"))})
        self.assertFalse(self.path("s.h5").exists())
        self.step("s.h5", {"intensity": {"cap": 0.75}}, words=["--resume", "s.h5.checkpoint"], code=130)
        self.call("run", "--resume", "s.h5.checkpoint", "--quiet")  # nobody steers any more: what was given holds
        self.assertEqual(json.loads(self.attribute("s.h5", "steered")), [{"month": 6, "policy": "cap", "intensity": 0.5},
                                                                        {"month": 8, "policy": "cap", "intensity": 0.75}])
        self.step("whole.h5", {"advance": 5}, {"advance": 2, "intensity": {"cap": 0.5}}, {"intensity": {"cap": 0.75}}, {"finish": True})
        self.same_data("s.h5", "whole.h5")
        self.assertEqual(self.attribute("s.h5", "scenario_sha256"), self.attribute("whole.h5", "scenario_sha256"))

    def test_who_goes_leaves_a_checkpoint(self):
        _, err = self.step("g.h5", code=130)
        self.assertIn("after month 0", err)
        self.call("run", "--resume", "g.h5.checkpoint", "--quiet")
        self.call("run", *RUN, "-o", "plain.h5", "--quiet")
        self.same_data("plain.h5", "g.h5")

    def test_a_signal_is_heard_while_waiting(self):
        process = self.start("run", *RUN, "--step", "-o", "w.h5", stdin=-1)
        self.assertEqual(json.loads(process.stdout.readline())["type"], "start")
        time.sleep(0.05)
        process.send_signal(signal.SIGTERM)
        process.wait(timeout=60)
        process.communicate()
        self.assertEqual(process.returncode, 143)
        self.assertTrue(self.path("w.h5.checkpoint").exists())

    def test_a_policy_that_waits_is_not_called_in_vain(self):
        words = [*RUN, "--set", "/policies/cap/intensity=[0]"]
        _, err = self.step("w.h5", {"advance": 5}, {"intensity": {"cap": 0.5}, "finish": True}, words=words)
        self.assertEqual(err, "")
        _, err = self.step("v.h5", {"finish": True}, words=words)
        self.assertIn("does nothing", err)  # it waited in vain

    def test_what_does_not_go_with_it(self):
        for words, said in (([SMALL, "--json"], "--json"), (["-"], "standard input")):
            _, err = self.call("run", *words, "--step", "-o", "x.h5", code=2, input_text="{}")
            self.assertIn(said, err)


if __name__ == "__main__":
    unittest.main()
