//! In and out: links, requests read from JSON, answers written as JSON; workloads and what they come to.

pub mod answer_json;
pub mod application_json;
pub mod link;
pub mod request_json;
pub mod sizing_json;
pub mod workload_json;
