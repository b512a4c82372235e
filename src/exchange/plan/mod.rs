//! Exports of a plan: JSON lines, a CSV table, a capacity file, a list of jobs; and parsing and
//! writing of policies as text. `docs/plan.md` describes every field.

mod capacity_file;
mod csv;
mod decided;
mod jobs;
mod json;
mod policy_text;
#[cfg(test)]
mod tests;

pub use capacity_file::with_holds;
pub use csv::csv;
pub use decided::DecidedRound;
pub use jobs::jobs_csv;
pub use json::{decision_line, problem_line, totals_line};
pub use policy_text::{PolicyError, policy_text, read_policy};
