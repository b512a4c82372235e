//! Decoding of bytes as text.

use core::str;

use crate::model::problem::ProblemKind;

/// Decodes at most `most` bytes as UTF-8, and strips a byte order mark.
pub(super) fn utf8(bytes: &[u8], most: usize) -> Result<&str, ProblemKind> {
    if bytes.len() > most {
        return Err(ProblemKind::TooLarge { bytes: bytes.len(), most });
    }
    let text = str::from_utf8(bytes)
        .map_err(|error| ProblemKind::NotUtf8 { offset: error.valid_up_to() })?;
    Ok(text.strip_prefix('\u{FEFF}').unwrap_or(text))
}
