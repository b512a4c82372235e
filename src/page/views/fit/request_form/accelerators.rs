//! Choice of the accelerators that are accepted, a box each.

use crate::page::components::{about, problem_line};
use crate::page::context::{t, use_lang, use_request_form, use_scenario};
use crate::page::dom::{Element, for_each, html};
use crate::page::reactive::memo;
use crate::show::form::Field;
use crate::words::catalogue::fit as words;
use crate::words::names::accelerator_choice;
use leptos::ev;
use leptos::prelude::*;

/// Returns the boxes for the accelerators of the file.
pub fn accelerators() -> Element {
    let (lang, form, scenario) = (use_lang(), use_request_form(), use_scenario());
    let known = memo(move |_| {
        scenario.with(|scenario| {
            let snapshot = scenario.as_ref().map(|scenario| &scenario.0.file.snapshot);
            let known = snapshot.into_iter().flat_map(|snapshot| &snapshot.accelerators);
            known.map(|accelerator| accelerator.id.clone()).collect::<Vec<_>>()
        })
    });
    let choices = for_each(move || known.get(), String::clone, move |id| choice(id, known));
    let id = Field::Accelerators.id();
    let problem = move || {
        let answer = form.answer.get().0;
        answer.problem(Field::Accelerators).map(|problem| problem_line(problem.text(lang.get())))
    };
    html::fieldset()
        .id(id)
        .attr("tabindex", "-1")
        .attr("aria-describedby", about(id))
        .child(html::legend().child(t(words::ACCELERATORS)))
        .child(html::div().class("choices").child(choices))
        .child(html::div().id(about(id)).child(problem))
}

/// Returns the box of one accelerator; `known` are all ids of the file.
fn choice(id: String, known: Memo<Vec<String>>) -> Element {
    let (form, name) = (use_request_form(), name(id.clone()));
    let control = html::input().attr("type", "checkbox").id(["accelerator-", &id].concat());
    let own = id.clone();
    let is_chosen = move || form.draft.with(|draft| draft.accelerators.contains(&own));
    let choose = move |is_chosen: bool| {
        form.edit(|draft| {
            // An id that the file does not have is dropped, because no box could clear it.
            let is_known = |other: &String| known.with_untracked(|known| known.contains(other));
            draft.accelerators.retain(|other| *other != id && is_known(other));
            if is_chosen {
                draft.accelerators.push(id.clone());
            }
        });
    };
    let control = control
        .prop("checked", is_chosen)
        .on(ev::change, move |event| choose(event_target_checked(&event)));
    html::label().class("choice").child(control).child(html::span().child(name))
}

/// Returns a closure that gives the name of an accelerator.
fn name(id: String) -> impl Fn() -> Option<String> {
    let (lang, scenario) = (use_lang(), use_scenario());
    move || {
        scenario.with(|scenario| {
            let snapshot = &scenario.as_ref()?.0.file.snapshot;
            Some(accelerator_choice(snapshot, &id, lang.get()))
        })
    }
}
