//! Form of the workload: simple first, the rest on demand.

use super::answer::SizeSignals;
use crate::exchange::link::Route;
use crate::page::components::{
    about, button, field, invalid_where, option_list, part, request_terms, select, text_control,
};
use crate::page::context::{t, use_lang, use_route};
use crate::page::dom::{AnyView, Element, for_each, html};
use crate::page::reactive::memo;
use crate::session::SizeAnswer;
use crate::show::size::{SizeDraft, SizeField, choices, is_model, label, models, task};
use crate::sizing::config;
use crate::words::catalogue::{page, size as words};
use leptos::ev;
use leptos::prelude::*;

/// Length in bytes above which a pasted text is cut down to the keys that determine the model's
/// shape.
const PASTED: usize = 200;

/// Returns the form.
pub fn form(answer: SizeSignals) -> Element {
    let route = use_route();
    let has_model =
        memo(move |_| route.with(|route| route.size.get(SizeField::Task) != task::GPU_HOURS));
    let reset = move |_| route.update(|route| route.size = SizeDraft::default());
    html::form()
        .class("card form")
        .id("workload")
        .attr("aria-label", t(words::WORKLOAD))
        // Otherwise the Enter key would load the page anew.
        .on(ev::submit, |event| event.prevent_default())
        .child((
            size_field(answer, SizeField::Task),
            move || has_model.get().then(|| model_field(answer)),
            fields(answer, SizeDraft::model_fields),
            fields(answer, SizeDraft::task_fields),
            more_fields(answer),
            request_terms(Some(words::RULES)),
            html::div().class("row").child(button(t(page::RESET), reset).id("reset")),
        ))
}

/// Returns the fields that have usual values, open if something was typed into them.
fn more_fields(answer: SizeSignals) -> Element {
    let route = use_route();
    let is_used = |route: &Route| route.size.has_typed(route.size.more_fields());
    let is_empty = memo(move |_| route.with(|route| route.size.more_fields().is_empty()));
    html::details()
        .attr("open", route.with_untracked(is_used))
        .prop("hidden", move || is_empty.get())
        .child((
            html::summary().child(t(words::MORE)),
            html::div().class("stack").child(part(move || fields(answer, SizeDraft::more_fields))),
        ))
}

/// Returns a group of fields, which stay as they are while their texts change.
fn fields(answer: SizeSignals, listed: fn(&SizeDraft) -> &'static [SizeField]) -> AnyView {
    let route = use_route();
    let shown = memo(move |_| route.with(|route| listed(&route.size)));
    for_each(
        move || shown.get().to_vec(),
        |field| field.id().to_owned(),
        move |field| size_field(answer, field),
    )
}

/// Returns a field with its label, hint and problem.
fn size_field(answer: SizeSignals, form_field: SizeField) -> Element {
    let (route, lang) = (use_route(), use_lang());
    let (name, hint) = label(form_field);
    let id = id(form_field);
    let problem = problem(answer, form_field);
    let text = Signal::derive(move || route.with(|route| route.size.get(form_field).to_owned()));
    let set = move |text| route.update(|route| route.size.set(form_field, text));
    let is_serving =
        memo(move |_| route.with(|route| route.size.get(SizeField::Task) == task::SERVE));
    let options = Signal::derive(move || choices(form_field, is_serving.get(), lang.get()));
    let is_text_area = form_field == SizeField::Config;
    let control = if is_text_area {
        // Keeps the link short; what is typed by hand is left alone.
        let set_essential = move |text: String| {
            let essential = if text.len() > PASTED { config::essential(&text) } else { None };
            set(essential.unwrap_or(text));
        };
        let area = html::textarea().attr("rows", "6").attr("spellcheck", "false");
        text_control(area, &id, move || text.get(), problem, set_essential)
    } else if options.with_untracked(Vec::is_empty) {
        let input = html::input().attr("type", "text").attr("inputmode", "text");
        text_control(input, &id, move || text.get(), problem, set)
    } else {
        invalid_where(select(&id, move || options.get(), text, set), problem)
    };
    field(&id, name, hint, move || problem.get(), control)
}

/// Returns the problem of a field.
fn problem(answer: SizeSignals, form_field: SizeField) -> Signal<Option<String>> {
    let lang = use_lang();
    Signal::derive(move || {
        answer.0.with(|answer| match &*answer.0 {
            SizeAnswer::Invalid(problems) => {
                let problem = problems.iter().find(|problem| problem.field == form_field)?;
                Some(problem.text(lang.get()))
            }
            SizeAnswer::Waiting | SizeAnswer::Answered(_) => None,
        })
    })
}

/// Returns the choice of a model, in groups; one that is not listed is put above them.
fn model_field(answer: SizeSignals) -> Element {
    let (route, lang) = (use_route(), use_lang());
    let form_field = SizeField::Model;
    let id = id(form_field);
    let is_chosen = move |id: &str| route.with(|route| route.size.get(form_field) == id);
    let groups = move || {
        let group = |(name, models): (&'static str, Vec<(String, String)>)| {
            html::optgroup().attr("label", name).child(option_list(models, is_chosen))
        };
        models(lang.get()).map(group).into_iter().collect::<Vec<_>>()
    };
    let unlisted = move || {
        let chosen = route.with(|route| route.size.get(form_field).to_owned());
        let options = (!is_model(&chosen)).then(|| vec![(chosen.clone(), chosen)]);
        options.map(|options| option_list(options, is_chosen))
    };
    let choose = move |text| route.update(|route| route.size.set(form_field, text));
    let problem = problem(answer, form_field);
    let control = invalid_where(html::select(), problem)
        .id(id.clone())
        .attr("aria-describedby", about(&id))
        .on(ev::change, move |event| choose(event_target_value(&event)))
        .child((unlisted, groups));
    let (name, hint) = label(form_field);
    field(&id, name, hint, move || problem.get(), control)
}

/// Returns the id of a field's control.
pub fn id(field: SizeField) -> String {
    ["size-", field.id()].concat()
}
