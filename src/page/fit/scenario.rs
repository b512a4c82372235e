//! What counts as taken, and what-if: the synthetic busy year, and holds assumed by hand.

use crate::exchange::link::MAX_HOLDS;
use crate::model::{Availability, Occupancy};
use crate::page::components::{button, focus, option_list, with_unknown};
use crate::page::dom::{AnyView, Element, IntoView, html};
use crate::page::state::State;
use crate::show::form::{FieldProblem, HoldDraft};
use crate::words::Lang;
use crate::words::catalogue::{Entry, holds as words, page};
use crate::words::names::block_name;
use leptos::ev;
use leptos::prelude::*;

/// The editor of the scenario.
pub fn view(state: State, lang: Lang) -> Element {
    // Made anew when a hold is added or removed, never while one is typed.
    let count = Memo::new(move |_| state.route.with(|route| route.holds.len()));
    let holds = move || {
        (0..count.get()).map(|place| hold(state, place, lang)).collect::<Vec<_>>().into_view()
    };
    let is_full = move || count.get() >= MAX_HOLDS;
    let add =
        button(words::ADD.get(lang), move |_| add(state)).id("add-hold").prop("disabled", is_full);
    let full = move || {
        let full = || words::FULL.fill(lang, &[("count", &MAX_HOLDS.to_string())]);
        if is_full() { full().into_view() } else { AnyView::empty() }
    };
    let full = html::span().class("small quiet").attr("role", "status").child(full);
    html::section()
        .class("card scenario")
        .attr("aria-labelledby", "scenario-title")
        .child(html::h2().id("scenario-title").child(page::SCENARIO.get(lang)))
        .child(occupancy(state, lang))
        .child(html::h3().child(words::HEADING.get(lang)))
        .child(html::p().class("hint").child(words::INTRO.get(lang)))
        .child(holds)
        .child(html::div().class("row").child(add).child(full))
}

/// What counts as taken: what the file says, sizes alone where it has published holds, or the busy
/// year.
fn occupancy(state: State, lang: Lang) -> Element {
    let (has_published, availability) = state.world.with_untracked(|world| {
        let snapshot = world.as_ref().map(|world| &world.0.file.snapshot);
        snapshot.map_or((false, Availability::Nominal), |snapshot| {
            (snapshot.has_published_holds(), snapshot.availability)
        })
    });
    let of_file = match availability {
        Availability::Published => {
            (page::OCCUPANCY_PUBLISHED, Some(page::OCCUPANCY_PUBLISHED_HINT))
        }
        Availability::Complete => (page::OCCUPANCY_FILE, None),
        Availability::Nominal => (page::OCCUPANCY_NONE, None),
    };
    let busy = match has_published {
        true => page::BUSY_YEAR_INSTEAD,
        false => page::BUSY_YEAR_NOTICE,
    };
    let choices = vec![
        Some(choice(state, Occupancy::File, "as-in-file", of_file, lang)),
        has_published.then(|| {
            let words = (page::OCCUPANCY_SIZE, Some(page::OCCUPANCY_SIZE_HINT));
            choice(state, Occupancy::Size, "by-size", words, lang)
        }),
        Some(choice(state, Occupancy::BusyYear, "busy-year", (page::BUSY_YEAR, Some(busy)), lang)),
    ];
    html::fieldset()
        .class("stack")
        .child(html::legend().child(page::OCCUPANCY.get(lang)))
        .child(choices)
}

fn choice(
    state: State,
    occupancy: Occupancy,
    id: &'static str,
    (name, hint): (Entry, Option<Entry>),
    lang: Lang,
) -> Element {
    let input = html::input()
        .attr("type", "radio")
        .attr("name", "occupancy")
        .id(id)
        .prop("checked", move || state.route.with(|route| route.occupancy == occupancy))
        .on(ev::change, move |_| state.route.update(|route| route.occupancy = occupancy));
    let hint = hint.map(|hint| html::span().class("hint").child(hint.get(lang)));
    let about = html::span().child(name.get(lang)).child(hint);
    html::label().class("switch").child(input).child(about)
}

/// Adds a hold with the likeliest values and moves to its first field.
fn add(state: State) {
    let block = state.world.with_untracked(|world| {
        let first = world.as_ref().and_then(|world| world.0.file.snapshot.blocks.first());
        first.map_or_else(String::new, |block| block.id.clone())
    });
    let from = state.draft.with_untracked(|draft| draft.from.clone());
    let mut place = 0;
    state.route.update(|route| {
        place = route.holds.len();
        route.holds.push(HoldDraft { block, nodes: String::new(), from, until: String::new() });
    });
    request_animation_frame(move || focus(&format!("hold-{place}-nodes")));
}

/// One text of a hold: the end of its control's id, and where it stands in the draft.
struct Part {
    id: &'static str,
    kind: &'static str,
    label: Entry,
    read: fn(&HoldDraft) -> &String,
    write: fn(&mut HoldDraft) -> &mut String,
}

const NODES: Part = Part {
    id: "nodes",
    kind: "text",
    label: words::NODES,
    read: |hold| &hold.nodes,
    write: |hold| &mut hold.nodes,
};
const FROM: Part = Part {
    id: "from",
    kind: "date",
    label: words::FROM,
    read: |hold| &hold.from,
    write: |hold| &mut hold.from,
};
const UNTIL: Part = Part {
    id: "until",
    kind: "date",
    label: words::UNTIL,
    read: |hold| &hold.until,
    write: |hold| &mut hold.until,
};

fn hold(state: State, place: usize, lang: Lang) -> Element {
    let wrong = move || {
        let draft = state.route.with(|route| route.holds.get(place).cloned())?;
        let world = state.world.get()?;
        let problems = draft.raise(&world.0.file.snapshot).err()?;
        let text = |problem: &FieldProblem| html::p().class("wrong").child(problem.line(lang));
        Some(problems.iter().map(text).collect::<Vec<_>>().into_view())
    };
    let remove = move |_| {
        state.route.update(|route| {
            if place < route.holds.len() {
                route.holds.remove(place);
            }
        });
        focus("add-hold");
    };
    let about = html::div()
        .id(format!("hold-{place}-about"))
        .class("about")
        .child(html::p().class("hint").child(words::NODES_HINT.get(lang)))
        .child(html::p().class("hint").child(words::UNTIL_HINT.get(lang)))
        .child(move || wrong().unwrap_or_else(AnyView::empty));
    let name = words::NUMBER.fill(lang, &[("number", &(place + 1).to_string())]);
    html::fieldset()
        .class("hold")
        .child(html::legend().child(name))
        .child(block(state, place, lang))
        .child(text(state, place, NODES, lang))
        .child(text(state, place, FROM, lang))
        .child(text(state, place, UNTIL, lang))
        .child(about)
        .child(html::div().class("row").child(button(words::REMOVE.get(lang), remove)))
}

/// What a hold says, or nothing where it is gone.
fn read(state: State, place: usize, of: fn(&HoldDraft) -> &String) -> String {
    state.route.with(|route| route.holds.get(place).map_or_else(String::new, |h| of(h).clone()))
}

fn text(state: State, place: usize, part: Part, lang: Lang) -> Element {
    let id = format!("hold-{place}-{}", part.id);
    let input = html::input()
        .attr("type", part.kind)
        .id(id.as_str())
        .attr("autocomplete", "off")
        .attr("aria-describedby", format!("hold-{place}-about"))
        .prop("value", move || read(state, place, part.read))
        .on(ev::input, move |event| {
            state.edit_hold(place, |hold| *(part.write)(hold) = event_target_value(&event));
        });
    let label = html::label().attr("for", id).child(part.label.get(lang));
    html::div().class("field").child(label).child(input)
}

fn block(state: State, place: usize, lang: Lang) -> Element {
    let blocks = state.world.with_untracked(|world| {
        world.as_ref().map_or_else(Vec::new, |world| {
            let blocks = &world.0.file.snapshot.blocks;
            blocks.iter().map(|b| (b.id.clone(), block_name(b, lang).to_owned())).collect()
        })
    });
    let typed_block = state.route.with_untracked(|route| {
        route.holds.get(place).map_or_else(String::new, |hold| hold.block.clone())
    });
    let blocks = with_unknown(blocks, typed_block, words::BLOCK_CHOOSE.get(lang));
    let id = format!("hold-{place}-block");
    let control = html::select()
        .id(id.as_str())
        .on(ev::change, move |event| {
            state.edit_hold(place, |hold| hold.block = event_target_value(&event));
        })
        .child(option_list(blocks, move |id| read(state, place, |hold| &hold.block) == id));
    let label = html::label().attr("for", id).child(words::BLOCK.get(lang));
    html::div().class("field").child(label).child(control)
}
