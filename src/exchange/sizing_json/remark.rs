//! Remarks from reading a model, as JSON.

use serde::Serialize;

use super::figure::digits;
use crate::sizing::remark::{Remark, Tower};

/// A remark: its kind, and the field, part or figure that it concerns.
#[derive(Serialize, Default)]
pub(super) struct Remarked {
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    field: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    model_type: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    model: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    cause: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    precision: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    method: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    figure: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    parameters: Option<f64>,
}

pub(super) fn remark(remark: &Remark) -> Remarked {
    let with = |kind, figure: u32| Remarked {
        kind,
        figure: Some(f64::from(figure)),
        ..Remarked::default()
    };
    match remark {
        Remark::ReadAsPlain { kind } => Remarked {
            kind: "read_as_plain",
            model_type: Some(kind.clone()),
            ..Remarked::default()
        },
        Remark::Assumed { field, value } => {
            Remarked { field: Some(field), ..with("assumed", *value) }
        }
        Remark::AssumedLayers { field, attention } => {
            Remarked { field: Some(field), ..with("assumed_layers", *attention) }
        }
        Remark::UnlikePublished { published, counted } => Remarked {
            kind: "unlike_published",
            figure: Some(digits(*published)),
            parameters: Some(digits(*counted)),
            ..Remarked::default()
        },
        Remark::Tower { tower, parameters } => Remarked {
            kind: match tower {
                Tower::Vision => "vision",
                Tower::Audio => "audio",
            },
            parameters: Some(digits(*parameters)),
            ..Remarked::default()
        },
        Remark::TowerLeftOut => Remarked { kind: "tower_left_out", ..Remarked::default() },
        Remark::FurtherTokens { modules, parameters } => {
            Remarked { parameters: Some(digits(*parameters)), ..with("further_tokens", *modules) }
        }
        Remark::NoOutputTable { labels } => with("no_output_table", *labels),
        Remark::Mismatch { published, counted, cause } => Remarked {
            kind: "mismatch",
            figure: Some(digits(*published)),
            parameters: Some(digits(*counted)),
            cause: Some(cause.id()),
            ..Remarked::default()
        },
        Remark::Card { id, published, .. } => Remarked {
            kind: "card",
            model: Some(id),
            parameters: Some(*published),
            ..Remarked::default()
        },
        Remark::Index { parameters } => {
            Remarked { kind: "index", parameters: Some(*parameters), ..Remarked::default() }
        }
        Remark::Stored { precision, bytes } => Remarked {
            kind: "stored",
            precision: Some(precision.id()),
            figure: Some(digits(*bytes)),
            ..Remarked::default()
        },
        Remark::StoredUnknown { method } => {
            Remarked { kind: "stored_unknown", method: Some(method.clone()), ..Remarked::default() }
        }
        Remark::WindowOff { tokens } => with("window_off", *tokens),
        Remark::SparseAttention { tokens } => with("sparse_attention", *tokens),
    }
}
