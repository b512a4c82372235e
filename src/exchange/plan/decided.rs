//! A round that is decided.

use crate::fit::plan::{Decision, RoundPlan};
use crate::model::{Application, Block, Snapshot};
use crate::words::{self, Lang};

/// A round that is decided, and what is needed to tell of it.
#[derive(Clone, Copy)]
pub struct DecidedRound<'a> {
    /// The snapshot with what was given as holds: [`RoundPlan::laid_over`].
    pub snapshot: &'a Snapshot,
    /// The applications, as they were listed.
    pub applications: &'a [Application],
    /// What they come to.
    pub plan: &'a RoundPlan,
}

impl<'a> DecidedRound<'a> {
    /// The application of a decision.
    #[must_use]
    pub fn application(&self, decision: &Decision) -> Option<&'a Application> {
        self.applications.get(decision.application)
    }

    /// The block of what was given.
    #[must_use]
    pub fn block(&self, place: usize) -> Option<&'a Block> {
        self.snapshot.blocks.get(place)
    }

    /// Why an application was given nothing, as a sentence.
    #[must_use]
    pub fn why(&self, decision: &Decision, lang: Lang) -> Option<String> {
        let refusal = decision.result.as_ref().err()?;
        let request = &self.application(decision)?.request;
        Some(words::refusal::text(self.snapshot, request, refusal, lang))
    }
}
