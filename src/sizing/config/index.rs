//! A pasted `model.safetensors.index.json`: how many bytes all weights have, and their names.

use super::fields::ConfigFields;
use super::problem::ConfigWhy;
use super::syntax;
use crate::sizing::network::Network;
use crate::sizing::params::params;
use crate::sizing::remark::Remark;
use crate::sizing::stored::WeightStorage;
use crate::sizing::typical;
use serde_json::Value;

/// The figures of an index.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Index {
    /// Bytes of all weights.
    pub bytes: f64,
    /// Parameters, where it counts them.
    pub parameters: Option<f64>,
    /// It names experts: then how many parameters a token meets is not in it.
    pub has_experts: bool,
}

impl Index {
    /// Reads the text of an index; `None` where it is none.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::read(&syntax::value(text).ok()?)
    }

    /// Reads an index; `None` where the value is none.
    #[must_use]
    pub fn read(value: &Value) -> Option<Self> {
        let metadata = value.get("metadata")?;
        // Some write numbers as text.
        let number = |name: &str| {
            let value = metadata.get(name)?;
            let number = value.as_f64().or_else(|| value.as_str()?.parse().ok());
            number.filter(|it: &f64| (1.0..1e15).contains(it))
        };
        let names = value.get("weight_map").and_then(Value::as_object);
        let is_expert = |name: &String| name.contains(".experts.");
        Some(Self {
            bytes: number("total_size")?,
            parameters: number("total_parameters"),
            has_experts: names.is_some_and(|names| names.keys().any(is_expert)),
        })
    }

    /// The number of parameters of a model: as the index counts them, else by the bytes of its
    /// weights: those counted from the shape, times bytes of the index over bytes of the shape.
    #[must_use]
    pub fn parameters_of(&self, network: &Network, stored: Option<&WeightStorage>) -> f64 {
        let all = params(network);
        let bytes = stored.map_or(2.0 * all.total(), |stored| {
            let (rest, experts) = stored.weights(&all);
            rest + experts
        });
        self.parameters.unwrap_or(all.total() * self.bytes / bytes.max(1.0))
    }
}

/// A model of as many parameters as an index says, in 16 bits, its shape typical; `None` where the
/// fields are none of an index, a problem where it has experts.
pub(super) fn typical_of(fields: &mut ConfigFields<'_>, value: &Value) -> Option<Network> {
    let index = Index::read(value)?;
    if index.has_experts {
        fields.refuse("weight_map", ConfigWhy::IndexOfExperts);
    }
    let parameters = index.parameters.unwrap_or(index.bytes / 2.0);
    // A little less, and the rest besides, its place not known: so the count is exact.
    let Some(arch) = typical::dense(0.99 * parameters) else {
        fields.refuse("metadata", ConfigWhy::Unsupported);
        return Some(Network::new(1, 1));
    };
    let mut network = arch.network();
    let rest = (parameters - params(&network).total()).max(0.0);
    // Whole, and far below 2^63.
    network.unplaced = rest as u64;
    fields.remarks.push(Remark::Index { parameters });
    Some(network)
}
