//! The text of a file that a spreadsheet may have written, and of bytes.

use std::ffi::OsStr;

use encoding_rs::EUC_KR;
use jari::exchange::opened::{Decoded, decode};

use crate::failure::Failure;
use crate::file::{bytes_up_to, shown};

/// The most bytes of a list of applications.
const MAX_BYTES: usize = 64 * 1024 * 1024;

/// Reads a text: UTF-8, UTF-16 with its mark, or what Korean spreadsheets write (CP949).
pub fn read(file: &OsStr) -> Result<Decoded, Failure> {
    read_up_to(file, MAX_BYTES)
}

/// As [`read`], of at most so many bytes.
pub fn read_up_to(file: &OsStr, most: usize) -> Result<Decoded, Failure> {
    let bytes = bytes_up_to(file, most)?;
    if bytes.len() > most {
        return Err(format!("{} has more than {most} bytes", shown(file)));
    }
    decode(bytes, cp949).map_err(|wrong| {
        format!(
            "{}: line {} is neither UTF-8 nor CP949; save the file as UTF-8 (a spreadsheet as CSV \
             UTF-8)",
            shown(file),
            wrong.line
        )
    })
}

/// The text before the first byte that is no text.
pub fn valid_beginning(bytes: &[u8]) -> &str {
    bytes.utf8_chunks().next().map_or("", |chunk| chunk.valid())
}

fn cp949(bytes: &[u8]) -> Option<String> {
    let (text, is_wrong) = EUC_KR.decode_without_bom_handling(bytes);
    (!is_wrong).then(|| text.into_owned())
}
