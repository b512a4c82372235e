//! What is written, and the exit code after it.

use std::io::{self, Write};
use std::process::ExitCode;

use crate::failure::Failure;

/// Writes all of a text; the exit code as that of [`end`].
pub fn write(out: &mut impl Write, text: &str, code: ExitCode) -> Result<ExitCode, Failure> {
    end(out.write_all(text.as_bytes()).and_then(|()| out.flush()), code)
}

/// The exit code, where all could be written or nobody was listening any more.
pub fn end(written: io::Result<()>, code: ExitCode) -> Result<ExitCode, Failure> {
    match written {
        Ok(()) => Ok(code),
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(code),
        Err(error) => Err(format!("cannot write: {error}")),
    }
}
