//! Grants within the time shown, as a table.

use super::input::PlanInput;
use crate::fit::plan::Grant;
use crate::model::order;
use crate::words::catalogue::{Entry, round as words};
use crate::words::lang::Lang;
use crate::words::names::block_name;
use crate::words::table::{Column, Table, Value};

/// Returns the picture of a plan as a table.
///
/// It has each grant on the blocks shown that overlaps the time shown, block by block, the earliest
/// first.
#[must_use]
pub fn table(asked: &PlanInput<'_>, lang: Lang) -> Table {
    let mut shown: Vec<(&str, &Grant)> = Vec::new();
    for block_index in asked.block_indices() {
        let on_it = asked.given.iter().filter(|given| {
            let offer = &given.grant.offer;
            let touches = offer.start < asked.axis.until && offer.end > asked.axis.from;
            given.grant.block_index == block_index && touches
        });
        let on_it: Vec<(&str, &Grant)> = on_it.map(|given| (given.id, given.grant)).collect();
        shown.extend(order::sorted_by_key(&on_it, |it| order::of_hour(it.1.offer.start)));
    }
    let column = |head: Entry, value: &dyn Fn(&(&str, &Grant)) -> Value| {
        Column::new(head.get(lang), shown.iter().map(value))
    };
    let name = |it: &(&str, &Grant)| {
        let block = asked.scenario.snapshot.blocks.get(it.1.block_index);
        Value::words(block.map_or("", |block| block_name(block, lang)))
    };
    let columns = vec![
        column(words::BLOCK, &name),
        column(words::ID, &|it| Value::words(it.0)),
        column(words::NODES_GIVEN, &|it| Value::Count(it.1.offer.nodes.into())),
        column(words::FIRST_DAY, &|it| Value::Day(it.1.offer.start)),
        column(words::LAST_DAY, &|it| Value::LastDay(it.1.offer.end)),
    ];
    Table { caption: words::PLAN_TABLE.get(lang).to_owned(), columns, lang }
}
