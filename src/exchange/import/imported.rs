//! What came of an import: what goes into a capacity file, and what is to be said about it.

use super::cluster::ImportedState;
use super::problem::ImportProblem;
use crate::model::{Accelerator, Availability, Block, Hold, Instant, Text};
use crate::words::catalogue::import as words;
use crate::words::format;
use crate::words::lang::Lang;

/// What came of an import.
#[derive(Clone, PartialEq, Debug)]
pub struct Imported {
    /// When the answers were given.
    pub as_of: Instant,
    /// What the file is about.
    pub title: Text,
    /// Where it is from, in a few words.
    pub source: String,
    /// Whether all holds are known.
    pub availability: Availability,
    /// The GPU models, by id.
    pub accelerators: Vec<Accelerator>,
    /// The blocks, in the order of their ids' parts.
    pub blocks: Vec<Block>,
    /// For each block, the names of its nodes from number 1 on; empty where they have none.
    pub names: Vec<Vec<String>>,
    /// What holds the nodes.
    pub holds: Vec<Hold>,
    /// What was read, in numbers.
    pub summary: ImportSummary,
    /// What could not be read, and what is to be known.
    pub problems: Vec<ImportProblem>,
}

/// Nodes and GPUs in one state.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct StateCount {
    /// The state.
    pub state: ImportedState,
    /// Nodes without GPUs in it.
    pub without_gpus: u32,
    /// Nodes with GPUs in it.
    pub with_gpus: u32,
    /// Their GPUs.
    pub gpus: u32,
}

/// What was read, in numbers.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ImportSummary {
    /// Nodes with GPUs.
    pub nodes: u32,
    /// Their GPUs.
    pub gpus: u32,
    /// Nodes without GPUs: they are not in the file.
    pub without_gpus: u32,
    /// All nodes by state, in the order of states; none where no states are told.
    pub states: Vec<StateCount>,
    /// Blocks that came of them.
    pub blocks: u32,
    /// Holds that came of them.
    pub holds: u32,
}

impl StateCount {
    /// All nodes in the state.
    #[must_use]
    pub const fn nodes(&self) -> u32 {
        self.without_gpus.saturating_add(self.with_gpus)
    }
}

impl Imported {
    /// Whether anything was left out.
    #[must_use]
    pub fn lost(&self) -> bool {
        self.problems.iter().any(|problem| !problem.what.is_note())
    }
}

impl ImportSummary {
    /// What was understood, in lines.
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
