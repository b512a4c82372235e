//! Files that the command line names.

use std::ffi::OsStr;
use std::fs::File;
use std::io::{self, Read};

use jari::model::{self, Reading, limits};
use jari::words::{Lang, problem};

use crate::failure::Failure;

/// The capacity file and what is wrong with it.
pub fn read(file: &OsStr, lang: Lang) -> Result<Reading, Failure> {
    let mut bytes = Vec::new();
    // One byte too many is enough to be refused; an endless input would fill the memory.
    let most = u64::try_from(limits::MAX_BYTES).unwrap_or(u64::MAX).saturating_add(1);
    open(file)?
        .take(most)
        .read_to_end(&mut bytes)
        .map_err(|error| format!("cannot read {}: {error}", shown(file)))?;
    model::read(&bytes)
        .map_err(|refusal| format!("{}: {}", shown(file), problem::text(&refusal, lang)))
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
