//! A card below the answer: where the application goes, how it stands, and what to do next.

use super::{Doubt, Seen, Step, Submission};
use crate::edge::address;
use crate::exchange::submission::{Receipt, Refusal};
use crate::page::element::{El, Fragment, el, text, views};
use crate::page::parts::{focus, link_out, portal_link};
use crate::words::Lang;
use crate::words::catalogue::{Entry, feed, page, submit as words};
use leptos::prelude::*;

/// The button that submits, and tries again: it stays where it is, with the focus.
const SEND: &str = "submit";

/// The card; where the site takes no applications, the way to those who do.
pub fn view(of: Submission, lang: Lang) -> El {
    let is_taking = Memo::new(move |_| of.state.feed.submit_url().is_some());
    let content = move || match is_taking.get() {
        true => card(of, lang).view(),
        false => el("p")
            .id("on-portal")
            .class("small")
            .child([words::ON_PORTAL.get(lang), " "].concat())
            .child(portal_link(lang))
            .view(),
    };
    el("div").class("no-print").live(content)
}

fn card(of: Submission, lang: Lang) -> El {
    // Made anew only where something is told: typing in the form leaves it alone.
    let seen = Memo::new(move |_| of.seen());
    let told = el("div")
        .id("submit-told")
        .class("stack")
        .attr("role", "status")
        .live_attr("data-stage", move || seen.with(|seen| Some(stage(&seen.step).to_owned())))
        .live(move || seen.with(|seen| tell(seen, lang)));
    let is_off = move || {
        let is_off =
            seen.with(|seen| matches!(seen.step, Step::Incomplete | Step::Sending | Step::Sent));
        is_off.then(|| "true".to_owned())
    };
    let send = el("button")
        .attr("type", "button")
        .id(SEND)
        .class("button primary")
        .live_attr("aria-disabled", is_off)
        .on_event("click", move |_| of.press())
        .live(move || seen.with(|seen| text(act(&seen.step).get(lang))));
    let is_settled = move || seen.with(|seen| !matches!(seen.step, Step::Unknown { .. }));
    let give_up = move |_| {
        of.give_up();
        // This one goes.
        focus(SEND);
    };
    let give_up = el("button")
        .attr("type", "button")
        .id("submit-discard")
        .class("button")
        .live_attr("hidden", move || is_settled().then(String::new))
        .on_event("click", give_up)
        .child(words::DISCARD.get(lang));
    el("section")
        .class("card")
        .id("submission")
        .attr("aria-labelledby", "submission-title")
        .child(el("h2").id("submission-title").child(words::HEADING.get(lang)))
        .child(el("p").class("small").live(move || seen.with(|seen| what_goes(seen, lang))))
        .child(told)
        .child(el("div").class("row").child(send).child(give_up))
}

/// Where it goes, and what is in it.
fn what_goes(seen: &Seen, lang: Lang) -> Fragment {
    let host = address::whole(&seen.address).map(|url| url.host()).unwrap_or_default();
    text(words::WHAT_GOES.fill(lang, &[("host", &host)]))
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
fn tell(seen: &Seen, lang: Lang) -> Fragment {
    let last = seen.receipt.as_ref().filter(|_| seen.step != Step::Sent);
    let last = last.map(|receipt| receipt_lines(words::LAST_RECEIPT, receipt, lang));
    let last = last.map(|lines| lines.class("small quiet"));
    let outcome = el("div").class("outcome").child(outcome(seen, lang));
    views(vec![outcome.view(), views(last)])
}

/// How it stands, and what the reader can do about it.
fn outcome(seen: &Seen, lang: Lang) -> Fragment {
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
            views(vec![sentences(&[entry], lang), views(receipt)])
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
            views(vec![why, sentences(&more, lang)])
        }
    }
}

/// The server's words as the server's.
fn refused(refusal: &Refusal, lang: Lang) -> Fragment {
    let paragraph = |words: &String| el("p").child(el("bdi").child(words.as_str()));
    let reason = match refusal.words.as_slice() {
        [] => sentences(&[words::NO_REASON], lang),
        told => el("figure")
            .child(el("figcaption").class("small quiet").child(words::SERVER_SAYS.get(lang)))
            .child(el("blockquote").child(told.iter().map(paragraph).collect::<Vec<_>>()))
            .view(),
    };
    let what = with_status(words::REFUSED, refusal.status, lang);
    views(vec![what, reason, sentences(&[words::REFUSED_DO], lang)])
}

fn receipt_lines(name: Entry, receipt: &Receipt, lang: Lang) -> El {
    let number = el("p")
        .child([name.get(lang), ": "].concat())
        .child(el("strong").child(el("bdi").child(receipt.number.as_str())));
    let link = |url: &String| link_out(url.as_str(), words::GO_ON.get(lang));
    let onwards = receipt.url.as_ref().map(|url| el("p").child(link(url)));
    el("div").child(number).child(onwards)
}

fn with_status(entry: Entry, status: u16, lang: Lang) -> Fragment {
    el("p").child(entry.fill(lang, &[("status", &status.to_string())])).view()
}

fn sentences(entries: &[Entry], lang: Lang) -> Fragment {
    let sentence = |entry: &Entry| el("p").child(entry.get(lang));
    views(entries.iter().map(sentence).collect::<Vec<_>>())
}
