//! Stored record of applications.

use super::{Key, Receipt, SubmissionRefusal};

/// The application in progress, and the last one that arrived.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Record {
    /// The application in progress.
    pub attempt: Option<Attempt>,
    /// The last one that arrived: its receipt stays visible until another replaces it.
    pub sent: Option<Sent>,
}

/// A submitted application, exactly as it was sent.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Attempt {
    /// Key by which the server counts it once.
    pub key: Key,
    /// Absolute address of the server.
    pub address: String,
    /// The file.
    pub body: String,
    /// Fingerprint of the request, which identifies it.
    pub request: String,
    /// Status of the submission.
    pub state: SubmissionStatus,
}

/// Status of a submission. `Sending` becomes one of the others, or the application arrives and the
/// attempt is removed; `Unknown` becomes `Sending` again when the reader retries.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum SubmissionStatus {
    /// Sent at this second.
    Sending(u64),
    /// Outcome unknown: it may have arrived.
    Unknown,
    /// Refused by the server.
    Refused(SubmissionRefusal),
}

/// An application that arrived.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Sent {
    /// Receipt of the server.
    pub receipt: Receipt,
    /// Fingerprint of the request, as in [`Attempt::request`].
    pub request: String,
}
