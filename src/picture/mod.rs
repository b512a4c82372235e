//! Pictures as plain geometry, with their labels and data tables of the same content.

pub mod bars;
pub mod display_list;
pub mod finger;
pub mod fit_map;
pub mod free_chart;
pub mod icon_array;
pub mod lanes;
pub mod node_map;
pub mod placed_path;
pub mod plan;
pub mod programme;
pub mod ranking;
pub mod size_curve;
pub mod svg_path;
pub mod time_axis;
