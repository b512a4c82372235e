//! Best offer, on its node map.

use super::debounced::with_debounced_answer;
use super::offer_map::offer_map;
use crate::page::components::{facts, list, source, table_to_save};
use crate::page::context::{t, use_lang};
use crate::page::dom::{Element, html};
use crate::show::answer::OfferView;
use crate::words::catalogue::fit as words;
use leptos::prelude::*;

/// Returns the offer; the map stays in place while the request changes.
pub fn best_offer() -> Element {
    let has_offer =
        || with_debounced_answer(|_, answer| answer.best.as_ref().map(|_| ())).is_some();
    html::section()
        .class("card offer")
        .id("offer")
        .attr("aria-labelledby", "offer-title")
        .prop("hidden", move || !has_offer())
        .child(html::h2().id("offer-title").child(t(words::OFFER)))
        .child(|| with_debounced_answer(|_, answer| answer.best.as_ref().map(figures)))
        .child(offer_map())
        .child(|| with_debounced_answer(|_, answer| answer.best.as_ref().map(consequences)))
}

/// Returns the figures of the offer, and why it is this one.
fn figures(offer: &OfferView) -> Element {
    let reason = offer.reason.as_ref().map(|reason| html::p().child(reason.as_str()));
    html::div().class("stack").child((facts("offer-facts offered", &offer.facts), reason))
}

/// Returns the effect of the offer on others, its fees, and its caveats.
fn consequences(offer: &OfferView) -> Element {
    let fees = offer.fees.clone().map(|fees| {
        let (table, save) = table_to_save(fees);
        (table.id("fees"), save)
    });
    let sources: Vec<Element> = offer.sources.iter().cloned().map(source).collect();
    html::div().class("stack").child((
        html::h3().child(words::EFFECT.get(use_lang().get())),
        facts("offer-facts", &offer.effect).id("effect"),
        fees,
        list("small quiet", &offer.caveats),
        sources,
    ))
}
