//! Command `jari check`: lists the problems of a capacity file and their positions.

mod excerpt;
mod spots;

use core::ops::Range;
use std::ffi::OsString;
use std::io::Write;
use std::process::ExitCode;

use clap::{Args, ValueHint};
use serde::Serialize;

use jari::model::{self, FileReading, Problem, ProblemKind, Resolution};
use jari::words::{Lang, problem};

use crate::failure::Failure;
use crate::file;
use crate::options::{JsonOption, LangOption, TodayOption};
use crate::output;
use crate::text::valid_beginning;
use excerpt::Lines;
use spots::{About, Spots};

pub const EXAMPLES: &str = "\
Examples:
  jari check capacity.json
  jari check capacity.json --json
  jari check - --lang ko < capacity.json";

/// Options of `jari check`.
#[derive(Args)]
pub struct CheckOptions {
    /// The capacity file; - is the standard input
    #[arg(value_name = "FILE", value_hint = ValueHint::FilePath)]
    file: OsString,
    #[command(flatten)]
    today: TodayOption,
    #[command(flatten)]
    lang: LangOption,
    #[command(flatten)]
    json: JsonOption,
}

/// Problem with its path, sentence, and byte range if there is one.
struct Finding {
    path: String,
    text: String,
    range: Option<Range<usize>>,
}

/// Writes each problem of a capacity file with the line that contains it; for a valid file, a
/// summary of its contents.
///
/// # Errors
/// Fails if nothing of the file can be used, or if the output cannot be written.
pub fn run(options: &CheckOptions, out: &mut impl Write) -> Result<ExitCode, Failure> {
    let lang = options.lang.lang;
    let bytes = file::bytes(&options.file)?;
    let name = if options.file == "-" { "<stdin>".into() } else { file::shown(&options.file) };
    // Positions before the first byte that is not UTF-8 can still be shown.
    let text = valid_beginning(&bytes);
    // The reader strips a byte order mark too, so its positions count from behind it.
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let mut pointer = Pointer { lines: Lines::new(text), spots: Spots::new(text), text };
    let (findings, good) = match model::read(&bytes) {
        Ok(reading) => found(&mut pointer, &reading, options),
        Err(refusal) => {
            let finding = finding(&mut pointer, refusal, lang);
            if options.json.json {
                return output::write(out, &json(&mut pointer, &[finding]), ExitCode::from(2));
            }
            let message = message(&finding, &mut pointer, &name);
            return Err([&file::shown(&options.file), ": ", message.trim_end()].concat());
        }
    };
    let code = if findings.is_empty() { ExitCode::SUCCESS } else { ExitCode::from(1) };
    let written = if options.json.json {
        json(&mut pointer, &findings)
    } else if findings.is_empty() {
        good + "\n"
    } else {
        findings.iter().map(|finding| message(finding, &mut pointer, &name)).collect()
    };
    output::write(out, &written, code)
}

/// Text with its indices for looking up positions.
struct Pointer<'a> {
    text: &'a str,
    lines: Lines<'a>,
    spots: Spots<'a>,
}

/// Returns the problems of a readable file, and the message for a file without any.
fn found(
    pointer: &mut Pointer<'_>,
    reading: &FileReading,
    options: &CheckOptions,
) -> (Vec<Finding>, String) {
    let lang = options.lang.lang;
    let problems = reading.problems.iter().cloned();
    let mut findings: Vec<Finding> =
        problems.map(|problem| finding(pointer, problem, lang)).collect();
    if let Some(ahead) = problem::ahead(&reading.snapshot, options.today.hour(), lang) {
        let path = "$.as_of".to_owned();
        let range = pointer.spots.find(&path, About::Value);
        findings.push(Finding { text: without_path(ahead, &path), path, range });
    }
    (findings, problem::none(&reading.snapshot, lang))
}

fn finding(pointer: &mut Pointer<'_>, mut problem: Problem, lang: Lang) -> Finding {
    let Pointer { text, lines, spots } = pointer;
    let range = match &mut problem.kind {
        ProblemKind::Truncated { line, column } => {
            // Parsers report the end of the file, which may be blank lines further down.
            let end = text.trim_end().len();
            (*line, *column) = lines.line_and_column(end);
            Some(end..end)
        }
        ProblemKind::NotJson { line, column } => {
            let offset = lines.offset(*line, *column);
            // Parsers count bytes; people and editors count characters.
            (*line, *column) = lines.line_and_column(offset);
            Some(offset..offset)
        }
        ProblemKind::NotUtf8 { .. } => Some(text.len()..text.len()),
        ProblemKind::More { .. } | ProblemKind::TooLarge { .. } | ProblemKind::Empty
            if problem.path == "$" =>
        {
            None
        }
        ProblemKind::UnknownField => spots.find(&problem.path, About::Name),
        ProblemKind::RepeatedField => spots.find(&problem.path, About::SecondName),
        _ if problem.path == "$" && problem.resolution == Resolution::Refused => None,
        _ => spots.find(&problem.path, About::Value),
    };
    let text = without_path(problem::text(&problem, lang), &problem.path);
    Finding { path: problem.path, text, range }
}

/// Removes the path from the start of a problem's text.
fn without_path(text: String, path: &str) -> String {
    let bare = text.strip_prefix(path).and_then(|text| text.strip_prefix(": ")).map(str::to_owned);
    bare.unwrap_or(text)
}

/// Formats a problem like a compiler message.
fn message(finding: &Finding, pointer: &mut Pointer<'_>, name: &str) -> String {
    let mut out = [&finding.path, ": ", &finding.text, "\n"].concat();
    if let Some(range) = &finding.range {
        out.push_str(&pointer.lines.excerpt(name, range.clone()));
    }
    out
}

/// Problem as a JSON object.
#[derive(Serialize)]
struct Written<'a> {
    path: &'a str,
    line: Option<usize>,
    column: Option<usize>,
    text: &'a str,
}

/// Returns one JSON object per problem and line.
fn json(pointer: &mut Pointer<'_>, findings: &[Finding]) -> String {
    let mut out = String::new();
    for Finding { path, text, range } in findings {
        let position = range.as_ref().map(|range| pointer.lines.line_and_column(range.start));
        let (line, column) = position.unzip();
        let written = Written { path, line, column, text };
        // Serialising plain strings and numbers cannot fail.
        out.push_str(&serde_json::to_string(&written).unwrap_or_default());
        out.push('\n');
    }
    out
}
