//! State machine of the feed.

use super::failure::{LoadError, PollFailure};
use super::site::SiteSettings;
use crate::model::{Hour, Text};
use crate::session::capacity_file::CapacityFile;
use crate::session::own_file::OwnFile;
use std::sync::Arc;

/// Status of the server's file.
///
/// - `Loading` is the initial status, and the one that [`FeedEvent::Retry`] leads to from any
///   other.
/// - [`FeedEvent::End`] leads from any of them to `Current` if the poll succeeded, and to
///   `Failed` if it did not.
///
/// No other event changes it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Status {
    /// The reader waits for the file.
    Loading,
    /// The last poll found that the file shown is the server's.
    Current,
    /// The last poll failed.
    Failed(PollFailure),
}

/// State of the reader's own file, shown in place of the server's.
#[derive(Clone, Default)]
pub enum Own {
    /// There is none: the server's file is shown.
    #[default]
    None,
    /// A kept file is being read: nothing is shown until it is known.
    Awaited,
    /// This file is shown. The server's file is still polled, for when the reader switches back.
    Used(Arc<OwnFile>),
}

/// Event of a feed.
pub enum FeedEvent {
    /// The page has started.
    Start,
    /// The reader asks for the file.
    Retry,
    /// The network is back.
    Online,
    /// The page became visible again, at this hour.
    Visible(Hour),
    /// The wait after a poll is over.
    Due {
        /// Number of the poll that the wait followed; if another one has begun since, the event is
        /// ignored.
        poll: u32,
        /// `true` if the page is not visible; then it polls once it becomes visible.
        is_hidden: bool,
    },
    /// The settings of the site were fetched, or could not be.
    Configured(Box<SiteSettings>),
    /// Bytes of the file received so far, and in total if that is known.
    Received(usize, Option<usize>),
    /// A file arrived that differs from the one shown.
    Came(Arc<CapacityFile>),
    /// A copy kept at this minute takes the place of a file that did not arrive.
    Restored(Arc<CapacityFile>, u32),
    /// The changes of a newer file are known.
    Compared(News),
    /// The reader has seen the news.
    Dismissed,
    /// The reader's own file changed its state.
    Own(Own),
    /// Saved requests were asked again, with the changes in a few words.
    Answered(Option<Text>),
    /// The poll has ended.
    End {
        /// `Ok` if the file now shown is the server's, else the reason why that is not known.
        result: Result<(), LoadError>,
        /// Current hour.
        hour: Hour,
        /// Current minute.
        minute: u32,
        /// Random number from 0 to 1 that selects the length of a retry delay.
        share: f64,
    },
}

/// Work of the page after an event.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum FeedCommand {
    /// Nothing; the display is unchanged.
    None,
    /// Update the display, as after every other command.
    Render,
    /// Fetch the file, then send [`FeedEvent::Came`] or [`FeedEvent::Restored`] if there is one,
    /// and [`FeedEvent::End`]. With `with_settings`, fetch the settings first and send
    /// [`FeedEvent::Configured`].
    Poll {
        /// `true` if the settings have to be fetched too.
        with_settings: bool,
    },
    /// Send [`FeedEvent::Due`] with the number of this poll after `milliseconds`.
    Wait {
        /// Duration of the wait.
        milliseconds: u32,
        /// Number of the poll that has ended.
        poll: u32,
    },
}

impl FeedCommand {
    /// Returns `Render` instead of `None`, any other command unchanged.
    fn or_render(self) -> Self {
        if self == Self::None { Self::Render } else { self }
    }
}

/// News that a newer file replaced the one shown.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct News {
    /// Hour that the newer file describes.
    pub as_of: Hour,
    /// Change that it makes to the answer.
    pub changed: Option<Text>,
}

/// Capacity file, and the state kept between polls.
///
/// ```
/// use jari::session::feed::{Feed, FeedCommand, FeedEvent, LoadError, Status};
/// use jari::{exchange::fetch::FetchError, model::Hour};
/// let hour = Hour::of_date(2027, 1, 4).unwrap();
/// let mut feed = Feed::new(hour);
/// let begun = feed.apply(FeedEvent::Start);
/// assert_eq!(begun, FeedCommand::Poll { with_settings: true });
/// // The first failure is tried again after half a second to a second.
/// let result = Err(LoadError::Fetch(FetchError::TimedOut));
/// let end = FeedEvent::End { result, hour, minute: 29_982_245, share: 1.0 };
/// assert_eq!(feed.apply(end), FeedCommand::Wait { milliseconds: 1_000, poll: 1 });
/// assert!(matches!(feed.status(), Status::Failed(failure) if failure.retries));
/// let due = FeedEvent::Due { poll: 1, is_hidden: false };
/// assert_eq!(feed.apply(due), FeedCommand::Poll { with_settings: true });
/// ```
pub struct Feed {
    /// Last readable file of the server.
    pub(super) file: Option<Arc<CapacityFile>>,
    own: Own,
    /// Changes in the answers of saved requests, in a few words.
    pub(super) changed: Option<Text>,
    pub(super) status: Status,
    /// Minute at which the copy was kept that is shown in place of the server's file.
    pub(super) copy_of: Option<u32>,
    /// News about a newer file, until the reader has seen it.
    pub(super) news: Option<News>,
    /// Hour of the last poll, or of the last time the page became visible.
    pub(super) hour: Hour,
    pub(super) site: SiteSettings,
    /// Megabytes received.
    pub(super) received: u32,
    /// Total megabytes; 0 if not known.
    pub(super) total: u32,
    /// Revision of the choices that the file offers.
    choices: u32,
    /// Number of the last poll that began.
    poll: u32,
    is_under_way: bool,
    /// `true` if a poll was due while the page was not visible.
    is_missed: bool,
    /// Number of consecutive failures.
    pub(super) failures: u32,
    /// Minute of the first of these failures.
    pub(super) since: Option<u32>,
}

impl Feed {
    /// Creates a feed without a file.
    #[must_use]
    pub fn new(now: Hour) -> Self {
        Self {
            file: None,
            own: Own::None,
            changed: None,
            status: Status::Loading,
            copy_of: None,
            news: None,
            hour: now,
            site: SiteSettings::default(),
            received: 0,
            total: 0,
            choices: 0,
            poll: 0,
            is_under_way: false,
            is_missed: false,
            failures: 0,
            since: None,
        }
    }

    /// Returns the file shown.
    #[must_use]
    pub fn file(&self) -> Option<&Arc<CapacityFile>> {
        match &self.own {
            Own::None => self.file.as_ref(),
            Own::Awaited => None,
            Own::Used(own) => Some(&own.file),
        }
    }

    /// Returns `true` while the reader's own file is being read.
    #[must_use]
    pub const fn awaits_own(&self) -> bool {
        matches!(self.own, Own::Awaited)
    }

    /// Returns the server's file, even if another one is shown.
    #[must_use]
    pub const fn published(&self) -> Option<&Arc<CapacityFile>> {
        self.file.as_ref()
    }

    /// Returns the reader's own file, if it is shown.
    #[must_use]
    pub const fn own(&self) -> Option<&Arc<OwnFile>> {
        match &self.own {
            Own::Used(own) => Some(own),
            Own::None | Own::Awaited => None,
        }
    }

    /// Returns the status of the server's file.
    #[must_use]
    pub const fn status(&self) -> &Status {
        &self.status
    }

    /// Returns the revision of the choices that the file offers; it changes when forms and lists
    /// have to be rebuilt, and is 0 while there is no file.
    #[must_use]
    pub const fn choices(&self) -> u32 {
        self.choices
    }

    /// Returns the address of the capacity file.
    #[must_use]
    pub fn capacity_url(&self) -> &str {
        &self.site.settings.capacity_url
    }

    /// Returns the address that applications are posted to; `None` if they are not taken, or if the
    /// file shown is not the server's.
    #[must_use]
    pub fn submit_url(&self) -> Option<&str> {
        self.site.settings.submit_url.as_deref().filter(|_| self.own().is_none())
    }

    /// Returns `true` if the server's file has this fingerprint.
    #[must_use]
    pub fn shows(&self, fingerprint: &str) -> bool {
        self.file.as_ref().is_some_and(|file| file.fingerprint == fingerprint)
    }

    /// Applies an event and returns the next command.
    pub fn apply(&mut self, event: FeedEvent) -> FeedCommand {
        match event {
            FeedEvent::Start => self.poll(),
            FeedEvent::Retry => {
                self.status = Status::Loading;
                // The status has changed even if a poll is in progress already.
                self.poll().or_render()
            }
            // Without a failure nothing was missed, and the next poll comes in its time.
            FeedEvent::Online if matches!(self.status, Status::Failed(_)) => self.poll(),
            FeedEvent::Visible(hour) => {
                let is_same = core::mem::replace(&mut self.hour, hour) == hour;
                match self.is_missed {
                    true => self.poll(),
                    false if is_same => FeedCommand::None,
                    false => FeedCommand::Render,
                }
            }
            FeedEvent::Due { poll, .. } if poll != self.poll => FeedCommand::None,
            FeedEvent::Due { is_hidden: true, .. } => {
                self.is_missed = true;
                FeedCommand::None
            }
            FeedEvent::Due { .. } => self.poll(),
            FeedEvent::Online => FeedCommand::None,
            FeedEvent::Configured(site) => {
                self.site = *site;
                FeedCommand::Render
            }
            FeedEvent::Received(received, total) => self.receive(received, total),
            FeedEvent::Came(file) => self.show(file),
            FeedEvent::Restored(file, kept_at) => {
                self.copy_of = Some(kept_at);
                self.show(file)
            }
            FeedEvent::Compared(news) => {
                self.news = Some(news);
                FeedCommand::Render
            }
            FeedEvent::Dismissed => {
                self.news = None;
                FeedCommand::Render
            }
            FeedEvent::Answered(changed) => {
                self.changed = changed;
                FeedCommand::Render
            }
            FeedEvent::Own(own) => {
                // The news is about the file that was shown until now.
                (self.own, self.news) = (own, None);
                // Wraps to 1, because 0 means that there is no file.
                let next = self.choices.wrapping_add(1).max(1);
                self.choices = if self.file().is_some() { next } else { 0 };
                FeedCommand::Render
            }
            FeedEvent::End { result, hour, minute, share } => {
                (self.is_under_way, self.hour) = (false, hour);
                let poll = self.poll;
                let next = self.end(result, minute, share);
                next.map_or(FeedCommand::Render, |milliseconds| FeedCommand::Wait {
                    milliseconds,
                    poll,
                })
            }
        }
    }

    /// Starts a poll, unless one is in progress.
    fn poll(&mut self) -> FeedCommand {
        if core::mem::replace(&mut self.is_under_way, true) {
            return FeedCommand::None;
        }
        self.is_missed = false;
        self.poll = self.poll.wrapping_add(1);
        FeedCommand::Poll { with_settings: !self.site.is_final }
    }

    /// Records the progress in whole megabytes.
    fn receive(&mut self, received: usize, total: Option<usize>) -> FeedCommand {
        let megabytes = |bytes: usize| u32::try_from(bytes / 1_000_000).unwrap_or(u32::MAX);
        let now = (megabytes(received), total.map_or(0, megabytes));
        let before = (self.received, self.total);
        (self.received, self.total) = now;
        if now == before { FeedCommand::None } else { FeedCommand::Render }
    }

    /// Replaces the file, with a new revision if its choices differ.
    fn show(&mut self, file: Arc<CapacityFile>) -> FeedCommand {
        let before = self.file.replace(Arc::clone(&file));
        let is_same = before.is_some_and(|before| file.offers_the_same_choices_as(&before));
        // Behind a file of the reader's own, no form is made from this one.
        if matches!(self.own, Own::None) && !is_same {
            self.choices = self.choices.wrapping_add(1).max(1);
        }
        FeedCommand::Render
    }
}
