//! Sources, accelerators and providers.

use serde_json::Value;

use super::cursor::{At, Notes};
use super::fields::{HourRounding, ObjectFields};
use super::known::KnownIds;
use crate::model::accelerator::{Accelerator, Throughput};
use crate::model::limits::{MAX_GPUS_PER_DOMAIN, MAX_GPUS_PER_NODE};
use crate::model::problem::{EntityKind, ProblemKind, Resolution};
use crate::model::snapshot::Provider;
use crate::model::source::{Source, Surety};
use crate::model::text::Text;

/// A source. One that does not say how sure it is counts as read; one that says it wrongly, as
/// inferred.
pub(super) fn source(
    value: &Value,
    at: At<'_>,
    known: &mut KnownIds,
    notes: &mut Notes,
) -> Option<Source> {
    const FIELDS: &[&str] = &["id", "title", "url", "date", "surety"];
    let fields = ObjectFields::open(value, at, FIELDS, Resolution::Dropped, notes)?;
    let id = fields.own_id(&mut known.sources, notes)?;
    let title = fields.text("title", notes).unwrap_or_else(|| Text::same(&id));
    let url = fields.url("url", notes);
    let date = fields.hour("date", HourRounding::Down, notes);
    let surety = fields.surety(notes).unwrap_or(Surety::Sure);
    known.sources.push(&id);
    Some(Source { id, title, url, date, surety })
}

/// An accelerator; every figure may be missing.
pub(super) fn accelerator(
    value: &Value,
    at: At<'_>,
    known: &mut KnownIds,
    notes: &mut Notes,
) -> Option<Accelerator> {
    const FIELDS: &[&str] = &[
        "id",
        "name",
        "status",
        "gpus_per_node",
        "gpus_per_domain",
        "memory_gb",
        "bandwidth_tb_s",
        "bf16_tflops",
        "fp8_tflops",
        "fp4_tflops",
        "nvlink_gb_s",
        "power_w",
        "relative_throughput",
        "source",
    ];
    let fields = ObjectFields::open(value, at, FIELDS, Resolution::Dropped, notes)?;
    let id = fields.own_id(&mut known.accelerators, notes)?;
    known.accelerators.push(&id);
    let mut gpus = |key, most| fields.whole(key, 1, most, Resolution::Ignored, notes);
    let (gpus_per_node, gpus_per_domain) =
        (gpus("gpus_per_node", MAX_GPUS_PER_NODE), gpus("gpus_per_domain", MAX_GPUS_PER_DOMAIN));
    Some(Accelerator {
        name: fields.text("name", notes).unwrap_or_else(|| Text::same(&id)),
        announced: fields.word("status", &["announced"], Resolution::Ignored, notes).is_some(),
        gpus_per_node,
        gpus_per_domain,
        memory_gb: fields.figure("memory_gb", notes),
        bandwidth_tb_s: fields.figure("bandwidth_tb_s", notes),
        bf16_tflops: fields.figure("bf16_tflops", notes),
        fp8_tflops: fields.figure("fp8_tflops", notes),
        fp4_tflops: fields.figure("fp4_tflops", notes),
        nvlink_gb_s: fields.figure("nvlink_gb_s", notes),
        power_w: fields.figure("power_w", notes),
        relative_throughput: throughput(&fields, known, notes),
        source: fields.source(&known.sources, notes),
        id,
    })
}

/// What a GPU does next to others; without its figure, or with its bounds the wrong way round,
/// nothing of it is kept.
fn throughput(
    fields: &ObjectFields<'_>,
    known: &KnownIds,
    notes: &mut Notes,
) -> Option<Throughput> {
    let value = fields.get("relative_throughput")?;
    let at = fields.path().key("relative_throughput");
    let of = ObjectFields::open(
        value,
        at,
        &["value", "low", "high", "source"],
        Resolution::Ignored,
        notes,
    )?;
    if of.get("value").is_none() {
        of.note("value", ProblemKind::Missing, Resolution::Ignored, notes);
    }
    let value = of.figure("value", notes)?;
    let (low, high) = (of.figure("low", notes), of.figure("high", notes));
    if low.is_some_and(|low| low > value) || high.is_some_and(|high| high < value) {
        notes.add(at, ProblemKind::LeastAboveMost, Resolution::Ignored);
        return None;
    }
    Some(Throughput { value, low, high, source: of.source(&known.sources, notes) })
}

/// A provider.
pub(super) fn provider(
    value: &Value,
    at: At<'_>,
    known: &mut KnownIds,
    notes: &mut Notes,
) -> Option<Provider> {
    let fields = ObjectFields::open(value, at, &["id", "name", "url"], Resolution::Dropped, notes)?;
    let id = fields.own_id(&mut known.providers, notes)?;
    known.providers.push(&id);
    let name = fields.text("name", notes).unwrap_or_else(|| Text::same(&id));
    Some(Provider { name, url: fields.url("url", notes), id })
}

/// The accelerator that an entry needs, which the file lists.
pub(super) fn listed_accelerator(
    fields: &ObjectFields<'_>,
    known: &KnownIds,
    notes: &mut Notes,
) -> Option<String> {
    fields.need("accelerator", notes)?;
    let (entry, ids) = (EntityKind::Accelerator, &known.accelerators);
    fields.reference("accelerator", entry, ids, Resolution::Dropped, notes)
}
