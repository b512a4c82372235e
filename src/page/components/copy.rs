//! Copying to the clipboard, and status messages.

use super::button;
use crate::edge::clipboard;
use crate::page::address::link;
use crate::page::context::{t, use_lang, use_request_form, use_route};
use crate::page::dom::{Element, IntoView, html};
use crate::page::reactive::{effect, memo};
use crate::words::catalogue::{Entry, feed, page};
use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast as _;
use web_sys::{HtmlElement, HtmlTextAreaElement};

/// Outcome of an action of the reader.
#[derive(Clone)]
pub enum ActionOutcome {
    /// Status message.
    Message(Entry),
    /// Text that the browser did not copy; the reader can, out of a field.
    ByHand(String),
}

/// Copies `text` and puts the result into `outcome`.
pub fn copy(text: String, outcome: RwSignal<Option<ActionOutcome>>) {
    copy_and_announce(text, page::COPIED, outcome);
}

fn copy_and_announce(text: String, message: Entry, outcome: RwSignal<Option<ActionOutcome>>) {
    // Cleared first, so that a repeated message is announced again and a field is selected again.
    outcome.set(None);
    spawn_local(async move {
        let is_copied = clipboard::copy(&text).await;
        outcome.set(Some(match is_copied {
            true => ActionOutcome::Message(message),
            false => ActionOutcome::ByHand(text),
        }));
    });
}

/// Returns a button that copies the link to what is shown and puts the result into `outcome`.
pub fn copy_link(outcome: RwSignal<Option<ActionOutcome>>) -> Element {
    let form = use_request_form();
    let act = move |_| {
        let route = untrack(|| form.whole_route());
        let message = if route.own.is_some() { page::COPIED_OWN } else { page::COPIED };
        match route.fits_in_link() {
            true => copy_and_announce(link(&route), message, outcome),
            false => outcome.set(Some(ActionOutcome::Message(page::LINK_TOO_LONG))),
        }
    };
    button(t(page::COPY_LINK), act).id("copy-link")
}

/// Returns the status message of the last action, announced as it changes; and a text that could
/// not be copied, in a field, until it is closed or the route changes.
pub fn status(id: &'static str, outcome: RwSignal<Option<ActionOutcome>>) -> impl IntoView {
    status_with_id(Some(id), outcome)
}

/// Returns the same as [`status`] without an id, for use several times on a page.
pub fn status_message(outcome: RwSignal<Option<ActionOutcome>>) -> impl IntoView {
    status_with_id(None, outcome)
}

fn status_with_id(
    id: Option<&'static str>,
    outcome: RwSignal<Option<ActionOutcome>>,
) -> impl IntoView {
    let (lang, route) = (use_lang(), use_route());
    let words = move || {
        outcome.get().map(|outcome| match outcome {
            ActionOutcome::Message(entry) => entry.get(lang.get()),
            ActionOutcome::ByHand(_) => page::COPY_BY_HAND.get(lang.get()),
        })
    };
    let text = memo(move |_| {
        outcome.with(|outcome| match outcome {
            Some(ActionOutcome::ByHand(text)) => Some(text.clone()),
            Some(ActionOutcome::Message(_)) | None => None,
        })
    });
    effect(move |before: Option<()>| {
        route.track();
        // The first run reports no change of the route.
        if before.is_some() && text.with_untracked(Option::is_some) {
            outcome.set(None);
        }
    });
    let message = html::span().id(id).class("small quiet").attr("role", "status").child(words);
    (message, move || text.get().map(|text| by_hand(text, outcome)))
}

/// Returns a text in a field, all of it selected, and a button that closes it and hands the focus
/// back.
fn by_hand(text: String, outcome: RwSignal<Option<ActionOutcome>>) -> Element {
    let focused = document().active_element().and_then(|it| it.dyn_into::<HtmlElement>().ok());
    let back = StoredValue::new_local(focused);
    let close = move || {
        outcome.set(None);
        if let Some(back) = back.get_value() {
            let _ = back.focus();
        }
    };
    let select = |field: &web_sys::Element| {
        let field: HtmlTextAreaElement = field.clone().unchecked_into();
        // Only an element of the document can have the focus, and this one is not in it yet.
        request_animation_frame(move || {
            let _ = field.focus();
            field.select();
        });
    };
    let field = html::textarea()
        .attr("readonly", "")
        .attr("rows", "3")
        .attr("aria-label", t(page::TO_COPY))
        .on(ev::keydown, move |event| {
            if event.key() == "Escape" {
                close();
            }
        })
        .on_load(select)
        .child(text);
    html::div().class("by-hand").child((field, button(t(feed::CLOSE), move |_| close())))
}
