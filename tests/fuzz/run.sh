#!/usr/bin/env bash
# Fuzzes everything that is read, one input after the other, and prints a table (make fuzz).
#   tests/fuzz/run.sh                  some seconds each
#   INPUTS=10000000 tests/fuzz/run.sh  so many inputs in all
#   ONLY=link tests/fuzz/run.sh        one of them
# The corpus grows in target/fuzz/corpus; what breaks something is kept in target/fuzz/found.
set -euo pipefail
cd "$(dirname "$0")/../.."

inputs=(capacity settings link config request workload drafts submission import own-file applications answers)
seconds="${SECONDS_EACH:-10}"
target="${CARGO_TARGET_DIR:-target}"
host=$(rustc -vV | sed -n 's/^host: //p')

command -v c++ >/dev/null || { echo "fuzz: libFuzzer is compiled here and needs a C++ compiler (apt: g++)" >&2; exit 1; }

# What cargo-fuzz asks of a nightly compiler but for the sanitizers, which look for faults of
# `unsafe` code: there is none. With a target named, build scripts stay without it.
RUSTFLAGS="${RUSTFLAGS:-} -Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 \
-Cllvm-args=-sanitizer-coverage-inline-8bit-counters -Cllvm-args=-sanitizer-coverage-pc-table \
-Cllvm-args=-sanitizer-coverage-trace-compares" \
  cargo build --quiet --package fuzz --bin fuzz --profile fuzz --target "$host"

mkdir -p "$target/fuzz/found"
dictionary="$target/fuzz/words.dict"
# libFuzzer's form: printable ASCII in quotes.
grep -x '[ -~]\{2,\}' tests/fuzz/words.txt | sed 's/[\\"]/\\&/g; s/.*/"&"/' >"$dictionary"

if [ -n "${INPUTS:-}" ]; then
  limit=(-runs=$((INPUTS / ${#inputs[@]})))
else
  limit=(-max_total_time="$seconds")
fi

failed=0
printf '%-12s %12s %10s %14s %12s\n' input inputs corpus slowest peak
for input in "${inputs[@]}"; do
  [ "${ONLY:-$input}" = "$input" ] || continue
  corpus="$target/fuzz/corpus/$input"
  log="$target/fuzz/$input.log"
  mkdir -p "$corpus"
  # The watch in main.rs is stricter; these end what never comes back to it.
  if ! JARI_INPUT=$input nice "$target/$host/fuzz/fuzz" "$corpus" "tests/core/inputs/$input" \
    "${limit[@]}" -seed="${SEED:-0}" -max_len=20000 -timeout=20 -rss_limit_mb=1024 \
    -dict="$dictionary" -print_final_stats=1 -artifact_prefix="$target/fuzz/found/$input-" \
    >"$log" 2>&1; then
    failed=1
    echo "fuzz: $input broke; the last lines of $log:" >&2
    grep -v '^#' "$log" | tail -n 15 >&2
  fi
  watch=$(grep '^watch: ' "$log" | tail -n 1 || true)
  slowest=$(sed -n 's/.*slowest \([0-9]* us\).*/\1/p' <<<"$watch")
  peak=$(sed -n 's/.*peak \([0-9]* KiB\).*/\1/p' <<<"$watch")
  count=$(sed -n 's/^stat::number_of_executed_units: *//p' "$log")
  printf '%-12s %12s %10s %14s %12s\n' "$input" "${count:--}" "$(find "$corpus" -type f | wc -l)" "$slowest" "$peak"
done
exit $failed
