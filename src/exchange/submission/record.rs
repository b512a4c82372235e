//! What is kept of an application.

use super::{Key, Receipt, SubmissionRefusal};

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
    pub state: SubmissionStatus,
}

/// How an application stands. `Sending` becomes either other, or arrives, and is then none;
/// `Unknown` becomes `Sending` when the reader tries again.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum SubmissionStatus {
    /// It left at this second.
    Sending(u64),
    /// It may have arrived.
    Unknown,
    /// The server does not take it.
    Refused(SubmissionRefusal),
}

/// An application that arrived.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Sent {
    /// What the server gave for it.
    pub receipt: Receipt,
    /// As of [`Attempt::request`].
    pub request: String,
}
