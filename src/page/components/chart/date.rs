//! The date shown, in plots over time.

use super::{on_point, percent};
use crate::page::context::use_shown_date;
use crate::page::dom::{Element, IntoView, html, svg};
use crate::picture::time_axis::TimeAxis;
use leptos::prelude::*;

/// Returns the line that marks the date shown on an axis.
pub fn date_cursor(axis: Memo<TimeAxis>) -> Element {
    let hour = use_shown_date().hour;
    let x = move || percent(axis.get().x(hour.get()));
    svg::line().class("cursor").attr("x1", x).attr("x2", x).attr("y1", "0").attr("y2", "100%")
}

/// Returns a plot in which a click or a drag moves the date shown.
pub fn date_plot(axis: Memo<TimeAxis>, drawing: impl IntoView) -> Element {
    let shown = use_shown_date();
    let choose = move |x, _| {
        let axis = axis.get_untracked();
        shown.choose(axis.day(axis.day_at(x)));
    };
    on_point(html::div().class("plot"), choose).child(drawing)
}
