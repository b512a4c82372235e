//! Where everything is drawn: blocks in rows like words, in them leaves, in them nodes.

/// From one node to the next.
pub const PITCH: u32 = 20;
/// Units in a pixel of the page, where the map is neither enlarged nor reduced.
pub const UNITS_PER_PIXEL: u32 = 2;
/// Nodes side by side on a leaf of the usual 32 nodes.
const COLUMNS: u32 = 8;
/// Between two leaves; below each there is its number.
const LEAF_GAP: u32 = 14;
/// Height of the line with the number of a leaf.
const LEAF_LINE: u32 = 26;
/// The least room for what stands over a block.
const NARROWEST: u32 = 210;
/// The height of names and numbers on the screen, in pixels.
pub(super) const TEXT: u32 = 13;
/// The same on the plan.
const PLAN_TEXT: u32 = TEXT * UNITS_PER_PIXEL;
/// The least height of names that is read with ease, in pixels.
const EASY_TEXT: u32 = 10;
/// How many times as many leaves a block may have side by side as one below the other.
const SHAPES: [u32; 6] = [1, 2, 3, 4, 8, 16];
/// Between two blocks.
const BLOCK_GAP: u32 = 48;

/// The nodes of the leaves of a block, and its name.
type NamedLeaves<'a> = (&'a [u32], &'a str);

/// A rectangle.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Rect {
    /// The left edge.
    pub x: u32,
    /// The top edge.
    pub y: u32,
    /// How wide.
    pub width: u32,
    /// How high.
    pub height: u32,
}

impl Rect {
    /// Whether a point is in it.
    #[must_use]
    pub const fn holds(&self, x: u32, y: u32) -> bool {
        self.x <= x && x < self.x + self.width && self.y <= y && y < self.y + self.height
    }

    /// Whether the two have a point in common.
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

/// A node of the map.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Spot {
    /// Place of its block among those shown.
    pub block: usize,
    /// The node, from 0.
    pub node: u32,
}

/// Where some blocks are drawn.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct MapLayout {
    /// How wide and how high all is.
    pub size: Rect,
    /// The blocks, in the order given.
    pub blocks: Vec<BlockPlan>,
    /// The height of names.
    pub text: u32,
}

/// Where a block is drawn.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct BlockPlan {
    /// With the line of its name.
    pub frame: Rect,
    /// Its leaves.
    pub leaves: Vec<LeafPlan>,
}

/// Where a leaf is drawn.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct LeafPlan {
    /// Its nodes, without the line of its number.
    pub frame: Rect,
    /// Its first node, from 0.
    pub first: u32,
    /// How many nodes it has.
    pub nodes: u32,
    /// How many are side by side.
    columns: u32,
}

impl MapLayout {
    /// Lays out blocks for a place so many pixels wide: as low as it can be, and no higher than
    /// `height` pixels where it can be reduced instead.
    #[must_use]
    pub fn new(blocks: &[NamedLeaves<'_>], width: u32, height: u32) -> Self {
        let widest = width.clamp(160, 4_000) * UNITS_PER_PIXEL;
        let highest = height.clamp(160, 4_000) * UNITS_PER_PIXEL;
        let plan = Self::best(blocks, widest, highest, PLAN_TEXT);
        let is_easy = PLAN_TEXT * widest >= EASY_TEXT * UNITS_PER_PIXEL * plan.size.width;
        if is_easy {
            return plan;
        }
        // For a larger place, and with names that can be read once that is reduced.
        let [widest, highest, text] = [widest, highest, PLAN_TEXT].map(|it| it * 3 / 2);
        Self::best(blocks, widest, highest, text)
    }

    /// The best of all shapes that blocks may have.
    fn best(blocks: &[NamedLeaves<'_>], widest: u32, highest: u32, text: u32) -> Self {
        let plans = SHAPES.map(|shape| Self::shaped(blocks, shape, (widest, highest), text));
        let [first, ..] = SHAPES;
        // First reduced as little as can be, then low.
        let cost = |plan: &Self| {
            let Rect { width, height, .. } = plan.size;
            (width.max(widest), u64::from(height) * 1_000 / u64::from(width))
        };
        let best = plans.into_iter().min_by_key(cost);
        best.unwrap_or_else(|| Self::shaped(blocks, first, (widest, highest), text))
    }

    /// With blocks so many times as many leaves wide as high.
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
            // Of the same area, but of the shape of the place: it is reduced to fit.
            let area = u64::from(size.width) * u64::from(size.height);
            let wide = (area * u64::from(widest) / u64::from(highest)).isqrt();
            size = flow(u32::try_from(wide).unwrap_or(widest).max(widest));
        }
        // What is small is enlarged, up to a point; what is high is made narrow.
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

    /// The node at a point, also where the point lies in the gap behind it.
    #[must_use]
    pub fn spot(&self, x: u32, y: u32) -> Option<Spot> {
        let block = self.blocks.iter().position(|block| block.frame.holds(x, y))?;
        let leaf = self.blocks.get(block)?.leaves.iter().find(|leaf| leaf.frame.holds(x, y))?;
        let (column, row) = ((x - leaf.frame.x) / PITCH, (y - leaf.frame.y) / PITCH);
        let within = row * leaf.columns + column;
        let node = (column < leaf.columns && within < leaf.nodes).then_some(leaf.first + within)?;
        Some(Spot { block, node })
    }

    /// The next node in a direction, over whatever gap there is; the same one at the edge.
    #[must_use]
    pub fn next(&self, spot: Spot, (right, down): (i32, i32)) -> Spot {
        let Some(from) = self.frame(spot) else { return spot };
        let (mut x, mut y) = (from.x + PITCH / 2, from.y + PITCH / 2);
        loop {
            x = x.wrapping_add_signed(right.signum() * PITCH as i32);
            y = y.wrapping_add_signed(down.signum() * PITCH as i32);
            if x >= self.size.width || y >= self.size.height || (right, down) == (0, 0) {
                return spot;
            }
            if let Some(next) = self.spot(x, y).filter(|next| *next != spot) {
                return next;
            }
        }
    }

    /// Where a node is drawn.
    #[must_use]
    pub fn frame(&self, spot: Spot) -> Option<Rect> {
        let block = self.blocks.get(spot.block)?;
        let leaf = block.leaves.get(block.leaf_of(spot.node)?)?;
        Some(leaf.node(spot.node - leaf.first))
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
        // A small block is no wider than there is room for.
        let fits = if leaves.len() <= 256 { (widest + LEAF_GAP) / one } else { u32::MAX };
        let wide = one.saturating_mul(side_by_side.min(fits).max(1));
        // A leaf takes the line of its number with it.
        let frame = flow(leaves.iter_mut().map(|leaf| &mut leaf.frame), wide, LEAF_GAP);
        for leaf in &mut leaves {
            leaf.frame.y += name_lines(text);
            leaf.frame.height -= LEAF_LINE;
        }
        // A large one is worth a row of its own, as names are told apart by their ends.
        let room = if text > PLAN_TEXT { widest } else { widest * 5 / 8 };
        let name = text_width(name, text).min(room).max(NARROWEST);
        let height = frame.height + name_lines(text);
        let frame = Rect { width: frame.width.max(name), height, ..frame };
        Self { frame, leaves }
    }

    /// The place of the leaf of a node.
    #[must_use]
    pub fn leaf_of(&self, node: u32) -> Option<usize> {
        let behind = self.leaves.partition_point(|leaf| leaf.first <= node);
        let leaf = behind.checked_sub(1)?;
        self.leaves.get(leaf).is_some_and(|l| node < l.first + l.nodes).then_some(leaf)
    }
}

impl LeafPlan {
    fn new(first: u32, nodes: u32) -> Self {
        // Twice as wide as high where a leaf is larger than usual.
        let wide = nodes.saturating_mul(2).isqrt().next_multiple_of(COLUMNS);
        let columns = wide.max(COLUMNS).min(nodes.max(1));
        let (width, height) = (columns * PITCH, nodes.div_ceil(columns) * PITCH);
        let frame = Rect { x: 0, y: 0, width, height: height + LEAF_LINE };
        Self { frame, first, nodes, columns }
    }

    /// Where its node of this number, from 0, is drawn.
    #[must_use]
    pub const fn node(&self, within: u32) -> Rect {
        let x = self.frame.x + within % self.columns * PITCH;
        let y = self.frame.y + within / self.columns * PITCH;
        Rect { x, y, width: PITCH, height: PITCH }
    }
}

/// The height of the lines with the name of a block and with what is free of it.
pub(super) const fn name_lines(text: u32) -> u32 {
    text * 37 / 13
}

/// Puts frames into rows, one after the other; the size of all together.
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

/// How wide a text is, by the usual widths of letters.
pub(super) fn text_width(text: &str, size: u32) -> u32 {
    text.chars().map(|c| letter_width(c, size)).fold(0, u32::saturating_add)
}

/// How wide a letter is: those of Korean are as wide as high.
pub(super) const fn letter_width(letter: char, size: u32) -> u32 {
    if letter.is_ascii() { size * 13 / 20 } else { size }
}
