//! Shapes of a node map: nodes or, where these are too small, bars of the states in a leaf or
//! block.
//!
//! A state is distinguished by shape as well as by colour: an open square, a full one, a struck
//! one, a dot, a ring; at close range also by a letter.

use super::map::{BlockMap, NodeMap, count};
use super::node_text::Caption;
use super::plan::{
    BlockPlan, LeafPlan, MapLayout, PITCH, Rect, TEXT, letter_width, name_lines, text_width,
};
use super::state::NodeState;
use super::window::MapWindow;
use crate::model::TruthLayer;
use crate::words::lang::Lang;
use core::fmt::Write;

/// Least size of a node, a leaf and a letter that can be told apart, in tenths of a pixel.
const SMALLEST_NODE: u32 = 55;
const SMALLEST_LEAF: u32 = 60;
const SMALLEST_LETTER: u32 = 170;
/// Least height of legible text, in tenths of a pixel.
const SMALLEST_TEXT: u32 = 85;

/// Shapes and labels of a node map.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Drawing {
    /// SVG paths of the nodes of each state, in the order in which the states are declared.
    paths: [String; 6],
    /// Outlines of leaves or blocks whose nodes are not drawn.
    pub outlines: String,
    /// Names, numbers and letters.
    pub labels: Vec<Label>,
}

/// A text on the map.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Label {
    /// Left edge, or the middle for a letter.
    pub x: u32,
    /// Baseline.
    pub y: u32,
    /// Text height.
    pub size: u32,
    /// CSS class.
    pub class: &'static str,
    /// Content.
    pub text: String,
}

impl Drawing {
    /// Draws everything in the region around the window.
    #[must_use]
    pub fn new(
        map: &NodeMap,
        plan: &MapLayout,
        window: &MapWindow,
        captions: &[Caption],
        lang: Lang,
    ) -> Self {
        let mut drawing = Self::default();
        let region = window.region();
        let blocks = map.blocks.iter().zip(&plan.blocks).zip(captions);
        let near = blocks.filter(|((_, plan), _)| plan.frame.meets(&region));
        for ((block, of_block), caption) in near {
            drawing.block(block, (of_block, plan.text), window, caption, (map.layer, lang));
        }
        drawing
    }

    fn block(
        &mut self,
        block: &BlockMap,
        (plan, text): (&BlockPlan, u32),
        window: &MapWindow,
        caption: &Caption,
        (layer, lang): (TruthLayer, Lang),
    ) {
        let Rect { x, y, width, height } = plan.frame;
        // Names grow with the map only up to their size on the page.
        let size = window.units(TEXT).min(text);
        let lines = name_lines(text);
        let is_legible = |size| window.tenths(size) >= SMALLEST_TEXT;
        if is_legible(size) {
            let of_lines = [
                (&caption.name, y + text, "block-name"),
                (&caption.about, y + text * 29 / 13, "block-about"),
            ];
            for (words, y, class) in of_lines {
                let text = shortened(words, width, size);
                self.labels.push(Label { x, y, size, class, text });
            }
        }
        let leaf = plan.leaves.first().map_or(0, |leaf| leaf.frame.width);
        if window.tenths(leaf) < SMALLEST_LEAF {
            let frame = Rect { x, y: y + lines, width, height: height.saturating_sub(lines) };
            return self.mixture(frame, &block.states);
        }
        let region = window.region();
        for (leaf_index, leaf) in plan.leaves.iter().enumerate() {
            if !leaf.frame.meets(&region) {
                continue;
            }
            let own = leaf.first as usize..(leaf.first + leaf.nodes) as usize;
            let states = block.states.get(own).unwrap_or_default();
            if window.tenths(PITCH) < SMALLEST_NODE {
                self.mixture(leaf.frame, states);
                continue;
            }
            self.nodes(leaf, states, window, layer, lang);
            // No higher than its line.
            let size = size.min(2 * TEXT) * 5 / 6;
            if is_legible(size) {
                let Rect { x, y, height, .. } = leaf.frame;
                let text = (leaf_index + 1).to_string();
                self.labels.push(Label { x, y: y + height + 18, size, class: "leaf-number", text });
            }
        }
    }

    /// Draws the nodes of a leaf, one by one.
    fn nodes(
        &mut self,
        leaf: &LeafPlan,
        states: &[NodeState],
        window: &MapWindow,
        layer: TruthLayer,
        lang: Lang,
    ) {
        let with_letters = window.tenths(PITCH) >= SMALLEST_LETTER;
        for (node, &state) in (0..).zip(states) {
            let Rect { x, y, .. } = leaf.node(node);
            draw(state, self.path(state), x + 2, y + 2);
            if with_letters {
                let text = state.letter(layer).get(lang).to_owned();
                let (x, y) = (x + PITCH / 2, y + PITCH / 2 + 3);
                self.labels.push(Label { x, y, size: 8, class: state.class(), text });
            }
        }
    }

    /// Draws many nodes as a bar, divided in proportion to the nodes of each state.
    fn mixture(&mut self, frame: Rect, states: &[NodeState]) {
        let all = (states.len() as u32).max(1);
        let Rect { mut x, y, width, height } = frame;
        let _ = write!(self.outlines, "M{x} {y}h{width}v{height}h-{width}z");
        let end = x + width;
        for state in NodeState::ALL {
            let share = u64::from(width) * u64::from(count(states, state)) / u64::from(all);
            let share = (share as u32).min(end - x);
            if share > 0 {
                let _ = write!(self.path(state), "M{x} {y}h{share}v{height}h-{share}z");
                x += share;
            }
        }
    }

    fn path(&mut self, state: NodeState) -> &mut String {
        let [free, held, published, assumed, not_delivered, offered] = &mut self.paths;
        match state {
            NodeState::Free => free,
            NodeState::Held => held,
            NodeState::Published => published,
            NodeState::Assumed => assumed,
            NodeState::NotDelivered => not_delivered,
            NodeState::Offered => offered,
        }
    }

    /// Returns one SVG path for each state that occurs.
    #[must_use]
    pub fn shapes(&self) -> Vec<(NodeState, &str)> {
        use NodeState::{Assumed, Free, Held, NotDelivered, Offered, Published};
        let states = [Free, Held, Published, Assumed, NotDelivered, Offered];
        let shapes = states.into_iter().zip(self.paths.iter().map(String::as_str));
        shapes.filter(|shape| !shape.1.is_empty()).collect()
    }
}

/// Returns a single node in a cell of [`PITCH`], for a legend.
#[must_use]
pub fn symbol(state: NodeState) -> String {
    let mut path = String::new();
    draw(state, &mut path, 2, 2);
    path
}

/// Appends a node of this state with its corner at (`x`, `y`), as SVG path data.
fn draw(state: NodeState, path: &mut String, x: u32, y: u32) {
    // Writing to a string cannot fail.
    let _ = match state {
        NodeState::Free | NodeState::Held => write!(path, "M{x} {y}h16v16h-16z"),
        NodeState::Published => write!(path, "M{x} {y}h16v16h-16zM{x} {}h16", y + 8),
        NodeState::Assumed => write!(path, "M{x} {y}h16v16h-16zM{x} {}l16-16", y + 16),
        NodeState::NotDelivered => write!(path, "M{} {}h4v4h-4z", x + 6, y + 6),
        NodeState::Offered => write!(path, "M{x} {y}h16v16h-16zM{} {}v8h8v-8z", x + 4, y + 4),
    };
}

/// Cuts a name to a width, by typical letter widths.
fn shortened(name: &str, width: u32, size: u32) -> String {
    if text_width(name, size) <= width {
        return name.to_owned();
    }
    // The ellipsis takes as much room as a letter of Hangul.
    let mut used = size;
    let fits = |c: &char| {
        used += letter_width(*c, size);
        used <= width
    };
    let mut cut: String = name.chars().take_while(fits).collect();
    cut.push('…');
    cut
}
