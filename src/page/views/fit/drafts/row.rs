//! Draft in the list.

use super::controller::{DraftController, use_controller};
use super::rename::{focus_name, rename_form};
use super::summary::close_list;
use crate::exchange::drafts::Draft;
use crate::page::components::{button, focus};
use crate::page::context::{t, use_lang};
use crate::page::dom::{Element, IntoView, html};
use crate::page::reactive::memo;
use crate::session::drafts::{DraftPlace, summary};
use crate::show::labels::named;
use crate::words::catalogue::{Entry, drafts as words};
use leptos::ev;
use leptos::prelude::*;

/// Returns the row of the draft with this id; while it is `renamed`, the form for another name.
pub fn row(id: u32, renamed: RwSignal<Option<u32>>) -> Element {
    let controller = use_controller();
    let draft = memo(move |_| controller.draft(id));
    let is_renamed = memo(move |_| renamed.get() == Some(id));
    let content = move || {
        if is_renamed.get() {
            let name = draft.with_untracked(|draft| name(draft.as_ref()).to_owned());
            rename_form(id, &name, renamed).into_view()
        } else {
            (open_button(id, draft), acts(id, draft, renamed)).into_view()
        }
    };
    html::li().attr("data-draft", id.to_string()).child(content)
}

/// Returns the name; empty if another tab has just deleted the draft.
fn name(draft: Option<&Draft>) -> &str {
    draft.map_or("", |draft| &draft.name)
}

/// Returns the button that opens the draft.
fn open_button(id: u32, draft: Memo<Option<Draft>>) -> Element {
    let (controller, lang) = (use_controller(), use_lang());
    let is_open = memo(move |_| controller.place() == DraftPlace::Draft(id));
    let asks =
        move || draft.with(|draft| draft.as_ref().map(|draft| summary(&draft.query, lang.get())));
    let open = move |_| {
        close_list();
        controller.open_draft(id);
    };
    html::button()
        .attr("type", "button")
        .class("open")
        .id(format!("draft-{id}"))
        .attr("aria-current", move || is_open.get().then_some("true"))
        .on(ev::click, open)
        .child(html::strong().child(move || draft.with(|draft| name(draft.as_ref()).to_owned())))
        .child(html::span().class("small quiet").child(asks))
}

/// Returns the other actions: rename, duplicate, delete.
fn acts(id: u32, draft: Memo<Option<Draft>>, renamed: RwSignal<Option<u32>>) -> Element {
    let (controller, lang) = (use_controller(), use_lang());
    let label =
        move |act: Entry| move || draft.with(|draft| named(act, name(draft.as_ref()), lang.get()));
    let rename = button(t(words::RENAME), move |_| {
        renamed.set(Some(id));
        request_animation_frame(focus_name);
    });
    let act_button = |entry: Entry, name: &str, act: fn(DraftController, u32)| {
        let press = move |_| {
            act(controller, id);
            // Moves the focus only if the draft is gone, and this button with it: otherwise there
            // is no such element.
            request_animation_frame(|| focus("put-back"));
        };
        button(t(entry), press).id(format!("draft-{id}-{name}")).attr("aria-label", label(entry))
    };
    html::div().class("row").child((
        rename.id(format!("draft-{id}-rename")).attr("aria-label", label(words::RENAME)),
        act_button(words::DUPLICATE, "duplicate", DraftController::duplicate),
        act_button(words::DELETE, "delete", DraftController::delete),
    ))
}
