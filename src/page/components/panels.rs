//! Placeholders for something that is not there.

use super::{button, list};
use crate::edge::address;
use crate::page::context::{t, use_lang};
use crate::page::dom::{Element, html};
use crate::words::catalogue::{Entry, page};
use leptos::prelude::*;

/// Returns a panel that says what went wrong and what to do, with a button that does it.
pub fn error_panel(
    title: Entry,
    advice: Option<Entry>,
    details: String,
    way_out: Element,
) -> Element {
    let details = (!details.is_empty()).then(|| html::pre().child(details));
    html::section()
        .class("panel")
        .attr("role", "alert")
        .child(html::h1().child(t(title)))
        .child(advice.map(|advice| html::p().child(t(advice))))
        .child(html::p().child(way_out))
        .child(details)
}

/// Returns the panel shown if the code of a view did not load.
pub fn not_loaded() -> Element {
    let reload = button(t(page::RELOAD), |_| address::reload());
    error_panel(page::VIEW_FAILED, Some(page::VIEW_FAILED_DO), String::new(), reload)
}

/// Returns the message that there is nothing to show.
pub fn no_blocks() -> Element {
    html::p().class("card").child(t(page::NO_BLOCKS))
}

/// Returns the problems of the capacity file, closed until opened.
pub fn file_problems(problems: &[String]) -> Element {
    let (lang, count) = (use_lang(), problems.len());
    let title = move || format!("{} ({count})", page::FILE_PROBLEMS.get(lang.get()));
    html::details()
        .class("card spaced")
        .id("file-problems")
        .child(html::summary().child(title))
        .child(list("stack small", problems))
}
