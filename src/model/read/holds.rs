//! Reading of holds.

use serde_json::Value;

use super::fields::{FieldTime, ObjectFields};
use super::json_path::{JsonPath, Notes};
use super::kinds::wrong;
use super::known::KnownIds;
use super::numbers::whole;
use super::words::{quote, quoted};
use crate::model::hold::{Hold, HoldNodes, Publication};
use crate::model::limits::MAX_NODES;
use crate::model::nodes::NodeRanges;
use crate::model::problem::{EntityKind, JsonType, ProblemKind, Resolution};
use crate::model::time::Hour;

/// Reads a hold on a block that exists, rounded outward to whole hours.
///
/// `sizes` has the number of nodes of each block, by index.
pub(super) fn hold(
    value: &Value,
    path: JsonPath<'_>,
    known: &KnownIds,
    sizes: &[u32],
    notes: &mut Notes,
) -> Option<Hold> {
    const FIELDS: &[&str] = &[
        "block",
        "nodes",
        "from",
        "until",
        "label",
        "published",
        "source",
        "surety",
        "until_rule",
    ];
    let fields = ObjectFields::open(value, path, FIELDS, Resolution::Dropped, notes)?;
    fields.need("block", notes)?;
    let id =
        fields.reference("block", EntityKind::Block, &known.blocks, Resolution::Dropped, notes)?;
    let block_index = known.blocks.index_of(&id)?;
    let nodes = nodes(&fields, *sizes.get(block_index)?, notes)?;
    let from = from(&fields, notes)?;
    let until = until(&fields, notes)?;
    // Compared after rounding outward, so a hold within one hour lasts that hour.
    if until <= from {
        let kind = ProblemKind::EndNotAfterStart { from, until };
        fields.note("until", kind, Resolution::Dropped, notes);
        return None;
    }
    let label = fields.text("label", notes).unwrap_or_default();
    let published = publication(&fields, known, notes);
    Some(Hold { block_index, nodes, from, until, label, published })
}

/// Reads the provenance of a published hold, which should have a source and a rule for its end.
///
/// On any other hold these fields are noted and ignored.
fn publication(
    fields: &ObjectFields<'_>,
    known: &KnownIds,
    notes: &mut Notes,
) -> Option<Box<Publication>> {
    const OF_PUBLISHED: &[&str] = &["source", "surety", "until_rule"];
    if !fields.flag("published", notes) {
        for key in OF_PUBLISHED.iter().filter(|key| fields.get(key).is_some()) {
            fields.note(key, ProblemKind::NotPublished, Resolution::Ignored, notes);
        }
        return None;
    }
    fields.require(&["source", "until_rule"], notes);
    let citation = fields.citation(&known.sources, notes);
    Some(Box::new(Publication { citation, until_rule: fields.text("until_rule", notes) }))
}

/// Reads ranges as a text, or a count; the part beyond the block is left out.
fn nodes(fields: &ObjectFields<'_>, most: u32, notes: &mut Notes) -> Option<HoldNodes> {
    match fields.need("nodes", notes)? {
        Value::String(text) => {
            let ranges = match NodeRanges::parse(text) {
                Ok(ranges) => ranges,
                Err(error) => {
                    let kind = ProblemKind::BadNodes(quoted(error));
                    fields.note("nodes", kind, Resolution::Dropped, notes);
                    return None;
                }
            };
            let highest = ranges.highest()?;
            if highest <= most {
                return Some(HoldNodes::Named(ranges));
            }
            let kind = ProblemKind::BeyondBlock { highest, nodes: most };
            let within = ranges.within(most);
            if within.is_empty() {
                fields.note("nodes", kind, Resolution::Dropped, notes);
                return None;
            }
            let used = quote(&within.to_string());
            fields.note("nodes", kind, Resolution::Used(used), notes);
            Some(HoldNodes::Named(within))
        }
        value @ Value::Number(_) => {
            // A count above that of any block is not an error of a few nodes, so it is not clipped.
            let count = match whole(value, 1, MAX_NODES) {
                Ok(count) => count,
                Err(kind) => {
                    fields.note("nodes", kind, Resolution::Dropped, notes);
                    return None;
                }
            };
            if count > most {
                let kind = ProblemKind::BeyondBlock { highest: count, nodes: most };
                fields.note("nodes", kind, Resolution::Used(most.to_string()), notes);
            }
            Some(HoldNodes::Counted(count.min(most)))
        }
        other => {
            fields.note("nodes", wrong(JsonType::Nodes, other), Resolution::Dropped, notes);
            None
        }
    }
}

/// Returns the first hour that is held, or [`Hour::MIN`] if the field is missing or too early.
fn from(fields: &ObjectFields<'_>, notes: &mut Notes) -> Option<Hour> {
    let (kind, resolution, hour) = match fields.when("from") {
        FieldTime::Missing => return Some(Hour::MIN),
        FieldTime::At(instant) => return Some(instant.floor()),
        FieldTime::Early(kind) => (kind, Resolution::Unbounded, Some(Hour::MIN)),
        // A hold that begins after the last year is beyond the end of every search.
        FieldTime::Bad(kind) | FieldTime::Late(kind) => (kind, Resolution::Dropped, None),
    };
    fields.note("from", kind, resolution, notes);
    hour
}

/// Returns the first hour that is free again, or [`Hour::MAX`] if the field is missing or too late.
fn until(fields: &ObjectFields<'_>, notes: &mut Notes) -> Option<Hour> {
    let (kind, resolution, hour) = match fields.when("until") {
        FieldTime::Missing => return Some(Hour::MAX),
        FieldTime::At(instant) => return Some(instant.ceil()),
        FieldTime::Late(kind) => (kind, Resolution::Unbounded, Some(Hour::MAX)),
        // One that ended before the first year holds no hour that can be asked for.
        FieldTime::Bad(kind) | FieldTime::Early(kind) => (kind, Resolution::Dropped, None),
    };
    fields.note("until", kind, resolution, notes);
    hour
}
