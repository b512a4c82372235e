//! Table of blocks: one row per block, with reasons and changes below, which neighbouring rows
//! share if they are the same.

use super::debounced::with_debounced_answer;
use super::nearest::change_button;
use crate::page::components::save_csv;
use crate::page::context::{t, use_lang, use_request_form};
use crate::page::dom::{Element, IntoView, html};
use crate::page::reactive::memo;
use crate::show::answer::{BlocksView, ReasonText, RowGroup, RowView};
use crate::words::catalogue::{Entry, fit as words};
use leptos::prelude::*;

/// Returns the table of all blocks, and a button that saves it.
pub fn all_blocks() -> impl IntoView {
    let (lang, form) = (use_lang(), use_request_form());
    let has_answer = memo(move |_| form.debounced.with(|answer| answer.0.answered().is_some()));
    let save = move || {
        save_csv(t(words::ALL_BLOCKS), move || {
            let answer = form.debounced.get_untracked().0;
            Some(answer.answered()?.1.blocks.table(lang.get_untracked()))
        })
    };
    (
        || with_debounced_answer(|_, answer| Some(table(&answer.blocks))),
        move || has_answer.get().then(save),
    )
}

fn table(blocks: &BlocksView) -> Element {
    let lang = use_lang().get();
    let heads = BlocksView::HEADS.map(|head| html::th().attr("scope", "col").child(head.get(lang)));
    let shared = (!blocks.shared.is_empty()).then(|| {
        let why = (words::OF_ALL_BLOCKS.get(lang), reasons(&blocks.shared));
        html::tbody().child(row_below("reasons shared", why))
    });
    let table = html::table()
        .class("answers")
        .child(html::caption().child(words::ALL_BLOCKS.get(lang)))
        .child(html::thead().child(html::tr().child(heads)))
        .child(shared)
        .child(blocks.groups.iter().map(group).collect::<Vec<_>>());
    let note = html::p().class("small quiet table-note").child(blocks.note.as_str());
    html::div().class("table-frame").id("all-blocks").child((table, note))
}

/// Returns blocks with the same reasons, and those reasons below them.
fn group(group: &RowGroup) -> Element {
    let (reasons, changes) = (reasons(&group.reasons), changes(group));
    let why = (!reasons.is_empty() || changes.is_some())
        .then(|| row_below("reasons", (reasons, changes)));
    html::tbody().child((group.rows.iter().map(row).collect::<Vec<_>>(), why))
}

fn reasons(texts: &[ReasonText]) -> Vec<Element> {
    let reason = |(tier, text): &ReasonText| {
        html::p().child((html::strong().child(*tier), [": ", text].concat()))
    };
    texts.iter().map(reason).collect()
}

/// Returns the changes that would make the request fit, each a button.
fn changes(group: &RowGroup) -> Option<Element> {
    let buttons = group.changes.iter().map(|(text, change)| {
        let change = [change.clone()];
        change_button(text, move |draft, snapshot| draft.apply(&change, snapshot))
    });
    let buttons: Vec<Element> = buttons.collect();
    (!buttons.is_empty()).then(|| {
        let name = words::WOULD_FIT.get(use_lang().get());
        let name = html::span().class("small quiet").child(name);
        html::div().class("changes").child((name, buttons))
    })
}

/// Returns a row of one cell across all columns.
fn row_below(class: &'static str, why: impl IntoView) -> Element {
    let why = html::div().class("why").child(why);
    let cell = html::td().attr("colspan", BlocksView::HEADS.len().to_string()).child(why);
    html::tr().class(class).child(cell)
}

fn row(row: &RowView) -> Element {
    let lang = use_lang().get();
    let tag = html::span().class("tag").attr("data-kind", row.kind).child(row.result);
    let cell = |head: Entry, text: &str| html::td().attr("data-head", head.get(lang)).child(text);
    html::tr().attr("data-block", row.id.as_str()).attr("data-verdict", row.verdict.id()).child((
        html::th().attr("scope", "row").child(row.name.as_str()),
        html::td().child(tag),
        cell(words::EARLIEST, &row.earliest),
        cell(words::MOST_NODES, &row.most_nodes),
        cell(words::LONGEST_TERM, &row.longest),
    ))
}
