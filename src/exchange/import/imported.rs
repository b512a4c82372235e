//! Result of an import: the content of a capacity file and the messages about it.

use super::cluster::ImportedState;
use super::problem::ImportProblem;
use crate::model::{Accelerator, Availability, Block, Hold, Instant, Text};
use crate::words::catalogue::import as words;
use crate::words::format;
use crate::words::lang::Lang;

/// Result of an import.
#[derive(Clone, PartialEq, Debug)]
pub struct Imported {
    /// Time at which the answers were given.
    pub as_of: Instant,
    /// Title of the capacity file.
    pub title: Text,
    /// Short description of the origin.
    pub source: String,
    /// Completeness of the holds.
    pub availability: Availability,
    /// The GPU models, sorted by the scheduler's name for them.
    pub accelerators: Vec<Accelerator>,
    /// The blocks: sorted by groups, accelerator and GPUs per node, or in the order of the table.
    pub blocks: Vec<Block>,
    /// For each block its node names, from node 1 on; empty if the nodes have no names.
    pub names: Vec<Vec<String>>,
    /// The holds.
    pub holds: Vec<Hold>,
    /// Counts of what was read.
    pub summary: ImportSummary,
    /// Parts that could not be read, and notes for the reader.
    pub problems: Vec<ImportProblem>,
}

/// Number of nodes and GPUs in one state.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct StateCount {
    /// The state.
    pub state: ImportedState,
    /// Number of nodes without GPUs.
    pub without_gpus: u32,
    /// Number of nodes with GPUs.
    pub with_gpus: u32,
    /// Number of GPUs in the latter.
    pub gpus: u32,
}

/// Counts of what was read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ImportSummary {
    /// Number of nodes with GPUs.
    pub nodes: u32,
    /// Number of GPUs.
    pub gpus: u32,
    /// Number of nodes without GPUs, which are not in the file.
    pub without_gpus: u32,
    /// Counts by state, in the order of states; empty if the input has no states.
    pub states: Vec<StateCount>,
    /// Number of resulting blocks.
    pub blocks: u32,
    /// Number of resulting holds.
    pub holds: u32,
}

impl StateCount {
    /// Returns the number of all nodes in the state, saturating.
    #[must_use]
    pub const fn nodes(&self) -> u32 {
        self.without_gpus.saturating_add(self.with_gpus)
    }
}

impl Imported {
    /// Returns `true` if anything was left out.
    #[must_use]
    pub fn lost(&self) -> bool {
        self.problems.iter().any(|problem| !problem.error.is_note())
    }
}

impl ImportSummary {
    /// Returns the summary as lines of text.
    #[must_use]
    pub fn lines(&self, lang: Lang) -> Vec<String> {
        let integer = |number: u32| format::integer(number.into());
        let all = self.nodes.saturating_add(self.without_gpus);
        let mut lines = vec![words::SUMMARY_NODES.fill(
            lang,
            &[
                ("nodes", &integer(all)),
                ("with", &integer(self.nodes)),
                ("without", &integer(self.without_gpus)),
            ],
        )];
        for counted in self.states.iter().filter(|it| it.nodes() > 0) {
            let state = match counted.state {
                ImportedState::Idle => words::STATE_IDLE,
                ImportedState::Mixed => words::STATE_MIXED,
                ImportedState::Allocated => words::STATE_ALLOCATED,
                ImportedState::Drained => words::STATE_DRAINED,
                ImportedState::Down => words::STATE_DOWN,
            };
            let values = [
                ("state", state.get(lang)),
                ("nodes", &format::nodes(counted.nodes(), lang)),
                ("with", &integer(counted.with_gpus)),
                ("gpus", &format::gpus(counted.gpus, lang)),
            ];
            lines.push(words::SUMMARY_STATE.fill(lang, &values));
        }
        let values = [
            ("blocks", &*format::blocks(self.blocks, lang)),
            ("holds", &*format::holds(self.holds, lang)),
        ];
        lines.push(words::SUMMARY_FILE.fill(lang, &values));
        lines
    }
}
