#!/usr/bin/env bash
# Runs Lighthouse with its usual phone on the release in dist/ under its production headers, and
# prints the median of each figure.
#   tests/lighthouse.sh PORT [RUNS]
set -euo pipefail
cd "$(dirname "$0")/.."

port=$1 runs=${2:-3}
out=$(mktemp -d)
cargo build --quiet --features dist --bin dist
"${CARGO_TARGET_DIR:-target}/debug/dist" serve dist --port "$port" >"$out/serve.log" 2>&1 &
server=$!
trap 'kill $server 2>/dev/null; rm -rf "$out"' EXIT
for _ in $(seq 50); do
  (: </dev/tcp/127.0.0.1/"$port") 2>/dev/null && break
  kill -0 $server 2>/dev/null || { cat "$out/serve.log" >&2; exit 1; }
  sleep 0.1
done

for name in "${CHROME:-}" chromium chromium-browser google-chrome google-chrome-stable; do
  CHROME_PATH=$(command -v "$name") && break
done
export CHROME_PATH
# One address for each view: all of them are first loads.
for view in '' '?view=fit' '?view=size'; do
  for ((run = 1; run <= runs; run++)); do
    lighthouse "http://127.0.0.1:$port/$view" --quiet --no-enable-error-reporting \
      --only-categories=performance,accessibility,best-practices,seo \
      --output=json --output-path="$out/$run.json" \
      --chrome-flags='--headless=new --no-sandbox --disable-gpu --disable-dev-shm-usage'
  done
  node tests/lighthouse.js "/$view" "$out"/[0-9]*.json
done
