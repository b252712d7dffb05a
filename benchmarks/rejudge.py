#!/usr/bin/env python3
"""Judging all of history anew, measured beside the rival in the same sitting, alternating.

    pip install duckdb==2.0.0 numpy pyarrow
    python3 benchmarks/rejudge.py --data DIR [--data DIR …] [--rounds 7] [--rules 2024-11] [--beside]

Each DIR is a history made by warehouse/generate.py (give the smaller one first: the last table shows the growth). What is made from it
is kept beside it and used again: DIR-store (the data folder of a server that took all its lines) and DIR.duckdb (the rival's loaded
tables). --store and --database, given once for each --data, name others. A store is served from, so it is written to.

For each, in this order:

    equal     warehouse/check.py: every figure of both rule sets and nine models, ours against the rival's
    rejudge   POST /api/v1/replays {"kind": "REJUDGE", "ruleSet": …}: all campaigns, account-wide figures, all time, nine models, daily
              series, unique influences, judged beside the old, compared and swapped; by the server's own clock, and from sending the
              request until COMPLETE is read; then `warehouse.py run --rules … --database …`; --rounds times in turn, after two for warming
    beside    with --beside: p99 of a report, and lines taken a second, quiet and while one REJUDGE follows the other

and once: the memory bandwidth of the machine, and both data-driven models over 400,000 touches and 200 campaigns (benchmarks/java).
"""
import argparse
import json
import pathlib
import statistics
import subprocess
import sys
import threading
import time

import duckdb

from server import ADMIN, HERE, DURABILITY, Server, load, load_rival, machine, replay, rival, shown, spread, table

BESIDE_SECONDS = 10
LINES = 2_000


def run_java(*words):
    return subprocess.run([HERE / "java", *map(str, words)], check=True, stdout=subprocess.PIPE, text=True).stdout


def loaded(data, store):
    """A server on the store of a history, which is made if it is not there."""
    made = not (store / "events.db").exists()
    server = Server(store)
    if made:
        server.open_account(data)
        load(server, data / "history.ndjson")
    server.stop()
    server = Server(store)
    server.account = server.call("GET", "/api/v1/accounts")["accounts"][0]["id"]
    return server


def equal(server, data):
    ended = subprocess.run([sys.executable, HERE / "warehouse/check.py", "--base", f"http://{server.host}:{server.port}", "--admin-token", ADMIN, "--data", data, "--account", server.account, "--models", "all"], stdout=subprocess.PIPE, text=True)
    if ended.returncode:
        sys.exit(ended.stdout)
    return ended.stdout.strip().splitlines()[-1]


class Beside:
    """Asks one report after the other, or sends one chunk of lines after the other, for some seconds."""

    def __init__(self, server):
        self.other = Server.__new__(Server)
        self.other.__dict__ = {**server.__dict__, "connection": type(server.connection)(server.host, server.port, timeout=600)}
        self.campaigns = [row["campaign"] for row in server.call("GET", "/api/v1/metrics")["campaigns"]]
        self.chunks = 0

    def report(self):
        self.other.call("GET", f"/api/v1/campaigns/{self.campaigns[self.chunks % len(self.campaigns)]}/metrics")

    def lines(self):
        at = "2024-06-01T12:00:00Z"
        body = "\n".join(json.dumps({"type": "interaction", "kind": "PAGE_VIEW", "at": at, "visitor": f"beside-{self.chunks}-{line}", "url": "https://www.example.com/"}) for line in range(LINES))
        self.other.call("POST", "/api/v1/history", body.encode(), "application/x-ndjson")

    def run(self, work, until):
        times = []
        while not until.is_set():
            began = time.perf_counter()
            work()
            self.chunks += 1
            times.append(time.perf_counter() - began)
        return times

    def quiet(self, work):
        until = threading.Event()
        threading.Timer(BESIDE_SECONDS, until.set).start()
        return self.run(work, until)

    def busy(self, work, server, rules):
        until, times = threading.Event(), []
        worker = threading.Thread(target=lambda: times.extend(self.run(work, until)))
        worker.start()
        end, count = time.perf_counter() + BESIDE_SECONDS, 0
        while time.perf_counter() < end:
            replay(server, rules=rules)
            count += 1
        until.set()
        worker.join()
        return times, count


def p99(times):
    return sorted(times)[int(len(times) * 0.99)]


def beside(server, rules):
    both = Beside(server)
    both.quiet(both.report)
    quiet, (busy, count) = both.quiet(both.report), both.busy(both.report, server, rules)
    rows = [("report p99, quiet → during REJUDGE", f"{shown(p99(quiet))} → {shown(p99(busy))} ({p99(busy) / p99(quiet):.1f}×, {len(busy):,} reports, {count} REJUDGE)")]
    rate = lambda times: LINES * len(times) / sum(times)
    quiet, (busy, count) = both.quiet(both.lines), both.busy(both.lines, server, rules)
    return rows + [("lines/s, quiet → during REJUDGE", f"{rate(quiet):,.0f} → {rate(busy):,.0f} ({rate(busy) / rate(quiet):.0%}, {count} REJUDGE)")]


def measured(given, data, store, database):
    if not database.exists():
        load_rival(data, database)
    server = loaded(data, store)
    rows = [("equal figures", equal(server, data))]
    for _ in range(2):
        replay(server, rules=given.rules)
    own, seen, theirs, cpu = [], [], [], []
    for _ in range(given.rounds):
        before = server.cpu_seconds()
        clock, waited = replay(server, rules=given.rules)
        cpu.append(server.cpu_seconds() - before)
        own.append(clock)
        seen.append(waited)
        theirs.append(rival(database, given.rules))
    interactions = duckdb.connect().execute(f"select count(*) from '{data / 'interactions.parquet'}'").fetchone()[0]
    middle = statistics.median(own)
    rows += [("REJUDGE, the server's clock (least – median – most)", spread(own)), ("REJUDGE, as the client waits", spread(seen)),
             ("its processor time, all cores", spread(cpu)), ("the rival from loaded tables", spread(theirs)),
             ("ratio of the medians", f"{statistics.median(theirs) / middle:.1f}×"), ("a client's wait against the rival", f"{statistics.median(theirs) / statistics.median(seen):.1f}×"),
             ("nanoseconds an interaction", f"{middle / interactions * 1e9:.1f}")]
    if given.beside:
        rows += beside(server, given.rules)
    rows += [("peak memory of the server", f"{server.peak_memory():.2f} GiB")]
    server.stop()
    return interactions, middle, rows


def main():
    options = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    options.add_argument("--data", action="append", type=pathlib.Path, required=True)
    options.add_argument("--store", action="append", type=pathlib.Path, default=[])
    options.add_argument("--database", action="append", type=pathlib.Path, default=[])
    options.add_argument("--rounds", type=int, default=7)
    options.add_argument("--rules", default="2024-11")
    options.add_argument("--beside", action="store_true")
    given = options.parse_args()
    for named in (given.store, given.database):
        if named and len(named) != len(given.data):
            options.error("give --store and --database once for each --data, or not at all")

    print(f"{machine()}, rule set {given.rules}, {given.rounds} rounds; {DURABILITY}", flush=True)
    stores = given.store or [data.with_name(data.name + "-store") for data in given.data]
    databases = given.database or [data.with_name(data.name + ".duckdb") for data in given.data]
    found = []
    for data, store, database in zip(given.data, stores, databases):
        found.append(measured(given, data, store, database))
        print(f"\n{data.name}: {found[-1][0]:,} interactions\n\n{table(found[-1][2])}", flush=True)
    rows = [("memory bandwidth", "; ".join(run_java("MemoryBandwidth").strip().splitlines())), ("MARKOV, SHAPLEY", run_java("DataDrivenSpeed").strip().splitlines()[-1])]
    if len(found) > 1:
        rows += [("growth from the first to the last history", f"{found[-1][0] / found[0][0]:.2f}× interactions, {found[-1][1] / found[0][1]:.2f}× time")]
    print(f"\n{table(rows)}")


if __name__ == "__main__":
    main()
