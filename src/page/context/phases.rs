//! Phases in which the page is made, each part in a task of its own: what is seen first does not
//! wait for what is further down, and a reader who presses something does not wait for either.

use super::provided::provided;
use super::{use_chunks, use_feed, use_route};
use crate::edge::task;
use crate::exchange::link::View;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::collections::VecDeque;

/// Signals that allow the parts of a view to be made. Once `true`, they stay so for the page's
/// whole life.
#[derive(Clone, Copy)]
pub struct Phases {
    /// Frame around every view.
    pub frame: RwSignal<bool>,
    /// Part of the view that is seen first.
    pub first: RwSignal<bool>,
    /// Shell gives way to the frame and to that part.
    pub seen: RwSignal<bool>,
    /// Part of the view below that.
    pub below: RwSignal<bool>,
    /// Rest of the page.
    pub rest: RwSignal<bool>,
    /// Parts between `first` and `seen` that wait for a task of their own.
    early: Waiting,
    /// Parts between `below` and `rest` that wait for one.
    waiting: Waiting,
}

/// Parts that wait for their turn, first in, first out.
type Waiting = StoredValue<VecDeque<RwSignal<bool>>>;

impl Phases {
    /// Returns a signal that turns `true` in a task of its own, in the order of these calls, and is
    /// `true` from the start once the whole page has been made.
    pub fn turn(self) -> RwSignal<bool> {
        self.turn_in(self.waiting)
    }

    /// Returns such a signal for a part of what is seen first, whose turn comes while the shell is
    /// still there.
    pub fn early_turn(self) -> RwSignal<bool> {
        self.turn_in(self.early)
    }

    fn turn_in(self, waiting: Waiting) -> RwSignal<bool> {
        let is_whole = self.rest.get_untracked();
        let turn = RwSignal::new(is_whole);
        if !is_whole {
            waiting.update_value(|waiting| waiting.push_back(turn));
        }
        turn
    }
}

/// Provides the phases, which follow one another once the view shown can be made.
pub fn provide_phases() {
    let not_yet = || RwSignal::new(false);
    let phases = Phases {
        frame: not_yet(),
        first: not_yet(),
        seen: not_yet(),
        below: not_yet(),
        rest: not_yet(),
        early: StoredValue::default(),
        waiting: StoredValue::default(),
    };
    let (route, feed, chunks) = (use_route(), use_feed(), use_chunks());
    let is_ready = move || {
        feed.has_file()
            && match route.with(|route| route.view) {
                View::Capacity => true,
                // A chunk that failed is settled as well: its view then says so.
                View::Fit => chunks.fit.is_settled(),
                View::Size => chunks.size.is_settled(),
                View::Round => chunks.round.is_settled(),
                View::Data => chunks.data.is_settled(),
            }
    };
    Effect::new(move |_| {
        if !phases.rest.get_untracked() && is_ready() {
            spawn_local(begin(phases));
        }
    });
    provide_context(phases);
}

async fn begin(phases: Phases) {
    begin_one(phases.frame).await;
    begin_one(phases.first).await;
    begin_all(&[phases.early]).await;
    begin_one(phases.seen).await;
    begin_one(phases.below).await;
    // A view that the reader has chosen meanwhile has early parts too.
    begin_all(&[phases.early, phases.waiting]).await;
    begin_one(phases.rest).await;
}

/// Gives each part its turn, those of the first queue first.
async fn begin_all(queues: &[Waiting]) {
    loop {
        // A part is made, and may add others, only after the task that gave it its turn.
        task::next().await;
        let mut turns =
            queues.iter().filter_map(|queue| queue.try_update_value(VecDeque::pop_front)?);
        let Some(turn) = turns.next() else { return };
        allow(turn);
    }
}

async fn begin_one(may: RwSignal<bool>) {
    task::next().await;
    allow(may);
}

fn allow(may: RwSignal<bool>) {
    // The view that owns the signal may have been left meanwhile.
    if may.try_get_untracked() == Some(false) {
        may.set(true);
    }
}

/// Returns the phases, which say what parts of a view may be made yet.
pub fn use_phases() -> Phases {
    provided()
}
