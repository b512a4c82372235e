//! A line with the name of the draft and how it is kept, undo and redo; the list of drafts behind
//! it; and below it what is to be told or decided.

use super::{Desk, NAME_FIELD};
use crate::exchange::drafts::{Draft, MAX_NAME_CHARS};
use crate::page::components::{button, focus};
use crate::page::dom::{AnyView, Element, IntoView, html, svg};
use crate::session::drafts::{self as session, Act, MessageView, Place, Tab, shortcut, summary};
use crate::session::labels::named;
use crate::words::Lang;
use crate::words::catalogue::{Entry, drafts as words};
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::{HtmlDetailsElement, HtmlInputElement, KeyboardEvent};

const LIST: &str = "drafts";
const SUMMARY: &str = "drafts-open";

/// The drafts.
pub fn view(desk: Desk, lang: Lang) -> Element {
    let summary = html::summary()
        .id(SUMMARY)
        .child(html::span().class("unseen").child(words::HEADING.get(lang)).child(": "))
        .child(html::strong().child(move || desk.name().into_view()))
        .child(" ")
        .child(html::span().class("small quiet").child(move || status(desk, lang).into_view()));
    let renamed = RwSignal::new(None);
    let shown = Memo::new(move |_| desk.message(lang));
    let list = html::details()
        .id(LIST)
        .child(summary)
        .child(html::div().child(move || list(desk, renamed, shown.with(|shown| shown.0), lang)));
    let tools =
        html::div().class("tools").child(tool(desk, true, lang)).child(tool(desk, false, lang));
    let message = html::div()
        .id("drafts-message")
        .attr("role", "status")
        .child(move || shown.with(|shown| tell(desk, &shown.1, lang)));
    html::section()
        .class("drafts no-print")
        .attr("aria-label", words::HEADING.get(lang))
        .child(list)
        .child(tools)
        .child(message)
}

/// How the request is kept.
fn status(desk: Desk, lang: Lang) -> &'static str {
    desk.tab.with(|tab| desk.store.with(|store| session::status(tab, store, lang)))
}

/// The button of undo or redo. It stays where it is when there is nothing left, with the focus.
fn tool(desk: Desk, back: bool, lang: Lang) -> Element {
    let (id, name, keys, shape) = if back {
        ("undo", words::UNDO, "Control+Z", "M6 3 2.5 6.5 6 10M3 6.5h6.5a3.5 3.5 0 0 1 0 7H6")
    } else {
        (
            "redo",
            words::REDO,
            "Control+Shift+Z",
            "m10 3 3.5 3.5L10 10m3-3.5H6.5a3.5 3.5 0 0 0 0 7H10",
        )
    };
    let is_off = move || {
        let can = desk.tab.with(if back { Tab::can_undo } else { Tab::can_redo });
        (!can).then(|| "true".to_owned())
    };
    let icon = svg::svg()
        .attr("viewBox", "0 0 16 16")
        .attr("aria-hidden", "true")
        .child(svg::path().attr("d", shape));
    html::button()
        .attr("type", "button")
        .id(id)
        .class("button slim icon")
        .attr("aria-label", name.get(lang))
        .attr("title", shortcut(name, keys, lang))
        .attr("aria-keyshortcuts", keys)
        .attr("aria-disabled", is_off)
        .on(ev::click, move |_| {
            desk.step(back);
        })
        .child(icon)
}

/// What is said, and what can be done about it.
fn tell(desk: Desk, message: &MessageView, lang: Lang) -> AnyView {
    if *message == MessageView::default() {
        return AnyView::empty();
    }
    let act = |(act, name): &(Act, Entry)| {
        let (id, run): (_, fn(Desk)) = match act {
            Act::SaveAs => ("save-draft", Desk::save_as_new),
            Act::KeepMine => ("keep-mine", Desk::save_as_new),
            Act::TakeTheirs => ("take-theirs", Desk::take_theirs),
            Act::BeginAnew => ("begin-anew", Desk::begin_anew),
            Act::PutBack => ("put-back", Desk::put_back),
            Act::DownloadBroken => ("download-broken", Desk::download_broken),
            Act::DiscardBroken => ("discard-broken", Desk::discard_broken),
        };
        // What is downloaded can be looked at before it is thrown away: that button stays. Any other
        // goes with what it was about.
        let goes = *act != Act::DownloadBroken;
        let press = move |_| {
            run(desk);
            if goes {
                focus(SUMMARY);
            }
        };
        button(name.get(lang), press).id(id)
    };
    let text = (!message.text.is_empty()).then(|| html::p().child(message.text.as_str()));
    let acts: Vec<Element> = message.acts.iter().map(act).collect();
    let acts = (!acts.is_empty()).then(|| html::div().class("row").child(acts));
    html::div()
        .class("advice small")
        .attr("data-kind", message.kind)
        .child(text)
        .child(acts)
        .into_view()
}

fn list(desk: Desk, renamed: RwSignal<Option<u32>>, open: Place, lang: Lang) -> AnyView {
    // Whoever is in the list stays where they are, also when it is made anew by a save.
    let on = document().active_element().map(|on| on.id());
    if let Some(id) = on.filter(|id| id.starts_with("draft-")) {
        request_animation_frame(move || focus(&id));
    }
    let drafts = desk.store.with(|store| store.drafts.clone());
    let none = drafts.list().is_empty();
    let none = none.then(|| html::p().class("small quiet").child(words::NONE.get(lang)));
    let row = |draft: &Draft| {
        let is_open = open == Place::Draft(draft.id);
        let content = if renamed.get() == Some(draft.id) {
            rename(desk, renamed, draft, lang)
        } else {
            entry(desk, renamed, draft, is_open, lang)
        };
        html::li().attr("data-draft", draft.id.to_string()).child(content)
    };
    let rows: Vec<Element> = drafts.list().iter().map(row).collect();
    let anew = button(words::BEGIN_ANEW.get(lang), move |_| {
        close();
        desk.begin_anew();
    });
    html::div()
        .class("draft-list")
        .child(none)
        .child(html::ul().child(rows))
        .child(html::div().class("row").child(anew.id("new-draft")))
        .into_view()
}

/// Closes the list, with the focus on what opens it.
fn close() {
    let list = document().get_element_by_id(LIST);
    if let Some(list) = list.and_then(|list| list.dyn_into::<HtmlDetailsElement>().ok()) {
        list.set_open(false);
    }
    focus(SUMMARY);
}

fn entry(
    desk: Desk,
    renamed: RwSignal<Option<u32>>,
    draft: &Draft,
    is_open: bool,
    lang: Lang,
) -> Vec<Element> {
    let id = draft.id;
    let open = html::button()
        .attr("type", "button")
        .class("open")
        .id(format!("draft-{id}"))
        .on(ev::click, move |_| {
            close();
            desk.open_draft(id);
        })
        .child(html::strong().child(draft.name.as_str()))
        .child(html::span().class("small quiet").child(summary(&draft.query, lang)));
    let open = if is_open { open.attr("aria-current", "true") } else { open };
    let act = |name: Entry, what: &'static str, act: fn(Desk, u32)| {
        button(name.get(lang), move |_| {
            act(desk, id);
            // Where it took the draft away, and the button with it.
            request_animation_frame(|| focus("put-back"));
        })
        .id(format!("draft-{id}-{what}"))
        .attr("aria-label", named(name, &draft.name, lang))
    };
    let rename = button(words::RENAME.get(lang), move |_| {
        renamed.set(Some(id));
        request_animation_frame(|| {
            if let Some(field) = name_field() {
                let _ = field.focus();
                field.select();
            }
        });
    })
    .id(format!("draft-{id}-rename"))
    .attr("aria-label", named(words::RENAME, &draft.name, lang));
    let acts = html::div()
        .class("row")
        .child(rename)
        .child(act(words::DUPLICATE, "duplicate", Desk::duplicate))
        .child(act(words::DELETE, "delete", Desk::delete));
    vec![open, acts]
}

/// The field for another name.
fn rename(desk: Desk, renamed: RwSignal<Option<u32>>, draft: &Draft, lang: Lang) -> Vec<Element> {
    let id = draft.id;
    let end = move || {
        renamed.set(None);
        request_animation_frame(move || focus(&format!("draft-{id}-rename")));
    };
    let field = html::input()
        .attr("type", "text")
        .id(NAME_FIELD)
        .attr("aria-label", words::NAME.get(lang))
        .attr("autocomplete", "off")
        .attr("maxlength", MAX_NAME_CHARS.to_string())
        .attr("value", typed_name(id).unwrap_or_else(|| draft.name.clone()))
        .on(ev::keydown, move |event| {
            if event.dyn_ref::<KeyboardEvent>().is_some_and(|key| key.key() == "Escape") {
                end();
            }
        });
    let done = html::button().class("button slim").id("name-done").child(words::DONE.get(lang));
    let form = html::form()
        .class("join")
        .on(ev::submit, move |event| {
            event.prevent_default();
            if let Some(field) = name_field() {
                desk.rename(id, &field.value());
            }
            end();
        })
        .child(field)
        .child(done);
    vec![form]
}

/// What stands in the field for the name of this draft, where the list is made anew meanwhile.
fn typed_name(id: u32) -> Option<String> {
    let field = document().query_selector(&format!("[data-draft='{id}'] #{NAME_FIELD}"));
    let field: HtmlInputElement = field.ok()??.dyn_into().ok()?;
    Some(field.value())
}

fn name_field() -> Option<HtmlInputElement> {
    document().get_element_by_id(NAME_FIELD)?.dyn_into().ok()
}
