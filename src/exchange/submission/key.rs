//! Idempotency key, by which a server counts a repeated application once.

/// A random UUID, version 4, as text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Key(String);

impl Key {
    /// Makes a key from random bytes.
    #[must_use]
    pub fn new(mut random: [u8; 16]) -> Self {
        // Version and variant bits (RFC 9562).
        random[6] = random[6] & 0x0F | 0x40;
        random[8] = random[8] & 0x3F | 0x80;
        let mut text = String::with_capacity(36);
        for (index, byte) in random.into_iter().enumerate() {
            if matches!(index, 4 | 6 | 8 | 10) {
                text.push('-');
            }
            for half in [byte >> 4, byte & 0x0F] {
                text.extend(char::from_digit(half.into(), 16));
            }
        }
        Self(text)
    }

    /// Parses a key as formatted by [`Self::as_str`].
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let is_right = |(index, byte): (usize, u8)| match index {
            8 | 13 | 18 | 23 => byte == b'-',
            14 => byte == b'4',
            19 => matches!(byte, b'8' | b'9' | b'a' | b'b'),
            _ => matches!(byte, b'0'..=b'9' | b'a'..=b'f'),
        };
        let is_key = text.len() == 36 && text.bytes().enumerate().all(is_right);
        is_key.then(|| Self(text.to_owned()))
    }

    /// Returns the key as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}
