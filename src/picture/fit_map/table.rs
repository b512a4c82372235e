//! The edge of the fitting sizes, as a table.

use super::edge::Edge;
use super::scale::HeightScale;
use crate::model::{NodeCount, Request};
use crate::picture::time_axis::TimeAxis;
use crate::words::catalogue::{Entry, pictures as words};
use crate::words::table::{Column, Table, Value};
use crate::words::{Lang, format};

/// Most rows that are listed; further ones are only counted.
const MOST_ROWS: usize = 60;

/// Returns a table with a row for each run of starts at which the same size fits.
pub(super) fn table(
    edge: &Edge,
    scale: &HeightScale,
    axis: TimeAxis,
    request: &Request,
    per_node: Option<u32>,
    lang: Lang,
) -> Table {
    let runs = edge.runs();
    let behind = runs.iter().skip(1).map(|run| run.0).chain([axis.days()]);
    let shown = || runs.iter().take(MOST_ROWS);
    let first = shown().map(|&(day, _)| Value::Day(axis.day(day)));
    let last = behind.take(MOST_ROWS).map(|day| Value::Day(axis.day(day.saturating_sub(1))));
    let most = shown().map(|&(day, top)| match (top, edge.barrier(day)) {
        (0, Some(barrier)) if barrier.is_rule() => Value::Missing(words::MAP_LIMIT_RULE.get(lang)),
        (0, _) => Value::Missing(words::NONE.get(lang)),
        _ => scale.value(top, per_node, lang),
    });
    let more = runs.len().saturating_sub(MOST_ROWS);
    let caption = match (scale, more) {
        (HeightScale::Nodes(_), 0) => words::MAP_TABLE_NODES,
        (HeightScale::Nodes(_), _) => words::MAP_TABLE_NODES_MORE,
        (HeightScale::Terms(_), 0) => words::MAP_TABLE_TERM,
        (HeightScale::Terms(_), _) => words::MAP_TABLE_TERM_MORE,
    };
    let nodes = NodeCount::exactly(request.nodes.min);
    let values = [
        ("nodes", format::nodes_and_gpus(nodes, per_node, lang)),
        ("term", format::term(request.term, lang)),
        ("more", format::integer(more as u64)),
    ];
    let values: Vec<(&str, &str)> = values.iter().map(|(name, text)| (*name, &**text)).collect();
    let columns = vec![
        Column::new(words::FIRST_START.get(lang), first),
        Column::new(words::LAST_START.get(lang), last),
        Column::new(most_of(scale).get(lang), most),
    ];
    Table { caption: caption.fill(lang, &values), columns, lang }
}

const fn most_of(scale: &HeightScale) -> Entry {
    match scale {
        HeightScale::Nodes(_) => words::MOST_NODES,
        HeightScale::Terms(_) => words::LONGEST_TERM,
    }
}
