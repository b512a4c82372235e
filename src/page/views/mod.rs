//! Views, a folder each; none knows another.

pub mod capacity;
pub mod data;
pub mod fit;
pub mod round;
pub mod size;
