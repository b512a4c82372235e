//! Why there is no newer file.

use crate::exchange::fetch::FetchError;
use crate::model::Problem;

/// Why a file could not be loaded.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum LoadError {
    /// It could not be fetched.
    Fetch(FetchError),
    /// It is no capacity file.
    Unreadable(Problem),
}

impl LoadError {
    /// Whether something came, and cannot be read.
    #[must_use]
    pub const fn is_refusal(&self) -> bool {
        matches!(
            self,
            Self::Unreadable(_) | Self::Fetch(FetchError::TooLarge | FetchError::NotData)
        )
    }

    /// Whether the next moment may bring what this one did not.
    #[must_use]
    pub const fn is_transient(&self) -> bool {
        match self {
            Self::Fetch(error) => error.is_transient(),
            Self::Unreadable(_) => false,
        }
    }
}

/// A poll that failed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PollFailure {
    /// What happened.
    pub error: LoadError,
    /// Minute of the first failure in the current run of failures.
    pub since: u32,
    /// Whether the next poll comes without the reader.
    pub retries: bool,
}
