//! A plan as a picture: blocks downward, node by node, and time to the right; below, on the same
//! axis, the free nodes before and after the plan.

mod free;
mod input;
mod row;
mod table;
mod window;

pub use free::{FREE_HEIGHT, FreeNodes};
pub use input::{GrantedNodes, PlanInput};
pub use row::{BlockRow, GivenBox};
pub use table::table;
pub use window::{DayWindow, Shift};

use crate::picture::time_axis::TimeAxis;
use crate::words::lang::Lang;
use row::Budget;

/// A plan as a picture.
#[derive(Clone, PartialEq, Debug)]
pub struct PlanPicture {
    /// Axis of the time shown.
    pub axis: TimeAxis,
    /// Rows, one for each block shown.
    pub rows: Vec<BlockRow>,
    /// Height of all rows.
    pub height: u32,
    /// Free nodes of the blocks shown.
    pub free: FreeNodes,
    /// Number of grants on these blocks that are drawn.
    pub drawn: u32,
    /// Number of grants outside the time shown.
    pub outside: u32,
    /// Number of grants with a node count only, which are not drawn.
    pub counted: u32,
}

impl PlanPicture {
    /// Lays out the picture.
    #[must_use]
    pub fn new(asked: &PlanInput<'_>, lang: Lang) -> Self {
        let blocks = &asked.scenario.snapshot.blocks;
        let indices = asked.block_indices();
        let shown = || indices.iter().filter_map(|index| Some((*index, blocks.get(*index)?)));
        let budget = Budget::new(shown().map(|(_, block)| block.nodes()));
        let mut rows: Vec<BlockRow> = Vec::new();
        let mut y = 0_u32;
        for (index, block) in shown() {
            let row = BlockRow::new(
                asked,
                index,
                block,
                budget.height(block.nodes()),
                y + row::NAME,
                lang,
            );
            y = row.y + row.height + row::GAP;
            rows.push(row);
        }
        let (mut outside, mut counted) = (0, 0);
        for given in asked.given.iter().filter(|given| indices.contains(&given.grant.block_index)) {
            let offer = &given.grant.offer;
            if offer.start >= asked.axis.until || offer.end <= asked.axis.from {
                outside += 1;
            } else if offer.node_ranges.is_empty() {
                counted += 1;
            }
        }
        let drawn = rows.iter().map(BlockRow::drawn).sum();
        let height = y.saturating_sub(row::GAP).max(1);
        Self {
            axis: asked.axis,
            free: FreeNodes::new(asked, &indices, lang),
            rows,
            height,
            drawn,
            outside,
            counted,
        }
    }

    /// Returns the index of the application whose bar is nearest to a point, within a finger's
    /// breadth.
    ///
    /// `x` is a position on the axis, `y` is in pixels.
    #[must_use]
    pub fn bar_at(&self, x: u32, y: u32) -> Option<usize> {
        let row = self.rows.iter().find(|row| (row.y..row.y + row.height).contains(&y))?;
        row.bar_at(x, y - row.y)
    }
}

#[cfg(test)]
mod tests;
