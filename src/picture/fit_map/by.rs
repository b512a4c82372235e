//! The two maps that there are of a request.

/// What goes upward on the map.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum MapBy {
    /// Nodes, for the term asked.
    #[default]
    Nodes,
    /// Terms, for the nodes asked.
    Term,
}

impl MapBy {
    /// Both, in the order shown.
    pub const ALL: [Self; 2] = [Self::Nodes, Self::Term];

    /// The name in links.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Nodes => "nodes",
            Self::Term => "term",
        }
    }

    /// The one with this name.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|by| by.id() == id)
    }
}
