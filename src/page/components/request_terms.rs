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
    let of = Field::Class;
    let chosen = Signal::derive(move || form.draft.with(|draft| draft.text(of)));
    let choose = move |id| form.edit(|draft| draft.set_text(of, id));
    let control = select(of.id(), move || of.choices(lang.get()), chosen, choose);
    field(of.id(), of.label(), of.hint(), || None, control)
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
    let of = Field::Call;
    let control = select(of.id(), calls, chosen, choose);
    field(of.id(), of.label(), of.hint(), problem, control)
}
