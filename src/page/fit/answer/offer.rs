//! The best offer, on its node map.

use crate::page::components::node_map::{Asked, node_map};
use crate::page::components::{facts, list, source, table};
use crate::page::context::use_picture_width;
use crate::page::dom::{AnyView, Element, html};
use crate::page::fit::answer::answered;
use crate::page::state::State;
use crate::picture::node_map::NodeMap;
use crate::session::FormAnswer;
use crate::words::catalogue::{capacity, fit as words};
use crate::words::names::block_name;
use crate::words::{Lang, format};
use leptos::prelude::*;

/// The offer; the map stays where it is while the request changes.
pub fn view(state: State, lang: Lang) -> Element {
    let is_gone = move || match &*state.settled.get().0 {
        FormAnswer::Answered(_, answer) => answer.best.is_none(),
        FormAnswer::Waiting | FormAnswer::Invalid(_) => true,
    };
    html::section()
        .class("card offer")
        .id("offer")
        .attr("aria-labelledby", "offer-title")
        .prop("hidden", is_gone)
        .child(html::h2().id("offer-title").child(words::OFFER.get(lang)))
        .child(move || figures(state))
        .child(map(state, lang))
        .child(move || after(state, lang))
}

fn figures(state: State) -> AnyView {
    answered(state, |_, answer| {
        let best = answer.best.as_ref()?;
        let reason = best.reason.as_ref().map(|reason| html::p().child(reason.as_str()));
        Some(
            html::div()
                .class("stack")
                .child(facts("offer-facts with-place", &best.facts))
                .child(reason),
        )
    })
}

/// What it leaves to others, what is not known of it, what it costs.
fn after(state: State, lang: Lang) -> AnyView {
    answered(state, |_, answer| {
        let best = answer.best.as_ref()?;
        let fees = best.fees.clone().map(|fees| table(fees).id("fees"));
        let sources = best.sources.iter().cloned().map(|from| source(from));
        let sources: Vec<Element> = sources.collect();
        let effect = vec![
            html::h3().child(words::EFFECT.get(lang)),
            facts("offer-facts", &best.effect).id("effect"),
        ];
        Some(
            html::div()
                .class("stack")
                .child(effect)
                .child(fees)
                .child(list("small quiet", &best.caveats))
                .child(sources),
        )
    })
}

fn map(state: State, lang: Lang) -> Element {
    let heading = move || {
        answered(state, |_, answer| {
            let start = format::date(answer.best.as_ref()?.offer.start, lang);
            let moment = capacity::AT_DATE.fill(lang, &[("date", &start)]);
            let moment = html::span().class("small quiet").child(moment);
            Some(html::h3().child(format!("{} ", words::NODE_MAP.get(lang))).child(moment))
        })
    };
    let width = use_picture_width(true);
    let ask = move || {
        let scenario = state.world.get()?;
        let outcome = state.settled.get();
        let FormAnswer::Answered(_, answer) = &*outcome.0 else { return None };
        let best = answer.best.as_ref()?;
        let map = NodeMap::new(&scenario.0.scenario, Some(best.block), best.offer.start);
        let map = map.with_offer(best.block, &best.offer);
        Some(Asked { scenario, map, width: width.get() })
    };
    let label = move || {
        let world = state.world.get();
        let block = match &*state.settled.get().0 {
            FormAnswer::Answered(_, answer) => answer.best.as_ref().map(|best| best.block),
            FormAnswer::Waiting | FormAnswer::Invalid(_) => None,
        };
        let name = world.as_ref().zip(block).and_then(|(world, block)| {
            let block = world.0.scenario.snapshot.blocks.get(block)?;
            Some(block_name(block, lang).to_owned())
        });
        capacity::NODE_MAP.fill(lang, &[("block", &name.unwrap_or_default())])
    };
    html::div().class("stack").child(heading).child(node_map("offer-map", label, ask))
}
