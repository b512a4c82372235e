//! Files of which each line is answered.

use std::ffi::OsStr;
use std::io::{self, BufRead, BufReader, Write};
use std::process::ExitCode;

use crate::failure::Failure;
use crate::file::{open, shown};
use crate::output::end;

/// Writes what `answer` makes of each line that is not empty.
pub fn answer_each(
    file: &OsStr,
    most: usize,
    out: &mut impl Write,
    answer: impl Fn(&[u8]) -> String,
) -> Result<ExitCode, Failure> {
    let mut input = BufReader::new(open(file)?);
    let mut line = Vec::new();
    let mut first = true;
    while next_line(&mut input, &mut line, most)
        .map_err(|error| format!("cannot read {}: {error}", shown(file)))?
    {
        let text = line.strip_prefix(b"\xEF\xBB\xBF").filter(|_| first).unwrap_or(&line);
        first = false;
        if text.trim_ascii().is_empty() {
            continue;
        }
        if let Err(error) = writeln!(out, "{}", answer(text)) {
            return end(Err(error), ExitCode::SUCCESS);
        }
    }
    end(out.flush(), ExitCode::SUCCESS)
}

/// Reads one line without its end into `line`; false where there is none.
///
/// What a line has beyond `most` bytes is read and dropped but for its first byte, so that
/// a file without line ends cannot fill the memory.
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
        let room = (most + 1).saturating_sub(line.len());
        line.extend(part.iter().take(room));
        let used = part.len() + usize::from(end.is_some());
        input.consume(used);
        if end.is_some() {
            return Ok(true);
        }
    }
}
