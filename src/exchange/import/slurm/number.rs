//! Numbers as Slurm's parsers of data write them: bare, as text, or `{set, infinite, number}`.

use serde_json::Value;

/// What Slurm writes for "without end" and for "no value", in 32 bits.
const INFINITE: i64 = 0xFFFF_FFFF;
const NO_VALUE: i64 = 0xFFFF_FFFE;

/// A number of an answer.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Number {
    /// It is not set, or cannot be read.
    Unset,
    /// Without end.
    Infinite,
    /// This.
    Is(i64),
}

impl Number {
    /// The number of a value.
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
            // A time with a fraction is a whole second here.
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
            Some(INFINITE | i64::MAX) => Self::Infinite,
            Some(number) => Self::Is(number),
        }
    }

    /// The number, where it is one above 0: times and limits of 0 are not set.
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
