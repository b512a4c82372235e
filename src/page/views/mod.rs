//! The views, a folder each. None knows another.

pub mod size;
