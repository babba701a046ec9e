"""check, describe, schema, help: what a user reads before and after a mistake."""

import json
import unittest

from harness import CAP, SCENARIOS, SMALL, SOURCE, Case

BAD = SOURCE / "tests" / "scenarios" / "bad"


class Check(Case):
    def test_every_bad_file_is_refused(self):
        files = sorted(path for path in BAD.glob("*.json") if path.name != "expected.json")
        self.assertGreater(len(files), 100)
        out, err = self.call("check", "--json", *files, code=2)
        report = json.loads(out)
        self.assertEqual([entry["file"] for entry in report], [str(path) for path in files])
        for entry in report:
            self.assertFalse(entry["good"], entry["file"])
            for problem in entry["problems"]:
                self.assertTrue(problem["message"] and problem["file"], entry["file"])

    def test_bad_files_one_by_one(self):
        for name in ("huge-number", "circle", "model-unstable", "not-utf8", "calibration-missing"):
            _, err = self.call("check", BAD / f"{name}.json", code=2)
            self.assertRegex(err, rf"{name}\.json.*: ")
            _, again = self.call("run", BAD / f"{name}.json", code=2)
            self.assertEqual(err.splitlines()[0], again.splitlines()[0])
        self.assertEqual(list(self.folder.iterdir()), [])

    def test_good_files(self):
        files = sorted(path for path in SCENARIOS.glob("*.json") if not path.name.endswith(".schema.json"))
        out, err = self.call("check", *files)
        self.assertEqual((out.count(": good ("), err), (len(files), ""))

    def test_one_bad_among_good(self):
        out, err = self.call("check", SCENARIOS / "small.json", BAD / "seed-negative.json", "missing.json", code=2)
        self.assertIn("small.json: good", out)
        self.assertIn("/seed", err)
        self.assertIn("missing.json", err)


class Values(Case):
    def test_empty_ones(self):
        for words in (["run", CAP, "--seed", ""], ["run", CAP, "--months="], ["run", CAP, "--replicate", ""],
                      ["run", CAP, "-o", ""], ["run", "--resume", ""], ["run", "--from="], ["run", CAP, "--branch-from", ""],
                      ["compare", "a", "--base", ""], ["sweep", "p.json", "-o", "d", "--shard", ""], ["describe", ""],
                      ["run", ""], ["check", ""], [""]):
            err = self.call(*words, code=2)[1]
            self.assertIn("empty" if words[-1] == "" else "has no value", err, words)
        self.assertEqual(list(self.folder.iterdir()), [])

    def test_numbers_beyond_64_bits_are_shown_as_they_are(self):
        huge = "99999999999999999999"
        for words in (["run", CAP, "--seed", huge], ["run", CAP, "--months", "-" + huge], ["run", CAP, "--replicate", huge],
                      ["run", CAP, "--threads", huge], ["run", CAP, "--set", f"/seed={huge}"], ["sweep", "--shard", f"{huge}/2"],
                      ["sweep", "--past-memory", huge], ["resilience", "r.h5", "--top", huge],
                      ["interactions", "s.h5", "--order", huge]):
            self.assertIn(words[-1], self.call(*words, code=2)[1], words)
        self.path("s.json").write_text('{\n  "extends": "%s",\n  "months": %s0000}' % (SMALL, huge))
        self.assertIn(f"s.json:3:13: /months: {huge}0000 is out of range", self.call("check", "s.json", code=2)[1])

    def test_no_numbers(self):
        for value in ("1.5", "1e3", "0x10", "7 ", "seven"):
            self.assertIn(f'"{value}" is no whole number', self.call("run", CAP, "--seed", value, code=2)[1])


class Catalogue(Case):
    def test_describe(self):
        everything = json.loads(self.call("describe", "--json")[0])
        self.assertEqual(set(everything), {"levers", "parameters", "indicators", "shocks", "targets", "output"})
        for section in everything:
            self.assertGreater(len(self.call("describe", section)[0].splitlines()), 2)
        self.assertIn("enforcement", self.call("describe", "levers", "payment_term_cap")[0])

    def test_describe_a_name_without_its_section(self):
        self.assertIn("enforcement", self.call("describe", "payment_term_cap")[0])
        self.assertEqual(set(json.loads(self.call("describe", "demand", "--json")[0])), {"parameters", "shocks"})
        self.assertIn('did you mean "days_receivable"', self.call("describe", "days_recievable", code=2)[1])

    def test_firms_of_places_at_a_given_scale(self):
        for section in ("sectors", "regions", "sizes"):
            for firms in (500, 1700):
                entries = json.loads(self.call("describe", section, "--firms", firms, "--json")[0])[section]
                self.assertEqual(sum(entry["firms"] for entry in entries), firms)
        self.assertIn("西部", self.call("describe", "regions")[0])
        self.assertIn("500 to 35000000", self.call("describe", "regions", "--firms", 3, code=2)[1])

    def test_describe_what_does_not_exist(self):
        self.assertIn('did you mean "levers"', self.call("describe", "levrs", code=2)[1])
        self.assertIn("did you mean", self.call("describe", "levers", "payment_term_cab", code=2)[1])

    def test_schema_is_the_one_beside_the_scenarios(self):
        schema = json.loads(self.call("schema")[0])
        self.assertEqual(schema, json.loads((SCENARIOS / "scenario.schema.json").read_text()))
        schema = json.loads(self.call("schema", "--plan")[0])
        self.assertEqual(schema, json.loads((SCENARIOS / "plan.schema.json").read_text()))


class Words(Case):
    def test_help_shows_an_example_of_every_command(self):
        out, _ = self.call("--help")
        for command in ("run", "check", "describe", "schema", "compare", "export"):
            self.assertIn(f"  {command} ", out)
            self.assertIn(f"  rongtong {command}", self.call(command, "--help")[0])

    def test_version(self):
        self.assertRegex(self.call("--version")[0], r"^rongtong \d+\.\d+\.\d+ \(commit .+, .+\)\n$")

    def test_mistakes_get_a_hint_and_exit_2(self):
        for words, hint in ((["rnu", "x.json"], 'did you mean "run"'), (["run", "--treads", "2"], 'did you mean "--threads"'),
                            ([], "Usage"), (["run", "a.json", "b.json"], '"b.json"'), (["check"], "required"),
                            (["run", "a.json", "--months", "x"], "--months"), (["--versoin"], "--version")):
            self.assertIn(hint, self.call(*words, code=2)[1], words)


if __name__ == "__main__":
    unittest.main()
