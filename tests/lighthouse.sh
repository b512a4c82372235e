#!/usr/bin/env bash
# Runs Lighthouse with its usual phone on the release in dist/ as nginx serves it by
# docs/hosting/nginx.conf, and prints the median of each figure: of each view, and of the first one
# with the file of a site of 100,000 nodes.
#   tests/lighthouse.sh [RUNS]
set -euo pipefail
cd "$(dirname "$0")/.."

runs=${1:-3}
for name in "${CHROME:-}" chromium chromium-browser google-chrome google-chrome-stable; do
  CHROME_PATH=$(command -v "$name") && break
done
export CHROME_PATH
. tests/nginx.sh
start_nginx

look() { # look VIEW RUN
  lighthouse "http://127.0.0.1:$nginx_port/$1" --quiet --no-enable-error-reporting \
    --only-categories=performance,accessibility,best-practices,seo \
    --output=json --output-path="$nginx_work/$2.json" \
    --chrome-flags='--headless=new --no-sandbox --disable-gpu --disable-dev-shm-usage'
}

measure() { # measure VIEW [LABEL]
  for ((run = 1; run <= runs; run++)); do
    # Now and then Chromium records no trace, and Lighthouse says to run it again.
    look "$1" "$run" || look "$1" "$run"
  done
  node tests/lighthouse.js "/$1${2:-}" "$nginx_work"/[0-9]*.json
}

# All of them are first loads.
for view in '' '?view=fit' '?view=size'; do
  measure "$view"
done
node tests/large.js >"$nginx_work/site/capacity.json"
bytes=$(wc -c <"$nginx_work/site/capacity.json")
pressed=$(gzip -6 -c "$nginx_work/site/capacity.json" | wc -c)
for view in '' '?view=fit'; do
  measure "$view" " with 100,000 nodes, a file of $bytes bytes ($pressed pressed)"
done
