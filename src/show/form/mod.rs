//! The forms as typed, and their parsing into a request or an assumed hold.
//!
//! A draft holds exactly what was typed, so that it survives a reload with its mistakes; parsing
//! it gives the checked value or every problem at once.

mod changes;
mod choices;
mod count;
mod draft;
mod field;
mod gpus;
mod hold;
mod other_count;
mod placement;
mod problem;
mod remedy;
mod spelled;
mod term;
mod typed;

pub use count::{CountUnit, MAX_NODES};
pub use draft::{FormDraft, default_draft};
pub use field::{BASIC_FIELDS, Control, Field, FieldInLink, MORE_FIELDS};
pub use hold::HoldDraft;
pub use placement::PlacementKind;
pub use problem::{FieldError, FieldProblem, shortened};
pub use remedy::Remedy;
pub use term::TermUnit;
pub use typed::{date_shown, has_separators, is_day, read_date, read_decimal, read_whole};

pub(super) use typed::{plain, read_count, read_node_hours, read_rank};

#[cfg(test)]
mod tests;
