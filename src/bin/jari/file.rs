//! Files named on the command line.

use std::ffi::OsStr;
use std::fs::File;
use std::io::{self, Read};

use jari::model::limits;

use crate::failure::Failure;

/// Reads a capacity file; of one over the size limit, one byte more than the limit.
pub fn bytes(file: &OsStr) -> Result<Vec<u8>, Failure> {
    bytes_up_to(file, limits::MAX_BYTES)
}

/// Reads a file; of one with more than `most` bytes, `most` plus one.
pub fn bytes_up_to(file: &OsStr, most: usize) -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    // The extra byte is enough to detect the excess; an endless input would fill the memory.
    let most = u64::try_from(most).unwrap_or(u64::MAX).saturating_add(1);
    open(file)?
        .take(most)
        .read_to_end(&mut bytes)
        .map_err(|error| format!("cannot read {}: {error}", shown(file)))?;
    Ok(bytes)
}

/// Opens a file, or the standard input for `-`.
pub fn open(file: &OsStr) -> Result<Box<dyn Read>, Failure> {
    if file == "-" {
        return Ok(Box::new(io::stdin().lock()));
    }
    let opened = File::open(file).map_err(|error| format!("cannot open {}: {error}", shown(file)));
    opened.map(|file| Box::new(file) as Box<dyn Read>)
}

/// Returns the name of a file for messages.
pub fn shown(file: &OsStr) -> String {
    if file == "-" { "the standard input".to_owned() } else { file.to_string_lossy().into_owned() }
}

/// Checks that at most one of `files` is the standard input.
///
/// # Errors
/// Fails if more than one of them is `-`.
pub fn one_standard_input<'a>(
    files: impl IntoIterator<Item = Option<&'a OsStr>>,
) -> Result<(), Failure> {
    match files.into_iter().flatten().filter(|file| *file == "-").count() {
        0 | 1 => Ok(()),
        _ => Err("only one of the files can be the standard input; see jari --help".to_owned()),
    }
}
