//! A pasted Hugging Face `config.json`.
//!
//! Shapes are read as the model's own code takes them, so that counts are exact. A kind that is
//! not known is refused: a guess would be wrong without a sign of it.

mod experts;
mod families;
mod fields;
mod llama;
mod problem;

use super::arch::Arch;
use fields::Fields;
pub use problem::{ConfigProblem, ConfigWhy};
use serde_json::Value;

/// The most bytes of a pasted text: the longest published ones have 20 kB.
pub const MAX_BYTES: usize = 256 * 1024;

/// What a `config.json` says.
#[derive(Clone, PartialEq, Debug)]
pub struct Config {
    /// The shape.
    pub arch: Arch,
    /// Its `model_type`.
    pub model_type: String,
    /// Whether it is the text part of a model that sees or hears too: the rest is not counted.
    pub text_part: bool,
}

/// Reads a `config.json`.
///
/// # Errors
/// The first thing that is wrong.
pub fn parse(text: &str) -> Result<Config, ConfigProblem> {
    let whole = |why| ConfigProblem { path: String::new(), why };
    if text.len() > MAX_BYTES {
        return Err(whole(ConfigWhy::TooLong));
    }
    let value: Value = serde_json::from_str(text).map_err(|_| whole(ConfigWhy::NotAnObject))?;
    from_value(&value)
}

/// The same `config.json` with only what its shape follows from; `None` where it has none.
///
/// A field without which the reading is the same is left out, so nothing has to know their names.
#[must_use]
pub fn essential(text: &str) -> Option<String> {
    let config = parse(text).ok()?;
    let mut value: Value = serde_json::from_str(text).ok()?;
    let paths = [None, Some("text_config"), Some("llm_config"), Some("language_config")];
    for path in paths {
        let names: Vec<String> = match object(&mut value, path) {
            Some(map) => map.keys().cloned().collect(),
            None => continue,
        };
        for name in names {
            let Some((name, kept)) =
                object(&mut value, path).and_then(|map| map.remove_entry(&name))
            else {
                continue;
            };
            if from_value(&value).as_ref() != Ok(&config)
                && let Some(map) = object(&mut value, path)
            {
                map.insert(name, kept);
            }
        }
    }
    serde_json::to_string(&value).ok()
}

/// The object at the root, or the one of this name in it.
fn object<'a>(
    value: &'a mut Value,
    name: Option<&str>,
) -> Option<&'a mut serde_json::Map<String, Value>> {
    match name {
        None => value.as_object_mut(),
        Some(name) => value.get_mut(name)?.as_object_mut(),
    }
}

/// Reads a `config.json` that is a value already.
///
/// # Errors
/// The first thing that is wrong.
pub fn from_value(value: &Value) -> Result<Config, ConfigProblem> {
    let Some(outer) = value.as_object() else {
        return Err(ConfigProblem { path: String::new(), why: ConfigWhy::NotAnObject });
    };
    let text_part = ["text_config", "llm_config", "language_config"]
        .into_iter()
        .find_map(|name| Some((name, outer.get(name)?.as_object()?)));
    let (prefix, map) = text_part.unwrap_or(("", outer));
    let mut fields = Fields::new(prefix, map);
    // Some text parts leave their kind to the whole.
    let kind = fields.text("model_type");
    let kind = kind.or_else(|| outer.get("model_type").and_then(Value::as_str)).unwrap_or_default();
    let problem = |why| ConfigProblem { path: fields.path("model_type"), why };
    match kind {
        "" => return Err(problem(ConfigWhy::Missing)),
        _ if families::NOT_TRANSFORMERS.contains(&kind) => {
            return Err(problem(ConfigWhy::NotATransformer));
        }
        _ if families::ENCODERS.contains(&kind) => return Err(problem(ConfigWhy::HasEncoder)),
        _ => {}
    }
    let model_type = kind.to_owned();
    let Some(mut arch) = families::read(kind, &mut fields) else {
        return Err(ConfigProblem { path: fields.path("model_type"), why: ConfigWhy::UnknownKind });
    };
    fields.windows(&mut arch);
    if let Some(problem) = fields.problem {
        return Err(problem);
    }
    arch.check().map_err(|bad| ConfigProblem {
        path: Fields::new(prefix, map).path(bad.field),
        why: ConfigWhy::Bad(bad.why),
    })?;
    Ok(Config { arch, model_type, text_part: text_part.is_some() })
}
