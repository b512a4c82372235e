//! Time axis that the pictures share.

use crate::page::context::{use_horizon, use_route, use_shown_date, use_today};
use crate::page::reactive::memo;
use crate::picture::time_axis::TimeAxis;
use leptos::prelude::*;

/// Returns the axis of the time span chosen that contains the date shown.
pub fn use_axis() -> Memo<TimeAxis> {
    let (route, today, horizon) = (use_route(), use_today(), use_horizon());
    let hour = use_shown_date().hour;
    memo(move |_| {
        let span = route.with(|route| route.span);
        horizon.with(|horizon| TimeAxis::of_calendar(span, today.get(), horizon, hour.get()))
    })
}
