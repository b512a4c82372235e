//! Holds in words, and as a table.

use super::shown::Shown;
use crate::model::{Block, Hold, HoldNodes, Hour, NodeRanges};
use crate::picture::free_chart::period;
use crate::picture::node_map::NodeState;
use crate::picture::time_axis::TimeAxis;
use crate::words::catalogue::{Entry, pictures as words};
use crate::words::format;
use crate::words::lang::Lang;
use crate::words::names::block_name;
use crate::words::table::{Column, Table, Value};
use core::ops::Range;

/// Most holds that are listed.
pub(super) const MOST_ROWS: usize = 200;

/// Returns the title of a hold's boxes.
pub(super) fn title(hold: &Hold, lang: Lang) -> String {
    let nodes = nodes_text(hold, lang);
    let values = [
        ("label", lang.text(&hold.label)),
        ("nodes", nodes.as_str()),
        ("from", &format::date(hold.from, lang)),
        ("until", &end(hold, lang).text(lang)),
    ];
    words::HOLD_BOX.fill(lang, &values)
}

/// Returns the end of a hold; for a published one, in words that say how far it is known.
fn end(hold: &Hold, lang: Lang) -> Value {
    match (hold.published.is_some(), hold.until) {
        (false, until) => Value::Day(until),
        (true, Hour::MAX) => Value::Missing(words::END_NOT_PUBLISHED.get(lang)),
        (true, until) => {
            Value::Words(words::END_ABOUT.fill(lang, &[("date", &format::date(until, lang))]))
        }
    }
}

fn nodes_text(hold: &Hold, lang: Lang) -> String {
    match &hold.nodes {
        HoldNodes::Counted(count) => format::nodes(*count, lang),
        HoldNodes::Named(ranges) => {
            words::NODE_NUMBERS.fill(lang, &[("numbers", &node_numbers(ranges))])
        }
    }
}

/// Returns the node numbers, of scattered ones only the first few, as all of them would fill the
/// screen.
fn node_numbers(ranges: &NodeRanges) -> String {
    let (few, rest) = ranges.ranges().split_at(ranges.ranges().len().min(8));
    let few = NodeRanges::from_ranges(few.to_vec()).to_string();
    let more = if rest.is_empty() { "" } else { ", …" };
    [&few.replace(',', ", "), more].concat()
}

/// Returns a table of the holds shown, at most [`MOST_ROWS`] of them.
pub(super) fn table(
    shown: &[Shown<'_>],
    block: &Block,
    window: &Range<usize>,
    axis: TimeAxis,
    lang: Lang,
) -> Table {
    let column = |head: Entry, value: &dyn Fn(&Shown<'_>) -> Value| {
        Column::new(head.get(lang), shown.iter().take(MOST_ROWS).map(value))
    };
    // A count and node numbers need different words, as they share a column.
    let nodes = |it: &Shown<'_>| match &it.hold.nodes {
        HoldNodes::Counted(count) => Value::words(format::node_count(*count, lang)),
        HoldNodes::Named(ranges) => {
            Value::Words(words::NUMBERS.fill(lang, &[("numbers", &node_numbers(ranges))]))
        }
    };
    let state = |it: &Shown<'_>| match it.state {
        NodeState::Assumed => words::KIND_ASSUMED,
        NodeState::Published => words::KIND_PUBLISHED,
        _ => words::KIND_HELD,
    };
    let columns = vec![
        column(words::LABEL, &|it| Value::words(lang.text(&it.hold.label))),
        column(words::NODES, &nodes),
        column(words::FROM, &|it| Value::Day(it.hold.from)),
        column(words::UNTIL, &|it| end(it.hold, lang)),
        column(words::KIND, &|it| Value::words(state(it).get(lang))),
    ];
    let [first, last] = [window.start, window.end.saturating_sub(1)].map(|leaf| leaf.to_string());
    let more = shown.len().saturating_sub(MOST_ROWS);
    let period = period(axis, lang);
    let [from, until] = period.values();
    let values = [
        ("block", block_name(block, lang)),
        ("low", &first),
        ("high", &last),
        from,
        until,
        ("more", &format::holds(u32::try_from(more).unwrap_or(u32::MAX), lang)),
    ];
    let caption = if more > 0 { words::LANES_TABLE_MORE } else { words::LANES_TABLE };
    Table { caption: caption.fill(lang, &values), columns, lang }
}
