//! Tests of the core: one binary, a module per area.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    missing_docs,
    reason = "a test says what is wrong by panicking"
)]

mod agreement;
mod answers;
mod brute;
mod cases;
mod found;
mod house;
mod import;
mod inputs;
mod limits;
mod loads;
mod odds;
mod oracle;
mod pauses;
mod promises;
mod properties;
mod published;
mod reader;
mod rules;
mod said_once;
mod settings;
mod shell;
mod sizing;
mod smaller;
mod structure;
mod submission;
#[cfg(feature = "cli")]
mod tool;
#[cfg(feature = "cli")]
mod tool_check;
#[cfg(feature = "cli")]
mod tool_help;
#[cfg(feature = "cli")]
mod tool_people;
#[cfg(feature = "cli")]
mod tool_plan;

/// Says something that is worth seeing when all is well: past the test harness, which hides what
/// a passing test prints.
fn say(line: &str) {
    use std::io::Write;
    let mut stderr = std::io::stderr();
    writeln!(stderr, "{line}").unwrap();
}
