//! Fields of the request form, driven by their data.

use crate::page::components::{
    about, date_control, field, invalid_where, option_list, select, step_by_arrows, text_control,
};
use crate::page::context::{t, use_lang, use_request_form, use_today};
use crate::page::dom::{Element, IntoView, html};
use crate::page::views::fit::answer::remedies;
use crate::show::form::{Control, Field};
use crate::words::catalogue::Entry;
use leptos::ev;
use leptos::prelude::*;
use web_sys::KeyboardEvent;

/// Returns a field with its label, hint and problem.
pub fn request_field(form_field: Field) -> Element {
    labelled_field(form_field, form_field.label())
}

/// Returns a field whose label depends on the rest of the form.
pub fn labelled_field(form_field: Field, label: Entry) -> Element {
    let control = match form_field.control() {
        Control::NumberIn(unit) => {
            let both = (number_input(form_field), unit_choice(unit));
            html::div().class("join").child(both).into_view()
        }
        Control::Date => date_input(form_field).into_view(),
        Control::Choice => choice(form_field).into_view(),
        Control::Number | Control::Own => number_input(form_field).into_view(),
    };
    let problem = problem(form_field);
    field(form_field.id(), label, form_field.hint(), move || problem.get(), control)
        .child(remedies_of(form_field))
}

/// Returns the remedies of the field's problem, each a button.
pub fn remedies_of(form_field: Field) -> impl IntoView {
    let form = use_request_form();
    move || {
        let answer = form.answer.get().0;
        answer.problem(form_field).and_then(remedies)
    }
}

/// Returns the problem of the field.
pub fn problem(form_field: Field) -> Signal<Option<String>> {
    let (lang, form) = (use_lang(), use_request_form());
    Signal::derive(move || {
        let answer = form.answer.get().0;
        answer.problem(form_field).map(|problem| problem.text(lang.get()))
    })
}

/// Returns the text of the field.
fn text(form_field: Field) -> Signal<String> {
    let form = use_request_form();
    Signal::derive(move || form.draft.with(|draft| draft.text(form_field)))
}

fn input(form_field: Field) -> Element {
    let (form, text) = (use_request_form(), text(form_field));
    let set = move |text| form.edit(|draft| draft.set_text(form_field, text));
    text_control(html::input(), form_field.id(), move || text.get(), problem(form_field), set)
}

/// Returns an input for a whole number, which the arrow keys step.
pub fn number_input(form_field: Field) -> Element {
    let form = use_request_form();
    let step = move |event: KeyboardEvent| {
        let typed = form.draft.with_untracked(|draft| draft.text(form_field));
        if let Some(next) = step_by_arrows(&event, &typed, form.step(form_field)) {
            form.edit(|draft| draft.set_text(form_field, next));
        }
    };
    // A field of the type `number` gives an empty text for `5~8` and for full-width digits.
    input(form_field).attr("type", "text").attr("inputmode", "numeric").on(ev::keydown, step)
}

fn date_input(form_field: Field) -> impl IntoView {
    let (form, today) = (use_request_form(), use_today());
    let problem = problem(form_field);
    date_control(text(form_field), move |control| {
        invalid_where(control, problem)
            .id(form_field.id())
            .attr("aria-describedby", about(form_field.id()))
            .attr("min", move || form_field.first_day(today.get()))
            .attr("max", "2099-12-31")
            .on(ev::input, move |event| {
                form.edit(|draft| draft.set_text(form_field, event_target_value(&event)));
            })
    })
}

fn choice(form_field: Field) -> Element {
    let (lang, form) = (use_lang(), use_request_form());
    let choose = move |value| form.edit(|draft| draft.set_text(form_field, value));
    select(form_field.id(), move || form_field.choices(lang.get()), text(form_field), choose)
}

/// Returns the choice of a number's unit, which stands beside the number and shares its field:
/// label, hint and problem.
fn unit_choice(form_field: Field) -> Element {
    let (lang, form, chosen) = (use_lang(), use_request_form(), text(form_field));
    let choose = move |value| form.edit(|draft| draft.set_text(form_field, value));
    html::select()
        .id(form_field.id())
        .attr("aria-label", t(form_field.label()))
        .on(ev::change, move |event| choose(event_target_value(&event)))
        .child(move || {
            option_list(form_field.choices(lang.get()), move |value| chosen.with(|it| it == value))
        })
}
