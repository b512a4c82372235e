//! Size view: a workload beside its needs on each accelerator.

mod answer;
mod curve;
mod form;
mod result;
mod steps;

use crate::page::context::t;
use crate::page::dom::{Element, html};
use crate::words::catalogue::size as words;
use answer::SizeSignals;

/// Returns the view.
pub fn size_view() -> Element {
    let answer = SizeSignals::new();
    let head = html::div().class("stack").child((
        html::h1().child(t(words::HEADING)),
        html::p().class("lead").child(t(words::LEAD)),
    ));
    let inputs = html::div().class("stack inputs").child(form::form(answer));
    html::div()
        .class("view")
        .child((head, html::div().class("fit").child((inputs, result::result(answer)))))
}
