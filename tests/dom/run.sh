#!/usr/bin/env bash
# Runs the tests of page::dom in Chromium and in Firefox, with wasm-bindgen's own runner.
set -euo pipefail
cd "$(dirname "$0")/../.."

export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER=wasm-bindgen-test-runner
export WASM_BINDGEN_TEST_WEBDRIVER_JSON=tests/dom/webdriver.json
for driver in chromedriver geckodriver; do
  path=$(command -v "$driver") || { echo "there is no $driver: make test sets it up" >&2; exit 1; }
  echo "page::dom with $driver"
  # The runner takes the driver that is named, by the one variable of its name that is set.
  env -u CHROMEDRIVER -u GECKODRIVER "${driver^^}=$path" \
    cargo test --target wasm32-unknown-unknown --features dom --test dom
done
