//! Obstacles, and what the answer rests on.

use super::debounced::with_debounced_answer;
use crate::page::components::reference;
use crate::page::context::use_lang;
use crate::page::dom::{Element, IntoView, html};
use crate::show::answer::Ground;
use crate::words::catalogue::{Entry, fit as words};
use leptos::prelude::*;

/// Returns obstacles and grounds, each with its source; nothing if there are none.
pub fn grounds() -> impl IntoView {
    || {
        with_debounced_answer(|_, answer| {
            let obstacles = list(words::OBSTACLES, &answer.obstacles);
            let rests_on = list(words::RESTS_ON, &answer.summary.rests_on);
            (obstacles.is_some() || rests_on.is_some()).then(|| {
                html::section().class("card grounds").id("grounds").child((obstacles, rests_on))
            })
        })
    }
}

fn list(heading: Entry, grounds: &[Ground]) -> Option<Element> {
    let items: Vec<Element> = grounds.iter().map(ground).collect();
    (!items.is_empty()).then(|| {
        html::div()
            .class("stack")
            .child(html::h2().child(heading.get(use_lang().get())))
            .child(html::ul().class("stack").child(items))
    })
}

fn ground(ground: &Ground) -> Element {
    let tier = ground.tier.map(|tier| html::span().class("tag").child(tier));
    let blocks = (!ground.blocks.is_empty()).then(|| html::strong().child(ground.blocks.as_str()));
    let rule = ground.rule.as_ref().map(|rule| html::p().class("small").child(rule.as_str()));
    let source =
        ground.source.clone().map(|source| html::p().class("small quiet").child(reference(source)));
    html::li().child((
        html::p().class("row").child((tier, blocks)),
        html::p().child(ground.text.as_str()),
        rule,
        source,
    ))
}
