//! How the capacity file comes, and comes again while the page is open.
//!
//! What is shown stays until something better is there: a newer file that can be read. A turn is
//! one look for it; each turn ends by setting the time of the next.

mod settings;
mod view;

pub use view::{failure, problems, view};

use super::parts;
use super::state::{Shared, State};
use crate::edge::fetch::{FetchError, Fetching, Limits, random};
use crate::edge::{clock, kept, window};
use crate::exchange::link::View;
use crate::exchange::retry;
use crate::model::limits::MAX_BYTES;
use crate::model::{self, Hour, Problem, Reading, Settings, Snapshot, Text};
use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;
use std::time::Duration;

/// A server that says nothing for so long has forgotten the page, and a file of 128 MiB takes
/// three minutes at 6 Mbit/s.
const LIMITS: Limits = Limits { bytes: MAX_BYTES, silent_seconds: 15, seconds: 180 };

/// A capacity file as read.
pub struct Data {
    /// What it says.
    pub snapshot: Snapshot,
    /// What is wrong with it.
    pub problems: Vec<Problem>,
    /// Tells one file from another.
    pub fingerprint: String,
}

impl Data {
    fn read(bytes: &[u8]) -> Result<Self, Problem> {
        let Reading { snapshot, problems } = model::read(bytes)?;
        Ok(Self { snapshot, problems, fingerprint: model::fingerprint(bytes) })
    }

    /// Whether forms and lists made of this are right for another file too.
    fn offers_the_same(&self, other: &Self) -> bool {
        let (this, other) = (&self.snapshot, &other.snapshot);
        this.accelerators == other.accelerators
            && this.blocks == other.blocks
            && this.calls == other.calls
    }
}

/// How it stands with the file. `Loading` becomes either other; those become each other at a
/// turn, and `Loading` when the reader asks for one.
pub enum Status {
    /// On its way, and waited for.
    Loading,
    /// What is shown is what the server has.
    Current,
    /// The last turn brought nothing.
    Failed(Failure),
}

/// Why there is no newer file.
#[derive(Clone, PartialEq)]
pub struct Failure {
    /// What happened.
    pub why: Why,
    /// The minute of the first turn that failed, of those without one between that did not.
    pub since: i64,
    /// Whether there will be a turn without the reader.
    pub tries_again: bool,
}

/// What happened to a file.
#[derive(Clone, PartialEq)]
pub enum Why {
    /// It did not come.
    Fetch(FetchError),
    /// It is no capacity file.
    Unreadable(Problem),
}

impl Why {
    /// Whether something came, and cannot be read.
    pub const fn is_refusal(&self) -> bool {
        matches!(
            self,
            Self::Unreadable(_) | Self::Fetch(FetchError::TooLarge | FetchError::NotData)
        )
    }

    /// Whether the next moment may bring what this one did not.
    const fn may_pass(&self) -> bool {
        match self {
            Self::Fetch(FetchError::Status(status)) => retry::is_worth(*status),
            Self::Fetch(FetchError::Network(_) | FetchError::TimedOut) => true,
            _ => false,
        }
    }
}

/// That the file was replaced by a newer one.
pub struct News {
    /// What the newer one describes.
    pub as_of: Hour,
    /// What it changes in the answer.
    pub changed: Option<Text>,
}

/// Handles to the file and how it stands with it.
#[derive(Clone, Copy)]
pub struct Feed {
    /// The last file that could be read.
    pub data: RwSignal<Option<Shared<Data>>>,
    /// Another number where forms and lists have to be made anew; 0 while there is no file.
    pub edition: RwSignal<u32>,
    /// How it stands.
    pub status: RwSignal<Status>,
    /// When the copy was kept that is shown instead of what the server has.
    copy_of: RwSignal<Option<i64>>,
    /// Megabytes that have come.
    received: RwSignal<u32>,
    /// Megabytes that there are; 0 where it is not known.
    total: RwSignal<u32>,
    /// That there is a newer file, until the reader has seen it.
    news: RwSignal<Option<News>>,
    /// The hour of the last turn.
    hour: RwSignal<Hour>,
    /// What is wrong with the settings of the site.
    settings_problems: RwSignal<Vec<settings::Wrong>>,
    turns: StoredValue<Turns>,
}

/// What one turn leaves to the next.
#[derive(Default)]
struct Turns {
    settings: Settings,
    /// Whether the settings are not to be asked for again.
    is_settled: bool,
    is_under_way: bool,
    /// Whether one was due while nobody was looking.
    is_missed: bool,
    /// How many have failed in a row.
    failures: u32,
    since: Option<i64>,
    timer: Option<TimeoutHandle>,
}

impl Feed {
    pub fn new() -> Self {
        Self {
            data: RwSignal::new(None),
            edition: RwSignal::new(0),
            status: RwSignal::new(Status::Loading),
            copy_of: RwSignal::new(None),
            received: RwSignal::new(0),
            total: RwSignal::new(0),
            news: RwSignal::new(None),
            hour: RwSignal::new(clock::now()),
            settings_problems: RwSignal::new(Vec::new()),
            turns: StoredValue::new(Turns::default()),
        }
    }

    fn has_data(self) -> bool {
        self.data.with_untracked(Option::is_some)
    }

    fn has_failed(self) -> bool {
        self.status.with_untracked(|status| matches!(status, Status::Failed(_)))
    }

    /// Says how much has come; each megabyte once.
    fn tell(self, received: usize, total: Option<usize>) {
        let megabytes = |bytes: usize| u32::try_from(bytes / 1_000_000).unwrap_or(u32::MAX);
        let set = |signal: RwSignal<u32>, count| {
            if signal.get_untracked() != count {
                signal.set(count);
            }
        };
        set(self.total, total.map_or(0, megabytes));
        set(self.received, megabytes(received));
    }

    /// The file at its address, or `None` where it is the one that is shown.
    async fn file(self, first: Option<Fetching>) -> Result<Option<Data>, Why> {
        let url = self.turns.with_value(|turns| turns.settings.capacity_url.clone());
        let beside = first.filter(|_| url == Settings::CAPACITY_URL);
        let fetching = beside.unwrap_or_else(|| Fetching::start(&url));
        let came = fetching.bytes(LIMITS, |received, total| self.tell(received, total)).await;
        let why = match came.map_err(Why::Fetch) {
            Ok(bytes) => {
                let fingerprint = model::fingerprint(&bytes);
                let is_shown = |data: &Shared<Data>| data.0.fingerprint == fingerprint;
                if self.data.with_untracked(|data| data.as_ref().is_some_and(is_shown)) {
                    return Ok(None);
                }
                match Data::read(&bytes) {
                    Ok(data) => {
                        kept::keep(&url, bytes);
                        return Ok(Some(data));
                    }
                    Err(problem) => Why::Unreadable(problem),
                }
            }
            Err(why) => why,
        };
        if !self.has_data()
            && let Some(copy) = kept::read(&url).await
            && let Ok(data) = Data::read(&copy.bytes)
        {
            self.copy_of.set(Some(copy.kept_at));
            self.show(data);
        }
        Err(why)
    }

    /// Puts a file in the place of the one before.
    fn show(self, data: Data) {
        let data = Shared(Arc::new(data));
        let is_alike = self.data.with_untracked(|before| {
            before.as_ref().is_some_and(|before| before.0.offers_the_same(&data.0))
        });
        self.data.set(Some(data));
        if !is_alike {
            self.edition.update(|edition| *edition = edition.saturating_add(1));
        }
    }

    /// Notes how a turn ended, and gives the milliseconds until the next one.
    fn end(self, failed: Option<Why>) -> Option<u32> {
        let has_data = self.has_data();
        let Some(why) = failed else {
            self.turns.update_value(|turns| (turns.failures, turns.since) = (0, None));
            if self.copy_of.with_untracked(Option::is_some) {
                self.copy_of.set(None);
            }
            if !self.status.with_untracked(|status| matches!(status, Status::Current)) {
                self.status.set(Status::Current);
            }
            return self.period();
        };
        let (mut failures, mut since) = (0, 0);
        self.turns.update_value(|turns| {
            turns.failures = turns.failures.saturating_add(1);
            failures = turns.failures;
            since = *turns.since.get_or_insert_with(clock::minute);
        });
        let next = match why.may_pass() {
            true => Some(retry::delay(failures, random())),
            false => self.period().filter(|_| has_data),
        };
        let failure = Failure { why, since, tries_again: next.is_some() };
        // The same again is not told again.
        let is_told = |status: &Status| matches!(status, Status::Failed(told) if *told == failure);
        if !self.status.with_untracked(is_told) {
            self.status.set(Status::Failed(failure));
        }
        next
    }

    fn period(self) -> Option<u32> {
        let seconds = self.turns.with_value(|turns| turns.settings.refresh_seconds);
        seconds.map(|seconds| seconds.saturating_mul(1_000))
    }
}

/// Loads the file, and looks for a newer one from now on.
pub fn start(state: State) {
    let feed = state.feed;
    turn(state);
    window::on("online", move |_| {
        if feed.has_failed() {
            turn(state);
        }
    });
    window::on("visibilitychange", move |_| {
        if !document().hidden() && feed.turns.with_value(|turns| turns.is_missed) {
            turn(state);
        }
    });
}

/// Looks again because the reader asks for it.
pub fn try_now(state: State) {
    state.feed.status.set(Status::Loading);
    turn(state);
}

/// Looks for a newer file, unless that is under way.
fn turn(state: State) {
    let feed = state.feed;
    let (mut was_under_way, mut is_settled) = (true, true);
    feed.turns.update_value(|turns| {
        was_under_way = core::mem::replace(&mut turns.is_under_way, true);
        turns.is_missed = false;
        is_settled = turns.is_settled;
        if let Some(timer) = turns.timer.take() {
            timer.clear();
        }
    });
    if was_under_way {
        return;
    }
    // At the same time as the settings: only a site that has the file elsewhere asks twice.
    let first = (!is_settled).then(|| Fetching::start(Settings::CAPACITY_URL));
    spawn_local(async move {
        if !is_settled {
            feed.settle().await;
        }
        let came = feed.file(first).await;
        let hour = clock::now();
        if feed.hour.get_untracked() != hour {
            feed.hour.set(hour);
        }
        let failed = match came {
            Ok(data) => {
                if let Some(data) = data {
                    replace(state, data);
                }
                None
            }
            Err(why) => Some(why),
        };
        let next = feed.end(failed);
        let timer = next.and_then(|milliseconds| {
            let due = move || match document().hidden() {
                true => feed.turns.update_value(|turns| turns.is_missed = true),
                false => turn(state),
            };
            set_timeout_with_handle(due, Duration::from_millis(milliseconds.into())).ok()
        });
        feed.turns.update_value(|turns| {
            turns.is_under_way = false;
            turns.timer = timer;
        });
    });
}

/// Shows a file, and tells what it changes where there was another one before. What was typed is
/// in the route, and stays; what had the focus gets it again where it was made anew.
fn replace(state: State, data: Data) {
    let feed = state.feed;
    let (before, draft) = (state.world.get_untracked(), state.draft.get_untracked());
    let focused = document().active_element().map(|element| element.id()).unwrap_or_default();
    let as_of = data.snapshot.as_of;
    feed.show(data);
    let (Some(before), Some(now)) = (before, state.world.get_untracked()) else { return };
    let code = match state.view.get_untracked() {
        View::Fit => state.fit.code.get_untracked().and_then(Result::ok),
        View::Capacity => None,
    };
    let changed = code.and_then(|code| (code.changed)(&before.0, &now.0, &draft));
    feed.news.set(Some(News { as_of, changed }));
    if !focused.is_empty() {
        set_timeout(
            move || {
                let focused_now = document().active_element().map(|element| element.id());
                if focused_now.is_none_or(|id| id.is_empty()) {
                    parts::focus(&focused);
                }
            },
            Duration::ZERO,
        );
    }
}
