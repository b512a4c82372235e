//! Problems of a `config.json`.

use crate::model::quoted;
use crate::sizing::limits::BoundError;

/// Most characters of a quoted text. A judgement: enough to recognise it in one line.
const LONGEST: usize = 60;

/// Problem of a `config.json`: its path and its reason.
#[derive(Clone, PartialEq, Debug)]
pub struct ConfigProblem {
    /// Path of the field; empty for the whole file.
    pub path: String,
    /// Reason.
    pub why: ConfigError,
    /// Text in the field, if it has one: shortened, and without hidden characters.
    pub found: Option<String>,
}

impl ConfigProblem {
    /// Builds a problem without a text to show.
    #[must_use]
    pub const fn new(path: String, why: ConfigError) -> Self {
        Self { path, why, found: None }
    }

    /// Returns the same problem with the text of the field.
    #[must_use]
    pub fn with_text(self, text: Option<&str>) -> Self {
        let found = text.map(|text| quoted(text, LONGEST));
        Self { found, ..self }
    }
}

/// Reason for which a `config.json` cannot be used.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum ConfigError {
    /// The text is longer than [`MAX_BYTES`](super::MAX_BYTES).
    TooLong,
    /// The text is not a JSON object.
    NotAnObject,
    /// The field is missing.
    Missing,
    /// The field must be a whole number that is not negative.
    NotANumber,
    /// The number is outside its bounds.
    Bad(BoundError),
    /// An unknown kind of model: give its numbers by hand, or its parameters.
    UnknownKind,
    /// A mixer of tokens (a recurrence, a linear attention) that is unknown here.
    NotATransformer,
    /// An encoder with a decoder, or an encoder of an unknown kind.
    HasEncoder,
    /// A diffusion model: it makes images, not tokens.
    Diffusion,
    /// Attention over compressed or chosen blocks of tokens, for which no cost is published.
    SparseAttention,
    /// An index of weights that names experts: the number of parameters that a token meets is not
    /// in it.
    IndexOfExperts,
    /// The feature named by the field is not supported.
    Unsupported,
}
