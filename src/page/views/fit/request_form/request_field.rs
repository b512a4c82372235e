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
pub fn request_field(of: Field) -> Element {
    labelled_field(of, of.label())
}

/// Returns a field whose label depends on the rest of the form.
pub fn labelled_field(of: Field, label: Entry) -> Element {
    let control = match of.control() {
        Control::NumberIn(unit) => {
            let both = (number_input(of), unit_choice(unit));
            html::div().class("join").child(both).into_view()
        }
        Control::Date => date_input(of).into_view(),
        Control::Choice => choice(of).into_view(),
        Control::Number | Control::Own => number_input(of).into_view(),
    };
    let problem = problem(of);
    field(of.id(), label, of.hint(), move || problem.get(), control).child(remedies_of(of))
}

/// Returns the remedies of the field's problem, each a button.
pub fn remedies_of(of: Field) -> impl IntoView {
    let form = use_request_form();
    move || {
        let answer = form.answer.get().0;
        answer.problem(of).and_then(remedies)
    }
}

/// Returns the problem of the field.
pub fn problem(of: Field) -> Signal<Option<String>> {
    let (lang, form) = (use_lang(), use_request_form());
    Signal::derive(move || {
        let answer = form.answer.get().0;
        answer.problem(of).map(|problem| problem.text(lang.get()))
    })
}

/// Returns the text of the field.
fn text(of: Field) -> Signal<String> {
    let form = use_request_form();
    Signal::derive(move || form.draft.with(|draft| draft.text(of)))
}

fn input(of: Field) -> Element {
    let (form, text) = (use_request_form(), text(of));
    let put = move |text| form.edit(|draft| draft.set_text(of, text));
    text_control(html::input(), of.id(), move || text.get(), problem(of), put)
}

/// Returns an input for a whole number, which the arrow keys step.
pub fn number_input(of: Field) -> Element {
    let form = use_request_form();
    let step = move |event: KeyboardEvent| {
        let typed = form.draft.with_untracked(|draft| draft.text(of));
        if let Some(next) = step_by_arrows(&event, &typed, form.step(of)) {
            form.edit(|draft| draft.set_text(of, next));
        }
    };
    // A field of the type `number` gives an empty text for `5~8` and for full-width digits.
    input(of).attr("type", "text").attr("inputmode", "numeric").on(ev::keydown, step)
}

fn date_input(of: Field) -> impl IntoView {
    let (form, today) = (use_request_form(), use_today());
    let problem = problem(of);
    date_control(text(of), move |control| {
        invalid_where(control, problem)
            .id(of.id())
            .attr("aria-describedby", about(of.id()))
            .attr("min", move || of.first_day(today.get()))
            .attr("max", "2099-12-31")
            .on(ev::input, move |event| {
                form.edit(|draft| draft.set_text(of, event_target_value(&event)));
            })
    })
}

fn choice(of: Field) -> Element {
    let (lang, form) = (use_lang(), use_request_form());
    let choose = move |value| form.edit(|draft| draft.set_text(of, value));
    select(of.id(), move || of.choices(lang.get()), text(of), choose)
}

/// Returns the choice of a number's unit, which stands beside the number and shares its field:
/// label, hint and problem.
fn unit_choice(of: Field) -> Element {
    let (lang, form, chosen) = (use_lang(), use_request_form(), text(of));
    let choose = move |value| form.edit(|draft| draft.set_text(of, value));
    html::select()
        .id(of.id())
        .attr("aria-label", t(of.label()))
        .on(ev::change, move |event| choose(event_target_value(&event)))
        .child(move || {
            option_list(of.choices(lang.get()), move |value| chosen.with(|it| it == value))
        })
}
