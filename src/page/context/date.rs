//! Date that pictures of time show.

use super::provided::provided;
use super::{use_route, use_scenario, use_today};
use crate::exchange::link::Route;
use crate::model::{Hour, Instant};
use crate::show::form::read_date;
use crate::words::format;
use leptos::prelude::*;

/// Date that node maps and pictures of time show.
#[derive(Clone, Copy)]
pub struct ShownDate {
    /// Hour shown: the one chosen, else now, but not before the file's own.
    pub hour: Memo<Hour>,
    route: RwSignal<Route>,
}

impl ShownDate {
    /// Returns the text of the date field while it is no date that can be read, such as one in the
    /// year 2.
    pub fn unread(self) -> Option<String> {
        let text = self.route.with(|route| route.date.clone())?;
        read_date(&text).is_none().then_some(text)
    }

    /// Shows the date of this text, as typed.
    pub fn choose_text(self, text: String) {
        self.route.update(|route| route.date = Some(text));
    }

    /// Shows the date of `hour`, unless it is the one shown.
    pub fn choose(self, hour: Hour) {
        if self.hour.get_untracked() != hour {
            self.choose_text(format::date_input(hour));
        }
    }
}

/// Provides the date of the route, else today.
pub fn provide_shown_date() {
    let (route, scenario, today) = (use_route(), use_scenario(), use_today());
    let chosen = move || {
        let date = route.with(|route| route.date.clone())?;
        read_date(&date).map(Instant::floor)
    };
    let hour = Memo::new(move |_| {
        chosen().unwrap_or_else(|| {
            let as_of = scenario.with(|scenario| {
                scenario.as_ref().map_or(Hour::EARLIEST, |it| it.0.file.snapshot.as_of)
            });
            today.get().max(as_of)
        })
    });
    provide_context(ShownDate { hour, route });
}

/// Returns the date shown.
pub fn use_shown_date() -> ShownDate {
    provided()
}
