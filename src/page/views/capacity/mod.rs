//! Capacity view: nodes that exist, those that are taken and until when, and those to come; the
//! blocks as node maps; the programme over time; calls, purchases and schemes beside this one, with
//! sources.

mod axis;
mod block_chart;
mod calls;
mod capacity_file;
mod contents;
mod date_field;
mod details;
mod free_time;
mod headline;
mod lane_shapes;
mod lanes;
mod map;
mod programme;
mod scrubber;
mod section;
mod time;

pub use details::details;
pub use free_time::free_time;
pub use lanes::lanes;
pub use programme::programme;

use crate::page::components::no_blocks;
use crate::page::context::{t, use_chunks, use_phases};
use crate::page::dom::{Element, html};
use crate::page::reactive::memo;
use crate::words::catalogue::capacity as words;
use capacity_file::from_file;
use contents::contents;
use headline::headline;
use leptos::prelude::*;
use map::map;
use section::{BLOCKS, TIME, section};
use time::pictures;

/// Returns the view.
pub fn capacity_view() -> Element {
    let (pictures_code, rest) = (use_chunks().pictures, use_phases().rest);
    let has_blocks = from_file(|snapshot| !snapshot.blocks.is_empty());
    let has_blocks = memo(move |_| has_blocks() == Some(true));
    let head = html::div().class("stack").child((
        html::h1().child(t(words::HEADING)),
        html::p().class("lead").child(t(words::LEAD)),
        headline(),
    ));
    let blocks = move || if has_blocks.get() { map() } else { no_blocks() };
    // Their code comes with that of the pictures, because they are below what is seen first. If it
    // did not come, the pictures above already report that.
    let details = move || {
        let code = pictures_code.ready()?;
        rest.get().then(|| (code.details)())
    };
    html::div().class("view").child((
        head,
        contents(),
        section(BLOCKS).child(blocks),
        move || has_blocks.get().then(|| section(TIME).child(pictures())),
        details,
    ))
}
