//! The capacity view: the blocks as node maps, purchases, calls and their results, with sources.

use super::element::{El, Fragment, el, live, nothing, views};
use super::lazy::NotLoaded;
use super::parts::{
    Asked, bars, facts, list, no_blocks, node_map, not_loaded, picture_width, reference, source,
    table, typed,
};
use super::pictures::scrubber;
use super::stages::{Stages, once};
use super::state::State;
use crate::model::Instant;
use crate::show::catalogue::{Entry, capacity as words, page};
use crate::show::node_map::NodeMap;
use crate::show::overview::{self, CallView, ResultsView};
use crate::show::{Lang, format};
use leptos::prelude::*;

/// The view.
pub fn view(state: State, lang: Lang) -> Fragment {
    let Some(world) = state.world.get() else { return nothing() };
    let snapshot = &world.0.data.snapshot;
    let headline = facts("figures", &overview::headline(snapshot, lang));
    let as_of = format::date(snapshot.as_of, lang);
    let as_of = page::FOOTER_AS_OF.fill(lang, &[("date", &as_of)]);
    let about = match lang.text(&snapshot.title) {
        "" => as_of,
        title => format!("{title} · {as_of}"),
    };
    let Stages { middle, bottom, .. } = state.stages;
    let blocks = if snapshot.blocks.is_empty() {
        no_blocks(lang).view()
    } else {
        let pictures =
            el("div").class("stack pictures").live(move || once(middle, || pictures(state, lang)));
        let table = live(move || once(bottom, || table_of_blocks(state, lang)));
        views(vec![map(state, lang).view(), pictures.view(), table])
    };
    el("div")
        .class("view")
        .child(
            el("div")
                .class("stack")
                .child(el("h1").child(words::HEADING.get(lang)))
                .child(el("p").class("lead").child(words::LEAD.get(lang)))
                .child(headline)
                .child(el("p").class("small quiet").child(about)),
        )
        .child(section("blocks", words::BLOCKS, lang).child(blocks))
        .live(move || match state.pictures.code.get() {
            Some(Ok(code)) => once(bottom, || (code.programme)(state, lang)),
            // That it did not come is told above.
            None | Some(Err(NotLoaded)) => nothing(),
        })
        .view()
}

/// What was bought, called for and given, and all sources: below what is seen first, so its code
/// comes with that of the pictures.
pub fn programme(state: State, lang: Lang) -> Fragment {
    let Some(world) = state.world.get_untracked() else { return nothing() };
    let snapshot = &world.0.data.snapshot;
    let purchases = (!snapshot.purchases.is_empty()).then(|| {
        let purchases = table(overview::purchase_table(snapshot, lang));
        section("purchases", words::PURCHASES, lang).child(purchases)
    });
    let accelerators = overview::accelerator_table(snapshot, lang)
        .map(|figures| section("accelerators", words::ACCELERATORS, lang).child(table(figures)));
    let calls: Vec<El> =
        overview::calls(snapshot, state.today, lang).into_iter().map(|c| call(c, lang)).collect();
    let calls = (!calls.is_empty()).then(|| {
        section("calls", words::CALLS, lang).child(el("div").class("call-list").child(calls))
    });
    let sources: Vec<El> = overview::sources(snapshot, lang)
        .into_iter()
        .map(|from| el("li").child(reference(from)))
        .collect();
    let sources = (!sources.is_empty()).then(|| {
        section("sources", words::SOURCES, lang)
            .child(el("ul").class("card small quiet").child(sources))
    });
    views(vec![purchases, accelerators, calls, sources])
}

/// Size and source of each block.
fn table_of_blocks(state: State, lang: Lang) -> Fragment {
    let Some(world) = state.world.get_untracked() else { return nothing() };
    table(overview::block_table(&world.0.data.snapshot, lang)).view()
}

/// A part of the view with its heading.
fn section(id: &'static str, heading: Entry, lang: Lang) -> El {
    let title = format!("{id}-title");
    el("section")
        .id(id)
        .class("stack")
        .attr("aria-labelledby", title.as_str())
        .child(el("h2").id(title).child(heading.get(lang)))
}

/// The day that the node maps show.
fn date(state: State, lang: Lang) -> El {
    let input = el("input")
        .attr("type", "date")
        .id("at")
        .attr("min", "2000-01-01")
        .attr("max", "2099-12-31")
        .attr("aria-describedby", "at-about")
        .live_value(move || {
            // A day that is still being typed, such as one in the year 2, stays as it is.
            let unread = state.route.with(|route| route.at.clone());
            let unread = unread.filter(|at| Instant::parse(at).is_err());
            unread.unwrap_or_else(|| format::date_input(state.shown_hour()))
        })
        .on("input", move |event| {
            state.route.update(|route| route.at = Some(typed(&event)));
        });
    el("div")
        .class("row")
        .child(el("label").attr("for", "at").child(words::AT.get(lang)))
        .child(input)
        .child(el("span").id("at-about").class("hint").child(words::AT_HINT.get(lang)))
}

/// The pictures of time, once their code is there.
fn pictures(state: State, lang: Lang) -> Fragment {
    match state.pictures.code.get() {
        None => nothing(),
        Some(Ok(code)) => views(vec![(code.free_time)(state, lang), (code.lanes)(state, lang)]),
        Some(Err(NotLoaded)) => not_loaded(lang),
    }
}

/// Every node there is.
fn map(state: State, lang: Lang) -> El {
    let ask = move || {
        let world = state.world.get()?;
        let map = NodeMap::new(&world.0.scenario, None, state.shown_hour());
        Some(Asked { world, map, width: picture_width(state, false) })
    };
    let map = node_map("map", move || words::MAP_OF_ALL.get(lang).to_owned(), ask, lang);
    el("div").class("card").child(date(state, lang)).child(scrubber(state, lang)).child(map)
}

fn call(call: CallView, lang: Lang) -> El {
    // In sight, not folded away: that a call ran out of nodes may stand here.
    let left_open = (!call.left_open.is_empty()).then(|| {
        vec![el("h4").child(words::LEFT_OPEN.get(lang)), list("small quiet", &call.left_open)]
    });
    el("article")
        .class("card")
        .child(el("h3").child(call.name))
        .child(call.note.map(|note| el("p").class("small").child(note)))
        .child(facts("facts", &call.facts))
        .child(left_open)
        .child(call.source.map(|from| source(from, lang)))
        .child(call.results.map(|found| results(found, lang)))
}

fn results(found: ResultsView, lang: Lang) -> Vec<El> {
    let Some(round) = found.round else { return vec![facts("facts", &found.facts)] };
    let title = el("h4").child(round.title);
    let mut parts = vec![title, bars(&round.groups), facts("facts", &found.facts)];
    parts.push(table(round.table));
    parts.extend(round.source.map(|from| source(from, lang)));
    parts
}
