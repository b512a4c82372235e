//! Submission: where the application goes, its status, and what to do next.

mod outcome;
mod submitter;

use crate::edge::address;
use crate::page::components::{apply_link, focus};
use crate::page::context::{t, use_lang};
use crate::page::dom::{Element, IntoView, html};
use crate::page::reactive::memo;
use crate::session::submission::{SubmissionView, what_goes};
use crate::words::catalogue::submit as words;
use leptos::ev;
use leptos::prelude::*;
use outcome::outcome;
use submitter::{Submitter, use_submitter};

/// Id of the button that submits and tries again: it stays in place, with the focus.
const SEND: &str = "submit";

/// Returns the card below the answer; if the site takes no applications, the link to where one
/// applies.
pub fn submission() -> Element {
    let submitter = use_submitter();
    let is_taking = memo(move |_| submitter.url.with(Option::is_some));
    let content = move || if is_taking.get() { card(submitter) } else { not_submitted() };
    html::div().class("no-print").child(content)
}

fn not_submitted() -> Element {
    html::p()
        .id("not-submitted")
        .class("small")
        .child(t(words::NOT_SUBMITTED))
        .child(apply_link(" "))
}

fn card(submitter: Submitter) -> Element {
    // A memo, so that the message is made anew only when it changes: typing in the form leaves it
    // alone.
    let seen = memo(move |_| submitter.seen());
    let message = html::div()
        .id("submit-told")
        .class("stack")
        .attr("role", "status")
        .attr("data-stage", move || seen.with(|seen| seen.stage))
        .child(move || seen.with(outcome));
    html::section()
        .class("card")
        .id("submission")
        .attr("aria-labelledby", "submission-title")
        .child(html::h2().id("submission-title").child(t(words::HEADING)))
        .child(html::p().class("small").child(destination(seen)))
        .child(message)
        .child(html::div().class("row").child((send(submitter, seen), give_up(submitter, seen))))
}

/// Returns where the application goes, and what is in it.
fn destination(seen: Memo<SubmissionView>) -> impl IntoView {
    let lang = use_lang();
    move || {
        let host = seen.with(|seen| address::whole(&seen.address).map(|url| url.host()));
        what_goes(&host.unwrap_or_default(), lang.get())
    }
}

/// Returns the button that submits.
fn send(submitter: Submitter, seen: Memo<SubmissionView>) -> Element {
    let lang = use_lang();
    html::button()
        .attr("type", "button")
        .id(SEND)
        .class("button primary")
        .attr("aria-disabled", move || seen.with(|seen| seen.is_off).then_some("true"))
        .on(ev::click, move |_| submitter.press())
        .child(move || seen.with(|seen| seen.button.get(lang.get())))
}

/// Returns the button that gives up an application that was sent.
fn give_up(submitter: Submitter, seen: Memo<SubmissionView>) -> Element {
    let act = move |_| {
        submitter.give_up();
        // This button goes, and the focus with it.
        focus(SEND);
    };
    html::button()
        .attr("type", "button")
        .id("submit-discard")
        .class("button")
        .attr("hidden", move || !seen.with(|seen| seen.can_give_up))
        .on(ev::click, act)
        .child(t(words::DISCARD))
}
