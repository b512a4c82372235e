//! Problems of the fields of the size form, in words that say what to do.

use super::field::SizeField;
use crate::show::form::shortened;
use crate::sizing::config::{ConfigError, ConfigProblem};
use crate::sizing::limits::{BadField, BoundError};
use crate::sizing::typical;
use crate::words::catalogue::{Entry, size as words};
use crate::words::format::quantity;
use crate::words::lang::Lang;

/// Problem of one field.
#[derive(Clone, PartialEq, Debug)]
pub struct SizeProblem {
    /// The field.
    pub field: SizeField,
    /// Kind of problem.
    pub error: SizeFieldError,
}

/// Error of a field.
#[derive(Clone, PartialEq, Debug)]
pub enum SizeFieldError {
    /// Nothing was typed.
    Missing,
    /// Not a number.
    NotANumber(String),
    /// Not a whole number.
    NotWhole,
    /// None of the choices of the field.
    Unlisted(String),
    /// Number outside its range.
    Range {
        /// Lower bound, inclusive.
        least: f64,
        /// Upper bound, inclusive.
        most: f64,
    },
    /// No typical model has such parameters.
    NoTypicalModel,
    /// Service of a model that makes no text.
    NoText,
    /// Impossible number of the architecture.
    Arch(BadField),
    /// `config.json` that cannot be used.
    Config(ConfigProblem),
}

impl SizeProblem {
    /// Returns it in words.
    #[must_use]
    pub fn text(&self, lang: Lang) -> String {
        match &self.error {
            SizeFieldError::Missing => words::WRONG_MISSING.get(lang).to_owned(),
            SizeFieldError::NotANumber(typed) => {
                words::WRONG_NUMBER.fill(lang, &[("typed", &shortened(typed))])
            }
            SizeFieldError::Unlisted(typed) => {
                words::WRONG_CHOICE.fill(lang, &[("typed", &shortened(typed))])
            }
            SizeFieldError::NoText => words::WRONG_NO_TEXT.get(lang).to_owned(),
            SizeFieldError::NotWhole => words::WRONG_WHOLE.get(lang).to_owned(),
            SizeFieldError::Range { least, most } => {
                between(words::WRONG_RANGE, *least, *most, lang)
            }
            SizeFieldError::NoTypicalModel => {
                let (least, most) = typical::PARAMETERS;
                between(words::WRONG_PARAMETERS, least, most, lang)
            }
            SizeFieldError::Arch(bad) => number(bad.field, bad.why, lang),
            SizeFieldError::Config(problem) => config(problem, lang),
        }
    }
}

fn between(entry: Entry, least: f64, most: f64, lang: Lang) -> String {
    let [least, most] = [least, most].map(quantity::count);
    entry.fill(lang, &[("least", &least), ("most", &most)])
}

fn number(field: &str, why: BoundError, lang: Lang) -> String {
    let most = |most: u32| quantity::count(f64::from(most));
    let (entry, other) = match why {
        BoundError::Zero => (words::WRONG_ZERO, String::new()),
        BoundError::Above(above) => (words::WRONG_ABOVE, most(above)),
        BoundError::MustDivide(other) => (words::WRONG_DIVIDE, other.to_owned()),
        BoundError::MoreThan(other) => (words::WRONG_MORE_THAN, other.to_owned()),
    };
    // No text names both `other` and `most`.
    entry.fill(lang, &[("field", field), ("other", &other), ("most", &other)])
}

fn config(problem: &ConfigProblem, lang: Lang) -> String {
    let path = shortened(&problem.path);
    let field = match &problem.found {
        Some(found) => [&path, ": ", found].concat(),
        None => path,
    };
    let entry = match problem.why {
        ConfigError::TooLong => words::WRONG_CONFIG_LONG,
        ConfigError::NotAnObject => words::WRONG_CONFIG_JSON,
        ConfigError::Missing => words::WRONG_CONFIG_MISSING,
        ConfigError::NotANumber => words::WRONG_CONFIG_NUMBER,
        ConfigError::Bad(why) => return number(&field, why, lang),
        ConfigError::UnknownKind => words::WRONG_CONFIG_KIND,
        ConfigError::NotATransformer => words::WRONG_CONFIG_NO_TRANSFORMER,
        ConfigError::HasEncoder => words::WRONG_CONFIG_ENCODER,
        ConfigError::Diffusion => words::WRONG_CONFIG_DIFFUSION,
        ConfigError::SparseAttention => words::WRONG_CONFIG_SPARSE,
        ConfigError::IndexOfExperts => words::WRONG_CONFIG_INDEX,
        ConfigError::Unsupported => words::WRONG_CONFIG_FEATURE,
    };
    entry.fill(lang, &[("field", &field)])
}
