//! A card below the answer: where the application goes, how it stands, and what to do next.

use super::{Doubt, Step, Submission};
use crate::edge::address;
use crate::exchange::submission::{Receipt, Refusal};
use crate::page::element::{El, Fragment, el, nothing, text, views};
use crate::page::parts::{button, focus, link_out, portal_link};
use crate::show::Lang;
use crate::show::catalogue::{Entry, feed, page, submit as words};
use leptos::prelude::*;

/// The button that submits, and tries again: it stays where it is, with the focus.
const SEND: &str = "submit";

/// The card; where the site takes no applications, the way to those who do.
pub fn view(of: Submission, lang: Lang) -> El {
    let url = Memo::new(move |_| of.state.feed.submit_url());
    let content = move || match url.get() {
        Some(url) => card(of, url, lang).view(),
        None => el("p")
            .id("on-portal")
            .class("small")
            .child([words::ON_PORTAL.get(lang), " "].concat())
            .child(portal_link(lang))
            .view(),
    };
    el("div").class("no-print").live(content)
}

fn card(of: Submission, url: String, lang: Lang) -> El {
    let host = address::whole(&url).map(|url| url.host()).unwrap_or_default();
    let step = Memo::new(move |_| of.step());
    let receipt = Memo::new(move |_| of.receipt());
    let cannot = RwSignal::new(false);

    let is_off = move || {
        let is_off = matches!(step.get(), Step::Incomplete | Step::Sending | Step::Sent);
        is_off.then(|| "true".to_owned())
    };
    let name = move || {
        let entry = match step.get() {
            Step::Incomplete | Step::Ready | Step::Refused(_) => words::SUBMIT,
            Step::Sending => words::SUBMITTING,
            Step::Sent => words::SUBMITTED,
            Step::Unknown { .. } => page::RETRY,
        };
        text(entry.get(lang))
    };
    let send = el("button")
        .attr("type", "button")
        .id(SEND)
        .class("button primary")
        .live_attr("aria-disabled", is_off)
        .on("click", move |_| cannot.set(of.press(&url).is_none()))
        .live(name);
    let give_up = move |_| {
        of.give_up();
        // This one goes.
        focus(SEND);
    };
    let give_up = button(words::DISCARD.get(lang), give_up)
        .id("submit-discard")
        .live_attr("hidden", move || {
            (!matches!(step.get(), Step::Unknown { .. })).then(String::new)
        });
    let told = el("div")
        .id("submit-told")
        .class("outcome")
        .attr("role", "status")
        .live_attr("data-stage", move || Some(stage(&step.get()).to_owned()))
        .live(move || match cannot.get() {
            true => sentences(&[words::CANNOT], lang),
            false => tell(&step.get(), receipt.get(), lang),
        });
    let last = move || match receipt.get() {
        Some(receipt) if step.get() != Step::Sent => {
            views(receipt_lines(words::LAST_RECEIPT, receipt, lang).class("small quiet stack"))
        }
        _ => nothing(),
    };
    el("section")
        .class("card")
        .id("submission")
        .attr("aria-labelledby", "submission-title")
        .child(el("h2").id("submission-title").child(words::HEADING.get(lang)))
        .child(el("p").class("small").child(words::WHAT_GOES.fill(lang, &[("host", &host)])))
        .child(told)
        .child(el("div").class("row").child(send).child(give_up))
        .live(last)
}

fn stage(step: &Step) -> &'static str {
    match step {
        Step::Incomplete => "incomplete",
        Step::Ready => "ready",
        Step::Sending => "sending",
        Step::Sent => "sent",
        Step::Refused(_) => "refused",
        Step::Unknown { .. } => "unknown",
    }
}

/// How it stands, and what the reader can do about it.
fn tell(step: &Step, receipt: Option<Receipt>, lang: Lang) -> Fragment {
    match step {
        Step::Incomplete => sentences(&[words::INCOMPLETE], lang),
        Step::Ready => sentences(&[words::NOT_YET], lang),
        Step::Sending => sentences(&[words::UNDER_WAY], lang),
        Step::Sent => {
            let is_pending = receipt.as_ref().is_some_and(|receipt| receipt.is_pending);
            let entry = if is_pending { words::PENDING } else { words::ACCEPTED };
            let receipt = receipt.map(|it| receipt_lines(words::RECEIPT, it, lang).class("stack"));
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
            let mut more = vec![words::MAYBE];
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

fn receipt_lines(name: Entry, receipt: Receipt, lang: Lang) -> El {
    let number = el("p")
        .child([name.get(lang), ": "].concat())
        .child(el("strong").child(el("bdi").child(receipt.number)));
    let onwards = receipt.url.map(|url| el("p").child(link_out(url, words::GO_ON.get(lang))));
    el("div").child(number).child(onwards)
}

fn with_status(entry: Entry, status: u16, lang: Lang) -> Fragment {
    el("p").child(entry.fill(lang, &[("status", &status.to_string())])).view()
}

fn sentences(entries: &[Entry], lang: Lang) -> Fragment {
    let sentence = |entry: &Entry| el("p").child(entry.get(lang));
    views(entries.iter().map(sentence).collect::<Vec<_>>())
}
