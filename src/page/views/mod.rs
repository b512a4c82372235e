//! The views, a folder each. None knows another.

pub mod capacity;
pub mod data;
pub mod fit;
pub mod round;
pub mod size;
