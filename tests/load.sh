#!/usr/bin/env bash
# Loads nginx, configured as docs/hosting/nginx.conf says, with wrk on the loopback interface, and
# prints requests a second and bytes for the files of a first view: with the pressed copies, and
# without any pressing.
#   tests/load.sh [SECONDS]
set -euo pipefail
cd "$(dirname "$0")/.."

seconds=${1:-10}
nginx=${NGINX:-/usr/sbin/nginx}
port=${PORT:-8090}
for tool in wrk "$nginx"; do
  command -v "$tool" >/dev/null || { echo "load: there is no $tool (Debian: apt-get install wrk nginx-light libnginx-mod-http-brotli-static)" >&2; exit 1; }
done
work=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill "$server"; wait; rm -rf "$work"' EXIT
cp -r dist "$work/site"
# A worker of nginx is not root.
chmod -R a+rX "$work"

cat >"$work/main.conf" <<CONF
load_module /usr/lib/nginx/modules/ngx_http_brotli_static_module.so;
daemon off;
worker_processes 2;
pid nginx.pid;
events { worker_connections 1024; }
http {
  include /etc/nginx/mime.types;
  access_log off;
  sendfile on;
  tcp_nopush on;
  keepalive_requests 100000;
  client_body_temp_path written; proxy_temp_path written; fastcgi_temp_path written;
  uwsgi_temp_path written; scgi_temp_path written;
  include site.conf;
}
CONF
sed "s|listen 80;|listen 127.0.0.1:$port;|; s|root /srv/jari;|root $work/site;|" docs/hosting/nginx.conf >"$work/site.conf"

# One after the other, as a browser asks that has nothing kept: the view that is shown first.
files=$(sed -n 's/.*<\(link\|script\)[^>]* \(href\|src\)="\(\.\/\)\{0,1\}\([^"]*\)".*/\4/p' dist/index.html)
{
  echo "local paths = { '/', '/capacity.json'$(printf ", '/%s'" $files) }"
  cat <<'LUA'
local at = 0
request = function()
  at = at % #paths + 1
  return wrk.format("GET", paths[at])
end
done = function(summary, latency)
  local views = summary.requests / #paths
  local failed = summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.timeout
  print(string.format("%.0f requests/s, %.0f views/s of %d files, %.0f bytes a view, median %.1f ms, 99 %% %.1f ms, %d failed",
    summary.requests / summary.duration * 1e6, views / summary.duration * 1e6, #paths,
    summary.bytes / views, latency:percentile(50) / 1000, latency:percentile(99) / 1000, failed))
end
LUA
} >"$work/view.lua"

run() { # run NAME ACCEPTED
  "$nginx" -p "$work" -c main.conf -e error.log &
  server=$!
  for _ in $(seq 50); do
    (: </dev/tcp/127.0.0.1/"$port") 2>/dev/null && break
    kill -0 "$server" 2>/dev/null || { cat "$work/error.log" >&2; exit 1; }
    sleep 0.1
  done
  printf '%-22s ' "$1"
  wrk -t2 -c32 -d"${seconds}s" -H "Accept-Encoding: $2" -s "$work/view.lua" "http://127.0.0.1:$port" | tail -1
  kill "$server"
  wait "$server" || true
  server=
}

run 'pressed, brotli' 'br, gzip'
run 'pressed, gzip' 'gzip'
run 'as they are' 'identity'
find "$work/site" -name '*.br' -delete
find "$work/site" -name '*.gz' -delete
sed -i 's/gzip_types .*/gzip_types application\/json application\/javascript application\/wasm text\/css image\/svg+xml;/' "$work/site.conf"
run 'gzip at each request' 'br, gzip'
