#!/usr/bin/env python3
"""What docker-compose.yml runs, without Docker: PostgreSQL, MongoDB, command nodes and query nodes, on the loopback interface.

    cluster.py start FOLDER [--command 2] [--query 2] [--all 0]    prints each node's name and address; again: starts what is not running
    cluster.py kill FOLDER NAME                                    ends one node without a word, such as query-1
    cluster.py stop FOLDER                                         ends all of it; what was recorded stays in FOLDER

The admin token of all nodes is in FOLDER/admin-token, what a node says in FOLDER/NAME.log. Processes are ended by the ids that they had when they
were started here. TRIBUTARY_TEST_SERVE is the command that a node is begun with (./tributary unless it is set). Standard library only; for tests.
"""
import argparse
import os
import pathlib
import secrets
import shlex
import signal
import subprocess
import sys
import time

HERE = pathlib.Path(__file__).resolve().parent
READY = "Tributary is ready at "
SECONDS_TO_START = 180
SECONDS_TO_END = 60
ROLES = ("command", "query", "all")


class Failed(Exception):
    pass


class Process:
    """A process of this cluster: its id, and when it began, so that another that got its id later is not taken for it."""

    def __init__(self, folder, name):
        self.file = folder / (name + ".pid")

    def remember(self, pid):
        self.file.write_text(f"{pid} {begun(pid)}\n")

    def id(self):
        """None unless it runs."""
        try:
            pid, since = self.file.read_text().split()
        except (OSError, ValueError):
            return None
        return int(pid) if begun(pid) == since else None

    def end(self, how):
        if (pid := self.id()) is None:
            return
        os.kill(pid, how)
        until = time.monotonic() + SECONDS_TO_END
        while self.id() is not None:
            if time.monotonic() > until:
                raise Failed(f"process {pid} ({self.file.stem}) does not end")
            time.sleep(0.05)


def begun(pid):
    """When a process began, as its system counts; None if there is none (any more)."""
    try:
        state, *rest = pathlib.Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    except OSError:
        return None
    return None if state == "Z" else rest[18]


def helper(script, *arguments):
    """What postgres.sh or mongod.sh prints."""
    done = subprocess.run([HERE / script, *map(str, arguments)], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, text=True)
    if done.returncode:
        raise Failed(f"{script} {arguments[0]} failed; see above")
    return done.stdout.strip()


def service(script, folder, name, pid_file):
    """The address of PostgreSQL or MongoDB, which is started unless it runs."""
    address = folder / (name + ".address")
    try:
        running = begun(int((folder / name / pid_file).read_text().split()[0])) is not None
    except (OSError, ValueError, IndexError):
        running = False
    if not running or not address.exists():
        text = helper(script, "start", folder / name)
        address.touch(mode=0o600)
        address.write_text(text + "\n")
    return address.read_text().strip()


def start(folder, nodes):
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    folder.chmod(0o711)                                   # PostgreSQL runs as another user when this is root
    admin_token = folder / "admin-token"
    if not admin_token.exists():
        admin_token.touch(mode=0o600)
        admin_token.write_text(secrets.token_hex(32) + "\n")
    environment = os.environ | {
        "TRIBUTARY_ADMIN_TOKEN": admin_token.read_text().strip(),
        "TRIBUTARY_EVENTS": service("postgres.sh", folder, "postgres", "data/postmaster.pid"),
        "TRIBUTARY_MONGO": service("mongod.sh", folder, "mongod", "pid"),
    }
    command = shlex.split(os.environ.get("TRIBUTARY_TEST_SERVE") or shlex.quote(str(HERE.parents[3] / "tributary")))
    if "TRIBUTARY_TEST_SERVE" not in os.environ:
        subprocess.run([*command, "--version"], check=True, stdout=subprocess.DEVNULL)      # builds once, not in every node
    begun_here = [begin(folder, name, role, command, environment) for name, role in nodes]
    for name, log in begun_here:
        print(name, await_ready(folder, name, log), flush=True)


def begin(folder, name, role, command, environment):
    log = folder / (name + ".log")
    process = Process(folder, name)
    if process.id() is None:
        with log.open("w") as said:
            arguments = ["serve", "--port", "0", "--role", role, "--data", str(folder / name)]
            node = subprocess.Popen([*command, *arguments], env=environment, stdin=subprocess.DEVNULL, stdout=said, stderr=said, start_new_session=True)
        process.remember(node.pid)
    return name, log


def await_ready(folder, name, log):
    until = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < until:
        for line in log.read_text().splitlines():
            if line.startswith(READY):
                return line.removeprefix(READY)
        if Process(folder, name).id() is None:
            break
        time.sleep(0.1)
    raise Failed(f"{name} did not become ready: {log.read_text()[-2000:]}")


def stop(folder):
    nodes = [Process(folder, file.stem) for file in folder.glob("*.pid")]
    for node in nodes:
        if (pid := node.id()) is not None:
            os.kill(pid, signal.SIGTERM)
    for node in nodes:
        node.end(signal.SIGTERM)
    for script, name in (("mongod.sh", "mongod"), ("postgres.sh", "postgres")):
        if (folder / name).exists():
            helper(script, "stop", folder / name)


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    actions = options.add_subparsers(dest="action", required=True)
    for action in ("start", "stop", "kill"):
        actions.add_parser(action).add_argument("folder", type=pathlib.Path)
    for role, count in zip(ROLES, (2, 2, 0)):
        actions.choices["start"].add_argument("--" + role, type=int, default=count, help=f"nodes of the role {role} (default: {count})")
    actions.choices["kill"].add_argument("name")
    given = options.parse_args()
    folder = given.folder.resolve()
    try:
        if given.action == "start":
            start(folder, [(f"{role}-{number}", role) for role in ROLES for number in range(1, getattr(given, role) + 1)])
        elif given.action == "stop":
            stop(folder)
        elif Process(folder, given.name).id() is None:
            raise Failed(f"no node {given.name} runs here")
        else:
            Process(folder, given.name).end(signal.SIGKILL)
    except Failed as failure:
        sys.exit(f"cluster.py: {failure}")


if __name__ == "__main__":
    main()
