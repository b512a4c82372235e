//! Imports: conversion of Slurm and Kubernetes answers and of tables into capacity files.
//!
//! Everything is read from text, without a clock and within bounds: entries are slices of the
//! text, host lists are counted before a name is built, and what a capacity file cannot take is
//! refused. Unknown times stay open: the end of a pod, of a job without a limit, of a drain.
//! `docs/import.md` describes how each format is read.

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
pub use options::{HORIZON_DAYS, ImportOptions, Partial};
pub use problem::{ImportError, ImportProblem, Input};
