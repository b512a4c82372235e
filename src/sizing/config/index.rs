//! Pasted `model.safetensors.index.json`: bytes of all weights, and their names.

use super::fields::ConfigFields;
use super::problem::ConfigError;
use super::syntax;
use crate::sizing::network::Network;
use crate::sizing::params::params;
use crate::sizing::remark::Remark;
use crate::sizing::stored::WeightStorage;
use crate::sizing::typical;
use serde_json::Value;

/// Figures of an index.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Index {
    /// Bytes of all weights.
    pub bytes: f64,
    /// Parameters, if the index counts them.
    pub parameters: Option<f64>,
    /// `true` if it names experts; the number of parameters that a token meets is then not in it.
    pub has_experts: bool,
}

impl Index {
    /// Reads the text of an index, or returns `None` if it is none.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::read(&syntax::value(text).ok()?)
    }

    /// Reads an index from a value, or returns `None` if it is none.
    #[must_use]
    pub fn read(value: &Value) -> Option<Self> {
        let metadata = value.get("metadata")?;
        // Some tools write numbers as text.
        let number = |name: &str| {
            let value = metadata.get(name)?;
            let number = value.as_f64().or_else(|| value.as_str()?.parse().ok());
            // A judgement: beyond this range it is no count of bytes or parameters.
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

    /// Returns the number of parameters of a model: as the index counts them, else by bytes.
    ///
    /// By bytes, it is the count from the shape times bytes of the index over bytes of the shape.
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

/// Returns a model with as many parameters as an index gives, in 16 bits and with a typical shape.
///
/// Returns `None` if the fields are not those of an index. An index with experts is recorded as a
/// problem.
pub(super) fn typical_of(fields: &mut ConfigFields<'_>, value: &Value) -> Option<Network> {
    let index = Index::read(value)?;
    if index.has_experts {
        fields.refuse("weight_map", ConfigError::IndexOfExperts);
    }
    let parameters = index.parameters.unwrap_or(index.bytes / 2.0);
    // The typical shape gets 1 % less, and the rest is added without a position, so that the count
    // is exact.
    let Some(arch) = typical::dense(0.99 * parameters) else {
        fields.refuse("metadata", ConfigError::Unsupported);
        // Never used: the problem ends the reading.
        return Some(Network::new(1, 1));
    };
    let mut network = arch.network();
    let rest = (parameters - params(&network).total()).max(0.0);
    // The cast is exact: a whole number far below 2^63.
    network.unplaced = rest as u64;
    fields.remarks.push(Remark::Index { parameters });
    Some(network)
}
