//! Reasons why there is no newer file. What is retried, and when, is in `retry.rs`; the statuses of
//! a server are in [`crate::exchange::fetch`].

use crate::exchange::fetch::FetchError;
use crate::model::Problem;

/// Reason why a file could not be loaded.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum LoadError {
    /// It could not be fetched.
    Fetch(FetchError),
    /// It is not a capacity file.
    Unreadable(Problem),
}

impl LoadError {
    /// Returns `true` if a response arrived that cannot be used.
    #[must_use]
    pub const fn is_refusal(&self) -> bool {
        matches!(
            self,
            Self::Unreadable(_) | Self::Fetch(FetchError::TooLarge | FetchError::NotData)
        )
    }

    /// Returns `true` if a retry may succeed.
    #[must_use]
    pub const fn is_transient(&self) -> bool {
        match self {
            Self::Fetch(error) => error.is_transient(),
            Self::Unreadable(_) => false,
        }
    }
}

/// Failed poll.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PollFailure {
    /// Error of the poll.
    pub error: LoadError,
    /// Minute of the first failure in the current run of failures.
    pub since: u32,
    /// `true` if the next poll starts without the reader.
    pub retries: bool,
}
