//! The capacity view: the blocks as node maps, purchases, calls and their results, with sources.

use super::element::{El, Fragment, el, nothing};
use super::parts::{counted, facts, legend, list, mark, node_map, reference, source, table, typed};
use super::state::State;
use crate::model::{Instant, Scenario};
use crate::show::catalogue::{Entry, capacity as words, page};
use crate::show::node_map::NodeMap;
use crate::show::overview::{self, BlockView, CallView, ResultsView};
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
    el("div")
        .class("view")
        .child(
            el("div")
                .class("stack")
                .child(el("h1").child(words::HEADING.get(lang)))
                .child(headline)
                .child(el("p").class("small quiet").child(about)),
        )
        .child(
            section("blocks", words::BLOCKS, lang)
                .child(date(state, lang))
                .live(move || maps(state, lang))
                .child(table(overview::block_table(snapshot, lang))),
        )
        .child(purchases)
        .child(accelerators)
        .child(calls)
        .child(sources)
        .view()
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

fn maps(state: State, lang: Lang) -> Fragment {
    let Some(world) = state.world.get() else { return nothing() };
    let scenario = &world.0.scenario;
    let hour = state.shown_hour();
    let card = |(place, block): (usize, BlockView)| {
        block_card(scenario, place, block, &NodeMap::new(scenario, place, hour, None), lang)
    };
    let blocks = overview::blocks(&scenario.snapshot, lang);
    el("div")
        .class("blocks")
        .child(blocks.into_iter().enumerate().map(card).collect::<Vec<_>>())
        .view()
}

fn block_card(
    scenario: &Scenario,
    place: usize,
    block: BlockView,
    map: &NodeMap,
    lang: Lang,
) -> El {
    let label = words::NODE_MAP.fill(lang, &[("block", &block.name)]);
    let title = format!("block-{place}");
    let leaves = el("p").class("small quiet").child(block.leaves.text + " ").child(
        block.leaves.mark.map(|name| mark(name).attr("title", words::ASSUMED_WHY.get(lang))),
    );
    let header = el("header")
        .child(el("h3").id(title.as_str()).child(block.name))
        .child(el("p").class("small quiet").child(block.summary));
    el("article")
        .class("card")
        .id(block.id)
        .attr("aria-labelledby", title)
        .child(header)
        .child(node_map(map, label, lang))
        .child(legend(&map.totals, scenario.layer(), lang))
        .child(counted(map, lang))
        .child(leaves)
        .child(block.source.map(|from| source(from, lang)))
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
    let mut parts = vec![table(found.table), facts("facts", &found.facts)];
    parts.extend(found.source.map(|from| source(from, lang)));
    parts
}
