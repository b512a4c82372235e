//! Column layout for a terminal.

use terminal_size::terminal_size;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// Line widths for sentences in columns: without a terminal, and the minimum and maximum with one.
const USUAL: usize = 100;
const LEAST: usize = 50;
const MOST: usize = 120;

/// Maximum width of the id of a request or a workload, in columns.
pub const WIDEST_ID: usize = 32;

/// Formats rows with `indent` before each; every column is as wide as its widest cell, the last one
/// is not padded.
pub fn laid_out(rows: &[Vec<String>], indent: &str) -> String {
    written(rows, indent, usize::MAX)
}

/// Formats rows like [`laid_out`], with the last cell of each row wrapped to the width of the
/// terminal.
pub fn wrapped(rows: &[Vec<String>], indent: &str) -> String {
    let columns = terminal_size().map_or(USUAL, |(width, _)| usize::from(width.0));
    written(rows, indent, columns.clamp(LEAST, MOST))
}

/// Formats sentences, each starting on a new line and wrapped.
pub fn lines(sentences: impl IntoIterator<Item = String>, indent: &str) -> String {
    let rows: Vec<Vec<String>> = sentences.into_iter().map(|sentence| vec![sentence]).collect();
    wrapped(&rows, indent)
}

/// Formats sentences below a title; `None` if there are no sentences.
pub fn list(title: &str, sentences: impl IntoIterator<Item = String>) -> Option<String> {
    let sentences = lines(sentences, "  ");
    (!sentences.is_empty()).then(|| lines([title.to_owned()], "") + &sentences)
}

fn written(rows: &[Vec<String>], indent: &str, most: usize) -> String {
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let width = |column: usize| {
        // A cell at the end of its row may be a sentence, so it does not set the width of the
        // column.
        let cells = rows.iter().filter(|row| row.len() > column + 1);
        cells.filter_map(|row| row.get(column)).map(|cell| cell.width()).max().unwrap_or(0)
    };
    let widths: Vec<usize> = (0..columns).map(width).collect();
    let mut out = String::new();
    for row in rows {
        let mut begin = indent.to_owned();
        let Some((last, cells)) = row.split_last() else { continue };
        for (cell, width) in cells.iter().zip(&widths) {
            begin.push_str(cell);
            begin.push_str(&" ".repeat(width.saturating_sub(cell.width()) + 2));
        }
        let hanging = begin.width();
        out.push_str(&begin);
        // The last cell keeps some room, however wide the others are.
        out.push_str(&broken(last, most.saturating_sub(hanging).max(LEAST / 2), hanging));
        out.push('\n');
    }
    out
}

/// Wraps a sentence to `most` columns; all lines but the first are indented by `hanging` columns.
fn broken(text: &str, most: usize, hanging: usize) -> String {
    if text.width() <= most {
        return text.to_owned();
    }
    let (mut out, mut column) = (String::new(), 0);
    for word in text.split(' ') {
        let wide = word.width();
        if column > 0 && column + 1 + wide > most {
            out.push('\n');
            out.push_str(&" ".repeat(hanging));
            column = 0;
        } else if column > 0 {
            out.push(' ');
            column += 1;
        }
        out.push_str(word);
        column += wide;
    }
    out
}

/// Truncates a text to at most `most` columns, including the ellipsis.
pub fn cut(text: &str, most: usize) -> String {
    if text.width() <= most {
        return text.to_owned();
    }
    let mut width = 0;
    let fits = |c: &char| {
        width += c.width().unwrap_or(0);
        // Less than `most`, to leave a column for the ellipsis.
        width < most
    };
    let mut cut: String = text.chars().take_while(fits).collect();
    cut.push('…');
    cut
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wide_letters_take_two_columns() {
        let rows = [["블록", "결과"], ["H200-A", "자리 있음"], ["b", "c"]];
        let rows = rows.map(|row| row.map(str::to_owned).to_vec());
        assert_eq!(laid_out(&rows, "  "), "  블록    결과\n  H200-A  자리 있음\n  b       c\n");
        let ragged = [vec!["a".to_owned(), "b".to_owned()], vec!["a long sentence".to_owned()]];
        assert_eq!(laid_out(&ragged, ""), "a  b\na long sentence\n");
    }

    #[test]
    fn a_sentence_is_broken_between_words() {
        assert_eq!(broken("a bc def", 4, 2), "a bc\n  def");
        assert_eq!(broken("가나 다라 마", 7, 1), "가나\n 다라 마");
        assert_eq!(broken("abcdefgh i", 3, 0), "abcdefgh\ni");
        assert_eq!(broken("short", 9, 4), "short");
    }

    #[test]
    fn a_long_text_ends_in_an_ellipsis() {
        assert_eq!((cut("대학교", 6), cut("대학교", 5)), ("대학교".into(), "대학…".into()));
    }
}
