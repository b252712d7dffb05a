#!/usr/bin/env python3
"""Hands requests on to several servers in turn, as a balancer without memory would: spread.py ADDRESS… [--port PORT]

Prints its own address and works until it is told to end (SIGTERM, or the end of its standard input with --with-input). Each request goes
to the next server; a server that cannot be reached is passed over. Where a connection breaks off before the answer is whole, the sender
is answered 503 with Retry-After: the request may have been carried out. GET /-/passed tells how many were handed on to which server.
Standard library only; for tests, on the loopback interface.
"""
import argparse
import http.client
import itertools
import json
import sys
import threading
import urllib.parse
from collections import Counter
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

SECONDS_AN_ANSWER = 60
# Of one connection, not of the message.
HOP_BY_HOP = {"connection", "keep-alive", "proxy-authenticate", "proxy-authorization", "te", "trailer", "transfer-encoding", "upgrade"}


class Servers:
    def __init__(self, addresses):
        self.addresses = addresses
        self.turns = itertools.cycle(range(len(addresses)))
        self.passed = Counter()
        self.lock = threading.Lock()

    def in_turn(self):
        """All of them, beginning with the one whose turn it is."""
        with self.lock:
            first = next(self.turns)
        return self.addresses[first:] + self.addresses[:first]

    def count(self, address):
        with self.lock:
            self.passed[address] += 1


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    servers = None

    def handle_one(self):
        if self.path == "/-/passed":
            return self.answer(200, [("Content-Type", "application/json")], json.dumps(self.servers.passed).encode())
        body = self.body()
        headers = {name: value for name, value in self.headers.items() if name.lower() not in HOP_BY_HOP | {"host", "content-length"}}
        for address in self.servers.in_turn():
            place = urllib.parse.urlsplit(address)
            connection = http.client.HTTPConnection(place.hostname, place.port, timeout=SECONDS_AN_ANSWER)
            try:
                connection.connect()
            except OSError:
                continue
            self.servers.count(address)
            try:
                connection.request(self.command, self.path, body, headers | {"Host": place.netloc})
                came = connection.getresponse()
                text = came.read()
            except (OSError, http.client.HTTPException) as broken:
                return self.refuse(f"{address} did not answer to its end: {type(broken).__name__}; the request may have been carried out")
            finally:
                connection.close()
            return self.answer(came.status, came.getheaders(), text)
        self.refuse("no server can be reached")

    do_GET = do_HEAD = do_POST = do_PUT = do_PATCH = do_DELETE = do_OPTIONS = handle_one

    def body(self):
        if self.headers.get("Transfer-Encoding", "").lower() == "chunked":
            parts = []
            while size := int(self.rfile.readline().split(b";")[0], 16):
                parts.append(self.rfile.read(size))
                self.rfile.readline()
            while self.rfile.readline().strip():
                pass
            return b"".join(parts)
        length = self.headers.get("Content-Length")
        return None if length is None else self.rfile.read(int(length))

    def answer(self, status, headers, body):
        self.send_response_only(status)
        for name, value in headers:
            if name.lower() not in HOP_BY_HOP | {"content-length"}:
                self.send_header(name, value)
        if status >= 200 and status not in (204, 304):
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def refuse(self, why):
        problem = {"type": "about:blank", "title": "Service Unavailable", "status": 503, "detail": why}
        self.answer(503, [("Content-Type", "application/problem+json"), ("Retry-After", "1")], json.dumps(problem).encode())

    def log_message(self, *_):
        pass


class Spreader(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128

    def handle_error(self, request, client_address):
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("addresses", nargs="+", metavar="ADDRESS", help="such as http://127.0.0.1:8080")
    options.add_argument("--port", type=int, default=0, help="0 takes a free one")
    options.add_argument("--with-input", action="store_true", help="end when standard input does")
    given = options.parse_args()
    Handler.servers = Servers(given.addresses)
    with Spreader(("127.0.0.1", given.port), Handler) as spreader:
        print(f"http://127.0.0.1:{spreader.server_port}", flush=True)
        if given.with_input:
            threading.Thread(target=spreader.serve_forever, daemon=True).start()
            sys.stdin.read()
        else:
            spreader.serve_forever()


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        pass
