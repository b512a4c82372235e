//! Tables.

use super::{ElementProperties as _, Text, link_out};
use crate::show::table::{Cell, Table};
use leptos::either::Either;
use leptos::html::{caption, div, span, table as table_element, tbody, td, tfoot, th, thead, tr};
use leptos::prelude::*;

/// A table, in a frame that scrolls sideways where it must.
pub fn table(table: Table) -> AnyView {
    let Table { caption: title, heads, rows, foot } = table;
    let heads = heads
        .into_iter()
        .map(|head| th().attr("scope", "col").class(class(&head)).child(content(head)));
    let heads = tr().child(heads.collect::<Vec<_>>());
    let foot = (!foot.is_empty()).then(|| tfoot().child(row(foot)));
    let content = table_element().child((
        caption().text(Text::from(title.clone())),
        thead().child(heads),
        tbody().child(rows.into_iter().map(row).collect::<Vec<_>>()),
        foot,
    ));
    div()
        .class("table-frame")
        .attr("tabindex", "0")
        .attr("role", "region")
        .attr("aria-label", title)
        .child(content)
        .into_any()
}

/// A row, whose first cell is its head.
fn row(cells: Vec<Cell>) -> impl IntoView {
    let mut cells = cells.into_iter();
    let head =
        cells.next().map(|head| th().attr("scope", "row").class(class(&head)).child(content(head)));
    let rest = cells.map(|cell| td().class(class(&cell)).child(content(cell)));
    tr().child((head, rest.collect::<Vec<_>>()))
}

const fn class(cell: &Cell) -> &'static str {
    match (cell.number, &cell.url) {
        (true, _) => "number",
        (false, Some(_)) => "source",
        (false, None) => "",
    }
}

fn content(cell: Cell) -> impl IntoView {
    let text = match cell.url {
        Some(url) => Either::Left(link_out(url, cell.text)),
        None => Either::Right(span().text(Text::from(cell.text))),
    };
    (
        text,
        cell.mark.map(|mark| {
            (" ", span().class("tag").attr("data-kind", "assumed").text(Text::from(mark)))
        }),
    )
}
