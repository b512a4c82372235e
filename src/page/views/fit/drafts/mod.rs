//! Draft bar: a line with the name of the draft and its status, undo and redo; the list of drafts
//! behind it; and below it messages and decisions.

mod changes;
mod controller;
mod list;
mod message;
mod rename;
mod row;
mod summary;
mod tools;
mod watch;

use crate::page::context::t;
use crate::page::dom::{Element, html};
use crate::words::catalogue::drafts as words;
use changes::changes;
use list::list;
use message::message;
use summary::{LIST, summary};
use tools::tools;

pub use watch::watch;

/// Returns the draft bar.
pub fn drafts() -> Element {
    html::section()
        .class("drafts no-print")
        .attr("aria-label", t(words::HEADING))
        .child(html::details().id(LIST).child((summary(), html::div().child(list()))))
        .child(tools())
        .child(message())
        .child(changes())
}
