//! Lists what is wrong with a capacity file.

use std::ffi::OsStr;
use std::io::Write;
use std::process::ExitCode;

use jari::model::{Hour, Reading};
use jari::words::{Lang, problem};

use crate::failure::Failure;
use crate::file;
use crate::output::end;

/// Writes a line for each problem of a capacity file; of a good one, what is in it.
pub fn run(
    path: &OsStr,
    today: Hour,
    lang: Lang,
    out: &mut impl Write,
) -> Result<ExitCode, Failure> {
    let Reading { snapshot, problems } = file::read(path, lang)?;
    let mut lines: Vec<String> = problems.iter().map(|one| problem::text(one, lang)).collect();
    lines.extend(problem::ahead(&snapshot, today, lang));
    let code = if lines.is_empty() { ExitCode::SUCCESS } else { ExitCode::from(1) };
    if lines.is_empty() {
        lines.push(problem::none(&snapshot, lang));
    }
    end(lines.iter().try_for_each(|line| writeln!(out, "{line}")), code)
}
