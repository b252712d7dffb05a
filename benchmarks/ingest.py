#!/usr/bin/env python3
"""Bulk ingestion over HTTP: how fast it is from beginning to end, what it costs, and what lies on disk afterwards.

    python3 benchmarks/ingest.py --data DIR [--lines N] [--heap 4g] [--keep FOLDER]

DIR holds a history of warehouse/generate.py. The server is started on an empty data folder: SQLite in WAL mode, synchronous=FULL, so that an
answer is sent only after the commit is synced. The lines are sent over one connection, 20 MB a request, one request after the other; every
line has an id. Nothing else is asked meanwhile, but the projection folds and judges all the time, as it would anywhere.

    rate      lines a second over all, in the first tenth and in the last: a rate that falls would tell of a cost that grows
    cpu       user and system time of the server by what its threads do, and of this client, while the lines were sent
    heap      the most that was in use before and after a collection, from the collector's own log
    disk      bytes by table and index, counted by page in the file of the stopped server; the once index apart
    restart   from the start of the process to the line "Tributary is ready at", with everything folded and judged

Prints tables in Markdown. Standard library only.
"""
import argparse
import collections
import contextlib
import os
import pathlib
import re
import resource
import shutil
import sqlite3
import tempfile
import time

import server as common

TICKS = os.sysconf("SC_CLK_TCK")
# By what the name of a thread begins with, of which the system keeps 15 letters.
WORK = [("recorder", "deciding and recording"), ("ForkJoinPool-1-", "requests: receiving, parsing"), ("ForkJoinPool.co", "packing batches"),
        ("C1 Comp", "compiler"), ("C2 Comp", "compiler"), ("GC Thread", "collector"), ("G1 ", "collector"), ("VM Thread", "collector"), ("", "projection and all else")]


def threads(pid):
    """Name and CPU seconds by thread id."""
    seconds = {}
    for task in pathlib.Path(f"/proc/{pid}/task").iterdir():
        with contextlib.suppress(FileNotFoundError, ProcessLookupError):
            head, fields = (task / "stat").read_text().rsplit(")", 1)
            user, system = fields.split()[11:13]
            seconds[task.name] = (head.split("(", 1)[1], (int(user) + int(system)) / TICKS)
    return seconds


def by_work(before, after, total):
    """What no living thread accounts for was spent by threads that have ended."""
    named = collections.Counter()
    for task, (name, seconds) in after.items():
        named[next(work for start, work in WORK if name.startswith(start))] += seconds - before.get(task, ("", 0.0))[1]
    named["threads that have ended"] = max(0.0, total - sum(named.values()))
    return named


def load(server, history, most):
    """How many lines had been accepted, and when."""
    marks, accepted = [(time.perf_counter(), 0)], 0
    for _, body in common.pieces(history):
        answer = server.call("POST", "/api/v1/history", body, "application/x-ndjson")
        if answer["rejected"]:
            raise SystemExit(f"refused: {answer['problems'][:3]}")
        accepted += answer["accepted"]
        marks.append((time.perf_counter(), accepted))
        if accepted >= most:
            break
    return marks


def rate(marks, begin, end):
    """Lines a second between two shares of all lines, as nearly as the requests tell."""
    total = marks[-1][1]
    since, first = max(mark for mark in marks if mark[1] <= begin * total)
    until, last = min(mark for mark in marks if mark[1] >= end * total)
    return (last - first) / (until - since)


def heap(log):
    """Most MiB before and after a collection."""
    pauses = [(int(before), int(after)) for before, after in re.findall(r"(\d+)M->(\d+)M\(\d+M\)", log.read_text())]
    return max((before for before, _ in pauses), default=0), max((after for _, after in pauses), default=0)


def stored(file):
    """Bytes of pages by table and index."""
    with contextlib.closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as database:
        try:
            return database.execute("select name, sum(pgsize) from dbstat group by name order by 2 desc").fetchall()
        except sqlite3.OperationalError:
            raise SystemExit("this Python's SQLite lacks dbstat, which counts the pages of tables")


def main():
    options = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    options.add_argument("--data", type=pathlib.Path, required=True, help="folder of a generated history")
    options.add_argument("--lines", type=lambda text: int(float(text)), default=10**12, help="stop after about so many")
    options.add_argument("--heap", default="4g", help="the most the heap may take")
    options.add_argument("--keep", help="put the server's data folder here, where nothing must be yet")
    given = options.parse_args()

    work = pathlib.Path(tempfile.mkdtemp(prefix="tributary-benchmark-"))
    folder, log = work / "server", work / "gc.log"
    java_options = f"-Xmx{given.heap} -Xlog:gc:file={log}::filecount=0"
    server = common.Server(folder, java_options=java_options)
    server.open_account(given.data)
    pid, this = server.java(), resource.RUSAGE_SELF
    before, cpu_before, client_before = threads(pid), server.cpu_seconds(), resource.getrusage(this)
    marks = load(server, given.data / "history.ndjson", given.lines)
    cpu, after, client_after = server.cpu_seconds() - cpu_before, threads(pid), resource.getrusage(this)
    began = time.perf_counter()
    server.call("GET", "/api/v1/metrics")
    current, resident = time.perf_counter() - began, server.peak_memory()
    server.stop()
    most, live = heap(log)
    tables = stored(folder / "events.db")
    restarted = common.Server(folder, java_options=f"-Xmx{given.heap}")
    restarted.stop()

    lines, seconds = marks[-1][1], marks[-1][0] - marks[0][0]
    client = sum(client_after[:2]) - sum(client_before[:2])
    print(f"\n{common.machine()}\n{common.DURABILITY}\n{lines:,} lines of {given.data.name}, heap at most {given.heap}\n")
    print(common.table([
        ("lines a second, over all", f"{lines / seconds:,.0f} ({seconds:.1f} s)"),
        ("in the first tenth / in the last", f"{rate(marks, 0, 0.1):,.0f} / {rate(marks, 0.9, 1):,.0f}"),
        ("CPU of the server", f"{cpu:.1f} s, {cpu / lines * 1e6:.1f} µs a line, {cpu / seconds:.2f} cores busy"),
        ("CPU of this client", f"{client:.1f} s"),
        ("last answer to current report", common.shown(current)),
        ("heap: most before / after a collection", f"{most:,} / {live:,} MiB"),
        ("most memory of the process", f"{resident:.2f} GiB"),
        ("restart to ready", common.shown(restarted.ready_after)),
    ]))
    print("\n" + common.table([(name, f"{spent:.1f}", f"{spent / lines * 1e6:.2f}") for name, spent in by_work(before, after, cpu).most_common()], ("CPU by", "s", "µs a line")))
    total, once = sum(size for _, size in tables), sum(size for name, size in tables if name.startswith("once"))
    sizes = [row for row in tables if row[1] > total / 1000] + [("once index", once), ("all else", total - once)]
    print("\n" + common.table([(name, f"{size / 1e6:.2f}", f"{size / lines:.2f}") for name, size in sizes], ("on disk", "MB", "bytes a line")))
    if given.keep:
        shutil.move(folder, given.keep)
    shutil.rmtree(work)


if __name__ == "__main__":
    main()
