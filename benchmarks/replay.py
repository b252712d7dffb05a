#!/usr/bin/env python3
"""Replaying all facts from the event store to served figures, beside what others do with the same facts.

    pip install duckdb==2.0.0 numpy pyarrow
    python3 benchmarks/replay.py --data HISTORY --store DATA-FOLDER [--stock 200000] [--trickled 1000000] [--rounds 3]

HISTORY is a folder made by warehouse/generate.py, DATA-FOLDER one of a server that was loaded with it (`chain.py --keep` leaves one). The
store is copied first. One process replays, in this order, and the quickest of the rounds is told, with the processor time it took:

    stock     the first interactions, each an event, a row and a JSON document in Axon's JDBC engine on SQLite, replayed by a
              pooled streaming processor into the same fold, one event a batch and a thousand; and ours on the same ones
    trickled  the first interactions, recorded again five a fact; and the same, a thousand a fact: read, fold, lay out
    whole     the start of the query side, then REPLAY as the server does it: read, fold, lay out, judge, compare, swap

Then the rival: `warehouse.py run --data`, the same figures from Parquet files, two threads.
"""
import argparse
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

import server

HERE = pathlib.Path(__file__).resolve().parent
OURS = "as many as the stock engine's, ours"


def replays(given):
    """What, interactions, seconds, seconds of processor time."""
    with tempfile.TemporaryDirectory(prefix="tributary-replay-") as folder:
        copy = pathlib.Path(folder) / "events.db"
        shutil.copy(pathlib.Path(given.store) / "events.db", copy)
        command = [HERE / "java", "Replaying", copy, str(given.stock), str(given.trickled), str(given.rounds)]
        environment = os.environ | {"TRIBUTARY_JAVA_OPTIONS": given.java_options}
        output = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, env=environment).stdout
    for line in output.splitlines():
        if len(fields := line.split("\t")) == 4:
            yield fields[0], int(fields[1]), float(fields[2]), float(fields[3])


def rival(data):
    """Seconds from Parquet, all in all."""
    output = subprocess.run([sys.executable, HERE / "warehouse/warehouse.py", "run", "--data", data], check=True, stderr=subprocess.PIPE, text=True).stderr
    return float(re.search(r"together ([\d.]+) s", output)[1])


def main():
    options = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    options.add_argument("--data", required=True, help="folder of the generated history, for the rival")
    options.add_argument("--store", required=True, help="data folder of a server that was loaded with it")
    options.add_argument("--stock", type=int, default=200_000, help="interactions for the stock engine")
    options.add_argument("--trickled", type=int, default=1_000_000, help="interactions recorded a few at a time")
    options.add_argument("--rounds", type=int, default=3)
    options.add_argument("--java-options", default="-Xmx4g")
    given = options.parse_args()

    rows, rates, seconds = [], {}, {}
    for what, interactions, wall, worked in replays(given):
        rates[what], seconds[what] = interactions / wall, wall
        rows.append((what, f"{interactions:,}", server.shown(wall), server.shown(worked), f"{interactions / wall:,.0f}"))
    theirs = rival(given.data)
    rows.append(("the rival from Parquet", "", server.shown(theirs), "", ""))

    print(f"\n{server.machine()}; {given.java_options}\n")
    print(server.table(rows, ("replayed", "interactions", "by the clock", "processor time", "interactions/s")))
    print()
    for batch in ("1", "1000"):
        print(f"ours to the stock engine, batch {batch}: {rates[OURS] / rates['stock engine, batch ' + batch]:.1f}×")
    print(f"the rival's time to that of the full REPLAY: {theirs / seconds['full REPLAY']:.2f}×")


if __name__ == "__main__":
    main()
