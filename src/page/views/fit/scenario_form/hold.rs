//! Hold that is assumed by hand.

use crate::model::Block;
use crate::page::components::{
    button, date_control, focus, option_list, problem_line, with_unknown,
};
use crate::page::context::{edit_hold, t, use_lang, use_route, use_scenario};
use crate::page::dom::{Element, IntoView, html};
use crate::page::reactive::memo;
use crate::show::form::{FieldProblem, HoldDraft};
use crate::show::labels;
use crate::words::catalogue::{Entry, holds as words};
use crate::words::names::block_name;
use leptos::ev;
use leptos::prelude::*;

/// Text field of a hold: the end of its control's id, and access to its text in the draft.
#[derive(Clone, Copy)]
struct HoldField {
    id: &'static str,
    is_date: bool,
    label: Entry,
    read: fn(&HoldDraft) -> &String,
    write: fn(&mut HoldDraft) -> &mut String,
}

const FIELDS: [HoldField; 3] = [
    HoldField {
        id: "nodes",
        is_date: false,
        label: words::NODES,
        read: |hold| &hold.nodes,
        write: |hold| &mut hold.nodes,
    },
    HoldField {
        id: "from",
        is_date: true,
        label: words::FROM,
        read: |hold| &hold.from,
        write: |hold| &mut hold.from,
    },
    HoldField {
        id: "until",
        is_date: true,
        label: words::UNTIL,
        read: |hold| &hold.until,
        write: |hold| &mut hold.until,
    },
];

/// Returns the fields of the hold at `index`.
pub fn hold(index: usize) -> Element {
    let (lang, route) = (use_lang(), use_route());
    let remove = move |_| {
        route.update(|route| {
            if index < route.holds.len() {
                route.holds.remove(index);
            }
        });
        // The button that had the focus is gone.
        focus("add-hold");
    };
    let about = html::div()
        .id(about(index))
        .class("about")
        .child(html::p().class("hint").child(t(words::NODES_HINT)))
        .child(html::p().class("hint").child(t(words::UNTIL_HINT)))
        .child(problems(index));
    let name = move || labels::hold(index, lang.get());
    html::fieldset()
        .class("hold")
        .child(html::legend().child(name))
        .child(block_field(index))
        .child(FIELDS.map(|field| text_field(index, field)))
        .child(about)
        .child(html::div().class("row").child(button(t(words::REMOVE), remove)))
}

/// Returns the id of the element that describes the fields of a hold.
fn about(index: usize) -> String {
    format!("hold-{index}-about")
}

/// Returns the problems of the hold.
fn problems(index: usize) -> impl IntoView {
    let (lang, route, scenario) = (use_lang(), use_route(), use_scenario());
    move || {
        let draft = route.with(|route| route.holds.get(index).cloned())?;
        let problems = draft.parse(&scenario.get()?.0.file.snapshot).err()?;
        let line = |problem: &FieldProblem| problem_line(problem.line(lang.get()));
        Some(problems.iter().map(line).collect::<Vec<_>>())
    }
}

/// Returns one text of the hold; empty once the hold is gone.
fn text(index: usize, read: fn(&HoldDraft) -> &String) -> Signal<String> {
    let route = use_route();
    Signal::derive(move || {
        route.with(|route| route.holds.get(index).map(read).cloned().unwrap_or_default())
    })
}

fn text_field(index: usize, field: HoldField) -> Element {
    let (route, text) = (use_route(), text(index, field.read));
    let id = format!("hold-{index}-{}", field.id);
    let set = move |text| edit_hold(route, index, |hold| *(field.write)(hold) = text);
    let own_id = id.clone();
    let complete = move |input: Element| {
        input
            .id(own_id.as_str())
            .attr("aria-describedby", about(index))
            .on(ev::input, move |event| set(event_target_value(&event)))
    };
    let input = match field.is_date {
        true => date_control(text, complete).into_view(),
        false => {
            let input = html::input().attr("type", "text").attr("autocomplete", "off");
            complete(input.prop("value", move || text.get())).into_view()
        }
    };
    let label = html::label().attr("for", id).child(t(field.label));
    html::div().class("field").child(label).child(input)
}

/// Returns the choice of the hold's block.
fn block_field(index: usize) -> Element {
    let (lang, route, scenario) = (use_lang(), use_route(), use_scenario());
    let chosen = text(index, |hold| &hold.block);
    let blocks = memo(move |_| {
        scenario.with(|scenario| {
            let snapshot = scenario.as_ref().map(|scenario| &scenario.0.file.snapshot);
            let blocks = snapshot.into_iter().flat_map(|snapshot| &snapshot.blocks);
            let choice =
                |block: &Block| (block.id.clone(), block_name(block, lang.get()).to_owned());
            blocks.map(choice).collect::<Vec<_>>()
        })
    });
    let options = move || {
        // The choice is read untracked: another one must not make the options anew.
        let none = words::BLOCK_CHOOSE.get(lang.get());
        let options = with_unknown(blocks.get(), chosen.get_untracked(), none);
        option_list(options, move |id| chosen.with(|chosen| chosen == id))
    };
    let id = format!("hold-{index}-block");
    let set = move |block| edit_hold(route, index, |hold| hold.block = block);
    let control = html::select()
        .id(id.as_str())
        .on(ev::change, move |event| set(event_target_value(&event)))
        .child(options);
    let label = html::label().attr("for", id).child(t(words::BLOCK));
    html::div().class("field").child(label).child(control)
}
