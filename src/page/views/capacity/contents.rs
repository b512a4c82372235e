//! Links to the parts of the view.

use super::capacity_file::from_file;
use super::section::{BLOCKS, CALLS, ELSEWHERE, PURCHASES, SOURCES, Section, TIME};
use crate::model::Snapshot;
use crate::page::components::go_to_section;
use crate::page::context::t;
use crate::page::dom::{Element, html};
use crate::words::catalogue::capacity as words;
use leptos::ev;

/// Returns links to the parts that have content; they stay in sight.
pub fn contents() -> Element {
    html::nav()
        .class("contents no-print")
        .attr("aria-label", t(words::CONTENTS))
        .child(from_file(links))
}

fn links(snapshot: &Snapshot) -> Vec<Element> {
    let sections = [
        (BLOCKS, true),
        (TIME, !snapshot.blocks.is_empty()),
        (CALLS, !snapshot.calls.is_empty()),
        (PURCHASES, !snapshot.purchases.is_empty()),
        (ELSEWHERE, !snapshot.elsewhere.is_empty()),
        (SOURCES, !snapshot.sources.is_empty()),
    ];
    let shown = sections.into_iter().filter(|(_, is_there)| *is_there);
    shown.map(|(section, _)| link(section)).collect()
}

fn link(Section(id, heading): Section) -> Element {
    html::a()
        .attr("href", format!("#{id}"))
        .on(ev::click, move |event| {
            // The route owns the address, so the link does not change it.
            event.prevent_default();
            go_to_section(id);
        })
        .child(t(heading))
}
