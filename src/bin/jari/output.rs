//! Output and the exit code after it.

use std::io::{self, Write};
use std::process::ExitCode;

use crate::failure::Failure;

/// Writes a text and returns the exit code like [`end`].
pub fn write(out: &mut impl Write, text: &str, code: ExitCode) -> Result<ExitCode, Failure> {
    end(out.write_all(text.as_bytes()).and_then(|()| out.flush()), code)
}

/// Returns `code` if all was written, or if the reader closed the pipe early, which is not a
/// failure.
pub fn end(written: io::Result<()>, code: ExitCode) -> Result<ExitCode, Failure> {
    match written {
        Ok(()) => Ok(code),
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(code),
        Err(error) => Err(format!("cannot write: {error}")),
    }
}
