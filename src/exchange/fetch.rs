//! Failures of a fetch, as data; the browser's side is `edge::fetch`.

/// Reason why a file could not be fetched.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum FetchError {
    /// The server answered with this status.
    Status(u16),
    /// No answer, or the connection broke off; holds the browser's own message.
    Network(String),
    /// No data for too long, or not all of it in time.
    TimedOut,
    /// The file exceeds the byte limit.
    TooLarge,
    /// Not a JSON object: a sign-in page, for example, or an error page.
    NotData,
}

impl FetchError {
    /// Returns `true` if the same request may succeed shortly: any status but 4xx, except 408 (too
    /// slow) and 429 (too many requests), and network failures.
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
