//! Capacity file while the page is open: which one is shown, whether it is the newest, when to look
//! for a newer one, and the messages about it.
//!
//! A poll is one check for a newer file; each ends with the time of the next. The page sends every
//! [`FeedEvent`], with the hour and the random number that it needs, and executes the returned
//! [`FeedCommand`].

mod failure;
mod retry;
mod site;
mod state;
mod words;

pub use failure::{LoadError, PollFailure};
pub use site::{SiteProblem, SiteSettings, is_kept_copy_better};
pub use state::{Feed, FeedCommand, FeedEvent, News, Own, Status};
pub use words::{Explain, FeedView, LoadFailure, feed_view, has_problems, progress, unexplained};

#[cfg(test)]
mod tests;
