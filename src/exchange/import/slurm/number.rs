//! Numbers in Slurm's JSON: bare, as text, or as `{set, infinite, number}`.

use serde_json::Value;

/// Slurm's 32-bit marker for "without end"; the next constant is its marker for "no value".
const INFINITE: i64 = 0xFFFF_FFFF;
const NO_VALUE: i64 = 0xFFFF_FFFE;
/// Its 64-bit marker for "no value". The one for "without end" is the next number.
const NO_VALUE_64: u64 = u64::MAX - 1;

/// A number in an answer.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Number {
    /// Not set, or not readable.
    Unset,
    /// Unlimited.
    Infinite,
    /// A finite number.
    Is(i64),
}

impl Number {
    /// Parses a number in any of the three forms.
    pub(super) fn from_value(value: Option<&Value>) -> Self {
        match value {
            Some(Value::Object(fields)) => {
                let flag = |key: &str| fields.get(key).and_then(Value::as_bool);
                if flag("infinite") == Some(true) {
                    Self::Infinite
                } else if flag("set") == Some(false) {
                    Self::Unset
                } else {
                    Self::bare(fields.get("number"))
                }
            }
            other => Self::bare(other),
        }
    }

    fn bare(value: Option<&Value>) -> Self {
        let number = match value {
            Some(Value::Number(number)) if number.as_u64() == Some(NO_VALUE_64) => None,
            // Fractions of a second are cut off.
            Some(Value::Number(number)) => {
                number.as_i64().or_else(|| number.as_f64().map(|it| it as i64))
            }
            Some(Value::String(text)) => {
                if matches!(text.to_ascii_uppercase().as_str(), "UNLIMITED" | "INFINITE") {
                    return Self::Infinite;
                }
                text.trim().parse().ok()
            }
            _ => None,
        };
        match number {
            None | Some(NO_VALUE) => Self::Unset,
            // The cast of a huge float saturates at `i64::MAX`.
            Some(INFINITE | i64::MAX) => Self::Infinite,
            Some(number) => Self::Is(number),
        }
    }

    /// Returns a number above 0; a time or limit of 0 means that it is not set.
    pub(super) const fn above_0(self) -> Option<i64> {
        match self {
            Self::Is(number) if number > 0 => Some(number),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn numbers_are_read_as_every_version_writes_them() {
        for (value, wanted) in [
            (json!(1_747_752_261), Number::Is(1_747_752_261)),
            (json!("60"), Number::Is(60)),
            (json!({"set": true, "infinite": false, "number": 7}), Number::Is(7)),
            (json!({"set": false, "infinite": false, "number": 0}), Number::Unset),
            (json!({"set": true, "infinite": true, "number": 0}), Number::Infinite),
            (json!({"set": false, "infinite": true, "number": 0}), Number::Infinite),
            (json!("UNLIMITED"), Number::Infinite),
            (json!(4_294_967_295_u32), Number::Infinite),
            (json!(4_294_967_294_u32), Number::Unset),
            (json!(u64::MAX), Number::Infinite),
            (json!(u64::MAX - 1), Number::Unset),
            (json!(2_208_988_800_i64), Number::Is(2_208_988_800)),
            (json!(1.5), Number::Is(1)),
            (json!(1e300), Number::Infinite),
            (json!(null), Number::Unset),
            (json!([1]), Number::Unset),
        ] {
            assert_eq!(Number::from_value(Some(&value)), wanted, "{value}");
        }
        assert_eq!(Number::from_value(None), Number::Unset);
    }
}
