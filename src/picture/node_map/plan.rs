//! Layout of the map: blocks in rows like words, in them leaves, in them nodes.

/// Distance from one node to the next, in units.
pub const PITCH: u32 = 20;
/// Units per pixel of the page, at the normal size of the map.
pub const UNITS_PER_PIXEL: u32 = 2;
/// Nodes side by side on a usual leaf of 32 nodes.
const COLUMNS: u32 = 8;
/// Gap between two leaves; below each is its number.
const LEAF_GAP: u32 = 14;
/// Height of the line with the number of a leaf.
const LEAF_LINE: u32 = 26;
/// Least width of the caption above a block.
const NARROWEST: u32 = 210;
/// Height of names and numbers on the screen, in pixels.
pub(super) const TEXT: u32 = 13;
/// The same height in units of the layout.
const PLAN_TEXT: u32 = TEXT * UNITS_PER_PIXEL;
/// Least height of easily read names, in pixels.
const EASY_TEXT: u32 = 10;
/// Possible ratios of leaves side by side to leaves below each other in a block.
const SHAPES: [u32; 6] = [1, 2, 3, 4, 8, 16];
/// Gap between two blocks.
const BLOCK_GAP: u32 = 48;

/// Number of nodes on each leaf of a block, and the block's name.
type NamedLeaves<'a> = (&'a [u32], &'a str);

/// A rectangle.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Rect {
    /// Left edge.
    pub x: u32,
    /// Top edge.
    pub y: u32,
    /// Width.
    pub width: u32,
    /// Height.
    pub height: u32,
}

impl Rect {
    /// Returns `true` if the point lies in it.
    #[must_use]
    pub const fn holds(&self, x: u32, y: u32) -> bool {
        self.x <= x && x < self.x + self.width && self.y <= y && y < self.y + self.height
    }

    /// Returns `true` if the two have a point in common.
    #[must_use]
    pub const fn meets(&self, other: &Self) -> bool {
        self.x < other.x + other.width
            && other.x < self.x + self.width
            && self.y < other.y + other.height
            && other.y < self.y + self.height
    }

    const fn moved_by(self, x: u32, y: u32) -> Self {
        Self { x: self.x + x, y: self.y + y, ..self }
    }
}

/// Position of a node on the map.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Spot {
    /// Index of its block among those shown.
    pub shown_index: usize,
    /// Index of the node within the block.
    pub node_index: u32,
}

/// Positions of some blocks.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct MapLayout {
    /// Width and height of the whole.
    pub size: Rect,
    /// Blocks, in the order given.
    pub blocks: Vec<BlockPlan>,
    /// Height of names.
    pub text: u32,
}

/// Position of a block.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct BlockPlan {
    /// Bounds, including the line of its name.
    pub frame: Rect,
    /// Leaves of the block.
    pub leaves: Vec<LeafPlan>,
}

/// Position of a leaf.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct LeafPlan {
    /// Bounds of its nodes, without the line of its number.
    pub frame: Rect,
    /// First node, 0-based within the block.
    pub first: u32,
    /// Number of nodes.
    pub nodes: u32,
    /// Number of nodes side by side.
    columns: u32,
}

impl MapLayout {
    /// Lays out blocks for a picture `width` pixels wide: as low as possible, and no higher than
    /// `height` pixels if it can be reduced instead.
    #[must_use]
    pub fn new(blocks: &[NamedLeaves<'_>], width: u32, height: u32) -> Self {
        let widest = width.clamp(160, 4_000) * UNITS_PER_PIXEL;
        let highest = height.clamp(160, 4_000) * UNITS_PER_PIXEL;
        let plan = Self::best(blocks, widest, highest, PLAN_TEXT);
        let is_easy = PLAN_TEXT * widest >= EASY_TEXT * UNITS_PER_PIXEL * plan.size.width;
        if is_easy {
            return plan;
        }
        // Laid out for a larger picture, with larger names that stay legible once it is reduced.
        let [widest, highest, text] = [widest, highest, PLAN_TEXT].map(|it| it * 3 / 2);
        Self::best(blocks, widest, highest, text)
    }

    /// Returns the best layout over all block shapes.
    fn best(blocks: &[NamedLeaves<'_>], widest: u32, highest: u32, text: u32) -> Self {
        let plans = SHAPES.map(|shape| Self::shaped(blocks, shape, (widest, highest), text));
        let [first, ..] = SHAPES;
        // Least reduction first, then least height in proportion to the width.
        let cost = |plan: &Self| {
            let Rect { width, height, .. } = plan.size;
            (width.max(widest), u64::from(height) * 1_000 / u64::from(width))
        };
        let best = plans.into_iter().min_by_key(cost);
        best.unwrap_or_else(|| Self::shaped(blocks, first, (widest, highest), text))
    }

    /// Returns the layout with blocks of `shape` times as many leaves across as down.
    fn shaped(
        blocks: &[NamedLeaves<'_>],
        shape: u32,
        (widest, highest): (u32, u32),
        text: u32,
    ) -> Self {
        let block = |named: &NamedLeaves<'_>| BlockPlan::new(named, shape, widest, text);
        let mut blocks: Vec<BlockPlan> = blocks.iter().map(block).collect();
        let mut flow =
            |widest| flow(blocks.iter_mut().map(|block| &mut block.frame), widest, BLOCK_GAP);
        let mut size = flow(widest);
        if size.height > highest {
            // The same area in the proportions of the picture, which is then reduced to fit.
            let area = u64::from(size.width) * u64::from(size.height);
            let wide = (area * u64::from(widest) / u64::from(highest)).isqrt();
            size = flow(u32::try_from(wide).unwrap_or(widest).max(widest));
        }
        // A small layout is enlarged up to a limit; a high one gets empty width to keep the
        // proportions.
        let narrow = u64::from(size.height) * u64::from(widest) / u64::from(highest);
        let narrow =
            if size.height > highest { u32::try_from(narrow).unwrap_or(widest) } else { 0 };
        size.width = size.width.max(widest * 5 / 8).max(narrow);
        for BlockPlan { frame, leaves } in &mut blocks {
            for leaf in leaves {
                leaf.frame = leaf.frame.moved_by(frame.x, frame.y);
            }
        }
        Self { size, blocks, text }
    }

    /// Returns the node at a point, which may lie in the gap after the node within its cell.
    #[must_use]
    pub fn spot(&self, x: u32, y: u32) -> Option<Spot> {
        let shown_index = self.blocks.iter().position(|block| block.frame.holds(x, y))?;
        let leaf =
            self.blocks.get(shown_index)?.leaves.iter().find(|leaf| leaf.frame.holds(x, y))?;
        let (column, row) = ((x - leaf.frame.x) / PITCH, (y - leaf.frame.y) / PITCH);
        let within = row * leaf.columns + column;
        let node_index =
            (column < leaf.columns && within < leaf.nodes).then_some(leaf.first + within)?;
        Some(Spot { shown_index, node_index })
    }

    /// Returns the next node in a direction, across any gap, or the same one at the edge.
    #[must_use]
    pub fn next(&self, spot: Spot, (right, down): (i32, i32)) -> Spot {
        let Some(from) = self.frame(spot) else { return spot };
        let (mut x, mut y) = (from.x + PITCH / 2, from.y + PITCH / 2);
        loop {
            x = x.wrapping_add_signed(right.signum() * PITCH as i32);
            y = y.wrapping_add_signed(down.signum() * PITCH as i32);
            // Left or up of the map wraps around to huge numbers; without a direction the loop
            // would not end.
            if x >= self.size.width || y >= self.size.height || (right, down) == (0, 0) {
                return spot;
            }
            if let Some(next) = self.spot(x, y).filter(|next| *next != spot) {
                return next;
            }
        }
    }

    /// Returns the bounds of a node.
    #[must_use]
    pub fn frame(&self, spot: Spot) -> Option<Rect> {
        let block = self.blocks.get(spot.shown_index)?;
        let leaf = block.leaves.get(block.leaf_of(spot.node_index)?)?;
        Some(leaf.node(spot.node_index - leaf.first))
    }
}

impl BlockPlan {
    fn new((leaves, name): &NamedLeaves<'_>, shape: u32, widest: u32, text: u32) -> Self {
        let mut first = 0;
        let leaf = |&nodes: &u32| {
            let leaf = LeafPlan::new(first, nodes);
            first += nodes;
            leaf
        };
        let mut leaves: Vec<LeafPlan> = leaves.iter().map(leaf).collect();
        let one = leaves.iter().map(|leaf| leaf.frame.width).max().unwrap_or(0) + LEAF_GAP;
        let side_by_side = (leaves.len() as u32).saturating_mul(shape).isqrt().max(1);
        // A block of at most 256 leaves is no wider than the picture.
        let fits = if leaves.len() <= 256 { (widest + LEAF_GAP) / one } else { u32::MAX };
        let wide = one.saturating_mul(side_by_side.min(fits).max(1));
        // Each leaf is placed together with the line of its number.
        let frame = flow(leaves.iter_mut().map(|leaf| &mut leaf.frame), wide, LEAF_GAP);
        for leaf in &mut leaves {
            leaf.frame.y += name_lines(text);
            leaf.frame.height -= LEAF_LINE;
        }
        // A large name gets a row of its own, as names differ in their ends.
        let room = if text > PLAN_TEXT { widest } else { widest * 5 / 8 };
        let name = text_width(name, text).min(room).max(NARROWEST);
        let height = frame.height + name_lines(text);
        let frame = Rect { width: frame.width.max(name), height, ..frame };
        Self { frame, leaves }
    }

    /// Returns the index of the leaf of a node, by binary search.
    #[must_use]
    pub fn leaf_of(&self, node_index: u32) -> Option<usize> {
        let behind = self.leaves.partition_point(|leaf| leaf.first <= node_index);
        let index = behind.checked_sub(1)?;
        let leaf = self.leaves.get(index)?;
        (node_index < leaf.first + leaf.nodes).then_some(index)
    }
}

impl LeafPlan {
    fn new(first: u32, nodes: u32) -> Self {
        // Twice as wide as high if the leaf is larger than usual.
        let wide = nodes.saturating_mul(2).isqrt().next_multiple_of(COLUMNS);
        let columns = wide.max(COLUMNS).min(nodes.max(1));
        let (width, height) = (columns * PITCH, nodes.div_ceil(columns) * PITCH);
        let frame = Rect { x: 0, y: 0, width, height: height + LEAF_LINE };
        Self { frame, first, nodes, columns }
    }

    /// Returns the bounds of its node number `within`, 0-based.
    #[must_use]
    pub const fn node(&self, within: u32) -> Rect {
        let x = self.frame.x + within % self.columns * PITCH;
        let y = self.frame.y + within / self.columns * PITCH;
        Rect { x, y, width: PITCH, height: PITCH }
    }
}

/// Returns the height of the two caption lines above a block.
pub(super) const fn name_lines(text: u32) -> u32 {
    text * 37 / 13
}

/// Places frames in rows, left to right, a new row whenever `widest` would be exceeded; returns the
/// total size.
fn flow<'a>(frames: impl Iterator<Item = &'a mut Rect>, widest: u32, gap: u32) -> Rect {
    let (mut x, mut y, mut row) = (0_u32, 0_u32, 0_u32);
    let mut size = Rect::default();
    for frame in frames {
        if x > 0 && x + frame.width > widest {
            (x, y, row) = (0, y + row + gap, 0);
        }
        (frame.x, frame.y) = (x, y);
        x += frame.width + gap;
        row = row.max(frame.height);
        size.width = size.width.max(frame.x + frame.width);
        size.height = size.height.max(frame.y + frame.height);
    }
    size
}

/// Returns the width of a text, by typical letter widths.
pub(super) fn text_width(text: &str, size: u32) -> u32 {
    text.chars().map(|c| letter_width(c, size)).fold(0, u32::saturating_add)
}

/// Returns the width of a letter: Korean ones are as wide as they are high.
pub(super) const fn letter_width(letter: char, size: u32) -> u32 {
    if letter.is_ascii() { size * 13 / 20 } else { size }
}
