//! A block of the plan: its nodes downward, with holds and grants.

use super::input::PlanInput;
use crate::model::{Block, Hold, HoldNodes, Hour, NodeRange};
use crate::picture::node_map::NodeState;
use crate::picture::svg_path::SvgPath;
use crate::picture::time_axis::{TimeAxis, WIDTH};
use crate::words::lang::Lang;
use crate::words::names::block_name;
use core::ops::Range;

/// Space below a block.
pub(super) const GAP: u32 = 6;
/// Space above a block, for its name.
pub(super) const NAME: u32 = 18;
/// Target height of all blocks together, in pixels.
const WANTED_HEIGHT: u32 = 440;
/// Least height of a block.
const LEAST_HEIGHT: u32 = 26;
/// Greatest height of a node.
const NODE_HEIGHT: u32 = 6;
/// Greatest distance of a pointer from the bar it selects, in pixels.
const REACH: u32 = 6;
/// Number of tints that distinguish neighbouring bars.
pub(super) const TINTS: usize = 3;
/// Most pieces drawn: with more they would be too narrow to be seen.
const MOST_PIECES: usize = 8_000;

/// Total height, divided among the blocks in proportion to their nodes.
pub(super) struct Budget {
    nodes: u32,
}

impl Budget {
    pub(super) fn new(nodes: impl Iterator<Item = u32>) -> Self {
        Self { nodes: nodes.fold(0, u32::saturating_add).max(1) }
    }

    /// Returns the height of a block of `nodes` nodes.
    pub(super) fn height(&self, nodes: u32) -> u32 {
        let part = u64::from(WANTED_HEIGHT) * u64::from(nodes) / u64::from(self.nodes);
        // `clamp` panics if its bounds are crossed, hence the least height for `most` too.
        let most = nodes.saturating_mul(NODE_HEIGHT).max(LEAST_HEIGHT);
        u32::try_from(part).unwrap_or(WANTED_HEIGHT).clamp(LEAST_HEIGHT, most)
    }
}

/// A block over time.
///
/// Its shapes have positions on the axis to the right, and 0-based node numbers downward.
#[derive(Clone, PartialEq, Debug)]
pub struct BlockRow {
    /// Name of the block.
    pub name: String,
    /// Upper edge in pixels.
    pub y: u32,
    /// Height in pixels.
    pub height: u32,
    /// Number of nodes.
    pub nodes: u32,
    /// Holds besides the plan, by state, as SVG path data.
    pub held: Vec<(NodeState, String)>,
    /// Grants, one path of SVG path data for each tint.
    pub given: Vec<String>,
    /// Grants, bar by bar.
    pub boxes: Vec<GivenBox>,
}

/// Bar of neighbouring nodes that are granted to one application.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct GivenBox {
    /// Index of the application among all that were read.
    pub application_index: usize,
    /// Start and end on the axis.
    pub x: (u32, u32),
    /// First node, 0-based, and the exclusive end.
    pub nodes: (u32, u32),
}

impl GivenBox {
    /// Returns its shape, as SVG path data.
    #[must_use]
    pub fn path(&self) -> String {
        let mut path = SvgPath::default();
        add(&mut path, self.x, self.nodes);
        path.0
    }
}

impl BlockRow {
    pub(super) fn new(
        asked: &PlanInput<'_>,
        block_index: usize,
        block: &Block,
        height: u32,
        y: u32,
        lang: Lang,
    ) -> Self {
        let axis = asked.axis;
        let mut given = vec![SvgPath::default(); TINTS];
        let mut boxes = Vec::new();
        for (index, granted) in asked
            .given
            .iter()
            .filter(|granted| granted.grant.block_index == block_index)
            .enumerate()
        {
            let offer = &granted.grant.offer;
            let Some(x) = span(axis, &(offer.start..offer.end)) else { continue };
            for range in offer.node_ranges.ranges().iter().take(MOST_PIECES) {
                let given_box = GivenBox {
                    application_index: granted.application_index,
                    x,
                    nodes: nodes(range),
                };
                if let Some(path) = given.get_mut(index % TINTS) {
                    add(path, given_box.x, given_box.nodes);
                }
                boxes.push(given_box);
            }
        }
        Self {
            name: block_name(block, lang).to_owned(),
            y,
            height,
            nodes: block.nodes(),
            held: held(asked, block_index, block),
            given: given.into_iter().map(|path| path.0).collect(),
            boxes,
        }
    }

    /// Returns the number of applications with a bar in it.
    pub(super) fn drawn(&self) -> u32 {
        let mut drawn = 0;
        let mut last = None;
        for it in &self.boxes {
            // The bars of one application are adjacent, so comparing with the last one is enough.
            if last != Some(it.application_index) {
                drawn += 1;
            }
            last = Some(it.application_index);
        }
        drawn
    }

    /// Returns the index of the application whose bar is nearest to a point of the row.
    pub(super) fn bar_at(&self, x: u32, y: u32) -> Option<usize> {
        let pixels = |node: u32| {
            (u64::from(node) * u64::from(self.height) / u64::from(self.nodes.max(1))) as u32
        };
        let mut best: Option<(u32, usize)> = None;
        for it in self.boxes.iter().filter(|it| (it.x.0..it.x.1.max(it.x.0 + 1)).contains(&x)) {
            let (top, bottom) = (pixels(it.nodes.0), pixels(it.nodes.1));
            let away = top.saturating_sub(y).max(y.saturating_sub(bottom));
            if away <= REACH && best.is_none_or(|best| away < best.0) {
                best = Some((away, it.application_index));
            }
        }
        best.map(|best| best.1)
    }
}

/// Returns the holds besides the plan and the nodes not delivered yet, by state.
fn held(asked: &PlanInput<'_>, block_index: usize, block: &Block) -> Vec<(NodeState, String)> {
    let mut paths: Vec<(NodeState, SvgPath)> = Vec::new();
    let mut add_to = |state: NodeState, x: (u32, u32), nodes: (u32, u32)| {
        let known = paths.iter().position(|path| path.0 == state);
        let known = known.unwrap_or_else(|| {
            paths.push((state, SvgPath::default()));
            paths.len() - 1
        });
        if let Some((_, path)) = paths.get_mut(known) {
            add(path, x, nodes);
        }
    };
    if let Some(from) = block.available_from
        && let Some(x) = span(asked.axis, &(Hour::MIN..from))
    {
        add_to(NodeState::NotDelivered, x, (0, block.nodes()));
    }
    let mut pieces = 0;
    for (hold_index, hold) in asked.scenario.snapshot.holds.iter().enumerate() {
        let (Hold { block_index: of_block, .. }, HoldNodes::Named(ranges)) = (hold, &hold.nodes)
        else {
            continue;
        };
        let Some(x) =
            span(asked.axis, &(hold.from..hold.until)).filter(|_| *of_block == block_index)
        else {
            continue;
        };
        let state = NodeState::of_hold(asked.scenario, hold_index, hold);
        for range in ranges.ranges() {
            pieces += 1;
            add_to(state, x, nodes(range));
        }
        // Checked after each hold, so that no hold is drawn in part.
        if pieces > MOST_PIECES {
            break;
        }
    }
    paths.into_iter().map(|(state, path)| (state, path.0)).collect()
}

/// Returns the position of a period on an axis, or `None` if it lies outside.
fn span(axis: TimeAxis, times: &Range<Hour>) -> Option<(u32, u32)> {
    let is_on_it = times.start < axis.until && times.end > axis.from;
    let (from, until) = (axis.x(times.start), axis.x(times.end));
    // At least 8 wide, so that a single hour can be seen.
    is_on_it.then(|| (from.min(WIDTH - 8), until.max(from + 8).min(WIDTH)))
}

/// Returns a range of nodes as 0-based first node and exclusive end.
fn nodes(range: &NodeRange) -> (u32, u32) {
    (range.first.saturating_sub(1), range.last)
}

fn add(path: &mut SvgPath, x: (u32, u32), nodes: (u32, u32)) {
    path.go(x.0, nodes.0);
    path.level(x.1);
    path.upright(nodes.1);
    path.level(x.0);
    path.close();
}
