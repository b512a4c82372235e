//! An application on its way to the server that the site names, without a browser.
//!
//! A POST may arrive although its answer never does. So an application is kept until its outcome is
//! known, and sent again only by the reader, as it was and under its key, by which the server counts
//! it once. What its record is as text, and what an answer means, is in
//! [`crate::exchange::submission`].

mod state;
mod words;

pub use state::{ButtonAction, Doubt, SENDING_SECONDS, StoreState, Submission, SubmissionStep};
pub use words::{OutcomePart, ReceiptView, SubmissionView, submission_view, what_goes};

#[cfg(test)]
mod tests;
