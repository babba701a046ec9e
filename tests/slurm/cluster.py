"""A real Slurm on this machine, for tests: munged, slurmctld and slurmd of Debian's slurm-wlm, run by root in a folder of
their own, without systemd, control groups or data base.

    with Cluster() as slurm:
        slurm.call("sbatch", "job.sh")

By hand:  cluster.py start FOLDER   (prints the variable to set)   and   cluster.py stop FOLDER
"""

import os
import shutil
import signal
import socket
import string
import subprocess
import sys
import tempfile
import time
from pathlib import Path

DAEMONS = ("slurmd", "slurmctld", "munged")  # in the order in which they are stopped
ENOUGH = 60  # seconds that a daemon may take to answer or to end


def why_not():
    """Why Slurm can't run here, in a few words; empty if it can."""
    if os.environ.get("RONGTONG_SLURM") == "0":
        return "RONGTONG_SLURM=0"
    if os.geteuid() != 0:
        return "the daemons of Slurm need root"
    missing = [name for name in (*DAEMONS, "sbatch") if not which(name)]
    return f"not installed: {', '.join(missing)} (Debian: slurm-wlm, munge)" if missing else ""


def which(name):
    return shutil.which(name, path=os.environ.get("PATH", "") + ":/usr/sbin:/sbin")


def free_ports(address, count):
    sockets = [socket.socket() for _ in range(count)]
    for s in sockets:
        s.bind((address, 0))
    ports = [s.getsockname()[1] for s in sockets]
    for s in sockets:
        s.close()
    return ports


def address_of_host():
    """The daemons listen where the host's name leads: on the loopback address alone if that is it, else on all."""
    try:
        address = socket.gethostbyname(os.uname().nodename)
    except OSError:
        address = ""
    if address.startswith("127."):
        return address, "CommunicationParameters=NoCtldInAddrAny,NoInAddrAny"
    return "127.0.0.1", ""


def memory_mb():
    pages, size = os.sysconf("SC_PHYS_PAGES"), os.sysconf("SC_PAGE_SIZE")
    return int(pages * size / 2**20 * 0.9)


def wait_for(what, condition, seconds=ENOUGH):
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            raise RuntimeError(f"waited {seconds} s in vain: {what}")
        time.sleep(0.2)


class Cluster:
    def __init__(self, folder=None, cpus=4):
        """cpus: as many as Slurm hands out, which may be more than there are."""
        self.own = folder is None
        self.folder = Path(folder or tempfile.mkdtemp(prefix="slurm-")).resolve()
        self.cpus = cpus
        self.daemons = []
        self.environment = {**os.environ, "SLURM_CONF": str(self.folder / "slurm.conf")}

    def __enter__(self):
        try:
            self.start()
        except BaseException:
            self.stop()
            raise
        return self

    def __exit__(self, *_):
        self.stop()

    def call(self, *words, check=True, **options):
        """Output of a command of Slurm, or of a script that calls them."""
        done = subprocess.run([str(w) for w in words], env=self.environment, stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE, text=True, timeout=ENOUGH, **options)
        if check and done.returncode != 0:
            raise RuntimeError(f"{words}: {done.returncode}\n{done.stdout}{done.stderr}")
        return done.stdout

    def start(self):
        self._configure()
        munge = self.folder / "munge.socket"
        self._spawn("munged", "--foreground", "--force", f"--key-file={self.folder}/munge.key", f"--socket={munge}",
                    f"--pid-file={self.folder}/munged.own", f"--log-file={self.folder}/munged.log",
                    f"--seed-file={self.folder}/munged.seed")
        self._wait("munged answers", lambda: subprocess.run(["munge", "-n", "-S", munge], stdout=subprocess.DEVNULL,
                                                            stderr=subprocess.DEVNULL).returncode == 0)
        conf = self.environment["SLURM_CONF"]
        self._spawn("slurmctld", "-D", "-f", conf)
        self._spawn("slurmd", "-D", "-f", conf)
        self._wait("the node is idle", lambda: self.call("sinfo", "-h", "-o", "%T", check=False).strip() == "idle")

    def stop(self):
        """Cancels all jobs, ends the daemons, and what jobs may have left behind."""
        if all(self._pid(name) for name in DAEMONS):
            self.call("scancel", "--user=root", check=False)
            try:
                wait_for("all jobs end", lambda: not self.call("squeue", "-h", check=False).strip())
            except (RuntimeError, subprocess.TimeoutExpired) as error:
                print(f"cluster.py: {error}", file=sys.stderr)
        for pid in self._left_behind():
            os.kill(pid, signal.SIGKILL)
        for name in DAEMONS:
            self._end(name)
        for daemon in self.daemons:
            daemon.wait(ENOUGH)
        if self.own:
            shutil.rmtree(self.folder, ignore_errors=True)

    def job(self, job_id):
        """What Slurm knows about a job or a task: {field: value}; empty if nothing."""
        text = self.call("scontrol", "-o", "show", "job", job_id, check=False)
        return dict(word.split("=", 1) for word in text.split() if "=" in word)

    def _configure(self):
        if any(c.isspace() or c == "#" for c in str(self.folder)) or len(str(self.folder)) > 90:
            raise RuntimeError(f"no folder for Slurm: {self.folder}")
        for inner in ("controller", "node"):
            (self.folder / inner).mkdir(parents=True, exist_ok=True)
        os.chmod(self.folder, 0o755)
        address, binding = address_of_host()
        controller_port, node_port = free_ports(address, 2)
        template = string.Template(Path(__file__).with_name("slurm.conf.in").read_text().split("\n", 1)[1])
        (self.folder / "slurm.conf").write_text(template.substitute(
            folder=self.folder, host=os.uname().nodename.split(".")[0], address=address, binding=binding,
            controller_port=controller_port, node_port=node_port, cpus=self.cpus, memory=memory_mb()))
        (self.folder / "cgroup.conf").write_text("CgroupPlugin=cgroup/v1\n")  # one that does nothing unless asked
        key = self.folder / "munge.key"
        key.write_bytes(os.urandom(1024))
        key.chmod(0o600)

    def _spawn(self, name, *words):
        with open(self.folder / f"{name}.out", "ab") as out:
            daemon = subprocess.Popen([which(name), *words], env=self.environment, stdin=subprocess.DEVNULL, stdout=out,
                                      stderr=out, start_new_session=True)
        self.daemons.append(daemon)
        (self.folder / f"{name}.number").write_text(str(daemon.pid))

    def _pid(self, name):
        """Of a daemon that start() began and that still runs; else None."""
        try:
            pid = int((self.folder / f"{name}.number").read_text())
            mine = f"{self.folder}/".encode() in Path(f"/proc/{pid}/cmdline").read_bytes()
        except (OSError, ValueError):
            return None
        return pid if mine else None

    def _end(self, name):
        pid = self._pid(name)
        if pid is None:
            return
        os.kill(pid, signal.SIGTERM)
        try:
            wait_for(f"{name} ends", lambda: self._pid(name) is None, 20)
        except RuntimeError:
            os.kill(pid, signal.SIGKILL)

    def _left_behind(self):
        """Processes of jobs of this cluster, by their environment."""
        conf = f"SLURM_CONF={self.environment['SLURM_CONF']}".encode()
        for entry in Path("/proc").glob("[0-9]*"):
            try:
                environment = (entry / "environ").read_bytes().split(b"\0")
            except OSError:
                continue
            if conf in environment and any(word.startswith(b"SLURM_JOB_ID=") for word in environment):
                if int(entry.name) != os.getpid():
                    yield int(entry.name)

    def _wait(self, what, condition):
        try:
            wait_for(what, condition)
        except RuntimeError as error:
            logs = "".join(f"\n--- {path.name}\n{path.read_text(errors='replace')[-1500:]}"
                           for path in sorted([*self.folder.glob("*.out"), *self.folder.glob("*.log")]))
            raise RuntimeError(f"{error}{logs}") from None


def main():
    if len(sys.argv) != 3 or sys.argv[1] not in ("start", "stop"):
        sys.exit(__doc__)
    slurm = Cluster(sys.argv[2])
    if sys.argv[1] == "stop":
        return slurm.stop()
    if reason := why_not():
        sys.exit(f"cluster.py: {reason}")
    slurm.start()
    print(f"export SLURM_CONF={slurm.environment['SLURM_CONF']}")


if __name__ == "__main__":
    main()
