//! Choice of the time span shown.

use crate::page::components::segments;
use crate::page::context::use_route;
use crate::page::dom::Element;
use crate::picture::time_axis::TimeSpan;
use crate::words::catalogue::{Entry, pictures as words};
use leptos::prelude::*;

/// Returns the choice of the time span shown.
pub fn spans() -> Element {
    let route = use_route();
    let choices = TimeSpan::ALL.map(|span| (span.id(), name(span)));
    let chosen = move || route.with(|route| route.span.id());
    let choose = move |id| {
        let span = TimeSpan::from_id(id).unwrap_or_default();
        route.update(|route| route.span = span);
    };
    segments("span", words::SPAN, choices.into(), chosen, choose)
}

const fn name(span: TimeSpan) -> Entry {
    match span {
        TimeSpan::Week => words::SPAN_WEEK,
        TimeSpan::Month => words::SPAN_MONTH,
        TimeSpan::Quarter => words::SPAN_QUARTER,
        TimeSpan::Year => words::SPAN_YEAR,
        TimeSpan::All => words::SPAN_ALL,
    }
}
