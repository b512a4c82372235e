//! Input and output: opened files, imports, saved files, links, drafts, requests read from JSON,
//! answers and applications written as JSON and submitted, workloads and their sizes, the odds of
//! a round.

pub mod answer_json;
pub mod application_json;
pub mod applications;
mod cells;
pub mod decoding;
pub mod drafts;
pub mod fetch;
pub mod import;
pub mod known_answers;
pub mod link;
pub mod odds_json;
mod ordered_fields;
pub mod out;
pub mod plan;
pub mod request_json;
pub mod sizing_json;
pub mod submission;
pub mod workload_json;
