//! Parts of the view.

use crate::page::context::t;
use crate::page::dom::{Element, html};
use crate::words::catalogue::{Entry, capacity as words, elsewhere as elsewhere_words};

/// Part of the view: its id and its heading.
#[derive(Clone, Copy)]
pub struct Section(pub &'static str, pub Entry);

pub const BLOCKS: Section = Section("blocks", words::BLOCKS);
pub const TIME: Section = Section("time", words::TIME);
pub const CALLS: Section = Section("calls", words::CALLS);
pub const PURCHASES: Section = Section("purchases", words::PURCHASES);
pub const SIZES: Section = Section("sizes", words::BLOCK_SIZES);
pub const ACCELERATORS: Section = Section("accelerators", words::ACCELERATORS);
pub const ELSEWHERE: Section = Section("elsewhere", elsewhere_words::HEADING);
pub const SOURCES: Section = Section("sources", words::SOURCES);

/// Returns a part of the view with its heading.
pub fn section(Section(id, heading): Section) -> Element {
    let title = format!("{id}-title");
    html::section()
        .id(id)
        .class("stack")
        .attr("aria-labelledby", title.as_str())
        // The heading takes the focus of a link to its part.
        .child(html::h2().id(title).attr("tabindex", "-1").child(t(heading)))
}
