//! View models as plain data: forms as typed, answers, overview, sizes, rounds, comparison.

pub mod answer;
pub mod changed;
pub mod compare;
pub mod data;
pub mod elsewhere;
pub mod fee;
pub mod file_changed;
pub mod form;
pub mod glossary;
pub mod labels;
pub mod nearby;
pub mod odds;
pub mod overview;
pub mod results;
pub mod round;
pub mod size;
pub mod spoken;
