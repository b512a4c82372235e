//! Tables as plain data: one shape for every table of the page.
//!
//! A table is columns, and a column is values with its format and its total: what is drawn, printed
//! or saved is written from the same values.

mod value;

pub use value::Value;

use super::catalogue::capacity as words;
use super::lang::Lang;

/// A table with its caption, in one language.
#[derive(Clone, PartialEq, Default, Debug)]
pub struct Table {
    /// What the table shows.
    pub caption: String,
    /// The columns, with a cell for each row; the first has the heads of the rows.
    pub columns: Vec<Column>,
    /// The language in which captions and heads are, and values are written.
    pub lang: Lang,
}

/// One column of a table.
#[derive(Clone, PartialEq, Debug)]
pub struct Column {
    /// What it tells.
    pub head: String,
    /// One cell for each row.
    pub cells: Vec<Cell>,
    /// What stands below them, where there are totals.
    pub total: Option<Cell>,
}

/// One cell of a table.
#[derive(Clone, PartialEq, Debug)]
pub struct Cell {
    /// What it tells.
    pub value: Value,
    /// A mark beside it, such as "assumed".
    pub mark: Option<&'static str>,
}

impl Table {
    /// How many rows there are, without the totals.
    #[must_use]
    pub fn rows(&self) -> usize {
        self.columns.first().map_or(0, |column| column.cells.len())
    }

    /// The cells of each row.
    pub fn each_row(&self) -> impl Iterator<Item = Vec<&Cell>> {
        (0..self.rows())
            .map(|row| self.columns.iter().filter_map(|column| column.cells.get(row)).collect())
    }

    /// The texts of each row, as they are shown.
    #[must_use]
    pub fn texts(&self) -> Vec<Vec<String>> {
        let text = |cell: &Cell| cell.value.text(self.lang);
        self.each_row().map(|row| row.into_iter().map(text).collect()).collect()
    }

    /// The last row, where a column has a total; the other columns have a blank there.
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
    /// A column without a total.
    #[must_use]
    pub fn new<C: Into<Cell>>(head: impl Into<String>, cells: impl IntoIterator<Item = C>) -> Self {
        let cells = cells.into_iter().map(C::into).collect();
        Self { head: head.into(), cells, total: None }
    }

    /// The same column with the sum of its counts. What is missing is not summed up, but said.
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

    /// Whether it tells figures, which are set flush right.
    #[must_use]
    pub fn is_numeric(&self) -> bool {
        self.cells.iter().any(|cell| cell.value.is_number())
    }
}

impl Cell {
    /// The same cell with a mark, where there is one.
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
