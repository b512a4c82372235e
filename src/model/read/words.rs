//! Ids and addresses: what may be repeated or followed.

use crate::model::hidden::{is_hidden, shown};
use crate::model::limits::{MAX_ID_BYTES, MAX_QUOTE_CHARS, MAX_URL_BYTES};
use crate::model::nodes::RangesError;

/// Short, and nothing in it that would need quoting in a link, a list or a shell.
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

/// `http` or `https` with a host, and no character that could hide where it leads. A host begins
/// with a letter or a digit; of other scripts any character is taken for one, as browsers refuse the
/// rest, and a table of all letters is two kilobytes of the first load.
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

/// Where a page may fetch from: [`is_url`] without a name or a password, or a path from the page
/// on that can lead to no other host and no other scheme.
pub(super) fn is_address(text: &str) -> bool {
    if let Some((_, rest)) = text.split_once("://") {
        return is_url(text) && !first_part(rest).contains('@');
    }
    let path = text.strip_prefix('/').unwrap_or(text);
    let first = first_part(path);
    // Of any host it has to be an address all the same.
    !first.is_empty() && !first.contains(':') && is_url(&["https://host/", path].concat())
}

/// An address of a whole page elsewhere: `http` or `https`, and no name or password in it.
#[must_use]
pub fn is_web_address(text: &str) -> bool {
    text.contains("://") && is_address(text)
}

/// What stands before the first slash, question mark or hash.
fn first_part(text: &str) -> &str {
    text.split(['/', '?', '#']).next().unwrap_or_default()
}

/// `text` with hidden characters replaced by U+FFFD, cut after `MAX_QUOTE_CHARS` characters with `…`.
#[must_use]
pub fn quote(text: &str) -> String {
    let mut quoted = String::new();
    for (index, char) in text.chars().enumerate() {
        if index == MAX_QUOTE_CHARS {
            quoted.push('…');
            break;
        }
        quoted.push(shown(char));
    }
    quoted
}

/// An error whose part of the file is fit to be repeated.
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
        // Other than an ASCII one, and so within the first test, but a space or hidden.
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
