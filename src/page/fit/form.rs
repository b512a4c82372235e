//! The request form. Every input event goes into the state as typed.

use crate::exchange::link::FormLink;
use crate::model::{Class, Snapshot};
use crate::page::components::{
    button, field, option_list, problem_line, step_by_arrows, with_unknown,
};
use crate::page::dom::{AnyView, Element, IntoView, html};
use crate::page::state::{Shared, State};
use crate::session::{FormAnswer, PreparedScenario};
use crate::show::form::{Field, FormDraft, PlacementKind, TermUnit};
use crate::words::catalogue::{Entry, fit as words, page};
use crate::words::names::accelerator_choice;
use crate::words::{Lang, format};
use leptos::ev;
use leptos::prelude::*;

/// One text of the form: its field, whose id the control has, and where it stands in the draft.
#[derive(Clone, Copy)]
struct Part {
    field: Field,
    read: fn(&FormDraft) -> &String,
    write: fn(&mut FormDraft) -> &mut String,
}

const NODES: Part = Part { field: Field::Nodes, read: |d| &d.nodes, write: |d| &mut d.nodes };
const NODES_MAX: Part =
    Part { field: Field::NodesMax, read: |d| &d.nodes_max, write: |d| &mut d.nodes_max };
const TERM: Part = Part { field: Field::Term, read: |d| &d.term, write: |d| &mut d.term };
const FROM: Part = Part { field: Field::From, read: |d| &d.from, write: |d| &mut d.from };
const UNTIL: Part = Part { field: Field::Until, read: |d| &d.until, write: |d| &mut d.until };
const PLACEMENT_NUMBER: Part =
    Part { field: Field::PlacementNumber, read: |d| &d.placement_n, write: |d| &mut d.placement_n };

/// The form.
pub fn view(state: State, lang: Lang) -> Element {
    let of = |part: Part, label: Entry, hint: Entry, control: Element| {
        let wrong = wrong(state, part.field, lang);
        field(part.field.id(), label, Some(hint), wrong, control)
    };
    let number = |part: Part| number_input(state, part, lang);
    let date = |part: Part| date_input(state, part, lang);
    let more = html::div()
        .class("stack")
        .child(of(NODES_MAX, words::NODES_MAX, words::NODES_MAX_HINT, number(NODES_MAX)))
        .child(of(UNTIL, words::UNTIL, words::UNTIL_HINT, date(UNTIL)));
    // What was typed there is in sight.
    let is_used = |draft: &FormDraft| !(draft.nodes_max.is_empty() && draft.until.is_empty());
    let is_used = state.draft.with_untracked(is_used);
    let more = html::details()
        .attr("open", is_used)
        .child(html::summary().child(words::MORE.get(lang)))
        .child(more);
    let reset = button(page::RESET.get(lang), move |_| {
        state.route.update(|route| route.form = FormLink::default());
    });
    html::form()
        .class("card form")
        .id("request")
        .attr("aria-label", words::REQUEST.get(lang))
        .on(ev::submit, |event| event.prevent_default())
        .child(accelerators(state, lang))
        .child(of(NODES, words::NODES, words::NODES_HINT, number(NODES)))
        .child(of(TERM, words::TERM, words::TERM_HINT, term(state, lang)))
        .child(of(FROM, words::FROM, words::FROM_HINT, date(FROM)))
        .child(class(state, lang))
        .child(call(state, lang))
        .child(placement(state, lang))
        .child(more)
        .child(html::div().class("row").child(reset.id("reset")))
}

/// What is wrong with a field.
fn wrong(
    state: State,
    field: Field,
    lang: Lang,
) -> impl Fn() -> Option<String> + Copy + Send + Sync + 'static {
    move || match &*state.outcome.get().0 {
        FormAnswer::Invalid(problems) => {
            let problem = problems.iter().find(|problem| problem.field == field)?;
            Some(problem.text(lang))
        }
        _ => None,
    }
}

/// An input for one text of the form.
fn input(state: State, part: Part, lang: Lang) -> Element {
    let wrong = wrong(state, part.field, lang);
    html::input()
        .id(part.field.id())
        .attr("autocomplete", "off")
        .attr("aria-describedby", format!("{}-about", part.field.id()))
        .attr("aria-invalid", move || wrong().map(|_| "true".to_owned()))
        .prop("value", move || state.draft.with(|draft| (part.read)(draft).clone()))
        .on(ev::input, move |event| {
            state.edit(|draft| *(part.write)(draft) = event_target_value(&event))
        })
}

/// An input for a whole number, which the arrow keys step.
fn number_input(state: State, part: Part, lang: Lang) -> Element {
    let step = move |event| {
        let text = state.draft.with_untracked(|draft| (part.read)(draft).clone());
        if let Some(next) = step_by_arrows(&event, &text) {
            state.edit(|draft| *(part.write)(draft) = next);
        }
    };
    input(state, part, lang).attr("type", "text").attr("inputmode", "numeric").on(ev::keydown, step)
}

fn date_input(state: State, part: Part, lang: Lang) -> Element {
    // A date field cannot show an hour of the day, which an applied change may bring.
    let kind = move || {
        let has_hour = state.draft.with(|draft| (part.read)(draft).contains('T'));
        Some(if has_hour { "text" } else { "date" }.to_owned())
    };
    input(state, part, lang).attr("min", "2000-01-01").attr("max", "2099-12-31").attr("type", kind)
}

/// What the file has a list of: ids and names.
fn named(state: State, list: impl Fn(&Snapshot) -> Vec<(String, String)>) -> Vec<(String, String)> {
    state.world.with_untracked(|world| {
        world.as_ref().map_or_else(Vec::new, |world| list(&world.0.file.snapshot))
    })
}

fn accelerators(state: State, lang: Lang) -> Element {
    let known = named(state, |snapshot| {
        let ids = snapshot.accelerators.iter().map(|accelerator| &accelerator.id);
        ids.map(|id| (id.clone(), accelerator_choice(snapshot, id, lang))).collect()
    });
    let choice = |(id, name): (String, String)| {
        let chosen = id.clone();
        let input = html::input()
            .attr("type", "checkbox")
            .id(format!("accelerator-{id}"))
            .prop("checked", move || state.draft.with(|draft| draft.accelerators.contains(&chosen)))
            .on(ev::change, move |event| {
                let checked = event_target_checked(&event);
                state.edit(|draft| {
                    // One that the file does not have has no box to be cleared by.
                    let stays = |other: &String| *other != id && is_known(state, other);
                    draft.accelerators.retain(stays);
                    if checked {
                        draft.accelerators.push(id.clone());
                    }
                });
            });
        html::label().class("choice").child(input).child(html::span().child(name))
    };
    let choices: Vec<Element> = known.into_iter().map(choice).collect();
    let wrong = wrong(state, Field::Accelerators, lang);
    html::fieldset()
        .id(Field::Accelerators.id())
        .attr("tabindex", "-1")
        .attr("aria-describedby", "accelerators-about")
        .child(html::legend().child(words::ACCELERATORS.get(lang)))
        .child(html::div().class("choices").child(choices))
        .child(html::div().id("accelerators-about").child(move || wrong().map(problem_line)))
}

fn is_known(state: State, accelerator: &str) -> bool {
    let find =
        |world: &Shared<PreparedScenario>| world.0.file.snapshot.accelerator(accelerator).is_some();
    state.world.with_untracked(|world| world.as_ref().is_some_and(find))
}

fn term(state: State, lang: Lang) -> Element {
    let units = TermUnit::ALL
        .map(|unit| (unit.letter().to_string(), unit.label().get(lang).to_owned()))
        .to_vec();
    let is_chosen =
        move |letter: &str| state.draft.with(|draft| letter.starts_with(draft.unit.letter()));
    let unit = html::select()
        .id("unit")
        .attr("aria-label", words::UNIT.get(lang))
        .on(ev::change, move |event| {
            let letter = event_target_value(&event);
            let unit = TermUnit::ALL.into_iter().find(|u| letter.starts_with(u.letter()));
            state.edit(|draft| draft.unit = unit.unwrap_or(draft.unit));
        })
        .child(option_list(units, is_chosen));
    html::div().class("join").child(number_input(state, TERM, lang)).child(unit)
}

fn class(state: State, lang: Lang) -> Element {
    let classes = Class::ALL.map(|c| (c.id().to_owned(), format::class(c, lang).to_owned()));
    let is_chosen = move |id: &str| state.draft.with(|draft| draft.class.id() == id);
    let control = html::select()
        .id("class")
        .attr("aria-describedby", "class-about")
        .on(ev::change, move |event| {
            let class = Class::from_id(&event_target_value(&event));
            state.edit(|draft| draft.class = class.unwrap_or(draft.class));
        })
        .child(option_list(classes.to_vec(), is_chosen));
    field("class", words::CLASS, Some(words::CLASS_HINT), || None, control)
}

fn call(state: State, lang: Lang) -> Element {
    let mut calls = vec![(String::new(), words::CALL_NONE.get(lang).to_owned())];
    calls.extend(named(state, |snapshot| {
        let name = |call: &crate::model::Call| (call.id.clone(), lang.text(&call.name).to_owned());
        snapshot.calls.iter().map(name).collect()
    }));
    let made = state.draft.with_untracked(|draft| draft.call.clone());
    let calls = with_unknown(calls, made, "");
    let wrong = wrong(state, Field::Call, lang);
    let is_chosen = move |id: &str| state.draft.with(|draft| draft.call == id);
    let control = html::select()
        .id("call")
        .attr("aria-describedby", "call-about")
        .on(ev::change, move |event| state.edit(|draft| draft.call = event_target_value(&event)))
        .child(option_list(calls, is_chosen));
    field("call", words::CALL, Some(words::CALL_HINT), wrong, control)
}

fn placement(state: State, lang: Lang) -> Vec<AnyView> {
    let kinds = PlacementKind::ALL
        .map(|kind| (kind.id().to_owned(), kind.label().get(lang).to_owned()))
        .to_vec();
    let is_chosen = move |id: &str| state.draft.with(|draft| draft.placement.id() == id);
    let control = html::select()
        .id("placement")
        .attr("aria-describedby", "placement-about")
        .on(ev::change, move |event| {
            let id = event_target_value(&event);
            let kind = PlacementKind::ALL.into_iter().find(|kind| kind.id() == id);
            state.edit(|draft| draft.placement = kind.unwrap_or(draft.placement));
        })
        .child(option_list(kinds, is_chosen));
    let hint = Some(words::PLACEMENT_HINT);
    let kind = Memo::new(move |_| state.draft.with(|draft| draft.placement));
    let count = (move || {
        kind.get().number_label().map_or_else(AnyView::empty, |label| {
            let part = PLACEMENT_NUMBER;
            let wrong = wrong(state, part.field, lang);
            field(part.field.id(), label, None, wrong, number_input(state, part, lang)).into_view()
        })
    })
    .into_view();
    vec![field("placement", words::PLACEMENT, hint, || None, control).into_view(), count]
}
