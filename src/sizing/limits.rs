//! What numbers of a model may be, and what is wrong with one that may not.

/// What is wrong with a number: the field, named as in `config.json`, and why.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct BadField {
    /// Path of the field.
    pub field: &'static str,
    /// Why it cannot be.
    pub why: BadWhy,
}

/// Why a number cannot be.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum BadWhy {
    /// It must be at least 1.
    Zero,
    /// It must be at most this.
    Above(u32),
    /// It must divide the field named.
    MustDivide(&'static str),
    /// It must not be more than the field named.
    MoreThan(&'static str),
}

/// The widest that any dimension may be: a hundred times today's widest.
pub const MAX_WIDTH: u32 = 1 << 21;
/// The most layers: ten times today's deepest.
pub const MAX_LAYERS: u32 = 2_000;
/// The most entries of a vocabulary: ten times today's largest.
pub const MAX_VOCAB: u32 = 1 << 22;
/// The most experts of a layer: ten times today's most.
pub const MAX_EXPERTS: u32 = 8_192;

/// Checks that a number is from 1 to `most`.
///
/// # Errors
/// The field, where it is not.
pub const fn positive(field: &'static str, value: u32, most: u32) -> Result<(), BadField> {
    match value {
        0 => Err(BadField { field, why: BadWhy::Zero }),
        _ => at_most(field, value, most),
    }
}

/// Checks that a number is at most `most`.
///
/// # Errors
/// The field, where it is not.
pub const fn at_most(field: &'static str, value: u32, most: u32) -> Result<(), BadField> {
    if value > most { Err(BadField { field, why: BadWhy::Above(most) }) } else { Ok(()) }
}

/// Checks that a number is not more than that of another field.
///
/// # Errors
/// The field, where it is.
pub const fn within(
    field: &'static str,
    value: u32,
    other: &'static str,
    most: u32,
) -> Result<(), BadField> {
    if value > most { Err(BadField { field, why: BadWhy::MoreThan(other) }) } else { Ok(()) }
}
