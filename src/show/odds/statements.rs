//! Statements on what does not change the chance, what is unknown, and what would help.

use super::hundred::Hundred;
use crate::model::{Call, Snapshot};
use crate::odds::{AcceleratorBound, RoundSums, SimulatedOutcome, by_accelerator};
use crate::words::catalogue::{Entry, odds as words};
use crate::words::format::{self, quantity};
use crate::words::lang::Lang;
use crate::words::names::accelerator_name;
use crate::words::source::{SourceView, source_of};

/// Sentence with its source.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Statement {
    /// The sentence.
    pub text: String,
    /// Source, if it rests on something published.
    pub source: Option<SourceView>,
}

/// Data on a call's round from which the statements are made.
pub(super) struct Facts<'a> {
    pub snapshot: &'a Snapshot,
    pub call: &'a Call,
    pub sums: &'a RoundSums,
    /// Simulated rounds with as many projects as in the call.
    pub outcome: &'a SimulatedOutcome,
    pub lang: Lang,
}

impl Facts<'_> {
    /// Lists what does not change the chance: the size.
    pub(super) fn unchanged(&self) -> Vec<Statement> {
        let sums = self.sums;
        // The largest size has the lowest chance.
        let ends = [sums.most, sums.least].map(|size| self.outcome.chance(size));
        let (Some(low), Some(high), Some(given)) = (ends[0], ends[1], sums.mean_given()) else {
            return Vec::new();
        };
        // A published mean, not a chance: two decimals tell the mean awarded from the mean asked
        // for.
        let [given, asked] = [given, sums.mean_asked()].map(|mean| quantity::fixed(mean, 2));
        let [low, high] = [low, high].map(|chance| Hundred::from_chance(chance).count);
        let [low, high] = [low, high].map(|count| format::integer(count.into()));
        let text = words::SIZE_UNCHANGED.fill(
            self.lang,
            &[
                ("sizes", &format::nodes_between(sums.least, sums.most, self.lang)),
                ("low", &low),
                ("high", &high),
                ("given", &given),
                ("asked", &asked),
            ],
        );
        vec![self.of_results(text)]
    }

    /// Lists what is unknown: the accelerator, shares of classes, the next demand, why nodes were
    /// left.
    pub(super) fn unknown(&self) -> Vec<Statement> {
        let mut all = Vec::new();
        let shares: Vec<String> =
            by_accelerator(self.call).iter().map(|bound| self.share(bound)).collect();
        if !shares.is_empty() {
            let shares = [("shares", &*shares.join(", "))];
            all.push(self.of_results(words::ACCELERATOR_UNKNOWN.fill(self.lang, &shares)));
        }
        all.push(self.unsourced(words::CLASS_UNKNOWN));
        all.push(self.unsourced(words::DEMAND_UNKNOWN));
        let left = self.sums.pool - self.sums.nodes_given;
        if left > 0 {
            let left = format::nodes(left, self.lang);
            let text = words::LEFT_UNKNOWN.fill(self.lang, &[("left", &left)]);
            all.push(self.of_results(text));
        }
        all
    }

    /// Lists what would help: a later call, and other schemes if the file has any.
    pub(super) fn helps(&self) -> Vec<Statement> {
        let mut all = vec![self.unsourced(words::HELP_LATER)];
        if !self.snapshot.elsewhere.is_empty() {
            all.push(self.unsourced(words::HELP_ELSEWHERE));
        }
        all
    }

    fn share(&self, bound: &AcceleratorBound) -> String {
        let [low, high] = [bound.low, bound.high].map(|share| share * 100.0);
        let name = accelerator_name(self.snapshot, &bound.accelerator, self.lang);
        // Bounds of what is possible, not chances, so they are shown as they follow from the sums.
        let low = quantity::fixed(low, 1);
        let high = quantity::fixed(high, 0);
        let values = [("accelerator", name), ("low", &*low), ("high", &*high)];
        words::ACCELERATOR_SHARE.fill(self.lang, &values)
    }

    fn of_results(&self, text: String) -> Statement {
        let source = self.call.results.as_ref().and_then(|results| results.source.as_deref());
        Statement { text, source: source_of(self.snapshot, source, self.lang) }
    }

    fn unsourced(&self, entry: Entry) -> Statement {
        Statement { text: entry.get(self.lang).to_owned(), source: None }
    }
}
