"""What a run takes is known before it is taken; what does not fit is refused, and nothing is written."""

import json
import os
import resource
import unittest

from harness import SMALL, Case

MB = 1 << 20


def limited(megabytes):
    return lambda: resource.setrlimit(resource.RLIMIT_AS, (megabytes * MB, megabytes * MB))


class Refused(Case):
    def test_a_run_that_does_not_fit(self):
        err = self.call("run", SMALL, "--set", "/firms=35000000", "-o", "r.h5", code=2, preexec_fn=limited(4000))[1]
        self.assertIn("35 000 000 firms need about ", err)
        self.assertIn("the shell (ulimit -v) leaves ", err)
        self.assertEqual(list(self.folder.iterdir()), [])

    def test_35_million_firms_may_be_asked_for(self):
        self.path("s.json").write_text(json.dumps({"extends": SMALL, "firms": 35000000}))
        self.call("check", "s.json")
        self.assertIn("from 500 to 35000000", self.call("run", SMALL, "--set", "/firms=35000001", code=2)[1])

    def test_a_sweep_that_does_not_fit(self):
        plan = {"scenarios": {"a": SMALL}, "changes": {"firms": 3000000, "months": 2}, "replicates": 4}
        self.path("plan.json").write_text(json.dumps(plan))
        for more, words in (([], "take fewer firms"), (["--jobs", 2], "2 runs at a time need about ")):
            err = self.call("sweep", "plan.json", "-o", "d", *more, code=2, preexec_fn=limited(1500))[1]
            self.assertIn(words, err)
            self.assertFalse(self.path("d").exists())

    def test_a_sweep_in_which_one_point_does_not_fit(self):
        plan = {"scenarios": {"a": SMALL}, "changes": {"months": 2}, "design": {"kind": "grid"},
                "parameters": {"scale": {"pointer": "/firms", "values": [2000, 3000000, 500]}}}
        self.path("plan.json").write_text(json.dumps(plan))
        err = self.call("sweep", "plan.json", "-o", "d", code=2, preexec_fn=limited(1500))[1]
        self.assertRegex(err, "(a run needs|runs at a time need) about 4.* take fewer firms")
        self.assertFalse(self.path("d").exists())

    def test_a_sweep_beyond_the_stated_size_asks(self):
        plan = {"scenarios": {"a": SMALL}, "changes": {"firms": 5000000, "months": 120}, "replicates": 100000}
        self.path("plan.json").write_text(json.dumps(plan))
        err = self.call("sweep", "plan.json", "-o", "d", code=2)[1]
        self.assertIn("it computes 6e+13 firm-months", err)
        self.assertIn("--yes begins", err)
        self.assertFalse(self.path("d").exists())

    def test_estimating_takes_no_memory_to_speak_of(self):
        plan = {"scenarios": {"a": SMALL}, "changes": {"firms": 5000000, "months": 120}, "replicates": 2}
        self.path("plan.json").write_text(json.dumps(plan))
        found = json.loads(self.call("sweep", "plan.json", "--list", "--json", preexec_fn=limited(1500))[0])
        self.assertGreater(found["estimated_memory_of_a_run"], 5e9)
        self.assertLess(found["free_memory"], 1500 * MB)
        self.assertGreater(found["free_bytes_on_disk"], 0)
        self.assertIn("it does not fit", self.call("sweep", "plan.json", "--list", preexec_fn=limited(1500))[0])


class Estimated(Case):
    def test_against_a_run(self):
        """The peak of a run with its panel stays below the estimate, and not far below."""
        for firms, links in ((20000, 3), (60000, 10)):
            changes = {"firms": firms, "months": 3, "model": {"network": {"links_base": links}}}
            self.path("plan.json").write_text(json.dumps({"scenarios": {"a": SMALL}, "changes": changes}))
            need = json.loads(self.call("sweep", "plan.json", "--list", "--json")[0])["estimated_memory_of_a_run"]
            process = self.start("run", SMALL, "-o", f"{firms}.h5", "--months", 3, "--set", f"/firms={firms}", "--set",
                                 f"/model/network/links_base={links}", "--quiet")
            process.stdout.read()
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
            process.stderr.close()
            process.stdout.close()
            self.assertEqual(process.returncode, 0)
            self.assertLess(usage.ru_maxrss * 1024, need)
            self.assertGreater(usage.ru_maxrss * 1024, 0.35 * need)


if __name__ == "__main__":
    unittest.main()
