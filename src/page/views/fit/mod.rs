//! Fit view: the form beside the answer, and the comparison of requests.

mod answer;
mod compare;
mod drafts;
mod fit_map;
mod request_form;
mod scenario_form;
mod submission;
mod taken_along;

use crate::page::components::{early_part, no_blocks, part};
use crate::page::context::{t, use_scenario};
use crate::page::dom::{Element, IntoView, html};
use crate::page::reactive::memo;
use crate::words::catalogue::fit as words;
use answer::answer;
use compare::comparison;
use drafts::drafts;
pub use drafts::watch;
use leptos::prelude::*;
use request_form::request_form;
use scenario_form::scenario_form;

/// Returns the view.
pub fn fit_view() -> Element {
    let scenario = use_scenario();
    let is_empty = memo(move |_| {
        scenario.with(|scenario| {
            scenario.as_ref().is_some_and(|it| it.0.file.snapshot.blocks.is_empty())
        })
    });
    let content =
        move || if is_empty.get() { no_blocks().into_view() } else { parts().into_view() };
    html::div()
        .class(move || if is_empty.get() { "view" } else { "view fit-view" })
        .child(html::h1().id("fit-title").attr("tabindex", "-1").child(t(words::HEADING)))
        .child(content)
}

/// Returns the form beside the answer, and the comparison below.
fn parts() -> impl IntoView {
    let inputs = html::div().class("stack inputs").child((
        early_part(drafts),
        request_form(),
        part(scenario_form),
    ));
    (html::div().class("fit").child((inputs, answer())), part(comparison))
}
