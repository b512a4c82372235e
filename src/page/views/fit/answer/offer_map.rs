//! Node map of the best offer.

use super::debounced::with_debounced_answer;
use crate::page::components::node_map::{NodeMapContent, node_map, node_table};
use crate::page::context::{use_lang, use_picture_width, use_request_form, use_scenario};
use crate::page::dom::{Element, IntoView, html};
use crate::picture::node_map::NodeMap;
use crate::show::labels;
use crate::words::catalogue::fit as words;
use leptos::prelude::*;

/// Returns the map of the offer's block at its start, with the nodes that are offered.
pub fn offer_map() -> Element {
    let (lang, form, scenario) = (use_lang(), use_request_form(), use_scenario());
    let width = use_picture_width(true);
    let ask = move || {
        let (scenario, answer) = (scenario.get()?, form.debounced.get().0);
        let (_, answer) = answer.answered()?;
        let best = answer.best.as_ref()?;
        let map = NodeMap::new(&scenario.0.scenario, Some(best.block_index), best.offer.start);
        let map = map.with_offer(best.block_index, &best.offer);
        Some(NodeMapContent { scenario, map, width: width() })
    };
    let label = move || {
        let (scenario, answer) = (scenario.get()?, form.debounced.get().0);
        let (_, answer) = answer.answered()?;
        let block = answer.best.as_ref().map(|best| best.block_index);
        Some(labels::node_map(&scenario.0.scenario.snapshot, block, lang.get()))
    };
    let label = move || label().unwrap_or_default();
    let map = node_map("offer-map", label, ask, || Some(node_table));
    html::div().class("stack").child(heading()).child(map)
}

/// Returns the heading, with the day that the map shows.
fn heading() -> impl IntoView {
    let lang = use_lang();
    move || {
        with_debounced_answer(|_, answer| {
            let lang = lang.get();
            let moment = labels::at_date(answer.best.as_ref()?.offer.start, lang);
            let moment = html::span().class("small quiet").child(moment);
            Some(html::h3().child(([words::NODE_MAP.get(lang), " "].concat(), moment)))
        })
    }
}
