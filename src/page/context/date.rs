//! The date that pictures of time show, and today.

use super::use_route;
use crate::exchange::link::Route;
use crate::model::{Hour, Instant};
use crate::page::state::State;
use crate::words::format;
use leptos::prelude::*;

/// Returns the hour in which the page was opened: the day on which calls are open or closed.
pub fn use_today() -> Hour {
    expect_context::<State>().today
}

/// The date that node maps and pictures of time show.
#[derive(Clone, Copy)]
pub struct ShownDate {
    /// The hour shown: the one chosen, else now, but not before the file's own.
    pub hour: Memo<Hour>,
    route: RwSignal<Route>,
}

impl ShownDate {
    /// What stands in its field while that is no date, such as one in the year 2.
    pub fn unread(self) -> Option<String> {
        let text = self.route.with(|route| route.at.clone())?;
        Instant::parse(&text).is_err().then_some(text)
    }

    /// Shows the date with this text, as typed.
    pub fn choose_text(self, text: String) {
        self.route.update(|route| route.at = Some(text));
    }

    /// Shows another date, where it is another one.
    pub fn choose(self, hour: Hour) {
        if self.hour.get_untracked() != hour {
            self.choose_text(format::date_input(hour));
        }
    }
}

/// Returns the date shown.
pub fn use_shown_date() -> ShownDate {
    ShownDate { hour: expect_context::<State>().shown_hour, route: use_route() }
}
