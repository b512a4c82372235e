//! An assumed hold as typed.

use super::field::Field;
use super::problem::{FieldError, FieldProblem, FormProblems};
use super::typed::{self, TypedNodes, is_blank};
use crate::model::{Hold, HoldNodes, Hour, Instant, Snapshot};
use crate::words::catalogue::holds;

/// One assumed hold, exactly as typed.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct HoldDraft {
    /// Id of the block.
    pub block: String,
    /// Node numbers (`1-64,100`) or, if only the count is known, `*40`.
    pub nodes: String,
    /// First day that is held.
    pub from: String,
    /// First day that is free again; empty for an open end.
    pub until: String,
}

impl HoldDraft {
    /// Parses it into a hold, rounded outward to whole hours.
    ///
    /// # Errors
    /// Every [`FieldProblem`], in the order of the fields.
    pub fn parse(&self, snapshot: &Snapshot) -> Result<Hold, Vec<FieldProblem>> {
        let mut problems = FormProblems(Vec::new());
        let id = self.block.trim();
        let found = snapshot.blocks.iter().position(|block| block.id == id).ok_or_else(|| {
            if id.is_empty() { FieldError::Missing } else { FieldError::Unknown(id.to_owned()) }
        });
        let block_index = problems.take(Field::HoldBlock, found);
        // Without a block the nodes are still parsed, so that all problems show at once.
        let most = block_index
            .and_then(|index| snapshot.blocks.get(index))
            .map_or(u32::MAX, |b| b.nodes());
        let nodes = problems.take(Field::HoldNodes, typed::hold_nodes(&self.nodes, most));
        // An hour that is held in part is not free, so both ends are rounded outward.
        let from = problems.take(Field::HoldFrom, typed::date(&self.from)).map(Instant::floor);
        let until = if is_blank(&self.until) {
            Some(Hour::MAX)
        } else {
            problems.take(Field::HoldUntil, typed::date(&self.until)).map(Instant::ceil)
        };
        if let (Some(from), Some(until)) = (from, until)
            && until <= from
        {
            problems.add(Field::HoldUntil, FieldError::NotAfterStart);
        }
        let (Some(block_index), Some(nodes), Some(from), Some(until), true) =
            (block_index, nodes, from, until, problems.0.is_empty())
        else {
            return Err(problems.0);
        };
        let nodes = match nodes {
            TypedNodes::Named(ranges) => HoldNodes::Named(ranges),
            TypedNodes::Counted(count) => HoldNodes::Counted(count),
        };
        Ok(Hold { block_index, nodes, from, until, label: holds::LABEL.text(), published: None })
    }
}
