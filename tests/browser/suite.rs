//! The tests, bound to the browser by whose name `main.rs` takes them in.
mod axe;
mod boot;
mod capacity;
mod clock;
mod compare;
mod data;
mod drafts;
mod elsewhere;
mod embed;
mod feed;
mod file;
mod fit;
mod keep;
mod keyboard;
mod language;
mod large;
mod link;
mod look;
mod odds;
mod offline;
mod patch;
mod pictures;
mod published;
mod round;
mod saved;
mod scenario;
mod size;
mod soak;
mod spoken;
mod submit;
mod touch;
mod update;

mod harness {
    pub use crate::harness::{
        Application, Browser, Elsewhere, Fault, Options, Page, Reply, Tab, all, set_up_file,
    };

    /// As of the harness, in the browser of these tests.
    pub fn with_page(address: &str, options: Options, test: impl AsyncFnOnce(&Page)) {
        let path = module_path!();
        let browser = if path.contains("::firefox::") {
            Browser::Firefox
        } else if path.contains("::webkit::") {
            Browser::WebKit
        } else {
            Browser::Chromium
        };
        if browser == Browser::WebKit && crate::not_in_webkit::is_skipped() {
            return;
        }
        crate::harness::with_page(browser, address, options, test);
    }
}
