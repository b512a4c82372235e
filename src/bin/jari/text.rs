//! Text of a file that a spreadsheet may have written, and of raw bytes.

use std::ffi::OsStr;

use encoding_rs::EUC_KR;
use jari::exchange::decoding::{Decoded, decode};

use crate::failure::Failure;
use crate::file::{bytes_up_to, shown};

/// Maximum size of a list of applications, in bytes.
const MAX_BYTES: usize = 64 * 1024 * 1024;

/// Reads a text in UTF-8, UTF-16 with a byte order mark, or the encoding of Korean spreadsheets
/// (CP949).
pub fn read(file: &OsStr) -> Result<Decoded, Failure> {
    read_up_to(file, MAX_BYTES)
}

/// Reads a text like [`read`], of at most `most` bytes.
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

/// Returns the text before the first invalid byte.
pub fn valid_beginning(bytes: &[u8]) -> &str {
    bytes.utf8_chunks().next().map_or("", |chunk| chunk.valid())
}

fn cp949(bytes: &[u8]) -> Option<String> {
    // The encoding that the WHATWG calls EUC-KR is CP949.
    let (text, is_wrong) = EUC_KR.decode_without_bom_handling(bytes);
    (!is_wrong).then(|| text.into_owned())
}
