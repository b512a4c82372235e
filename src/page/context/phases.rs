//! The page is made part by part, each in a task of its own: what is seen first does not wait for
//! what is further down, and a reader who presses something does not wait for either.

use super::provided::provided;
use super::{use_chunks, use_feed, use_route};
use crate::edge::task;
use crate::exchange::link::View;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Whether the parts of a view may be made. Once they may, they may for the page's whole life.
#[derive(Clone, Copy)]
pub struct Phases {
    /// What is around every view.
    pub frame: RwSignal<bool>,
    /// What is seen first of the view: the shell gives way to both then.
    pub first: RwSignal<bool>,
    /// What comes below it.
    pub below: RwSignal<bool>,
    /// The rest.
    pub rest: RwSignal<bool>,
}

/// Lets the phases follow one another once the view shown can be made.
pub fn provide_phases() {
    let not_yet = || RwSignal::new(false);
    let phases = Phases { frame: not_yet(), first: not_yet(), below: not_yet(), rest: not_yet() };
    let (route, feed, chunks) = (use_route(), use_feed(), use_chunks());
    let is_ready = move || {
        feed.has_file()
            && match route.with(|route| route.view) {
                View::Capacity => true,
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
    for may in [phases.frame, phases.first, phases.below, phases.rest] {
        task::next().await;
        if !may.get_untracked() {
            may.set(true);
        }
    }
}

/// Returns which parts of a view may be made yet.
pub fn use_phases() -> Phases {
    provided()
}
