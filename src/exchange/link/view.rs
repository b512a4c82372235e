//! The views that a link leads to.

/// A view of the page.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum View {
    /// What there is.
    #[default]
    Capacity,
    /// Whether a request fits.
    Fit,
    /// How much a workload needs.
    Size,
    /// What all applications of a round come to.
    Round,
    /// A file of the reader's own.
    Data,
}

impl View {
    /// All of them, in the order shown.
    pub const ALL: [Self; 5] = [Self::Capacity, Self::Fit, Self::Size, Self::Round, Self::Data];

    /// The name in links.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Capacity => "capacity",
            Self::Fit => "fit",
            Self::Size => "size",
            Self::Round => "round",
            Self::Data => "data",
        }
    }
}
