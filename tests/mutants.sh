#!/usr/bin/env bash
# Plants faults in the core, one after the other, and lists those that no test catches.
#   make mutants ROOMS="ROOM..."   rooms of src, such as fit and model; all of them without one
# SAMPLE=3/20 takes every twentieth, from the third on; CHANGED=1 those on lines that differ from
# the branch main. A mutant is built and tested in its own copy of the sources, or with IN_PLACE=1
# here, which must be a clone that nobody works in.
set -euo pipefail
cd "$(dirname "$0")/.."

out=target/mutants
mkdir -p "$out"
: "${JARI_CASES:?make mutants says how many random cases are enough}"

with=(--output "$out" --colors never --no-times)
[ -z "${IN_PLACE:-}" ] || with+=(--in-place)
[ -z "${SAMPLE:-}" ] || with+=(--shard "$(awk -F/ '{ print $1 - 1 "/" $2 }' <<<"$SAMPLE")" --sharding round-robin)
[ $# -gt 0 ] || set -- model fit sizing exchange show words picture
for room; do with+=(--file "src/$room/**/*.rs"); done
if [ -n "${CHANGED:-}" ]; then
  git diff main... -- src >"$out/changed.diff"
  with+=(--in-diff "$out/changed.diff")
fi

# Most are caught by the tests beside the code, which are built and run in half the time. What is
# left goes to the others, but for those that read sources or weigh large files.
status=0
cargo mutants "${with[@]}" -- --lib || status=$?
# Some were missed (2) or ran out of time (3). Anything else, such as tests that fail by themselves,
# ends it.
case $status in 0 | 2 | 3) ;; *) exit "$status" ;; esac
cargo mutants "${with[@]}" --iterate -- --test core -- \
  --skip house:: --skip structure:: --skip limits:: --skip holds_that_overlap --skip junk_of
