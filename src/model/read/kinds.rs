//! JSON types of values, and the problem of a wrong one.

use serde_json::Value;

use crate::model::problem::{JsonType, ProblemKind};

pub(super) const fn wrong(wanted: JsonType, found: &Value) -> ProblemKind {
    ProblemKind::WrongKind { wanted, found: kind(found) }
}

/// Returns the type of a value.
const fn kind(value: &Value) -> JsonType {
    match value {
        Value::Null => JsonType::Null,
        Value::Bool(_) => JsonType::Flag,
        Value::Number(_) => JsonType::Number,
        Value::String(_) => JsonType::Text,
        Value::Array(_) => JsonType::List,
        Value::Object(_) => JsonType::Object,
    }
}

/// Returns the type of the JSON value that begins with this byte.
pub(super) const fn kind_of_raw(first: Option<&u8>) -> JsonType {
    match first {
        Some(b'{') => JsonType::Object,
        Some(b'[') => JsonType::List,
        Some(b'"') => JsonType::Text,
        Some(b't' | b'f') => JsonType::Flag,
        Some(b'-' | b'0'..=b'9') => JsonType::Number,
        _ => JsonType::Null,
    }
}
