//! The capacity file while the page is open: which one is shown, whether it is the newest, when to
//! look for a newer one, and what the reader is told of it.
//!
//! A poll is one look for a newer file, and each ends with the time of the next. The page sends each
//! [`FeedEvent`], with the hour and the random share that it needs, and does what the [`Command`] says.

mod failure;
mod retry;
mod site;
mod state;
mod words;

pub use failure::{LoadError, PollFailure};
pub use site::{SiteProblem, SiteSettings, is_kept_copy_better};
pub use state::{Command, Feed, FeedEvent, News, Own, Status};
pub use words::{Explain, FeedView, LoadFailure, feed_view, has_problems, progress, unexplained};

#[cfg(test)]
mod tests;
