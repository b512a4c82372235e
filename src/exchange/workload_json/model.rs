//! The model of a workload.

use serde_json::Value;

use super::error;
use super::reading::WorkloadReader;
use crate::sizing::config::{self, Config, ConfigError, ConfigProblem, Index};
use crate::sizing::network::Network;
use crate::sizing::published::compare;
use crate::sizing::remark::Remark;
use crate::sizing::stored::WeightStorage;
use crate::sizing::workload::ShapeOrigin;
use crate::sizing::{known, typical};

/// A model with its provenance, and remarks on how it was read.
pub(super) struct ModelFromJson {
    pub(super) network: Network,
    pub(super) origin: ShapeOrigin,
    pub(super) remarks: Vec<Remark>,
    pub(super) stored: Option<WeightStorage>,
}

impl ModelFromJson {
    /// Placeholder for a task that needs no model.
    pub(super) const NONE: Self = Self::new(Network::new(0, 0), ShapeOrigin::None);

    const fn new(network: Network, origin: ShapeOrigin) -> Self {
        Self { network, origin, remarks: Vec::new(), stored: None }
    }
}

/// Parses `"id"`, `{"config":{…}}`, `{"architecture":{…}}` or `{"parameters":n,"active":m}`.
pub(super) fn read(reading: &mut WorkloadReader<'_>) -> Option<ModelFromJson> {
    if let Some(name) = reading.value("model").and_then(Value::as_str) {
        let Some(known) = known::find(name) else {
            let ids: Vec<&str> = known::all().map(|known| known.id).collect();
            reading.wrong("model", &format!("unknown model; known are {}", ids.join(", ")));
            return None;
        };
        return Some(ModelFromJson::new(known.arch.network(), ShapeOrigin::Known(known.id)));
    }
    let map = reading.object("model")?;
    let mut inner = WorkloadReader::new("model.", map);
    inner.only(&["config", "architecture", "parameters", "active", "published", "index"]);
    let given: Vec<&str> = ["config", "architecture", "parameters"]
        .into_iter()
        .filter(|name| inner.value(name).is_some())
        .collect();
    let read = match given[..] {
        ["config"] => checked(from_config(&mut inner, "config", ShapeOrigin::Config), &mut inner),
        ["architecture"] => {
            checked(from_config(&mut inner, "architecture", ShapeOrigin::Architecture), &mut inner)
        }
        ["parameters"] => by_parameters(&mut inner),
        _ => {
            let problem = "must be an id, or have one of config, architecture, parameters";
            reading.wrong("model", problem);
            None
        }
    };
    reading.problems.append(&mut inner.problems);
    read
}

/// Builds a typical model of `parameters`, with `active` of them used per token if given.
fn by_parameters(inner: &mut WorkloadReader<'_>) -> Option<ModelFromJson> {
    for name in ["published", "index"] {
        if inner.value(name).is_some() {
            inner.wrong(name, "goes with config or architecture alone");
        }
    }
    let parameters = inner.needed_number("parameters");
    // With all parameters active it is a dense model.
    let active = inner.maybe_number("active").filter(|active| *active != parameters);
    let arch = match active {
        None => typical::dense(parameters),
        Some(active) => typical::experts(parameters, active),
    };
    if arch.is_none() {
        let (least, most) = typical::PARAMETERS;
        inner.wrong(
            "parameters",
            &format!("must be from {least} to {most}, and several times those active"),
        );
    }
    arch.map(|arch| ModelFromJson::new(arch.network(), ShapeOrigin::Typical))
}

/// Adds remarks if the model's count differs from `published` or `index`, if given.
fn checked(model: Option<ModelFromJson>, inner: &mut WorkloadReader<'_>) -> Option<ModelFromJson> {
    let published = inner.maybe_number("published");
    if published.is_some_and(|it| it <= 0.0) {
        inner.wrong("published", "must be more than 0");
    }
    let published = published.filter(|it| *it > 0.0);
    let index = inner.value("index").map(|value| match value {
        Value::String(text) => Index::parse(text),
        value => Index::read(value),
    });
    if index == Some(None) {
        inner.wrong("index", "must be a model.safetensors.index.json with metadata.total_size");
    }
    let mut model = model?;
    let by_index =
        index.flatten().map(|it| it.parameters_of(&model.network, model.stored.as_ref()));
    for published in [published, by_index].into_iter().flatten() {
        model.remarks.extend(compare(&model.network, published, &model.remarks));
    }
    Some(model)
}

fn from_config(
    inner: &mut WorkloadReader<'_>,
    name: &str,
    origin: ShapeOrigin,
) -> Option<ModelFromJson> {
    let mut value = inner.value(name)?.clone();
    // Hand-written numbers have the field names of the common kinds, so one of these is assumed.
    if let (ShapeOrigin::Architecture, Some(map)) = (origin, value.as_object_mut())
        && !map.contains_key("model_type")
    {
        let kind = match () {
            () if map.contains_key("kv_lora_rank") => "deepseek_v3",
            () if map.contains_key("num_experts") => "qwen3_moe",
            () if map.contains_key("num_local_experts") => "mixtral",
            () => "llama",
        };
        map.insert("model_type".to_owned(), kind.into());
    }
    // A configuration may be pasted as text.
    let read = match &value {
        Value::String(text) => config::parse(text),
        value => config::from_value(value),
    };
    match read {
        Ok(config) => {
            let Config { network, remarks, stored, .. } = config;
            Some(ModelFromJson { network, origin, remarks, stored })
        }
        Err(ConfigProblem { path, why, found }) => {
            let path = if path.is_empty() { name.to_owned() } else { format!("{name}.{path}") };
            let found = found.map(|found| [" (", &found, ")"].concat()).unwrap_or_default();
            inner.wrong(&path, &[&because(why), &*found].concat());
            None
        }
    }
}

fn because(why: ConfigError) -> String {
    match why {
        ConfigError::TooLong => format!("longer than {} bytes", config::MAX_BYTES),
        ConfigError::NotAnObject => "not a JSON object".to_owned(),
        ConfigError::Missing => "missing".to_owned(),
        ConfigError::NotANumber => "must be a whole number that is not negative".to_owned(),
        ConfigError::Bad(why) => error::number(why),
        ConfigError::UnknownKind => {
            "this kind of model is not supported; give architecture or parameters instead"
                .to_owned()
        }
        ConfigError::NotATransformer => {
            "what mixes the tokens of this kind (a recurrence, a linear \
            attention) is not known here; give parameters of a transformer that is alike instead"
                .to_owned()
        }
        ConfigError::HasEncoder => {
            "an encoder with a decoder, or of a kind that is not known here; \
            give parameters instead"
                .to_owned()
        }
        ConfigError::Diffusion => "a diffusion model makes images, not tokens; give gpu_hours \
            instead"
            .to_owned(),
        ConfigError::SparseAttention => {
            "attention over compressed or chosen blocks, whose cost is \
            not published; give parameters with those active instead"
                .to_owned()
        }
        ConfigError::IndexOfExperts => "an index does not tell how many parameters a token meets; \
            give the config beside it, or parameters and active"
            .to_owned(),
        ConfigError::Unsupported => {
            "this feature is not supported; give architecture instead".to_owned()
        }
    }
}
