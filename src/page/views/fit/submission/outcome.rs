//! Outcome of an application.

use crate::page::components::link_out;
use crate::page::context::t;
use crate::page::dom::{Element, IntoView, html};
use crate::session::submission::{OutcomePart, ReceiptView, SubmissionView};
use crate::words::catalogue::submit as words;

/// Returns the status, and the receipt of the last application, even if that is another one than is
/// on the page.
pub fn outcome(seen: &SubmissionView) -> impl IntoView + use<> {
    let parts: Vec<Element> = seen.outcome.iter().map(part).collect();
    let last = seen.last.as_ref().map(|last| receipt(last).class("small quiet"));
    (html::div().class("outcome").child(parts), last)
}

fn part(part: &OutcomePart) -> Element {
    match part {
        OutcomePart::Sentence(sentence) => html::p().child(sentence.as_str()),
        OutcomePart::Receipt(of) => receipt(of),
        // The server's words are marked as its own.
        OutcomePart::Quote(paragraphs) => {
            // Isolated, so that a direction set in its words does not reorder those around them.
            let paragraph = |words: &String| html::p().child(html::bdi().child(words.as_str()));
            let paragraphs: Vec<Element> = paragraphs.iter().map(paragraph).collect();
            html::figure()
                .child(html::figcaption().class("small quiet").child(t(words::SERVER_SAYS)))
                .child(html::blockquote().child(paragraphs))
        }
    }
}

fn receipt(receipt: &ReceiptView) -> Element {
    let number = html::strong().child(html::bdi().child(receipt.number.as_str()));
    let link = |url: &String| link_out(url.as_str(), t(words::GO_ON));
    let onwards = receipt.url.as_ref().map(|url| html::p().child(link(url)));
    html::div().child(html::p().child((t(receipt.name), ": ", number))).child(onwards)
}
