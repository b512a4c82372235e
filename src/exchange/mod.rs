//! In and out: links, requests read from JSON, answers written as JSON.

pub mod answer_json;
pub mod application_json;
pub mod link;
pub mod request_json;
