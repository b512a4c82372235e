//! Changes that a newer file made to the answers of drafts, and the choice of notifications.

use super::controller::{DraftController, use_controller};
use super::summary::SUMMARY;
use super::watch::use_watch;
use crate::page::components::{button, focus};
use crate::page::context::{t, use_lang};
use crate::page::dom::{Element, html};
use crate::page::reactive::memo;
use crate::session::asked_again::{ChangedRequest, title};
use crate::show::labels::named;
use crate::words::catalogue::{Entry, drafts as words};
use leptos::prelude::*;

/// Returns the changes, announced as they come, until the reader has seen them.
pub fn changes() -> Element {
    let (controller, lang) = (use_controller(), use_lang());
    let changed = memo(move |_| controller.changed_answers());
    let shown = move || {
        changed.with(|changed| {
            (!changed.is_empty()).then(|| {
                let rows: Vec<Element> = changed.iter().map(|it| row(controller, it)).collect();
                let title = title(changed, lang.get());
                html::div().class("advice small").attr("data-kind", "warn").child((
                    html::p().child(html::strong().child(title)),
                    html::ul().class("stack").child(rows),
                    html::div().class("row").child(seen()),
                ))
            })
        })
    };
    html::div().id("drafts-changed").attr("role", "status").child(shown)
}

fn row(controller: DraftController, change: &ChangedRequest) -> Element {
    let lang = use_lang();
    let (id, name) = (change.id, change.name.clone());
    let label = move || named(words::CHANGED_OPEN, &name, lang.get());
    let open = button(t(words::CHANGED_OPEN), move |_| controller.open_draft(id));
    html::li().child((
        html::strong().child(change.name.clone()),
        [" · ", &change.text, " "].concat(),
        open.id(format!("changed-{id}")).attr("aria-label", label),
    ))
}

fn seen() -> Element {
    let watch = use_watch();
    let press = move |_| {
        watch.see();
        focus(SUMMARY);
    };
    button(t(words::CHANGED_SEEN), press).id("changed-seen")
}

/// Returns the button that turns notifications on and off, the only way to ask for them.
pub fn notify() -> Element {
    let (watch, lang) = (use_watch(), use_lang());
    let message = RwSignal::new(None);
    let name = move || {
        let entry = if watch.notifies.get() { words::NOTIFY_STOP } else { words::NOTIFY };
        entry.get(lang.get())
    };
    let press = move |_| {
        if watch.notifies.get_untracked() {
            watch.stop_notifying();
            message.set(Some(words::NOTIFY_OFF));
        } else {
            watch.notify(move |is_on| {
                message.set(Some(if is_on { words::NOTIFY_ON } else { words::NOTIFY_DENIED }));
            });
        }
    };
    html::div().class("stack small").child((
        html::div().class("row").child((
            button(name, press).id("notify").attr("aria-describedby", "notify-about"),
            html::span()
                .id("notify-told")
                .attr("role", "status")
                .child(move || message.get().map(|entry: Entry| entry.get(lang.get()))),
        )),
        html::span().id("notify-about").class("hint").child(t(words::NOTIFY_HINT)),
    ))
}
