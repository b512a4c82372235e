//! How much time is shown.

use crate::page::components::segments;
use crate::page::context::use_route;
use crate::page::dom::Element;
use crate::picture::time_axis::Span;
use crate::words::catalogue::{Entry, pictures as words};
use leptos::prelude::*;

/// The choice of how much time is shown.
pub fn spans() -> Element {
    let route = use_route();
    let choices = Span::ALL.map(|span| (span.id(), name(span)));
    let chosen = move || route.with(|route| route.span.id());
    let choose = move |id| {
        let span = Span::from_id(id).unwrap_or_default();
        route.update(|route| route.span = span);
    };
    segments("span", words::SPAN, choices.into(), chosen, choose)
}

const fn name(span: Span) -> Entry {
    match span {
        Span::Week => words::SPAN_WEEK,
        Span::Month => words::SPAN_MONTH,
        Span::Quarter => words::SPAN_QUARTER,
        Span::Year => words::SPAN_YEAR,
        Span::All => words::SPAN_ALL,
    }
}
