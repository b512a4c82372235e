//! Tests in real browsers, of the release in `dist/` under its production headers. Each runs in
//! each: `cargo test --features browser --test browser firefox::fit` runs one area in one of them.
#![allow(clippy::expect_used, clippy::panic, reason = "a test says by a panic what is wrong")]
#![allow(clippy::duplicate_mod, reason = "a test has a name in each browser")]

#[path = "suite.rs"]
mod chromium;
#[path = "suite.rs"]
mod firefox;
#[allow(dead_code, reason = "the benchmarks use more of it")]
mod harness;
mod hosting;
mod not_in_webkit;
mod scripts;
#[path = "suite.rs"]
mod webkit;
mod words;
