//! Holds as boxes: nodes downward, leaf by leaf, and time to the right.
//!
//! A lane is a leaf, and each of its nodes a row of it, so that the picture is nodes by time as
//! they are. Where there are more boxes than can be told apart, a lane shows instead how much of
//! its leaf is held.

mod lane_text;
mod place;
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
use place::LanePlace;
use shown::{Shown, named};

/// How many leaves are shown at a time: more would be a picture higher than any screen.
pub const LEAVES_AT_A_TIME: usize = 32;
/// More boxes than this are not worth a shape each, nor can they be told apart.
const MOST_BOXES: usize = 1_500;

/// The holds of some leaves of a block over time.
#[derive(Clone, PartialEq, Default, Debug)]
pub struct Lanes {
    /// The block's name.
    pub name: String,
    /// The leaves shown, counted from 1.
    pub window: Range<usize>,
    /// How many leaves the block has.
    pub leaves: usize,
    /// One lane for each leaf shown.
    pub lanes: Vec<Lane>,
    /// The height of the drawing.
    pub height: u32,
    /// What is held, box by box.
    pub boxes: Vec<HoldBox>,
    /// How much is held, where there are too many boxes.
    pub shades: Vec<Shade>,
    /// The states that occur, in the order of a legend.
    pub states: Vec<NodeState>,
    /// How many holds are known by their count alone.
    pub counted: u32,
    /// Every hold that is shown.
    pub table: Table,
}

impl Lanes {
    /// The holds of a block on `axis`, of the leaves from `first_leaf` on, which is counted from
    /// 1, with the nodes of `offer` marked.
    #[must_use]
    pub fn new(
        scenario: &Scenario,
        block: usize,
        first_leaf: usize,
        axis: TimeAxis,
        offer: Option<&Offer>,
        lang: Lang,
    ) -> Self {
        let Some(of) = scenario.snapshot.blocks.get(block) else { return Self::default() };
        let window = window(of.leaves.len(), first_leaf);
        let place = LanePlace::new(of, &window, axis);
        let shown = shown(scenario, block, &place);
        let mut boxes = Vec::new();
        let pieces = shown.iter().map(|it| place.pieces(named(it.hold))).sum::<usize>();
        let mut shades = Vec::new();
        if pieces > MOST_BOXES {
            shades = place.shades(&shown);
        } else {
            for it in &shown {
                let Some(ranges) = named(it.hold) else { continue };
                let times = it.hold.from..it.hold.until;
                let title = title(it.hold, lang);
                place.boxes(it.state, ranges, &times, &title, &mut boxes);
            }
        }
        if let Some(from) = of.available_from.filter(|from| *from > axis.from) {
            let all = NodeRanges::from_ranges(vec![NodeRange { first: 1, last: of.nodes() }]);
            let date = format::date(from, lang);
            let title = words::DELIVERED_ON.fill(lang, &[("date", &date)]);
            place.boxes(NodeState::NotDelivered, &all, &(Hour::MIN..from), &title, &mut boxes);
        }
        if let Some(offer) = offer {
            let times = offer.start..offer.end;
            let title = words::OFFER_BOX.get(lang);
            place.boxes(NodeState::Offered, &offer.node_ranges, &times, title, &mut boxes);
        }
        let occurs = |state: &NodeState| match state {
            NodeState::Free => true,
            _ => boxes.iter().any(|it| it.state == *state),
        };
        let counted = shown.iter().filter(|it| named(it.hold).is_none()).count();
        Self {
            name: block_name(of, lang).to_owned(),
            leaves: of.leaves.len(),
            states: NodeState::ALL.into_iter().filter(occurs).collect(),
            counted: u32::try_from(counted).unwrap_or(u32::MAX),
            table: table(&shown, of, &window, axis, lang),
            window,
            height: place.height,
            lanes: place.lanes,
            boxes,
            shades,
        }
    }

    /// The first leaf of the leaves before or after these, where there are any.
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

/// The window of leaves that `first` lies in, counted from 1.
fn window(leaves: usize, first: usize) -> Range<usize> {
    let first = first.clamp(1, leaves.max(1));
    let page = (first - 1) / LEAVES_AT_A_TIME * LEAVES_AT_A_TIME;
    page + 1..(page + LEAVES_AT_A_TIME).min(leaves) + 1
}

/// The holds of a block that lie within what is shown, the earliest first.
fn shown<'a>(scenario: &'a Scenario, block: usize, place: &LanePlace) -> Vec<Shown<'a>> {
    let TimeAxis { from, until, .. } = place.axis;
    let holds = scenario.snapshot.holds.iter().enumerate();
    let here = holds.filter(|(_, hold)| {
        hold.block == block
            && hold.from < until
            && hold.until > from
            && named(hold).is_none_or(|ranges| place.touches(ranges))
    });
    let shown: Vec<(usize, &Hold)> = here.collect();
    let places = order::argsort(shown.iter().map(|it| order::of_hour(it.1.from)));
    let shown = places.filter_map(|place| shown.get(place).copied());
    shown
        .map(|(place, hold)| Shown { hold, state: NodeState::of_hold(scenario, place, hold) })
        .collect()
}

#[cfg(test)]
mod tests;
