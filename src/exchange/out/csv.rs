//! Tables as CSV for spreadsheets (RFC 4180).

use crate::model::Hour;
use crate::words::catalogue::exported as words;
use crate::words::format;
use crate::words::lang::Lang;
use crate::words::table::{Cell, Column, Table, Value};

/// Mark by which a spreadsheet tells UTF-8 from the legacy encoding of the machine.
const BYTE_ORDER_MARK: &str = "\u{feff}";

/// Returns a table as CSV: a line of headings, then one line per row.
///
/// Numbers are plain (`1200`), dates ISO 8601 (`2027-03-01`). Additions to a cell's value have a
/// column of their own: the unit of a figure, the address of a source, a mark such as "assumed".
/// Totals are left out, because a program would count them as one more row.
#[must_use]
pub fn table_csv(table: &Table) -> String {
    let columns: Vec<Vec<String>> =
        table.columns.iter().flat_map(|column| written(column, table.lang)).collect();
    let lines = 0..=table.rows();
    csv_text(
        lines.map(|line| columns.iter().filter_map(|column| column.get(line).cloned()).collect()),
    )
}

/// Writes rows as CSV in UTF-8 with a byte-order mark and CRLF line ends, as spreadsheets do. Texts
/// from outside must go through [`text_cell`] first.
pub(in crate::exchange) fn csv_text(rows: impl IntoIterator<Item = Vec<String>>) -> String {
    let mut out = BYTE_ORDER_MARK.to_owned();
    for row in rows {
        for (index, cell) in row.iter().enumerate() {
            if index > 0 {
                out.push(',');
            }
            push_quoted(&mut out, cell);
        }
        out.push_str("\r\n");
    }
    out
}

/// Returns a text as a cell. A text that a spreadsheet would take for a formula gets a leading
/// apostrophe, which keeps it a text.
pub(in crate::exchange) fn text_cell(text: &str) -> String {
    const FORMULA: [char; 10] = ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'];
    // Some spreadsheets drop leading spaces before they look for a formula.
    match text.trim_start_matches([' ', '\u{a0}', '\n']).starts_with(FORMULA) {
        true => ["'", text].concat(),
        false => text.to_owned(),
    }
}

fn push_quoted(out: &mut String, cell: &str) {
    // Some locales separate cells by semicolons or tabs.
    let is_plain = !cell.contains(['"', ',', ';', '\t', '\r', '\n']) && cell.trim() == cell;
    if is_plain {
        out.push_str(cell);
        return;
    }
    out.push('"');
    out.push_str(&cell.replace('"', "\"\""));
    out.push('"');
}

/// Returns a column with its heading, followed by the columns for additions to its values.
fn written(column: &Column, lang: Lang) -> Vec<Vec<String>> {
    let mut columns = vec![with_head(&column.head, column, |cell| plain(&cell.value, lang))];
    let has = |find: fn(&Cell) -> bool| column.cells.iter().any(find);
    let mut beside = |heading: String, cell: &dyn Fn(&Cell) -> String| {
        columns.push(with_head(&heading, column, cell));
    };
    let head = [("column", column.head.as_str())];
    if has(|cell| as_shown(&cell.value).is_some()) {
        beside(words::AS_SHOWN.fill(lang, &head), &|cell| match &cell.value {
            Value::Figure(_, text) | Value::Range(text) => text_cell(text),
            _ => String::new(),
        });
    }
    if has(|cell| cell.value.url().is_some()) {
        beside(words::ADDRESS.fill(lang, &head), &|cell| {
            text_cell(cell.value.url().unwrap_or_default())
        });
    }
    if has(|cell| cell.mark.is_some()) {
        beside(words::MARK.fill(lang, &head), &|cell| text_cell(cell.mark.unwrap_or_default()));
    }
    columns
}

fn with_head(head: &str, column: &Column, cell: impl Fn(&Cell) -> String) -> Vec<String> {
    [text_cell(head)].into_iter().chain(column.cells.iter().map(cell)).collect()
}

/// Returns a value without the additions that its heading or the columns beside it contain.
fn plain(value: &Value, lang: Lang) -> String {
    match value {
        Value::Blank => String::new(),
        Value::Missing(why) => text_cell(why),
        Value::Words(text) | Value::Link(text, _) => text_cell(text),
        Value::Count(count) => count.to_string(),
        // One end of a range alone would claim too much.
        Value::Range(_) => String::new(),
        Value::Figure(figure, _) if figure.is_finite() => figure.to_string(),
        Value::Figure(..) => String::new(),
        Value::Day(hour) => day(*hour, lang),
        Value::LastDay(end) => day(end.last_day(), lang),
    }
}

/// Returns the text of a figure with more than its number: a unit, or both ends of a range.
fn as_shown(value: &Value) -> Option<&str> {
    let is_bare = |text: &str| text.chars().all(|c| c.is_ascii_digit() || c == ',' || c == '.');
    match value {
        Value::Figure(_, text) if !is_bare(text) => Some(text),
        Value::Range(text) => Some(text),
        _ => None,
    }
}

fn day(hour: Hour, lang: Lang) -> String {
    match (Hour::EARLIEST..=Hour::LATEST).contains(&hour) {
        true => format::hour_input(hour),
        false => format::date(hour, lang),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Instant;

    /// Reads a CSV text as a program does: without the mark, and every cell as text.
    fn read(text: &str) -> Vec<Vec<String>> {
        let text = text.strip_prefix(BYTE_ORDER_MARK).unwrap();
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(false)
            .from_reader(text.as_bytes());
        let rows = reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect());
        rows.collect()
    }

    fn hour(text: &str) -> Hour {
        Instant::parse(text).unwrap().floor()
    }

    #[test]
    fn every_cell_is_read_back_as_it_was_and_lines_end_as_spreadsheets_write_them() {
        let cells = ["a", "", "b,c", "d \"e\"", "two\nlines", " space ", "자리", "f;g", "\r"];
        let row = cells.map(str::to_owned).to_vec();
        let text = csv_text([row.clone(), row.clone()]);
        assert_eq!(read(&text), [row.clone(), row]);
        assert_eq!(csv_text([vec!["a".into(), "b".into()]]), "\u{feff}a,b\r\n");
    }

    #[test]
    fn no_text_is_a_formula_and_no_number_is_a_text() {
        for formula in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "＝1", "\r=1"] {
            assert!(text_cell(formula).starts_with('\''), "{formula:?}");
        }
        for text in ["a=1", "2027-03-01", "–", "자리", ""] {
            assert_eq!(text_cell(text), text);
        }
        let table = Table {
            columns: vec![
                Column::new("=A1", [Value::words("=HYPERLINK(\"x\")")]),
                Column::new("n", [Value::Figure(-1.5, "-1.5".into())]),
            ],
            ..Table::default()
        };
        assert_eq!(read(&table_csv(&table))[1][..2], ["'=HYPERLINK(\"x\")", "-1.5"]);
        assert_eq!(read(&table_csv(&table))[0][0], "'=A1");
    }

    #[test]
    fn numbers_are_plain_dates_are_iso_and_what_a_cell_says_beside_is_kept() {
        let (start, end) = (hour("2027-03-01"), hour("2027-06-01"));
        let won = format::won_between(3_200_000, 6_400_000, Lang::En);
        let columns = vec![
            Column::new("Block", ["A", "B"].map(Value::words)),
            Column::new("Nodes", [Value::Count(1_200), Value::Missing("not published")])
                .summed(Lang::En),
            Column::new(
                "From",
                [
                    Cell::from(Value::Day(start)).marked(Some("assumed")),
                    Value::Day(Hour::MAX).into(),
                ],
            ),
            Column::new("Until", [Value::LastDay(end), Value::LastDay(start.plus(5))]),
            Column::new("Fee", [Value::Figure(3.2e6, "₩3,200,000".into()), Value::Range(won)]),
            Column::new("TB/s", [Value::figure(4.8, format::figure), Value::none()]),
            Column::new(
                "Source",
                [Value::Link("Notice, 1".into(), "https://a.example/?b,c".into()), Value::Blank],
            ),
        ];
        let table = Table { caption: String::new(), columns, lang: Lang::En };
        let rows = read(&table_csv(&table));
        let heads = [
            "Block",
            "Nodes",
            "From",
            "From: remark",
            "Until",
            "Fee",
            "Fee: as shown",
            "TB/s",
            "Source",
            "Source: address",
        ];
        assert_eq!(rows[0], heads);
        let first = [
            "A",
            "1200",
            "2027-03-01",
            "assumed",
            "2027-05-31",
            "3200000",
            "₩3,200,000",
            "4.8",
            "Notice, 1",
            "https://a.example/?b,c",
        ];
        assert_eq!(rows[1], first);
        let second = [
            "B",
            "not published",
            "no end",
            "",
            "2027-03-01T05:00:00+09:00",
            "",
            "₩3,200,000 to ₩6,400,000",
            "–",
            "",
            "",
        ];
        assert_eq!(rows[2], second);
        assert_eq!(rows.len(), 3, "totals are no row");
    }

    #[test]
    fn a_table_without_rows_has_its_headings() {
        let table =
            Table { columns: vec![Column::new("A", [Value::Blank; 0])], ..Table::default() };
        assert_eq!(table_csv(&table), "\u{feff}A\r\n");
        assert_eq!(table_csv(&Table::default()), "\u{feff}\r\n");
    }
}
