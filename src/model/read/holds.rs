//! Holds.

use serde_json::Value;

use super::cursor::{At, Notes};
use super::fields::{Fields, When};
use super::kinds::wrong;
use super::known::Known;
use super::numbers::whole;
use super::words::{quote, quoted};
use crate::model::hold::{Hold, HoldNodes, Publication};
use crate::model::limits::MAX_NODES;
use crate::model::nodes::NodeRanges;
use crate::model::problem::{Done, Entry, Kind, What};
use crate::model::time::Hour;

/// Reads a hold of a block that exists, rounded outward to whole hours; `sizes` are the nodes of
/// each block.
pub(super) fn hold(
    value: &Value,
    at: At<'_>,
    known: &Known,
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
    let fields = Fields::open(value, at, FIELDS, Done::Dropped, notes)?;
    fields.need("block", notes)?;
    let id = fields.reference("block", Entry::Block, &known.blocks, Done::Dropped, notes)?;
    let block = known.blocks.place(&id)?;
    let nodes = nodes(&fields, *sizes.get(block)?, notes)?;
    let from = from(&fields, notes)?;
    let until = until(&fields, notes)?;
    if until <= from {
        let what = What::EndNotAfterStart { from, until };
        fields.note("until", what, Done::Dropped, notes);
        return None;
    }
    let label = fields.text("label", notes).unwrap_or_default();
    let published = publication(&fields, known, notes);
    Some(Hold { block, nodes, from, until, label, published })
}

/// What a published hold rests on, which should have a source and a rule; of any other hold, these
/// fields say nothing.
fn publication(fields: &Fields<'_>, known: &Known, notes: &mut Notes) -> Option<Box<Publication>> {
    const OF_PUBLISHED: &[&str] = &["source", "surety", "until_rule"];
    if !fields.flag("published", notes) {
        for key in OF_PUBLISHED.iter().filter(|key| fields.get(key).is_some()) {
            fields.note(key, What::NotPublished, Done::Ignored, notes);
        }
        return None;
    }
    fields.want(&["source", "until_rule"], notes);
    let citation = fields.citation(&known.sources, notes);
    Some(Box::new(Publication { citation, until_rule: fields.text("until_rule", notes) }))
}

/// Ranges as a text, or a count; the part beyond the block is left out.
fn nodes(fields: &Fields<'_>, most: u32, notes: &mut Notes) -> Option<HoldNodes> {
    match fields.need("nodes", notes)? {
        Value::String(text) => {
            let ranges = match NodeRanges::parse(text) {
                Ok(ranges) => ranges,
                Err(error) => {
                    let what = What::BadNodes(quoted(error));
                    fields.note("nodes", what, Done::Dropped, notes);
                    return None;
                }
            };
            let highest = ranges.highest()?;
            if highest <= most {
                return Some(HoldNodes::Named(ranges));
            }
            let what = What::BeyondBlock { highest, nodes: most };
            let within = ranges.within(most);
            if within.is_empty() {
                fields.note("nodes", what, Done::Dropped, notes);
                return None;
            }
            let used = quote(&within.to_string());
            fields.note("nodes", what, Done::Used(used), notes);
            Some(HoldNodes::Named(within))
        }
        value @ Value::Number(_) => {
            // A count that no block has is no slip by a few nodes: it is not clipped.
            let count = match whole(value, 1, MAX_NODES) {
                Ok(count) => count,
                Err(what) => {
                    fields.note("nodes", what, Done::Dropped, notes);
                    return None;
                }
            };
            if count > most {
                let what = What::BeyondBlock { highest: count, nodes: most };
                fields.note("nodes", what, Done::Used(most.to_string()), notes);
            }
            Some(HoldNodes::Counted(count.min(most)))
        }
        other => {
            fields.note("nodes", wrong(Kind::Nodes, other), Done::Dropped, notes);
            None
        }
    }
}

/// The first hour that is held; since ever where there is none.
fn from(fields: &Fields<'_>, notes: &mut Notes) -> Option<Hour> {
    let (what, done, hour) = match fields.when("from") {
        When::Missing => return Some(Hour::MIN),
        When::At(instant) => return Some(instant.floor()),
        When::Early(what) => (what, Done::Unbounded, Some(Hour::MIN)),
        When::Bad(what) | When::Late(what) => (what, Done::Dropped, None),
    };
    fields.note("from", what, done, notes);
    hour
}

/// The first hour that is free again; open-ended where there is none.
fn until(fields: &Fields<'_>, notes: &mut Notes) -> Option<Hour> {
    let (what, done, hour) = match fields.when("until") {
        When::Missing => return Some(Hour::MAX),
        When::At(instant) => return Some(instant.ceil()),
        When::Late(what) => (what, Done::Unbounded, Some(Hour::MAX)),
        When::Bad(what) | When::Early(what) => (what, Done::Dropped, None),
    };
    fields.note("until", what, done, notes);
    hour
}
