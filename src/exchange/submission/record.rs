//! What is known of an application, and what may be done with it.

use super::{Key, Outcome, Receipt, Refusal};

/// Seconds after which one that another tab sends has no known outcome: twice what a page waits.
pub const SENDING_SECONDS: u64 = 120;

/// The application under way, and the last one that arrived.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Record {
    /// The one under way.
    pub attempt: Option<Attempt>,
    /// The last one that arrived: its receipt stays in sight until another takes its place.
    pub sent: Option<Sent>,
}

/// An application that was sent, as it was sent.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Attempt {
    /// What the server counts it by.
    pub key: Key,
    /// Where it goes, as a whole address.
    pub address: String,
    /// The file.
    pub body: String,
    /// Tells its request from others: the fingerprint of what was asked.
    pub request: String,
    /// How it stands.
    pub state: State,
}

/// How an application stands. `Sending` becomes either other, or arrives, and is then none;
/// `Unknown` becomes `Sending` when the reader tries again.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum State {
    /// It left at this second.
    Sending(u64),
    /// It may have arrived.
    Unknown,
    /// The server does not take it.
    Refused(Refusal),
}

/// An application that arrived.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Sent {
    /// What the server gave for it.
    pub receipt: Receipt,
    /// As of [`Attempt::request`].
    pub request: String,
}

/// Where the reader stands with the request on the page.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Stage<'a> {
    /// It can be submitted.
    Ready,
    /// An application is on its way.
    Sending,
    /// It has arrived.
    Sent,
    /// The server did not take it; it can be submitted again, as another one.
    Refused(&'a Refusal),
    /// An application, perhaps of another request, may have arrived.
    Unknown(&'a Attempt),
}

impl Record {
    /// Where the reader stands with this request at this second; `is_here` where this page itself
    /// waits for an answer.
    #[must_use]
    pub fn stage(&self, request: &str, now: u64, is_here: bool) -> Stage<'_> {
        if let Some(attempt) = &self.attempt {
            match &attempt.state {
                State::Sending(since) if is_here || now.abs_diff(*since) < SENDING_SECONDS => {
                    return Stage::Sending;
                }
                State::Sending(_) | State::Unknown => return Stage::Unknown(attempt),
                State::Refused(refusal) if attempt.request == request => {
                    return Stage::Refused(refusal);
                }
                State::Refused(_) => {}
            }
        }
        match &self.sent {
            Some(sent) if sent.request == request => Stage::Sent,
            _ => Stage::Ready,
        }
    }

    /// The reader tries again: the same application under the same key.
    pub fn send_again(&mut self, now: u64) -> Option<&Attempt> {
        let attempt = self.attempt.as_mut()?;
        attempt.state = State::Sending(now);
        Some(attempt)
    }

    /// What came of the application with this key. A receipt counts even where another one is
    /// under way by now.
    pub fn end(&mut self, key: &Key, request: &str, outcome: Outcome) {
        let attempt = self.attempt.as_mut().filter(|attempt| attempt.key == *key);
        match (outcome, attempt) {
            (Outcome::Accepted(receipt), attempt) => {
                let is_own = attempt.is_some();
                self.sent = Some(Sent { receipt, request: request.to_owned() });
                if is_own {
                    self.attempt = None;
                }
            }
            (Outcome::Refused(refusal), Some(attempt)) => attempt.state = State::Refused(refusal),
            (Outcome::Later(_) | Outcome::Unknown, Some(attempt)) => attempt.state = State::Unknown,
            (_, None) => {}
        }
    }

    /// The page that sends is left: whether it arrives is not known any more.
    pub fn lose_sight(&mut self) {
        if let Some(attempt) = &mut self.attempt
            && matches!(attempt.state, State::Sending(_))
        {
            attempt.state = State::Unknown;
        }
    }
}
