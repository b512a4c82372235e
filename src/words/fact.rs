//! Figures with their names.

/// Figure with its name.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Fact {
    /// Name of the figure.
    pub name: String,
    /// The figure, with its unit unless the name has it.
    pub value: String,
    /// `true` if it may be as long as a sentence, and needs a line of its own.
    pub is_long: bool,
}

impl Fact {
    /// Creates a figure with its name.
    #[must_use]
    pub fn new(name: &str, value: impl Into<String>) -> Self {
        Self { name: name.to_owned(), value: value.into(), is_long: false }
    }

    /// Marks the figure as one that may be as long as a sentence.
    #[must_use]
    pub fn long(self) -> Self {
        Self { is_long: true, ..self }
    }

    /// Returns both on one line.
    #[must_use]
    pub fn line(&self) -> String {
        [self.name.as_str(), ": ", &self.value].concat()
    }
}
