//! Parts of the page's program that are loaded on demand.

use crate::exchange::link::View;

/// Part of the program in a file of its own, with the code that nothing else reaches.
///
/// `page::chunks` marks each by its name, and the build fails if it marks any others.
///
/// ```
/// use jari::{exchange::link::View, session::Chunk};
/// assert_eq!(Chunk::for_view(View::Capacity), Chunk::Pictures);
/// // The map is there without its pictures; the fit view is nothing without its engine.
/// assert_eq!(Chunk::Pictures.opens(), None);
/// assert_eq!(Chunk::Fit.opens(), Some(View::Fit));
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Chunk {
    /// Content of the capacity view below its map.
    Pictures,
    /// Fit view, and the engine that answers it.
    Fit,
    /// Size view, and the arithmetic behind it.
    Size,
    /// Round view.
    Round,
    /// View of a reader's own file, and the importers that turn scheduler answers and tables into a
    /// capacity file.
    Data,
    /// Writers of files to save.
    Save,
    /// Texts for problems of a file or a link.
    Problems,
}

impl Chunk {
    /// All chunks.
    pub const ALL: [Self; 7] = [
        Self::Pictures,
        Self::Fit,
        Self::Size,
        Self::Round,
        Self::Data,
        Self::Save,
        Self::Problems,
    ];

    /// Returns the chunk that belongs to a view.
    #[must_use]
    pub const fn for_view(view: View) -> Self {
        match view {
            View::Capacity => Self::Pictures,
            View::Fit => Self::Fit,
            View::Size => Self::Size,
            View::Round => Self::Round,
            View::Data => Self::Data,
        }
    }

    /// Returns the view that cannot be shown without this chunk, so that the chunk is fetched along
    /// with the page.
    #[must_use]
    pub const fn opens(self) -> Option<View> {
        match self {
            Self::Pictures | Self::Save | Self::Problems => None,
            Self::Fit => Some(View::Fit),
            Self::Size => Some(View::Size),
            Self::Round => Some(View::Round),
            Self::Data => Some(View::Data),
        }
    }

    /// Returns the name that marks the chunk and is part of its file name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Pictures => "pictures",
            Self::Fit => View::Fit.id(),
            Self::Size => View::Size.id(),
            Self::Round => View::Round.id(),
            Self::Data => View::Data.id(),
            Self::Save => "save",
            Self::Problems => "problems",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn each_is_listed_once_by_its_own_name_and_belongs_to_the_view_that_it_opens() {
        let names: BTreeSet<&str> = Chunk::ALL.into_iter().map(Chunk::name).collect();
        assert_eq!(names.len(), Chunk::ALL.len());
        for view in View::ALL {
            assert!(Chunk::ALL.contains(&Chunk::for_view(view)));
        }
        for chunk in Chunk::ALL {
            assert!(chunk.opens().is_none_or(|view| Chunk::for_view(view) == chunk), "{chunk:?}");
        }
    }
}
