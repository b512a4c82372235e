#!/usr/bin/env bash
# Runs the benchmarks natively, under Node and in Chromium, and prints their tables.
#   tests/bench/run.sh [quick]   quick: once over the small loads, to see that all works
# The wasm is built as the page's is. JARI_BENCH_OPT=3 sets another opt-level of Rust for it.
set -euo pipefail
cd "$(dirname "$0")/../.."

quick=${1:-}
target=${CARGO_TARGET_DIR:-target}
mkdir -p "$target/bench"
out=$(cd "$target/bench" && pwd)
say() { printf 'bench: %s\n' "$*" >&2; }

rm -rf "$out"/*
cp -r tests/bench/site "$out/site"

say "building"
cargo build --quiet --release --features bench --bin bench
cargo bench --quiet --bench engine --no-run
cargo bench --quiet --features browser --bench chromium --no-run
wasm=wasm32-unknown-unknown
[ -z "${JARI_BENCH_OPT:-}" ] || export CARGO_PROFILE_PAGE_OPT_LEVEL=$JARI_BENCH_OPT
cargo build --quiet --profile page --target $wasm --features bench --bin bench
wasm-bindgen --target web --no-typescript --out-dir "$out" "$target/$wasm/page/bench.wasm"
mv "$out/bench.js" "$out/site"
.ci/shrink "$out/bench_bg.wasm" "$out/site/bench_bg.wasm"

say "natively"
for ((index = 0; index < $("$target/release/bench" groups $quick); index++)); do
  "$target/release/bench" memory $index
done >"$out/memory.jsonl"
CRITERION_HOME="$out/criterion" JARI_BENCH_QUICK=$quick cargo bench --quiet --bench engine \
  >"$out/criterion.log" 2>&1 || { tail -n 20 "$out/criterion.log" >&2; exit 1; }
say "under Node"
node "$out/site/node.js" node $quick >"$out/node.jsonl"
say "in Chromium"
cargo bench --quiet --features browser --bench chromium -- "$out/site" $quick >"$out/chromium.jsonl"

"$target/release/bench" table "$out"/*.jsonl
