//! Characters that can make one text look like another.

/// Reports whether `char` is a control character, a line separator, or one that changes the
/// direction of writing.
///
/// A direction character can make a name look like another one, and change the meaning of the
/// sentence around it. Joiners are allowed: scripts and emoji need them.
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

/// Returns `char`, or `U+FFFD` if it is hidden.
#[must_use]
pub fn shown(char: char) -> char {
    if is_hidden(char) { char::REPLACEMENT_CHARACTER } else { char }
}

/// Returns `text` with each character passed through [`shown`].
#[must_use]
pub fn shown_text(text: &str) -> String {
    text.chars().map(shown).collect()
}

/// Returns `text` for quoting in a sentence: each character passed through [`shown`], at most
/// `longest` characters, then an ellipsis if any were cut off.
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
