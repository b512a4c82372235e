//! Submission of an application to the server that the site names, without a browser.
//!
//! A POST may arrive although its response never does. So an application is kept until its outcome
//! is known, and is sent again only on the reader's demand, unchanged and under the same key, so
//! that the server counts it once. The text form of its record, and the meaning of responses, are
//! in [`crate::exchange::submission`].

mod state;
mod words;

pub use state::{ButtonAction, SENDING_SECONDS, SendError, StoreState, Submission, SubmissionStep};
pub use words::{OutcomePart, ReceiptView, SubmissionView, submission_view, what_goes};

#[cfg(test)]
mod tests;
