#!/usr/bin/env bash
# Loads nginx, configured as docs/hosting/nginx.conf says, with wrk on the loopback interface, and
# prints requests a second and bytes for the files of a first view: with the pressed copies, and
# without any pressing.
#   tests/load.sh [SECONDS]
set -euo pipefail
cd "$(dirname "$0")/.."

seconds=${1:-10}
command -v wrk >/dev/null || { echo "there is no wrk (Debian: apt-get install wrk)" >&2; exit 1; }
. tests/nginx.sh

# One after the other, as a browser asks that has nothing kept: the view that is shown first.
files=$(sed -n 's/.*<\(link\|script\)[^>]* \(href\|src\)="\(\.\/\)\{0,1\}\([^"]*\)".*/\4/p' dist/index.html)
{
  echo "local paths = { '/', '/capacity.json', '/config.json'$(printf ", '/%s'" $files) }"
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
} >"$nginx_work/view.lua"

run() { # run NAME ACCEPTED
  start_nginx
  printf '%-22s ' "$1"
  wrk -t2 -c32 -d"${seconds}s" -H "Accept-Encoding: $2" -s "$nginx_work/view.lua" "http://127.0.0.1:$nginx_port" | tail -1
  stop_nginx
}

run 'pressed, brotli' 'br, gzip'
run 'pressed, gzip' 'gzip'
run 'as they are' 'identity'
find "$nginx_work/site" -name '*.br' -delete
find "$nginx_work/site" -name '*.gz' -delete
sed -i 's/gzip_types .*/gzip_types application\/json application\/javascript application\/wasm text\/css image\/svg+xml;/' "$nginx_work/site.conf"
run 'gzip at each request' 'br, gzip'
