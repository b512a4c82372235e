#!/usr/bin/env bash
# Runs Lighthouse with its usual phone on the release in dist/ as nginx serves it by
# docs/hosting/nginx.conf, and prints the median of each figure: of each view, and of the first one
# with the file of a site of 100,000 nodes. Given the folder of another build, it measures that one
# beside it: both in turn, run by run.
#   tests/lighthouse.sh [RUNS] [BEFORE]
set -euo pipefail
before=${2:+$(realpath "$2")}
cd "$(dirname "$0")/.."

runs=${1:-3}
for name in "${CHROME:-}" chromium chromium-browser google-chrome google-chrome-stable; do
  CHROME_PATH=$(command -v "$name") && break
done
export CHROME_PATH
. tests/nginx.sh
builds=(site)
if [ -n "$before" ]; then
  builds=(before site)
  add_site before "$before"
fi
start_nginx

look() { # look BUILD VIEW RUN
  lighthouse "http://127.0.0.1:$(port_of "$1")/$2" --quiet --no-enable-error-reporting \
    --only-categories=performance,accessibility,best-practices,seo \
    --output=json --output-path="$nginx_work/$1-$3.json" \
    --chrome-flags='--headless=new --no-sandbox --disable-gpu --disable-dev-shm-usage'
}

measure() { # measure VIEW [LABEL]
  for ((run = 1; run <= runs; run++)); do
    for build in "${builds[@]}"; do
      # Now and then Chromium records no trace, and Lighthouse says to run it again.
      look "$build" "$1" "$run" || look "$build" "$1" "$run"
    done
  done
  for build in "${builds[@]}"; do
    label="/$1${2:-}"
    [ "$build" = site ] || label="$label, the build before"
    node tests/lighthouse.js "$label" "$nginx_work/$build"-[0-9]*.json
  done
}

# All of them are first loads.
for view in '' '?view=fit' '?view=size'; do
  measure "$view"
done
node tests/large.js >"$nginx_work/large.json"
for build in "${builds[@]}"; do
  cp "$nginx_work/large.json" "$nginx_work/$build/capacity.json"
done
bytes=$(wc -c <"$nginx_work/large.json")
pressed=$(gzip -6 -c "$nginx_work/large.json" | wc -c)
for view in '' '?view=fit'; do
  measure "$view" " with 100,000 nodes, a file of $bytes bytes ($pressed pressed)"
done
