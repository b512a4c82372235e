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
pub fn row(controller: RoundController, of: RoundRow, all: usize) -> Element {
    let (lang, index) = (use_lang().get(), of.index);
    let mut class = String::from("round-row");
    for (is, name) in [(of.is_line, " is-line"), (of.is_close, " is-close")] {
        if is {
            class.push_str(name);
        }
    }
    let rank = of.rank.map(|rank| rank.to_string());
    let number = rank.clone().unwrap_or_default();
    let head = html::span().class("head").child((
        html::span().class("rank number").child(number),
        html::strong().child(of.id.as_str()),
        html::span().class("title").child(of.title.as_str()),
        html::span().class("nodes number").child(of.nodes.as_str()),
    ));
    let tag = html::span().class("tag").attr("data-kind", of.kind).child(of.standing.name(lang));
    let changed = of.is_changed.then(|| {
        html::span().class("tag").attr("data-kind", "assumed").child(words::CHANGED.get(lang))
    });
    let marks = [(of.is_line, words::LINE_HERE), (of.is_close, words::CLOSE)];
    let marks = marks
        .into_iter()
        .filter(|(is, _)| *is)
        .map(|(_, mark)| html::span().class("unseen").child([" ", mark.get(lang), " "].concat()));
    let tail = html::span().class("tail").child((
        tag,
        changed,
        html::span().class("row-outcome").child(of.outcome.as_str()),
        html::span().class("running number").child(labels::running(&of, lang)),
        marks.collect::<Vec<_>>(),
    ));
    html::div()
        .class(class)
        .id(row_id(index))
        .attr("role", "option")
        .attr("aria-setsize", all.to_string())
        .attr("aria-posinset", rank)
        .attr("aria-selected", move || {
            if controller.chosen_index.get() == Some(index) { "true" } else { "false" }
        })
        .attr("data-standing", of.standing.id())
        .on(ev::click, move |_| controller.chosen_index.set(Some(index)))
        .child((head, tail))
}
