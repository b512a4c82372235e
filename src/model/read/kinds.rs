//! Kinds of values, and values of another kind than is needed.

use serde_json::Value;

use crate::model::problem::{Kind, What};

pub(super) const fn wrong(wanted: Kind, found: &Value) -> What {
    What::WrongKind { wanted, found: kind(found) }
}

/// The kind of a value.
const fn kind(value: &Value) -> Kind {
    match value {
        Value::Null => Kind::Null,
        Value::Bool(_) => Kind::Flag,
        Value::Number(_) => Kind::Number,
        Value::String(_) => Kind::Text,
        Value::Array(_) => Kind::List,
        Value::Object(_) => Kind::Object,
    }
}

/// The kind of the value that begins with this byte.
pub(super) const fn kind_of_raw(first: Option<&u8>) -> Kind {
    match first {
        Some(b'{') => Kind::Object,
        Some(b'[') => Kind::List,
        Some(b'"') => Kind::Text,
        Some(b't' | b'f') => Kind::Flag,
        Some(b'-' | b'0'..=b'9') => Kind::Number,
        _ => Kind::Null,
    }
}
