//! Texts about an application: its destination, its outcome, and the reader's options.

use super::state::{ButtonAction, SendError, Submission, SubmissionStep};
use crate::exchange::submission::{Receipt, SubmissionRefusal};
use crate::words::Lang;
use crate::words::catalogue::{Entry, feed, page, submit as words};

/// Application as shown on the page.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SubmissionView {
    /// Style: `incomplete`, `ready`, `cannot`, `sending`, `sent`, `refused` or `unknown`.
    pub stage: &'static str,
    /// Destination address, absolute or relative to the page.
    pub address: String,
    /// Text of the button.
    pub button: Entry,
    /// `true` if the button is disabled.
    pub is_off: bool,
    /// `true` if the reader can give up the application that was sent.
    pub can_give_up: bool,
    /// Outcome, and advice for the reader.
    pub outcome: Vec<OutcomePart>,
    /// Receipt of the last application, if that is not the one on the page.
    pub last: Option<ReceiptView>,
}

/// Part of the text about an outcome.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum OutcomePart {
    /// A sentence.
    Sentence(String),
    /// A receipt.
    Receipt(ReceiptView),
    /// Text from the server, by paragraph.
    Quote(Vec<String>),
}

/// Receipt of an application.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ReceiptView {
    /// Label of the receipt.
    pub name: Entry,
    /// Number that the server gave the application.
    pub number: String,
    /// Address at which the applicant continues.
    pub url: Option<String>,
}

impl ReceiptView {
    fn new(name: Entry, receipt: &Receipt) -> Self {
        Self { name, number: receipt.number.clone(), url: receipt.url.clone() }
    }
}

/// Returns the view of an application in this `step`, on a site that takes applications at `url`.
#[must_use]
pub fn submission_view(
    submission: &Submission,
    step: &SubmissionStep,
    url: &str,
    lang: Lang,
) -> SubmissionView {
    let record = submission.record();
    let open = record.attempt.as_ref();
    let open =
        open.filter(|_| matches!(step, SubmissionStep::Sending | SubmissionStep::Unknown { .. }));
    let receipt = record.sent.as_ref().map(|sent| &sent.receipt);
    let last = receipt.filter(|_| *step != SubmissionStep::Sent);
    SubmissionView {
        stage: stage(step),
        // A retry goes where the attempt went, even if the site names another address by now.
        address: open.map_or(url, |attempt| &attempt.address).to_owned(),
        button: button(step),
        is_off: step.press() == ButtonAction::Nothing,
        can_give_up: matches!(step, SubmissionStep::Unknown { .. }),
        outcome: outcome(step, receipt, lang),
        last: last.map(|receipt| ReceiptView::new(words::LAST_RECEIPT, receipt)),
    }
}

/// Returns a sentence on the receiving server and the data sent.
#[must_use]
pub fn what_goes(host: &str, lang: Lang) -> String {
    words::WHAT_GOES.fill(lang, &[("host", host)])
}

const fn button(step: &SubmissionStep) -> Entry {
    match step {
        SubmissionStep::Incomplete
        | SubmissionStep::Ready
        | SubmissionStep::Cannot
        | SubmissionStep::Refused(_) => words::SUBMIT,
        SubmissionStep::Sending => words::SUBMITTING,
        SubmissionStep::Sent => words::SUBMITTED,
        SubmissionStep::Unknown { .. } => page::RETRY,
    }
}

const fn stage(step: &SubmissionStep) -> &'static str {
    match step {
        SubmissionStep::Incomplete => "incomplete",
        SubmissionStep::Ready => "ready",
        SubmissionStep::Cannot => "cannot",
        SubmissionStep::Sending => "sending",
        SubmissionStep::Sent => "sent",
        SubmissionStep::Refused(_) => "refused",
        SubmissionStep::Unknown { .. } => "unknown",
    }
}

fn outcome(step: &SubmissionStep, receipt: Option<&Receipt>, lang: Lang) -> Vec<OutcomePart> {
    let one = |entry: Entry| vec![sentence(entry, lang)];
    match step {
        SubmissionStep::Incomplete => one(words::INCOMPLETE),
        SubmissionStep::Ready => one(words::NOT_YET),
        SubmissionStep::Cannot => one(words::CANNOT),
        SubmissionStep::Sending => one(words::UNDER_WAY),
        SubmissionStep::Sent => {
            let is_pending = receipt.is_some_and(|receipt| receipt.is_pending);
            let mut parts = one(if is_pending { words::PENDING } else { words::ACCEPTED });
            let receipt = receipt.map(|receipt| ReceiptView::new(words::RECEIPT, receipt));
            parts.extend(receipt.map(OutcomePart::Receipt));
            parts
        }
        SubmissionStep::Refused(refusal) => refused(refusal, lang),
        SubmissionStep::Unknown { error, is_other, is_kept } => {
            unknown(*error, *is_other, *is_kept, lang)
        }
    }
}

/// Returns the text of a refusal, with the server's words marked as a quotation.
fn refused(refusal: &SubmissionRefusal, lang: Lang) -> Vec<OutcomePart> {
    let reason = match refusal.words.as_slice() {
        [] => sentence(words::NO_REASON, lang),
        lines => OutcomePart::Quote(lines.to_vec()),
    };
    vec![
        with_status(words::REFUSED, refusal.status, lang),
        reason,
        sentence(words::REFUSED_DO, lang),
    ]
}

/// Returns the reason for the unknown outcome, and the note that trying again is safe.
fn unknown(
    error: Option<SendError>,
    is_other: bool,
    is_kept: bool,
    lang: Lang,
) -> Vec<OutcomePart> {
    // Status 409: the server is processing the application, so it has certainly arrived.
    let is_there = error == Some(SendError::Later(409));
    let why = match error {
        Some(SendError::Later(409)) => sentence(words::STILL_WORKING, lang),
        Some(SendError::Later(status)) => with_status(words::LATER, status, lang),
        Some(SendError::NoConnection) => sentence(feed::NO_CONNECTION, lang),
        Some(SendError::TimedOut) => sentence(feed::TIMED_OUT, lang),
        Some(SendError::Strange) => sentence(words::STRANGE, lang),
        None => sentence(words::OPEN, lang),
    };
    let more = [
        (!is_there).then_some(words::MAYBE),
        Some(words::SAFE),
        is_other.then_some(words::AS_IT_WAS),
        (!is_kept).then_some(words::NOT_KEPT),
        Some(words::DISCARD_WHAT),
    ];
    let more = more.into_iter().flatten().map(|entry| sentence(entry, lang));
    core::iter::once(why).chain(more).collect()
}

fn sentence(entry: Entry, lang: Lang) -> OutcomePart {
    OutcomePart::Sentence(entry.get(lang).to_owned())
}

fn with_status(entry: Entry, status: u16, lang: Lang) -> OutcomePart {
    OutcomePart::Sentence(entry.fill(lang, &[("status", &status.to_string())]))
}
