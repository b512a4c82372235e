//! What a server's answer to an application means.
//!
//! Only a receipt counts as arrived, and only a refusal as not arrived. Everything else (a page to
//! sign in on, a redirect, JSON of another kind) leaves it open.

use serde_json::{Map, Value};

use crate::model::{is_hidden, is_web_address, object, shown, shown_text};

/// Bytes of an answer: a receipt needs 2,300, and a reason may come in a page of its own.
pub const MAX_ANSWER_BYTES: usize = 256 * 1024;
/// Characters of a receipt: it is read out, and copied by hand.
pub const MAX_RECEIPT_CHARS: usize = 200;
/// Characters that are repeated of a server's own words: a paragraph.
pub const MAX_WORDS_CHARS: usize = 1_000;

/// What came of an application.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum SubmissionOutcome {
    /// It has arrived.
    Accepted(Receipt),
    /// It was not taken, and will not be as it is.
    Refused(SubmissionRefusal),
    /// Not now, by this status: it may be tried again.
    Later(u16),
    /// It may have arrived.
    Unknown,
}

/// What a server gives for an application that arrived.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Receipt {
    /// What it calls it: up to [`MAX_RECEIPT_CHARS`], none of them hidden.
    pub number: String,
    /// Where the applicant goes on.
    pub url: Option<String>,
    /// Whether it has yet to be worked on (202), so that it may still be turned down.
    pub is_pending: bool,
}

/// Why a server does not take an application.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SubmissionRefusal {
    /// The status of HTTP.
    pub status: u16,
    /// Its own words, by paragraph: together up to [`MAX_WORDS_CHARS`] (and a mark where they were
    /// cut), none of them hidden. None where it gave no reason.
    pub words: Vec<String>,
}

impl SubmissionOutcome {
    /// What an answer means; `kind` is its content type, empty where it has none.
    #[must_use]
    pub fn from_response(status: u16, kind: &str, bytes: &[u8]) -> Self {
        match status {
            200..=202 if !is_page(kind) => {
                receipt(bytes, status == 202).map_or(Self::Unknown, Self::Accepted)
            }
            408 | 409 | 425 | 429 | 500..=599 => Self::Later(status),
            400..=499 => Self::Refused(SubmissionRefusal { status, words: reasons(kind, bytes) }),
            _ => Self::Unknown,
        }
    }
}

impl Receipt {
    /// Whether a text can be the number of a receipt.
    pub(super) fn is_number(text: &str) -> bool {
        !text.trim().is_empty()
            && text.chars().count() <= MAX_RECEIPT_CHARS
            && !text.chars().any(is_hidden)
    }
}

fn receipt(bytes: &[u8], is_pending: bool) -> Option<Receipt> {
    let answer = object(bytes, MAX_ANSWER_BYTES)?;
    let number = shown_text(text(&answer, "receipt")?.trim());
    // One that was cut would be another one.
    let number = Receipt::is_number(&number).then_some(number)?;
    let url = text(&answer, "url").filter(|url| is_web_address(url));
    Some(Receipt { number, url: url.map(str::to_owned), is_pending })
}

fn text<'a>(object: &'a Map<String, Value>, name: &str) -> Option<&'a str> {
    object.get(name)?.as_str()
}

/// Why, in the server's own words: a problem (RFC 9457), or plain text.
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

/// A text on one line without hidden characters, of at most `left` characters.
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

/// Whether it is a page for people.
fn is_page(kind: &str) -> bool {
    matches!(essence(kind).as_str(), "text/html" | "application/xhtml+xml")
}

/// A content type without its parameters.
fn essence(kind: &str) -> String {
    kind.split(';').next().unwrap_or_default().trim().to_ascii_lowercase()
}
