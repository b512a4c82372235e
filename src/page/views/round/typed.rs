//! Forms for one application by hand: a new one, or changes to the chosen one.

use super::controller::RoundController;
use crate::model::Class;
use crate::page::components::{button, field, list, select, text_control};
use crate::page::context::{t, use_lang, use_scenario, use_today};
use crate::page::dom::{Element, html};
use crate::session::round::TypedApplication;
use crate::show::form::default_draft;
use crate::show::labels::round as labels;
use crate::words::catalogue::{Entry, round as words};
use crate::words::format;
use leptos::ev;
use leptos::prelude::*;

/// Field of an application.
#[derive(Clone, Copy)]
struct TypedField {
    id: &'static str,
    label: Entry,
    hint: Option<Entry>,
    get: fn(&TypedApplication) -> String,
    set: fn(&mut TypedApplication, String),
}

const ID: TypedField = TypedField {
    id: "id",
    label: words::ID,
    hint: None,
    get: |typed| typed.id.clone(),
    set: |typed, text| typed.id = text,
};
const TITLE: TypedField = TypedField {
    id: "title",
    label: words::TITLE,
    hint: None,
    get: |typed| typed.title.clone(),
    set: |typed, text| typed.title = text,
};
const NODES: TypedField = TypedField {
    id: "nodes",
    label: words::NODES,
    hint: None,
    get: |typed| typed.nodes.clone(),
    set: |typed, text| typed.nodes = text,
};
const TERM: TypedField = TypedField {
    id: "term",
    label: words::TERM,
    hint: Some(words::TERM_HINT),
    get: |typed| typed.term.clone(),
    set: |typed, text| typed.term = text,
};
const SCORE: TypedField = TypedField {
    id: "score",
    label: words::SCORE,
    hint: None,
    get: |typed| typed.score.clone(),
    set: |typed, text| typed.score = text,
};

/// Returns a form for a new application.
pub fn type_one(controller: RoundController) -> Element {
    let (lang, scenario, today) = (use_lang(), use_scenario(), use_today());
    let typed = RwSignal::new(TypedApplication::default());
    let problems = RwSignal::new(Vec::<String>::new());
    let add = move || {
        let Some(scenario) = scenario.get_untracked() else { return };
        let snapshot = &scenario.0.file.snapshot;
        let defaults = default_draft(snapshot, today.get_untracked());
        let parsed = typed.with_untracked(|it| it.parse(snapshot, &defaults, lang.get_untracked()));
        match parsed {
            Ok(application) => {
                let id = application.request.id.clone();
                let known = controller.edit(|round| round.add(vec![application]));
                let is_known = known.is_some_and(|known| !known.is_empty());
                let message = labels::is_there(&id, lang.get_untracked());
                problems.set(if is_known { vec![message] } else { Vec::new() });
                if !is_known {
                    // Only the id is cleared; the rest serves as a start for the next application.
                    typed.update(|typed| typed.id.clear());
                }
            }
            Err(wrong) => problems.set(wrong),
        }
    };
    form("typed", typed, problems, &[ID, TITLE, NODES, TERM, SCORE], words::ADD_ONE, add)
}

/// Returns a form that changes the application at `index`.
pub fn change_one(controller: RoundController, index: usize) -> Element {
    let (lang, scenario, today) = (use_lang(), use_scenario(), use_today());
    let before = move || controller.round.with_untracked(|round| round.application(index).cloned());
    let as_typed = before().map(|it| TypedApplication::from_application(&it, lang.get_untracked()));
    let typed = RwSignal::new(as_typed.unwrap_or_default());
    let problems = RwSignal::new(Vec::<String>::new());
    let change = move || {
        let (Some(scenario), Some(before)) = (scenario.get_untracked(), before()) else { return };
        let snapshot = &scenario.0.file.snapshot;
        let defaults = default_draft(snapshot, today.get_untracked());
        let changed = typed
            .with_untracked(|it| it.change(&before, snapshot, &defaults, lang.get_untracked()));
        match changed {
            Ok(application) => {
                controller.edit(|round| round.change(index, application));
                problems.set(Vec::new());
            }
            Err(wrong) => problems.set(wrong),
        }
    };
    form("change", typed, problems, &[NODES, TERM, SCORE], words::APPLY, change)
}

fn form(
    name: &'static str,
    typed: RwSignal<TypedApplication>,
    problems: RwSignal<Vec<String>>,
    fields: &[TypedField],
    act: Entry,
    done: impl Fn() + Copy + 'static,
) -> Element {
    let fields: Vec<Element> =
        fields.iter().map(|form_field| text_field(name, typed, *form_field)).collect();
    let class = (name == "typed").then(|| class_field(typed));
    let wrong = move || problems.with(|it| (!it.is_empty()).then(|| list("wrong", it)));
    html::form()
        .class("stack")
        .id([name, "-application"].concat())
        .on(ev::submit, move |event| {
            event.prevent_default();
            done();
        })
        .child((
            html::div().class("policy-fields").child((fields, class)),
            html::div().attr("role", "status").child(wrong),
            html::div()
                .class("row")
                .child(button(t(act), |_| ()).attr("type", "submit").id([name, "-do"].concat())),
        ))
}

fn text_field(name: &str, typed: RwSignal<TypedApplication>, form_field: TypedField) -> Element {
    let id = [name, "-", form_field.id].concat();
    let text = move || typed.with(form_field.get);
    let set = move |text| typed.update(|typed| (form_field.set)(typed, text));
    let control =
        text_control(html::input(), &id, text, Signal::derive(|| None), set).attr("type", "text");
    field(&id, form_field.label, form_field.hint, || None, control)
}

fn class_field(typed: RwSignal<TypedApplication>) -> Element {
    let lang = use_lang();
    let choices = move || {
        let choice =
            |class: Class| (class.id().to_owned(), format::class(class, lang.get()).to_owned());
        Class::ALL.map(choice).to_vec()
    };
    let chosen = Signal::derive(move || typed.with(|typed| typed.class.id().to_owned()));
    let choose = move |id: String| {
        if let Some(class) = Class::from_id(&id) {
            typed.update(|typed| typed.class = class);
        }
    };
    field(
        "typed-class",
        words::CLASS,
        None,
        || None,
        select("typed-class", choices, chosen, choose),
    )
}
