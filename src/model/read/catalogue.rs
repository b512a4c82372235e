//! Reading of sources, accelerators and providers.

use serde_json::Value;

use super::fields::{HourRounding, ObjectFields};
use super::json_path::{JsonPath, Notes};
use super::known::KnownIds;
use crate::model::accelerator::{Accelerator, Throughput};
use crate::model::limits::{MAX_GPUS_PER_DOMAIN, MAX_GPUS_PER_NODE};
use crate::model::problem::{EntityKind, ProblemKind, Resolution};
use crate::model::snapshot::Provider;
use crate::model::source::{Source, Surety};
use crate::model::text::Text;

/// Reads a source.
///
/// One without a surety counts as read in its page; one whose surety is wrong counts as inferred.
pub(super) fn source(
    value: &Value,
    path: JsonPath<'_>,
    known: &mut KnownIds,
    notes: &mut Notes,
) -> Option<Source> {
    const FIELDS: &[&str] = &["id", "title", "url", "date", "surety"];
    let fields = ObjectFields::open(value, path, FIELDS, Resolution::Dropped, notes)?;
    let id = fields.own_id(&mut known.sources, notes)?;
    let title = fields.text("title", notes).unwrap_or_else(|| Text::same(&id));
    let url = fields.url("url", notes);
    let date = fields.hour("date", HourRounding::Down, notes);
    let surety = fields.surety(notes).unwrap_or(Surety::Sure);
    known.sources.push(&id);
    Some(Source { id, title, url, date, surety })
}

/// Reads an accelerator; every figure may be missing.
pub(super) fn accelerator(
    value: &Value,
    path: JsonPath<'_>,
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
    let fields = ObjectFields::open(value, path, FIELDS, Resolution::Dropped, notes)?;
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

/// Reads the relative throughput of a GPU.
///
/// Returns `None` without `value`, or if `low` is above or `high` below it.
fn throughput(
    fields: &ObjectFields<'_>,
    known: &KnownIds,
    notes: &mut Notes,
) -> Option<Throughput> {
    let value = fields.get("relative_throughput")?;
    let path = fields.path().key("relative_throughput");
    let inner = ObjectFields::open(
        value,
        path,
        &["value", "low", "high", "source"],
        Resolution::Ignored,
        notes,
    )?;
    // `figure` does not note a missing field, since every other figure is optional.
    if inner.get("value").is_none() {
        inner.note("value", ProblemKind::Missing, Resolution::Ignored, notes);
    }
    let value = inner.figure("value", notes)?;
    let (low, high) = (inner.figure("low", notes), inner.figure("high", notes));
    if low.is_some_and(|low| low > value) || high.is_some_and(|high| high < value) {
        notes.add(path, ProblemKind::LeastAboveMost, Resolution::Ignored);
        return None;
    }
    Some(Throughput { value, low, high, source: inner.source(&known.sources, notes) })
}

/// Reads a provider.
pub(super) fn provider(
    value: &Value,
    path: JsonPath<'_>,
    known: &mut KnownIds,
    notes: &mut Notes,
) -> Option<Provider> {
    let fields =
        ObjectFields::open(value, path, &["id", "name", "url"], Resolution::Dropped, notes)?;
    let id = fields.own_id(&mut known.providers, notes)?;
    known.providers.push(&id);
    let name = fields.text("name", notes).unwrap_or_else(|| Text::same(&id));
    Some(Provider { name, url: fields.url("url", notes), id })
}

/// Returns the id of the accelerator that an entry requires, which the file must list.
pub(super) fn listed_accelerator(
    fields: &ObjectFields<'_>,
    known: &KnownIds,
    notes: &mut Notes,
) -> Option<String> {
    fields.need("accelerator", notes)?;
    let (entry, ids) = (EntityKind::Accelerator, &known.accelerators);
    fields.reference("accelerator", entry, ids, Resolution::Dropped, notes)
}
