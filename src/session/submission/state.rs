//! What is known of an application, and what may be done with it.

use crate::exchange::fetch::FetchError;
use crate::exchange::submission::{
    Attempt, Record, Sent, SubmissionOutcome, SubmissionRefusal, SubmissionStatus,
};

/// Seconds after which one that another tab sends has no known outcome: twice what a page waits.
pub const SENDING_SECONDS: u64 = 120;

/// Where the reader stands with the request on the page.
///
/// - `Incomplete` is a request without an answer, `Ready` one that can be submitted, and `Cannot`
///   one for which the browser could not make a key when the reader tried.
/// - [`Submission::begin`] and [`Submission::send`] lead from those and from `Refused` to `Sending`;
///   [`Submission::send`] alone from `Unknown`.
/// - [`Submission::end`] leads from `Sending` to `Sent`, `Refused` or `Unknown`.
/// - [`Submission::lose_sight`] leads from `Sending` to `Unknown`, as do [`SENDING_SECONDS`] where
///   another tab sends.
/// - [`Submission::give_up`] leads from `Unknown` back to the first three.
///
/// `Sent` and `Refused` are of one request: another one is ready meanwhile.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum SubmissionStep {
    /// The form has no answer yet.
    Incomplete,
    /// It can be submitted.
    Ready,
    /// The browser cannot make a key for it.
    Cannot,
    /// An application is on its way.
    Sending,
    /// It has arrived.
    Sent,
    /// The server did not take it; it can be submitted again, as another one.
    Refused(SubmissionRefusal),
    /// An application may have arrived.
    Unknown {
        /// Why that is open, where this page saw it.
        doubt: Option<Doubt>,
        /// Whether the request on the page is another one.
        is_other: bool,
        /// Whether the browser has it too.
        is_kept: bool,
    },
}

/// Why it is not known what came of an application.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Doubt {
    /// The server cannot deal with it now, by this status.
    Later(u16),
    /// There was no answer, or it broke off.
    NoConnection,
    /// There was none in time.
    TimedOut,
    /// It cannot be understood.
    Strange,
}

/// What the button does.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ButtonAction {
    /// Nothing now.
    Nothing,
    /// Submits the request on the page, under a new key.
    Submit,
    /// Sends the application of the record again, as it was.
    SendAgain,
}

/// What a look at the store has shown.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum StoreState {
    /// Nothing new.
    Same,
    /// Another tab wrote another record.
    Other,
    /// Another tab sends: after [`SENDING_SECONDS`] it has told the outcome, or is gone.
    Sending,
}

/// What is known of an application.
#[derive(Clone, Debug)]
pub struct Submission {
    record: Record,
    /// Whether the store has it too; else what the store has is older.
    is_kept: bool,
    /// Whether this page waits for an answer.
    is_under_way: bool,
    /// Whether the browser could not make a key.
    is_unable: bool,
    doubt: Option<Doubt>,
}

impl Submission {
    /// What a record says, as the store has it.
    #[must_use]
    pub const fn new(record: Record) -> Self {
        Self { record, is_kept: true, is_under_way: false, is_unable: false, doubt: None }
    }

    /// The record to store.
    #[must_use]
    pub const fn record(&self) -> &Record {
        &self.record
    }

    /// Where the reader stands with this request at this second; `is_answered` where the form has an
    /// answer.
    #[must_use]
    pub fn step(&self, request: &str, now: u64, is_answered: bool) -> SubmissionStep {
        let attempt = self.record.attempt.as_ref();
        if let Some(open) = attempt {
            let is_waited_for =
                |since: u64| self.is_under_way || now.abs_diff(since) < SENDING_SECONDS;
            match open.state {
                SubmissionStatus::Sending(since) if is_waited_for(since) => {
                    return SubmissionStep::Sending;
                }
                SubmissionStatus::Sending(_) | SubmissionStatus::Unknown => {
                    let is_other = open.request != request;
                    return SubmissionStep::Unknown {
                        doubt: self.doubt,
                        is_other,
                        is_kept: self.is_kept,
                    };
                }
                SubmissionStatus::Refused(_) => {}
            }
        }
        let refused = attempt.filter(|attempt| attempt.request == request);
        let refusal = refused.and_then(|attempt| match &attempt.state {
            SubmissionStatus::Refused(refusal) => Some(refusal.clone()),
            SubmissionStatus::Sending(_) | SubmissionStatus::Unknown => None,
        });
        match (refusal, &self.record.sent) {
            (None, Some(sent)) if sent.request == request => SubmissionStep::Sent,
            _ if !is_answered => SubmissionStep::Incomplete,
            (Some(refusal), _) => SubmissionStep::Refused(refusal),
            (None, _) if self.is_unable => SubmissionStep::Cannot,
            (None, _) => SubmissionStep::Ready,
        }
    }

    /// Begins an application of the request on the page; `None` where the browser cannot make one.
    pub fn begin(&mut self, attempt: Option<Attempt>) {
        match attempt {
            Some(attempt) => self.record.attempt = Some(attempt),
            None => self.is_unable = true,
        }
    }

    /// Sends the application of the record from this second on, under its key.
    pub fn send(&mut self, now: u64) -> Option<Attempt> {
        let attempt = self.record.attempt.as_mut()?;
        attempt.state = SubmissionStatus::Sending(now);
        (self.is_under_way, self.doubt) = (true, None);
        Some(attempt.clone())
    }

    /// Ends the sending of an application by what came of it. A receipt counts even where another
    /// one is under way by now.
    pub fn end(&mut self, sent: &Attempt, answer: Result<SubmissionOutcome, FetchError>) {
        self.is_under_way = false;
        self.doubt = match &answer {
            Ok(SubmissionOutcome::Accepted(_) | SubmissionOutcome::Refused(_)) => None,
            Ok(SubmissionOutcome::Later(status)) => Some(Doubt::Later(*status)),
            Ok(SubmissionOutcome::Unknown) => Some(Doubt::Strange),
            Err(FetchError::TimedOut) => Some(Doubt::TimedOut),
            Err(_) => Some(Doubt::NoConnection),
        };
        let own = self.record.attempt.as_mut().filter(|attempt| attempt.key == sent.key);
        match (answer.unwrap_or(SubmissionOutcome::Unknown), own) {
            (SubmissionOutcome::Accepted(receipt), own) => {
                if own.is_some() {
                    self.record.attempt = None;
                }
                self.record.sent = Some(Sent { receipt, request: sent.request.clone() });
            }
            (SubmissionOutcome::Refused(refusal), Some(attempt)) => {
                attempt.state = SubmissionStatus::Refused(refusal)
            }
            (SubmissionOutcome::Later(_) | SubmissionOutcome::Unknown, Some(attempt)) => {
                attempt.state = SubmissionStatus::Unknown
            }
            (_, None) => {}
        }
    }

    /// The reader does not want to know any more what came of it.
    pub fn give_up(&mut self) {
        (self.record.attempt, self.doubt) = (None, None);
    }

    /// The page is left; whether what it sends arrives is not known any more. Whether it does.
    pub fn lose_sight(&mut self) -> bool {
        if let Some(attempt) = self.record.attempt.as_mut().filter(|_| self.is_under_way)
            && matches!(attempt.state, SubmissionStatus::Sending(_))
        {
            attempt.state = SubmissionStatus::Unknown;
        }
        self.is_under_way
    }

    /// Notes whether the store took the record.
    pub fn note_kept(&mut self, is_kept: bool) {
        self.is_kept = is_kept;
    }

    /// Looks at the record that the store has. What this page sends, or cannot store, it knows better
    /// itself.
    pub fn look(&mut self, stored: Record) -> StoreState {
        if self.is_under_way || !self.is_kept || stored == self.record {
            return StoreState::Same;
        }
        (self.record, self.doubt) = (stored, None);
        match self.record.attempt.as_ref().map(|attempt| &attempt.state) {
            Some(SubmissionStatus::Sending(_)) => StoreState::Sending,
            _ => StoreState::Other,
        }
    }
}

impl SubmissionStep {
    /// What the button does now.
    #[must_use]
    pub const fn press(&self) -> ButtonAction {
        match self {
            Self::Ready | Self::Cannot | Self::Refused(_) => ButtonAction::Submit,
            Self::Unknown { .. } => ButtonAction::SendAgain,
            Self::Incomplete | Self::Sending | Self::Sent => ButtonAction::Nothing,
        }
    }
}
