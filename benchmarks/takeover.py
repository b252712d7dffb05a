#!/usr/bin/env python3
"""An account taken over from its snapshot in MongoDB, beside folding all of its facts.

    python3 benchmarks/takeover.py --store DATA-FOLDER [--mongo URI] [--rounds 3]

DATA-FOLDER is one of a server that was loaded and has stopped; its events.db is copied first. Without URI a mongod of the script's own is
started (standalone/src/test/launcher/mongod.sh). In turn, each in a process of its own that has just been started:

    whole     the query side starts from all facts and answers a report; copies journeys as for a snapshot; keeps one in MongoDB
    taken     the query side starts from that snapshot and answers the same report: what a node does that takes an account over

Told are seconds by the clock and of processor time, least to most of the rounds, and bytes.
"""
import argparse
import collections
import os
import pathlib
import shutil
import subprocess
import tempfile

import server

HERE = pathlib.Path(__file__).resolve().parent
MONGOD = server.ROOT / "standalone/src/test/launcher/mongod.sh"
WHAT = {
    "whole": "start from all facts, judged",
    "taken": "start from the snapshot, judged",
    "read": "of that: snapshot read, journeys laid",
    "copied": "copied while nothing is folded",
    "kept": "snapshot packed and written, beside all else",
}


def runs(what, events, place, java_options):
    command = [HERE / "java", "TakingOver", what, events, place]
    environment = os.environ | {"TRIBUTARY_JAVA_OPTIONS": java_options}
    output = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, env=environment).stdout
    for line in output.splitlines():
        fields = line.split("\t")
        if len(fields) > 1:
            yield fields[0], [float(field) for field in fields[1:]]


def spread(values):
    values = sorted(values)
    return " – ".join(f"{value:.2f}" for value in (values[0], values[len(values) // 2], values[-1]))


def measure(given, place):
    times, numbers = collections.defaultdict(list), {}
    with tempfile.TemporaryDirectory(prefix="tributary-takeover-") as folder:
        events = pathlib.Path(folder) / "events.db"
        shutil.copy(pathlib.Path(given.store) / "events.db", events)
        for _ in range(given.rounds):
            for what in ("whole", "taken"):
                for name, values in runs(what, events, place, given.java_options):
                    if len(values) == 2:
                        times[name].append(values)
                    elif name != "packed" or values[0] > 0:  # nothing is written that is there already
                        numbers[name] = int(values[0])
    return times, numbers


def main():
    options = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    options.add_argument("--store", required=True, help="data folder of a server that was loaded")
    options.add_argument("--mongo", help="mongodb:// address with a database that may be written to")
    options.add_argument("--rounds", type=int, default=3)
    options.add_argument("--java-options", default="-Xmx4g")
    given = options.parse_args()

    if given.mongo:
        times, numbers = measure(given, given.mongo)
    else:
        with tempfile.TemporaryDirectory(prefix="tributary-mongod-") as folder:
            place = subprocess.run([MONGOD, "start", folder], check=True, stdout=subprocess.PIPE, text=True).stdout.strip()
            try:
                times, numbers = measure(given, place)
            finally:
                subprocess.run([MONGOD, "stop", folder], check=True)

    rows = [(text, spread(wall for wall, _ in times[what]), spread(worked for _, worked in times[what])) for what, text in WHAT.items()]
    print(f"\n{server.machine()}; {given.java_options}; {numbers['interactions']:,} interactions\n")
    print(server.table(rows, ("what", "seconds by the clock", "processor time")))
    ratio = sorted(wall for wall, _ in times["whole"])[given.rounds // 2] / sorted(wall for wall, _ in times["taken"])[given.rounds // 2]
    print(f"\nsnapshot: {numbers['pieces']} pieces, {numbers['bytes']:,} bytes, {numbers['packed']:,} as written")
    print(f"from all facts to from the snapshot: {ratio:.1f}×")


if __name__ == "__main__":
    main()
