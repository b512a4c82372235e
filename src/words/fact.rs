//! A figure with its name.

/// A figure with its name.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Fact {
    /// What it is.
    pub name: String,
    /// The figure, with its unit where the name does not have it.
    pub value: String,
}

impl Fact {
    /// A figure with its name.
    #[must_use]
    pub fn new(name: &str, value: impl Into<String>) -> Self {
        Self { name: name.to_owned(), value: value.into() }
    }
}
