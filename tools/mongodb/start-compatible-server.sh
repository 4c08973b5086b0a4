#!/usr/bin/env bash
# Installs and starts a server that speaks MongoDB's protocol, where MongoDB itself cannot be installed: FerretDB in
# front of PostgreSQL with the DocumentDB extension, both from package registries. For the tests of the build only: it
# asks for no password, and listens on this machine alone. Prints the address to use as MONGODB_URI.
#
#   start-compatible-server.sh [start]     installs what is missing, and starts what does not run
#   start-compatible-server.sh stop
#
# Needs root on Debian or a relative of it. Everything lies in MONGO_HOME, about 900 MB, and can be deleted when stopped.
set -euo pipefail

FERRETDB=v2.7.0
SUITE=forky                     # the release of Debian that has DocumentDB
home=${MONGO_HOME:-$HOME/.cache/privacy-desk/mongodb}
port=${MONGO_PORT:-27018}
pg_port=${MONGO_PG_PORT:-5499}
root=$home/debian
uri=mongodb://127.0.0.1:$port/privacy-desk

say() { echo "mongodb: $*" >&2; }
answers() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }
as_postgres() { chroot "${2:-$root}" su postgres -c "PATH=/usr/lib/postgresql/18/bin:\$PATH; $1"; }

stop() {
  if [ -f "$home/ferretdb.pid" ]; then kill "$(cat "$home/ferretdb.pid")" 2>/dev/null || true; rm "$home/ferretdb.pid"; fi
  [ ! -f "$root/pg/data/postmaster.pid" ] || as_postgres 'pg_ctl -D /pg/data -m fast -w stop' >&2
  if mountpoint -q "$root/proc"; then umount "$root/proc"; fi
}

# A Debian of its own in a folder, since no released Debian has the extension. Complete only under its final name.
install_postgresql() {
  [ ! -d "$root" ] || return 0
  if ! command -v debootstrap >/dev/null; then
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends debootstrap debian-archive-keyring >/dev/null
  fi
  local mirror
  mirror=$(grep -rhoE 'https?://[^ ]+/debian/?( |$)' /etc/apt/sources.list /etc/apt/sources.list.d 2>/dev/null | head -1 | tr -d ' ' || true)
  rm -rf "$root.part"
  debootstrap --variant=minbase --include=postgresql-18,postgresql-18-documentdb "$SUITE" "$root.part" \
    "${mirror:-http://deb.debian.org/debian}" /usr/share/debootstrap/scripts/sid >"$home/debootstrap.log" 2>&1 || { tail -5 "$home/debootstrap.log" >&2; return 1; }
  mkdir "$root.part/pg"
  chroot "$root.part" chown postgres /pg
  as_postgres 'initdb -D /pg/data -A trust' "$root.part" >/dev/null
  cat >>"$root.part/pg/data/postgresql.conf" <<SETTINGS
shared_preload_libraries = 'pg_cron,pg_documentdb_core,pg_documentdb'
cron.database_name = 'postgres'
listen_addresses = '127.0.0.1'
unix_socket_directories = '/pg'
SETTINGS
  mv "$root.part" "$root"
}

# With the Go of the machine, if it is new enough; otherwise with one from the Debian in the folder.
install_ferretdb() {
  [ ! -x "$home/bin/ferretdb" ] || return 0
  local module=github.com/FerretDB/FerretDB/v2/cmd/ferretdb@$FERRETDB
  if go version 2>/dev/null | grep -qE 'go1\.(2[5-9]|[3-9][0-9])'; then
    GOBIN=$home/bin go install "$module" >"$home/go.log" 2>&1 || { tail -5 "$home/go.log" >&2; return 1; }
    return 0
  fi
  wait_for_debian
  mount_proc
  chroot "$root" sh -c 'apt-get update -qq; apt-get install -y -qq --no-install-recommends golang-go ca-certificates' >"$home/go.log" 2>&1
  cp /etc/ssl/certs/ca-certificates.crt "$root/etc/ssl/certs/" 2>/dev/null || true
  chroot "$root" env HOME=/go GOBIN=/go go install "$module" >>"$home/go.log" 2>&1 || { tail -5 "$home/go.log" >&2; return 1; }
  mkdir -p "$home/bin"
  cp "$root/go/ferretdb" "$home/bin/"
}

wait_for_debian() {
  while [ ! -d "$root" ]; do
    kill -0 "$installing" 2>/dev/null || [ -d "$root" ] || return 1
    sleep 1
  done
}

mount_proc() { mountpoint -q "$root/proc" || mount -t proc proc "$root/proc"; }

start() {
  mount_proc
  if ! answers "$pg_port"; then
    as_postgres "pg_ctl -D /pg/data -w -l /pg/log -o '-p $pg_port' start" >&2
    as_postgres "psql -q -h /pg -p $pg_port -c 'set client_min_messages = warning' -c 'create extension if not exists documentdb cascade'" >&2
  fi
  if ! answers "$port"; then
    mkdir -p "$home/state"
    DO_NOT_TRACK=true nohup "$home/bin/ferretdb" --no-auth --listen-addr="127.0.0.1:$port" --debug-addr=- --log-level=warn \
      --state-dir="$home/state" --postgresql-url="postgres://postgres@127.0.0.1:$pg_port/postgres" >"$home/ferretdb.log" 2>&1 &
    echo $! >"$home/ferretdb.pid"
  fi
  for _ in $(seq 120); do if answers "$port"; then return 0; fi; sleep 0.5; done
  tail -5 "$home/ferretdb.log" >&2
  return 1
}

if [ "${1:-start}" = stop ]; then stop; exit 0; fi
mkdir -p "$home"
began=$SECONDS
install_postgresql & installing=$!
install_ferretdb
wait "$installing"
start
say "FerretDB $FERRETDB on PostgreSQL 18 with DocumentDB, ready after $((SECONDS - began)) s, $(du -smx "$home" | cut -f1) MB in $home"
echo "$uri"
