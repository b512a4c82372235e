# One home for the commands; the help shows them.
.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help serve dev check test soak mutants doctor dist archive reproducible bench size lighthouse load paint fuzz clean setup

# Where .ci/setup puts what it installs; found before anything else of the same name.
JARI_TOOLS ?= $(or $(XDG_CACHE_HOME),$(HOME)/.cache)/jari
PORT ?= 8080
export JARI_TOOLS
export PATH := $(JARI_TOOLS)/bin:$(JARI_TOOLS)/npm/binaryen/node_modules/.bin:$(JARI_TOOLS)/npm/esbuild/node_modules/.bin:$(JARI_TOOLS)/npm/lighthouse/node_modules/.bin:$(PATH)
# Trunk stops at its common value, 1.
unexport NO_COLOR

# Messages of the program name the sources of crates, and would name this machine's folders.
export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS ?= --remap-path-prefix=$(or $(CARGO_HOME),$(HOME)/.cargo)=cargo --remap-path-prefix=$(CURDIR)=jari

# Kilobytes of brotli for the first load: Leptos, the reader of capacity files, and the capacity
# view. Patching what changes, where it was replaced, is nine of them; who runs a site, touch, the
# clock of an open tab and what a link says in vain are five; the tab and the link of the round two;
# a file of the reader's own in place of the site's, and buttons that save what is shown, nearly four.
# Telling that the page is busy, and making each part in a task of its own, are one more.
# The style of what is not seen first (style/later.css) is not in it: another four.
BUDGET_KB ?= 192
DIST_TOOL := cargo run --features cli,dist --bin dist --
# The same features as the native tests, so that dependencies are compiled once for both.
PUBLIC_DOCS := RUSTDOCFLAGS='-D warnings' cargo doc --no-deps --lib --features cli,dist
# A fiftieth of the random cases is enough between two changes, and sooner built unoptimised; code
# that is not needs more stack for a deep file.
FEW_CASES := JARI_CASES=2000 PROPTEST_CASES=200 RUST_MIN_STACK=16777216
QUICK_TESTS := $(FEW_CASES) cargo test --config 'profile.test.package.jari.opt-level=0' --features cli,dist
# Nothing of the core is timed there or tried by brute force: unoptimised, it is built sooner.
BROWSER_TESTS := cargo test --config 'profile.test.package.jari.opt-level=0' --features browser --test browser

help: ## This list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

serve: dist ## Build the release and serve it on 127.0.0.1:8080 with the production headers
	$(DIST_TOOL) serve dist --port $(PORT)

# A folder of its own: dist/ always holds a release.
dev: setup ## Debug build with live reload on 127.0.0.1:8080
	trunk serve --dist target/dev --port $(PORT)

check: ## Format, lints, docs, native tests with few random cases: no browser, no root, no network but for crates
	cargo fmt --check
	cargo clippy --features cli,dist --all-targets -- -D warnings
	$(PUBLIC_DOCS)
	$(QUICK_TESTS)

doctor: ## What is there of what builds and tests need, and how the rest comes
	@.ci/setup doctor

test: ## Set up what is missing, then format, lints, docs, all tests, the release in three browsers, the size gate
	.ci/setup test
	cargo fmt --check
	cargo clippy --workspace --all-targets --all-features -- -D warnings
	cargo clippy --target wasm32-unknown-unknown --features bench --lib --bin page --bin bench -- -D warnings
	cargo deny --locked --workspace check licenses bans sources
	$(PUBLIC_DOCS)
	cargo test --features cli,dist
	tests/dom/run.sh
	@.ci/reproducible beside
	tests/archive.sh
	$(BROWSER_TESTS)
	$(MAKE) size

soak: ## The load of a real day, for an hour in all three browsers at once; MINUTES=3 tries it
	.ci/setup test
	@test -f dist/index.html || $(MAKE) dist
	MINUTES=$(or $(MINUTES),60) $(BROWSER_TESTS) -- --ignored soak --test-threads=3

mutants: ## Faults planted in the core that no test catches; ROOMS="fit model", SAMPLE=3/20, CHANGED=1
	.ci/setup mutants
	$(FEW_CASES) tests/mutants.sh $(ROOMS)

dist: setup ## The release build in dist/
	trunk build --release

archive: dist ## The site and its tools in target/jari-VERSION-SYSTEM.tar.gz, for machines without Rust
	CARGO_PROFILE_RELEASE_STRIP=symbols cargo build --release --features cli,dist --bin jari --bin dist
	@.ci/archive release

reproducible: ## Builds the release again, in another folder, and compares every byte with dist/
	@.ci/reproducible

bench: ## Benchmarks natively, under Node and in Chromium, as tables; make bench QUICK=1 only tries them
	.ci/setup test
	tests/bench/run.sh $(if $(QUICK),quick)

size: ## Bytes of every file of the first load; fails over the budget
	@test -f dist/index.html || $(MAKE) dist
	@$(DIST_TOOL) size dist --budget-kb $(BUDGET_KB)

lighthouse: ## Lighthouse on the release behind nginx; BEFORE=FOLDER measures another build beside it
	.ci/setup lighthouse
	@test -f dist/index.html || $(MAKE) dist
	@PORT=$(PORT) tests/lighthouse.sh $(or $(RUNS),3) $(BEFORE)

load: ## Requests a second of nginx on dist/ under wrk, with and without compressed copies
	.ci/setup load
	@test -f dist/index.html || $(MAKE) dist
	@PORT=$(PORT) tests/load.sh

paint: ## Time from a key to the painted answer on a slow processor; BEFORE=FOLDER for another build too
	.ci/setup test
	@test -f dist/index.html || $(MAKE) dist
	@BEFORE=$(BEFORE) cargo bench --quiet --features browser --bench paint
	@cargo bench --quiet --features browser --bench round_view

fuzz: ## Coverage-guided fuzzing of all that is read, some seconds each; INPUTS=10000000 for a long run
	@tests/fuzz/run.sh

clean: ## Remove dist/, target/ and screenshots; installed tools stay
	rm -rf dist tests/screenshots
	cargo clean

setup:
	@.ci/setup build
