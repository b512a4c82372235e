//! Well-known open models: shapes from their published configurations, and published counts.

mod entry;
mod korean;
mod world;

use super::network::Network;
pub use entry::{KnownModel, PublishedCount};

/// Returns every known model: Korean ones first, then by maker and size.
pub fn all() -> impl Iterator<Item = KnownModel> {
    korean::MODELS.iter().chain(&world::MODELS).copied()
}

/// Returns a model with these layers and tables, or `None`.
///
/// If several share a shape, it is one whose count is published exactly.
#[must_use]
pub fn same(network: &Network) -> Option<KnownModel> {
    let is_same = |known: &KnownModel| {
        // The width first: it is cheap, and a network is built only if it agrees.
        known.arch.hidden == network.hidden && known.arch.network() == *network
    };
    let exact = all().filter(|known| matches!(known.published, PublishedCount::Exact(_)));
    exact.chain(all()).find(is_same)
}

/// Returns the model with this id, or `None`.
///
/// ```
/// use jari::sizing::{known, params::params};
/// let model = known::find("deepseek-v3").unwrap();
/// let params = params(&model.arch.network());
/// assert_eq!(params.total(), 671_026_419_200.0);
/// assert_eq!(params.active(), 37_552_297_472.0); // those that a token meets
/// ```
#[must_use]
pub fn find(id: &str) -> Option<KnownModel> {
    all().find(|known| known.id == id)
}
