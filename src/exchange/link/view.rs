//! Views that a link can lead to.

/// A view of the page.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum View {
    /// Overview of the capacity.
    #[default]
    Capacity,
    /// Answer to a request: fit or not.
    Fit,
    /// Size of a workload.
    Size,
    /// Outcome of all applications of a round.
    Round,
    /// A file of the reader's own.
    Data,
}

impl View {
    /// All views, in display order.
    pub const ALL: [Self; 5] = [Self::Capacity, Self::Fit, Self::Size, Self::Round, Self::Data];

    /// Returns the name used in links.
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
