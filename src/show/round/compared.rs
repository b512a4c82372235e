//! Plans side by side.

use crate::words::catalogue::round as words;
use crate::words::fact::Fact;
use crate::words::format;
use crate::words::lang::Lang;
use crate::words::table::{Column, Table, Value};

/// Returns the current plan beside those that were kept, each by its number.
#[must_use]
pub fn compared(now: &[Fact], kept: &[(u32, &[Fact])], lang: Lang) -> Table {
    let names = now.iter().map(|fact| Value::words(fact.name.as_str()));
    let value = |facts: &[Fact], name: &str| {
        // By name, because a plan that grants nothing has fewer figures.
        let fact = facts.iter().find(|fact| fact.name == name);
        fact.map_or(Value::none(), |fact| Value::words(fact.value.as_str()))
    };
    let column = |head: String, facts: &[Fact]| {
        Column::new(head, now.iter().map(|fact| value(facts, &fact.name)))
    };
    let mut columns = vec![
        Column::new(words::KEPT_FIGURE.get(lang), names),
        column(words::KEPT_NOW.get(lang).to_owned(), now),
    ];
    columns.extend(kept.iter().map(|(number, facts)| {
        let number = format::integer((*number).into());
        column(words::KEPT_NAME.fill(lang, &[("number", &number)]), facts)
    }));
    Table { caption: words::KEPT.get(lang).to_owned(), columns, lang }
}
