//! Files that are answered line by line.

use std::ffi::OsStr;
use std::io::{self, BufRead, BufReader, Write};
use std::process::ExitCode;

use crate::failure::Failure;
use crate::file::{open, shown};
use crate::output::end;
use crate::text::valid_beginning;

/// Maximum number of bytes in a character.
///
/// This many bytes of a line are kept beyond its limit: even if a character is cut at its end and
/// dropped, the line is still recognised as too long.
const CHARACTER: usize = 4;

/// Writes the result of `answer` for each non-empty line.
///
/// # Errors
/// Fails like [`take_each`].
pub fn answer_each(
    file: &OsStr,
    most: usize,
    out: &mut impl Write,
    answer: impl Fn(&[u8]) -> String,
) -> Result<ExitCode, Failure> {
    take_each(file, most, |line| writeln!(out, "{}", answer(line)))?;
    end(out.flush(), ExitCode::SUCCESS)
}

/// Passes each non-empty line to `take` until that fails.
///
/// An object over several lines, as in a file that the page saved, counts as one line.
///
/// # Errors
/// Fails if the file cannot be read, or if the output cannot be written.
pub fn take_each(
    file: &OsStr,
    most: usize,
    mut take: impl FnMut(&[u8]) -> io::Result<()>,
) -> Result<(), Failure> {
    let mut input = BufReader::new(open(file)?);
    let mut line = Vec::new();
    let (mut first, mut is_empty) = (true, true);
    while next_line(&mut input, &mut line, most)
        .map_err(|error| format!("cannot read {}: {error}", shown(file)))?
    {
        // A byte order mark is not part of the first line.
        if core::mem::take(&mut first) && line.starts_with(b"\xEF\xBB\xBF") {
            line.drain(..3);
        }
        if line.trim_ascii() == b"{" {
            rest_of_object(&mut input, &mut line, most)
                .map_err(|error| format!("cannot read {}: {error}", shown(file)))?;
        }
        let text = &line;
        if text.trim_ascii().is_empty() {
            continue;
        }
        is_empty = false;
        if let Err(error) = take(text) {
            return end(Err(error), ExitCode::SUCCESS).map(drop);
        }
    }
    if is_empty {
        let note = format!("jari: {} is empty", shown(file));
        end(writeln!(io::stderr().lock(), "{note}"), ExitCode::SUCCESS)?;
    }
    Ok(())
}

/// Returns a line as text; of a line with more than `most` bytes, a longer beginning than `most`.
///
/// # Errors
/// Fails if the line is not valid UTF-8.
pub fn text_of(line: &[u8], most: usize) -> Result<&str, String> {
    let text = valid_beginning(line);
    let is_text = text.len() == line.len() || text.len() > most;
    if is_text { Ok(text) } else { Err("not valid UTF-8".to_owned()) }
}

/// Appends to a line that only opens an object the following lines up to the one that only closes
/// it.
///
/// The lines in between begin with white space; any other line ends the object early and is a line
/// of its own.
fn rest_of_object(input: &mut impl BufRead, line: &mut Vec<u8>, most: usize) -> io::Result<()> {
    let mut next = Vec::new();
    let goes_on = |first: Option<&u8>| matches!(first, Some(b' ' | b'\t' | b'}'));
    while goes_on(input.fill_buf()?.first()) && next_line(input, &mut next, most)? {
        let room = (most + CHARACTER).saturating_sub(line.len());
        line.extend([b'\n'].iter().chain(&next).take(room));
        if next.trim_ascii_end() == b"}" {
            break;
        }
    }
    Ok(())
}

/// Reads one line without its end into `line`; returns `false` at the end of the input.
///
/// Bytes beyond `most` are read and dropped except for the first [`CHARACTER`] ones, so that a file
/// without line ends cannot fill the memory.
fn next_line(input: &mut impl BufRead, line: &mut Vec<u8>, most: usize) -> io::Result<bool> {
    line.clear();
    let mut begun = false;
    loop {
        let bytes = match input.fill_buf() {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(error),
        };
        if bytes.is_empty() {
            return Ok(begun);
        }
        begun = true;
        let end = bytes.iter().position(|byte| *byte == b'\n');
        let part = bytes.get(..end.unwrap_or(bytes.len())).unwrap_or_default();
        let room = (most + CHARACTER).saturating_sub(line.len());
        line.extend(part.iter().take(room));
        let used = part.len() + usize::from(end.is_some());
        input.consume(used);
        if end.is_some() {
            return Ok(true);
        }
    }
}
