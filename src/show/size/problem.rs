//! Problems of the fields of the size form, in words that say what to do.

use super::field::SizeField;
use crate::show::form::shortened;
use crate::sizing::config::{ConfigProblem, ConfigWhy};
use crate::sizing::limits::{BadField, BadWhy};
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
    pub what: SizeWhat,
}

/// Kind of problem of a field.
#[derive(Clone, PartialEq, Debug)]
pub enum SizeWhat {
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
        match &self.what {
            SizeWhat::Missing => words::WRONG_MISSING.get(lang).to_owned(),
            SizeWhat::NotANumber(typed) => {
                words::WRONG_NUMBER.fill(lang, &[("typed", &shortened(typed))])
            }
            SizeWhat::Unlisted(typed) => {
                words::WRONG_CHOICE.fill(lang, &[("typed", &shortened(typed))])
            }
            SizeWhat::NoText => words::WRONG_NO_TEXT.get(lang).to_owned(),
            SizeWhat::NotWhole => words::WRONG_WHOLE.get(lang).to_owned(),
            SizeWhat::Range { least, most } => between(words::WRONG_RANGE, *least, *most, lang),
            SizeWhat::NoTypicalModel => {
                let (least, most) = typical::PARAMETERS;
                between(words::WRONG_PARAMETERS, least, most, lang)
            }
            SizeWhat::Arch(bad) => number(bad.field, bad.why, lang),
            SizeWhat::Config(problem) => config(problem, lang),
        }
    }
}

fn between(entry: Entry, least: f64, most: f64, lang: Lang) -> String {
    let [least, most] = [least, most].map(quantity::count);
    entry.fill(lang, &[("least", &least), ("most", &most)])
}

fn number(field: &str, why: BadWhy, lang: Lang) -> String {
    let most = |most: u32| quantity::count(f64::from(most));
    let (entry, other) = match why {
        BadWhy::Zero => (words::WRONG_ZERO, String::new()),
        BadWhy::Above(above) => (words::WRONG_ABOVE, most(above)),
        BadWhy::MustDivide(other) => (words::WRONG_DIVIDE, other.to_owned()),
        BadWhy::MoreThan(other) => (words::WRONG_MORE_THAN, other.to_owned()),
    };
    entry.fill(lang, &[("field", field), ("other", &other), ("most", &other)])
}

fn config(problem: &ConfigProblem, lang: Lang) -> String {
    let path = shortened(&problem.path);
    let field = match &problem.found {
        Some(found) => [&path, ": ", found].concat(),
        None => path,
    };
    let entry = match problem.why {
        ConfigWhy::TooLong => words::WRONG_CONFIG_LONG,
        ConfigWhy::NotAnObject => words::WRONG_CONFIG_JSON,
        ConfigWhy::Missing => words::WRONG_CONFIG_MISSING,
        ConfigWhy::NotANumber => words::WRONG_CONFIG_NUMBER,
        ConfigWhy::Bad(why) => return number(&field, why, lang),
        ConfigWhy::UnknownKind => words::WRONG_CONFIG_KIND,
        ConfigWhy::NotATransformer => words::WRONG_CONFIG_NO_TRANSFORMER,
        ConfigWhy::HasEncoder => words::WRONG_CONFIG_ENCODER,
        ConfigWhy::Diffusion => words::WRONG_CONFIG_DIFFUSION,
        ConfigWhy::SparseAttention => words::WRONG_CONFIG_SPARSE,
        ConfigWhy::IndexOfExperts => words::WRONG_CONFIG_INDEX,
        ConfigWhy::Unsupported => words::WRONG_CONFIG_FEATURE,
    };
    entry.fill(lang, &[("field", &field)])
}
