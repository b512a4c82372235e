//! In and out: files that are opened, imports, what is saved, links, drafts, requests read from JSON,
//! answers and applications written as JSON and submitted, workloads and what they come to, the odds
//! of a round.

pub mod answer_json;
pub mod application_json;
pub mod applications;
mod cells;
pub mod drafts;
pub mod fetch;
pub mod import;
pub mod known_answers;
pub mod link;
pub mod odds_json;
pub mod opened;
mod ordered_fields;
pub mod out;
pub mod plan;
pub mod request_json;
pub mod sizing_json;
pub mod submission;
pub mod workload_json;
