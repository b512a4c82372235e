//! Reading of purchases, notices and other schemes.

use serde_json::Value;

use super::catalogue::listed_accelerator;
use super::fields::{HourRounding, ObjectFields};
use super::json_path::{JsonPath, Notes};
use super::known::KnownIds;
use crate::model::limits::{FIRST_YEAR, LAST_YEAR, MAX_GPUS};
use crate::model::problem::{EntityKind, ProblemKind, Resolution};
use crate::model::purchase::{Notice, Purchase, Scheme};

/// Reads a purchase, whose provider and accelerator must exist; one for each wave, provider and
/// accelerator.
pub(super) fn purchase(
    value: &Value,
    path: JsonPath<'_>,
    known: &mut KnownIds,
    notes: &mut Notes,
) -> Option<Purchase> {
    const FIELDS: &[&str] = &[
        "wave",
        "provider",
        "accelerator",
        "bought_gpus",
        "government_gpus",
        "decided",
        "service",
        "source",
        "surety",
    ];
    let fields = ObjectFields::open(value, path, FIELDS, Resolution::Dropped, notes)?;
    let wave = fields.whole("wave", FIRST_YEAR, LAST_YEAR, Resolution::Ignored, notes);
    fields.need("provider", notes)?;
    let provider = fields.reference(
        "provider",
        EntityKind::Provider,
        &known.providers,
        Resolution::Dropped,
        notes,
    )?;
    let accelerator = listed_accelerator(&fields, known, notes)?;
    let mut id = [provider.as_str(), " / ", accelerator.as_str()].concat();
    if let Some(wave) = wave {
        // Purchases of different waves are different, even of the same provider and accelerator.
        id = [&wave.to_string(), " / ", &id].concat();
    }
    if known.purchases.index_of(&id).is_some() {
        notes.add(path, ProblemKind::Duplicate { id }, Resolution::Dropped);
        return None;
    }
    let bought_gpus = fields.need_whole("bought_gpus", 0, MAX_GPUS, notes)?;
    let government_gpus = government_gpus(&fields, notes)?;
    if let Some(part) = government_gpus.filter(|part| *part > bought_gpus) {
        let kind = ProblemKind::PartAboveWhole { part: part.into(), whole: bought_gpus.into() };
        // Both figures are kept, as it is not known which one is wrong.
        fields.note("government_gpus", kind, Resolution::Kept, notes);
    }
    known.purchases.push(&id);
    Some(Purchase {
        wave,
        provider,
        accelerator,
        bought_gpus,
        government_gpus,
        decided: fields.hour("decided", HourRounding::Down, notes),
        service: fields.text("service", notes),
        citation: fields.citation(&known.sources, notes),
    })
}

/// Reads the GPUs for government use: a number, or `null` if they are not published.
///
/// A missing field was forgotten, so the purchase is dropped.
#[expect(clippy::option_option, reason = "not published and not readable are different things")]
fn government_gpus(fields: &ObjectFields<'_>, notes: &mut Notes) -> Option<Option<u32>> {
    if fields.is_null("government_gpus") {
        return Some(None);
    }
    fields.need_whole("government_gpus", 0, MAX_GPUS, notes).map(Some)
}

/// Reads a notice, which requires a text and should have a date and a source.
pub(super) fn notice(
    value: &Value,
    path: JsonPath<'_>,
    known: &KnownIds,
    notes: &mut Notes,
) -> Option<Notice> {
    const FIELDS: &[&str] = &["date", "text", "source", "surety"];
    let fields = ObjectFields::open(value, path, FIELDS, Resolution::Dropped, notes)?;
    let text = fields.need_text("text", notes)?;
    fields.require(&["date", "source"], notes);
    let date = fields.hour("date", HourRounding::Down, notes);
    Some(Notice { date, text, citation: fields.citation(&known.sources, notes) })
}

/// Reads another scheme, which requires a name and should have a date and a source.
pub(super) fn scheme(
    value: &Value,
    path: JsonPath<'_>,
    known: &KnownIds,
    notes: &mut Notes,
) -> Option<Scheme> {
    const FIELDS: &[&str] = &["name", "unit", "sizes", "fee", "state", "date", "source", "surety"];
    let fields = ObjectFields::open(value, path, FIELDS, Resolution::Dropped, notes)?;
    let name = fields.need_text("name", notes)?;
    fields.require(&["date", "source"], notes);
    let mut text = |key| fields.text(key, notes);
    let (unit, sizes, fee, state) = (text("unit"), text("sizes"), text("fee"), text("state"));
    let date = fields.hour("date", HourRounding::Down, notes);
    let citation = fields.citation(&known.sources, notes);
    Some(Scheme { name, unit, sizes, fee, state, date, citation })
}
