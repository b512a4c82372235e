//! A text in both languages of the page.

/// A text in both languages of the page.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Text {
    /// Korean.
    pub ko: String,
    /// English.
    pub en: String,
}

impl Text {
    /// Returns a text that is the same in both languages, such as an id or a name.
    #[must_use]
    pub fn same(text: &str) -> Self {
        Self { ko: text.to_owned(), en: text.to_owned() }
    }
}
