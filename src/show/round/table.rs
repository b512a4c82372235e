//! The whole plan as a table, for print and for readers who do not see the list.

use super::decided::RoundResult;
use super::rows::RoundRow;
use crate::fit::plan::Grant;
use crate::words::catalogue::{Entry, round as words};
use crate::words::format;
use crate::words::lang::Lang;
use crate::words::names::block_name;
use crate::words::table::{Column, Table, Value};

/// Returns the rows with their grants; `rounds` adds a column with the rounds in which each is
/// granted something.
#[must_use]
pub fn table(rows: &[RoundRow], decided: &RoundResult, rounds: Option<u32>, lang: Lang) -> Table {
    let decisions = decided.by_index();
    let grant = |row: &RoundRow| {
        let decision = decisions.get(row.index).copied().flatten();
        decision.filter(|_| row.rank.is_some())?.result.as_ref().ok()
    };
    let grants: Vec<Option<&Grant>> = rows.iter().map(grant).collect();
    let column = |head: Entry, value: &dyn Fn(&RoundRow) -> Value| {
        Column::new(head.get(lang), rows.iter().map(value))
    };
    let of_grant = |head: Entry, value: &dyn Fn(&Grant) -> Value| {
        let values = grants.iter().map(|grant| grant.map_or(Value::Blank, value));
        Column::new(head.get(lang), values)
    };
    let rank =
        |row: &RoundRow| row.rank.map_or(Value::Blank, |rank| Value::words(rank.to_string()));
    let outcome = |row: &RoundRow| Value::words(row.standing.name(lang));
    let why = |row: &RoundRow| match row.standing {
        super::rows::Standing::Refused => Value::words(row.outcome.as_str()),
        _ => Value::Blank,
    };
    let block = |grant: &Grant| {
        let block = decided.snapshot.blocks.get(grant.block_index);
        Value::words(block.map_or("", |block| block_name(block, lang)))
    };
    let mut columns = vec![
        column(words::RANK, &rank),
        column(words::ID, &|row| Value::words(row.id.as_str())),
        column(words::TITLE, &|row| Value::words(row.title.as_str())),
        column(words::CLASS, &|row| Value::words(row.class)),
        column(words::NODES, &|row| Value::words(row.nodes.as_str())),
        column(words::RUNNING, &|row| Value::Count(row.running)),
        column(words::OUTCOME, &outcome),
        of_grant(words::BLOCK, &block),
        of_grant(words::NODES_GIVEN, &|grant| Value::Count(grant.offer.nodes.into())),
        of_grant(words::FIRST_DAY, &|grant| Value::Day(grant.offer.start)),
        of_grant(words::LAST_DAY, &|grant| Value::LastDay(grant.offer.end)),
        column(words::WHY, &why),
    ];
    if let Some(rounds) = rounds {
        let head = words::OF_ROUNDS.fill(lang, &[("rounds", &format::integer(rounds.into()))]);
        let chance =
            rows.iter().map(|row| row.chance.map_or(Value::Blank, |it| Value::Count(it.into())));
        columns.push(Column::new(head, chance));
    }
    Table { caption: words::TABLE.get(lang).to_owned(), columns, lang }
}
