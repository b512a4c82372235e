//! Tables as plain data: one shape for every table of the page.
//!
//! A table consists of columns, and a column of values with their format and their total. Tables on
//! the page, in print and in saved files are written from the same values.

mod value;

pub use value::Value;

use super::catalogue::capacity as words;
use super::lang::Lang;

/// Table with its caption, in one language.
#[derive(Clone, PartialEq, Default, Debug)]
pub struct Table {
    /// Caption of the table.
    pub caption: String,
    /// Columns, with a cell for each row; the first has the heads of the rows.
    pub columns: Vec<Column>,
    /// Language of captions and heads, in which values are formatted too.
    pub lang: Lang,
}

/// Column of a table.
#[derive(Clone, PartialEq, Debug)]
pub struct Column {
    /// Head of the column.
    pub head: String,
    /// Cells, one for each row.
    pub cells: Vec<Cell>,
    /// Total below them, if the column has one.
    pub total: Option<Cell>,
}

/// Cell of a table.
#[derive(Clone, PartialEq, Debug)]
pub struct Cell {
    /// Its value.
    pub value: Value,
    /// Mark beside it, such as "assumed".
    pub mark: Option<&'static str>,
}

impl Table {
    /// Returns the number of rows, without the totals.
    #[must_use]
    pub fn rows(&self) -> usize {
        self.columns.first().map_or(0, |column| column.cells.len())
    }

    /// Yields the cells of each row.
    pub fn each_row(&self) -> impl Iterator<Item = Vec<&Cell>> {
        (0..self.rows())
            .map(|row| self.columns.iter().filter_map(|column| column.cells.get(row)).collect())
    }

    /// Returns the texts of each row, as they are shown.
    #[must_use]
    pub fn texts(&self) -> Vec<Vec<String>> {
        let text = |cell: &Cell| cell.value.text(self.lang);
        self.each_row().map(|row| row.into_iter().map(text).collect()).collect()
    }

    /// Returns the row of totals if any column has one; the other columns have a blank there.
    #[must_use]
    pub fn totals(&self) -> Option<Vec<Cell>> {
        let has_totals = self.columns.iter().any(|column| column.total.is_some());
        let blank = |column: &Column| column.total.clone().unwrap_or(Value::Blank.into());
        let mut totals: Vec<Cell> = self.columns.iter().map(blank).collect();
        if let Some(head) = totals.first_mut() {
            *head = Value::words(words::TOTAL.get(self.lang)).into();
        }
        has_totals.then_some(totals)
    }
}

impl Column {
    /// Creates a column without a total.
    #[must_use]
    pub fn new<C: Into<Cell>>(head: impl Into<String>, cells: impl IntoIterator<Item = C>) -> Self {
        let cells = cells.into_iter().map(C::into).collect();
        Self { head: head.into(), cells, total: None }
    }

    /// Adds the sum of its counts as the total. Missing values are left out of the sum, and a mark
    /// says so.
    #[must_use]
    pub fn summed(self, lang: Lang) -> Self {
        let counts = self.cells.iter().filter_map(|cell| cell.value.count());
        let is_partial = self.cells.iter().any(|cell| cell.value.is_missing());
        let total = Cell {
            value: Value::Count(counts.sum()),
            mark: is_partial.then(|| words::AS_FAR_AS_PUBLISHED.get(lang)),
        };
        Self { total: Some(total), ..self }
    }

    /// Returns `true` if it has figures, which are aligned right.
    #[must_use]
    pub fn is_numeric(&self) -> bool {
        // One is enough, as cells of a column of figures may be missing.
        self.cells.iter().any(|cell| cell.value.is_number())
    }
}

impl Cell {
    /// Sets the mark of the cell, or removes it if `mark` is `None`.
    #[must_use]
    pub fn marked(self, mark: Option<&'static str>) -> Self {
        Self { mark, ..self }
    }
}

impl From<Value> for Cell {
    fn from(value: Value) -> Self {
        Self { value, mark: None }
    }
}

#[cfg(test)]
mod tests;
