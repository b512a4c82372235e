//! The text of a file that a spreadsheet may have written.

use std::ffi::OsStr;
use std::io::Read;

use encoding_rs::EUC_KR;
use jari::exchange::opened::{Decoded, decode};

use crate::failure::Failure;
use crate::file::{open, shown};

/// The most bytes of a list of applications.
const MAX_BYTES: u64 = 64 * 1024 * 1024;

/// Reads a text: UTF-8, UTF-16 with its mark, or what Korean spreadsheets write (CP949).
pub fn read(file: &OsStr) -> Result<Decoded, Failure> {
    read_up_to(file, MAX_BYTES)
}

/// As [`read`], of at most so many bytes.
pub fn read_up_to(file: &OsStr, most: u64) -> Result<Decoded, Failure> {
    let mut bytes = Vec::new();
    open(file)?
        .take(most.saturating_add(1))
        .read_to_end(&mut bytes)
        .map_err(|error| format!("cannot read {}: {error}", shown(file)))?;
    if bytes.len() as u64 > most {
        return Err(format!("{} has more than {most} bytes", shown(file)));
    }
    decode(bytes, cp949).map_err(|wrong| {
        format!(
            "{}: line {} is neither UTF-8 nor CP949; save the list as UTF-8 (in a spreadsheet: \
             CSV UTF-8)",
            shown(file),
            wrong.line
        )
    })
}

fn cp949(bytes: &[u8]) -> Option<String> {
    let (text, is_wrong) = EUC_KR.decode_without_bom_handling(bytes);
    (!is_wrong).then(|| text.into_owned())
}
