//! The fit map: which starts and sizes fit, with the request as a mark on it.
//!
//! Time to the right, nodes or terms upward; all that lies under the edge fits. A mark on the edge
//! still does.

mod allowed;
mod barrier;
mod by;
mod edge;
mod place;
mod scale;
mod sentence;
mod table;
mod view;

pub use allowed::AllowedBand;
pub use by::MapBy;
pub use place::{MapPoint, Note};
pub use scale::HEIGHT;
pub use view::FitMapView;

#[cfg(test)]
mod tests;
