//! Tables as plain data: one shape for every table of the page.

/// A table with its caption.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Table {
    /// What the table shows.
    pub caption: String,
    /// The heads of the columns.
    pub heads: Vec<Cell>,
    /// The rows; the first cell of each is its head.
    pub rows: Vec<Vec<Cell>>,
    /// The totals, or nothing.
    pub foot: Vec<Cell>,
}

/// One cell of a table.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Cell {
    /// The text.
    pub text: String,
    /// Whether it is a figure, to be set flush right.
    pub number: bool,
    /// A mark beside the text, such as "assumed".
    pub mark: Option<&'static str>,
    /// Where the text leads to.
    pub url: Option<String>,
}

impl Cell {
    /// A cell of words.
    #[must_use]
    pub fn text(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }

    /// A cell with a figure.
    #[must_use]
    pub fn number(text: impl Into<String>) -> Self {
        Self { number: true, ..Self::text(text) }
    }

    /// The same cell with a mark, where there is one.
    #[must_use]
    pub fn marked(self, mark: Option<&'static str>) -> Self {
        Self { mark, ..self }
    }
}
