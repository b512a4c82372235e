//! Requests side by side: the one of the form, and up to three that were pinned.

use crate::edge::address;
use crate::exchange::link::{FormLink, MAX_PINS, Route, View};
use crate::model::Hour;
use crate::page::element::{El, Fragment, el, live, nothing, text, views};
use crate::page::parts::{self, button, focus};
use crate::page::state::{Shared, State};
use crate::session::{FormAnswer, PreparedScenario, answer_form};
use crate::show::compare::{Cell, Row, Side, compare};
use crate::show::form::default_draft;
use crate::words::Lang;
use crate::words::catalogue::{Entry, compare as words};
use leptos::prelude::*;
use std::sync::Arc;

/// A pinned request with its answer, which changes only with the file and the language.
pub struct Pin {
    query: String,
    lang: Lang,
    world: Shared<PreparedScenario>,
    outcome: FormAnswer,
}

/// The pinned requests, answered.
pub type Pins = Memo<Shared<Vec<Arc<Pin>>>>;

/// Answers the pinned requests of the link, again only where something changed for them.
pub fn pins(state: State) -> Pins {
    Memo::new(move |old: Option<&Shared<Vec<Arc<Pin>>>>| {
        let old = old.map_or(&[][..], |old| &old.0);
        let pins = state.world.get().map(|world| {
            let lang = state.lang.get();
            state.route.with(|route| answered(&route.pins, &world, old, state.today, lang))
        });
        Shared(Arc::new(pins.unwrap_or_default()))
    })
}

/// The pinned requests, answered; those of `old` where nothing changed for them.
fn answered(
    queries: &[String],
    world: &Shared<PreparedScenario>,
    old: &[Arc<Pin>],
    today: Hour,
    lang: Lang,
) -> Vec<Arc<Pin>> {
    let data = &world.0.file;
    let mut pins: Vec<Arc<Pin>> = Vec::new();
    for query in queries {
        let is_same = |pin: &&Arc<Pin>| {
            pin.query == *query && pin.lang == lang && Arc::ptr_eq(&pin.world.0.file, data)
        };
        let same = old.iter().find(is_same).map(Arc::clone);
        let pin = same.unwrap_or_else(|| {
            let mut route = Route::default();
            route.ask(query);
            // To lay holds out in time is the slow part, and most pins have those of another.
            let known = old.iter().chain(&pins).map(|pin| &pin.world);
            let known = known.filter(|known| Arc::ptr_eq(&known.0.file, data));
            let assumes =
                |world: &&Shared<PreparedScenario>| world.0.assumes(route.occupancy, &route.holds);
            let world = core::iter::once(world).chain(known).find(assumes).cloned();
            let world = world.unwrap_or_else(|| {
                Shared(Arc::new(PreparedScenario::new(
                    Arc::clone(data),
                    route.occupancy,
                    &route.holds,
                )))
            });
            let draft = route.form.apply(default_draft(&data.snapshot, today));
            let outcome = answer_form(&world.0, &draft, today, lang);
            Arc::new(Pin { query: query.clone(), lang, world, outcome })
        });
        pins.push(pin);
    }
    pins
}

/// The button that pins the request as it stands, and what came of it.
pub fn pin(state: State, lang: Lang) -> El {
    let said = RwSignal::new(None::<Entry>);
    let pin = move |_| {
        let form = state.draft.with_untracked(FormLink::of);
        let mut route = state.route.get_untracked();
        let (occupancy, holds) = (route.occupancy, route.holds.clone());
        let asked = Route { form, occupancy, holds, ..Route::default() }.asked();
        let is_there = route.pins.contains(&asked);
        let entry = match route.pin(&asked) {
            true if is_there => words::ALREADY,
            true if !route.fits_in_link() => words::TOO_LONG,
            true => words::PINNED,
            false => words::FULL,
        };
        if entry == words::PINNED {
            state.route.set(route);
        }
        said.set(Some(entry));
    };
    let see = move || {
        el("a")
            .attr("href", "#compare")
            .on_event("click", |event| {
                // The address belongs to the state.
                event.prevent_default();
                focus("compare-title");
            })
            .child(words::SEE.get(lang))
    };
    let said = move || {
        let Some(entry) = said.get() else { return nothing() };
        let words = entry.fill(lang, &[("count", &MAX_PINS.to_string())]);
        let is_shown = state.route.with(|route| !route.pins.is_empty());
        views(vec![text(words), text(" "), views(is_shown.then(see))])
    };
    el("span")
        .class("row")
        .child(button(words::PIN.get(lang), pin).id("pin"))
        .child(el("span").class("small quiet").attr("role", "status").live(said))
}

/// The comparison, where something is pinned.
pub fn view(state: State, pins: Pins, lang: Lang) -> Fragment {
    let count = Memo::new(move |_| state.route.with(|route| route.pins.len()));
    live(move || {
        if count.get() == 0 {
            return nothing();
        }
        let said = RwSignal::new(None::<Entry>);
        let frame = el("div")
            .class("table-frame")
            .attr("tabindex", "0")
            .attr("role", "region")
            .attr("aria-label", words::CAPTION.get(lang))
            .live(move || table(state, pins, said, lang));
        let said = move || said.get().map_or_else(nothing, |entry| text(entry.get(lang)));
        el("section")
            .class("stack compare no-print")
            .id("compare")
            .attr("aria-labelledby", "compare-title")
            .child(
                el("h2").id("compare-title").attr("tabindex", "-1").child(words::HEADING.get(lang)),
            )
            .child(frame)
            .child(
                el("p")
                    .class("small quiet")
                    .child(words::NOTE.get(lang))
                    .child(" ")
                    .child(el("span").attr("role", "status").live(said)),
            )
            .view()
    })
}

fn table(state: State, pins: Pins, said: RwSignal<Option<Entry>>, lang: Lang) -> Fragment {
    let Some(world) = state.world.get() else { return nothing() };
    let (pins, outcome) = (pins.get(), state.outcome.get());
    let mut sides = vec![side_of(&world.0, &outcome.0)];
    sides.extend(pins.0.iter().map(|pin| side_of(&pin.world.0, &pin.outcome)));
    let rows = compare(&sides, lang);
    let head = el("tr")
        .child(el("td"))
        .child(el("th").attr("scope", "col").child(words::NOW.get(lang)))
        .child(
            pins.0
                .iter()
                .enumerate()
                .map(|(place, pin)| pin_head(state, place, pin, said, lang))
                .collect::<Vec<_>>(),
        );
    el("table")
        .child(el("caption").child(words::CAPTION.get(lang)))
        .child(el("thead").child(head))
        .child(el("tbody").child(rows.into_iter().map(|r| row(r, lang)).collect::<Vec<_>>()))
        .view()
}

fn side_of<'a>(world: &'a PreparedScenario, outcome: &'a FormAnswer) -> Side<'a> {
    Side {
        scenario: &world.scenario,
        holds: &world.holds,
        holds_by_hand: world.holds_by_hand,
        asked: match outcome {
            FormAnswer::Answered(request, answer) => Some((request, answer)),
            FormAnswer::Waiting | FormAnswer::Invalid(_) => None,
        },
    }
}

/// The head of a pinned request, with what can be done with it.
fn pin_head(
    state: State,
    place: usize,
    pin: &Pin,
    said: RwSignal<Option<Entry>>,
    lang: Lang,
) -> El {
    let name = words::PIN_NUMBER.fill(lang, &[("number", &(place + 1).to_string())]);
    let label = |act: Entry| [act.get(lang), ": ", &name].concat();
    let mut route = Route { view: View::Fit, lang: Some(lang), ..Route::default() };
    route.ask(&pin.query);
    let link = format!("?{}", route.to_query());
    let open = el("a")
        .class("button slim")
        .attr("href", link.as_str())
        .attr("aria-label", label(words::OPEN))
        .child(words::OPEN.get(lang));
    let copy = button(words::COPY.get(lang), move |_| {
        let link = [address::page().as_str(), &link].concat();
        parts::copy(link, said);
    });
    let query = pin.query.clone();
    let remove = button(words::REMOVE.get(lang), move |_| {
        state.route.update(|route| route.pins.retain(|pin| *pin != query));
        let is_last = state.route.with_untracked(|route| route.pins.is_empty());
        request_animation_frame(move || focus(if is_last { "pin" } else { "compare-title" }));
    });
    let acts = el("div")
        .class("row no-print")
        .child(open)
        .child(copy.attr("aria-label", label(words::COPY)))
        .child(remove.attr("aria-label", label(words::REMOVE)));
    el("th").attr("scope", "col").child(name).child(acts)
}

fn row(row: Row, lang: Lang) -> El {
    let cell = |cell: Cell| {
        let words = match cell.kind {
            Some(kind) => el("span").class("tag").attr("data-kind", kind).child(cell.text),
            None if cell.differs => el("strong").child(cell.text),
            None => return el("td").child(cell.text),
        };
        let mark = cell.differs.then(|| {
            let name = words::DIFFERS.get(lang);
            let mark = el("span").class("differs").attr("role", "img").attr("aria-label", name);
            // Never alone on a line.
            vec![text("\u{a0}"), mark.child("≠").view()]
        });
        el("td").child(words).child(mark)
    };
    let cells: Vec<El> = row.cells.into_iter().map(cell).collect();
    el("tr").child(el("th").attr("scope", "row").child(row.name)).child(cells)
}
