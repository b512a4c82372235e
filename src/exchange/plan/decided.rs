//! A decided round.

use crate::fit::plan::{Decision, RoundPlan};
use crate::model::{Application, Block, Snapshot};
use crate::words::{self, Lang};

/// A decided round, with the data needed to describe it.
#[derive(Clone, Copy)]
pub struct DecidedRound<'a> {
    /// The snapshot with the grants as holds: [`RoundPlan::laid_over`].
    pub snapshot: &'a Snapshot,
    /// The applications, in list order.
    pub applications: &'a [Application],
    /// Outcome of the round for these applications.
    pub plan: &'a RoundPlan,
}

impl<'a> DecidedRound<'a> {
    /// Returns the application that a decision is about; `None` if its index is not in the list.
    #[must_use]
    pub fn application(&self, decision: &Decision) -> Option<&'a Application> {
        self.applications.get(decision.application_index)
    }

    /// Returns the block at `index` of the snapshot.
    #[must_use]
    pub fn block(&self, index: usize) -> Option<&'a Block> {
        self.snapshot.blocks.get(index)
    }

    /// Returns the reason of a refusal as a sentence; `None` for a grant.
    #[must_use]
    pub fn why(&self, decision: &Decision, lang: Lang) -> Option<String> {
        let refusal = decision.result.as_ref().err()?;
        let request = &self.application(decision)?.request;
        Some(words::refusal::text(self.snapshot, request, refusal, lang))
    }
}
