//! The benchmarks where criterion cannot go: compiled for wasm32, their times in a browser's
//! engine; natively, the memory of each load, and the table of all that was measured.
#![allow(clippy::expect_used, clippy::panic, reason = "no visitor runs this")]
#![allow(dead_code, reason = "each platform uses its own part")]

#[path = "../core/brute/matrix.rs"]
#[allow(dead_code, clippy::unwrap_used, reason = "made for the tests")]
mod brute;
#[path = "../core/cases/mod.rs"]
#[allow(dead_code, clippy::unwrap_used, reason = "made for the tests")]
mod cases;
mod line;
mod naive;
mod rounds;
mod way;
mod work;
mod workload;

#[cfg(not(target_arch = "wasm32"))]
mod native;
#[cfg(not(target_arch = "wasm32"))]
mod table;
#[cfg(target_arch = "wasm32")]
mod wasm;

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    native::main();
}

/// A host asks for what it wants.
#[cfg(target_arch = "wasm32")]
fn main() {}
