//! What classes of applicants have, beside what they may have.

use super::decision::PlanRefusal;
use super::policy::{ClassShare, Limit};
use crate::fit::counted_holds::CountedHolds;
use crate::fit::offer::Offer;
use crate::model::Class;

/// What each limited class has.
#[derive(Clone, Debug)]
pub(super) struct Shares(Vec<Used>);

#[derive(Clone, Debug)]
struct Used {
    share: ClassShare,
    /// Nodes over time.
    nodes: CountedHolds,
    node_hours: u64,
}

impl Shares {
    pub(super) fn new(shares: &[ClassShare]) -> Self {
        let unused =
            |&share: &ClassShare| Used { share, nodes: CountedHolds::default(), node_hours: 0 };
        Self(shares.iter().map(unused).collect())
    }

    /// Whether the class may have the offer beside what it has.
    ///
    /// # Errors
    /// [`PlanRefusal::ShareUsedUp`], with the first limit that it would pass.
    pub(super) fn check(&self, class: Class, offer: &Offer) -> Result<(), PlanRefusal> {
        for used in self.0.iter().filter(|used| used.share.class == class) {
            let most = used.share.most;
            let would_be = match most {
                Limit::Nodes(_) => {
                    u64::from(used.nodes.most(offer.start, offer.end)) + u64::from(offer.nodes)
                }
                Limit::NodeHours(_) => used.node_hours.saturating_add(offer.node_hours()),
            };
            if would_be > most.most() {
                return Err(PlanRefusal::ShareUsedUp { class, most, would_be });
            }
        }
        Ok(())
    }

    /// Counts what was given to the class.
    pub(super) fn give(&mut self, class: Class, offer: &Offer) {
        for used in self.0.iter_mut().filter(|used| used.share.class == class) {
            used.nodes.add(offer.nodes, offer.start, offer.end);
            used.node_hours = used.node_hours.saturating_add(offer.node_hours());
        }
    }
}
