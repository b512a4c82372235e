//! View of a reader's own file: which files are accepted, what was read from them, and using the
//! result.

mod controller;
mod in_use;
mod input;
mod summary;

use crate::page::components::list;
use crate::page::context::{t, use_lang};
use crate::page::dom::{Element, html};
use crate::words::catalogue::data as words;
use controller::use_controller;
use leptos::ev;
use leptos::prelude::*;

pub use controller::restore;
pub use in_use::in_use;

/// Returns the view. A file may be dropped anywhere on it.
pub fn data_view() -> Element {
    let controller = use_controller();
    html::div()
        .class("view")
        .id("data")
        // Without this, browsers refuse the drop.
        .on(ev::dragover, |event| event.prevent_default())
        .on(ev::drop, move |event| {
            event.prevent_default();
            controller.open_dropped(&event);
        })
        .child((
            html::h1().id("data-title").attr("tabindex", "-1").child(t(words::HEADING)),
            html::div().class("card banner small").child(html::p().child(t(words::PRIVATE))),
            input::input(controller),
            summary::files(controller),
            summary::summary(controller),
            takes(),
        ))
}

/// Returns the kinds of files that are accepted.
fn takes() -> Element {
    let lang = use_lang();
    let sorts = move || {
        let sorts = [
            words::TAKES_CAPACITY,
            words::TAKES_SLURM,
            words::TAKES_KUBERNETES,
            words::TAKES_TABLE,
        ];
        list("small", &sorts.map(|entry| entry.get(lang.get()).to_owned()))
    };
    html::section()
        .class("card")
        .attr("aria-labelledby", "takes-title")
        .child((html::h2().id("takes-title").child(t(words::TAKES)), sorts))
}
