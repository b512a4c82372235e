//! Fields for who applies, and under which call.

use super::{field, select};
use crate::model::Call;
use crate::page::context::{t, use_lang, use_request_form, use_scenario};
use crate::page::dom::{AnyView, Element, IntoView, html};
use crate::page::reactive::memo;
use crate::show::form::Field;
use crate::words::catalogue::{Entry, fit as words};
use leptos::prelude::*;

/// Returns the fields of the request form for who applies and under which call, below `heading`;
/// nothing if the file has no calls.
pub fn request_terms(heading: Option<Entry>) -> AnyView {
    let form = use_request_form();
    let has_terms = memo(move |_| form.has_terms() == Some(true));
    let heading = move || heading.map(|heading| html::h2().class("minor").child(t(heading)));
    let terms = move || has_terms.get().then(|| (heading(), class_field(), call_field()));
    terms.into_view()
}

fn class_field() -> Element {
    let (lang, form) = (use_lang(), use_request_form());
    let form_field = Field::Class;
    let chosen = Signal::derive(move || form.draft.with(|draft| draft.text(form_field)));
    let choose = move |id| form.edit(|draft| draft.set_text(form_field, id));
    let control = select(form_field.id(), move || form_field.choices(lang.get()), chosen, choose);
    field(form_field.id(), form_field.label(), form_field.hint(), || None, control)
}

fn call_field() -> Element {
    let (lang, form, scenario) = (use_lang(), use_request_form(), use_scenario());
    let calls = move || {
        let lang = lang.get();
        let choice = |call: &Call| (call.id.clone(), lang.text(&call.name).to_owned());
        let mut choices = vec![(String::new(), words::CALL_NONE.get(lang).to_owned())];
        scenario.with(|scenario| {
            let snapshot = scenario.as_ref().map(|scenario| &scenario.0.file.snapshot);
            choices.extend(snapshot.into_iter().flat_map(|it| it.calls.iter()).map(choice));
        });
        choices
    };
    let problem = move || {
        let answer = form.answer.get().0;
        answer.problem(Field::Call).map(|problem| problem.text(lang.get()))
    };
    let chosen = Signal::derive(move || form.draft.with(|draft| draft.call.clone()));
    let choose = move |id| form.edit(|draft| draft.call = id);
    let form_field = Field::Call;
    let control = select(form_field.id(), calls, chosen, choose);
    field(form_field.id(), form_field.label(), form_field.hint(), problem, control)
}
