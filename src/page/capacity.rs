//! The capacity view: what there is, what is taken until when and what comes; the blocks as node
//! maps; the programme in time; calls, purchases and schemes beside this one, with sources.

use super::dom::{AnyView, Element, IntoView, html};
use super::lazy::NotLoaded;
use super::pictures::scrubber;
use super::stages::{Stages, once};
use super::state::State;
use crate::model::{Instant, Snapshot};
use crate::page::components::{
    bars, facts, go_to_section, list, no_blocks, not_loaded, reference, schemes, source, table,
};
use crate::page::parts::{Asked, node_map, picture_width};
use crate::picture::node_map::NodeMap;
use crate::show::elsewhere;
use crate::show::overview::{self, CallView, Figure, ResultsView};
use crate::words::catalogue::{Entry, capacity as words, elsewhere as elsewhere_words, page};
use crate::words::source::all_sources;
use crate::words::{Lang, format};
use leptos::ev;
use leptos::prelude::*;

/// The view.
pub fn view(state: State, lang: Lang) -> AnyView {
    let Some(world) = state.world.get() else { return AnyView::empty() };
    let snapshot = &world.0.file.snapshot;
    let as_of = page::FOOTER_AS_OF.fill(
        lang,
        &[
            ("date", &format::date(snapshot.as_of, lang)),
            ("age", &format::age(snapshot.as_of, state.today, lang)),
        ],
    );
    let about = match lang.text(&snapshot.title) {
        "" => as_of,
        title => format!("{title} · {as_of}"),
    };
    let Stages { middle, bottom, .. } = state.stages;
    let blocks = match snapshot.blocks.is_empty() {
        true => no_blocks(),
        false => map(state, lang),
    };
    let pictures =
        html::div().class("stack pictures").child(move || once(middle, || pictures(state, lang)));
    let has_pictures = !snapshot.blocks.is_empty();
    html::div()
        .class("view")
        .child(
            html::div()
                .class("stack")
                .child(html::h1().child(words::HEADING.get(lang)))
                .child(html::p().class("lead").child(words::LEAD.get(lang)))
                .child(headline(&overview::headline(snapshot, state.today, lang)))
                .child(html::p().class("small quiet").child(about)),
        )
        .child(contents(snapshot, lang))
        .child(section(BLOCKS, lang).child(blocks))
        .child(has_pictures.then(|| section(TIME, lang).child(pictures)))
        .child(move || match state.pictures.code.get() {
            Some(Ok(code)) => once(bottom, || (code.details)(state, lang)),
            // That it did not come is told above.
            None | Some(Err(NotLoaded)) => AnyView::empty(),
        })
        .into_view()
}

/// The figures that are asked for first.
fn headline(figures: &[Figure]) -> Element {
    let figure = |figure: &Figure| {
        let about = (!figure.about.is_empty())
            .then(|| html::dd().class("about").child(figure.about.as_str()));
        html::div()
            .child(html::dt().child(figure.name))
            .child(html::dd().child(figure.value.as_str()))
            .child(about)
    };
    html::dl().class("figures").child(figures.iter().map(figure).collect::<Vec<_>>())
}

/// A part of the view: its id and its heading.
#[derive(Clone, Copy)]
struct Section(&'static str, Entry);

const BLOCKS: Section = Section("blocks", words::BLOCKS);
const TIME: Section = Section("time", words::TIME);
const CALLS: Section = Section("calls", words::CALLS);
const PURCHASES: Section = Section("purchases", words::PURCHASES);
const SIZES: Section = Section("sizes", words::BLOCK_SIZES);
const ACCELERATORS: Section = Section("accelerators", words::ACCELERATORS);
const ELSEWHERE: Section = Section("elsewhere", elsewhere_words::HEADING);
const SOURCES: Section = Section("sources", words::SOURCES);

/// A part of the view with its heading.
fn section(Section(id, heading): Section, lang: Lang) -> Element {
    let title = format!("{id}-title");
    html::section()
        .id(id)
        .class("stack")
        .attr("aria-labelledby", title.as_str())
        .child(html::h2().id(title).attr("tabindex", "-1").child(heading.get(lang)))
}

/// The way to each part; it stays in sight.
fn contents(snapshot: &Snapshot, lang: Lang) -> Element {
    let parts = [
        (BLOCKS, true),
        (TIME, !snapshot.blocks.is_empty()),
        (CALLS, !snapshot.calls.is_empty()),
        (PURCHASES, !snapshot.purchases.is_empty()),
        (ELSEWHERE, !snapshot.elsewhere.is_empty()),
        (SOURCES, !snapshot.sources.is_empty()),
    ];
    let link = |Section(id, heading): Section| {
        html::a()
            .attr("href", format!("#{id}"))
            .on(ev::click, move |event| {
                // The address belongs to the state.
                event.prevent_default();
                go_to_section(id);
            })
            .child(heading.get(lang))
    };
    let links = parts.into_iter().filter(|part| part.1).map(|part| link(part.0));
    html::nav()
        .class("contents no-print")
        .attr("aria-label", words::CONTENTS.get(lang))
        .child(links.collect::<Vec<_>>())
}

/// Calls and their results, purchases, sizes and figures, schemes elsewhere, and all sources:
/// below what is seen first, so its code comes with that of the pictures.
pub fn details(state: State, lang: Lang) -> AnyView {
    let Some(world) = state.world.get_untracked() else { return AnyView::empty() };
    let snapshot = &world.0.file.snapshot;
    let calls: Vec<Element> =
        overview::calls(snapshot, state.today, lang).into_iter().map(|c| call(c, lang)).collect();
    let calls = (!calls.is_empty())
        .then(|| section(CALLS, lang).child(html::div().class("stack").child(calls)));
    let purchases = (!snapshot.purchases.is_empty())
        .then(|| section(PURCHASES, lang).child(table(overview::purchase_table(snapshot, lang))));
    let sizes = (!snapshot.blocks.is_empty())
        .then(|| section(SIZES, lang).child(table(overview::block_table(snapshot, lang))));
    let accelerators = overview::accelerator_table(snapshot, lang)
        .map(|figures| section(ACCELERATORS, lang).child(table(figures)));
    let elsewhere = (!snapshot.elsewhere.is_empty())
        .then(|| section(ELSEWHERE, lang).child(schemes(elsewhere::schemes(snapshot, lang))));
    let sources: Vec<Element> = all_sources(snapshot, lang)
        .into_iter()
        .map(|from| html::li().child(reference(from)))
        .collect();
    let sources = (!sources.is_empty()).then(|| {
        section(SOURCES, lang)
            .child(html::ul().class("card small quiet source-list").child(sources))
    });
    vec![calls, purchases, sizes, accelerators, elsewhere, sources].into_view()
}

/// The day that the node maps show.
fn date(state: State, lang: Lang) -> Element {
    let input = html::input()
        .attr("type", "date")
        .id("at")
        .attr("min", "2000-01-01")
        .attr("max", "2099-12-31")
        .attr("aria-describedby", "at-about")
        .prop("value", move || {
            // A day that is still being typed, such as one in the year 2, stays as it is.
            let unread = state.route.with(|route| route.at.clone());
            let unread = unread.filter(|at| Instant::parse(at).is_err());
            unread.unwrap_or_else(|| format::date_input(state.shown_hour()))
        })
        .on(ev::input, move |event| {
            state.route.update(|route| route.at = Some(event_target_value(&event)));
        });
    html::div()
        .class("row")
        .child(html::label().attr("for", "at").child(words::AT.get(lang)))
        .child(input)
        .child(html::span().id("at-about").class("hint").child(words::AT_HINT.get(lang)))
}

/// The pictures of time, once their code is there.
fn pictures(state: State, lang: Lang) -> AnyView {
    match state.pictures.code.get() {
        None => AnyView::empty(),
        Some(Ok(code)) => vec![
            (move || (code.programme)(state, lang)).into_view(),
            (code.free_time)(state, lang).into_view(),
            (code.lanes)(state, lang).into_view(),
        ]
        .into_view(),
        Some(Err(NotLoaded)) => not_loaded().into_view(),
    }
}

/// Every node there is.
fn map(state: State, lang: Lang) -> Element {
    let ask = move || {
        let world = state.world.get()?;
        let map = NodeMap::new(&world.0.scenario, None, state.shown_hour());
        Some(Asked { world, map, width: picture_width(state, false) })
    };
    let map = node_map("map", move || words::MAP_OF_ALL.get(lang).to_owned(), ask, lang);
    html::div().class("card").child(date(state, lang)).child(scrubber(state, lang)).child(map)
}

fn call(call: CallView, lang: Lang) -> Element {
    // In sight, not folded away: that a call ran out of nodes may stand here.
    let left_open = (!call.left_open.is_empty()).then(|| {
        html::div()
            .class("stack")
            .child(html::h4().child(words::LEFT_OPEN.get(lang)))
            .child(list("small quiet", &call.left_open))
    });
    let rules = html::div()
        .class("stack")
        .child(facts("facts", &call.facts))
        .child(call.source.map(|from| source(from)));
    html::article()
        .class("card")
        .child(html::h3().child(call.name))
        .child(call.note.map(|note| html::p().child(note)))
        .child(html::div().class("side-by-side").child(rules).child(left_open))
        .child(call.results.map(|found| results(found)))
}

fn results(found: ResultsView) -> Vec<Element> {
    let Some(round) = found.round else { return vec![facts("facts", &found.facts)] };
    let title = html::h4().child(round.title);
    let mut parts = vec![title, bars(&round.groups), facts("facts", &found.facts)];
    parts.push(table(round.table));
    parts.extend(round.source.map(|from| source(from)));
    parts
}
