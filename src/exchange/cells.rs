//! Tables as saved or copied from a spreadsheet: a line of headings, then rows of cells.

use csv::ReaderBuilder;

/// Possible separators. On a tie the first one wins, because cells of a tabbed table may contain
/// commas.
const SEPARATORS: [u8; 3] = [b'\t', b';', b','];

/// A row with at least one non-empty cell.
pub(super) struct CellRow {
    /// Line on which the row begins, 1-based.
    pub(super) line: u32,
    /// The cells, trimmed.
    pub(super) cells: Vec<String>,
}

/// Yields the non-empty rows, headings first.
///
/// The separator is the one that splits the first line into the most known headings.
pub(super) fn rows(text: &str, is_known: impl Fn(&str) -> bool) -> impl Iterator<Item = CellRow> {
    let headings = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let reader = ReaderBuilder::new()
        .delimiter(separator(headings, is_known))
        .has_headers(false)
        // A row of another length must not end the reading.
        .flexible(true)
        .from_reader(text.as_bytes());
    let mut lines = LineCounter { text: text.as_bytes(), byte: 0, line: 1 };
    // Reading from memory cannot fail, so `map_while` never cuts the rows short.
    let rows = reader.into_byte_records().map_while(Result::ok).map(move |record| {
        let line = lines.of_row(record.position().map_or(0, csv::Position::byte));
        let cells = record.iter().map(|cell| String::from_utf8_lossy(cell).trim().to_owned());
        CellRow { line, cells: cells.collect() }
    });
    rows.filter(|row| !row.cells.iter().all(String::is_empty))
}

/// Removes spaces, punctuation and capitals from a heading, for comparison of column names.
pub(super) fn plain(heading: &str) -> String {
    heading.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Returns a heading without its bracketed unit or remark: `노드 수(대)` becomes `노드 수`.
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

/// Line counter over the bytes read so far; the CSV reader's own count skips empty lines before a
/// row.
struct LineCounter<'a> {
    text: &'a [u8],
    byte: usize,
    line: u32,
}

impl LineCounter<'_> {
    /// Returns the line of the row whose search began at `byte`; rows must come in ascending order.
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
