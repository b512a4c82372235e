//! Every word of the page in both languages, by view.
//!
//! An entry is a constant, so that an unused one costs nothing and a missing one does not
//! compile. Numbers, dates and counts are filled in as [`super::format`] writes them, with their
//! unit: `{nodes}` becomes `노드 32대` or `32 nodes`. A placeholder for a name is never followed
//! by a Korean particle that depends on the last sound.

#[macro_use]
mod entry;

pub mod applications;
pub mod capacity;
pub mod changes;
pub mod compare;
pub mod data;
pub mod drafts;
pub mod elsewhere;
pub mod embed;
pub mod exported;
pub mod feed;
pub mod file_problems;
pub mod fit;
pub mod glossary;
pub mod handover;
pub mod holds;
pub mod import;
pub mod odds;
pub mod page;
pub mod pictures;
pub mod plan_csv;
pub mod plan_table;
pub mod problems;
pub mod programme;
pub mod refusal;
pub mod round;
pub mod size;
pub mod size_read;
pub mod size_steps;
pub mod submit;
pub mod units;
pub mod why;

pub use entry::Entry;

/// Every part with its entries.
pub const PARTS: &[(&str, &[(&str, &Entry)])] = &[
    ("applications", applications::ALL),
    ("capacity", capacity::ALL),
    ("changes", changes::ALL),
    ("compare", compare::ALL),
    ("data", data::ALL),
    ("drafts", drafts::ALL),
    ("elsewhere", elsewhere::ALL),
    ("embed", embed::ALL),
    ("exported", exported::ALL),
    ("feed", feed::ALL),
    ("file_problems", file_problems::ALL),
    ("fit", fit::ALL),
    ("glossary", glossary::ALL),
    ("handover", handover::ALL),
    ("holds", holds::ALL),
    ("import", import::ALL),
    ("odds", odds::ALL),
    ("page", page::ALL),
    ("pictures", pictures::ALL),
    ("plan_csv", plan_csv::ALL),
    ("plan_table", plan_table::ALL),
    ("problems", problems::ALL),
    ("programme", programme::ALL),
    ("refusal", refusal::ALL),
    ("round", round::ALL),
    ("size", size::ALL),
    ("size_read", size_read::ALL),
    ("size_steps", size_steps::ALL),
    ("submit", submit::ALL),
    ("units", units::ALL),
    ("why", why::ALL),
];

#[cfg(test)]
mod tests;
