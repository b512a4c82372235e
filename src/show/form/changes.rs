//! Changes of a request, such as the nearest that fits, written into the form.

use super::count::CountUnit;
use super::draft::FormDraft;
use super::placement::PlacementKind;
use super::problem::FormProblems;
use super::term::TermUnit;
use crate::fit::RequestChange;
use crate::model::{Placement, Snapshot};
use crate::words::format;

impl FormDraft {
    /// Writes changes of the request into the form, and keeps its unit.
    pub fn apply(&mut self, changes: &[RequestChange], snapshot: &Snapshot) {
        let unit = self.count;
        // Changes count nodes. The unit comes back last, because a change of the accelerator may
        // change the GPUs per node.
        self.count_in(CountUnit::Nodes, snapshot);
        changes.iter().for_each(|change| self.apply_in_nodes(change));
        self.count_in(unit, snapshot);
    }

    fn apply_in_nodes(&mut self, change: &RequestChange) {
        match change {
            RequestChange::Start(hour) => self.from = format::hour_input(*hour),
            RequestChange::Nodes(nodes) => {
                self.nodes = nodes.to_string();
                // Exactly these nodes were tried; an upper bound left here would make them a wish
                // for more.
                self.nodes_max = String::new();
            }
            RequestChange::Term(term) => {
                self.term = term.count().to_string();
                self.unit = TermUnit::from_term(*term);
            }
            RequestChange::Placement(placement) => {
                (self.placement, self.placement_n) = match placement {
                    Placement::Any => (PlacementKind::Any, String::new()),
                    Placement::OneLeaf => (PlacementKind::OneLeaf, String::new()),
                    Placement::Leaves(n) => (PlacementKind::Leaves, n.to_string()),
                    Placement::SegmentsOf(n) => (PlacementKind::SegmentsOf, n.to_string()),
                };
            }
            RequestChange::Accelerator(id) => self.accelerators = vec![id.clone()],
        }
    }

    /// Writes changes of the request into the form, and keeps an upper bound above the new number
    /// of nodes: a wish for more nodes than the least stays as long as it asks for more.
    pub fn take_up(&mut self, changes: &[RequestChange], snapshot: &Snapshot) {
        let unit = self.count;
        self.count_in(CountUnit::Nodes, snapshot);
        // A single number is no wish for more: fewer nodes then mean just that number.
        let wish = self.parse_nodes(None, &mut FormProblems(Vec::new()));
        let wish = wish.filter(|wish| wish.max > wish.min);
        for change in changes {
            self.apply_in_nodes(change);
            if let (RequestChange::Nodes(nodes), Some(wish)) = (change, wish)
                && wish.max > *nodes
            {
                self.nodes_max = wish.max.to_string();
            }
        }
        self.count_in(unit, snapshot);
    }
}
