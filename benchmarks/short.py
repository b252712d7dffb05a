#!/usr/bin/env python3
"""Requests of one interaction each, acknowledged when synced: how many a second, and how long one takes.

    python3 benchmarks/short.py [--connections 64] [--seconds 10] [--rounds 3] [--warm 60000] [--port 0]

Starts two servers by ./tributary on empty data folders (SQLite in WAL mode, synchronous=FULL): one as it is, and one with
TRIBUTARY_COMMIT_REQUESTS=1, which records each request in a transaction of its own. A sender on the same machine (ShortRequests, one thread)
keeps --connections open and sends on each the next request when the former is answered. After --warm requests to each server:

    requests  --rounds times in turn: --seconds at the one server, --seconds at the other
    fairness  a second account sends one request at a time over one connection: first alone, then while the first account sends over all of its
    once      everything acknowledged is counted once by a report; then ids that are there are sent again, and the count stays

Ends with exit code 1 if a count is wrong. Prints a table in Markdown. Standard library and a JDK only.
"""
import argparse
import json
import os
import pathlib
import subprocess
import sys
import tempfile

from server import DURABILITY, HERE, ROOT, Server, machine, table

WARM_RUNS = 12  # of 5 seconds each, at most
START = "2020-01-01T00:00:00Z"


class Sender:
    """The program that sends, compiled once."""

    def __init__(self, folder, connections):
        launcher = ROOT / "standalone/src/main/launcher/jdk.sh"
        self.jdk = subprocess.run(["bash", "-c", f". '{launcher}'; find_jdk"], check=True, capture_output=True, text=True).stdout.strip()
        subprocess.run([f"{self.jdk}/bin/javac", "-d", folder, HERE / "src/main/java/tributary/benchmarks/ShortRequests.java"], check=True)
        self.folder, self.connections = folder, connections

    def send(self, server, run, seconds, warm=0.0, **accounts):
        """What was measured, for each account; the accounts say how many connections they have."""
        tokens = [f"{server.tokens[name]}={count}" for name, count in accounts.items()]
        began = server.cpu_seconds()
        command = [f"{self.jdk}/bin/java", "-XX:+UseSerialGC", "-Xmx256m", "-cp", self.folder, "tributary.benchmarks.ShortRequests", server.host, str(server.port), run, str(warm), str(seconds), *tokens]
        told = [json.loads(line) for line in subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout.splitlines()]
        for name, result in zip(accounts, told):
            server.acknowledged[name] += result["acknowledged"]
        told[0]["cpu"] = (server.cpu_seconds() - began) / max(1, sum(result["acknowledged"] for result in told))
        return told


def start(folder, port, commit_requests=None):
    if commit_requests:
        os.environ["TRIBUTARY_COMMIT_REQUESTS"] = str(commit_requests)
    else:
        os.environ.pop("TRIBUTARY_COMMIT_REQUESTS", None)
    server = Server(folder, port)
    server.tokens, server.acknowledged = {}, {"many": 0, "one": 0}
    for name in server.acknowledged:
        server.tokens[name] = server.call("POST", "/api/v1/accounts", {"name": name})["accessToken"]
    for name, token in server.tokens.items():
        server.token = token
        campaign = {"type": "campaign.create", "campaign": "c", "name": "c", "at": START}
        server.call("POST", "/api/v1/history", [campaign, {"type": "campaign.associate", "campaign": "c", "asset": {"type": "LANDING_PAGE", "id": "p"}, "at": START}])
    return server


def counted(server, name):
    server.token = server.tokens[name]
    server.connection.close()  # The server has, since the last call, closed its end.
    return server.call("GET", "/api/v1/campaigns/c/assets")["assets"][0]["views"]


def right(server, repeated):
    """Whether all that was acknowledged is counted, and nothing twice."""
    return all(counted(server, name) == server.acknowledged[name] - repeated.get(name, 0) for name in server.tokens)


def main():
    options = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    options.add_argument("--connections", type=int, default=64)
    options.add_argument("--seconds", type=float, default=10)
    options.add_argument("--rounds", type=int, default=3)
    options.add_argument("--warm", type=lambda text: int(float(text)), default=60_000, help="requests to each server before anything is measured, or as many as it takes in a minute")
    options.add_argument("--port", type=int, default=0, help="of the first server; the second has the next one")
    given = options.parse_args()
    with tempfile.TemporaryDirectory(prefix="tributary-short-") as folder:
        sys.exit(measure(given, pathlib.Path(folder)))


def measure(given, folder):
    sender = Sender(folder / "classes", given.connections)
    together, alone = start(folder / "together", given.port), start(folder / "alone", given.port and given.port + 1, commit_requests=1)
    try:
        for server in (together, alone):
            for run in range(WARM_RUNS):
                if server.acknowledged["many"] >= given.warm:
                    break
                sender.send(server, f"warm{run}", 5, many=given.connections)
                print(f"\r  {server.acknowledged['many']:,} requests for warming", end="", file=sys.stderr, flush=True)
        print(file=sys.stderr)
        rounds = [(sender.send(together, f"round{run}", given.seconds, 1, many=given.connections)[0], sender.send(alone, f"round{run}", given.seconds, 1, many=given.connections)[0]) for run in range(given.rounds)]
        quiet = sender.send(together, "quiet", given.seconds, 1, one=1)[0]
        flooded = sender.send(together, "flooded", given.seconds, 1, many=given.connections, one=1)
        whole = right(together, {}) and right(alone, {})
        again = sender.send(together, "round0", given.seconds / 2, many=given.connections)[0]
        once = right(together, {"many": again["acknowledged"]})
    finally:
        together.stop()
        alone.stop()

    def middle(side, what):
        return sorted(pair[side][what] for pair in rounds)[len(rounds) // 2]

    def row(what, value, unit=""):
        return [what, *(f"{value(side):,.{0 if unit == '' else 1}f}{unit}" for side in (0, 1))]

    print(f"{machine()}. {DURABILITY}. {given.connections} connections, {given.seconds:g} s, medians of {given.rounds} rounds in turn.\n")
    print(table(
        [
            row("requests a second", lambda side: middle(side, "perSecond")),
            row("one request, p50", lambda side: middle(side, "p50"), " ms"),
            row("one request, p99", lambda side: middle(side, "p99"), " ms"),
            row("one request, most", lambda side: middle(side, "max"), " ms"),
            row("processor time of the server, a request", lambda side: middle(side, "cpu") * 1e6, " µs"),
        ],
        ("measured", "recorded together", "one commit a request"),
    ))
    ratios = sorted(pair[0]["perSecond"] / pair[1]["perSecond"] for pair in rounds)
    print(f"\nRatio: {ratios[len(ratios) // 2]:.1f} ({ratios[0]:.1f} to {ratios[-1]:.1f}).")
    print(f"One connection of another account: p50 {quiet['p50']:.1f} ms, p99 {quiet['p99']:.1f} ms alone; p50 {flooded[1]['p50']:.1f} ms, p99 {flooded[1]['p99']:.1f} ms while {given.connections} connections of the first are busy.")
    print(f"Acknowledged {together.acknowledged['many'] + together.acknowledged['one']:,} and {alone.acknowledged['many']:,}; all counted once: {'yes' if whole else 'NO'}; {again['acknowledged']:,} ids sent again, counted once: {'yes' if once else 'NO'}.")
    return 0 if whole and once else 1


if __name__ == "__main__":
    main()
