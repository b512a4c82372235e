//! Alternatives: splitting the work over several blocks, and another accelerator.

use super::debounced::with_debounced_answer;
use super::nearest::change_button;
use crate::page::components::table_to_save;
use crate::page::context::{t, use_lang, use_request_form, use_scenario};
use crate::page::dom::{Element, IntoView, html};
use crate::page::reactive::memo;
use crate::page::shared::Shared;
use crate::page::views::fit::request_form::request_field;
use crate::session;
use crate::show::answer::{CounterpartView, OtherWays, SplitView, may_have_other_ways};
use crate::show::form::Field;
use crate::words::catalogue::fit as words;
use leptos::prelude::*;

type Ways = Memo<Option<Shared<OtherWays>>>;

/// Returns the alternatives, if the request does not fit at once and there are any.
pub fn other_ways() -> impl IntoView {
    let (lang, form, scenario) = (use_lang(), use_request_form(), use_scenario());
    let ways: Ways = memo(move |_| {
        let scenario = scenario.get()?.0;
        with_debounced_answer(|request, answer| {
            let is_asked = may_have_other_ways(answer.summary.verdict);
            is_asked
                .then(|| Shared::new(session::other_ways(&scenario, request, answer, lang.get())))
        })
    });
    // The field stays while something is typed into it, even if no split is found.
    let has_split = memo(move |_| {
        let is_typed = form.draft.with(|draft| !draft.split.is_empty());
        ways.with(|ways| ways.as_ref().is_some_and(|it| is_typed || it.0.split.is_some()))
    });
    let has_others =
        memo(move |_| ways.with(|it| it.as_ref().is_some_and(|it| !it.0.counterparts.is_empty())));
    (
        move || has_split.get().then(|| split_section(ways)),
        move || has_others.get().then(|| counterpart_section(ways)),
    )
}

fn split_section(ways: Ways) -> Element {
    let lang = use_lang();
    let split = move || {
        ways.with(|ways| match &ways.as_ref()?.0.split {
            Some(split) => Some(split_view(split).into_view()),
            None => Some(html::p().child(words::SPLIT_NONE.get(lang.get())).into_view()),
        })
    };
    html::section()
        .class("card")
        .id("split-ways")
        .attr("aria-labelledby", "split-ways-title")
        .child((
            html::h2().id("split-ways-title").child(t(words::SPLIT_HEADING)),
            split,
            caveat(ways),
            html::div().class("no-print").child(request_field(Field::Split)),
        ))
}

fn split_view(split: &SplitView) -> Element {
    let sentence = html::p().child(split.sentence.as_str());
    html::div().class("stack").child((sentence, table_to_save(split.parts.clone())))
}

fn counterpart_section(ways: Ways) -> Element {
    let counterparts = move || {
        ways.with(|ways| {
            let ways = &ways.as_ref()?.0;
            Some(ways.counterparts.iter().map(counterpart).collect::<Vec<_>>())
        })
    };
    html::section()
        .class("card")
        .id("counterparts")
        .attr("aria-labelledby", "counterparts-title")
        .child((
            html::h2().id("counterparts-title").child(t(words::OTHER_HEADING)),
            html::p().class("small quiet").child(t(words::OTHER_HINT)),
            counterparts,
            caveat(ways),
        ))
}

fn counterpart(view: &CounterpartView) -> Element {
    let changes = view.changes.clone();
    let ask = words::OTHER_ASK.get(use_lang().get());
    let ask = change_button(ask, move |draft, snapshot| draft.apply(&changes, snapshot));
    html::div()
        .class("row")
        .child((html::p().child(view.sentence.as_str()), ask.class("button slim no-print")))
}

fn caveat(ways: Ways) -> impl Fn() -> Option<Element> {
    move || ways.with(|ways| Some(html::p().class("small").child(ways.as_ref()?.0.caveat?)))
}
