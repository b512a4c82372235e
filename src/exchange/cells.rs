//! Tables as spreadsheets save or copy them: a line of headings, and rows of cells below it.

use csv::ReaderBuilder;

/// What may stand between cells; of several the first, as a cell of a table with tabs may have commas.
const SEPARATORS: [u8; 3] = [b'\t', b';', b','];

/// A row with something in it.
pub(super) struct CellRow {
    /// The line on which it begins, from 1.
    pub(super) line: u32,
    /// Its cells, without space around them.
    pub(super) cells: Vec<String>,
}

/// The rows that are not empty, the headings first. The separator is the one with which most cells of
/// these are headings that are known.
pub(super) fn rows(text: &str, is_known: impl Fn(&str) -> bool) -> impl Iterator<Item = CellRow> {
    let headings = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let reader = ReaderBuilder::new()
        .delimiter(separator(headings, is_known))
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let mut lines = LineCounter { text: text.as_bytes(), byte: 0, line: 1 };
    // Reading from memory cannot fail.
    let rows = reader.into_byte_records().map_while(Result::ok).map(move |record| {
        let line = lines.of_row(record.position().map_or(0, csv::Position::byte));
        let cells = record.iter().map(|cell| String::from_utf8_lossy(cell).trim().to_owned());
        CellRow { line, cells: cells.collect() }
    });
    rows.filter(|row| !row.cells.iter().all(String::is_empty))
}

/// A heading without spaces, marks and capitals, as names of columns are compared.
pub(super) fn plain(heading: &str) -> String {
    heading.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// A heading without what stands in brackets, which is a unit or a remark: `노드 수(대)`.
pub(super) fn without_remark(heading: &str) -> &str {
    heading.split(['(', '（', '[']).next().unwrap_or_default()
}

fn separator(headings: &str, is_known: impl Fn(&str) -> bool) -> u8 {
    let mut best = (b',', 0);
    for separator in SEPARATORS {
        let cells = headings.split(char::from(separator));
        let known = cells.filter(|cell| is_known(cell)).count();
        if known > best.1 {
            best = (separator, known);
        }
    }
    best.0
}

/// Counts lines as far as they were read: the reader's own count leaves out what is empty before a row.
struct LineCounter<'a> {
    text: &'a [u8],
    byte: usize,
    line: u32,
}

impl LineCounter<'_> {
    /// The line of a row that was looked for from this byte on; rows come in their order.
    fn of_row(&mut self, byte: u64) -> u32 {
        let byte = usize::try_from(byte).unwrap_or(usize::MAX);
        let rest = self.text.get(byte..).unwrap_or_default();
        let skipped = rest.iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
        let byte = byte.saturating_add(skipped);
        let passed = self.text.get(self.byte..byte).unwrap_or_default();
        let ends = passed.iter().filter(|byte| **byte == b'\n').count();
        self.line = self.line.saturating_add(u32::try_from(ends).unwrap_or(u32::MAX));
        self.byte = byte.max(self.byte);
        self.line
    }
}
