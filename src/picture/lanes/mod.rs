//! Holds as boxes: nodes downward, leaf by leaf, and time to the right.
//!
//! A lane is a leaf, and each of its nodes a row of the lane, so that the picture is drawn to scale
//! in nodes and time. If there are more boxes than can be told apart, a lane instead shows how much
//! of its leaf is held.

mod lane_text;
mod layout;
mod shape;
mod shown;

pub use shape::{HoldBox, Lane, Shade};

use crate::fit::Offer;
use crate::model::{Hold, Hour, NodeRange, NodeRanges, Scenario, order};
use crate::picture::node_map::NodeState;
use crate::picture::time_axis::TimeAxis;
use crate::words::catalogue::pictures as words;
use crate::words::format;
use crate::words::lang::Lang;
use crate::words::names::block_name;
use crate::words::table::Table;
use core::ops::Range;
use lane_text::{table, title};
use layout::LaneLayout;
use shown::{Shown, named};

/// Number of leaves shown at a time: more would make a picture higher than any screen.
pub const LEAVES_AT_A_TIME: usize = 32;
/// Most boxes drawn one by one; more are not worth a shape each, nor could they be told apart.
const MOST_BOXES: usize = 1_500;

/// Holds on some leaves of a block over time.
#[derive(Clone, PartialEq, Default, Debug)]
pub struct Lanes {
    /// Name of the block.
    pub name: String,
    /// Leaves shown, 1-based, with an exclusive end.
    pub window: Range<usize>,
    /// Number of leaves of the block.
    pub leaves: usize,
    /// Lanes, one for each leaf shown.
    pub lanes: Vec<Lane>,
    /// Height of the drawing.
    pub height: u32,
    /// Boxes of the holds; empty for named holds if there are too many.
    pub boxes: Vec<HoldBox>,
    /// Shades of the held share, only if there are too many boxes.
    pub shades: Vec<Shade>,
    /// States that occur, in the order of a legend.
    pub states: Vec<NodeState>,
    /// Number of holds of which only the node count is known.
    pub counted: u32,
    /// Table of the holds shown.
    pub table: Table,
}

impl Lanes {
    /// Lays out the holds of a block on `axis`, with the nodes of `offer` marked.
    ///
    /// It shows the window of leaves that contains `first_leaf`, which is 1-based.
    #[must_use]
    pub fn new(
        scenario: &Scenario,
        block_index: usize,
        first_leaf: usize,
        axis: TimeAxis,
        offer: Option<&Offer>,
        lang: Lang,
    ) -> Self {
        let Some(block) = scenario.snapshot.blocks.get(block_index) else { return Self::default() };
        let window = window(block.leaves.len(), first_leaf);
        let layout = LaneLayout::new(block, &window, axis);
        let shown = shown(scenario, block_index, &layout);
        let mut boxes = Vec::new();
        let pieces = shown.iter().map(|it| layout.pieces(named(it.hold))).sum::<usize>();
        let mut shades = Vec::new();
        if pieces > MOST_BOXES {
            shades = layout.shades(&shown);
        } else {
            for it in &shown {
                let Some(ranges) = named(it.hold) else { continue };
                let times = it.hold.from..it.hold.until;
                let title = title(it.hold, lang);
                layout.boxes(it.state, ranges, &times, &title, &mut boxes);
            }
        }
        if let Some(from) = block.available_from.filter(|from| *from > axis.from) {
            let all = NodeRanges::from_ranges(vec![NodeRange { first: 1, last: block.nodes() }]);
            let date = format::date(from, lang);
            let title = words::DELIVERED_ON.fill(lang, &[("date", &date)]);
            layout.boxes(NodeState::NotDelivered, &all, &(Hour::MIN..from), &title, &mut boxes);
        }
        if let Some(offer) = offer {
            let times = offer.start..offer.end;
            let title = words::OFFER_BOX.get(lang);
            layout.boxes(NodeState::Offered, &offer.node_ranges, &times, title, &mut boxes);
        }
        let occurs = |state: &NodeState| match state {
            // Free space is not drawn as a box, but always belongs to the legend.
            NodeState::Free => true,
            _ => boxes.iter().any(|it| it.state == *state),
        };
        let counted = shown.iter().filter(|it| named(it.hold).is_none()).count();
        Self {
            name: block_name(block, lang).to_owned(),
            leaves: block.leaves.len(),
            states: NodeState::ALL.into_iter().filter(occurs).collect(),
            counted: u32::try_from(counted).unwrap_or(u32::MAX),
            table: table(&shown, block, &window, axis, lang),
            window,
            height: layout.height,
            lanes: layout.lanes,
            boxes,
            shades,
        }
    }

    /// Returns the first leaf of the window before or after this one, if there is one.
    #[must_use]
    pub fn neighbour(&self, is_later: bool) -> Option<usize> {
        if is_later {
            (self.window.end <= self.leaves).then_some(self.window.end)
        } else {
            let first = self.window.start.checked_sub(1).filter(|&before| before > 0)?;
            Some(first.saturating_sub(LEAVES_AT_A_TIME - 1).max(1))
        }
    }
}

/// Returns the window of leaves that contains the leaf `first`, 1-based, with an exclusive end.
fn window(leaves: usize, first: usize) -> Range<usize> {
    let first = first.clamp(1, leaves.max(1));
    let page = (first - 1) / LEAVES_AT_A_TIME * LEAVES_AT_A_TIME;
    page + 1..(page + LEAVES_AT_A_TIME).min(leaves) + 1
}

/// Returns the holds of a block that overlap the axis and the lanes, the earliest first.
fn shown<'a>(scenario: &'a Scenario, block_index: usize, layout: &LaneLayout) -> Vec<Shown<'a>> {
    let TimeAxis { from, until, .. } = layout.axis;
    let holds = scenario.snapshot.holds.iter().enumerate();
    let here = holds.filter(|(_, hold)| {
        hold.block_index == block_index
            && hold.from < until
            && hold.until > from
            && named(hold).is_none_or(|ranges| layout.touches(ranges))
    });
    let shown: Vec<(usize, &Hold)> = here.collect();
    let indices = order::argsort(shown.iter().map(|it| order::of_hour(it.1.from)));
    let shown = indices.filter_map(|index| shown.get(index).copied());
    shown
        .map(|(index, hold)| Shown { hold, state: NodeState::of_hold(scenario, index, hold) })
        .collect()
}

#[cfg(test)]
mod tests;
