//! Columns beside each other on a terminal.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// Rows with `indent` before them, each column as wide as its widest cell; the last one as it is.
pub fn laid_out(rows: &[Vec<String>], indent: &str) -> String {
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let width = |column: usize| {
        // A cell that ends its row may be a sentence.
        let cells = rows.iter().filter(|row| row.len() > column + 1);
        cells.filter_map(|row| row.get(column)).map(|cell| cell.width()).max().unwrap_or(0)
    };
    let widths: Vec<usize> = (0..columns).map(width).collect();
    let mut out = String::new();
    for row in rows {
        out.push_str(indent);
        let Some((last, cells)) = row.split_last() else { continue };
        for (cell, width) in cells.iter().zip(&widths) {
            out.push_str(cell);
            out.push_str(&" ".repeat(width.saturating_sub(cell.width()) + 2));
        }
        out.push_str(last);
        out.push('\n');
    }
    out
}

/// A text of at most so many columns.
pub fn cut(text: &str, most: usize) -> String {
    if text.width() <= most {
        return text.to_owned();
    }
    let mut width = 0;
    let fits = |c: &char| {
        width += c.width().unwrap_or(0);
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
    fn a_long_text_ends_in_an_ellipsis() {
        assert_eq!((cut("대학교", 6), cut("대학교", 5)), ("대학교".into(), "대학…".into()));
    }
}
