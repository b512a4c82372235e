//! Three assumptions on how many apply, as a hundred squares each.

use super::simulated::RequestOdds;
use crate::page::components::chart::path;
use crate::page::components::{save_picture, table_alternative};
use crate::page::context::t;
use crate::page::dom::{Element, html, svg};
use crate::picture::icon_array::LENGTH;
use crate::show::odds::ScenarioView;
use crate::words::catalogue::odds as words;

/// Returns the three arrays of squares and their table alternative.
pub fn scenarios(odds: RequestOdds) -> Element {
    let pictures = odds.read(|view| view.scenarios.iter().map(scenario).collect::<Vec<_>>());
    html::div().class("stack picture").id("odds-scenarios").child((
        html::h3().child(t(words::SCENARIOS)),
        html::div().class("icon-arrays").child(pictures),
        table_alternative(odds.read(|view| view.table.clone())),
        save_picture(words::SCENARIOS),
    ))
}

fn scenario(view: &ScenarioView) -> Element {
    let length = LENGTH.to_string();
    let squares = svg::svg()
        .attr("viewBox", format!("-1 -1 {0} {0}", LENGTH + 2))
        .attr("width", length.clone())
        .attr("height", length)
        .attr("role", "img")
        .attr("aria-label", view.label.clone())
        .child((
            path("selected", view.icons.filled.clone()),
            path("refused", view.icons.empty.clone()),
        ));
    let words = html::figcaption().child((
        html::strong().child(view.name),
        html::p().child(view.share.clone()),
        html::p().class("small quiet").child(view.about.clone()),
    ));
    html::figure().class("icon-array").child((squares, words))
}
