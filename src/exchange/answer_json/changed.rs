//! Differences between the answers of an older and a newer snapshot.

use serde::Serialize;

use super::why::Held;
use super::written::Words;
use crate::fit::{Because, BlockChange, Brief};
use crate::model::Snapshot;
use crate::words::why;

/// Changed offers and the two snapshots that they lie between.
pub struct Since<'a> {
    /// The older snapshot.
    pub old: &'a Snapshot,
    /// The snapshot of the answer.
    pub new: &'a Snapshot,
    /// The blocks whose offers changed.
    pub changes: Vec<BlockChange>,
}

#[derive(Serialize)]
pub(super) struct ChangedJson<'a> {
    block: &'a str,
    before: Option<WhenJson>,
    after: Option<WhenJson>,
    because: Vec<ReasonJson<'a>>,
}

#[derive(Serialize)]
struct WhenJson {
    start: String,
    end: String,
    nodes: u32,
}

#[derive(Serialize)]
struct ReasonJson<'a> {
    kind: &'static str,
    text: Words<'a>,
    /// The added or removed hold, if any; its `index` is into the snapshot that contains it.
    hold: Option<Held<'a>>,
}

impl Since<'_> {
    pub(super) fn written<'a>(&'a self) -> Vec<ChangedJson<'a>> {
        let when = |brief: Brief| WhenJson {
            start: brief.start.to_rfc3339(),
            end: brief.end.to_rfc3339(),
            nodes: brief.nodes,
        };
        let change = |change: &'a BlockChange| ChangedJson {
            block: &change.id,
            before: change.before.map(when),
            after: change.after.map(when),
            because: change.because.iter().map(|&because| self.reason(because)).collect(),
        };
        self.changes.iter().map(change).collect()
    }

    fn reason(&self, because: Because) -> ReasonJson<'_> {
        let hold = match because {
            Because::Added(index) => Held::new(self.new, index),
            // A removed hold exists in the older snapshot only.
            Because::Removed(index) => Held::new(self.old, index),
            _ => None,
        };
        let kind = match because {
            Because::Added(_) => "hold_added",
            Because::Removed(_) => "hold_removed",
            Because::DeliveredLater => "delivered_later",
            Because::DeliveredEarlier => "delivered_earlier",
            Because::BlockIsNew => "block_is_new",
            Because::BlockIsGone => "block_is_gone",
            Because::BlockIsChanged => "block_is_changed",
            Because::RulesAreChanged => "rules_are_changed",
        };
        ReasonJson { kind, text: Words::in_both(|lang| why::because(because, lang)), hold }
    }
}
