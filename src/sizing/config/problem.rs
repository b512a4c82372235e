//! What may be wrong with a `config.json`.

use crate::sizing::limits::BadWhy;

/// What is wrong with a `config.json`: where, and why.
#[derive(Clone, PartialEq, Debug)]
pub struct ConfigProblem {
    /// Path of the field; empty for the whole.
    pub path: String,
    /// Why.
    pub why: ConfigWhy,
}

/// Why a `config.json` cannot be used.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum ConfigWhy {
    /// It is longer than [`MAX_BYTES`](super::MAX_BYTES).
    TooLong,
    /// It is no JSON object.
    NotAnObject,
    /// The field is missing.
    Missing,
    /// The field must be a whole number that is not negative.
    NotANumber,
    /// The number cannot be.
    Bad(BadWhy),
    /// This kind of model is not known: give its numbers by hand, or its parameters.
    UnknownKind,
    /// State-space, linear or hybrid attention: its costs follow other formulas.
    NotATransformer,
    /// An encoder, with or without a decoder.
    HasEncoder,
    /// The feature named by the field is not supported.
    Unsupported,
}
