//! Fields of the request form, driven by their data.

use crate::page::components::{
    about, date_control, field, invalid_where, option_list, select, step_by_arrows, text_control,
};
use crate::page::context::{t, use_lang, use_request_form, use_today};
use crate::page::dom::{Element, IntoView, html};
use crate::page::views::fit::answer::remedies;
use crate::show::form::{Control, RequestField};
use crate::words::Lang;
use leptos::ev;
use leptos::prelude::*;
use web_sys::KeyboardEvent;

/// Returns a field with its label, hint and problem.
pub fn request_field(of: RequestField) -> Element {
    let control = match of.control {
        Control::Number => number_input(of).into_view(),
        Control::NumberIn(unit) => {
            let both = (number_input(of), unit_choice(*unit));
            html::div().class("join").child(both).into_view()
        }
        Control::Date => date_input(of).into_view(),
        Control::Choice(choices) => choice(of, choices).into_view(),
    };
    let problem = problem(of);
    field(of.field.id(), of.label, of.hint, move || problem.get(), control).child(remedies_of(of))
}

/// Returns the remedies of the field's problem, each a button.
pub fn remedies_of(of: RequestField) -> impl IntoView {
    let form = use_request_form();
    move || {
        let answer = form.answer.get().0;
        answer.problem(of.field).and_then(remedies)
    }
}

/// Returns the problem of the field.
pub fn problem(of: RequestField) -> Signal<Option<String>> {
    let (lang, form) = (use_lang(), use_request_form());
    Signal::derive(move || {
        let answer = form.answer.get().0;
        answer.problem(of.field).map(|problem| problem.text(lang.get()))
    })
}

fn input(of: RequestField) -> Element {
    let form = use_request_form();
    let text = move || form.draft.with(of.get);
    let put = move |text| form.edit(|draft| (of.set)(draft, text));
    text_control(html::input(), of.field.id(), text, problem(of), put)
}

/// Returns an input for a whole number, which the arrow keys step.
pub fn number_input(of: RequestField) -> Element {
    let form = use_request_form();
    let step = move |event: KeyboardEvent| {
        let typed = form.draft.with_untracked(of.get);
        if let Some(next) = step_by_arrows(&event, &typed, form.step(of.field)) {
            form.edit(|draft| (of.set)(draft, next));
        }
    };
    input(of).attr("type", "text").attr("inputmode", "numeric").on(ev::keydown, step)
}

fn date_input(of: RequestField) -> impl IntoView {
    let (form, today) = (use_request_form(), use_today());
    let (text, problem) = (Signal::derive(move || form.draft.with(of.get)), problem(of));
    date_control(text, move |control| {
        invalid_where(control, problem)
            .id(of.field.id())
            .attr("aria-describedby", about(of.field.id()))
            .attr("min", move || of.field.first_day(today.get()))
            .attr("max", "2099-12-31")
            .on(ev::input, move |event| {
                form.edit(|draft| (of.set)(draft, event_target_value(&event)));
            })
    })
}

fn choice(of: RequestField, choices: fn(Lang) -> Vec<(String, String)>) -> Element {
    let (lang, form) = (use_lang(), use_request_form());
    let chosen = Signal::derive(move || form.draft.with(of.get));
    let choose = move |value| form.edit(|draft| (of.set)(draft, value));
    select(of.field.id(), move || choices(lang.get()), chosen, choose)
}

/// Returns the choice of a number's unit, which stands beside the number and shares its field:
/// label, hint and problem.
fn unit_choice(of: RequestField) -> Element {
    let (lang, form) = (use_lang(), use_request_form());
    let Control::Choice(choices) = of.control else { return input(of) };
    let is_chosen = move |value: &str| form.draft.with(of.get) == value;
    html::select()
        .id(of.field.id())
        .attr("aria-label", t(of.label))
        .on(ev::change, move |event| form.edit(|draft| (of.set)(draft, event_target_value(&event))))
        .child(move || option_list(choices(lang.get()), is_chosen))
}
