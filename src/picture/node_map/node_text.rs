//! The map in words: a single node, the number in each state, and the whole as a table.

use super::map::{BlockMap, NodeMap, count};
use super::plan::Spot;
use super::state::NodeState;
use crate::model::{Block, Hold, HoldNodes, Hour, Publication, Scenario, Surety, TruthLayer};
use crate::words::catalogue::capacity as words;
use crate::words::format;
use crate::words::lang::Lang;
use crate::words::names::block_name;
use crate::words::table::{Column, Table, Value};
use crate::words::why;

/// Most rows of the table; with more leaves, it has a row for each block.
const MOST_ROWS: usize = 200;

/// A node in words.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NodeText {
    /// Block, leaf and node.
    pub name: String,
    /// State, label of the hold, and its end.
    pub about: String,
}

impl NodeText {
    /// Describes the node at this spot of the map, or returns `None` if there is none.
    #[must_use]
    pub fn new(scenario: &Scenario, map: &NodeMap, spot: Spot, lang: Lang) -> Option<Self> {
        let block_index = map.blocks.get(spot.shown_index)?.block_index;
        let block = scenario.snapshot.blocks.get(block_index)?;
        let state = map.state_at(spot)?;
        let number = |entry: crate::words::catalogue::Entry, number: usize| {
            entry.fill(lang, &[("number", &number.to_string())])
        };
        let name = [
            block_name(block, lang).to_owned(),
            number(words::LEAF_NUMBER, leaf(block, spot.node_index) + 1),
            number(words::NODE_NUMBER, spot.node_index as usize + 1),
        ];
        let mut about = vec![state.name(scenario.layer()).get(lang).to_owned()];
        about.extend(time(scenario, block_index, spot.node_index + 1, map.hour, lang));
        Some(Self { name: name.join(" · "), about: about.join(" · ") })
    }
}

/// Caption above a block.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Caption {
    /// Name of the block.
    pub name: String,
    /// Number of nodes, and of free ones if that is known.
    pub about: String,
}

impl Caption {
    /// Returns the longer of its two lines.
    #[must_use]
    pub fn longest(&self) -> &str {
        let wide = |text: &str| text.chars().count();
        if wide(&self.about) > wide(&self.name) { &self.about } else { &self.name }
    }
}

/// Returns the caption above each block.
#[must_use]
pub fn captions(scenario: &Scenario, map: &NodeMap, lang: Lang) -> Vec<Caption> {
    let caption = |block_map: &BlockMap| {
        let block = scenario.snapshot.blocks.get(block_map.block_index)?;
        // Counted holds take nodes that the map shows as free, as it is not known which.
        let free = block_map.count(NodeState::Free).saturating_sub(block_map.counted);
        let offered = block_map.count(NodeState::Offered);
        let held = block.nodes().saturating_sub(free).saturating_sub(offered);
        let [free, held, all] =
            [free, held, block.nodes()].map(|count| format::integer(count.into()));
        let values = [("free", free.as_str()), ("held", &held), ("all", &all)];
        let about = match scenario.layer() {
            TruthLayer::Size => format::nodes(block.nodes(), lang),
            TruthLayer::Published | TruthLayer::Known => words::HELD_OF.fill(lang, &values),
            TruthLayer::Snapshot | TruthLayer::Scenario => words::FREE_OF.fill(lang, &values),
        };
        Some(Caption { name: block_name(block, lang).to_owned(), about })
    };
    map.blocks.iter().filter_map(caption).collect()
}

/// Returns the leaf of a node, both 0-based.
fn leaf(block: &Block, node: u32) -> usize {
    let mut behind = 0;
    let first_behind = |&nodes: &u32| {
        behind += nodes;
        node < behind
    };
    block.leaves.iter().position(first_behind).unwrap_or(0)
}

/// Returns the label and the end of the hold on a node (1-based) at `hour`; for any other node, the
/// day of its delivery or the end of its free window.
fn time(scenario: &Scenario, block_index: usize, node: u32, hour: Hour, lang: Lang) -> Vec<String> {
    let snapshot = &scenario.snapshot;
    let of_node = |hold: &&Hold| match &hold.nodes {
        HoldNodes::Named(ranges) => {
            let has = |range: &crate::model::NodeRange| range.first <= node && node <= range.last;
            hold.block_index == block_index && ranges.ranges().iter().any(has)
        }
        HoldNodes::Counted(_) => false,
    };
    let holds = || snapshot.holds.iter().filter(of_node);
    // As on the map, the last hold counts: an assumed one stands behind those of the file.
    let now = holds().rfind(|hold| hold.from <= hour && hour < hold.until);
    let until = |entry: crate::words::catalogue::Entry, hour: Hour| {
        let date = format::date(hour, lang);
        (hour < Hour::MAX).then(|| entry.fill(lang, &[("date", &date)]))
    };
    if let Some(hold) = now {
        let label = lang.text(&hold.label);
        let label = (!label.is_empty()).then(|| label.to_owned());
        let until = match &hold.published {
            Some(published) => Some(published_until(published, hold.until, lang)),
            None => until(words::HELD_UNTIL, hold.until),
        };
        return label.into_iter().chain(until).collect();
    }
    let delivery = snapshot.blocks.get(block_index).and_then(|block| block.available_from);
    if let Some(from) = delivery.filter(|from| hour < *from) {
        return until(words::DELIVERED_FROM, from).into_iter().collect();
    }
    let next = holds().map(|hold| hold.from).filter(|from| hour < *from).min();
    next.and_then(|next| until(words::FREE_UNTIL, next)).into_iter().collect()
}

/// Returns the end of a published hold in words, with its surety.
fn published_until(publication: &Publication, until: Hour, lang: Lang) -> String {
    let surety = why::surety(publication.citation.surety.unwrap_or(Surety::Inferred), lang);
    let entry = match until {
        Hour::MAX => words::HELD_WITHOUT_END,
        _ => words::HELD_UNTIL_ABOUT,
    };
    entry.fill(lang, &[("date", &format::date(until, lang)), ("surety", surety)])
}

/// Returns the legend: state, letter, and words with the number of nodes, for each state that
/// occurs.
#[must_use]
pub fn legend(
    map: &NodeMap,
    layer: TruthLayer,
    lang: Lang,
) -> Vec<(NodeState, &'static str, String)> {
    let present = map.totals().into_iter().filter(|total| total.1 > 0);
    let item = |(state, count): (NodeState, u32)| {
        let name = state.name(layer).get(lang);
        let words = [name, " ", &format::integer(count.into())].concat();
        (state, state.letter(layer).get(lang), words)
    };
    present.map(item).collect()
}

/// Returns the map as a table: a row for each leaf, or for each block if there are too many leaves.
#[must_use]
pub fn table(scenario: &Scenario, map: &NodeMap, lang: Lang) -> Table {
    let layer = scenario.layer();
    let states: Vec<NodeState> =
        map.totals().into_iter().filter(|total| total.1 > 0).map(|total| total.0).collect();
    let blocks: Vec<(&Block, &[NodeState])> = map
        .blocks
        .iter()
        .filter_map(|block_map| {
            Some((
                scenario.snapshot.blocks.get(block_map.block_index)?,
                block_map.states.as_slice(),
            ))
        })
        .collect();
    let by_leaf = blocks.iter().map(|(block, _)| block.leaves.len()).sum::<usize>() <= MOST_ROWS;

    // Parts of blocks: a leaf by its index, or index 0 for a whole block.
    let mut parts: Vec<(&Block, usize, &[NodeState])> = Vec::new();
    for (block, mut rest) in blocks {
        if !by_leaf {
            parts.push((block, 0, rest));
            continue;
        }
        for (leaf_index, &nodes) in block.leaves.iter().enumerate() {
            let (own, others) = rest.split_at_checked(nodes as usize).unwrap_or((rest, &[]));
            parts.push((block, leaf_index, own));
            rest = others;
        }
    }
    let names = parts.iter().map(|(block, ..)| Value::words(block_name(block, lang)));
    let mut columns = vec![Column::new(words::BLOCK.get(lang), names)];
    if by_leaf {
        let leaves = parts.iter().map(|(_, leaf_index, _)| Value::Count(*leaf_index as u64 + 1));
        columns.push(Column::new(words::LEAF.get(lang), leaves));
    }
    columns.extend(states.iter().map(|&state| {
        let counts = parts.iter().map(|(.., own)| Value::Count(count(own, state).into()));
        Column::new(state.name(layer).get(lang), counts)
    }));
    let date = format::date(map.hour, lang);
    Table { caption: words::NODE_TABLE.fill(lang, &[("date", &date)]), columns, lang }
}
