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
import pathlib
import shutil
import statistics
import tempfile
import time

from server import Server, generate, load, load_rival, machine, replay, reports, rival, shown, spread, table


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
    generate(data, given.interactions, given.seed)
    database = work / "rival.duckdb"
    load_rival(data, database)

    folder = work / "server"
    server = Server(folder, given.port)
    rows = [("start to ready, nothing stored", shown(server.ready_after))]
    server.open_account(data)
    lines, seconds = load(server, data / "history.ndjson")
    began = time.perf_counter()
    campaigns = [row["campaign"] for row in server.call("GET", "/api/v1/metrics")["campaigns"]]
    current = time.perf_counter() - began
    rows += [("load over HTTP", f"{lines:,} lines in {seconds:.1f} s = {lines / seconds:,.0f} lines/s"), ("last answer to current report", shown(current))]
    stored = sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())
    if stored:  # elsewhere with TRIBUTARY_EVENTS
        rows += [("stored", f"{stored / 1e6:.0f} MB, {stored / lines:.0f} bytes a line, indexes included")]
    reports(server, campaigns, 500)
    times = reports(server, campaigns, 2000)
    rows += [("one campaign's metrics, p50 / p99", f"{shown(times[len(times) // 2])} / {shown(times[int(len(times) * 0.99)])}")]
    ours, theirs = [], []
    replay(server)
    for _ in range(given.rounds):
        ours.append(replay(server)[0])
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

    print(f"\n{machine()}, history of {lines:,} lines in {data.name}\n")
    print(table(rows))
    if given.keep:
        print(f"\nkept: {folder}")
    else:
        shutil.rmtree(work)


if __name__ == "__main__":
    main()
