//! What may be wrong with a `config.json`.

use crate::model::quoted;
use crate::sizing::limits::BadWhy;

/// The most characters of a text that are kept.
const LONGEST: usize = 60;

/// What is wrong with a `config.json`: where, and why.
#[derive(Clone, PartialEq, Debug)]
pub struct ConfigProblem {
    /// Path of the field; empty for the whole.
    pub path: String,
    /// Why.
    pub why: ConfigWhy,
    /// The text in the field, where it has one: shortened, and without hidden characters.
    pub found: Option<String>,
}

impl ConfigProblem {
    /// A problem with no text to show.
    #[must_use]
    pub const fn new(path: String, why: ConfigWhy) -> Self {
        Self { path, why, found: None }
    }

    /// The same with the text that is in the field.
    #[must_use]
    pub fn with_text(self, text: Option<&str>) -> Self {
        let found = text.map(|text| quoted(text, LONGEST));
        Self { found, ..self }
    }
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
    /// What mixes its tokens (a recurrence, a linear attention) is none that is known here.
    NotATransformer,
    /// An encoder with a decoder, or an encoder of a kind that is not known here.
    HasEncoder,
    /// A diffusion model: it makes images, not tokens.
    Diffusion,
    /// Attention over compressed or chosen blocks of tokens, for which no cost is published.
    SparseAttention,
    /// An index of weights that names experts: how many parameters a token meets is not in it.
    IndexOfExperts,
    /// The feature named by the field is not supported.
    Unsupported,
}
