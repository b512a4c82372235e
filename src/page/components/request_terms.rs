//! Fields for who applies, and under which call.

use super::{field, select};
use crate::model::{Call, Class};
use crate::page::context::{t, use_lang, use_request_form, use_scenario};
use crate::page::dom::{AnyView, Element, IntoView, html};
use crate::page::reactive::memo;
use crate::show::form::Field;
use crate::words::catalogue::{Entry, fit as words};
use crate::words::format;
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
    let classes = move || {
        let choice =
            |class: Class| (class.id().to_owned(), format::class(class, lang.get()).to_owned());
        Class::ALL.map(choice).to_vec()
    };
    let chosen = move || form.draft.with(|draft| draft.class.id().to_owned());
    let choose = move |id: String| {
        if let Some(class) = Class::from_id(&id) {
            form.edit(|draft| draft.class = class);
        }
    };
    let control = select("class", classes, Signal::derive(chosen), choose);
    field("class", words::CLASS, Some(words::CLASS_HINT), || None, control)
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
    let control = select("call", calls, chosen, choose);
    field("call", words::CALL, Some(words::CALL_HINT), problem, control)
}
