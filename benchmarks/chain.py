#!/usr/bin/env python3
"""The whole chain as its users meet it, measured beside the rival in the same sitting.

    pip install duckdb==2.0.0 numpy pyarrow
    python3 benchmarks/chain.py [--interactions 1e6] [--seed 7] [--data DIR] [--rounds 3] [--keep]

Generates the history if DIR has none, starts the server by ./tributary on an empty data folder (SQLite in WAL mode, synchronous=FULL:
an answer is sent only after the commit is synced), and measures, in this order:

    load      all lines of the history over HTTP, 20 MB a request, one connection, one request after the other
    current   from the last answer until the account's report includes everything
    report    one campaign's metrics, warm, nothing being written: 2,000 requests after 500 for warming, p50 and p99
    rejudge   POST /api/v1/replays {"kind": "REJUDGE"} until COMPLETE, nine models, by the server's own clock; then the rival:
              `warehouse.py run --database`, the same figures from loaded DuckDB tables, two threads; --rounds times in turn
    restart   SIGTERM, then from the start of the process to the line "Tributary is ready at"

Prints a table in Markdown. The figures themselves are compared by warehouse/check.py, not here. Standard library only, but for the rival.
"""
import argparse
import datetime as dt
import http.client
import json
import os
import pathlib
import platform
import re
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent
PIECE = 20_000_000
ADMIN = "benchmark-admin-token-benchmark-admin-token"


class Server:
    """One run of ./tributary serve, ended by SIGTERM."""

    def __init__(self, data, port):
        began = time.perf_counter()
        environment = os.environ | {"TRIBUTARY_ADMIN_TOKEN": ADMIN}
        self.process = subprocess.Popen([ROOT / "tributary", "serve", "--port", str(port), "--data", data], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env=environment)
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

    def call(self, method, path, body=None, kind="application/json"):
        data = body if isinstance(body, (bytes, type(None))) else json.dumps(body).encode()
        self.connection.request(method, path, data, {"Content-Type": kind, "Authorization": f"Bearer {self.token}"})
        answer = self.connection.getresponse()
        text = answer.read()
        if answer.status >= 300:
            sys.exit(f"{method} {path}: {answer.status} {text[:2000].decode(errors='replace')}")
        return json.loads(text)

    def peak_memory(self):
        """GiB of this process and the heap's share of it, as far as the system tells."""
        pid = self.java()
        status = pathlib.Path(f"/proc/{pid}/status").read_text()
        return int(re.search(r"VmHWM:\s+(\d+)", status)[1]) / 2**20

    def java(self):
        """The launcher replaces itself by java, or has it as its child."""
        if "java" in pathlib.Path(f"/proc/{self.process.pid}/comm").read_text():
            return self.process.pid
        return int(pathlib.Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text().split()[0])

    def stop(self):
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


def rejudge(server):
    started = server.call("POST", "/api/v1/replays", {"kind": "REJUDGE"})
    while True:
        state = server.call("GET", f"/api/v1/replays/{started['id']}")
        if state["state"] != "RUNNING":
            break
        time.sleep(0.02)
    if state["state"] != "COMPLETE" or state.get("differences"):
        sys.exit(f"the replay ended otherwise: {state}")
    instant = lambda text: dt.datetime.fromisoformat(re.sub(r"(\.\d{6})\d+", r"\1", text).replace("Z", "+00:00"))
    return (instant(state["finishedAt"]) - instant(state["startedAt"])).total_seconds()


def rival(database):
    output = subprocess.run([sys.executable, HERE / "warehouse/warehouse.py", "run", "--database", database], check=True, stderr=subprocess.PIPE, text=True).stderr
    return float(re.search(r"compute ([\d.]+) s", output)[1])


def shown(seconds):
    return f"{seconds * 1000:.1f} ms" if seconds < 1 else f"{seconds:.2f} s"


def spread(values):
    return f"{shown(min(values))} – {shown(statistics.median(values))} – {shown(max(values))}"


def main():
    options = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    options.add_argument("--interactions", type=lambda text: int(float(text)), default=1_000_000)
    options.add_argument("--seed", type=int, default=7)
    options.add_argument("--data", help="folder of the generated history; made when it is not there")
    options.add_argument("--rounds", type=int, default=5, help="of rejudging and the rival, in turn")
    options.add_argument("--restarts", type=int, default=3)
    options.add_argument("--port", type=int, default=18080)
    options.add_argument("--keep", action="store_true", help="keep the server's data folder")
    given = options.parse_args()

    work = pathlib.Path(tempfile.mkdtemp(prefix="tributary-benchmark-"))
    data = pathlib.Path(given.data) if given.data else work / "history"
    if not (data / "account.json").exists():
        subprocess.run([sys.executable, HERE / "warehouse/generate.py", "--interactions", str(given.interactions), "--seed", str(given.seed), "--out", data], check=True, stdout=sys.stderr)
    database = work / "rival.duckdb"
    subprocess.run([sys.executable, HERE / "warehouse/warehouse.py", "load", "--data", data, "--database", database], check=True, stderr=subprocess.DEVNULL)

    folder = work / "server"
    server = Server(folder, given.port)
    rows = [("start to ready, nothing stored", shown(server.ready_after))]
    account = server.call("POST", "/api/v1/accounts", json.loads((data / "account.json").read_text()))
    server.token = account["accessToken"]
    lines, seconds = load(server, data / "history.ndjson")
    began = time.perf_counter()
    campaigns = [row["campaign"] for row in server.call("GET", "/api/v1/metrics")["campaigns"]]
    current = time.perf_counter() - began
    rows += [("load over HTTP", f"{lines:,} lines in {seconds:.1f} s = {lines / seconds:,.0f} lines/s"), ("last answer to current report", shown(current))]
    stored = sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())
    rows += [("stored", f"{stored / 1e6:.0f} MB, {stored / lines:.0f} bytes a line, indexes included")]
    reports(server, campaigns, 500)
    times = reports(server, campaigns, 2000)
    rows += [("one campaign's metrics, p50 / p99", f"{shown(times[len(times) // 2])} / {shown(times[int(len(times) * 0.99)])}")]
    ours, theirs = [], []
    rejudge(server)
    for _ in range(given.rounds):
        ours.append(rejudge(server))
        theirs.append(rival(database))
    rows += [("REJUDGE, nine models (least – median – most)", spread(ours)), ("the rival from loaded tables", spread(theirs)),
             ("ratio of the medians", f"{statistics.median(theirs) / statistics.median(ours):.1f}×"), ("peak memory of the server", f"{server.peak_memory():.2f} GiB")]
    server.stop()
    restarts = []
    for _ in range(given.restarts):
        server = Server(folder, given.port)
        restarts.append(server.ready_after)
        server.stop()
    rows += [("restart to ready, everything folded and judged", spread(restarts))]

    print(f"\n{dt.date.today()}, {os.cpu_count()} cores, {platform.system()} {platform.machine()}, history of {given.interactions:,} interactions, seed {given.seed}\n")
    print("| measured | figure |\n| --- | --- |")
    for name, figure in rows:
        print(f"| {name} | {figure} |")
    if given.keep:
        print(f"\nkept: {folder}")
    else:
        shutil.rmtree(work)


if __name__ == "__main__":
    main()
