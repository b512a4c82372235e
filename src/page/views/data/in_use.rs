//! Bar above every view while the page runs on the reader's own file, with the ways back and out.

use super::controller::{DataController, use_controller};
use crate::page::components::button;
use crate::page::context::{t, use_lang};
use crate::page::dom::{Element, IntoView, html};
use crate::page::reactive::memo;
use crate::session::own_file;
use crate::words::catalogue::data as words;
use leptos::ev;
use leptos::prelude::*;

/// Returns the bar; empty if there is nothing to say.
pub fn in_use() -> Element {
    let (controller, lang) = (use_controller(), use_lang());
    let text = memo(move |_| controller.own().map(|own| own_file::in_use(&own, lang.get())));
    let named = move || {
        let text = text.get()?;
        Some((html::strong().child(t(words::IN_USE)), [" · ", &text, " "].concat()))
    };
    let told = move || controller.told.get().map(|entry| entry.get(lang.get()));
    let is_used = memo(move |_| text.with(Option::is_some));
    html::section()
        .class("feed")
        .id("own-file")
        .attr("tabindex", "-1")
        .attr("aria-label", t(words::IN_USE))
        .child(html::div().class("page").child((
            html::p().id("own-told").attr("role", "status").child((named, told)),
            move || is_used.get().then(|| ways(controller)),
        )))
}

fn ways(controller: DataController) -> impl IntoView {
    (
        button(t(words::LEAVE), move |_| controller.leave()).id("own-leave"),
        button(t(words::SAVE), move |_| controller.save()).id("own-save"),
        keep(controller),
    )
}

/// Returns the tick box that keeps the file over a reload, which it is not unless the reader wants
/// it.
fn keep(controller: DataController) -> Element {
    let tick = html::input()
        .attr("type", "checkbox")
        .id("own-keep")
        .attr("autocomplete", "off")
        .attr("aria-describedby", "own-keep-about")
        .prop("checked", move || controller.is_kept.get())
        .on(ev::change, move |event| controller.set_kept(event_target_checked(&event)));
    html::div().class("row no-print").child((
        html::label().class("choice").child((tick, html::span().child(t(words::KEEP)))),
        html::div().id("own-keep-about").class("hint").child(t(words::KEEP_HINT)),
    ))
}
