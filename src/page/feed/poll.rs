//! Polls: what the feed commands is done here, and reported to it.

use crate::edge::fetch::{Fetching, Limits};
use crate::edge::task::{self, Work};
use crate::edge::{clock, kept, random, window};
use crate::exchange::link::{Route, View};
use crate::model::limits::{MAX_BYTES, MAX_SETTINGS_BYTES};
use crate::model::{self, Problem, Settings};
use crate::page::components::focus;
use crate::page::context::{use_chunks, use_feed, use_request_form, use_route, use_scenario};
use crate::page::lazy::{FitCode, Lazy};
use crate::page::shared::Shared;
use crate::session::feed::{
    Command, Feed, FeedEvent, LoadError, News, SiteSettings, is_kept_copy_better,
};
use crate::session::{CapacityFile, PreparedScenario};
use crate::show::form::FormDraft;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;
use std::time::Duration;

/// A server that says nothing for so long has forgotten the page, and a file of 128 MiB takes
/// three minutes at 6 Mbit/s.
const LIMITS: Limits = Limits { bytes: MAX_BYTES, silent_seconds: 15, seconds: 180 };
/// The settings of the site, beside the page.
const SETTINGS: &str = "config.json";
/// The page waits for them: a few lines that do not come at once are done without.
const SETTINGS_LIMITS: Limits = Limits { bytes: MAX_SETTINGS_BYTES, silent_seconds: 5, seconds: 8 };

/// Polls for the capacity file: does what the feed commands, and reports to it.
#[derive(Clone, Copy)]
pub struct Poller {
    feed: RwSignal<Feed>,
    scenario: Memo<Option<Shared<PreparedScenario>>>,
    draft: Memo<FormDraft>,
    route: RwSignal<Route>,
    fit: Lazy<FitCode>,
}

/// Returns what polls for the capacity file.
pub fn use_poller() -> Poller {
    Poller {
        feed: use_feed().feed,
        scenario: use_scenario(),
        draft: use_request_form().draft,
        route: use_route(),
        fit: use_chunks().fit,
    }
}

impl Poller {
    /// Loads the file, and polls for a newer one from now on.
    pub fn start(self) {
        self.send(FeedEvent::Start);
        window::on("online", move |_| self.send(FeedEvent::Online));
        window::on_seen(move || self.send(FeedEvent::Visible(clock::now())));
    }

    /// Sends an event to the feed, and does what that commands.
    pub fn send(self, event: FeedEvent) {
        let apply = |feed: &mut Feed| {
            let command = feed.apply(event);
            (command != Command::None, command)
        };
        match self.feed.try_maybe_update(apply).unwrap_or(Command::None) {
            Command::None | Command::Render => {}
            Command::Poll { with_settings } => self.poll(with_settings),
            Command::Wait { milliseconds, poll } => {
                let due =
                    move || self.send(FeedEvent::Due { poll, is_hidden: document().hidden() });
                set_timeout(due, Duration::from_millis(milliseconds.into()));
            }
        }
    }

    fn poll(self, with_settings: bool) {
        // At the same time as the settings: only a site that has the file elsewhere fetches twice.
        let beside = with_settings.then(|| Fetching::start(Settings::CAPACITY_URL));
        spawn_local(async move {
            if with_settings {
                let site = fetch_site().await;
                self.send(FeedEvent::Configured(Box::new(site)));
            }
            let result = self.load(beside).await.map(|file| {
                if let Some(file) = file {
                    self.replace(Arc::new(file));
                }
            });
            let (hour, minute, share) = (clock::now(), clock::minute(), random::share());
            self.send(FeedEvent::End { result, hour, minute, share });
        });
    }

    /// The file at its address, or `None` where it is the one that is shown. Where it cannot be had and
    /// none is shown, the copy of the last visit is from now on.
    async fn load(self, beside: Option<Fetching>) -> Result<Option<CapacityFile>, LoadError> {
        let feed = self.feed;
        let url = feed.with_untracked(|feed| feed.capacity_url().to_owned());
        let beside = beside.filter(|_| url == Settings::CAPACITY_URL);
        let fetching = beside.unwrap_or_else(|| Fetching::start(&url));
        let receive = |received, total| self.send(FeedEvent::Received(received, total));
        let error = match fetching.bytes(LIMITS, &receive).await {
            Ok(bytes) => {
                let fingerprint = model::fingerprint(&bytes);
                if feed.with_untracked(|feed| feed.shows(&fingerprint)) {
                    return Ok(None);
                }
                match read(&bytes, fingerprint).await {
                    Ok(file) => {
                        kept::keep(&url, bytes);
                        return Ok(Some(file));
                    }
                    Err(problem) => LoadError::Unreadable(problem),
                }
            }
            Err(error) => LoadError::Fetch(error),
        };
        if feed.with_untracked(|feed| feed.published().is_none())
            && let Some(copy) = kept::read(&url).await
            && let Ok(file) = read(&copy.bytes, model::fingerprint(&copy.bytes)).await
        {
            self.send(FeedEvent::Restored(Arc::new(file), copy.kept_at));
        }
        Err(error)
    }

    /// Shows a file, and announces what it changes where there was another one before. What was typed
    /// is in the route, and stays; what had the focus gets it again where it was made anew.
    fn replace(self, file: Arc<CapacityFile>) {
        let (before, draft) = (self.scenario.get_untracked(), self.draft.get_untracked());
        let focused = document().active_element().map(|element| element.id()).unwrap_or_default();
        let as_of = file.snapshot.as_of;
        self.send(FeedEvent::Came(file));
        if self.feed.with_untracked(|feed| feed.own().is_some()) {
            return;
        }
        let (Some(before), Some(now)) = (before, self.scenario.get_untracked()) else { return };
        let code = match self.route.with_untracked(|route| route.view) {
            View::Fit => self.fit.code.get_untracked().and_then(Result::ok),
            View::Capacity | View::Size | View::Round | View::Data => None,
        };
        let changed = code.and_then(|code| (code.changed)(&before.0, &now.0, &draft, clock::now()));
        self.send(FeedEvent::Compared(News { as_of, changed }));
        set_timeout(
            move || {
                let focused_now = document().active_element().map(|element| element.id());
                if focused_now.is_none_or(|id| id.is_empty()) {
                    focus(&focused);
                }
            },
            Duration::ZERO,
        );
    }
}

async fn fetch_site() -> SiteSettings {
    let fetched = Fetching::start(SETTINGS).bytes(SETTINGS_LIMITS, &|_, _| ()).await;
    let copy = match &fetched {
        Ok(bytes) => {
            kept::keep(SETTINGS, bytes.clone());
            None
        }
        Err(error) if is_kept_copy_better(error) => kept::read(SETTINGS).await,
        Err(_) => None,
    };
    SiteSettings::new(fetched, copy.map(|copy| copy.bytes))
}

/// Reads a file in short tasks, so that the reader can press something meanwhile. All files are read
/// here: a reader is many kilobytes of code for each way to pause.
pub async fn read(bytes: &[u8], fingerprint: String) -> Result<CapacityFile, Problem> {
    // What came before this was work as well.
    task::next().await;
    let work = Work::begin();
    let reading = model::read_with_pauses(bytes, async || work.pause().await).await?;
    task::next().await;
    let file = CapacityFile::new(reading, fingerprint);
    // It is shown in a task without any of that.
    task::next().await;
    Ok(file)
}
