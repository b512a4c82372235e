//! A text in both languages of the page.

/// A text in both languages of the page.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Text {
    /// Korean.
    pub ko: String,
    /// English.
    pub en: String,
}
