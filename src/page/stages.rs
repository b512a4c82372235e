//! The page starts part by part, each in a task of its own: what is seen first does not wait for
//! what is further down, and a reader who presses something does not wait for either.

use crate::edge::task;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Whether the parts of a view may be made. Once they may, they may for the page's whole life.
#[derive(Clone, Copy)]
pub struct Stages {
    /// What is seen first.
    pub top: RwSignal<bool>,
    /// What comes below it.
    pub middle: RwSignal<bool>,
    /// The rest.
    pub bottom: RwSignal<bool>,
}

impl Stages {
    /// None yet.
    pub fn new() -> Self {
        let not_yet = || RwSignal::new(false);
        Self { top: not_yet(), middle: not_yet(), bottom: not_yet() }
    }

    /// Lets them follow one another.
    pub fn begin(self) {
        spawn_local(async move {
            for may in [self.top, self.middle, self.bottom] {
                task::next().await;
                if !may.get_untracked() {
                    may.set(true);
                }
            }
        });
    }
}
