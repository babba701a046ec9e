"""Man page, completion in three shells, colours, the version for scripts."""

import json
import os
import pty
import shutil
import subprocess
import unittest

from harness import PROGRAM, SMALL, SOURCE, Case

PLAIN = {key: value for key, value in os.environ.items() if key not in ("NO_COLOR", "TERM")}


def needs(*programs):
    missing = [program for program in programs if not shutil.which(program)]
    return unittest.skipIf(missing, f"not installed: {', '.join(missing)}")


class Shells(Case):
    def setUp(self):
        super().setUp()
        bin_folder = self.path("bin")
        bin_folder.mkdir()
        (bin_folder / "rongtong").symlink_to(PROGRAM)
        self.env = {**PLAIN, "PATH": f"{bin_folder}:{os.environ['PATH']}", "HOME": str(self.folder), "LC_ALL": "C.UTF-8"}

    def script(self, shell, name):
        self.path(name).write_text(self.call("completion", shell)[0])
        return self.path(name)

    def run_shell(self, *words):
        answer = subprocess.run(words, env=self.env, cwd=self.folder, capture_output=True, text=True, check=False, timeout=60)
        self.assertEqual((answer.returncode, answer.stderr), (0, ""))
        return answer.stdout.split()

    @needs("bash")
    def test_bash(self):
        script = self.script("bash", "r.bash")
        def complete(*words):
            line = " ".join(f"'{word}'" for word in words)
            return set(self.run_shell("bash", "-c", f"source {script}; COMP_WORDS=({line}); COMP_CWORD={len(words) - 1}; _rongtong; "
                                                    'printf "%s\\n" "${COMPREPLY[@]}"'))
        self.assertEqual(complete("rongtong", "com"), {"compare", "completion"})
        self.assertLessEqual({"--seed", "--set"}, complete("rongtong", "run", "--se"))
        self.assertEqual(complete("rongtong", "export", "r.h5", "--to", ""), {"csv", "graphml", "start"})
        self.assertEqual(complete("rongtong", "completion", "z"), {"zsh"})
        self.path("mine.json").write_text("{}")
        self.assertEqual(complete("rongtong", "run", "mi"), {"mine.json"})

    @needs("zsh")
    def test_zsh(self):
        # A terminal of its own, since zsh completes on one only; what completes is typed into it.
        self.script("zsh", "_rongtong")
        typed = f"""zmodload zsh/zpty
zpty z zsh -f
zpty -w z "PS1= ; fpath=({self.folder} \\$fpath); autoload -Uz compinit; compinit -u; zstyle ':completion:*' verbose no; echo READY"
zpty -r z out '*READY*READY*' || true
zpty -w -n z $'rongtong export r.h5 --to gra\\t'
zpty -r z out '*--to graphml*' && print -r -- $out
zpty -d z
"""
        answer = subprocess.run(["zsh", "-f", "-c", typed], env={**self.env, "TERM": "dumb"}, cwd=self.folder, capture_output=True,
                                text=True, check=False, timeout=60)
        self.assertIn("--to graphml", answer.stdout)

    @needs("fish")
    def test_fish(self):
        script = self.script("fish", "rongtong.fish")
        def complete(line):
            answer = subprocess.run(["fish", "--no-config", "-c", f"source {script}; complete -C '{line}'"], env=self.env,
                                    cwd=self.folder, capture_output=True, text=True, check=False, timeout=60)
            self.assertEqual((answer.returncode, answer.stderr), (0, ""))
            return {row.split("\t")[0] for row in answer.stdout.splitlines()}
        self.assertEqual(complete("rongtong com"), {"compare", "completion"})
        self.assertIn("--seed", complete("rongtong run --se"))
        self.assertEqual(complete("rongtong export r.h5 --to "), {"csv", "graphml", "start"})

    @needs("man", "groff")
    def test_man_page(self):
        page = self.path("rongtong.1")
        page.write_text(self.call("manual")[0], encoding="utf-8")
        others = sorted((SOURCE / "docs/man").glob("*.1"))
        self.assertEqual(len(others), 2)
        for each in (page, *others):
            answer = subprocess.run(["man", "--warnings", "-E", "UTF-8", "-l", "-Tutf8", "-Z", str(each)],
                                    env={**self.env, "MANWIDTH": "100"}, capture_output=True, text=True, check=False)
            self.assertEqual((answer.returncode, answer.stderr), (0, ""), each)
        text = subprocess.run(["man", "-l", str(page)], env={**self.env, "MANWIDTH": "100", "MAN_KEEP_FORMATTING": ""},
                              capture_output=True, text=True, check=False).stdout
        for words in ("rongtong run", "--checkpoint-every", "EXIT STATUS", "one of csv, graphml, start", "电子元器件"):
            self.assertIn(words, " ".join(text.split()))


class Colours(Case):
    def error_on_a_terminal(self, *words, code=2, **env):
        """Error output of a call that ends with this code, standard error being a terminal."""
        leader, follower = pty.openpty()
        process = subprocess.Popen([PROGRAM, *words], cwd=self.folder, stderr=follower, stdout=subprocess.DEVNULL,
                                   env={**PLAIN, "TERM": "xterm", **env})
        os.close(follower)
        out = b""
        try:
            while piece := os.read(leader, 4096):
                out += piece
        except OSError:  # the other side has closed
            pass
        os.close(leader)
        self.assertEqual(process.wait(), code)
        return out.decode()

    def test_when_messages_are_coloured(self):
        colour = "\033["
        self.assertIn(colour, self.error_on_a_terminal("rub"))
        self.assertIn(colour, self.error_on_a_terminal("check", "missing.json"))
        self.assertNotIn(colour, self.error_on_a_terminal("rub", NO_COLOR="1"))
        self.assertIn(colour, self.error_on_a_terminal("rub", NO_COLOR=""))
        self.assertNotIn(colour, self.error_on_a_terminal("rub", TERM="dumb"))
        self.assertNotIn(colour, self.error_on_a_terminal("check", "missing.json", "--color", "never"))
        self.assertNotIn(colour, self.call("check", "missing.json", code=2)[1])
        self.assertIn(colour, self.call("--color", "always", "check", "missing.json", code=2)[1])
        self.assertIn(colour, self.call("check", "--color", "always", "missing.json", code=2, env={**PLAIN, "NO_COLOR": "1"})[1])
        self.assertIn("auto", self.call("check", "--color", "red", SMALL, code=2)[1])

    def test_progress_is_drawn_and_coloured_on_a_terminal_alone(self):
        words = ("run", SMALL, "--set", "/firms=500", "--months", "2", "-o", "r.h5", "--force")
        bar = r"\r(\033\[\d+m)\[=+ *\] (\033\[0?m)month 2 of 2"
        self.assertRegex(self.error_on_a_terminal(*words, code=0), bar)
        plain = self.error_on_a_terminal(*words, code=0, NO_COLOR="1")
        self.assertRegex(plain, r"\r\[=+ *\] month 2 of 2")
        self.assertNotRegex(plain, r"\033\[\d*m")
        self.assertNotIn("[==", self.call(*words)[1])
        self.assertNotIn("month 2", self.error_on_a_terminal(*words, "--quiet", code=0))

    def test_the_version_for_scripts(self):
        version = json.loads(self.call("--version", "--json")[0])
        self.assertIn(f"rongtong {version['version']} (commit {version['commit']}", self.call("--version")[0])
        self.assertEqual(version["results_format"], 2)
        self.call("--json", code=2)


if __name__ == "__main__":
    unittest.main()
