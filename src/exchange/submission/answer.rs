//! Meaning of a server's answer to an application.
//!
//! Only a receipt counts as arrived, and only a refusal as not arrived. Everything else (a sign-in
//! page, a redirect, JSON of another kind) leaves the outcome unknown.

use serde_json::{Map, Value};

use crate::model::{is_hidden, is_web_address, object, shown, shown_text};

/// Maximum size of an answer, in bytes: a receipt needs 2,300, and a reason may be a whole page.
pub const MAX_ANSWER_BYTES: usize = 256 * 1024;
/// Maximum length of a receipt number, in characters: it is read out, and copied by hand.
pub const MAX_RECEIPT_CHARS: usize = 200;
/// Maximum length of a server's message that is repeated, in characters: a paragraph.
pub const MAX_WORDS_CHARS: usize = 1_000;

/// Outcome of submitting an application.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum SubmissionOutcome {
    /// The application has arrived.
    Accepted(Receipt),
    /// The application was not taken, and will not be in this form.
    Refused(SubmissionRefusal),
    /// Temporarily refused, with this HTTP status; it may be tried again.
    Later(u16),
    /// Unknown: the application may have arrived.
    Unknown,
}

/// Receipt of a server for an application that arrived.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Receipt {
    /// Number of the receipt: up to [`MAX_RECEIPT_CHARS`] characters, none of them hidden.
    pub number: String,
    /// Address at which the applicant continues.
    pub url: Option<String>,
    /// `true` if it is still to be processed (202), so that it may yet be turned down.
    pub is_pending: bool,
}

/// A server's refusal of an application.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SubmissionRefusal {
    /// The HTTP status.
    pub status: u16,
    /// The server's message, by paragraph: together up to [`MAX_WORDS_CHARS`] characters (and an
    /// ellipsis where they were cut), none of them hidden. Empty if it gave no reason.
    pub words: Vec<String>,
}

impl SubmissionOutcome {
    /// Interprets an answer; `kind` is its content type, empty if it has none.
    #[must_use]
    pub fn from_response(status: u16, kind: &str, bytes: &[u8]) -> Self {
        match status {
            // An expired session may answer 200 with a page to sign in.
            200..=202 if !is_page(kind) => {
                receipt(bytes, status == 202).map_or(Self::Unknown, Self::Accepted)
            }
            // Timeouts, conflicts, rate limits and faults of the server may pass.
            408 | 409 | 425 | 429 | 500..=599 => Self::Later(status),
            400..=499 => Self::Refused(SubmissionRefusal { status, words: reasons(kind, bytes) }),
            _ => Self::Unknown,
        }
    }
}

impl Receipt {
    /// Returns `true` if a text can be the number of a receipt.
    pub(super) fn is_number(text: &str) -> bool {
        !text.trim().is_empty()
            && text.chars().count() <= MAX_RECEIPT_CHARS
            && !text.chars().any(is_hidden)
    }
}

fn receipt(bytes: &[u8], is_pending: bool) -> Option<Receipt> {
    let answer = object(bytes, MAX_ANSWER_BYTES)?;
    let number = shown_text(text(&answer, "receipt")?.trim());
    // A truncated number would be a different one.
    let number = Receipt::is_number(&number).then_some(number)?;
    let url = text(&answer, "url").filter(|url| is_web_address(url));
    Some(Receipt { number, url: url.map(str::to_owned), is_pending })
}

fn text<'a>(object: &'a Map<String, Value>, name: &str) -> Option<&'a str> {
    object.get(name)?.as_str()
}

/// Returns the reasons in the server's own words: a problem (RFC 9457), or plain text.
fn reasons(kind: &str, bytes: &[u8]) -> Vec<String> {
    let kind = essence(kind);
    let bytes = bytes.get(..MAX_ANSWER_BYTES).unwrap_or(bytes);
    let mut left = MAX_WORDS_CHARS;
    let mut words = Vec::new();
    let mut add = |text: &str| {
        let text = plain(text, &mut left);
        if !text.is_empty() {
            words.push(text);
        }
    };
    if kind.ends_with("json") {
        let problem = object(bytes, MAX_ANSWER_BYTES).unwrap_or_default();
        ["title", "detail"].into_iter().filter_map(|name| text(&problem, name)).for_each(&mut add);
    } else if kind == "text/plain" {
        add(&String::from_utf8_lossy(bytes));
    }
    words
}

/// Puts a text on one line without hidden characters, cut at `left` characters, and reduces `left`.
fn plain(text: &str, left: &mut usize) -> String {
    let mut plain = String::new();
    for word in text.split_whitespace() {
        let space = (!plain.is_empty()).then_some(' ');
        for char in space.into_iter().chain(word.chars()) {
            if *left == 0 {
                plain.push('…');
                return plain;
            }
            *left -= 1;
            plain.push(shown(char));
        }
    }
    plain
}

/// Returns `true` if the answer is a page for people.
fn is_page(kind: &str) -> bool {
    matches!(essence(kind).as_str(), "text/html" | "application/xhtml+xml")
}

/// Returns a content type without its parameters, in lower case.
fn essence(kind: &str) -> String {
    kind.split(';').next().unwrap_or_default().trim().to_ascii_lowercase()
}
