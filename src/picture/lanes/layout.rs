//! Layout of lanes: positions of nodes and hours, and from them the shapes of holds.

use super::shape::{HoldBox, Lane, Shade};
use super::shown::{Shown, named};
use crate::model::{Block, Hour, NodeRanges};
use crate::picture::node_map::NodeState;
use crate::picture::time_axis::{TimeAxis, WIDTH};
use core::ops::Range;

/// Number of parts of the axis for which the held share of a leaf is computed.
const PARTS: usize = 120;
/// Height of a lane's name.
const LABEL_HEIGHT: u32 = 14;
/// Space below a lane.
const GAP: u32 = 8;
/// Allowed heights of a node, with an exclusive end: as high as fits, from a visible line to a
/// bar.
const NODE_HEIGHT: Range<u32> = 1..7;
/// Target height of all nodes together, which only a height of 1 per node may exceed.
const WANTED_HEIGHT: u32 = 420;

/// Positions of nodes and hours.
pub(super) struct LaneLayout {
    pub(super) axis: TimeAxis,
    pub(super) lanes: Vec<Lane>,
    /// Nodes of each lane, 1-based.
    nodes: Vec<Range<u32>>,
    node_height: u32,
    pub(super) height: u32,
}

impl LaneLayout {
    /// Lays out the lanes of a window of leaves.
    pub(super) fn new(block: &Block, window: &Range<usize>, axis: TimeAxis) -> Self {
        let sizes = || block.leaves.get(window.start - 1..window.end - 1).unwrap_or_default();
        let before = block.leaves.get(..window.start - 1).unwrap_or_default();
        let mut node = 1 + before.iter().sum::<u32>();
        let all = sizes().iter().sum::<u32>().max(1);
        let node_height = (WANTED_HEIGHT / all).clamp(NODE_HEIGHT.start, NODE_HEIGHT.end - 1);
        let (mut y, mut lanes, mut nodes) = (0_u32, Vec::new(), Vec::new());
        let mut free_from = 0;
        for (number, &size) in (window.start..).zip(sizes()) {
            let height = size.saturating_mul(node_height);
            // A name is higher than a small leaf, so some leaves go without.
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

    /// Returns `true` if some of these nodes are shown.
    pub(super) fn touches(&self, ranges: &NodeRanges) -> bool {
        let (Some(first), Some(last)) = (self.nodes.first(), self.nodes.last()) else {
            return false;
        };
        ranges.ranges().iter().any(|range| range.first < last.end && range.last >= first.start)
    }

    /// Calls `act` with the index of each lane that these nodes lie on, and with their numbers on
    /// it.
    fn for_each_lane(&self, ranges: &NodeRanges, act: &mut dyn FnMut(usize, Range<u32>)) {
        for range in ranges.ranges() {
            // The lanes are in the order of their nodes, so the first one is found by binary
            // search.
            let first = self.nodes.partition_point(|nodes| nodes.end <= range.first);
            for (index, nodes) in self.nodes.iter().enumerate().skip(first) {
                if nodes.start > range.last {
                    break;
                }
                let end = range.last.saturating_add(1).min(nodes.end);
                act(index, range.first.max(nodes.start)..end);
            }
        }
    }

    /// Returns the number of boxes of a hold.
    pub(super) fn pieces(&self, ranges: Option<&NodeRanges>) -> usize {
        let mut pieces = 0;
        if let Some(ranges) = ranges {
            self.for_each_lane(ranges, &mut |_, _| pieces += 1);
        }
        pieces
    }

    /// Adds a box for each lane that these nodes lie on.
    pub(super) fn boxes(
        &self,
        state: NodeState,
        ranges: &NodeRanges,
        times: &Range<Hour>,
        title: &str,
        boxes: &mut Vec<HoldBox>,
    ) {
        let (x, end) = (self.axis.x(times.start), self.axis.x(times.end));
        self.for_each_lane(ranges, &mut |index, nodes| {
            if let (Some(lane), Some(all)) = (self.lanes.get(index), self.nodes.get(index)) {
                boxes.push(HoldBox {
                    state,
                    x,
                    // At least wide enough for a single hour to be seen.
                    width: (end - x).max(8),
                    y: lane.y + (nodes.start - all.start) * self.node_height,
                    height: (nodes.end - nodes.start) * self.node_height,
                    title: title.to_owned(),
                });
            }
        });
    }

    /// Returns the held share of each leaf in each part of the axis, with equal neighbours merged.
    ///
    /// A difference array per lane: each range adds its nodes at its first part and subtracts them
    /// after its last one, and a running sum gives the nodes held. With `r` pieces of holds that is
    /// O(r + lanes · PARTS), and needs no loop over the parts of each hold.
    ///
    /// ```text
    /// 3 nodes in parts 1 and 2, 2 nodes in parts 2 and 3
    /// differences   0  3  2 -3 -2
    /// running sum   0  3  5  2  0
    /// ```
    pub(super) fn shades(&self, shown: &[Shown<'_>]) -> Vec<Shade> {
        let row = PARTS + 1;
        // Per lane and part, the change in held nodes; negative changes wrap around (two's
        // complement), and the running sum, which is never negative, wraps back.
        let mut changes = vec![0_u32; self.lanes.len() * row];
        for it in shown {
            let Some(ranges) = named(it.hold) else { continue };
            let part = |hour: Hour| self.axis.x(hour) as usize * PARTS / WIDTH as usize;
            let first = part(it.hold.from).min(PARTS - 1);
            // The part of the last held hour, since `until` is exclusive; at least one part is
            // shaded.
            let end = (part(it.hold.until.minus(1)) + 1).clamp(first + 1, PARTS);
            self.for_each_lane(ranges, &mut |index, nodes| {
                let count = nodes.end - nodes.start;
                if let Some(come) = changes.get_mut(index * row + first) {
                    *come = come.wrapping_add(count);
                }
                if let Some(go) = changes.get_mut(index * row + end) {
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
                // Levels 1 to 3 for each third that is begun, 4 for the whole leaf.
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
