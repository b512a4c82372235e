//! A card below the answer: where the application goes, how it stands, and what to do next.

use super::Submission;
use crate::edge::address;
use crate::page::components::{focus, link_out, portal_link};
use crate::page::dom::{AnyView, Element, IntoView, html};
use crate::session::submission::{self as session, Part, ReceiptView, SubmissionView};
use crate::words::Lang;
use crate::words::catalogue::submit as words;
use leptos::ev;
use leptos::prelude::*;

/// The button that submits, and tries again: it stays where it is, with the focus.
const SEND: &str = "submit";

/// The card; where the site takes no applications, the way to those who do.
pub fn view(of: Submission, lang: Lang) -> Element {
    let is_taking = Memo::new(move |_| of.state.submit_url().is_some());
    let content = move || match is_taking.get() {
        true => card(of, lang).into_view(),
        false => html::p()
            .id("on-portal")
            .class("small")
            .child(words::ON_PORTAL.get(lang))
            .child(" ")
            .child(portal_link())
            .into_view(),
    };
    html::div().class("no-print").child(content)
}

fn card(of: Submission, lang: Lang) -> Element {
    // Made anew only where something is told: typing in the form leaves it alone.
    let seen = Memo::new(move |_| of.seen(lang));
    let told = html::div()
        .id("submit-told")
        .class("stack")
        .attr("role", "status")
        .attr("data-stage", move || seen.with(|seen| Some(seen.stage.to_owned())))
        .child(move || seen.with(|seen| tell(seen, lang)));
    let is_off = move || seen.with(|seen| seen.is_off).then(|| "true".to_owned());
    let send = html::button()
        .attr("type", "button")
        .id(SEND)
        .class("button primary")
        .attr("aria-disabled", is_off)
        .on(ev::click, move |_| of.press())
        .child(move || seen.with(|seen| seen.button.get(lang).into_view()));
    let give_up = move |_| {
        of.give_up();
        // This one goes.
        focus(SEND);
    };
    let give_up = html::button()
        .attr("type", "button")
        .id("submit-discard")
        .class("button")
        .attr("hidden", move || (!seen.with(|seen| seen.can_give_up)).then(String::new))
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
fn what_goes(seen: &SubmissionView, lang: Lang) -> AnyView {
    let host = address::whole(&seen.address).map(|url| url.host()).unwrap_or_default();
    session::what_goes(&host, lang).into_view()
}

/// How it stands, and the receipt of the last application, also of another one than is on the page.
fn tell(seen: &SubmissionView, lang: Lang) -> AnyView {
    let parts: Vec<Element> = seen.outcome.iter().map(|part| outcome_part(part, lang)).collect();
    let last = seen.last.as_ref().map(|last| receipt(last, lang).class("small quiet"));
    (html::div().class("outcome").child(parts), last).into_view()
}

fn outcome_part(part: &Part, lang: Lang) -> Element {
    match part {
        Part::Sentence(sentence) => html::p().child(sentence.as_str()),
        Part::Receipt(of) => receipt(of, lang),
        // The server's words as the server's.
        Part::Quote(paragraphs) => {
            let paragraph = |words: &String| html::p().child(html::bdi().child(words.as_str()));
            let paragraphs: Vec<Element> = paragraphs.iter().map(paragraph).collect();
            html::figure()
                .child(html::figcaption().class("small quiet").child(words::SERVER_SAYS.get(lang)))
                .child(html::blockquote().child(paragraphs))
        }
    }
}

fn receipt(of: &ReceiptView, lang: Lang) -> Element {
    let number = html::p()
        .child(of.name.get(lang))
        .child(": ")
        .child(html::strong().child(html::bdi().child(of.number.as_str())));
    let link = |url: &String| link_out(url.as_str(), words::GO_ON.get(lang));
    let onwards = of.url.as_ref().map(|url| html::p().child(link(url)));
    html::div().child(number).child(onwards)
}
