//! One measurement, as each platform hands it over: a line of JSON.

use serde::{Deserialize, Serialize};

#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub struct Line {
    /// `native`, `node` or `chromium`.
    pub platform: String,
    pub load: String,
    pub work: String,
    pub request: String,
    pub by: String,
    /// Nanoseconds; bytes where the work is `memory`.
    pub median: f64,
}

impl Line {
    pub fn to_json(&self) -> String {
        serde_json::to_string(self).expect("texts and a number")
    }
}
