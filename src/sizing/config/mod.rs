//! Pasted Hugging Face `config.json`.
//!
//! Shapes are read as the model's own code takes them, so that counts are exact; so are the numbers
//! taken for missing fields. Families with habits of their own have readers of their own; an
//! unknown kind is read by its keys if they are those of a plain transformer, with a remark. A key
//! of an unknown kind that belongs to something else is refused: a guess would be wrong without a
//! sign of it.

mod blocks;
mod encoders;
mod experts;
mod families;
mod fields;
mod gemma;
mod heads;
mod hybrid;
mod index;
mod kinds;
mod llama;
mod plain;
mod problem;
mod quantised;
pub mod syntax;
mod towers;

use super::known::{self, KnownModel};
use super::layer::attention::{Indexer, Sight};
use super::network::{Network, OutputHead};
use super::params::params;
use super::published::is_near;
use super::remark::Remark;
use super::stored::WeightStorage;
use fields::ConfigFields;
pub use index::Index;
pub use problem::{ConfigError, ConfigProblem};
use serde_json::{Map, Value};

/// Most bytes of a pasted text: the longest published ones have 40 kB, an index of weights 3 MB.
pub const MAX_BYTES: usize = 3 * 1024 * 1024;

/// A `config.json` as it was read.
#[derive(Clone, PartialEq, Debug)]
pub struct Config {
    /// The model.
    pub network: Network,
    /// Its `model_type`.
    pub model_type: String,
    /// Storage of its weights, if the file gives it.
    pub stored: Option<WeightStorage>,
    /// Remarks on how it was read, for the user.
    pub remarks: Vec<Remark>,
}

/// Most fields of a file that is cut down. A judgement: each of them is tried with a whole reading.
const MOST_NAMES: usize = 2_000;
/// Names of the part of a configuration that describes text.
const TEXT_PARTS: [&str; 3] = ["text_config", "llm_config", "language_config"];
/// Other parts whose fields are read.
const OTHER_PARTS: [&str; 3] = ["vision_config", "audio_config", "quantization_config"];

/// Reads a `config.json`.
///
/// ```
/// use jari::sizing::{config, params::params};
/// let llama = config::parse(r#"{"model_type":"llama","hidden_size":4096,"vocab_size":128256,
///   "intermediate_size":14336,"num_hidden_layers":32,"num_attention_heads":32,
///   "num_key_value_heads":8,"tie_word_embeddings":false}"#).unwrap();
/// assert_eq!(params(&llama.network).total(), 8_030_261_248.0);
/// let problem = config::parse(r#"{"hidden_size":4096}"#).unwrap_err();
/// assert_eq!((problem.path.as_str(), problem.why), ("model_type", config::ConfigError::Missing));
/// ```
///
/// # Errors
/// The first problem found.
pub fn parse(text: &str) -> Result<Config, ConfigProblem> {
    from_value(&value_of(text)?)
}

/// Parses a text that is not too long.
fn value_of(text: &str) -> Result<Value, ConfigProblem> {
    let whole = |why| ConfigProblem::new(String::new(), why);
    if text.len() > MAX_BYTES {
        return Err(whole(ConfigError::TooLong));
    }
    syntax::value(text).map_err(|_| whole(ConfigError::NotAnObject))
}

/// Returns the same `config.json` reduced to the fields that its reading depends on.
///
/// Returns `None` if it cannot be read, or has too many fields to try each of them. A field is left
/// out if the reading is the same without it, so no list of names is needed. For n fields this
/// takes n readings.
#[must_use]
pub fn essential(text: &str) -> Option<String> {
    let mut value = value_of(text).ok()?;
    let config = from_value(&value).ok()?;
    let parts = TEXT_PARTS.into_iter().chain(OTHER_PARTS).map(Some);
    let paths: Vec<Option<&str>> = [None].into_iter().chain(parts).collect();
    let mut tried = 0;
    for path in &paths {
        tried += object(&mut value, *path).map_or(0, |map| map.len());
    }
    if tried > MOST_NAMES {
        return None;
    }
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

/// Returns the object at the root, or the one called `name` in it.
fn object<'a>(value: &'a mut Value, name: Option<&str>) -> Option<&'a mut Map<String, Value>> {
    match name {
        None => value.as_object_mut(),
        Some(name) => value.get_mut(name)?.as_object_mut(),
    }
}

/// Reads a `config.json` that is already parsed.
///
/// # Errors
/// The first problem found.
pub fn from_value(value: &Value) -> Result<Config, ConfigProblem> {
    let Some(map) = value.as_object() else {
        return Err(ConfigProblem::new(String::new(), ConfigError::NotAnObject));
    };
    let mut outer = ConfigFields::new("", map);
    if map.get("model_type").is_none()
        && let Some(network) = index::typical_of(&mut outer, value)
    {
        let ConfigFields { problem, remarks, .. } = outer;
        let config = Config { network, model_type: String::new(), stored: None, remarks };
        return problem.map_or(Ok(config), Err);
    }
    let part = TEXT_PARTS.into_iter().find_map(|name| outer.inner(name));
    let is_part = part.is_some();
    let fields = part.unwrap_or_else(|| ConfigFields::new("", map));
    // Some text parts leave their kind to the whole file.
    let kind = fields.text("model_type").filter(|kind| !kind.is_empty());
    let kind = kind.or_else(|| outer.text("model_type")).unwrap_or_default();
    if let Some(problem) = refused(kind, &fields) {
        return Err(problem);
    }
    let mut fields = fields.with(kinds::defaults(kind, is_part));
    let mut network = network(kinds::plain_name(kind), &mut fields)?;
    // Some text parts leave shared tables to the whole file too.
    if let (true, None, Some(tied)) = (
        is_part,
        fields.value("tie_word_embeddings"),
        outer.value("tie_word_embeddings").and_then(Value::as_bool),
    ) {
        network.head = if tied { OutputHead::Tied } else { OutputHead::Separate };
    }
    heads::set(&mut network, &mut outer);
    towers::count(&mut network, &mut outer);
    let stored = quantised::read(&mut outer, &mut fields, network.depth());
    further_tokens(&network, &mut fields);
    windows_off(&mut network, &mut fields);
    if let Some(problem) = fields.problem.take().or(outer.problem.take()) {
        return Err(problem);
    }
    network
        .check()
        .map_err(|bad| ConfigProblem::new(fields.path(bad.field), ConfigError::Bad(bad.why)))?;
    let mut remarks = fields.remarks;
    remarks.append(&mut outer.remarks);
    if let Some(KnownModel { id, name, published, .. }) = known::same(&network) {
        remarks.push(Remark::Card { id, name, published: published.count() });
    }
    let counted = params(&network).total();
    if let Some(published) = kinds::published(kinds::plain_name(kind))
        && !is_near(counted, published)
    {
        remarks.push(Remark::UnlikePublished { published, counted });
    }
    Ok(Config { network, model_type: kind.to_owned(), stored, remarks })
}

/// Returns the problem for which a configuration is refused as a whole, if any.
fn refused(kind: &str, fields: &ConfigFields<'_>) -> Option<ConfigProblem> {
    let problem =
        |name, why| Some(ConfigProblem::new(fields.path(name), why).with_text(fields.text(name)));
    if fields.value("_class_name").is_some() && kind.is_empty() {
        return problem("_class_name", ConfigError::Diffusion);
    }
    for name in ["compress_ratios", "sparse_attention_config"] {
        if fields.value(name).is_some() {
            return problem(name, ConfigError::SparseAttention);
        }
    }
    if kind.is_empty() {
        return problem("model_type", ConfigError::Missing);
    }
    Some(of_kind(kind, fields, kinds::refused(kind)?))
}

/// Builds the problem of a kind of model that cannot be used.
///
/// The kind is quoted from `kind`, as it may be given in the whole file and not in the text part.
fn of_kind(kind: &str, fields: &ConfigFields<'_>, why: ConfigError) -> ConfigProblem {
    ConfigProblem::new(fields.path("model_type"), why).with_text(Some(kind))
}

/// Reads the model of this kind, with the head of one that makes text.
fn network(kind: &str, fields: &mut ConfigFields<'_>) -> Result<Network, ConfigProblem> {
    let unknown = of_kind(kind, fields, ConfigError::UnknownKind);
    let own = hybrid::read(kind, fields).or_else(|| encoders::read(kind, fields));
    let own = own.or_else(|| match kind {
        "gemma4" => Some(gemma::gemma4(fields)),
        "nemotron-nas" => Some(blocks::blocks(fields)),
        _ => None,
    });
    if let Some(network) = own {
        return Ok(network);
    }
    let arch = families::read(kind, fields).or_else(|| plain::read(kind, fields));
    let Some(mut arch) = arch else { return Err(unknown) };
    fields.windows(&mut arch);
    if let Some(problem) = fields.problem.take() {
        return Err(problem);
    }
    arch.check()
        .map_err(|bad| ConfigProblem::new(fields.path(bad.field), ConfigError::Bad(bad.why)))?;
    let mut network = arch.network();
    if let Some(tokens) = fields.maybe(&["index_topk"]) {
        let [heads, width] = ["index_n_heads", "index_head_dim"].map(|name| fields.number(&[name]));
        let indexer = Indexer { heads, width, tokens };
        network.change_attention(|attention| attention.sight = Sight::Indexed(indexer));
        fields.remarks.push(Remark::SparseAttention { tokens });
    }
    Ok(network)
}

/// Adds a remark with the number of modules for further tokens in the file, and their parameters.
fn further_tokens(network: &Network, fields: &mut ConfigFields<'_>) {
    let names = &["num_nextn_predict_layers", "mtp_num_hidden_layers", "num_mtp_modules"];
    let Some(modules) = fields.maybe(names).filter(|count| (1..=16).contains(count)) else {
        return;
    };
    let parameters = params(&Network { mtp: modules, ..network.clone() }).mtp;
    fields.remarks.push(Remark::FurtherTokens { modules, parameters });
}

/// Removes windows that are switched off, or longer than any text that the model reads, with a
/// remark.
fn windows_off(network: &mut Network, fields: &mut ConfigFields<'_>) {
    let Some(tokens) = fields.maybe(&["sliding_window"]) else { return };
    let has_windows = network.layers.iter().any(|alike| {
        alike.layer.mixer.attention().is_some_and(|it| matches!(it.sight, Sight::Window(_)))
    });
    let longest = fields.maybe(&["max_position_embeddings"]).unwrap_or(u32::MAX);
    if !has_windows || tokens >= longest {
        network.change_attention(|attention| {
            if matches!(attention.sight, Sight::Window(_)) {
                attention.sight = Sight::Earlier;
            }
        });
        fields.remarks.push(Remark::WindowOff { tokens });
    }
}
