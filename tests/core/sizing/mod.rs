//! Sizing, held against what was published.
//!
//! The tables lie beside the project and are not part of it; where they are absent, the tests that
//! read them say so and pass.

pub mod answers;
mod bands;
mod checks;
mod config;
mod families;
mod flops;
mod formulas;
mod known;
mod memory;
mod peaks;
mod properties;
mod published;
mod runs;
mod serving;
mod stored;
mod table;
