//! The record as text, for the browser's store.
//!
//! ```json
//! {"version":1,
//!  "attempt":{"key":"…","address":"https://…","body":"{…}","request":"1f2e3d4c",
//!             "state":"refused","since":null,"status":422,"words":["…"]},
//!  "sent":{"receipt":"…","url":null,"pending":false,"request":"1f2e3d4c"}}
//! ```
//!
//! The store is untrusted input: a part that this module cannot have written counts as empty.

use serde::Serialize;
use serde_json::{Map, Value};

use super::{
    Attempt, Key, MAX_WORDS_CHARS, Receipt, Record, Sent, SubmissionRefusal, SubmissionStatus,
};
use crate::model::{is_hidden, is_web_address, object};

/// Version of the format that is written and accepted.
const VERSION: u64 = 1;
/// Maximum size of an application, in bytes: 100,000 nodes, every second one, in 4,096 leaves take
/// 700 kB.
pub const MAX_BODY_BYTES: usize = 1_000_000;
/// Maximum size of a record, in bytes: an application within a JSON string, in which quotes and
/// line ends take two bytes.
pub const MAX_RECORD_BYTES: usize = 2 * MAX_BODY_BYTES;

#[derive(Serialize)]
struct StoredJson<'a> {
    version: u64,
    attempt: Option<AttemptWritten<'a>>,
    sent: Option<SentWritten<'a>>,
}

#[derive(Serialize)]
struct AttemptWritten<'a> {
    key: &'a str,
    address: &'a str,
    body: &'a str,
    request: &'a str,
    state: &'static str,
    since: Option<u64>,
    status: Option<u16>,
    words: &'a [String],
}

#[derive(Serialize)]
struct SentWritten<'a> {
    receipt: &'a str,
    url: Option<&'a str>,
    pending: bool,
    request: &'a str,
}

impl Record {
    /// Reads the text of a store. Never fails: parts not written by this module count as empty.
    #[must_use]
    pub fn read(text: &str) -> Self {
        let Some(record) = object(text.as_bytes(), MAX_RECORD_BYTES) else {
            return Self::default();
        };
        if record.get("version").and_then(Value::as_u64) != Some(VERSION) {
            return Self::default();
        }
        let part = |name: &str| record.get(name).and_then(Value::as_object);
        Self { attempt: part("attempt").and_then(attempt), sent: part("sent").and_then(sent) }
    }

    /// Returns the text to store, or `None` if there is nothing to remember.
    #[must_use]
    pub fn write(&self) -> Option<String> {
        let attempt = self.attempt.as_ref().map(AttemptWritten::from);
        let sent = self.sent.as_ref().map(SentWritten::from);
        if attempt.is_none() && sent.is_none() {
            return None;
        }
        // Pretty-printed like an application: another form would add a second copy of the writer.
        serde_json::to_string_pretty(&StoredJson { version: VERSION, attempt, sent }).ok()
    }
}

impl<'a> From<&'a Attempt> for AttemptWritten<'a> {
    fn from(attempt: &'a Attempt) -> Self {
        let (state, since, refusal) = match &attempt.state {
            SubmissionStatus::Sending(since) => ("sending", Some(*since), None),
            SubmissionStatus::Unknown => ("unknown", None, None),
            SubmissionStatus::Refused(refusal) => ("refused", None, Some(refusal)),
        };
        Self {
            key: attempt.key.as_str(),
            address: &attempt.address,
            body: &attempt.body,
            request: &attempt.request,
            state,
            since,
            status: refusal.map(|refusal| refusal.status),
            words: refusal.map_or(&[], |refusal| &refusal.words),
        }
    }
}

impl<'a> From<&'a Sent> for SentWritten<'a> {
    fn from(sent: &'a Sent) -> Self {
        Self {
            receipt: &sent.receipt.number,
            url: sent.receipt.url.as_deref(),
            pending: sent.receipt.is_pending,
            request: &sent.request,
        }
    }
}

fn attempt(written: &Map<String, Value>) -> Option<Attempt> {
    let address = text(written, "address", is_web_address)?;
    let is_file = |body: &str| object(body.as_bytes(), MAX_BODY_BYTES).is_some();
    let state = match written.get("state")?.as_str()? {
        "sending" => SubmissionStatus::Sending(written.get("since")?.as_u64()?),
        "unknown" => SubmissionStatus::Unknown,
        "refused" => SubmissionStatus::Refused(refusal(written)?),
        _ => return None,
    };
    Some(Attempt {
        key: Key::parse(written.get("key")?.as_str()?)?,
        address,
        body: text(written, "body", is_file)?,
        request: text(written, "request", is_fingerprint)?,
        state,
    })
}

fn refusal(written: &Map<String, Value>) -> Option<SubmissionRefusal> {
    let status = u16::try_from(written.get("status")?.as_u64()?).ok()?;
    let words = written.get("words")?.as_array()?;
    let words: Option<Vec<&str>> = words.iter().map(Value::as_str).collect();
    let words = words?;
    // Each paragraph may have an ellipsis on top, where it was cut.
    let chars: usize = words.iter().map(|text| text.chars().count()).sum();
    let is_clean = words.len() <= 2
        && chars <= MAX_WORDS_CHARS + words.len()
        && !words.iter().any(|text| text.is_empty() || text.chars().any(is_hidden));
    is_clean.then(|| SubmissionRefusal {
        status,
        words: words.into_iter().map(str::to_owned).collect(),
    })
}

fn sent(written: &Map<String, Value>) -> Option<Sent> {
    let url = match written.get("url")? {
        Value::Null => None,
        _ => Some(text(written, "url", is_web_address)?),
    };
    Some(Sent {
        receipt: Receipt {
            number: text(written, "receipt", Receipt::is_number)?,
            url,
            is_pending: written.get("pending")?.as_bool()?,
        },
        request: text(written, "request", is_fingerprint)?,
    })
}

fn text(
    written: &Map<String, Value>,
    name: &str,
    is_right: impl Fn(&str) -> bool,
) -> Option<String> {
    let text = written.get(name)?.as_str()?;
    is_right(text).then(|| text.to_owned())
}

/// Returns `true` if a text has the form of a result of [`crate::model::fingerprint`].
fn is_fingerprint(text: &str) -> bool {
    text.len() == 8 && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}
