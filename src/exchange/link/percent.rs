//! Percent-encoding of values, and escaping of lists inside one value.

const HEX: &[u8; 16] = b"0123456789ABCDEF";
/// Escape character: before itself it means itself, before `.` it means the separator of the list.
const ESCAPE: char = '~';

/// Appends `text` as a query value; characters that matter to readers of a link stay readable.
pub(super) fn encode(text: &str, out: &mut String) {
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~,:*".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push('%');
            for half in [byte >> 4, byte & 15] {
                out.push(HEX.get(usize::from(half)).map_or('0', |digit| char::from(*digit)));
            }
        }
    }
}

/// Decodes a query value, in which `+` is a space as in forms. A `%` without two hex digits is
/// kept. Returns `None` if the bytes are not UTF-8.
pub(super) fn decode(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, tail @ ..] = rest {
        rest = tail;
        bytes.push(match (first, tail) {
            (b'+', _) => b' ',
            (b'%', [high, low, after @ ..]) => match (half(*high), half(*low)) {
                (Some(high), Some(low)) => {
                    rest = after;
                    high << 4 | low
                }
                _ => b'%',
            },
            (byte, _) => *byte,
        });
    }
    String::from_utf8(bytes).ok()
}

fn half(digit: u8) -> Option<u8> {
    match digit {
        b'0'..=b'9' => Some(digit - b'0'),
        b'a'..=b'f' => Some(digit - b'a' + 10),
        b'A'..=b'F' => Some(digit - b'A' + 10),
        _ => None,
    }
}

/// Joins several parts into one value, escaping the separator.
pub(super) fn join<'a>(parts: impl Iterator<Item = &'a str>, separator: char) -> String {
    let mut out = String::new();
    for (index, part) in parts.enumerate() {
        if index > 0 {
            out.push(separator);
        }
        for c in part.chars() {
            if c == ESCAPE || c == separator {
                out.push(ESCAPE);
            }
            out.push(if c == separator { '.' } else { c });
        }
    }
    out
}

/// Splits a value made by [`join`] into its parts; at least one.
pub(super) fn split_decoded(value: &str, separator: char) -> Vec<String> {
    let mut parts = Vec::new();
    let mut part = String::new();
    let mut chars = value.chars().peekable();
    while let Some(c) = chars.next() {
        if c == separator {
            parts.push(core::mem::take(&mut part));
            continue;
        }
        let meant = match chars.peek() {
            Some('.') if c == ESCAPE => Some(separator),
            Some(&ESCAPE) if c == ESCAPE => Some(ESCAPE),
            _ => None,
        };
        // An escape before any other character means itself.
        if meant.is_some() {
            chars.next();
        }
        part.push(meant.unwrap_or(c));
    }
    parts.push(part);
    parts
}
