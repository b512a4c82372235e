//! Requests side by side: the one of the form, and up to three that were pinned.

use crate::edge::address;
use crate::exchange::link::{FormLink, MAX_PINS, Route, View};
use crate::model::Hour;
use crate::page::components::{button, copy, focus};
use crate::page::dom::{AnyView, Element, IntoView, html};
use crate::page::state::{Shared, State};
use crate::session::{FormAnswer, PreparedScenario, answer_form};
use crate::show::compare::{Cell, Row, Side, compare};
use crate::show::form::default_draft;
use crate::words::Lang;
use crate::words::catalogue::{Entry, compare as words};
use leptos::ev;
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
pub fn pin(state: State, lang: Lang) -> Element {
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
        html::a()
            .attr("href", "#compare")
            .on(ev::click, |event| {
                // The address belongs to the state.
                event.prevent_default();
                focus("compare-title");
            })
            .child(words::SEE.get(lang))
    };
    let said = move || {
        let Some(entry) = said.get() else { return AnyView::empty() };
        let words = entry.fill(lang, &[("count", &MAX_PINS.to_string())]);
        let is_shown = state.route.with(|route| !route.pins.is_empty());
        vec![words.into_view(), " ".into_view(), is_shown.then(see).into_view()].into_view()
    };
    html::span()
        .class("row")
        .child(button(words::PIN.get(lang), pin).id("pin"))
        .child(html::span().class("small quiet").attr("role", "status").child(said))
}

/// The comparison, where something is pinned.
pub fn view(state: State, pins: Pins, lang: Lang) -> AnyView {
    let count = Memo::new(move |_| state.route.with(|route| route.pins.len()));
    (move || {
        if count.get() == 0 {
            return AnyView::empty();
        }
        let said = RwSignal::new(None::<Entry>);
        let frame = html::div()
            .class("table-frame")
            .attr("tabindex", "0")
            .attr("role", "region")
            .attr("aria-label", words::CAPTION.get(lang))
            .child(move || table(state, pins, said, lang));
        let said =
            move || said.get().map_or_else(AnyView::empty, |entry| entry.get(lang).into_view());
        html::section()
            .class("stack compare no-print")
            .id("compare")
            .attr("aria-labelledby", "compare-title")
            .child(
                html::h2()
                    .id("compare-title")
                    .attr("tabindex", "-1")
                    .child(words::HEADING.get(lang)),
            )
            .child(frame)
            .child(
                html::p()
                    .class("small quiet")
                    .child(words::NOTE.get(lang))
                    .child(" ")
                    .child(html::span().attr("role", "status").child(said)),
            )
            .into_view()
    })
    .into_view()
}

fn table(state: State, pins: Pins, said: RwSignal<Option<Entry>>, lang: Lang) -> AnyView {
    let Some(world) = state.world.get() else { return AnyView::empty() };
    let (pins, outcome) = (pins.get(), state.outcome.get());
    let mut sides = vec![side_of(&world.0, &outcome.0)];
    sides.extend(pins.0.iter().map(|pin| side_of(&pin.world.0, &pin.outcome)));
    let rows = compare(&sides, lang);
    let head = html::tr()
        .child(html::td())
        .child(html::th().attr("scope", "col").child(words::NOW.get(lang)))
        .child(
            pins.0
                .iter()
                .enumerate()
                .map(|(place, pin)| pin_head(state, place, pin, said, lang))
                .collect::<Vec<_>>(),
        );
    html::table()
        .child(html::caption().child(words::CAPTION.get(lang)))
        .child(html::thead().child(head))
        .child(html::tbody().child(rows.into_iter().map(|r| row(r, lang)).collect::<Vec<_>>()))
        .into_view()
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
) -> Element {
    let name = words::PIN_NUMBER.fill(lang, &[("number", &(place + 1).to_string())]);
    let label = |act: Entry| [act.get(lang), ": ", &name].concat();
    let mut route = Route { view: View::Fit, lang: Some(lang), ..Route::default() };
    route.ask(&pin.query);
    let link = format!("?{}", route.to_query());
    let open = html::a()
        .class("button slim")
        .attr("href", link.as_str())
        .attr("aria-label", label(words::OPEN))
        .child(words::OPEN.get(lang));
    let copy = button(words::COPY.get(lang), move |_| {
        let link = [address::page().as_str(), &link].concat();
        copy(link, said);
    });
    let query = pin.query.clone();
    let remove = button(words::REMOVE.get(lang), move |_| {
        state.route.update(|route| route.pins.retain(|pin| *pin != query));
        let is_last = state.route.with_untracked(|route| route.pins.is_empty());
        request_animation_frame(move || focus(if is_last { "pin" } else { "compare-title" }));
    });
    let acts = html::div()
        .class("row no-print")
        .child(open)
        .child(copy.attr("aria-label", label(words::COPY)))
        .child(remove.attr("aria-label", label(words::REMOVE)));
    html::th().attr("scope", "col").child(name).child(acts)
}

fn row(row: Row, lang: Lang) -> Element {
    let cell = |cell: Cell| {
        let words = match cell.kind {
            Some(kind) => html::span().class("tag").attr("data-kind", kind).child(cell.text),
            None if cell.differs => html::strong().child(cell.text),
            None => return html::td().child(cell.text),
        };
        let mark = cell.differs.then(|| {
            let name = words::DIFFERS.get(lang);
            let mark = html::span().class("differs").attr("role", "img").attr("aria-label", name);
            // Never alone on a line.
            vec!["\u{a0}".into_view(), mark.child("≠").into_view()]
        });
        html::td().child(words).child(mark)
    };
    let cells: Vec<Element> = row.cells.into_iter().map(cell).collect();
    html::tr().child(html::th().attr("scope", "row").child(row.name)).child(cells)
}
