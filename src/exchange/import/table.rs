//! A table of blocks and holds: CSV, or cells pasted from a spreadsheet.
//!
//! A row with an accelerator is a block; a row without one is a hold on a block of the table, which
//! may be defined above or below it. The `nodes` of a hold are a count if a single number is
//! given, and node numbers if written like `1-16,20`; a column `node_numbers` always has node
//! numbers.

use std::collections::{BTreeMap, BTreeSet};

use super::imported::{ImportSummary, Imported};
use super::model_names::{ids_of, unique};
use super::options::ImportOptions;
use super::problem::{ImportError, ImportProblem, ImportProblems, Input, quote};
use crate::exchange::cells::{self, CellRow, plain, without_remark};
use crate::model::limits::{
    MAX_ACCELERATORS, MAX_BLOCKS, MAX_BYTES, MAX_GPUS_PER_NODE, MAX_LEAVES, MAX_NODES,
    MAX_TOTAL_NODES,
};
use crate::model::{Accelerator, Availability, Block, Hold, HoldNodes, Hour, NodeRanges, Text};
use crate::show::form::{has_separators, read_date, read_whole};
use crate::words::catalogue::import as words;

/// Maximum number of rows; a spreadsheet maintained by hand is far shorter.
pub const MAX_ROWS: usize = 200_000;
/// Counter words behind a number of nodes or GPUs.
const COUNTERS: [&str; 2] = ["대", "장"];
/// Default number of GPUs per node.
const GPUS_PER_NODE: u32 = 8;
/// A column of the table.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum NodeColumn {
    Block,
    Accelerator,
    Nodes,
    NodeNumbers,
    GpusPerNode,
    LeafNodes,
    From,
    Until,
    Label,
}

/// Accepted headings per column, without spaces, punctuation and capitals.
const NAMES: &[(NodeColumn, &[&str])] = &[
    (NodeColumn::Block, &["block", "id", "블록", "노드블록", "partition", "파티션"]),
    (NodeColumn::Accelerator, &["accelerator", "gputype", "gpumodel", "가속기", "gpu종류"]),
    (NodeColumn::Nodes, &["nodes", "node", "servers", "노드", "노드수", "서버", "서버수", "대수"]),
    (NodeColumn::NodeNumbers, &["nodenumbers", "노드번호"]),
    (NodeColumn::GpusPerNode, &["gpuspernode", "노드당gpu", "노드당gpu수"]),
    (NodeColumn::LeafNodes, &["leafnodes", "리프노드", "리프노드수"]),
    (NodeColumn::From, &["from", "start", "시작", "시작일", "점유시작"]),
    (NodeColumn::Until, &["until", "end", "종료", "종료일", "점유종료"]),
    (NodeColumn::Label, &["label", "name", "note", "내용", "비고", "이름"]),
];

impl NodeColumn {
    fn from_heading(heading: &str) -> Option<Self> {
        let plain = plain(without_remark(heading));
        let named = NAMES.iter().find(|(_, names)| names.contains(&plain.as_str()));
        named.map(|(column, _)| *column)
    }
}

/// The columns of a table, and the rows below the headings.
type Cells = (Vec<Option<NodeColumn>>, Vec<CellRow>);

/// Imports a table. It contains no time, so `options.now` is used.
///
/// # Errors
/// The problem that prevents any result: too large, no headings, or no block.
pub fn import(text: &str, options: &ImportOptions) -> Result<Imported, ImportProblem> {
    let refused =
        |line: u32, error| ImportProblem { input: Input::Table, location: line.to_string(), error };
    if text.len() > MAX_BYTES {
        return Err(refused(1, ImportError::TooLarge { bytes: text.len(), most: MAX_BYTES }));
    }
    let mut problems = ImportProblems::default();
    let (columns, rows) =
        rows(text, &mut problems).map_err(|(line, error)| refused(line, error))?;
    let mut table = ImportTable {
        columns,
        problems,
        blocks: Vec::new(),
        models: Vec::new(),
        known: BTreeSet::new(),
        nodes: 0,
    };
    // Blocks are read first, because a hold may be listed above its block.
    let (blocks, holds): (Vec<CellRow>, Vec<CellRow>) =
        rows.into_iter().partition(|row| table.cell(row, NodeColumn::Accelerator).is_some());
    for row in &blocks {
        if let Err(error) = table.block(row) {
            table.tell(row, error);
        }
    }
    if table.blocks.is_empty() {
        return Err(refused(1, ImportError::NoBlocks));
    }
    let mut block_indices = BTreeMap::new();
    for (index, block) in table.blocks.iter().enumerate() {
        block_indices.insert(block.name.en.clone(), index);
    }
    let mut held = Vec::new();
    for row in &holds {
        match table.hold(row, &block_indices) {
            Ok(hold) => held.push(hold),
            Err(error) => table.tell(row, error),
        }
    }
    Ok(table.finish(held, options))
}

/// Splits a text into columns and rows.
fn rows(text: &str, problems: &mut ImportProblems) -> Result<Cells, (u32, ImportError)> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let (mut columns, mut rows) = (None, Vec::new());
    for row in cells::rows(text, |heading| NodeColumn::from_heading(heading).is_some()) {
        if columns.is_none() {
            let read = headings(&row.cells, row.line, problems);
            columns = Some(read.map_err(|error| (row.line, error))?);
        } else if let Some(formula) = row.cells.iter().find(|cell| cell.starts_with('=')) {
            // Only a spreadsheet can evaluate a formula.
            let error = ImportError::Formula(quote(formula));
            problems.add(Input::Table, row.line.to_string(), error);
        } else if rows.len() < MAX_ROWS {
            rows.push(row);
        } else {
            let error = ImportError::TooMany { most: MAX_ROWS };
            problems.add(Input::Table, row.line.to_string(), error);
            break;
        }
    }
    let columns = columns.ok_or((1, ImportError::NoHeadings(String::new())))?;
    Ok((columns, rows))
}

fn headings(
    cells: &[String],
    line: u32,
    problems: &mut ImportProblems,
) -> Result<Vec<Option<NodeColumn>>, ImportError> {
    let columns: Vec<Option<NodeColumn>> =
        cells.iter().map(|cell| NodeColumn::from_heading(cell)).collect();
    if !columns.contains(&Some(NodeColumn::Block))
        || !columns.contains(&Some(NodeColumn::Accelerator))
    {
        return Err(ImportError::NoHeadings(quote(&cells.join(", "))));
    }
    let unknown =
        cells.iter().zip(&columns).filter(|(cell, column)| column.is_none() && !cell.is_empty());
    let unknown: Vec<&str> = unknown.map(|(cell, _)| cell.as_str()).collect();
    if !unknown.is_empty() {
        let error = ImportError::UnknownColumns(quote(&unknown.join(", ")));
        problems.add(Input::Table, line.to_string(), error);
    }
    Ok(columns)
}

/// A table while it is being read.
struct ImportTable {
    columns: Vec<Option<NodeColumn>>,
    problems: ImportProblems,
    /// Blocks named as in the table; their ids and accelerators are set at the end.
    blocks: Vec<Block>,
    /// For each block its accelerator as written in the table.
    models: Vec<String>,
    /// The distinct accelerators.
    known: BTreeSet<String>,
    nodes: u32,
}

impl ImportTable {
    fn tell(&mut self, row: &CellRow, error: ImportError) {
        self.problems.add(Input::Table, row.line.to_string(), error);
    }

    /// Returns a cell, or `None` if the column is missing or the cell is empty.
    fn cell<'a>(&self, row: &'a CellRow, wanted: NodeColumn) -> Option<&'a str> {
        let at = self.columns.iter().position(|column| *column == Some(wanted))?;
        row.cells.get(at).map(String::as_str).filter(|cell| !cell.is_empty())
    }

    fn number(
        &self,
        row: &CellRow,
        wanted: NodeColumn,
        most: u32,
    ) -> Result<Option<u32>, ImportError> {
        let Some(cell) = self.cell(row, wanted) else { return Ok(None) };
        read_whole(cell, most, &COUNTERS).map(Some).ok_or_else(|| ImportError::Bad(quote(cell)))
    }

    fn block(&mut self, row: &CellRow) -> Result<(), ImportError> {
        let name = self.cell(row, NodeColumn::Block).ok_or(ImportError::NoName)?;
        if self.blocks.len() >= MAX_BLOCKS {
            return Err(ImportError::TooMany { most: MAX_BLOCKS });
        }
        // A linear search: the list is short, with at most `MAX_BLOCKS` entries.
        if self.blocks.iter().any(|block| block.name.en == name) {
            return Err(ImportError::SameName(quote(name)));
        }
        let nodes = self.number(row, NodeColumn::Nodes, MAX_NODES)?;
        let nodes = nodes.ok_or_else(|| ImportError::Bad(String::new()))?;
        let gpus = self.number(row, NodeColumn::GpusPerNode, MAX_GPUS_PER_NODE)?;
        let leaf = self.number(row, NodeColumn::LeafNodes, MAX_NODES)?;
        let all = self.nodes.saturating_add(nodes);
        if all > MAX_TOTAL_NODES {
            return Err(ImportError::TooMany { most: MAX_TOTAL_NODES as usize });
        }
        // A leaf larger than the block is the whole block.
        let leaf_nodes = leaf.map_or(nodes, |leaf| leaf.min(nodes));
        if nodes.div_ceil(leaf_nodes) as usize > MAX_LEAVES {
            return Err(ImportError::TooMany { most: MAX_LEAVES });
        }
        let mut leaves = vec![leaf_nodes; (nodes / leaf_nodes) as usize];
        if !nodes.is_multiple_of(leaf_nodes) {
            leaves.push(nodes % leaf_nodes);
        }
        let model = self.cell(row, NodeColumn::Accelerator).unwrap_or_default();
        if self.known.len() >= MAX_ACCELERATORS && !self.known.contains(model) {
            return Err(ImportError::TooMany { most: MAX_ACCELERATORS });
        }
        self.nodes = all;
        self.models.push(model.to_owned());
        self.known.insert(model.to_owned());
        let mut assumed = Vec::new();
        if leaf.is_none() {
            assumed.push("leaf_nodes".to_owned());
        }
        if gpus.is_none() {
            assumed.push("gpus_per_node".to_owned());
        }
        self.blocks.push(Block {
            id: String::new(),
            name: Text::same(name),
            provider: None,
            accelerator: String::new(),
            gpus_per_node: gpus.unwrap_or(GPUS_PER_NODE),
            leaves,
            available_from: None,
            assumed,
            source: Some("import".to_owned()),
        });
        Ok(())
    }

    fn hold(
        &self,
        row: &CellRow,
        block_indices: &BTreeMap<String, usize>,
    ) -> Result<Hold, ImportError> {
        let name = self.cell(row, NodeColumn::Block).ok_or(ImportError::NoName)?;
        let unknown = || ImportError::UnknownBlock(quote(name));
        let index = *block_indices.get(name).ok_or_else(unknown)?;
        let most = self.blocks.get(index).map_or(0, Block::nodes);
        let nodes =
            match (self.cell(row, NodeColumn::NodeNumbers), self.cell(row, NodeColumn::Nodes)) {
                (Some(cell), _) => ranges(cell, most)?,
                // Node 1 and node 200, or 1,200 nodes.
                (None, Some(cell))
                    if has_separators(cell)
                        && self.number(row, NodeColumn::Nodes, most).is_ok() =>
                {
                    return Err(ImportError::Bad(quote(cell)));
                }
                (None, Some(cell))
                    if cell.contains(['-', ',', '~'])
                        && !COUNTERS.iter().any(|counter| cell.ends_with(counter)) =>
                {
                    ranges(cell, most)?
                }
                (None, Some(_)) => {
                    let count = self.number(row, NodeColumn::Nodes, most)?;
                    HoldNodes::Counted(count.unwrap_or(most))
                }
                (None, None) => return Err(ImportError::Bad(String::new())),
            };
        let time = |column| {
            let Some(cell) = self.cell(row, column) else { return Ok(None) };
            read_date(cell).map(Some).ok_or_else(|| ImportError::Bad(quote(cell)))
        };
        // Outward, because an hour that is held in part is not free.
        let from = time(NodeColumn::From)?.map_or(Hour::MIN, |it| it.floor());
        let until = time(NodeColumn::Until)?.map_or(Hour::MAX, |it| it.ceil());
        if from >= until {
            return Err(ImportError::EndNotAfterStart);
        }
        let label = self.cell(row, NodeColumn::Label).map(quote).unwrap_or_default();
        Ok(Hold {
            block_index: index,
            nodes,
            from,
            until,
            label: Text::same(&label),
            published: None,
        })
    }

    fn finish(mut self, holds: Vec<Hold>, options: &ImportOptions) -> Imported {
        let ids = ids_of(self.models.iter().map(String::as_str));
        let mut taken = BTreeSet::new();
        for (block, model) in self.blocks.iter_mut().zip(&self.models) {
            block.id = unique(&block.name.en, &mut taken);
            block.name = Text::same(&quote(&block.name.en));
            block.accelerator = ids.get(model.as_str()).cloned().unwrap_or_default();
        }
        let accelerators = ids.iter().map(|(name, id)| Accelerator {
            name: Text::same(&quote(name)),
            ..Accelerator::unlisted(id)
        });
        let count = |length: usize| u32::try_from(length).unwrap_or(u32::MAX);
        let gpus = self
            .blocks
            .iter()
            .fold(0_u32, |sum, it| sum.saturating_add(it.nodes().saturating_mul(it.gpus_per_node)));
        let summary = ImportSummary {
            nodes: self.nodes,
            gpus,
            without_gpus: 0,
            states: Vec::new(),
            blocks: count(self.blocks.len()),
            holds: count(holds.len()),
        };
        let availability = match (holds.is_empty(), self.problems.may_lack_holds()) {
            // Without any hold, only the existence of the nodes is known.
            (true, _) => Availability::Nominal,
            (false, true) => Availability::Published,
            (false, false) => Availability::Complete,
        };
        Imported {
            as_of: options.now,
            title: words::TITLE_TABLE.text(),
            source: "CSV".to_owned(),
            availability,
            accelerators: accelerators.collect(),
            names: vec![Vec::new(); self.blocks.len()],
            blocks: self.blocks,
            holds,
            summary,
            problems: self.problems.finish(),
        }
    }
}

/// Parses node numbers of a block with `most` nodes.
fn ranges(cell: &str, most: u32) -> Result<HoldNodes, ImportError> {
    let ranges = NodeRanges::parse(&cell.replace('~', "-"));
    let ranges = ranges.map_err(|_| ImportError::Bad(quote(cell)))?;
    if ranges.highest().is_none_or(|highest| highest > most) {
        return Err(ImportError::Bad(quote(cell)));
    }
    Ok(HoldNodes::Named(ranges))
}
