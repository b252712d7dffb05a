#!/usr/bin/env python3
"""What one late fact costs, and what reports and ingestion notice of REJUDGE: the whole server over HTTP.

    python3 benchmarks/late.py [--interactions 1e6] [--seed 7] [--data DIR] [--store FOLDER] [--rounds 30] [--seconds 10] [--java=OPTIONS]

Takes a generated history from DIR (made when it is not there; the generator needs numpy and pyarrow), loads it into an empty data folder, or takes
a copy of the data folder FOLDER of a server that has it loaded already and does not run. Then measures, one client, one request after the other:

    late      for each kind of fact, --rounds times: POST one line to /api/v1/history, then GET a report, which waits for it (the default).
              Every time the figure is compared with the one before: it must have moved. `seen` is from the answer to the POST, when the fact
              is synced, to the end of the report that includes it; `both` is from sending the line.
    reports   each kind of report, nothing being written, and while REJUDGE runs over and over
    intake    interactions in requests of 1,000 lines, quiet and while REJUDGE runs over and over

Prints tables in Markdown. What is measured is added to the (copied) history, so its figures are of no further use. Standard library only.
"""
import argparse
import base64
import contextlib
import datetime as dt
import hashlib
import http.client
import json
import os
import pathlib
import platform
import random
import secrets
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
from server import Server, load, shown  # noqa: E402

SAMPLES = 20_000
EARLY = "2023-02-01T00:00:00"
SCOPES = ("marketing.campaigns.read marketing.campaigns.write marketing.campaigns.revenue.read crm.objects.contacts.read "
          "crm.objects.deals.read history.write interactions.write rules.write account.admin")


class Sample:
    """What a history names: its campaigns, and by looking at random places what is used how often."""

    def __init__(self, history, chance):
        self.utms, self.asset_uses, self.visitors, self.views = [], {}, [], []
        with open(history, "rb") as file:
            for _ in range(2_000):
                line = json.loads(file.readline() or b"{}")
                if line.get("type") == "campaign.create" and line.get("utm"):
                    self.utms.append((line["campaign"], line["utm"]))
            size = os.path.getsize(history)
            for _ in range(SAMPLES):
                file.seek(chance.randrange(size))
                file.readline()
                self.take(json.loads(file.readline() or b"{}"))
        self.by_use = sorted((asset for asset in self.asset_uses if asset[0] in ("LANDING_PAGE", "SITE_PAGE", "BLOG_POST")), key=self.asset_uses.get)

    def take(self, line):
        if line.get("kind") == "PAGE_VIEW" and line.get("visitor") and line.get("asset"):
            asset = (line["asset"]["type"], line["asset"]["id"])
            self.asset_uses[asset] = self.asset_uses.get(asset, 0) + 1
            self.visitors.append(line["visitor"])
            self.views.append(line)


class Late:
    """Sends facts that come late, each made so that one figure must move."""

    def __init__(self, server, sample, chance, rounds):
        self.server, self.sample, self.chance, self.rounds = server, sample, chance, rounds
        self.run, self.number = secrets.token_hex(4), 0
        self.rows = []

    def name(self, kind):
        self.number += 1
        return f"{kind}-{self.run}-{self.number}"

    def line(self, sort, at, **fields):
        return {"type": sort, "id": self.name("late"), "at": at, **fields}

    def post(self, *lines):
        answer = self.server.call("POST", "/api/v1/history", b"\n".join(json.dumps(line).encode() for line in lines), "application/x-ndjson")
        if answer["rejected"]:
            sys.exit(f"refused: {answer['problems']}")

    def figure(self, campaign, metric):
        """Of one campaign over all time, as its report says."""
        return self.server.call("GET", f"/api/v1/campaigns/{campaign}/metrics?from=2020-01-01&to=2030-12-31").get(metric)

    def measure(self, kind, fact, read):
        """Times `fact()`, a line, and `read()`, which must then answer something else than before."""
        seen, both = [], []
        for number in range(-2, self.rounds):
            line, before = fact(), read()
            began = time.perf_counter()
            self.post(line)
            posted = time.perf_counter()
            now = read()
            ended = time.perf_counter()
            if now == before:
                sys.exit(f"{kind}: {json.dumps(line)} did not move the figure {before}")
            if number >= 0:
                seen.append(ended - posted)
                both.append(ended - began)
        self.rows.append((kind, seen, both))
        print(f"  {kind}: {shown(sorted(seen)[len(seen) // 2])}", file=sys.stderr)

    def instant(self, day=dt.date(2023, 3, 1), days=600):
        self.number += 1
        at = dt.datetime.combine(day, dt.time()) + dt.timedelta(days=self.chance.randrange(days), milliseconds=self.chance.randrange(86_400_000))
        return at.isoformat(timespec="milliseconds") + "Z"

    def all(self):
        self.interactions()
        self.people()
        self.deals()
        for use, place in (("rare", 0.1), ("usual", 0.5), ("often used", 0.9), ("the most used", 1)):
            self.association(use, place)
        self.utm()
        self.description()
        self.deletion()

    def interactions(self):
        campaign, utm = self.sample.utms[0]
        sessions = lambda: self.figure(campaign, "sessions")
        view = lambda visitor: self.line("interaction", self.instant(), kind="PAGE_VIEW", visitor=visitor, url=f"https://www.example.com/late?utm_campaign={utm}&utm_source=late-{self.number}")
        self.measure("interaction in a known browser", lambda: view(self.chance.choice(self.sample.visitors)), sessions)
        self.measure("interaction in a new browser", lambda: view(self.name("browser")), sessions)

    def visited(self):
        """A new contact, and a new browser in which somebody came by a campaign."""
        contact, browser = self.name("contact"), self.name("browser")
        self.post(self.line("contact.create", "2023-06-01T00:00:00Z", contact=contact, source="IMPORT"),
                  self.line("interaction", self.instant(days=300), kind="PAGE_VIEW", visitor=browser, url=f"https://www.example.com/late?utm_campaign={self.sample.utms[0][1]}"))
        return contact, browser

    def people(self):
        campaign, contacts = self.sample.utms[0][0], []
        influenced = lambda: self.figure(campaign, "influencedContacts")

        def identification():
            contact, browser = self.visited()
            contacts.append(contact)
            return self.line("visitor.identify", "2024-11-01T00:00:00Z", visitor=browser, contact=contact)

        def merge():
            return self.line("contact.merge", "2024-11-01T00:00:00Z", primary=contacts[0], merged=contacts.pop())

        self.measure("identification", identification, influenced)
        while len(contacts) < self.rounds + 4:
            contact, browser = self.visited()
            self.post(self.line("visitor.identify", "2024-11-01T00:00:00Z", visitor=browser, contact=contact))
            contacts.append(contact)
        self.measure("merge of contacts", merge, influenced)
        self.known = contacts

    def deals(self):
        total = lambda: self.server.call("GET", "/api/v1/attribution?by=campaign&from=2020-01-01&to=2030-12-31")["total"]
        contact, browser = self.visited()
        won = self.name("deal")
        self.post(self.line("visitor.identify", "2023-07-01T00:00:00Z", visitor=browser, contact=contact),
                  self.line("deal.create", "2024-02-01T00:00:00Z", deal=won, stage="appointmentscheduled", amount="1000.00", contacts=[contact]),
                  self.line("deal.change", "2024-03-01T00:00:00Z", deal=won, stage="closedwon"))
        self.measure("deal change (amount)", lambda: self.line("deal.change", "2024-12-30T00:00:00Z", deal=won, amount=f"{self.chance.randrange(1_000, 90_000)}.{self.number % 100:02}"), total)
        campaign = self.sample.utms[0][0]
        closed = lambda: self.figure(campaign, "revenueContacts")
        late = self.line

        def association():
            contact, browser = self.visited()
            deal = self.name("deal")
            self.post(late("visitor.identify", "2023-07-01T00:00:00Z", visitor=browser, contact=contact),
                      late("deal.create", "2024-02-01T00:00:00Z", deal=deal, stage="appointmentscheduled", amount="1000.00", contacts=[]),
                      late("deal.change", "2024-03-01T00:00:00Z", deal=deal, stage="closedwon"))
            return late("deal.associate", "2024-02-02T00:00:00Z", deal=deal, contact=contact)

        self.measure("association of a contact with a deal", association, closed)

    def association(self, use, place):
        pages = self.sample.by_use
        kind, asset = pages[min(len(pages) - 1, int(len(pages) * place))]
        campaign = self.name("campaign")
        self.post(self.line("campaign.create", "2023-01-01T00:00:00Z", campaign=campaign, name="Late"))
        sessions = lambda: self.figure(campaign, "sessions")
        share = self.sample.asset_uses[kind, asset] / len(self.sample.views)
        turn = [0]

        def change():
            """Back and forth: from the association on everything counts, from the dissociation a millisecond later nothing."""
            turn[0] += 1
            at = f"{EARLY}.{turn[0]:03}Z"
            return self.line("campaign.associate" if turn[0] % 2 else "campaign.dissociate", at, campaign=campaign, asset={"type": kind, "id": asset})

        self.measure(f"asset given and taken, {use} ({share:.2%} of page views)", change, sessions)

    def utm(self):
        campaign, turn = self.name("campaign"), [0]
        self.post(self.line("campaign.create", "2023-01-01T00:00:00Z", campaign=campaign, name="Late"))

        def change():
            turn[0] += 1
            utm = self.sample.utms[turn[0] // 2 % len(self.sample.utms)][1] if turn[0] % 2 else f"nobody-{self.run}"
            return self.line("campaign.change", f"{EARLY}.{turn[0]:03}Z", campaign=campaign, utm=utm)

        self.measure("UTM value of a campaign", change, lambda: self.figure(campaign, "sessions"))

    def description(self):
        """A CTA that holds a form or not: its views influence, or not."""
        campaign, cta, contact, turn = self.name("campaign"), self.name("cta"), self.known[0], [0]
        asset = {"type": "WEB_INTERACTIVE", "id": cta}
        self.post(self.line("campaign.create", "2023-01-01T00:00:00Z", campaign=campaign, name="Late"),
                  self.line("campaign.associate", "2023-01-01T00:00:00Z", campaign=campaign, asset=asset),
                  self.line("interaction", "2024-10-01T00:00:00Z", kind="CTA_VIEW", contact=contact, asset=asset))

        def change():
            turn[0] += 1
            return self.line("asset.describe", f"{EARLY}.{turn[0]:03}Z", asset=asset, hasForm=turn[0] % 2 == 1)

        self.measure("description of an asset", change, lambda: self.figure(campaign, "uniqueInfluences"))

    def deletion(self):
        pages = self.sample.by_use
        kind, asset = pages[len(pages) // 2]
        living = lambda: len(self.server.call("GET", "/api/v1/metrics?from=2020-01-01&to=2030-12-31")["campaigns"])

        def deleted():
            campaign = self.name("campaign")
            self.post(self.line("campaign.create", "2023-01-01T00:00:00Z", campaign=campaign, name="Late"),
                      self.line("campaign.associate", f"{EARLY}Z", campaign=campaign, asset={"type": kind, "id": asset}))
            return self.line("campaign.delete", "2024-11-01T00:00:00Z", campaign=campaign)

        self.measure("deletion of a campaign", deleted, living)


class Rejudging:
    """REJUDGE over and over, by a client of its own."""

    def __init__(self, server):
        self.client, self.ended, self.count = client_of(server), threading.Event(), 0
        self.thread = threading.Thread(target=self.run)

    def run(self):
        while not self.ended.is_set():
            started = self.client.call("POST", "/api/v1/replays", {"kind": "REJUDGE"})
            while (state := self.client.call("GET", f"/api/v1/replays/{started['id']}"))["state"] == "RUNNING":
                time.sleep(0.01)
            if state["state"] != "COMPLETE" or state.get("differences"):
                sys.exit(f"the replay ended otherwise: {state}")
            self.count += 1

    def __enter__(self):
        self.thread.start()
        return self

    def __exit__(self, *_):
        self.ended.set()
        self.thread.join()
        if not self.count:
            sys.exit("REJUDGE ended not once meanwhile")


def client_of(server):
    """The same server over a connection of its own."""
    client = object.__new__(Server)
    client.connection = http.client.HTTPConnection(server.host, server.port, timeout=600)
    client.connection.connect()
    client.token, client.account = server.token, server.account
    return client


def percentile(times, share):
    times = sorted(times)
    return times[min(len(times) - 1, int(len(times) * share))]


def ask(server, paths, seconds):
    times = {name: [] for name in paths}
    end = time.perf_counter() + seconds
    number = 0
    while time.perf_counter() < end:
        for name, path in paths.items():
            began = time.perf_counter()
            server.call("GET", path(number))
            times[name].append(time.perf_counter() - began)
        number += 1
    return times


def intake(server, sample, chance, seconds):
    """Lines a second of interactions by known and new browsers at random instants, 1,000 a request."""
    count, spent = 0, 0
    run = secrets.token_hex(4)
    while spent < seconds:
        lines = []
        for number in range(1_000):
            line = dict(chance.choice(sample.views), id=f"intake-{run}-{count + number}")
            if number % 2:
                line["visitor"] = f"intake-{run}-{count + number >> 3}"
            lines.append(json.dumps(line))
        body = "\n".join(lines).encode()
        began = time.perf_counter()
        answer = server.call("POST", "/api/v1/history", body, "application/x-ndjson")
        spent += time.perf_counter() - began
        count += answer["accepted"]
    return count / spent


def token_of(folder):
    """Gives itself a token in a (copied) data folder, as the server keeps it: its hash."""
    secret = "trb_" + base64.urlsafe_b64encode(secrets.token_bytes(32)).decode().rstrip("=")
    with contextlib.closing(sqlite3.connect(folder / "events.db")) as database, database:
        account = database.execute("select account from accounts order by since limit 1").fetchone()[0]
        database.execute("insert into tokens (hash, id, account, name, scopes, created_at) values (?, ?, ?, 'late.py', ?, 0)",
                         (hashlib.sha256(secret.encode()).digest(), secrets.token_hex(8), account, SCOPES))
    return secret


def table(head, rows):
    print("| " + " | ".join(head) + " |\n|" + " --- |" * len(head))
    for row in rows:
        print("| " + " | ".join(row) + " |")
    print()


def main():
    options = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    options.add_argument("--interactions", type=lambda text: int(float(text)), default=1_000_000)
    options.add_argument("--seed", type=int, default=7)
    options.add_argument("--data", help="folder of the generated history; made when it is not there")
    options.add_argument("--store", help="data folder in which that history is loaded; only a copy is used")
    options.add_argument("--rounds", type=int, default=30, help="of each kind of late fact")
    options.add_argument("--seconds", type=float, default=10, help="so long reports are asked for, and interactions sent, each time")
    options.add_argument("--port", type=int, default=0)
    options.add_argument("--java", default="", help="options for the server's JVM, such as --java=-Xmx4g")
    given = options.parse_args()
    os.environ["TRIBUTARY_JAVA_OPTIONS"] = given.java

    work = pathlib.Path(tempfile.mkdtemp(prefix="tributary-late-"))
    try:
        run(given, work)
    finally:
        shutil.rmtree(work)


def run(given, work):
    data = pathlib.Path(given.data) if given.data else work / "history"
    if not (data / "account.json").exists():
        subprocess.run([sys.executable, HERE / "warehouse/generate.py", "--interactions", str(given.interactions), "--seed", str(given.seed), "--out", data], check=True, stdout=sys.stderr)
    chance = random.Random(given.seed)
    sample = Sample(data / "history.ndjson", chance)
    folder, token = work / "server", None
    if given.store:
        folder.mkdir()
        for name in ("lock", "events.db"):
            shutil.copy(pathlib.Path(given.store) / name, folder)
        token = token_of(folder)
    server = Server(folder, given.port)
    try:
        if token:
            server.token = token
        else:
            server.token = server.call("POST", "/api/v1/accounts", json.loads((data / "account.json").read_text()))["accessToken"]
            load(server, data / "history.ndjson")
        measure(server, sample, chance, given)
    finally:
        server.stop()


def measure(server, sample, chance, given):
    server.call("GET", "/api/v1/metrics")
    late = Late(server, sample, chance, given.rounds)
    late.all()
    print(f"\n{dt.date.today()}, {os.cpu_count()} cores, {platform.system()} {platform.machine()}, data {given.data or given.interactions}, {given.rounds} facts of each kind\n")
    table(("one late fact", "seen p50", "p99", "most", "both p50", "p99"),
          [(kind, *(shown(percentile(seen, share)) for share in (0.5, 0.99, 1)), *(shown(percentile(both, share)) for share in (0.5, 0.99))) for kind, seen, both in late.rows])

    campaigns = [campaign for campaign, _ in sample.utms]
    some = lambda number: campaigns[number % len(campaigns)]
    paths = {"a campaign's metrics": lambda number: f"/api/v1/campaigns/{some(number)}/metrics",
             "all campaigns' metrics": lambda _: "/api/v1/metrics",
             "a series by day": lambda number: f"/api/v1/campaigns/{some(number)}/series?metric=sessions&frequency=DAY&from=2023-01-01&to=2024-12-31",
             "attribution by campaign": lambda _: "/api/v1/attribution?by=campaign&from=2023-01-01&to=2024-12-31",
             "influenced contacts, first page": lambda number: f"/api/v1/campaigns/{some(number)}/contacts/influencedContacts?from=2023-01-01&to=2024-12-31"}
    ask(server, paths, given.seconds / 2)
    quiet = ask(server, paths, given.seconds)
    with Rejudging(server) as rejudging:
        busy = ask(server, paths, given.seconds)
    print(f"REJUDGE ended {rejudging.count} times in {given.seconds:.0f} s meanwhile.\n")
    table(("report", "quiet p50", "p99", "while REJUDGE p50", "p99", "ratio of p99"),
          [(name, *(shown(percentile(times[name], share)) for times in (quiet, busy) for share in (0.5, 0.99)),
            f"{percentile(busy[name], 0.99) / percentile(quiet[name], 0.99):.1f}×") for name in paths])

    intake(server, sample, chance, given.seconds / 4)
    rate = intake(server, sample, chance, given.seconds)
    with Rejudging(server) as rejudging:
        busy_rate = intake(server, sample, chance, given.seconds)
    table(("intake", "quiet", "while REJUDGE", "kept"), [("interactions, 1,000 a request, one client", f"{rate:,.0f} lines/s", f"{busy_rate:,.0f} lines/s", f"{busy_rate / rate:.0%}")])


if __name__ == "__main__":
    main()
