//! Well-known open models: shapes from their published configurations, and published counts.

mod entry;
mod korean;
mod world;

pub use entry::{Known, Published};

/// All of them: Korean ones first, then by maker and size.
pub fn all() -> impl Iterator<Item = Known> {
    korean::MODELS.iter().chain(&world::MODELS).copied()
}

/// The model with this id.
#[must_use]
pub fn find(id: &str) -> Option<Known> {
    all().find(|known| known.id == id)
}
