//! Excerpt of a line of a file, with carets below the relevant bytes.

use core::ops::Range;

use jari::model::shown;
use unicode_width::UnicodeWidthChar;

/// Maximum width of a line in terminal columns; of a longer line the part around the caret is
/// shown.
const WIDEST: usize = 100;
/// Columns shown before the caret in a longer line.
const BEFORE: usize = 40;
/// Width of a tab in columns.
const TAB: usize = 4;

/// Text with an index of its lines.
///
/// The index is built once, in O(bytes), because a hundred megabytes may have a thousand positions
/// to look up; the line of a position is then found by binary search in O(log lines).
pub struct Lines<'a> {
    text: &'a str,
    /// Byte offset of the start of each line; the first is 0.
    begins: Vec<usize>,
    /// Byte offset of the last lookup, and its column; lookups further on in the same line count
    /// from there.
    last: (usize, usize),
}

impl<'a> Lines<'a> {
    /// Builds the index of a text.
    pub fn new(text: &'a str) -> Self {
        let ends = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
        let begins = core::iter::once(0).chain(ends.map(|(offset, _)| offset + 1)).collect();
        Self { text, begins, last: (0, 1) }
    }

    /// Returns the byte offset of a line and column as parsers report them: 1-based, columns in
    /// bytes, 0 before the first. Saturates at the end of the text.
    pub fn offset(&self, line: usize, column: usize) -> usize {
        let begin = self.begins.get(line.saturating_sub(1)).copied().unwrap_or(self.text.len());
        let offset = begin.saturating_add(column.saturating_sub(1)).min(self.text.len());
        self.text.floor_char_boundary(offset)
    }

    /// Returns the line and column of a byte offset, both 1-based; columns count characters.
    pub fn line_and_column(&mut self, offset: usize) -> (usize, usize) {
        let line = self.begins.partition_point(|begin| *begin <= offset);
        let begin = self.begin(line);
        let is_before = (begin..=offset).contains(&self.last.0);
        let (known, column) = if is_before { self.last } else { (begin, 1) };
        let column = column + self.text.get(known..offset).unwrap_or_default().chars().count();
        self.last = (offset, column);
        (line, column)
    }

    fn begin(&self, line: usize) -> usize {
        self.begins.get(line.saturating_sub(1)).copied().unwrap_or(0)
    }

    /// Returns the position, the line that contains it, and carets below:
    ///
    /// ```text
    ///   --> capacity.json:5:25
    ///    |
    ///  5 |     { "id": "a", "nodes": 0 },
    ///    |                           ^
    /// ```
    pub fn excerpt(&mut self, file: &str, range: Range<usize>) -> String {
        let (line, column) = self.line_and_column(range.start);
        let begin = self.begin(line);
        let end = self.begins.get(line).copied().unwrap_or(self.text.len());
        let whole = self.text.get(begin..end).unwrap_or_default();
        let whole = whole.strip_suffix('\n').unwrap_or(whole);
        // The carriage return of a CRLF line end is not shown.
        let whole = whole.strip_suffix('\r').unwrap_or(whole);
        let meant = range.start.saturating_sub(begin)..range.end.saturating_sub(begin);
        let (quoted, carets) = cells(whole, meant);
        let number = line.to_string();
        let blank = " ".repeat(number.len());
        let mut out = format!(" {blank}--> {file}:{line}:{column}\n {blank} |\n");
        out.push_str(&format!(" {number} | {quoted}\n {blank} | {carets}\n"));
        out
    }
}

/// Returns the visible part of a line, and the carets below the bytes of `meant`: within one line,
/// at least one column wide. A caret past the end of the line points behind its last character.
fn cells(line: &str, meant: Range<usize>) -> (String, String) {
    // A value over several lines, or without width, gets a single caret at its start.
    let is_wide = (meant.start + 1..=line.len()).contains(&meant.end);
    let meant = if is_wide { meant } else { meant.start..meant.start + 1 };
    // In a line of unlimited length only the surroundings are examined; a character has at most
    // four bytes.
    let near = line.floor_char_boundary(meant.start.saturating_sub(4 * WIDEST));
    let after = line.floor_char_boundary(meant.start.saturating_add(4 * WIDEST).min(line.len()));
    let part = line.get(near..after).unwrap_or_default();
    let meant = meant.start.saturating_sub(near)..meant.end.saturating_sub(near);
    let before = width(part.get(..meant.start).unwrap_or(part));
    let is_whole = part.len() == line.len() && width(line) <= WIDEST;
    let first = if is_whole { 0 } else { before.saturating_sub(BEFORE) };
    let last = first + WIDEST;
    let (mut quoted, mut carets) = (String::new(), String::new());
    let mut column = 0;
    for (index, letter) in part.char_indices() {
        let wide = columns(letter);
        if column >= first && column + wide <= last {
            if letter == '\t' {
                quoted.push_str(&" ".repeat(wide));
            } else {
                quoted.push(shown(letter));
            }
            let mark = if meant.contains(&index) { "^" } else { " " };
            carets.push_str(&mark.repeat(wide));
        }
        column += wide;
    }
    if meant.start >= part.len() {
        carets.push('^');
    }
    let mut carets = carets.trim_end().to_owned();
    if first > 0 || near > 0 {
        quoted.insert(0, '…');
        carets.insert(0, ' ');
    }
    if column > last || after < line.len() {
        quoted.push('…');
    }
    (quoted, carets)
}

/// Returns the width of a text in terminal columns.
fn width(text: &str) -> usize {
    text.chars().map(columns).sum()
}

/// Returns the width of a character in columns; a hidden character is shown as one column.
fn columns(letter: char) -> usize {
    if letter == '\t' { TAB } else { shown(letter).width().unwrap_or(1) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn excerpt(text: &str, file: &str, range: Range<usize>) -> String {
        Lines::new(text).excerpt(file, range)
    }

    fn of(text: &str, meant: &str) -> String {
        let offset = text.find(meant).unwrap();
        excerpt(text, "a.json", offset..offset + meant.len())
    }

    #[test]
    fn carets_stand_below_what_is_meant() {
        let text =
            "{\n  \"이름\": \"가나\", \"nodes\": 0,\r\n\t\t\"x\": \"\u{202e}\u{1b}[31m\"\r\n}";
        assert_eq!(
            of(text, "0"),
            "  --> a.json:2:24\n   |\n 2 |   \"이름\": \"가나\", \"nodes\": 0,\n   |                            ^\n"
        );
        assert_eq!(
            of(text, "\"가나\""),
            "  --> a.json:2:9\n   |\n 2 |   \"이름\": \"가나\", \"nodes\": 0,\n   |           ^^^^^^\n"
        );
        // A tab is four columns, and no hidden character reaches the terminal.
        assert_eq!(
            of(text, "\"x\""),
            "  --> a.json:3:3\n   |\n 3 |         \"x\": \"\u{fffd}\u{fffd}[31m\"\n   |         ^^^\n"
        );
    }

    #[test]
    fn a_value_over_several_lines_is_marked_where_it_begins() {
        let text = "{ \"a\": [\n1,\n2 ] }";
        let shown = excerpt(text, "-", 7..text.len() - 2);
        assert_eq!(shown, "  --> -:1:8\n   |\n 1 | { \"a\": [\n   |        ^\n");
    }

    #[test]
    fn the_end_of_a_text_has_a_caret_too() {
        assert_eq!(excerpt("{\n", "-", 2..2), "  --> -:2:1\n   |\n 2 | \n   | ^\n");
        assert_eq!(excerpt("{\"a\"", "-", 4..4), "  --> -:1:5\n   |\n 1 | {\"a\"\n   |     ^\n");
        assert_eq!(excerpt("{a}", "-", 1..1), "  --> -:1:2\n   |\n 1 | {a}\n   |  ^\n");
        assert_eq!(excerpt("", "-", 0..0), "  --> -:1:1\n   |\n 1 | \n   | ^\n");
    }

    #[test]
    fn of_a_long_line_the_part_around_the_caret_is_shown() {
        let text = ["{\"가\":\"", &"나".repeat(9_000), "\",\"nodes\":0,\"b\":\"", &"c".repeat(900)]
            .concat();
        let out = of(&text, "0");
        let lines: Vec<&str> = out.lines().collect();
        let (line, carets) = (lines[2], lines[3]);
        assert!(
            line.contains("…") && line.ends_with('…') && line.contains("\"nodes\":0,"),
            "{line}"
        );
        let caret = width(carets.split_once('^').unwrap().0);
        assert_eq!(caret, width(line.split_once("0,").unwrap().0), "{out}");
        assert!(width(line) < WIDEST + 10);
    }

    #[test]
    fn lines_and_columns_of_parsers_become_bytes() {
        let text = "{\r\n \"가\" 1\n";
        let mut lines = Lines::new(text);
        for (line, column, offset) in [
            (1, 1, 0),
            (1, 0, 0),
            (2, 1, 3),
            (2, 3, 5),
            (2, 4, 5),
            (2, 8, 10),
            (3, 0, 12),
            (9, 9, 12),
        ] {
            assert_eq!(lines.offset(line, column), offset, "{line}:{column}");
        }
        assert_eq!(lines.line_and_column(10), (2, 6));
        assert_eq!(lines.line_and_column(12), (3, 1));
        // In any order of lookups.
        for (offset, line, column) in [(5, 2, 3), (4, 2, 2), (0, 1, 1), (8, 2, 4), (11, 2, 7)] {
            assert_eq!(lines.line_and_column(offset), (line, column), "{offset}");
        }
    }
}
