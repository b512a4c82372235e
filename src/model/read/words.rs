//! Ids and addresses that are safe to repeat or to follow.

use crate::model::hidden::{is_hidden, shown};
use crate::model::limits::{MAX_ID_BYTES, MAX_QUOTE_CHARS, MAX_URL_BYTES};
use crate::model::nodes::RangesError;

/// Returns `true` if `text` is short and has nothing that needs quoting in a link, a list or a
/// shell.
pub(super) fn is_id(text: &str) -> bool {
    (1..=MAX_ID_BYTES).contains(&text.len())
        && !text.chars().any(|char| {
            char.is_whitespace()
                || is_hidden(char)
                || matches!(
                    char,
                    ',' | ';'
                        | '"'
                        | '\''
                        | '`'
                        | '<'
                        | '>'
                        | '&'
                        | '\\'
                        | '$'
                        | '('
                        | ')'
                        | '|'
                        | '{'
                        | '}'
                        | '['
                        | ']'
                        | '*'
                        | '?'
                        | '!'
                        | '#'
                        | '%'
                )
        })
}

/// Returns `true` for an `http` or `https` URL with a host, and no character that could hide its
/// target.
///
/// A host begins with an ASCII letter or digit, or with any non-ASCII character: browsers refuse
/// the wrong ones, and a table of all letters would be two kilobytes of the first load.
pub(super) fn is_url(text: &str) -> bool {
    let host = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    text.len() <= MAX_URL_BYTES
        && host.is_some_and(|rest| {
            rest.starts_with(|char: char| char.is_ascii_alphanumeric() || !char.is_ascii())
        })
        && !text.chars().any(|char| {
            char.is_whitespace()
                || is_hidden(char)
                || matches!(char, '"' | '<' | '>' | '\\' | '`' | '{' | '}')
        })
}

/// Returns `true` if a page may fetch from `text`: [`is_url`] without a name or a password, or a
/// path relative to the page that cannot lead to another host or scheme.
pub(super) fn is_address(text: &str) -> bool {
    if let Some((_, rest)) = text.split_once("://") {
        return is_url(text) && !first_part(rest).contains('@');
    }
    let path = text.strip_prefix('/').unwrap_or(text);
    let first = first_part(path);
    // The path must be valid behind any host, so it is tested with one.
    !first.is_empty() && !first.contains(':') && is_url(&["https://host/", path].concat())
}

/// Returns `true` for an absolute `http` or `https` URL without a name or a password.
#[must_use]
pub fn is_web_address(text: &str) -> bool {
    text.contains("://") && is_address(text)
}

/// Returns the text before the first slash, question mark or hash.
fn first_part(text: &str) -> &str {
    text.split(['/', '?', '#']).next().unwrap_or_default()
}

/// Returns `text` with hidden characters replaced by U+FFFD, cut after `MAX_QUOTE_CHARS` characters
/// with `…`.
#[must_use]
pub fn quote(text: &str) -> String {
    let mut quoted = String::new();
    for (index, char) in text.chars().enumerate() {
        // Counted in characters rather than bytes, so that no character is cut in two.
        if index == MAX_QUOTE_CHARS {
            quoted.push('…');
            break;
        }
        quoted.push(shown(char));
    }
    quoted
}

/// Returns the error with its quoted part passed through [`quote`].
pub(super) fn quoted(error: RangesError) -> RangesError {
    match error {
        RangesError::Malformed(part) => RangesError::Malformed(quote(&part)),
        RangesError::Backwards(part) => RangesError::Backwards(quote(&part)),
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_has_a_host_that_begins_with_a_letter_or_a_digit_of_any_script() {
        for url in
            ["https://aiinfrahub.kr", "http://127.0.0.1/a?b#c", "https://한국.kr", "https://9.kr"]
        {
            assert!(is_url(url), "{url}");
        }
        let bare =
            ["", "/", "//a", ".kr", "-a.kr", "?a", "#a", "@a.kr", ":80", "[::1]", "%61.kr", "_a"];
        for url in bare.map(|host| ["https://", host].concat()) {
            assert!(!is_url(&url), "{url}");
        }
    }

    #[test]
    fn an_address_has_no_character_that_hides_where_it_leads() {
        // ASCII characters are covered by the first test, except white space and hidden ones.
        for hidden in ['\u{3000}', '\u{a0}', '\u{202E}', '\u{200F}', '\u{FEFF}', '\u{85}'] {
            for url in [format!("https://{hidden}a.kr"), format!("https://a.kr/{hidden}")] {
                assert!(!is_url(&url), "{url:?}");
            }
        }
        for url in ["ftp://a.kr", "javascript:a", "a.kr", "https:a.kr", "https://a.kr/<b>"] {
            assert!(!is_url(url), "{url}");
        }
    }
}
