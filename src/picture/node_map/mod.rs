//! The node map: every node of some blocks at one hour, leaf by leaf, as plain shapes.
//!
//! [`NodeMap`] has the states of the nodes, [`MapLayout`] their positions, [`MapWindow`] the
//! visible part, [`Drawing`] its shapes, and [`NodeText`] describes a node in words. Lengths are
//! whole units, of which [`PITCH`] lie between two nodes, so that no float is printed.

mod drawing;
mod map;
mod node_text;
mod plan;
mod state;
mod window;

pub use drawing::{Drawing, Label, symbol};
pub use map::{BlockMap, NodeMap};
pub use node_text::{Caption, NodeText, captions, legend, table};
pub use plan::{MapLayout, PITCH, Rect, Spot, UNITS_PER_PIXEL};
pub use state::NodeState;
pub use window::{MapWindow, WindowStep};

#[cfg(test)]
mod tests;
