//! The edge of what fits, as a table.

use super::edge::Edge;
use super::scale::Scale;
use crate::model::Request;
use crate::picture::time_axis::TimeAxis;
use crate::words::catalogue::pictures as words;
use crate::words::table::{Cell, Table};
use crate::words::{Lang, format};

/// More rows than this are counted instead.
const MOST_ROWS: usize = 60;

/// A row for each run of starts at which the same fits.
pub(super) fn table(
    edge: &Edge,
    scale: &Scale,
    axis: TimeAxis,
    request: &Request,
    lang: Lang,
) -> Table {
    let runs = edge.runs();
    let behind = runs.iter().skip(1).map(|run| run.0).chain([axis.days()]);
    let row = |(&(day, top), behind): (&(u32, u32), u32)| {
        let most = match (top, edge.barrier(day)) {
            (0, Some(barrier)) if barrier.is_rule() => words::MAP_LIMIT_RULE.get(lang).to_owned(),
            (0, _) => words::NONE.get(lang).to_owned(),
            _ => scale.bare_words(top, lang),
        };
        vec![
            Cell::text(format::date(axis.day(day), lang)),
            Cell::text(format::date(axis.day(behind.saturating_sub(1)), lang)),
            Cell::number(most),
        ]
    };
    let more = runs.len().saturating_sub(MOST_ROWS);
    let caption = match (scale, more) {
        (Scale::Nodes(_), 0) => words::MAP_TABLE_NODES,
        (Scale::Nodes(_), _) => words::MAP_TABLE_NODES_MORE,
        (Scale::Terms(_), 0) => words::MAP_TABLE_TERM,
        (Scale::Terms(_), _) => words::MAP_TABLE_TERM_MORE,
    };
    let values = [
        ("nodes", format::nodes(request.nodes.min, lang)),
        ("term", format::term(request.term, lang)),
        ("more", format::integer(more as u64)),
    ];
    let values: Vec<(&str, &str)> = values.iter().map(|(name, text)| (*name, &**text)).collect();
    let most = match scale {
        Scale::Nodes(_) => words::MOST_NODES,
        Scale::Terms(_) => words::LONGEST_TERM,
    };
    let heads = [
        Cell::text(words::FIRST_START.get(lang)),
        Cell::text(words::LAST_START.get(lang)),
        Cell::number(most.get(lang)),
    ];
    Table {
        caption: caption.fill(lang, &values),
        heads: heads.into(),
        rows: runs.iter().zip(behind).take(MOST_ROWS).map(row).collect(),
        foot: Vec::new(),
    }
}
