//! Use of the shares that classes of applicants may have.

use super::decision::PlanRefusal;
use super::policy::{ClassShare, Limit};
use crate::fit::counted_holds::CountedHolds;
use crate::fit::offer::Offer;
use crate::model::Class;

/// Use of each limited share.
#[derive(Clone, Debug)]
pub(super) struct Shares(Vec<Used>);

#[derive(Clone, Debug)]
struct Used {
    share: ClassShare,
    /// Nodes in use over time.
    nodes: CountedHolds,
    node_hours: u64,
}

impl Shares {
    pub(super) fn new(shares: &[ClassShare]) -> Self {
        let unused =
            |&share: &ClassShare| Used { share, nodes: CountedHolds::default(), node_hours: 0 };
        Self(shares.iter().map(unused).collect())
    }

    /// Checks that the class may have the offer beside what it has already.
    ///
    /// # Errors
    /// [`PlanRefusal::ShareUsedUp`], with the first limit that it would exceed.
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

    /// Adds an offer to the use of its class.
    pub(super) fn give(&mut self, class: Class, offer: &Offer) {
        for used in self.0.iter_mut().filter(|used| used.share.class == class) {
            used.nodes.add(offer.nodes, offer.start, offer.end);
            used.node_hours = used.node_hours.saturating_add(offer.node_hours());
        }
    }
}
