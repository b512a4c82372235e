//! Submission of an application: the stored record and the meaning of a server's answer.
//!
//! A POST may arrive although its answer never does. So an application has a key ([`Key`]), by
//! which the server counts it once however often it comes; it is kept until its outcome is known
//! ([`Record`]); and the meaning of an answer is decided here ([`SubmissionOutcome`]). The actions
//! on it are in `session::submission`, and docs/submission.md has the server's side of it.

mod answer;
mod key;
mod record;
mod stored;

pub use answer::{
    MAX_ANSWER_BYTES, MAX_RECEIPT_CHARS, MAX_WORDS_CHARS, Receipt, SubmissionOutcome,
    SubmissionRefusal,
};
pub use key::Key;
pub use record::{Attempt, Record, Sent, SubmissionStatus};
pub use stored::{MAX_BODY_BYTES, MAX_RECORD_BYTES};

#[cfg(test)]
mod tests;
