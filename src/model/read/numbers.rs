//! Whole numbers within bounds.

use serde_json::Value;

use super::kinds::wrong;
use crate::model::problem::{JsonType, ProblemKind};

/// Reads a whole number in `least..=most`; `8.0` is one, `8.5` is not.
pub(super) fn whole(value: &Value, least: u32, most: u32) -> Result<u32, ProblemKind> {
    // The number lies between two `u32` bounds, so the cast loses nothing.
    big(value, least.into(), most.into()).map(|number| number as u32)
}

pub(super) fn big(value: &Value, least: u64, most: u64) -> Result<u64, ProblemKind> {
    let number = match value {
        Value::Number(number) => number,
        other => return Err(wrong(JsonType::Number, other)),
    };
    let exact = match (number.as_u64(), number.as_f64()) {
        (Some(whole), _) => Some(whole),
        (None, Some(float)) if float.trunc() != float => {
            return Err(ProblemKind::NotWhole { found: number.to_string() });
        }
        // The cast is exact below 2^53; anything above is out of every allowed range anyway.
        (None, Some(float)) if (0.0..9e15).contains(&float) => Some(float as u64),
        _ => None,
    };
    match exact {
        Some(whole) if (least..=most).contains(&whole) => Ok(whole),
        _ => Err(ProblemKind::OutOfRange { found: number.to_string(), least, most }),
    }
}
