//! Holds as boxes: nodes downward, leaf by leaf, and time to the right.
//!
//! A lane is a leaf, and each of its nodes a row of it, so that the picture is nodes by time as
//! they are. Where there are more boxes than can be told apart, a lane shows instead how much of
//! its leaf is held.

use super::free_chart::period;
use super::node_map::NodeState;
use super::time_axis::{TimeAxis, WIDTH};
use crate::fit::Offer;
use crate::model::{Block, Hold, HoldNodes, Hour, NodeRanges, Scenario, order};
use crate::words::catalogue::pictures as words;
use crate::words::format;
use crate::words::lang::Lang;
use crate::words::names::block_name;
use crate::words::table::{Cell, Table};
use core::ops::Range;

/// How many leaves are shown at a time: more would be a picture higher than any screen.
pub const LEAVES_AT_A_TIME: usize = 32;
/// More boxes than this are not worth a shape each, nor can they be told apart.
const MOST_BOXES: usize = 1_500;
/// More holds than this are not listed.
const MOST_ROWS: usize = 200;
/// Parts of the time in which a lane tells how much of its leaf is held.
const PARTS: usize = 120;
/// The height of a lane's name.
const LABEL_HEIGHT: u32 = 14;
/// Space below a lane.
const GAP: u32 = 8;
/// The heights of a node: as high as fits, from a line that can be seen to a bar.
const NODE_HEIGHT: Range<u32> = 1..7;
/// How high all nodes together may become where they are higher than the least.
const WANTED_HEIGHT: u32 = 420;

/// The holds of some leaves of a block over time.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
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

/// The place of a leaf.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Lane {
    /// The leaf, counted from 1.
    pub number: usize,
    /// Its upper edge.
    pub y: u32,
    /// Its height.
    pub height: u32,
    /// Whether there is room for its name.
    pub is_labelled: bool,
}

/// Neighbouring nodes of one leaf, held by one hold.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct HoldBox {
    /// What holds them.
    pub state: NodeState,
    /// Where it begins.
    pub x: u32,
    /// How wide it is.
    pub width: u32,
    /// Its upper edge.
    pub y: u32,
    /// Its height.
    pub height: u32,
    /// What it is, in words.
    pub title: String,
}

/// A part of the time of a leaf.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Shade {
    /// How much is held: from 1 for some nodes to 4 for all of them.
    pub level: u8,
    /// Where it begins.
    pub x: u32,
    /// How wide it is.
    pub width: u32,
    /// Its upper edge.
    pub y: u32,
    /// Its height.
    pub height: u32,
}

/// A hold that lies within what is shown.
struct Shown<'a> {
    hold: &'a Hold,
    state: NodeState,
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
        let place = Place::new(of, &window, axis);
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
            let all = NodeRanges::from_ranges(vec![crate::model::NodeRange {
                first: 1,
                last: of.nodes(),
            }]);
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

/// The named nodes of a hold.
const fn named(hold: &Hold) -> Option<&NodeRanges> {
    match &hold.nodes {
        HoldNodes::Named(ranges) => Some(ranges),
        HoldNodes::Counted(_) => None,
    }
}

fn title(hold: &Hold, lang: Lang) -> String {
    let nodes = nodes_text(hold, lang);
    let values = [
        ("label", lang.text(&hold.label)),
        ("nodes", nodes.as_str()),
        ("from", &format::date(hold.from, lang)),
        ("until", &end(hold, lang)),
    ];
    words::HOLD_BOX.fill(lang, &values)
}

/// When a hold ends; of a published one, how far that is known.
fn end(hold: &Hold, lang: Lang) -> String {
    let date = format::date(hold.until, lang);
    match (hold.published.is_some(), hold.until) {
        (false, _) => date,
        (true, Hour::MAX) => words::END_NOT_PUBLISHED.get(lang).to_owned(),
        (true, _) => words::END_ABOUT.fill(lang, &[("date", &date)]),
    }
}

fn nodes_text(hold: &Hold, lang: Lang) -> String {
    match &hold.nodes {
        HoldNodes::Counted(count) => format::nodes(*count, lang),
        HoldNodes::Named(ranges) => {
            words::NODE_NUMBERS.fill(lang, &[("numbers", &node_numbers(ranges))])
        }
    }
}

/// The numbers of nodes, the first few of scattered ones: all of them would fill the screen.
fn node_numbers(ranges: &NodeRanges) -> String {
    let (few, rest) = ranges.ranges().split_at(ranges.ranges().len().min(8));
    let few = NodeRanges::from_ranges(few.to_vec()).to_string();
    let more = if rest.is_empty() { "" } else { ", …" };
    [&few.replace(',', ", "), more].concat()
}

/// The holds of a block that lie within what is shown, the earliest first.
fn shown<'a>(scenario: &'a Scenario, block: usize, place: &Place) -> Vec<Shown<'a>> {
    let TimeAxis { from, until, .. } = place.axis;
    let holds = scenario.snapshot.holds.iter().enumerate();
    let here = holds.filter(|(_, hold)| {
        hold.block == block
            && hold.from < until
            && hold.until > from
            && named(hold).is_none_or(|ranges| place.touches(ranges))
    });
    let shown: Vec<(usize, &Hold)> = here.collect();
    let places = order::places(shown.iter().map(|it| order::of_hour(it.1.from)));
    let shown = places.filter_map(|place| shown.get(place).copied());
    shown
        .map(|(place, hold)| Shown { hold, state: NodeState::of_hold(scenario, place, hold) })
        .collect()
}

/// Where nodes and hours lie.
struct Place {
    axis: TimeAxis,
    lanes: Vec<Lane>,
    /// The nodes of each lane, counted from 1.
    nodes: Vec<Range<u32>>,
    node_height: u32,
    height: u32,
}

impl Place {
    fn new(block: &Block, window: &Range<usize>, axis: TimeAxis) -> Self {
        let sizes = || block.leaves.get(window.start - 1..window.end - 1).unwrap_or_default();
        let before = block.leaves.get(..window.start - 1).unwrap_or_default();
        let mut node = 1 + before.iter().sum::<u32>();
        let all = sizes().iter().sum::<u32>().max(1);
        let node_height = (WANTED_HEIGHT / all).clamp(NODE_HEIGHT.start, NODE_HEIGHT.end - 1);
        let (mut y, mut lanes, mut nodes) = (0_u32, Vec::new(), Vec::new());
        let mut free_from = 0;
        for (number, &size) in (window.start..).zip(sizes()) {
            let height = size.saturating_mul(node_height);
            let is_labelled = y >= free_from;
            if is_labelled {
                free_from = y.saturating_add(LABEL_HEIGHT);
            }
            lanes.push(Lane { number, y, height, is_labelled });
            nodes.push(node..node.saturating_add(size));
            node = node.saturating_add(size);
            y = y.saturating_add(height).saturating_add(GAP);
        }
        Self { axis, lanes, nodes, node_height, height: y.saturating_sub(GAP).max(1) }
    }

    /// Whether some of these nodes are shown.
    fn touches(&self, ranges: &NodeRanges) -> bool {
        let (Some(first), Some(last)) = (self.nodes.first(), self.nodes.last()) else {
            return false;
        };
        ranges.ranges().iter().any(|range| range.first < last.end && range.last >= first.start)
    }

    /// Calls `act` with the place of each lane that these nodes lie on, and which nodes of it, or
    /// until it says to stop.
    fn each(&self, ranges: &NodeRanges, act: &mut dyn FnMut(usize, Range<u32>)) {
        for range in ranges.ranges() {
            let first = self.nodes.partition_point(|nodes| nodes.end <= range.first);
            for (place, nodes) in self.nodes.iter().enumerate().skip(first) {
                if nodes.start > range.last {
                    break;
                }
                let end = range.last.saturating_add(1).min(nodes.end);
                act(place, range.first.max(nodes.start)..end);
            }
        }
    }

    /// How many boxes a hold would be, or more than enough.
    fn pieces(&self, ranges: Option<&NodeRanges>) -> usize {
        let mut pieces = 0;
        if let Some(ranges) = ranges {
            self.each(ranges, &mut |_, _| pieces += 1);
        }
        pieces
    }

    fn boxes(
        &self,
        state: NodeState,
        ranges: &NodeRanges,
        times: &Range<Hour>,
        title: &str,
        boxes: &mut Vec<HoldBox>,
    ) {
        let (x, end) = (self.axis.x(times.start), self.axis.x(times.end));
        self.each(ranges, &mut |place, nodes| {
            if let (Some(lane), Some(all)) = (self.lanes.get(place), self.nodes.get(place)) {
                boxes.push(HoldBox {
                    state,
                    x,
                    // An hour is to be seen.
                    width: (end - x).max(8),
                    y: lane.y + (nodes.start - all.start) * self.node_height,
                    height: (nodes.end - nodes.start) * self.node_height,
                    title: title.to_owned(),
                });
            }
        });
    }

    /// How much of each leaf is held in each part of the time, equal neighbours as one.
    fn shades(&self, shown: &[Shown<'_>]) -> Vec<Shade> {
        let row = PARTS + 1;
        // Per lane and part: how many nodes come and go, as in a running sum.
        let mut changes = vec![0_u32; self.lanes.len() * row];
        for it in shown {
            let Some(ranges) = named(it.hold) else { continue };
            let part = |hour: Hour| self.axis.x(hour) as usize * PARTS / WIDTH as usize;
            let first = part(it.hold.from).min(PARTS - 1);
            let end = (part(it.hold.until.minus(1)) + 1).clamp(first + 1, PARTS);
            self.each(ranges, &mut |place, nodes| {
                let count = nodes.end - nodes.start;
                if let Some(come) = changes.get_mut(place * row + first) {
                    *come = come.wrapping_add(count);
                }
                if let Some(go) = changes.get_mut(place * row + end) {
                    *go = go.wrapping_sub(count);
                }
            });
        }
        let x = |part: usize| (part * WIDTH as usize / PARTS) as u32;
        let mut shades: Vec<Shade> = Vec::new();
        for ((lane, nodes), row) in self.lanes.iter().zip(&self.nodes).zip(changes.chunks(row)) {
            let mut held = 0_u32;
            for (part, change) in row.iter().take(PARTS).enumerate() {
                held = held.wrapping_add(*change);
                let all = nodes.end - nodes.start;
                // 1 for up to a third, 4 for all of it.
                let level = (u64::from(held.min(all)) * 3).div_ceil(u64::from(all.max(1))) as u8;
                let level = if held >= all { 4 } else { level };
                let (x, end) = (x(part), x(part + 1));
                match shades.last_mut() {
                    _ if level == 0 => {}
                    Some(last)
                        if last.y == lane.y && last.level == level && last.x + last.width == x =>
                    {
                        last.width = end - last.x;
                    }
                    _ => shades.push(Shade {
                        level,
                        x,
                        width: end - x,
                        y: lane.y,
                        height: lane.height,
                    }),
                }
            }
        }
        shades
    }
}

fn table(
    shown: &[Shown<'_>],
    block: &Block,
    window: &Range<usize>,
    axis: TimeAxis,
    lang: Lang,
) -> Table {
    let row = |it: &Shown<'_>| {
        let state = match it.state {
            NodeState::Assumed => words::KIND_ASSUMED,
            NodeState::Published => words::KIND_PUBLISHED,
            _ => words::KIND_HELD,
        };
        // A count and numbers are told apart where the head names both alike.
        let nodes = match &it.hold.nodes {
            HoldNodes::Counted(count) => format::node_count(*count, lang),
            HoldNodes::Named(ranges) => {
                words::NUMBERS.fill(lang, &[("numbers", &node_numbers(ranges))])
            }
        };
        vec![
            Cell::text(lang.text(&it.hold.label)),
            Cell::text(nodes),
            Cell::text(format::date(it.hold.from, lang)),
            Cell::text(end(it.hold, lang)),
            Cell::text(state.get(lang)),
        ]
    };
    let [first, last] = [window.start, window.end.saturating_sub(1)].map(|leaf| leaf.to_string());
    let more = shown.len().saturating_sub(MOST_ROWS);
    let period = period(axis, lang);
    let [from, until] = period.each();
    let values = [
        ("block", block_name(block, lang)),
        ("low", &first),
        ("high", &last),
        from,
        until,
        ("more", &format::holds(u32::try_from(more).unwrap_or(u32::MAX), lang)),
    ];
    let caption = if more > 0 { words::LANES_TABLE_MORE } else { words::LANES_TABLE };
    let heads = [words::LABEL, words::NODES, words::FROM, words::UNTIL, words::KIND];
    Table {
        caption: caption.fill(lang, &values),
        heads: heads.iter().map(|head| Cell::text(head.get(lang))).collect(),
        rows: shown.iter().take(MOST_ROWS).map(row).collect(),
        foot: Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{NodeRange, Occupancy, Text, busy_year};
    use crate::picture::free_chart::tests::snapshot;
    use crate::picture::time_axis::{Span, horizon};

    fn lanes(scenario: &Scenario, first_leaf: usize, span: Span) -> Lanes {
        let snapshot = &scenario.snapshot;
        let all = horizon(snapshot);
        let axis = TimeAxis::of_calendar(span, snapshot.as_of, &all, snapshot.as_of);
        Lanes::new(scenario, 0, first_leaf, axis, None, Lang::En)
    }

    fn scenario() -> Scenario {
        Scenario::new(&snapshot(), Occupancy::File, [])
    }

    #[test]
    fn a_hold_is_a_box_on_each_leaf_that_it_has_nodes_of() {
        let lanes = lanes(&scenario(), 1, Span::Quarter);
        let places: Vec<_> = lanes.lanes.iter().map(|it| (it.number, it.y, it.height)).collect();
        assert_eq!(places, [(1, 0, 48), (2, 56, 24)]);
        let boxes: Vec<_> =
            lanes.boxes.iter().map(|it| (it.x, it.width, it.y, it.height)).collect();
        assert_eq!(boxes, [(0, 3444, 0, 36), (0, 3444, 56, 12)]);
        assert_eq!((lanes.counted, lanes.height), (1, 80));
        assert_eq!(lanes.states, [NodeState::Free, NodeState::Held]);
        assert_eq!(lanes.table.rows.len(), 2);
        assert!(lanes.boxes[0].title.contains("1-6, 9-10"), "{}", lanes.boxes[0].title);
    }

    #[test]
    fn large_blocks_are_shown_in_windows() {
        assert_eq!((window(70, 1), window(70, 33), window(70, 99)), (1..33, 33..65, 65..71));
        assert_eq!((window(70, 0), window(0, 5), window(5, 5)), (1..33, 1..1, 1..6));
        let of = |window: Range<usize>| Lanes { window, leaves: 70, ..Lanes::default() };
        assert_eq!((of(1..33).neighbour(false), of(1..33).neighbour(true)), (None, Some(33)));
        assert_eq!((of(65..71).neighbour(false), of(65..71).neighbour(true)), (Some(33), None));
        let nothing = lanes(&scenario(), usize::MAX, Span::Week);
        assert_eq!(nothing.lanes.len(), 2);
    }

    #[test]
    fn too_many_boxes_become_shades() {
        let mut snapshot = snapshot();
        let hour = |number: u32| snapshot.as_of.plus(number);
        let hold = |number: u32| Hold {
            block: 0,
            nodes: HoldNodes::Named(NodeRanges::from_ranges(vec![NodeRange { first: 1, last: 8 }])),
            from: hour(number),
            until: hour(number + 1),
            label: Text::default(),
            published: None,
        };
        snapshot.holds = (0..2_000).map(hold).collect();
        let lanes = lanes(&Scenario::new(&snapshot, Occupancy::File, []), 1, Span::Year);
        assert!(lanes.boxes.is_empty());
        let all = Shade { level: 4, x: 0, width: 2333, y: 0, height: 48 };
        assert_eq!(lanes.shades, [all]);
        assert_eq!(lanes.table.rows.len(), MOST_ROWS);
        assert!(lanes.table.caption.contains("1,800 holds"), "{}", lanes.table.caption);
    }

    #[test]
    fn boxes_cover_what_is_held_and_nothing_else() {
        let mut base = snapshot();
        base.blocks[0].leaves = vec![16, 16, 7];
        base.holds.clear();
        let scenario = Scenario::new(&base, Occupancy::BusyYear, []);
        let lanes = lanes(&scenario, 1, Span::Year);
        assert!(lanes.boxes.iter().all(|it| it.state == NodeState::Assumed));
        let area: u64 = lanes.boxes.iter().map(|it| u64::from(it.width * it.height)).sum();
        let axis =
            TimeAxis::of_calendar(Span::Year, base.as_of, &(base.as_of..base.as_of), base.as_of);
        let node_hours = |hold: &Hold| {
            let hours = hold.until.min(axis.until).since(hold.from.max(axis.from));
            u64::from(hold.nodes.count()) * u64::from(hours)
        };
        let held: u64 = busy_year(&base, base.as_of).iter().map(node_hours).sum();
        let hours = u64::from(axis.until.since(axis.from));
        let node_height = u64::from(lanes.lanes[0].height / 16);
        let expected = held * u64::from(WIDTH) * node_height / hours;
        assert!(area.abs_diff(expected) * 500 < expected, "{area} for {expected}");
    }
}
