//! Sources, accelerators, providers and purchases.

use serde_json::Value;

use super::cursor::{At, Notes};
use super::fields::{Fields, Round};
use super::known::Known;
use crate::model::limits::MAX_GPUS;
use crate::model::problem::{Done, Entry, What};
use crate::model::snapshot::{Accelerator, Provider, Purchase, Source, Surety, Text, Throughput};

/// Both languages of something that is known by its id alone.
pub(super) fn named_by(id: &str) -> Text {
    Text { ko: id.to_owned(), en: id.to_owned() }
}

/// A source. One that does not say how sure it is counts as read; one that says it wrongly, as
/// inferred.
pub(super) fn source(
    value: &Value,
    at: At<'_>,
    known: &mut Known,
    notes: &mut Notes,
) -> Option<Source> {
    const FIELDS: &[&str] = &["id", "title", "url", "date", "surety"];
    const WORDS: &[&str] = &["sure", "third_party", "inferred"];
    let fields = Fields::open(value, at, FIELDS, Done::Dropped, notes)?;
    let id = fields.own_id(&mut known.sources, notes)?;
    let title = fields.text("title", notes).unwrap_or_else(|| named_by(&id));
    let url = fields.url("url", notes);
    let date = fields.hour("date", Round::Down, notes);
    let word = fields.word("surety", WORDS, Done::Used("inferred".into()), notes);
    let surety = match (word, fields.get("surety")) {
        (Some("sure"), _) | (None, None) => Surety::Sure,
        (Some("third_party"), _) => Surety::ThirdParty,
        _ => Surety::Inferred,
    };
    known.sources.push(&id);
    Some(Source { id, title, url, date, surety })
}

/// An accelerator; every figure may be missing.
pub(super) fn accelerator(
    value: &Value,
    at: At<'_>,
    known: &mut Known,
    notes: &mut Notes,
) -> Option<Accelerator> {
    const FIELDS: &[&str] = &[
        "id",
        "name",
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
    let fields = Fields::open(value, at, FIELDS, Done::Dropped, notes)?;
    let id = fields.own_id(&mut known.accelerators, notes)?;
    known.accelerators.push(&id);
    Some(Accelerator {
        name: fields.text("name", notes).unwrap_or_else(|| named_by(&id)),
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
fn throughput(fields: &Fields<'_>, known: &Known, notes: &mut Notes) -> Option<Throughput> {
    let value = fields.get("relative_throughput")?;
    let at = fields.at().key("relative_throughput");
    let of = Fields::open(value, at, &["value", "low", "high", "source"], Done::Ignored, notes)?;
    if of.get("value").is_none() {
        of.note("value", What::Missing, Done::Ignored, notes);
    }
    let value = of.figure("value", notes)?;
    let (low, high) = (of.figure("low", notes), of.figure("high", notes));
    if low.is_some_and(|low| low > value) || high.is_some_and(|high| high < value) {
        notes.add(at, What::LeastAboveMost, Done::Ignored);
        return None;
    }
    Some(Throughput { value, low, high, source: of.source(&known.sources, notes) })
}

/// A provider.
pub(super) fn provider(
    value: &Value,
    at: At<'_>,
    known: &mut Known,
    notes: &mut Notes,
) -> Option<Provider> {
    let fields = Fields::open(value, at, &["id", "name", "url"], Done::Dropped, notes)?;
    let id = fields.own_id(&mut known.providers, notes)?;
    known.providers.push(&id);
    let name = fields.text("name", notes).unwrap_or_else(|| named_by(&id));
    Some(Provider { name, url: fields.url("url", notes), id })
}

/// A purchase of a provider and an accelerator that exist; one for each pair of them.
pub(super) fn purchase(
    value: &Value,
    at: At<'_>,
    known: &mut Known,
    notes: &mut Notes,
) -> Option<Purchase> {
    const FIELDS: &[&str] =
        &["provider", "accelerator", "bought_gpus", "government_gpus", "source"];
    let fields = Fields::open(value, at, FIELDS, Done::Dropped, notes)?;
    fields.need("provider", notes)?;
    let provider =
        fields.reference("provider", Entry::Provider, &known.providers, Done::Dropped, notes)?;
    let accelerator = listed_accelerator(&fields, known, notes)?;
    let id = [provider.as_str(), " / ", accelerator.as_str()].concat();
    if known.purchases.place(&id).is_some() {
        notes.add(at, What::Duplicate { id }, Done::Dropped);
        return None;
    }
    let bought_gpus = fields.need_whole("bought_gpus", 0, MAX_GPUS, notes)?;
    let government_gpus = fields.need_whole("government_gpus", 0, MAX_GPUS, notes)?;
    if government_gpus > bought_gpus {
        let (part, whole) = (government_gpus.into(), bought_gpus.into());
        let what = What::PartAboveWhole { part, whole };
        fields.note("government_gpus", what, Done::Kept, notes);
    }
    known.purchases.push(&id);
    let source = fields.source(&known.sources, notes);
    Some(Purchase { provider, accelerator, bought_gpus, government_gpus, source })
}

/// The accelerator that an entry needs, which the file lists.
pub(super) fn listed_accelerator(
    fields: &Fields<'_>,
    known: &Known,
    notes: &mut Notes,
) -> Option<String> {
    fields.need("accelerator", notes)?;
    let (entry, ids) = (Entry::Accelerator, &known.accelerators);
    fields.reference("accelerator", entry, ids, Done::Dropped, notes)
}
