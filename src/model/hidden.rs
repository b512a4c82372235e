//! Characters that make a text look like another one.

/// Control characters, line separators, and characters that turn the direction of writing.
///
/// With one of the last a name can look like another one, and make the sentence that it stands in
/// say something else. Joiners stay: scripts and emoji need them.
#[must_use]
pub fn is_hidden(char: char) -> bool {
    char.is_control()
        || matches!(
            char,
            '\u{061C}'
                | '\u{200E}'
                | '\u{200F}'
                | '\u{2028}'..='\u{202E}'
                | '\u{2066}'..='\u{2069}'
                | '\u{FEFF}'
        )
}

/// The character, or `U+FFFD` where it is hidden.
#[must_use]
pub fn shown(char: char) -> char {
    if is_hidden(char) { char::REPLACEMENT_CHARACTER } else { char }
}

/// A text with each of its characters as [`shown`] gives it.
#[must_use]
pub fn shown_text(text: &str) -> String {
    text.chars().map(shown).collect()
}
