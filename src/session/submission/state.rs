//! State of an application, and the possible transitions.

use crate::exchange::fetch::FetchError;
use crate::exchange::submission::{
    Attempt, Key, Record, Sent, SubmissionOutcome, SubmissionRefusal, SubmissionStatus,
};

/// Seconds after which the outcome of an application sent by another tab is unknown: twice the
/// page's timeout.
pub const SENDING_SECONDS: u64 = 120;

/// State of the request on the page.
///
/// - `Incomplete` is a request without an answer, `Ready` one that can be submitted, and `Cannot`
///   one for which the browser could not create a key when the reader tried.
/// - [`Submission::begin`] and [`Submission::send`] lead from those and from `Refused` to
///   `Sending`; [`Submission::send`] alone from `Unknown`.
/// - [`Submission::end`] leads from `Sending` to `Sent`, `Refused` or `Unknown`.
/// - [`Submission::lose_sight`] leads from `Sending` to `Unknown`, as does a wait of
///   [`SENDING_SECONDS`] if another tab sends.
/// - [`Submission::give_up`] leads from `Unknown` back to the first three.
///
/// `Sent` and `Refused` belong to one request: another one can be ready meanwhile.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum SubmissionStep {
    /// The form has no answer yet.
    Incomplete,
    /// It can be submitted.
    Ready,
    /// The browser cannot create a key for it.
    Cannot,
    /// An application is being sent.
    Sending,
    /// It has arrived.
    Sent,
    /// The server refused it; it can be submitted again as a new application.
    Refused(SubmissionRefusal),
    /// An application may have arrived.
    Unknown {
        /// Error that left it open, if this page observed it.
        error: Option<SendError>,
        /// `true` if the request on the page is another one.
        is_other: bool,
        /// `true` if the browser's store has the record too.
        is_kept: bool,
    },
}

/// Reason why the outcome of an application is unknown.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SendError {
    /// The server cannot process it now; it answered with this status.
    Later(u16),
    /// There was no response, or it broke off.
    NoConnection,
    /// There was no response in time.
    TimedOut,
    /// The response cannot be understood.
    Strange,
}

/// Action of the button.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ButtonAction {
    /// None at the moment.
    Nothing,
    /// Submits the request on the page under a new key.
    Submit,
    /// Sends the recorded application again, unchanged.
    SendAgain,
}

/// Result of comparing with the stored record.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum StoreState {
    /// Nothing has changed.
    Same,
    /// Another tab wrote another record.
    Other,
    /// Another tab is sending: after [`SENDING_SECONDS`] it has recorded the outcome, or is gone.
    Sending,
}

/// Known state of an application.
///
/// ```
/// use jari::exchange::submission::{Attempt, Key, Record, SubmissionOutcome, SubmissionStatus};
/// use jari::session::submission::{SendError, Submission, SubmissionStep};
/// let mut submission = Submission::new(Record::default());
/// assert_eq!(submission.step("0a", 1_000, true), SubmissionStep::Ready);
/// let attempt = Attempt { key: Key::new([0; 16]), address: "https://a.example/apply".into(),
///     body: "{}".into(), request: "0a".into(), state: SubmissionStatus::Unknown };
/// submission.begin(Some(attempt));
/// let sent = submission.send(1_000).unwrap();
/// assert_eq!(submission.step("0a", 1_001, true), SubmissionStep::Sending);
/// submission.end(&sent, Ok(SubmissionOutcome::Later(503)));
/// let error = Some(SendError::Later(503)); // it may have arrived: the same key goes again
/// assert_eq!(submission.step("0a", 1_002, true),
///     SubmissionStep::Unknown { error, is_other: false, is_kept: true });
/// ```
#[derive(Clone, Debug)]
pub struct Submission {
    record: Record,
    /// `true` if the store has this record; otherwise the stored one is older.
    is_kept: bool,
    /// Key of the attempt whose response this page waits for.
    awaited: Option<Key>,
    /// `true` if the browser could not create a key.
    is_unable: bool,
    send_error: Option<SendError>,
}

impl Submission {
    /// Creates the state from a stored record.
    #[must_use]
    pub const fn new(record: Record) -> Self {
        Self { record, is_kept: true, awaited: None, is_unable: false, send_error: None }
    }

    /// Returns the record to store.
    #[must_use]
    pub const fn record(&self) -> &Record {
        &self.record
    }

    /// Returns the state of `request` at the second `now`; `is_answered` is `true` if the form has
    /// an answer.
    #[must_use]
    pub fn step(&self, request: &str, now: u64, is_answered: bool) -> SubmissionStep {
        let attempt = self.record.attempt.as_ref();
        if let Some(open) = attempt {
            let is_waited_for =
                // In either direction: if the clock was set back, the wait must not become longer.
                |since: u64| self.awaited.is_some() || now.abs_diff(since) < SENDING_SECONDS;
            match open.state {
                SubmissionStatus::Sending(since) if is_waited_for(since) => {
                    return SubmissionStep::Sending;
                }
                SubmissionStatus::Sending(_) | SubmissionStatus::Unknown => {
                    let is_other = open.request != request;
                    return SubmissionStep::Unknown {
                        error: self.send_error,
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
        // A sent application is shown even while the form has no answer.
        match (refusal, &self.record.sent) {
            (None, Some(sent)) if sent.request == request => SubmissionStep::Sent,
            _ if !is_answered => SubmissionStep::Incomplete,
            (Some(refusal), _) => SubmissionStep::Refused(refusal),
            (None, _) if self.is_unable => SubmissionStep::Cannot,
            (None, _) => SubmissionStep::Ready,
        }
    }

    /// Starts an application for the request on the page; `None` if the browser cannot create one.
    pub fn begin(&mut self, attempt: Option<Attempt>) {
        match attempt {
            Some(attempt) => self.record.attempt = Some(attempt),
            None => self.is_unable = true,
        }
    }

    /// Marks the recorded application as being sent from the second `now` on, under its key, and
    /// returns it.
    pub fn send(&mut self, now: u64) -> Option<Attempt> {
        let attempt = self.record.attempt.as_mut()?;
        attempt.state = SubmissionStatus::Sending(now);
        (self.awaited, self.send_error) = (Some(attempt.key.clone()), None);
        Some(attempt.clone())
    }

    /// Records the result of sending an application. A receipt counts even if another application
    /// is being sent by now.
    pub fn end(&mut self, sent: &Attempt, answer: Result<SubmissionOutcome, FetchError>) {
        // A late answer must not end the sending of the next application.
        if self.awaited.as_ref() == Some(&sent.key) {
            (self.awaited, self.send_error) = (None, send_error(&answer));
        }
        let own = self.record.attempt.as_mut().filter(|attempt| attempt.key == sent.key);
        match (answer.unwrap_or(SubmissionOutcome::Unknown), own) {
            (SubmissionOutcome::Accepted(receipt), own) => {
                // A receipt for an attempt that was given up leaves the current one alone.
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

    /// Discards an application with an unknown outcome on the reader's demand.
    pub fn give_up(&mut self) {
        (self.record.attempt, self.send_error) = (None, None);
    }

    /// Marks the application being sent as unknown because the page is closing, and returns `true`
    /// if one was being sent.
    pub fn lose_sight(&mut self) -> bool {
        if let Some(attempt) = self.record.attempt.as_mut().filter(|_| self.awaited.is_some())
            && matches!(attempt.state, SubmissionStatus::Sending(_))
        {
            attempt.state = SubmissionStatus::Unknown;
        }
        self.awaited.is_some()
    }

    /// Records whether the store took the record.
    pub fn note_kept(&mut self, is_kept: bool) {
        self.is_kept = is_kept;
    }

    /// Compares with the stored record and takes it over; ignored while this page is sending or
    /// could not store, as its own state is newer then.
    pub fn look(&mut self, stored: Record) -> StoreState {
        if self.awaited.is_some() || !self.is_kept || stored == self.record {
            return StoreState::Same;
        }
        (self.record, self.send_error) = (stored, None);
        match self.record.attempt.as_ref().map(|attempt| &attempt.state) {
            Some(SubmissionStatus::Sending(_)) => StoreState::Sending,
            _ => StoreState::Other,
        }
    }
}

/// Returns the error that an answer leaves the reader with.
fn send_error(answer: &Result<SubmissionOutcome, FetchError>) -> Option<SendError> {
    match answer {
        Ok(SubmissionOutcome::Accepted(_) | SubmissionOutcome::Refused(_)) => None,
        Ok(SubmissionOutcome::Later(status)) => Some(SendError::Later(*status)),
        Ok(SubmissionOutcome::Unknown) => Some(SendError::Strange),
        Err(FetchError::TimedOut) => Some(SendError::TimedOut),
        Err(_) => Some(SendError::NoConnection),
    }
}

impl SubmissionStep {
    /// Returns the current action of the button.
    #[must_use]
    pub const fn press(&self) -> ButtonAction {
        match self {
            Self::Ready | Self::Cannot | Self::Refused(_) => ButtonAction::Submit,
            Self::Unknown { .. } => ButtonAction::SendAgain,
            Self::Incomplete | Self::Sending | Self::Sent => ButtonAction::Nothing,
        }
    }
}
