//! An entry of the list.

use crate::sizing::arch::Arch;

/// A model that the list knows.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct KnownModel {
    /// Id in files and links.
    pub id: &'static str,
    /// Name, as its makers write it.
    pub name: &'static str,
    /// Who made it.
    pub maker: &'static str,
    /// Whether it was made in Korea.
    pub korean: bool,
    /// Its shape.
    pub arch: Arch,
    /// Parameters as published: of the weights file, or as the model card rounds them.
    pub published: PublishedCount,
    /// Where shape and count were published.
    pub source: &'static str,
}

/// A published count of parameters.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum PublishedCount {
    /// To the unit.
    Exact(u64),
    /// Rounded.
    About(f64),
}

impl PublishedCount {
    /// The count.
    #[must_use]
    pub const fn count(self) -> f64 {
        match self {
            Self::Exact(count) => count as f64,
            Self::About(count) => count,
        }
    }
}

/// Makes an entry; the maker decides whether it is Korean.
pub(super) const fn known(
    id: &'static str,
    name: &'static str,
    maker: &'static str,
    arch: Arch,
    published: PublishedCount,
    source: &'static str,
) -> KnownModel {
    KnownModel { id, name, maker, korean: false, arch, published, source }
}
