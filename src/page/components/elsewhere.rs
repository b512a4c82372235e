//! Schemes beside this one.

use super::{facts, source};
use crate::page::context::t;
use crate::page::dom::{Element, html};
use crate::show::elsewhere::{Elsewhere, SchemeView};
use crate::words::catalogue::elsewhere as words;

/// Returns the section on where else to look, and why.
pub fn elsewhere(elsewhere: Elsewhere) -> Element {
    html::section()
        .class("stack")
        .id("elsewhere")
        .attr("aria-labelledby", "elsewhere-title")
        .child(html::h2().id("elsewhere-title").child(t(words::HEADING)))
        .child(html::p().child(elsewhere.lead))
        .child(schemes(elsewhere.schemes))
}

/// Returns schemes, a card each.
pub fn schemes(schemes: Vec<SchemeView>) -> Element {
    let card = |scheme: SchemeView| {
        html::article()
            .class("card")
            .child(html::h3().child(scheme.name))
            .child(facts("facts", &scheme.facts))
            .child(scheme.source.map(source))
    };
    html::div().class("side-by-side").child(schemes.into_iter().map(card).collect::<Vec<_>>())
}
