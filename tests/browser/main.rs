//! Tests in a real browser, of the release in `dist/` under its production headers.
#![allow(clippy::expect_used, clippy::panic, reason = "a test says by a panic what is wrong")]

mod boot;
mod capacity;
mod file;
mod fit;
mod harness;
mod keyboard;
mod language;
mod link;
mod look;
mod scenario;
