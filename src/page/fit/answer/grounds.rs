//! What stands in the way, what the answer rests on, and where else to look.

use super::answered;
use crate::page::components::{self, reference};
use crate::page::dom::{AnyView, Element, html};
use crate::page::state::State;
use crate::show::answer::Ground;
use crate::words::Lang;
use crate::words::catalogue::{Entry, fit};

/// Reasons and grounds, each with its source; nothing where there are none.
pub fn view(state: State, lang: Lang) -> AnyView {
    answered(state, |_, answer| {
        let obstacles = list(fit::OBSTACLES, &answer.obstacles, lang);
        let rests_on = list(fit::RESTS_ON, &answer.summary.rests_on, lang);
        (obstacles.is_some() || rests_on.is_some()).then(|| {
            html::section().class("card grounds").id("grounds").child(obstacles).child(rests_on)
        })
    })
}

fn list(heading: Entry, grounds: &[Ground], lang: Lang) -> Option<Element> {
    let items: Vec<Element> = grounds.iter().map(ground).collect();
    (!items.is_empty()).then(|| {
        html::div()
            .class("stack")
            .child(html::h2().child(heading.get(lang)))
            .child(html::ul().class("stack").child(items))
    })
}

fn ground(of: &Ground) -> Element {
    let tier = of.tier.map(|tier| html::span().class("tag").child(tier));
    let blocks = (!of.blocks.is_empty()).then(|| html::strong().child(of.blocks.as_str()));
    let source =
        of.source.clone().map(|source| html::p().class("small quiet").child(reference(source)));
    html::li()
        .child(html::p().class("row").child(tier).child(blocks))
        .child(html::p().child(of.text.as_str()))
        .child(of.rule.as_ref().map(|rule| html::p().class("small").child(rule.as_str())))
        .child(source)
}

/// Schemes beside this one, where the answer has a reason to name them.
pub fn elsewhere(state: State) -> AnyView {
    answered(state, |_, answer| answer.summary.elsewhere.clone().map(components::elsewhere))
}
