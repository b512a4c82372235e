//! An application as it is kept and as a server answers it.
//!
//! A POST may arrive although its answer never does. So an application goes under a key of its own
//! ([`Key`]), by which the server counts it once however often it comes; it is kept until its
//! outcome is known ([`Record`]); and what an answer means is decided here ([`SubmissionOutcome`]). What may
//! be done with it is in `session::submission`.
//! docs/submission.md has the server's side of it.

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
