//! Message beside the drafts, with the actions that it offers.

use super::controller::{DraftController, use_controller};
use super::summary::SUMMARY;
use crate::page::components::{button, focus};
use crate::page::context::t;
use crate::page::dom::{Element, html};
use crate::page::reactive::memo;
use crate::session::drafts::{Act, MessageView};
use crate::words::catalogue::Entry;
use leptos::prelude::*;

/// Returns the message, announced as it changes.
pub fn message() -> Element {
    let controller = use_controller();
    let shown = memo(move |_| controller.message());
    let text = move || {
        shown
            .with(|message| (*message != MessageView::default()).then(|| tell(controller, message)))
    };
    html::div().id("drafts-message").attr("role", "status").child(text)
}

fn tell(controller: DraftController, message: &MessageView) -> Element {
    let text = (!message.text.is_empty()).then(|| html::p().child(message.text.as_str()));
    let buttons: Vec<Element> =
        message.acts.iter().map(|(act, name)| act_button(controller, *act, *name)).collect();
    let row = (!buttons.is_empty()).then(|| html::div().class("row").child(buttons));
    html::div().class("advice small").attr("data-kind", message.kind).child((text, row))
}

fn act_button(controller: DraftController, act: Act, name: Entry) -> Element {
    let (id, run): (_, fn(DraftController)) = match act {
        Act::SaveAs => ("save-draft", DraftController::save_as_new),
        Act::KeepMine => ("keep-mine", DraftController::save_as_new),
        Act::TakeTheirs => ("take-theirs", DraftController::take_theirs),
        Act::BeginAnew => ("begin-anew", DraftController::begin_anew),
        Act::PutBack => ("put-back", DraftController::put_back),
        Act::DownloadBroken => ("download-broken", DraftController::download_broken),
        Act::DiscardBroken => ("discard-broken", DraftController::discard_broken),
    };
    // A downloaded text can be looked at before it is discarded, so that button stays. Any other
    // goes with the message that it belongs to.
    let goes = act != Act::DownloadBroken;
    let press = move |_| {
        run(controller);
        if goes {
            focus(SUMMARY);
        }
    };
    button(t(name), press).id(id)
}
