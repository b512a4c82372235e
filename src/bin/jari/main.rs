//! Command-line tool of the preview: checks a capacity file, answers requests, sizes workloads,
//! decides rounds, computes the odds of one, and imports the answers of schedulers.

mod check;
mod clock;
mod command;
mod failure;
mod file;
mod grid;
mod grounds;
mod import;
mod lines;
mod odds;
mod options;
mod output;
mod plan;
mod preview;
mod size;
mod snapshot;
mod text;
mod values;

use std::io::{self, Write};
use std::process::ExitCode;

fn main() -> ExitCode {
    let command = match command::read() {
        Ok(command) => command,
        Err(instead) => {
            // A message that cannot be written does not change the exit code.
            let _ = instead.print();
            return ExitCode::from(u8::try_from(instead.exit_code()).unwrap_or(2));
        }
    };
    match command.run(&mut io::stdout().lock()) {
        Ok(code) => code,
        Err(failure) => {
            // If even this cannot be written, nothing is left to do.
            let _ = writeln!(io::stderr().lock(), "jari: {failure}");
            ExitCode::from(2)
        }
    }
}
