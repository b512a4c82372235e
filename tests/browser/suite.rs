//! The tests, bound to the browser by whose name `main.rs` takes them in.
mod boot;
mod capacity;
mod file;
mod fit;
mod keyboard;
mod language;
mod link;
mod look;
mod scenario;

mod harness {
    pub use crate::harness::{Browser, Options, Page, all};

    /// As of the harness, in the browser of these tests.
    pub fn with_page(address: &str, options: Options, test: impl AsyncFnOnce(&Page)) {
        let browser = match module_path!().contains("::firefox::") {
            true => Browser::Firefox,
            false => Browser::Chromium,
        };
        crate::harness::with_page(browser, address, options, test);
    }
}
