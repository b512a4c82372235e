//! What is written, and the exit code after it.

use std::io;
use std::process::ExitCode;

use crate::failure::Failure;

/// The exit code, where all could be written or nobody was listening any more.
pub fn end(written: io::Result<()>, code: ExitCode) -> Result<ExitCode, Failure> {
    match written {
        Ok(()) => Ok(code),
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(code),
        Err(error) => Err(format!("cannot write: {error}")),
    }
}
