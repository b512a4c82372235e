//! A card below the answer: where the application goes, how it stands, and what to do next.

use super::{Doubt, Seen, Step, Submission};
use crate::edge::address;
use crate::exchange::submission::{Receipt, Refusal};
use crate::page::components::{focus, link_out, portal_link};
use crate::page::dom::{AnyView, Element, IntoView, html};
use crate::words::Lang;
use crate::words::catalogue::{Entry, feed, page, submit as words};
use leptos::ev;
use leptos::prelude::*;

/// The button that submits, and tries again: it stays where it is, with the focus.
const SEND: &str = "submit";

/// The card; where the site takes no applications, the way to those who do.
pub fn view(of: Submission, lang: Lang) -> Element {
    let is_taking = Memo::new(move |_| of.state.feed.submit_url().is_some());
    let content = move || match is_taking.get() {
        true => card(of, lang).into_view(),
        false => html::p()
            .id("on-portal")
            .class("small")
            .child([words::ON_PORTAL.get(lang), " "].concat())
            .child(portal_link())
            .into_view(),
    };
    html::div().class("no-print").child(content)
}

fn card(of: Submission, lang: Lang) -> Element {
    // Made anew only where something is told: typing in the form leaves it alone.
    let seen = Memo::new(move |_| of.seen());
    let told = html::div()
        .id("submit-told")
        .class("stack")
        .attr("role", "status")
        .attr("data-stage", move || seen.with(|seen| Some(stage(&seen.step).to_owned())))
        .child(move || seen.with(|seen| tell(seen, lang)));
    let is_off = move || {
        let is_off =
            seen.with(|seen| matches!(seen.step, Step::Incomplete | Step::Sending | Step::Sent));
        is_off.then(|| "true".to_owned())
    };
    let send = html::button()
        .attr("type", "button")
        .id(SEND)
        .class("button primary")
        .attr("aria-disabled", is_off)
        .on(ev::click, move |_| of.press())
        .child(move || seen.with(|seen| act(&seen.step).get(lang).into_view()));
    let is_settled = move || seen.with(|seen| !matches!(seen.step, Step::Unknown { .. }));
    let give_up = move |_| {
        of.give_up();
        // This one goes.
        focus(SEND);
    };
    let give_up = html::button()
        .attr("type", "button")
        .id("submit-discard")
        .class("button")
        .attr("hidden", move || is_settled().then(String::new))
        .on(ev::click, give_up)
        .child(words::DISCARD.get(lang));
    html::section()
        .class("card")
        .id("submission")
        .attr("aria-labelledby", "submission-title")
        .child(html::h2().id("submission-title").child(words::HEADING.get(lang)))
        .child(html::p().class("small").child(move || seen.with(|seen| what_goes(seen, lang))))
        .child(told)
        .child(html::div().class("row").child(send).child(give_up))
}

/// Where it goes, and what is in it.
fn what_goes(seen: &Seen, lang: Lang) -> AnyView {
    let host = address::whole(&seen.address).map(|url| url.host()).unwrap_or_default();
    words::WHAT_GOES.fill(lang, &[("host", &host)]).into_view()
}

/// What the button does now.
const fn act(step: &Step) -> Entry {
    match step {
        Step::Incomplete | Step::Ready | Step::Cannot | Step::Refused(_) => words::SUBMIT,
        Step::Sending => words::SUBMITTING,
        Step::Sent => words::SUBMITTED,
        Step::Unknown { .. } => page::RETRY,
    }
}

fn stage(step: &Step) -> &'static str {
    match step {
        Step::Incomplete => "incomplete",
        Step::Ready => "ready",
        Step::Cannot => "cannot",
        Step::Sending => "sending",
        Step::Sent => "sent",
        Step::Refused(_) => "refused",
        Step::Unknown { .. } => "unknown",
    }
}

/// How it stands, and the receipt of the last application, also of another one than is on the page.
fn tell(seen: &Seen, lang: Lang) -> AnyView {
    let last = seen.receipt.as_ref().filter(|_| seen.step != Step::Sent);
    let last = last.map(|receipt| receipt_lines(words::LAST_RECEIPT, receipt, lang));
    let last = last.map(|lines| lines.class("small quiet"));
    let outcome = html::div().class("outcome").child(outcome(seen, lang));
    (outcome, last).into_view()
}

/// How it stands, and what the reader can do about it.
fn outcome(seen: &Seen, lang: Lang) -> AnyView {
    match &seen.step {
        Step::Incomplete => sentences(&[words::INCOMPLETE], lang),
        Step::Ready => sentences(&[words::NOT_YET], lang),
        Step::Cannot => sentences(&[words::CANNOT], lang),
        Step::Sending => sentences(&[words::UNDER_WAY], lang),
        Step::Sent => {
            let receipt = seen.receipt.as_ref();
            let is_pending = receipt.is_some_and(|receipt| receipt.is_pending);
            let entry = if is_pending { words::PENDING } else { words::ACCEPTED };
            let receipt = receipt.map(|receipt| receipt_lines(words::RECEIPT, receipt, lang));
            (sentences(&[entry], lang), receipt).into_view()
        }
        Step::Refused(refusal) => refused(refusal, lang),
        Step::Unknown { doubt, is_other, is_kept } => {
            let why = match doubt {
                Some(Doubt::Later(409)) => sentences(&[words::STILL_WORKING], lang),
                Some(Doubt::Later(status)) => with_status(words::LATER, *status, lang),
                Some(Doubt::NoConnection) => sentences(&[feed::NO_CONNECTION], lang),
                Some(Doubt::TimedOut) => sentences(&[feed::TIMED_OUT], lang),
                Some(Doubt::Strange) => sentences(&[words::STRANGE], lang),
                None => sentences(&[words::OPEN], lang),
            };
            // One that is being worked on is there.
            let is_there = *doubt == Some(Doubt::Later(409));
            let mut more = Vec::new();
            more.extend((!is_there).then_some(words::MAYBE));
            more.push(words::SAFE);
            more.extend(is_other.then_some(words::AS_IT_WAS));
            more.extend((!is_kept).then_some(words::NOT_KEPT));
            more.push(words::DISCARD_WHAT);
            vec![why, sentences(&more, lang)].into_view()
        }
    }
}

/// The server's words as the server's.
fn refused(refusal: &Refusal, lang: Lang) -> AnyView {
    let paragraph = |words: &String| html::p().child(html::bdi().child(words.as_str()));
    let reason = match refusal.words.as_slice() {
        [] => sentences(&[words::NO_REASON], lang),
        told => html::figure()
            .child(html::figcaption().class("small quiet").child(words::SERVER_SAYS.get(lang)))
            .child(html::blockquote().child(told.iter().map(paragraph).collect::<Vec<_>>()))
            .into_view(),
    };
    let what = with_status(words::REFUSED, refusal.status, lang);
    vec![what, reason, sentences(&[words::REFUSED_DO], lang)].into_view()
}

fn receipt_lines(name: Entry, receipt: &Receipt, lang: Lang) -> Element {
    let number = html::p()
        .child([name.get(lang), ": "].concat())
        .child(html::strong().child(html::bdi().child(receipt.number.as_str())));
    let link = |url: &String| link_out(url.as_str(), words::GO_ON.get(lang));
    let onwards = receipt.url.as_ref().map(|url| html::p().child(link(url)));
    html::div().child(number).child(onwards)
}

fn with_status(entry: Entry, status: u16, lang: Lang) -> AnyView {
    html::p().child(entry.fill(lang, &[("status", &status.to_string())])).into_view()
}

fn sentences(entries: &[Entry], lang: Lang) -> AnyView {
    let sentence = |entry: &Entry| html::p().child(entry.get(lang));
    entries.iter().map(sentence).collect::<Vec<_>>().into_view()
}
