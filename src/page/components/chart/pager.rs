//! Pictures that are shown one part at a time.

use crate::page::components::button;
use crate::page::context::t;
use crate::page::dom::{Element, html};
use crate::words::catalogue::{Entry, pictures as words};

/// Returns the label of the part shown, with buttons to the parts before and after it, disabled
/// where there is none.
pub fn pager(
    about: String,
    (before, after): (Option<usize>, Option<usize>),
    go: impl Fn(usize) + Copy + 'static,
) -> Element {
    let step = |name: Entry, to: Option<usize>| {
        let step = move |_| {
            if let Some(to) = to {
                go(to);
            }
        };
        button(t(name), step).attr("disabled", to.is_none())
    };
    let about = html::span().class("small quiet number").child(about);
    html::div().class("row").child((about, step(words::BEFORE, before), step(words::AFTER, after)))
}
