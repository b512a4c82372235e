//! Polling: carries out the commands of the feed, and reports the results to it.

use crate::edge::fetch::{Fetching, Limits};
use crate::edge::task::{self, Work};
use crate::edge::{clock, file_cache, random, window};
use crate::exchange::link::{Route, View};
use crate::model::limits::{MAX_BYTES, MAX_SETTINGS_BYTES};
use crate::model::{self, Problem, Settings};
use crate::page::components::focus;
use crate::page::context::{use_chunks, use_feed, use_request_form, use_route, use_scenario};
use crate::page::lazy::{FitCode, Lazy};
use crate::page::shared::Shared;
use crate::session::feed::{
    Feed, FeedCommand, FeedEvent, LoadError, News, SiteSettings, is_kept_copy_better,
};
use crate::session::{CapacityFile, PreparedScenario};
use crate::show::form::FormDraft;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;
use std::time::Duration;

/// Limits of the capacity file: a server that is silent for 15 s has forgotten the page, and a file
/// of 128 MiB takes three minutes at 6 Mbit/s.
const LIMITS: Limits = Limits { bytes: MAX_BYTES, silent_seconds: 15, seconds: 180 };
/// Address of the site's settings, beside the page.
const SETTINGS: &str = "config.json";
/// Limits of the settings. The page waits for them, so a few lines that do not come at once are
/// done without.
const SETTINGS_LIMITS: Limits = Limits { bytes: MAX_SETTINGS_BYTES, silent_seconds: 5, seconds: 8 };

/// Poller of the capacity file: carries out the commands of the feed and reports to it.
#[derive(Clone, Copy)]
pub struct Poller {
    feed: RwSignal<Feed>,
    scenario: Memo<Option<Shared<PreparedScenario>>>,
    draft: Memo<FormDraft>,
    route: RwSignal<Route>,
    fit: Lazy<FitCode>,
}

/// Returns the poller of the capacity file.
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

    /// Sends an event to the feed and carries out its command.
    pub fn send(self, event: FeedEvent) {
        let apply = |feed: &mut Feed| {
            let command = feed.apply(event);
            (command != FeedCommand::None, command)
        };
        match self.feed.try_maybe_update(apply).unwrap_or(FeedCommand::None) {
            FeedCommand::None | FeedCommand::Render => {}
            FeedCommand::Poll { with_settings } => self.poll(with_settings),
            FeedCommand::Wait { milliseconds, poll } => {
                let due =
                    move || self.send(FeedEvent::Due { poll, is_hidden: document().hidden() });
                set_timeout(due, Duration::from_millis(milliseconds.into()));
            }
        }
    }

    fn poll(self, with_settings: bool) {
        // Fetched in parallel with the settings: only a site whose file is elsewhere fetches twice.
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

    /// Returns the file at its address, or `None` if it is the one shown.
    ///
    /// If it cannot be had and no published file is there, the copy of the last visit is restored.
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
                        // Only a file that could be read is worth keeping.
                        file_cache::keep(&url, bytes);
                        return Ok(Some(file));
                    }
                    Err(problem) => LoadError::Unreadable(problem),
                }
            }
            Err(error) => LoadError::Fetch(error),
        };
        if feed.with_untracked(|feed| feed.published().is_none())
            && let Some(copy) = file_cache::read(&url).await
            && let Ok(file) = read(&copy.bytes, model::fingerprint(&copy.bytes)).await
        {
            self.send(FeedEvent::Restored(Arc::new(file), copy.kept_at));
        }
        Err(error)
    }

    /// Shows a file, and reports the changes if there was another one before.
    ///
    /// The request as typed is in the route, and stays; an element that had the focus and was made
    /// anew gets it again.
    fn replace(self, file: Arc<CapacityFile>) {
        // Read before the file is replaced, because both follow it.
        let (before, draft) = (self.scenario.get_untracked(), self.draft.get_untracked());
        let focused = document().active_element().map(|element| element.id()).unwrap_or_default();
        let as_of = file.snapshot.as_of;
        self.send(FeedEvent::Came(file));
        // The reader's own file stays in use, so nothing in sight has changed.
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
        // In another task, after the views have been patched.
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
            file_cache::keep(SETTINGS, bytes.clone());
            None
        }
        Err(error) if is_kept_copy_better(error) => file_cache::read(SETTINGS).await,
        Err(_) => None,
    };
    SiteSettings::new(fetched, copy.map(|copy| copy.bytes))
}

/// Reads a file in short tasks, so that the reader can press something meanwhile.
///
/// All files are read here, because a reader is many kilobytes of code for each way to pause.
pub async fn read(bytes: &[u8], fingerprint: String) -> Result<CapacityFile, Problem> {
    // The caller has used up part of the current task.
    task::next().await;
    let work = Work::begin();
    let reading = model::read_with_pauses(bytes, async || work.pause().await).await?;
    task::next().await;
    let file = CapacityFile::new(reading, fingerprint);
    // Showing the file gets a task of its own.
    task::next().await;
    Ok(file)
}
