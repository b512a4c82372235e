//! A point of a sizing curve.

use serde::Serialize;

use super::figure::RangeJson;
use super::names::{Warned, legal, verdict, warning};
use crate::sizing::answer;
use crate::sizing::utilisation::RunEvidence;

#[derive(Serialize)]
pub(super) struct PointJson {
    nodes: u32,
    days: RangeJson,
    gpu_hours: RangeJson,
    #[serde(skip_serializing_if = "Option::is_none")]
    tokens_per_second: Option<RangeJson>,
    #[serde(skip_serializing_if = "Option::is_none")]
    users: Option<RangeJson>,
    legal: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    training: Option<TrainingJson>,
    warnings: Vec<Warned>,
}

#[derive(Serialize)]
struct TrainingJson {
    layout: LayoutJson,
    recompute: &'static str,
    memory_bytes: RangeJson,
    memory: &'static str,
    utilisation: RangeJson,
    #[serde(skip_serializing_if = "Option::is_none")]
    published: Option<PublishedRuns>,
}

/// Published runs of the same kind, against which the range was tested.
#[derive(Serialize)]
struct PublishedRuns {
    runs: u32,
    /// Number of runs within the range set by the others; null if there are too few to set one.
    in_range_of_others: Option<u32>,
}

#[derive(Serialize)]
struct LayoutJson {
    tensor: u32,
    pipeline: u32,
    context: u32,
    expert: u32,
    data: u32,
    zero: u8,
    micro_batches: u32,
}

impl PointJson {
    pub(super) fn new(point: &answer::SizePoint) -> Self {
        let training = point.choice.as_ref().zip(point.speed.as_ref()).map(|(choice, speed)| {
            let layout = &choice.layout;
            TrainingJson {
                layout: LayoutJson {
                    tensor: layout.tp,
                    pipeline: layout.pp,
                    context: layout.cp,
                    expert: layout.ep,
                    data: layout.dp,
                    zero: layout.zero,
                    micro_batches: layout.micro_batches,
                },
                recompute: choice.recompute.id(),
                memory_bytes: choice.memory.total().into(),
                memory: point.verdict.map_or("", verdict),
                utilisation: speed.utilisation.into(),
                published: speed.published.map(|RunEvidence { runs, held }| PublishedRuns {
                    runs,
                    in_range_of_others: held,
                }),
            }
        });
        Self {
            nodes: point.nodes,
            days: point.days.into(),
            gpu_hours: point.gpu_hours.into(),
            tokens_per_second: point.rate.map(Into::into),
            users: point.users.map(Into::into),
            legal: legal(point.legal),
            training,
            warnings: point.warnings.iter().copied().map(warning).collect(),
        }
    }
}
