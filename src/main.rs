//! The page. Trunk builds it for wasm32; there is nothing to run natively.

#[cfg(target_arch = "wasm32")]
fn main() {
    jari::edge::panic::report();
    jari::page::start();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("The page runs in a browser: `make serve` builds and serves it.");
}
