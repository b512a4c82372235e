//! Reasons why a block has no offer from the earliest start on.

use serde::Serialize;

use super::written::{Cited, Fits, Nodes, Words, instant};
use crate::fit::{Cause, WhyNot};
use crate::model::{Block, Publication, Request, Snapshot};
use crate::words::catalogue::why as words;
use crate::words::why;

#[derive(Serialize)]
pub(super) struct WhyJson<'a> {
    tier: &'static str,
    text: Words<'a>,
    short_by: Option<u32>,
    from: Option<String>,
    until: Option<String>,
    holds: Vec<Held<'a>>,
    fits_if: Vec<Fits<'a>>,
}

/// An obstacle that takes nodes: a hold, with its index in the snapshot, or nodes that are not
/// delivered yet, without an index.
#[derive(Serialize)]
pub(super) struct Held<'a> {
    index: Option<usize>,
    label: Words<'a>,
    nodes: Nodes,
    from: Option<String>,
    until: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    published: Option<PublishedJson<'a>>,
}

/// Evidence for a published hold.
#[derive(Serialize)]
struct PublishedJson<'a> {
    #[serde(flatten)]
    cited: Cited<'a>,
    until_rule: Option<Words<'a>>,
}

impl<'a> From<&'a Publication> for PublishedJson<'a> {
    fn from(publication: &'a Publication) -> Self {
        let until_rule = publication.until_rule.as_ref().map(Words::from);
        Self { cited: (&publication.citation).into(), until_rule }
    }
}

impl<'a> WhyJson<'a> {
    pub(super) fn new(
        snapshot: &'a Snapshot,
        request: &Request,
        block: &Block,
        why_not: &'a WhyNot,
    ) -> Self {
        let held = |&cause: &Cause| match cause {
            Cause::Hold(index) => Held::new(snapshot, index),
            Cause::NotDelivered => Some(Held::not_delivered(block)),
        };
        Self {
            tier: why_not.tier.id(),
            text: Words::in_both(|lang| why::text(snapshot, request, block, why_not, lang)),
            short_by: why_not.short_by,
            from: why_not.from.and_then(instant),
            until: why_not.until.and_then(instant),
            holds: why_not.holds.iter().filter_map(held).collect(),
            fits_if: why_not.fits_if.iter().map(Fits).collect(),
        }
    }
}

impl<'a> Held<'a> {
    /// Returns the hold at `index` of the snapshot, or `None` if out of range.
    pub(super) fn new(snapshot: &'a Snapshot, index: usize) -> Option<Self> {
        let hold = snapshot.holds.get(index)?;
        Some(Self {
            index: Some(index),
            label: (&hold.label).into(),
            nodes: (&hold.nodes).into(),
            from: instant(hold.from),
            until: instant(hold.until),
            published: hold.published.as_deref().map(PublishedJson::from),
        })
    }

    fn not_delivered(block: &Block) -> Self {
        Self {
            index: None,
            label: Words::in_both(|lang| words::NOT_DELIVERED.get(lang)),
            nodes: Nodes::Counted(block.nodes()),
            from: None,
            until: block.available_from.and_then(instant),
            published: None,
        }
    }
}
