//! The benchmarks in Chromium: `cargo bench --features browser --bench chromium -- SITE [quick]`
//! serves the folder that `run.sh` makes, and prints the lines that its page gives.
#![allow(clippy::expect_used, clippy::panic, reason = "no visitor runs this")]

#[path = "../browser/harness/mod.rs"]
#[allow(dead_code, unused_imports, reason = "made for the tests")]
mod harness;

use harness::{Browser, Options};
use std::{env, path::PathBuf, time::Duration};

fn main() {
    // Cargo adds an option of its own.
    let mut arguments = env::args().skip(1).filter(|argument| !argument.starts_with("--"));
    let site = PathBuf::from(arguments.next().expect("a folder with index.html and _headers"));
    let address = arguments.next().map_or("/".to_owned(), |quick| format!("/?{quick}"));
    let options = Options { site, ..Options::default() };
    harness::with_page(Browser::Chromium, &address, options, async |page| {
        page.wait_until("'take' in globalThis").await;
        loop {
            let taken = page.evaluate("take()").await;
            assert!(taken["error"].is_null(), "{}", taken["error"]);
            for line in taken["lines"].as_array().into_iter().flatten() {
                println!("{}", line.as_str().expect("a text"));
            }
            if taken["isOver"] == true {
                return;
            }
            tokio::time::sleep(Duration::from_secs(1)).await;
        }
    });
}
