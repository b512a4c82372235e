//! The text of a file that a spreadsheet may have written.

use std::ffi::OsStr;
use std::io::Read;

use encoding_rs::{EUC_KR, Encoding, UTF_8};

use crate::failure::Failure;
use crate::file::{open, shown};

/// The most bytes of a list of applications.
const MAX_BYTES: u64 = 64 * 1024 * 1024;

/// A text, and what it was encoded in where that is not UTF-8.
pub struct Decoded {
    pub text: String,
    pub encoding: Option<&'static str>,
}

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
    decode(&bytes).ok_or_else(|| {
        let line =
            1 + bytes.iter().take(first_wrong(&bytes)).filter(|byte| **byte == b'\n').count();
        format!(
            "{}: line {line} is neither UTF-8 nor CP949; save the list as UTF-8 (in a spreadsheet: \
             CSV UTF-8)",
            shown(file)
        )
    })
}

fn decode(bytes: &[u8]) -> Option<Decoded> {
    let encoding = match Encoding::for_bom(bytes) {
        Some((encoding, _)) => encoding,
        None if str::from_utf8(bytes).is_ok() => UTF_8,
        None => EUC_KR,
    };
    let (text, is_wrong) = encoding.decode_with_bom_removal(bytes);
    let name = if encoding == EUC_KR { "CP949" } else { encoding.name() };
    (!is_wrong)
        .then(|| Decoded { text: text.into_owned(), encoding: (encoding != UTF_8).then_some(name) })
}

/// The first byte that is not UTF-8.
fn first_wrong(bytes: &[u8]) -> usize {
    str::from_utf8(bytes).map_or_else(|error| error.valid_up_to(), str::len)
}
