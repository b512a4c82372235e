//! The forms as typed, and how what was typed becomes a request or an assumed hold.
//!
//! A draft holds exactly what was typed, so that it survives a reload with its mistakes; raising
//! it gives the checked thing or every problem at once.

mod draft;
mod field;
mod hold;
mod problem;
mod typed;

pub use draft::{FormDraft, MAX_NODES, PlacementKind, TermUnit, default_draft};
pub use field::{BASIC_FIELDS, Control, MORE_FIELDS, PLACEMENT, RequestField};
pub use hold::HoldDraft;
pub use problem::{Field, FieldProblem, FieldWhat};

pub(super) use problem::shortened;
pub(super) use typed::plain;

#[cfg(test)]
mod tests;
