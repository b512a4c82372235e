//! Row of an application in the list.

use super::controller::RoundController;
use super::rows_in_sight::row_id;
use crate::page::context::use_lang;
use crate::page::dom::{Element, html};
use crate::show::labels::round as labels;
use crate::show::round::RoundRow;
use crate::words::catalogue::round as words;
use leptos::ev;
use leptos::prelude::*;

/// Returns a row; `all` is the number of rows.
pub fn row(controller: RoundController, row: RoundRow, all: usize) -> Element {
    let (lang, index) = (use_lang().get(), row.index);
    let mut class = String::from("round-row");
    for (is, name) in [(row.is_line, " is-line"), (row.is_close, " is-close")] {
        if is {
            class.push_str(name);
        }
    }
    let rank = row.rank.map(|rank| rank.to_string());
    let number = rank.clone().unwrap_or_default();
    let head = html::span().class("head").child((
        html::span().class("rank number").child(number),
        html::strong().child(row.id.as_str()),
        html::span().class("title").child(row.title.as_str()),
        html::span().class("nodes number").child(row.nodes.as_str()),
    ));
    let tag = html::span().class("tag").attr("data-kind", row.kind).child(row.standing.name(lang));
    let changed = row.is_changed.then(|| {
        html::span().class("tag").attr("data-kind", "assumed").child(words::CHANGED.get(lang))
    });
    let marks = [(row.is_line, words::LINE_HERE), (row.is_close, words::CLOSE)];
    let marks = marks
        .into_iter()
        .filter(|(is, _)| *is)
        .map(|(_, mark)| html::span().class("unseen").child([" ", mark.get(lang), " "].concat()));
    let tail = html::span().class("tail").child((
        tag,
        changed,
        html::span().class("row-outcome").child(row.outcome.as_str()),
        html::span().class("running number").child(labels::running(&row, lang)),
        marks.collect::<Vec<_>>(),
    ));
    html::div()
        .class(class)
        .id(row_id(index))
        .attr("role", "option")
        // Few of the rows are in the document, so a screen reader cannot count them.
        .attr("aria-setsize", all.to_string())
        .attr("aria-posinset", rank)
        .attr("aria-selected", move || {
            if controller.chosen_index.get() == Some(index) { "true" } else { "false" }
        })
        .attr("data-standing", row.standing.id())
        .on(ev::click, move |_| controller.chosen_index.set(Some(index)))
        .child((head, tail))
}
