//! The preview on a command line: checks a capacity file, answers requests, sizes workloads,
//! decides rounds, tells the odds of one, imports what schedulers answer.

mod check;
mod command;
mod failure;
mod file;
mod import;
mod lines;
mod odds;
mod output;
mod plan;
mod preview;
mod size;
mod snapshot;
mod text;

use std::io::{self, Write};
use std::process::ExitCode;

use command::{Command, HELP};
use failure::Failure;

fn main() -> ExitCode {
    match command::read().and_then(run) {
        Ok(code) => code,
        Err(failure) => {
            // Nothing is left to do where even this cannot be written.
            let _ = writeln!(io::stderr().lock(), "jari: {failure}");
            ExitCode::from(2)
        }
    }
}

fn run(command: Command) -> Result<ExitCode, Failure> {
    let mut out = io::stdout().lock();
    let done = match command {
        Command::Help => out.write_all(HELP.as_bytes()),
        Command::Version => writeln!(out, "jari {}", env!("CARGO_PKG_VERSION")),
        Command::Check { file, today, lang } => return check::run(&file, today, lang, &mut out),
        Command::Preview(files) => return preview::run(&files, &mut out),
        Command::Plan(options) => return plan::run(&options, &mut out),
        Command::Import(options) => return import::run(&options, &mut out),
        Command::Odds(odds) => return odds::run(&odds, &mut out),
        Command::Size { workloads, snapshot, call } => {
            return size::run(&workloads, snapshot.as_deref(), call.as_deref(), &mut out);
        }
    };
    output::end(done, ExitCode::SUCCESS)
}
