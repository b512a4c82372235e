//! Files that the command line names.

use std::ffi::OsStr;
use std::fs::File;
use std::io::{self, Read};

use jari::model::limits;

use crate::failure::Failure;

/// The bytes of a capacity file; of a larger one than may be read, one byte too many.
pub fn bytes(file: &OsStr) -> Result<Vec<u8>, Failure> {
    bytes_up_to(file, limits::MAX_BYTES)
}

/// The bytes of a file; of one with more than `most`, one byte too many.
pub fn bytes_up_to(file: &OsStr, most: usize) -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    // That byte is enough to be refused; an endless input would fill the memory.
    let most = u64::try_from(most).unwrap_or(u64::MAX).saturating_add(1);
    open(file)?
        .take(most)
        .read_to_end(&mut bytes)
        .map_err(|error| format!("cannot read {}: {error}", shown(file)))?;
    Ok(bytes)
}

/// The file, or the standard input for `-`.
pub fn open(file: &OsStr) -> Result<Box<dyn Read>, Failure> {
    if file == "-" {
        return Ok(Box::new(io::stdin().lock()));
    }
    let opened = File::open(file).map_err(|error| format!("cannot open {}: {error}", shown(file)));
    opened.map(|file| Box::new(file) as Box<dyn Read>)
}

/// What a message calls a file.
pub fn shown(file: &OsStr) -> String {
    if file == "-" { "the standard input".to_owned() } else { file.to_string_lossy().into_owned() }
}

/// Nothing, where at most one of these files is the standard input.
///
/// # Errors
/// That only one can be.
pub fn one_standard_input<'a>(
    files: impl IntoIterator<Item = Option<&'a OsStr>>,
) -> Result<(), Failure> {
    match files.into_iter().flatten().filter(|file| *file == "-").count() {
        0 | 1 => Ok(()),
        _ => Err("only one of the files can be the standard input; see jari --help".to_owned()),
    }
}
