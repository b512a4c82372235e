//! Turns: when to look for a newer file, and what to do with it.

use super::{News, Status, add_one};
use crate::edge::fetch::Fetching;
use crate::edge::window;
use crate::exchange::link::View;
use crate::model::Settings;
use crate::page::components::focus;
use crate::page::state::State;
use crate::session::CapacityFile;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::time::Duration;

/// Loads the file, and looks for a newer one from now on.
pub fn start(state: State) {
    let feed = state.feed;
    turn(state);
    window::on("online", move |_| {
        let is_wanted = matches!(feed.standing().status, Status::Failed(_));
        if is_wanted {
            turn(state);
        }
    });
    window::on("visibilitychange", move |_| {
        let is_wanted = !document().hidden() && feed.standing().is_missed;
        if is_wanted {
            turn(state);
        }
    });
}

/// Looks again because the reader asks for it.
pub fn try_now(state: State) {
    state.feed.standing().status = Status::Loading;
    add_one(state.feed.told);
    turn(state);
}

/// Looks for a newer file, unless that is under way.
fn turn(state: State) {
    let feed = state.feed;
    let mut standing = feed.standing();
    if core::mem::replace(&mut standing.is_under_way, true) {
        return;
    }
    standing.is_missed = false;
    if let Some(timer) = standing.timer.take() {
        timer.clear();
    }
    let is_settled = standing.is_settled;
    drop(standing);
    // At the same time as the settings: only a site that has the file elsewhere asks twice.
    let first = (!is_settled).then(|| Fetching::start(Settings::CAPACITY_URL));
    spawn_local(async move {
        if !is_settled {
            feed.settle().await;
        }
        let failed = match feed.come(first).await {
            Ok(data) => {
                if let Some(data) = data {
                    replace(state, data);
                }
                None
            }
            Err(why) => Some(why),
        };
        let timer = feed.end(failed).and_then(|milliseconds| {
            let due = move || match document().hidden() {
                true => feed.standing().is_missed = true,
                false => turn(state),
            };
            set_timeout_with_handle(due, Duration::from_millis(milliseconds.into())).ok()
        });
        let mut standing = feed.standing();
        (standing.is_under_way, standing.timer) = (false, timer);
    });
}

/// Shows a file, and tells what it changes where there was another one before. What was typed is
/// in the route, and stays; what had the focus gets it again where it was made anew.
fn replace(state: State, data: CapacityFile) {
    let feed = state.feed;
    let (before, draft) = (state.world.get_untracked(), state.draft.get_untracked());
    let focused = document().active_element().map(|element| element.id()).unwrap_or_default();
    let as_of = data.snapshot.as_of;
    feed.show(data);
    let (Some(before), Some(now)) = (before, state.world.get_untracked()) else { return };
    let code = match state.view.get_untracked() {
        View::Fit => state.fit.code.get_untracked().and_then(Result::ok),
        View::Capacity | View::Size => None,
    };
    let changed = code.and_then(|code| (code.changed)(&before.0, &now.0, &draft));
    feed.standing().news = Some(News { as_of, changed });
    add_one(feed.told);
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
