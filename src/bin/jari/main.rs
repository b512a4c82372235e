//! The preview on a command line: checks a capacity file, answers requests, sizes workloads,
//! decides rounds, tells the odds of one, imports what schedulers answer.

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
            let _ = instead.print();
            return ExitCode::from(u8::try_from(instead.exit_code()).unwrap_or(2));
        }
    };
    match command.run(&mut io::stdout().lock()) {
        Ok(code) => code,
        Err(failure) => {
            // Nothing is left to do where even this cannot be written.
            let _ = writeln!(io::stderr().lock(), "jari: {failure}");
            ExitCode::from(2)
        }
    }
}
