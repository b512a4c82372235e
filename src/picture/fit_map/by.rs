//! The two kinds of fit map.

/// Quantity on the vertical axis of the map.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum MapBy {
    /// Nodes, for the term of the request.
    #[default]
    Nodes,
    /// Terms, for the nodes of the request.
    Term,
}

impl MapBy {
    /// Both kinds, in the order shown.
    pub const ALL: [Self; 2] = [Self::Nodes, Self::Term];

    /// Returns the name used in links.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Nodes => "nodes",
            Self::Term => "term",
        }
    }

    /// Returns the kind with the name `id`.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|by| by.id() == id)
    }
}
