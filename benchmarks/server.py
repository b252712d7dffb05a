"""What the scripts here have in common: a server to start, load and ask, the rival beside it, and figures to show.

Standard library only, but for the rival.
"""
import atexit
import datetime as dt
import http.client
import json
import os
import pathlib
import platform
import re
import signal
import statistics
import subprocess
import sys
import time

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent
PIECE = 20_000_000
ADMIN = "benchmark-admin-token-benchmark-admin-token"
DURABILITY = "SQLite in WAL mode, synchronous=FULL: an answer is sent only after the commit is synced"


class Server:
    """One run of ./tributary serve, ended by SIGTERM.

    With `account` the admin acts in this account of a folder that is loaded already. Port 0 takes a free one.
    """

    def __init__(self, data, port=0, account=None, java_options=None):
        began = time.perf_counter()
        environment = os.environ | {"TRIBUTARY_ADMIN_TOKEN": ADMIN}
        if java_options:
            environment["TRIBUTARY_JAVA_OPTIONS"] = java_options
        self.process = subprocess.Popen([ROOT / "tributary", "serve", "--port", str(port), "--data", data], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env=environment)
        atexit.register(self.stop)
        self.lines = []
        for line in self.process.stdout:
            self.lines.append(line)
            if match := re.match(r"Tributary is ready at http://([^:]+):(\d+)", line):
                self.host, self.port = match[1], int(match[2])
                self.ready_after = time.perf_counter() - began
                break
        else:
            sys.exit("the server did not become ready:\n" + "".join(self.lines[-40:]))
        self.connection = http.client.HTTPConnection(self.host, self.port, timeout=600)
        self.token = ADMIN
        self.account = account

    def call(self, method, path, body=None, kind="application/json"):
        data = body if isinstance(body, (bytes, type(None))) else json.dumps(body).encode()
        headers = {"Content-Type": kind, "Authorization": f"Bearer {self.token}"}
        if self.account:
            headers["Tributary-Account"] = self.account
        self.connection.request(method, path, data, headers)
        answer = self.connection.getresponse()
        text = answer.read()
        if answer.status >= 300:
            sys.exit(f"{method} {path}: {answer.status} {text[:2000].decode(errors='replace')}")
        return json.loads(text)

    def open_account(self, folder):
        """Opens the account of a generated history, and acts in it from now on."""
        self.token = self.call("POST", "/api/v1/accounts", json.loads((pathlib.Path(folder) / "account.json").read_text()))["accessToken"]

    def cpu_seconds(self):
        """User and system time of the process so far, which neighbours on the machine hardly disturb."""
        fields = pathlib.Path(f"/proc/{self.java()}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def peak_memory(self):
        """GiB that the process held at most."""
        pid = self.java()
        status = pathlib.Path(f"/proc/{pid}/status").read_text()
        return int(re.search(r"VmHWM:\s+(\d+)", status)[1]) / 2**20

    def java(self):
        """The launcher replaces itself by java, or has it as its child."""
        if "java" in pathlib.Path(f"/proc/{self.process.pid}/comm").read_text():
            return self.process.pid
        return int(pathlib.Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text().split()[0])

    def stop(self):
        """Also when the script ends in the middle."""
        if self.process.poll() is not None:
            return
        os.kill(self.java(), signal.SIGTERM)
        self.process.stdout.close()
        self.process.wait(60)


def pieces(path):
    with open(path, "rb") as file:
        while lines := file.readlines(PIECE):
            yield len(lines), b"".join(lines)


def load(server, history):
    accepted, began = 0, time.perf_counter()
    for count, body in pieces(history):
        answer = server.call("POST", "/api/v1/history", body, "application/x-ndjson")
        if answer["rejected"]:
            sys.exit(f"refused: {answer['problems'][:3]}")
        accepted += answer["accepted"]
        print(f"\r  loaded {accepted:,} lines, {accepted / (time.perf_counter() - began):,.0f} a second", end="", file=sys.stderr, flush=True)
    print(file=sys.stderr)
    return accepted, time.perf_counter() - began


def reports(server, campaigns, count):
    times = []
    for number in range(count):
        began = time.perf_counter()
        server.call("GET", f"/api/v1/campaigns/{campaigns[number % len(campaigns)]}/metrics")
        times.append(time.perf_counter() - began)
    return sorted(times)


def replay(server, kind="REJUDGE", rules=None, every=0.02):
    """Seconds by the server's own clock, and from asking until COMPLETE is seen; ends everything if figures differ.

    Each look takes both sides processor time that the server would judge with: so seldom a look, that it hardly matters.
    """
    began = time.perf_counter()
    started = server.call("POST", "/api/v1/replays", {"kind": kind} | ({"ruleSet": rules} if rules else {}))
    while (state := server.call("GET", f"/api/v1/replays/{started['id']}"))["state"] == "RUNNING":
        time.sleep(every)
    seen = time.perf_counter() - began
    if state["state"] != "COMPLETE" or state.get("differences"):
        sys.exit(f"the replay ended otherwise: {state}")
    instant = lambda text: dt.datetime.fromisoformat(re.sub(r"(\.\d{6})\d+", r"\1", text).replace("Z", "+00:00"))
    return (instant(state["finishedAt"]) - instant(state["startedAt"])).total_seconds(), seen


def generate(data, interactions, seed):
    """Makes a history unless it is there."""
    if not (pathlib.Path(data) / "account.json").exists():
        subprocess.run([sys.executable, HERE / "warehouse/generate.py", "--interactions", str(interactions), "--seed", str(seed), "--out", data], check=True, stdout=sys.stderr)


def load_rival(data, database):
    subprocess.run([sys.executable, HERE / "warehouse/warehouse.py", "load", "--data", data, "--database", database], check=True, stderr=subprocess.DEVNULL)


def rival(database, rules="2023-09"):
    """Seconds that the rival computes from loaded tables."""
    output = subprocess.run([sys.executable, HERE / "warehouse/warehouse.py", "run", "--database", database, "--rules", rules], check=True, stderr=subprocess.PIPE, text=True).stderr
    return float(re.search(r"compute ([\d.]+) s", output)[1])


def shown(seconds):
    return f"{seconds * 1000:.1f} ms" if seconds < 1 else f"{seconds:.2f} s"


def spread(values):
    return f"{shown(min(values))} – {shown(statistics.median(values))} – {shown(max(values))}"


def machine():
    """The conditions of a run, in one line."""
    processor = re.search(r"model name\s*:\s*(.*)", pathlib.Path("/proc/cpuinfo").read_text())
    memory = int(re.search(r"MemTotal:\s+(\d+)", pathlib.Path("/proc/meminfo").read_text())[1]) / 2**20
    load = " ".join(f"{value:.1f}" for value in os.getloadavg())
    return f"{dt.date.today()}, {os.cpu_count()} cores{' of ' + processor[1] if processor else ''}, {memory:.0f} GiB, {platform.system()} {platform.machine()}, load {load}"


def table(rows, head=("measured", "figure")):
    """Rows of texts in Markdown."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(row) + " |" for row in lines)
