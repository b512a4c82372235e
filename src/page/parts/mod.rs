//! The node map.

mod node_map;

pub use node_map::{Asked, logo, node_map, picture_width};
