//! How a fetch fails, as data: the browser's side of it is `edge::fetch`.

/// Why a file could not be fetched.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum FetchError {
    /// The server answered with this status.
    Status(u16),
    /// No answer, or it broke off; in the browser's own words.
    Network(String),
    /// Nothing came for too long, or not all of it in time.
    TimedOut,
    /// It has more bytes than may be read.
    TooLarge,
    /// It is no object of JSON: a page to sign in on, or an error in a page of its own.
    NotData,
}

impl FetchError {
    /// Whether the same request may succeed in a moment: not where the server says that the request
    /// itself is wrong, but where it was too slow, or one of too many.
    #[must_use]
    pub const fn is_transient(&self) -> bool {
        match self {
            Self::Status(status) => *status / 100 != 4 || matches!(*status, 408 | 429),
            Self::Network(_) | Self::TimedOut => true,
            Self::TooLarge | Self::NotData => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_wrong_with_the_request_stays_wrong() {
        for status in [400, 401, 403, 404, 410, 499] {
            assert!(!FetchError::Status(status).is_transient(), "{status}");
        }
        for status in [0, 300, 408, 429, 500, 502, 503, 504, 520, u16::MAX] {
            assert!(FetchError::Status(status).is_transient(), "{status}");
        }
        assert!(FetchError::Network(String::new()).is_transient());
        assert!(FetchError::TimedOut.is_transient());
        assert!(!FetchError::TooLarge.is_transient() && !FetchError::NotData.is_transient());
    }
}
