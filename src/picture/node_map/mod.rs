//! The node map: every node of some blocks at one hour, leaf by leaf, as plain shapes.
//!
//! [`NodeMap`] is what the nodes are, [`Plan`] where each is drawn, [`Window`] the part in sight,
//! [`Drawing`] its shapes, [`Told`] a node or a table in words. Lengths are whole units, of which
//! [`PITCH`] lie between two nodes, so that no float is printed.

mod drawing;
mod map;
mod plan;
mod state;
mod told;
mod window;

pub use drawing::{Drawing, Label, symbol};
pub use map::{BlockMap, NodeMap};
pub use plan::{Frame, PITCH, Plan, Spot, UNITS_PER_PIXEL};
pub use state::NodeState;
pub use told::{Caption, Told, captions, legend, table};
pub use window::{Step, Window};

#[cfg(test)]
mod tests;
