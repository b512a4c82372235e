//! A server's answer to an application, and the record that a browser's store holds of it.

use jari::exchange::submission::{
    MAX_RECEIPT_CHARS, MAX_WORDS_CHARS, Receipt, Record, SubmissionOutcome, SubmissionRefusal,
};
use jari::model::{is_hidden, is_web_address};
use jari::session::submission::{Submission, SubmissionStep};

/// Statuses and types that are understood each in a way of its own.
const ANSWERS: [(u16, &str); 7] = [
    (200, "application/json"),
    (202, ""),
    (200, "text/html"),
    (303, "application/json"),
    (422, "application/problem+json"),
    (422, "text/plain"),
    (503, "application/json"),
];

/// Takes one input as both: as each kind of answer, and as the record.
pub fn check(bytes: &[u8]) {
    for (status, kind) in ANSWERS {
        answer(SubmissionOutcome::from_response(status, kind, bytes));
    }
    if let Some(text) = super::text(bytes) {
        record(&Record::read(text), bytes);
    }
}

fn answer(outcome: SubmissionOutcome) {
    match &outcome {
        SubmissionOutcome::Accepted(receipt) => is_clean(receipt),
        SubmissionOutcome::Refused(refusal) => is_short(refusal),
        SubmissionOutcome::Later(_) | SubmissionOutcome::Unknown => {}
    }
    // What is kept of it is read again.
    let written = r#"{"version":1,"attempt":{"key":"07070707-0707-4707-8707-070707070707",
        "address":"https://example.org","body":"{}","request":"00000000","state":"unknown"}}"#;
    let record = Record::read(written);
    let attempt = record.attempt.clone().expect("it is what was written");
    let mut known = Submission::new(record);
    known.end(&attempt, Ok(outcome));
    let text = known.record().write().expect("there is something to keep");
    assert_eq!(Record::read(&text), *known.record(), "written is not read");
}

fn record(record: &Record, bytes: &[u8]) {
    if let Some(attempt) = &record.attempt {
        assert!(is_web_address(&attempt.address), "{:?}", attempt.address);
        assert_eq!(attempt.key.as_str().len(), 36);
    }
    if let Some(sent) = &record.sent {
        is_clean(&sent.receipt);
    }
    let request = record.attempt.as_ref().map_or("", |attempt| &attempt.request);
    let known = Submission::new(record.clone());
    if let SubmissionStep::Refused(refusal) = known.step(request, bytes.len() as u64, true) {
        is_short(&refusal);
    }
    match record.write() {
        Some(text) => assert_eq!(Record::read(&text), *record, "written is not read"),
        None => assert_eq!(*record, Record::default()),
    }
}

fn is_clean(receipt: &Receipt) {
    let number = &receipt.number;
    assert!(!number.is_empty() && number.chars().count() <= MAX_RECEIPT_CHARS, "{number:?}");
    assert!(!number.chars().any(is_hidden), "{number:?}");
    assert!(receipt.url.as_deref().is_none_or(is_web_address), "{:?}", receipt.url);
}

fn is_short(refusal: &SubmissionRefusal) {
    let words = &refusal.words;
    let chars: usize = words.iter().map(|text| text.chars().count()).sum();
    assert!(words.len() <= 2 && chars <= MAX_WORDS_CHARS + 2, "{words:?}");
    assert!(!words.iter().any(|text| text.is_empty() || text.chars().any(is_hidden)), "{words:?}");
}
