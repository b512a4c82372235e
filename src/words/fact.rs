//! A figure with its name.

/// A figure with its name.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Fact {
    /// What it is.
    pub name: String,
    /// The figure, with its unit where the name does not have it.
    pub value: String,
    /// Whether it may be as long as a sentence, and wants a line of its own.
    pub is_long: bool,
}

impl Fact {
    /// A figure with its name.
    #[must_use]
    pub fn new(name: &str, value: impl Into<String>) -> Self {
        Self { name: name.to_owned(), value: value.into(), is_long: false }
    }

    /// The same, of which the figure may be as long as a sentence.
    #[must_use]
    pub fn long(self) -> Self {
        Self { is_long: true, ..self }
    }

    /// Both on one line.
    #[must_use]
    pub fn line(&self) -> String {
        [self.name.as_str(), ": ", &self.value].concat()
    }
}
