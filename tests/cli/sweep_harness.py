"""What the tests of sweeps share: plans, the runs that a folder holds, and moments at which to stop a sweep."""

import functools
import io
import json
import os
import shutil
import time
import zipfile

import h5py
from harness import SCENARIOS, Case, data_of

SMALL = str(SCENARIOS / "small.json")
CAP = {"lever": "payment_term_cap", "start_month": 6}


def scenario(**changes):
    return {"extends": SMALL, **changes}


def many(runs, months=24, firms=500):
    """A plan of two families of policies that part on the way, with so many runs."""
    return {"name": "many", "scenarios": {"none": scenario(), "cap": scenario(policies={"cap": CAP})},
            "changes": {"months": months, "firms": firms}, "replicates": runs // 2}


class SweepCase(Case):
    def plan(self, value, name="plan.json"):
        self.path(name).write_text(json.dumps(value, ensure_ascii=False))
        return name

    def sweep(self, *words, **options):
        return self.call("sweep", *words, "--quiet", **options)

    def members(self, folder="s"):
        """{number: bytes} of the finished runs; none may be there twice."""
        found = {}
        for pack in sorted((self.path(folder) / "packs").glob("*.zip")):
            with zipfile.ZipFile(pack) as archive:
                self.assertIsNone(archive.testzip())
                for name in archive.namelist():
                    self.assertNotIn(int(name[4:-3]), found)
                    found[int(name[4:-3])] = archive.read(name)
        for file in (self.path(folder) / "runs").glob("*.h5"):
            self.assertNotIn(int(file.name[4:-3]), found)
            found[int(file.name[4:-3])] = file.read_bytes()
        return found

    def numbers(self, folder="s"):
        """Finished runs; a killed process may have left one in a pack and as a file."""
        names = [file.name for file in self.path(folder).glob("runs/*.h5")]
        for pack in self.path(folder).glob("packs/*.zip"):
            with zipfile.ZipFile(pack) as archive:
                names += archive.namelist()
        return {int(name[4:-3]) for name in names}

    def data(self, folder="s"):
        return {number: run_data(raw) for number, raw in self.members(folder).items()}

    def same_runs(self, a, b):
        a, b = self.data(a), self.data(b)
        self.assertEqual(sorted(a), sorted(b))
        for number, run in a.items():
            self.assertEqual(run.keys(), b[number].keys())
            self.assertEqual([name for name in run if run[name] != b[number][name]], [], f"run {number}")

    def no_leftovers(self, folder="s"):
        left = [str(p) for p in self.folder.rglob("*") if ".part" in p.name or ".tmp-" in p.name]
        left += [str(p) for inner in ("runs", "checkpoints") for p in (self.path(folder) / inner).iterdir()]
        self.assertEqual(left, [])

    def stop_in_the_middle(self, number, *words, runs=3, delay=0.0):
        """Sends the signal some seconds after that many runs are finished; exit code and messages."""
        process = self.start("sweep", *words)
        folder = self.path(words[words.index("-o") + 1])
        while len(list(folder.glob("runs/*.h5"))) + len(list(folder.glob("packs/*.zip"))) < runs:
            self.assertIsNone(process.poll(), "the sweep ended before it could be stopped")
            time.sleep(0.001)
        time.sleep(delay)
        process.send_signal(number)
        out, err = process.communicate(timeout=60)
        return process.returncode, out + err

    def collected(self, folder="s", name="c.h5"):
        self.call("collect", folder, "-o", name, "--quiet", "--force")
        return self.path(name)

    def same_collected(self, a, b):
        """All but what may differ: who computed it when."""
        a, b = (data_of(self.collected(folder, folder + ".h5")) for folder in (a, b))
        self.assertEqual(a.keys(), b.keys())
        self.assertEqual([n for n in a if a[n] != b[n] and not n.startswith("provenance/")], [])


@functools.lru_cache(64)
def run_data(raw):
    return data_of(io.BytesIO(raw))


def attributes(raw):
    with h5py.File(io.BytesIO(raw)) as file:
        return dict(file.attrs)


@functools.cache
def has(program):
    return shutil.which(program) is not None


def under_mpi():
    """Environment of mpirun: root may start it, and the address sanitizer does not report what Open MPI itself never frees."""
    allowed = {"OMPI_ALLOW_RUN_AS_ROOT": "1", "OMPI_ALLOW_RUN_AS_ROOT_CONFIRM": "1"}
    asan = ":".join(filter(None, (os.environ.get("ASAN_OPTIONS"), "detect_leaks=0")))
    return {**os.environ, **allowed, "ASAN_OPTIONS": asan}
