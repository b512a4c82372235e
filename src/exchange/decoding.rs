//! Files that a reader opens: reasons why one cannot be opened, and decoding of its text from any
//! encoding that a spreadsheet in a Korean office writes.

/// Reason why a file could not be opened.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum OpenError {
    /// The file exceeds the size limit; holds its size in bytes.
    TooLarge(u64),
    /// The file changed or disappeared while it was read.
    Changed,
    /// The browser refuses to read it.
    Refused,
}

/// Text encoding of a file.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Encoding {
    /// UTF-8, with or without a byte-order mark.
    Utf8,
    /// UTF-16 with the byte-order mark of little-endian.
    Utf16Le,
    /// UTF-16 with the byte-order mark of big-endian.
    Utf16Be,
    /// The encoding that Korean Windows calls ANSI.
    Cp949,
}

impl Encoding {
    /// Returns the name of the encoding.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::Utf16Le => "UTF-16LE",
            Self::Utf16Be => "UTF-16BE",
            Self::Cp949 => "CP949",
        }
    }
}

/// Text of a file and its encoding.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Decoded {
    /// The text, without a byte-order mark.
    pub text: String,
    /// The encoding of the file.
    pub encoding: Encoding,
}

/// Error: the file is not text in any supported encoding.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Undecodable {
    /// First line (1-based) that is not UTF-16, if the file has such a mark, or not UTF-8.
    pub line: usize,
}

/// Decodes `bytes` as UTF-8, as UTF-16 if there is a byte-order mark, or else as CP949.
///
/// `cp949` decodes CP949 and returns `None` if it cannot: tables for it are large, and a browser
/// has them.
///
/// # Errors
/// [`Undecodable`] if no encoding fits.
pub fn decode(
    bytes: Vec<u8>,
    cp949: impl FnOnce(&[u8]) -> Option<String>,
) -> Result<Decoded, Undecodable> {
    match bytes.as_slice() {
        [0xFF, 0xFE, rest @ ..] => return utf16(rest, Encoding::Utf16Le, u16::from_le_bytes),
        [0xFE, 0xFF, rest @ ..] => return utf16(rest, Encoding::Utf16Be, u16::from_be_bytes),
        _ => {}
    }
    match String::from_utf8(bytes) {
        Ok(mut text) => {
            if text.starts_with('\u{feff}') {
                text.drain(..'\u{feff}'.len_utf8());
            }
            Ok(Decoded { text, encoding: Encoding::Utf8 })
        }
        Err(error) => {
            let wrong = error.utf8_error().valid_up_to();
            let bytes = error.as_bytes();
            // Only now, because text in CP949 is hardly ever valid UTF-8 by chance.
            if let Some(text) = cp949(bytes) {
                return Ok(Decoded { text, encoding: Encoding::Cp949 });
            }
            let ends = bytes.iter().take(wrong).filter(|byte| **byte == b'\n').count();
            Err(Undecodable { line: 1 + ends })
        }
    }
}

fn utf16(
    bytes: &[u8],
    encoding: Encoding,
    unit: fn([u8; 2]) -> u16,
) -> Result<Decoded, Undecodable> {
    let (pairs, rest) = bytes.as_chunks::<2>();
    let mut text = String::with_capacity(bytes.len());
    for char in char::decode_utf16(pairs.iter().map(|pair| unit(*pair))) {
        let Ok(char) = char else {
            return Err(Undecodable { line: 1 + text.matches('\n').count() });
        };
        text.push(char);
    }
    // Half a code unit is left over: the file was cut off.
    if !rest.is_empty() {
        return Err(Undecodable { line: 1 + text.matches('\n').count() });
    }
    Ok(Decoded { text, encoding })
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "블록,가속기\r\n한강,H200 🙂\n";

    fn cp949(bytes: &[u8]) -> Option<String> {
        let (text, _, is_wrong) = encoding_rs::EUC_KR.decode(bytes);
        (!is_wrong).then(|| text.into_owned())
    }

    fn utf16(mark: [u8; 2], unit: fn(u16) -> [u8; 2]) -> Vec<u8> {
        mark.into_iter().chain(TEXT.encode_utf16().flat_map(unit)).collect()
    }

    #[test]
    fn each_encoding_gives_the_same_text() {
        let korean = TEXT.replace('🙂', "");
        let (bytes, _, _) = encoding_rs::EUC_KR.encode(&korean);
        let cases = [
            (TEXT.as_bytes().to_vec(), Encoding::Utf8, TEXT),
            ([b"\xef\xbb\xbf", TEXT.as_bytes()].concat(), Encoding::Utf8, TEXT),
            (utf16([0xFF, 0xFE], u16::to_le_bytes), Encoding::Utf16Le, TEXT),
            (utf16([0xFE, 0xFF], u16::to_be_bytes), Encoding::Utf16Be, TEXT),
            (bytes.into_owned(), Encoding::Cp949, &korean),
            (Vec::new(), Encoding::Utf8, ""),
        ];
        for (bytes, encoding, text) in cases {
            let text = text.to_owned();
            assert_eq!(decode(bytes, cp949), Ok(Decoded { text, encoding }));
        }
    }

    #[test]
    fn what_is_no_text_is_told_by_its_line() {
        // 0xFF starts no character in these encodings, and a lone surrogate means nothing.
        let mut broken = utf16([0xFF, 0xFE], u16::to_le_bytes);
        broken.extend([0x00, 0xD8, 0x41, 0x00]);
        let mut odd = utf16([0xFF, 0xFE], u16::to_le_bytes);
        odd.push(0x41);
        let cases =
            [(b"a,b\nc\n\xff\xff".to_vec(), 3), (b"\xff".to_vec(), 1), (broken, 3), (odd, 3)];
        for (bytes, line) in cases {
            assert_eq!(decode(bytes, cp949), Err(Undecodable { line }));
        }
    }
}
