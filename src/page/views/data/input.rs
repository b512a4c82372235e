//! Input of files: dropped, chosen or pasted.

use super::controller::DataController;
use crate::edge::open;
use crate::exchange::import::Partial;
use crate::page::components::{button, disclosure, field, select};
use crate::page::context::{t, use_lang};
use crate::page::dom::{Element, IntoView, html};
use crate::page::reactive::memo;
use crate::words::catalogue::{Entry, data as words};
use leptos::ev;
use leptos::prelude::*;

/// Returns the input panel.
pub fn input(controller: DataController) -> Element {
    let lang = use_lang();
    let reading = move || controller.is_reading.get().then(|| words::READING.get(lang.get()));
    html::section().class("card stack").id("data-input").attr("aria-label", t(words::INPUT)).child(
        (
            html::p().child(t(words::DROP)),
            html::div().class("row").child(choose(controller)),
            disclosure("fold", words::PASTE, move || Some(paste(controller))),
            partial(controller),
            html::p().id("data-reading").class("small").attr("role", "status").child(reading),
        ),
    )
}

fn choose(controller: DataController) -> Element {
    let input = html::input()
        .attr("type", "file")
        .id("data-file")
        .attr("multiple", "")
        .attr("accept", ".json,.csv,.tsv,.txt,application/json,text/csv")
        .on(ev::change, move |event| controller.open(open::chosen(&event)));
    html::label()
        .class("button slim primary file")
        .child((input, html::span().child(t(words::CHOOSE))))
}

fn paste(controller: DataController) -> Element {
    let pasted = RwSignal::new(String::new());
    let area = html::textarea()
        .id("data-pasted")
        .attr("rows", "6")
        .attr("spellcheck", "false")
        .attr("autocomplete", "off")
        .prop("value", move || pasted.get())
        .on(ev::input, move |event| pasted.set(event_target_value(&event)));
    let read = move |_| {
        controller.read(pasted.get_untracked());
        pasted.set(String::new());
    };
    html::div().class("field").child((
        html::label().attr("for", "data-pasted").child(t(words::PASTE)),
        area,
        html::div().class("row").child(button(t(words::READ), read).id("data-read")),
    ))
}

/// Returns the choice of how a partly used node counts, if the files contain such nodes.
fn partial(controller: DataController) -> impl IntoView {
    let lang = use_lang();
    let is_asked = memo(move |_| controller.files.with(|files| files.asks_partial()));
    let choices = move || {
        let choice = |partial: Partial| {
            let entry: Entry = match partial {
                Partial::Whole => words::PARTIAL_WHOLE,
                Partial::Gpus => words::PARTIAL_GPUS,
                Partial::Free => words::PARTIAL_FREE,
            };
            (partial.id().to_owned(), entry.get(lang.get()).to_owned())
        };
        Partial::ALL.map(choice).to_vec()
    };
    let chosen = move || controller.files.with(|files| files.partial().id().to_owned());
    let choose = move |value: String| controller.set_partial(&value);
    move || {
        is_asked.get().then(|| {
            let control = select("data-partial", choices, Signal::derive(chosen), choose);
            field("data-partial", words::PARTIAL, None, || None, control)
        })
    }
}
