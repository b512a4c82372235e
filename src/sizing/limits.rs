//! Bounds of the numbers of a model, and the error for a number outside them.

/// A number outside its bounds: the field, named as in `config.json`, and the reason.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct BadField {
    /// Path of the field.
    pub field: &'static str,
    /// Reason for which it is refused.
    pub why: BoundError,
}

/// Reason for which a number is refused.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum BoundError {
    /// The number is 0 and must be at least 1.
    Zero,
    /// The number is above this maximum.
    Above(u32),
    /// The number must divide that of the named field.
    MustDivide(&'static str),
    /// The number is larger than that of the named field.
    MoreThan(&'static str),
}

/// Largest width of any dimension, 2,097,152. A judgement: a hundred times today's widest.
pub const MAX_WIDTH: u32 = 1 << 21;
/// Largest number of layers. A judgement: ten times today's deepest model.
pub const MAX_LAYERS: u32 = 2_000;
/// Largest vocabulary, 4,194,304 entries. A judgement: ten times today's largest.
pub const MAX_VOCAB: u32 = 1 << 22;
/// Largest number of experts in a layer. A judgement: ten times today's most.
pub const MAX_EXPERTS: u32 = 8_192;

/// Checks that `value` is between 1 and `most`, both inclusive.
///
/// # Errors
/// `field` with the reason, if `value` is 0 or above `most`.
pub const fn positive(field: &'static str, value: u32, most: u32) -> Result<(), BadField> {
    match value {
        0 => Err(BadField { field, why: BoundError::Zero }),
        _ => at_most(field, value, most),
    }
}

/// Checks that `value` is at most `most`.
///
/// # Errors
/// `field` with the reason, if `value` is above `most`.
pub const fn at_most(field: &'static str, value: u32, most: u32) -> Result<(), BadField> {
    if value > most { Err(BadField { field, why: BoundError::Above(most) }) } else { Ok(()) }
}

/// Checks that `value` is not larger than `most`, the number of the field `other`.
///
/// # Errors
/// `field` with the reason, if `value` is larger.
pub const fn within(
    field: &'static str,
    value: u32,
    other: &'static str,
    most: u32,
) -> Result<(), BadField> {
    if value > most { Err(BadField { field, why: BoundError::MoreThan(other) }) } else { Ok(()) }
}
