//! The one state of the page, and what follows from it.
//!
//! All of it lives as long as the page: nothing reads a signal of a view that was left.

use super::lazy::Chunks;
use super::stages::Stages;
use crate::edge::{address, clock, screen, storage};
use crate::exchange::link::{Route, View};
use crate::model::{Hour, Instant};
use crate::session::feed::{self as session, Feed, FeedView, Status};
use crate::session::{FormAnswer, PreparedScenario};
use crate::show::form::{FormDraft, default_draft};
use crate::words::Lang;
use leptos::prelude::*;
use std::sync::Arc;
use std::time::Duration;

/// How long nothing is typed until all of the answer follows its sentence: shorter than a glance.
const PAUSE: Duration = Duration::from_millis(90);

/// Equal is what is one and the same: a new one is made only when something changed.
pub struct Shared<T>(pub Arc<T>);

impl<T> Clone for Shared<T> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

impl<T> PartialEq for Shared<T> {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

/// Handles to the state; copied into every view.
#[derive(Clone, Copy)]
pub struct State {
    /// The capacity file, and whether it is the newest.
    pub feed: RwSignal<Feed>,
    /// The feed in words.
    pub feed_view: Memo<FeedView>,
    /// Revision of the choices that the file offers; 0 while there is none.
    pub choices: Memo<u32>,
    /// What the address says: view, language, form, scenario.
    pub route: RwSignal<Route>,
    /// The language shown.
    pub lang: Memo<Lang>,
    /// The view shown.
    pub view: Memo<View>,
    /// The file with what is assumed.
    pub world: Memo<Option<Shared<PreparedScenario>>>,
    /// The form as typed, or as it stands before anything was typed.
    pub draft: Memo<FormDraft>,
    /// The answer.
    pub outcome: Memo<Shared<FormAnswer>>,
    /// The answer once typing has paused: what is below its sentence, so that a key has less to
    /// paint.
    pub settled: RwSignal<Shared<FormAnswer>>,
    /// Code that is loaded when it is first needed.
    pub chunks: Chunks,
    /// How far the page has started.
    pub stages: Stages,
    /// How wide the page is, in pixels.
    pub width: RwSignal<u32>,
    /// The hour in which the page was opened.
    pub today: Hour,
    /// The hour that node maps show: the one chosen, else now, but not before the file's own.
    pub shown_hour: Memo<Hour>,
}

impl State {
    /// Reads the address and starts to load the capacity file.
    pub fn new() -> Self {
        let today = clock::now();
        let feed = RwSignal::new(Feed::new(today));
        let choices = Memo::new(move |_| feed.with(Feed::choices));
        let route = RwSignal::new(Route::parse(&address::query()));
        let remembered = storage::lang().and_then(|tag| Lang::from_tag(&tag)).unwrap_or_default();
        let lang = Memo::new(move |_| route.with(|route| route.lang).unwrap_or(remembered));
        let view = Memo::new(move |_| route.with(|route| route.view));
        let feed_view = Memo::new(move |_| feed.with(|feed| session::view(feed, lang.get())));
        // Only what the scenario is made of: typing in the form leaves the calendars alone.
        let assumed = Memo::new(move |_| route.with(|r| (r.occupancy, r.holds.clone())));
        let world = Memo::new(move |before: Option<&Option<Shared<PreparedScenario>>>| {
            let file = feed.with(|feed| feed.file().cloned())?;
            Some(assumed.with(|(occupancy, holds)| {
                let same = before.and_then(Option::as_ref).filter(|before| {
                    Arc::ptr_eq(&before.0.file, &file) && before.0.assumes(*occupancy, holds)
                });
                same.cloned().unwrap_or_else(|| {
                    Shared(Arc::new(PreparedScenario::new(file, *occupancy, holds)))
                })
            }))
        });
        let draft = Memo::new(move |_| {
            let untouched = world.with(|world| {
                let snapshot = world.as_ref().map(|world| &world.0.file.snapshot);
                snapshot.map_or_else(FormDraft::default, |s| default_draft(s, today))
            });
            route.with(|route| route.form.apply(untouched))
        });
        let chunks = Chunks::new();
        let outcome = Memo::new(move |_| {
            let ask = || {
                let (code, world) = (chunks.fit.code.get()?.ok()?, world.get()?);
                Some(draft.with(|draft| (code.answer)(&world.0, draft, today, lang.get())))
            };
            Shared(Arc::new(ask().unwrap_or(FormAnswer::Waiting)))
        });
        let stages = Stages::new();
        let settled = RwSignal::new(Shared(Arc::new(FormAnswer::Waiting)));
        let mut settle = debounce(PAUSE, move |outcome| settled.set(outcome));
        Effect::new(move |_| {
            let outcome = outcome.get();
            if !stages.middle.get() {
                return;
            }
            // Nothing waits for the first one.
            if settled.with_untracked(|settled| matches!(&*settled.0, FormAnswer::Waiting)) {
                settled.set(outcome);
            } else {
                settle(outcome);
            }
        });
        let width = RwSignal::new(screen::width());
        screen::on_resize(move || {
            if width.get_untracked() != screen::width() {
                width.set(screen::width());
            }
        });
        let chosen = move || {
            let at = route.with(|route| route.at.clone())?;
            Instant::parse(&at).ok().map(Instant::floor)
        };
        let shown_hour = Memo::new(move |_| {
            chosen().unwrap_or_else(|| {
                let as_of = world.with(|world| {
                    world.as_ref().map_or(Hour::EARLIEST, |world| world.0.file.snapshot.as_of)
                });
                today.max(as_of)
            })
        });
        let state = Self {
            feed,
            feed_view,
            choices,
            route,
            lang,
            view,
            world,
            draft,
            outcome,
            chunks,
            settled,
            stages,
            width,
            today,
            shown_hour,
        };
        super::address::keep(route);
        Effect::new(move |_| {
            if !stages.bottom.get_untracked() && state.is_ready() {
                stages.begin();
            }
        });
        state
    }

    /// Whether there is more to show than that the file is on its way.
    pub fn has_something_to_show(self) -> bool {
        self.stages.top.get()
            || self.feed.with(|feed| feed.file().is_none() && *feed.status() != Status::Loading)
    }

    /// Whether the view shown can be made.
    fn is_ready(self) -> bool {
        self.choices.get() != 0
            && match self.view.get() {
                View::Capacity => true,
                View::Fit => self.chunks.fit.code.with(Option::is_some),
                View::Size => self.chunks.size.code.with(Option::is_some),
            }
    }
}
