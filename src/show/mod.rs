//! Answers as words, numbers and shapes, in both languages of the page.

pub mod answer;
pub mod catalogue;
pub mod changed;
pub mod compare;
pub mod elsewhere;
pub mod fact;
pub mod fee;
pub mod fit_map;
pub mod form;
pub mod format;
pub mod free_chart;
pub mod lanes;
pub mod lang;
pub mod names;
pub mod nearby;
pub mod node_map;
pub mod overview;
pub mod problem;
pub mod programme;
pub mod purchases;
pub mod round;
pub mod size;
pub mod source;
pub mod svg_path;
pub mod table;
pub mod time_axis;
pub mod why;

pub use lang::Lang;
