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

/// A text as a sentence repeats it: each character as [`shown`] gives it, at most `longest` of them
/// and an ellipsis for the rest.
#[must_use]
pub fn quoted(text: &str, longest: usize) -> String {
    match text.char_indices().nth(longest) {
        Some((end, _)) => shown_text(text.get(..end).unwrap_or_default()) + "…",
        None => shown_text(text),
    }
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn a_quoted_text_is_cut_at_a_character_and_says_so() {
        assert_eq!(quoted("자리", 2), "자리");
        assert_eq!(quoted("자리가", 2), "자리…");
        assert_eq!(quoted("", 0), "");
    }

    #[test]
    fn a_quoted_text_hides_nothing() {
        assert_eq!(quoted("a\u{202E}b\n", 9), "a\u{FFFD}b\u{FFFD}");
    }
}
