//! What of the page's program is loaded when it is first needed.

use crate::exchange::link::View;

/// A part of the program that is a file of its own, with all that nothing else reaches.
///
/// `page::chunks` marks each by its name, and the build fails where it marks others than these.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Chunk {
    /// What the capacity view shows below its map.
    Pictures,
    /// The fit view, and the engine that answers it.
    Fit,
    /// The size view, and the arithmetic behind it.
    Size,
    /// The round view.
    Round,
    /// The view of a reader's own file, and what makes a capacity file of other answers and tables.
    Data,
    /// What writes files to be saved.
    Save,
    /// What is wrong with a file, or with the link, in words.
    Problems,
}

impl Chunk {
    /// All of them.
    pub const ALL: [Self; 7] = [
        Self::Pictures,
        Self::Fit,
        Self::Size,
        Self::Round,
        Self::Data,
        Self::Save,
        Self::Problems,
    ];

    /// The one that belongs to a view.
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

    /// The view of which nothing can be shown without it, so that it is fetched along with the page.
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

    /// The name that marks it, and that its file has.
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
