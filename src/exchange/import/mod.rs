//! Imports: answers of Slurm and Kubernetes, and tables, become capacity files.
//!
//! Everything is read from text, without a clock and within bounds: entries are slices of the text,
//! host lists are counted before a name is made, and what a capacity file cannot take is refused. What
//! cannot be known stays open: the end of a pod, of a job without a limit, of a drain. `docs/import.md`
//! tells how each is read.

mod assemble;
pub mod capacity_json;
mod cluster;
mod document;
pub mod host_list;
mod imported;
mod kind;
pub mod kubernetes;
mod model_names;
mod natural;
mod options;
mod problem;
pub mod slurm;
pub mod table;
#[cfg(test)]
mod tests;

pub use cluster::ImportedState;
pub use imported::{ImportSummary, Imported, StateCount};
pub use kind::{ImportKind, recognise};
pub use options::{HORIZON_DAYS, Options, Partial};
pub use problem::{ImportProblem, ImportWhat, Input};
