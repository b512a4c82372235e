//! Tables.

use super::{link_out, save_csv};
use crate::page::dom::{AnyView, Element, IntoView, html};
use crate::words::table::{Cell, Column, Table};

/// Returns a table in a frame that scrolls sideways if necessary.
pub fn table(table: Table) -> Element {
    // Once for all rows, because telling a column of texts takes reading it to its end.
    let classes: Vec<&'static str> = table.columns.iter().map(class).collect();
    let heads = table.columns.iter().zip(&classes).map(|(column, class)| {
        html::th().attr("scope", "col").class(*class).child(column.head.clone())
    });
    let heads = html::tr().child(heads.collect::<Vec<_>>());
    let rows = table.each_row().map(|cells| row(&table, &classes, cells));
    let totals = table.totals();
    let foot = totals.as_ref().map(|totals| row(&table, &classes, totals.iter().collect()));
    let content = html::table().child((
        html::caption().child(table.caption.clone()),
        html::thead().child(heads),
        html::tbody().child(rows.collect::<Vec<_>>()),
        foot.map(|totals| html::tfoot().child(totals)),
    ));
    html::div()
        .class("table-frame")
        // A frame that scrolls sideways must be reachable with the Tab key, to be scrolled by
        // arrows.
        .attr("tabindex", "0")
        .attr("role", "region")
        .attr("aria-label", table.caption)
        .child(content)
}

/// Returns a table, and a button below it that saves it.
pub fn table_to_save(content: Table) -> (Element, Element) {
    (table(content.clone()), save_csv(content.caption.clone(), move || Some(content.clone())))
}

/// Returns a row whose first cell is its header.
fn row(table: &Table, classes: &[&'static str], cells: Vec<&Cell>) -> Element {
    let mut cells = classes.iter().zip(cells).map(|(class, cell)| {
        let is_source = cell.value.url().is_some();
        (if is_source { "source" } else { class }, content(table, cell))
    });
    let head =
        cells.next().map(|(class, head)| html::th().attr("scope", "row").class(class).child(head));
    let rest = cells.map(|(class, cell)| html::td().class(class).child(cell));
    html::tr().child((head, rest.collect::<Vec<_>>()))
}

fn class(column: &Column) -> &'static str {
    if column.is_numeric() { "number" } else { "" }
}

fn content(table: &Table, cell: &Cell) -> AnyView {
    let text = cell.value.text(table.lang);
    let text = match cell.value.url() {
        Some(url) => link_out(url.to_owned(), text).into_view(),
        None => text.into_view(),
    };
    let mark = cell.mark.map(|mark| {
        let mark = html::span().class("tag").attr("data-kind", "assumed").child(mark);
        (" ", mark)
    });
    (text, mark).into_view()
}
