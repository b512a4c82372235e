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

/// `http` or `https` with a host, and no character that could hide where it leads.
pub(super) fn is_url(text: &str) -> bool {
    let host = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    text.len() <= MAX_URL_BYTES
        && host.is_some_and(|rest| rest.starts_with(|char: char| char.is_alphanumeric()))
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

/// What the file says, fit to be repeated: short, without hidden characters.
pub(super) fn quote(text: &str) -> String {
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
