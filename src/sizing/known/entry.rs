//! Entry of the list of known models.

use crate::sizing::arch::Arch;

/// A model in the list.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct KnownModel {
    /// Id in files and links.
    pub id: &'static str,
    /// Name, as its makers write it.
    pub name: &'static str,
    /// Maker.
    pub maker: &'static str,
    /// `true` if it was made in Korea.
    pub korean: bool,
    /// Its shape.
    pub arch: Arch,
    /// Published parameters: of the weights file, or as the model card rounds them.
    pub published: PublishedCount,
    /// Source of shape and count.
    pub source: &'static str,
}

/// A published count of parameters.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum PublishedCount {
    /// Exact count.
    Exact(u64),
    /// Rounded count.
    About(f64),
}

impl PublishedCount {
    /// Returns the count.
    #[must_use]
    pub const fn count(self) -> f64 {
        match self {
            Self::Exact(count) => count as f64,
            Self::About(count) => count,
        }
    }
}

/// Builds an entry that is not marked as Korean.
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
