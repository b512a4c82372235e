//! The number of nodes in the unit that is not chosen.

use super::count::{self, CountUnit};
use super::draft::FormDraft;
use super::gpus;
use crate::model::Snapshot;
use crate::words::catalogue::{fit, problems};
use crate::words::format;
use crate::words::lang::Lang;

impl FormDraft {
    /// Returns the nodes converted to the other unit, or the reason why GPUs cannot be counted.
    #[must_use]
    pub fn other_count(&self, snapshot: &Snapshot, lang: Lang) -> String {
        let Some(per_node) = snapshot.gpus_per_node(&self.accelerators) else {
            return problems::NO_GPU_COUNT.get(lang).to_owned();
        };
        let each = format::gpus(per_node, lang);
        let Ok(nodes) = count::read(&self.nodes, self.count, Some(per_node)) else {
            return fit::COUNT_EACH.fill(lang, &[("each", &each)]);
        };
        let gpus = gpus::gpus_of(nodes, per_node);
        let other = match self.count {
            CountUnit::Nodes => format::gpus_between(gpus.min, gpus.max, lang),
            CountUnit::Gpus => format::nodes_between(nodes.min, nodes.max, lang),
        };
        fit::COUNT_SAME.fill(lang, &[("other", &other), ("each", &each)])
    }
}
