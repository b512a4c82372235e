//! Tables.

use super::link_out;
use crate::page::dom::{AnyView, Element, IntoView, html};
use crate::words::table::{Cell, Table};

/// A table, in a frame that scrolls sideways where it must.
pub fn table(table: Table) -> Element {
    let Table { caption: title, heads, rows, foot } = table;
    let heads = heads
        .into_iter()
        .map(|head| html::th().attr("scope", "col").class(class(&head)).child(content(head)));
    let heads = html::tr().child(heads.collect::<Vec<_>>());
    let foot = (!foot.is_empty()).then(|| html::tfoot().child(row(foot)));
    let content = html::table().child((
        html::caption().child(title.clone()),
        html::thead().child(heads),
        html::tbody().child(rows.into_iter().map(row).collect::<Vec<_>>()),
        foot,
    ));
    html::div()
        .class("table-frame")
        .attr("tabindex", "0")
        .attr("role", "region")
        .attr("aria-label", title)
        .child(content)
}

/// A row, whose first cell is its head.
fn row(cells: Vec<Cell>) -> Element {
    let mut cells = cells.into_iter();
    let head = cells
        .next()
        .map(|head| html::th().attr("scope", "row").class(class(&head)).child(content(head)));
    let rest = cells.map(|cell| html::td().class(class(&cell)).child(content(cell)));
    html::tr().child((head, rest.collect::<Vec<_>>()))
}

const fn class(cell: &Cell) -> &'static str {
    match (cell.number, &cell.url) {
        (true, _) => "number",
        (false, Some(_)) => "source",
        (false, None) => "",
    }
}

fn content(cell: Cell) -> AnyView {
    let text = match cell.url {
        Some(url) => link_out(url, cell.text).into_view(),
        None => cell.text.into_view(),
    };
    let mark = cell.mark.map(|mark| {
        let mark = html::span().class("tag").attr("data-kind", "assumed").child(mark);
        (" ", mark)
    });
    (text, mark).into_view()
}
