//! The fit map: which starts and sizes fit, with the request as a mark on it.
//!
//! Time runs to the right, nodes or terms upward; everything under the edge fits, and so does a
//! mark on the edge.

mod allowed;
mod barrier;
mod by;
mod edge;
mod point;
mod scale;
mod sentence;
mod table;
mod view;

pub use allowed::AllowedBand;
pub use by::MapBy;
pub use point::{MapPoint, Note};
pub use scale::HEIGHT;
pub use view::FitMapView;

#[cfg(test)]
mod tests;
