#!/usr/bin/env bash
# A PostgreSQL server for tests: in a folder of its own, on a free port of this machine, and with fsync on, as PostgreSQL has it.
#
#   postgres.sh start FOLDER          makes the server if the folder has none, starts it, prints its address
#   postgres.sh stop FOLDER [fast]    ends it; with `immediate`, as a crash would
#   postgres.sh programs              prints where PostgreSQL's programs are, if it is installed
#
# PostgreSQL does not run as root: root runs it as the user that Debian's package makes, or as nobody.
set -euo pipefail

user=tributary
password=for-tests-only

fail() {
  printf 'postgres.sh: %s\n' "$1" >&2
  exit 1
}

# Prints the folder of PostgreSQL's programs, the newest if there are several.
programs() {
  local found
  found=$(printf '%s\n' /usr/lib/postgresql/*/bin/initdb | sort -t/ -k5,5n | tail -n 1)
  [ -x "$found" ] || found=$(command -v initdb) || fail 'PostgreSQL is missing (Debian: apt-get install postgresql-15)'
  dirname "$found"
}

# Runs a command as somebody who is not root, in a folder that they may read.
unprivileged() {
  local owner=nobody
  if [ "$(id -u)" -ne 0 ]; then
    "$@"
  else
    if id -u postgres >/dev/null 2>&1; then owner=postgres; fi
    (cd / && setpriv --reuid "$owner" --regid "$(id -g "$owner")" --clear-groups env HOME=/ "$@")
  fi
}

free_port() {
  python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'
}

make_server() {
  mkdir -p "$folder"
  if [ "$(id -u)" -eq 0 ]; then chown "$(unprivileged id -u)" "$folder"; fi
  printf '%s\n' "$password" >"$folder/password"
  chmod 644 "$folder/password"
  unprivileged "$bin/initdb" --pgdata "$folder/data" --username "$user" --pwfile "$folder/password" \
    --auth scram-sha-256 --encoding UTF8 --no-locale >"$folder/initdb.log" 2>&1 || fail "initdb failed: $(cat "$folder/initdb.log")"
  free_port >"$folder/port"
}

start() {
  [ -d "$folder/data" ] || make_server
  local port
  port=$(cat "$folder/port")
  unprivileged "$bin/pg_ctl" --pgdata "$folder/data" --wait --silent --log "$folder/data/server.log" \
    --options "-c listen_addresses=127.0.0.1 -c port=$port -c unix_socket_directories= -c fsync=on" start >/dev/null ||
    fail "PostgreSQL did not start: $(cat "$folder/data/server.log")"
  printf 'postgresql://%s:%s@127.0.0.1:%s/postgres\n' "$user" "$password" "$port"
}

# By the process id that the server wrote into its own folder.
stop() {
  [ -f "$folder/data/postmaster.pid" ] || return 0
  unprivileged "$bin/pg_ctl" --pgdata "$folder/data" --wait --silent --mode "$1" stop >/dev/null
}

bin=$(programs)
case ${1:-} in
  programs) printf '%s\n' "$bin" ;;
  start | stop)
    folder=$(readlink -m "${2:?names no folder}")
    "$1" "${3:-fast}"
    ;;
  *) fail 'usage: postgres.sh start|stop FOLDER, or postgres.sh programs' ;;
esac
