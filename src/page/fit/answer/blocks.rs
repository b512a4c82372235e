//! Every block: its result in one row, and below it why not and what would fit, told once where
//! neighbouring rows share it.

use super::answered;
use super::nearest::apply;
use crate::fit::Change;
use crate::page::dom::{AnyView, Element, html};
use crate::page::state::State;
use crate::show::answer::{RowGroup, RowView, Told};
use crate::words::Lang;
use crate::words::catalogue::{Entry, fit as words};

/// The columns.
const HEADS: [Entry; 5] =
    [words::BLOCK, words::RESULT, words::EARLIEST, words::MOST_NODES, words::LONGEST_TERM];

/// The table of all blocks.
pub fn view(state: State, lang: Lang) -> AnyView {
    answered(state, |_, answer| {
        let head = |entry: &Entry| html::th().attr("scope", "col").child(entry.get(lang));
        let heads: Vec<Element> = HEADS.iter().map(head).collect();
        let blocks = &answer.blocks;
        let rows: Vec<Element> = blocks.groups.iter().map(|it| group(state, it, lang)).collect();
        let shared = (!blocks.shared.is_empty()).then(|| {
            let why = html::div().class("why").child(words::OF_ALL_BLOCKS.get(lang));
            let why = why.child(reasons(&blocks.shared));
            html::tbody().child(html::tr().class("reasons shared").child(cell_across(why)))
        });
        let table = html::table()
            .class("answers")
            .child(html::caption().child(words::ALL_BLOCKS.get(lang)))
            .child(html::thead().child(html::tr().child(heads)))
            .child(shared)
            .child(rows);
        let note =
            html::p().class("small quiet table-note").child(words::ALL_BLOCKS_NOTE.get(lang));
        Some(html::div().class("table-frame").id("all-blocks").child(table).child(note))
    })
}

/// Blocks for which the same is to be said, and below them what that is.
fn group(state: State, group: &RowGroup, lang: Lang) -> Element {
    let change = |(text, change): &(String, Change)| apply(state, text, vec![change.clone()]);
    let reasons = reasons(&group.reasons);
    let changes: Vec<Element> = group.changes.iter().map(change).collect();
    let changes = (!changes.is_empty()).then(|| {
        let name = html::span().class("small quiet").child(words::WOULD_FIT.get(lang));
        html::div().class("changes").child(name).child(changes)
    });
    let why = (!reasons.is_empty() || changes.is_some()).then(|| {
        let why = html::div().class("why").child(reasons).child(changes);
        html::tr().class("reasons").child(cell_across(why))
    });
    let rows: Vec<Element> = group.rows.iter().map(|it| row(it, lang)).collect();
    html::tbody().child(rows).child(why)
}

fn reasons(told: &[Told]) -> Vec<Element> {
    let reason = |(tier, text): &Told| {
        html::p().child(html::strong().child(*tier)).child(format!(": {text}"))
    };
    told.iter().map(reason).collect()
}

fn cell_across(content: Element) -> Element {
    html::td().attr("colspan", HEADS.len().to_string()).child(content)
}

fn row(row: &RowView, lang: Lang) -> Element {
    let tag = html::span().class("tag").attr("data-kind", row.kind).child(row.result);
    let cell = |head: Entry, text: &str| html::td().attr("data-head", head.get(lang)).child(text);
    html::tr()
        .attr("data-block", row.id.as_str())
        .attr("data-verdict", row.verdict.id())
        .child(html::th().attr("scope", "row").child(row.name.as_str()))
        .child(html::td().child(tag))
        .child(cell(words::EARLIEST, &row.earliest))
        .child(cell(words::MOST_NODES, &row.most_nodes))
        .child(cell(words::LONGEST_TERM, &row.longest))
}
