//! The state of the feed, and its transitions.

use super::failure::{LoadError, PollFailure};
use super::retry;
use super::site::SiteSettings;
use crate::model::{Hour, Text};
use crate::session::file::CapacityFile;
use crate::session::own_file::OwnFile;
use std::sync::Arc;

/// Whether the file shown is the one that the server has.
///
/// - `Loading` is where the page starts, and where [`FeedEvent::Retry`] leads from any other.
/// - [`FeedEvent::End`] leads from any of them to `Current` where the poll succeeded, and to `Failed`
///   where it did not.
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

/// The reader's own file, in the place of the server's.
#[derive(Clone, Default)]
pub enum Own {
    /// There is none: the server's is shown.
    #[default]
    None,
    /// One was kept, and is being read: nothing is shown until it is known.
    Awaited,
    /// This one is shown. The server's is polled for all the same, for when the reader goes back.
    Used(Arc<OwnFile>),
}

/// What happens to a feed.
pub enum FeedEvent {
    /// The page has started.
    Start,
    /// The reader asks for the file.
    Retry,
    /// The network is back.
    Online,
    /// The page is looked at again.
    Visible(Hour),
    /// The wait after a poll is over.
    Due {
        /// The poll that the wait came after; where another one began since, nothing is due.
        poll: u32,
        /// Whether nobody looks at the page; then it polls once it is visible.
        is_hidden: bool,
    },
    /// The settings of the site were fetched, or were not.
    Configured(Box<SiteSettings>),
    /// So many bytes of the file have come, and of how many where that is known.
    Received(usize, Option<usize>),
    /// A file came that is another one than the one shown.
    Came(Arc<CapacityFile>),
    /// In the place of a file that did not come there is a copy, kept at this minute.
    Restored(Arc<CapacityFile>, u32),
    /// It is known what a newer file changes.
    Compared(News),
    /// The reader has seen the news.
    Dismissed,
    /// The reader's own file comes, or goes.
    Own(Own),
    /// Saved requests were asked again: what that changed, in a few words.
    Answered(Option<Text>),
    /// The poll has ended.
    End {
        /// Whether the file that is now shown is the server's, or why that is not known.
        result: Result<(), LoadError>,
        /// The hour by the clock.
        hour: Hour,
        /// The minute by the clock.
        minute: u32,
        /// At random from 0 to 1: how much of a pause is waited.
        share: f64,
    },
}

/// What the page has to do after an event.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Command {
    /// Nothing; what is shown is as it was.
    None,
    /// Show what has changed, as after every other command.
    Render,
    /// Fetch the file, and send [`FeedEvent::Came`] or [`FeedEvent::Restored`] where there is one, and
    /// [`FeedEvent::End`]; with the settings, fetch those first and send [`FeedEvent::Configured`].
    Poll {
        /// Whether the settings are to be fetched too.
        with_settings: bool,
    },
    /// Send [`FeedEvent::Due`] with the number of this poll after so many milliseconds.
    Wait {
        /// How long.
        milliseconds: u32,
        /// The poll that has ended.
        poll: u32,
    },
}

impl Command {
    /// The same, but to show what has changed where there is nothing else to do.
    fn or_render(self) -> Self {
        if self == Self::None { Self::Render } else { self }
    }
}

/// That the file was replaced by a newer one.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct News {
    /// What the newer one describes.
    pub as_of: Hour,
    /// What it changes in the answer.
    pub changed: Option<Text>,
}

/// The capacity file, and what one poll leaves to the next.
pub struct Feed {
    /// The last file of the server that could be read.
    pub(super) file: Option<Arc<CapacityFile>>,
    own: Own,
    /// What that changes in the answers of saved requests, in a few words.
    pub(super) changed: Option<Text>,
    pub(super) status: Status,
    /// When the copy was kept that is shown instead of what the server has.
    pub(super) copy_of: Option<u32>,
    /// That there is a newer file, until the reader has seen it.
    pub(super) news: Option<News>,
    /// The hour of the last poll, or in which the page was seen last.
    pub(super) hour: Hour,
    pub(super) site: SiteSettings,
    /// Megabytes that have come.
    pub(super) received: u32,
    /// Megabytes that there are; 0 where it is not known.
    pub(super) total: u32,
    /// Revision of the choices that the file offers.
    choices: u32,
    /// The number of the last poll that began.
    poll: u32,
    is_under_way: bool,
    /// Whether a poll was due while nobody was looking.
    is_missed: bool,
    /// How many have failed in a row.
    failures: u32,
    /// The minute of the first of them.
    since: Option<u32>,
}

impl Feed {
    /// A feed without a file.
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

    /// The file shown.
    #[must_use]
    pub fn file(&self) -> Option<&Arc<CapacityFile>> {
        match &self.own {
            Own::None => self.file.as_ref(),
            Own::Awaited => None,
            Own::Used(own) => Some(&own.file),
        }
    }

    /// Whether the reader's own file is being read.
    #[must_use]
    pub const fn awaits_own(&self) -> bool {
        matches!(self.own, Own::Awaited)
    }

    /// The server's file, whichever is shown.
    #[must_use]
    pub const fn published(&self) -> Option<&Arc<CapacityFile>> {
        self.file.as_ref()
    }

    /// The reader's own file, where that is shown.
    #[must_use]
    pub const fn own(&self) -> Option<&Arc<OwnFile>> {
        match &self.own {
            Own::Used(own) => Some(own),
            Own::None | Own::Awaited => None,
        }
    }

    /// Whether the file shown is the one that the server has.
    #[must_use]
    pub const fn status(&self) -> &Status {
        &self.status
    }

    /// Revision of the choices that the file offers: another one where forms and lists have to be
    /// made anew, 0 while there is no file.
    #[must_use]
    pub const fn choices(&self) -> u32 {
        self.choices
    }

    /// Where to fetch the file.
    #[must_use]
    pub fn capacity_url(&self) -> &str {
        &self.site.settings.capacity_url
    }

    /// Where applications are posted to; `None` where they are not, as those on a file that the
    /// server does not have.
    #[must_use]
    pub fn submit_url(&self) -> Option<&str> {
        self.site.settings.submit_url.as_deref().filter(|_| self.own().is_none())
    }

    /// Whether the server's file has this fingerprint.
    #[must_use]
    pub fn shows(&self, fingerprint: &str) -> bool {
        self.file.as_ref().is_some_and(|file| file.fingerprint == fingerprint)
    }

    /// Makes the transition of an event, and says what to do next.
    pub fn apply(&mut self, event: FeedEvent) -> Command {
        match event {
            FeedEvent::Start => self.poll(),
            FeedEvent::Retry => {
                self.status = Status::Loading;
                self.poll().or_render()
            }
            FeedEvent::Online if matches!(self.status, Status::Failed(_)) => self.poll(),
            FeedEvent::Visible(hour) => {
                let is_same = core::mem::replace(&mut self.hour, hour) == hour;
                match self.is_missed {
                    true => self.poll(),
                    false if is_same => Command::None,
                    false => Command::Render,
                }
            }
            FeedEvent::Due { poll, .. } if poll != self.poll => Command::None,
            FeedEvent::Due { is_hidden: true, .. } => {
                self.is_missed = true;
                Command::None
            }
            FeedEvent::Due { .. } => self.poll(),
            FeedEvent::Online => Command::None,
            FeedEvent::Configured(site) => {
                self.site = *site;
                Command::Render
            }
            FeedEvent::Received(received, total) => self.receive(received, total),
            FeedEvent::Came(file) => self.show(file),
            FeedEvent::Restored(file, kept_at) => {
                self.copy_of = Some(kept_at);
                self.show(file)
            }
            FeedEvent::Compared(news) => {
                self.news = Some(news);
                Command::Render
            }
            FeedEvent::Dismissed => {
                self.news = None;
                Command::Render
            }
            FeedEvent::Answered(changed) => {
                self.changed = changed;
                Command::Render
            }
            FeedEvent::Own(own) => {
                (self.own, self.news) = (own, None);
                let next = self.choices.wrapping_add(1).max(1);
                self.choices = if self.file().is_some() { next } else { 0 };
                Command::Render
            }
            FeedEvent::End { result, hour, minute, share } => {
                (self.is_under_way, self.hour) = (false, hour);
                let poll = self.poll;
                let next = self.end(result, minute, share);
                next.map_or(Command::Render, |milliseconds| Command::Wait { milliseconds, poll })
            }
        }
    }

    /// Begins a poll, unless one is under way.
    fn poll(&mut self) -> Command {
        if core::mem::replace(&mut self.is_under_way, true) {
            return Command::None;
        }
        self.is_missed = false;
        self.poll = self.poll.wrapping_add(1);
        Command::Poll { with_settings: !self.site.is_final }
    }

    /// Counts whole megabytes.
    fn receive(&mut self, received: usize, total: Option<usize>) -> Command {
        let megabytes = |bytes: usize| u32::try_from(bytes / 1_000_000).unwrap_or(u32::MAX);
        let now = (megabytes(received), total.map_or(0, megabytes));
        let before = (self.received, self.total);
        (self.received, self.total) = now;
        if now == before { Command::None } else { Command::Render }
    }

    /// Puts a file in the place of the one before.
    fn show(&mut self, file: Arc<CapacityFile>) -> Command {
        let before = self.file.replace(Arc::clone(&file));
        let is_same = before.is_some_and(|before| file.offers_the_same_choices_as(&before));
        if matches!(self.own, Own::None) && !is_same {
            self.choices = self.choices.wrapping_add(1).max(1);
        }
        Command::Render
    }

    /// Sets the status after a poll, and gives the milliseconds until the next one. A failure that
    /// may pass is retried after a pause; else the next poll comes in its period, after a failure
    /// without a file only where the reader asks for it.
    fn end(&mut self, result: Result<(), LoadError>, minute: u32, share: f64) -> Option<u32> {
        let period =
            self.site.settings.refresh_seconds.map(|seconds| seconds.saturating_mul(1_000));
        let Err(error) = result else {
            (self.failures, self.since, self.copy_of) = (0, None, None);
            self.status = Status::Current;
            return period;
        };
        self.failures = self.failures.saturating_add(1);
        let since = *self.since.get_or_insert(minute);
        let next = match error.is_transient() {
            true => Some(retry::delay(self.failures, share)),
            false => period.filter(|_| self.file.is_some()),
        };
        self.status = Status::Failed(PollFailure { error, since, retries: next.is_some() });
        next
    }
}
