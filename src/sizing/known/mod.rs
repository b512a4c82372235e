//! Well-known open models: shapes from their published configurations, and published counts.

mod entry;
mod korean;
mod world;

use super::network::Network;
pub use entry::{KnownModel, PublishedCount};

/// All of them: Korean ones first, then by maker and size.
pub fn all() -> impl Iterator<Item = KnownModel> {
    korean::MODELS.iter().chain(&world::MODELS).copied()
}

/// A model with these layers and tables: the one whose count is published to the unit, where some
/// share a shape.
#[must_use]
pub fn same(network: &Network) -> Option<KnownModel> {
    let is_same = |known: &KnownModel| {
        known.arch.hidden == network.hidden && known.arch.network() == *network
    };
    let exact = all().filter(|known| matches!(known.published, PublishedCount::Exact(_)));
    exact.chain(all()).find(is_same)
}

/// The model with this id.
#[must_use]
pub fn find(id: &str) -> Option<KnownModel> {
    all().find(|known| known.id == id)
}
