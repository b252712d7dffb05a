#!/usr/bin/env python3
"""Judging all of history anew, measured beside the rival in the same sitting, alternating.

    pip install duckdb==2.0.0 numpy pyarrow
    python3 benchmarks/rejudge.py --data DIR [--data DIR …] [--rounds 7] [--rules 2024-11]

Each DIR is a history made by warehouse/generate.py (give the smaller one first: the last table shows the growth). What is made from it
is kept beside it and used again: DIR-store (the data folder of a server that took all its lines) and DIR.duckdb (the rival's loaded
tables). --store and --database, given once for each --data, name others. A store is served from, so it is written to.

For each, in this order:

    equal     warehouse/check.py: every figure of both rule sets and nine models, ours against the rival's
    rejudge   POST /api/v1/replays {"kind": "REJUDGE", "ruleSet": …}: all campaigns, account-wide figures, all time, nine models, daily
              series, unique influences, judged beside the old, compared and swapped; by the server's own clock, and from sending the
              request until COMPLETE is read; then `warehouse.py run --rules … --database …`; --rounds times in turn, after two for warming

What reports and ingestion notice of it is late.py's to measure. And once: the memory bandwidth of the machine, and both data-driven models over 400,000 touches and 200 campaigns (benchmarks/java).
"""
import argparse
import pathlib
import statistics
import subprocess
import sys

import duckdb

from server import ADMIN, HERE, DURABILITY, Server, load, load_rival, machine, replay, rival, spread, table


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
    models = run_java("DataDrivenSpeed").strip().splitlines()
    rows = [("memory bandwidth", "; ".join(run_java("MemoryBandwidth").strip().splitlines())), ("MARKOV, SHAPLEY, cold", models[0]), ("MARKOV, SHAPLEY, warm", models[-1])]
    if len(found) > 1:
        rows += [("growth from the first to the last history", f"{found[-1][0] / found[0][0]:.2f}× interactions, {found[-1][1] / found[0][1]:.2f}× time")]
    print(f"\n{table(rows)}")


if __name__ == "__main__":
    main()
