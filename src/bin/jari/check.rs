//! Lists what is wrong with a capacity file.

use std::ffi::OsStr;
use std::io::Write;
use std::process::ExitCode;

use jari::words::{Lang, problem};

use crate::failure::Failure;
use crate::file;
use crate::output::end;

/// Writes a line for each problem of a capacity file.
pub fn run(path: &OsStr, lang: Lang, out: &mut impl Write) -> Result<ExitCode, Failure> {
    let problems = file::read(path, lang)?.problems;
    let mut list =
        || problems.iter().try_for_each(|one| writeln!(out, "{}", problem::text(one, lang)));
    let code = if problems.is_empty() { ExitCode::SUCCESS } else { ExitCode::from(1) };
    end(list(), code)
}
