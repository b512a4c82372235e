//! Decisions of a round, one for each application.

use crate::fit::offer::Offer;
use crate::fit::plan::policy::Limit;
use crate::fit::request_error::RequestError;
use crate::fit::why_not::{Tier, WhyNot};
use crate::model::{Application, Class, Hold, HoldNodes, Snapshot, Text};

/// Round that is decided.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RoundPlan {
    /// Decision on each application, in the order in which they were made.
    pub decisions: Vec<Decision>,
    /// Index in that order of the first application for which there was no room; `None` if there
    /// was room for all.
    pub line: Option<usize>,
}

/// Decision on one application.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Decision {
    /// Index of the application in the list.
    pub application_index: usize,
    /// Grant, or the reason for none.
    pub result: Result<Grant, PlanRefusal>,
}

/// Nodes and hours that an application is given.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Grant {
    /// Index of the block in the snapshot.
    pub block_index: usize,
    /// Nodes and hours, as an offer.
    pub offer: Offer,
    /// Hours from the application's earliest start to the start of the offer.
    pub wait: u32,
    /// `true` if it is given fewer nodes than it wants.
    pub is_part: bool,
}

impl RoundPlan {
    /// Returns the snapshot with every grant as a hold, after those that it had before.
    ///
    /// Reasons of this plan refer to the holds of this snapshot by index.
    #[must_use]
    pub fn laid_over(&self, snapshot: &Snapshot, applications: &[Application]) -> Snapshot {
        let given = self.decisions.iter().filter_map(|decision| {
            let application = applications.get(decision.application_index)?;
            Some(decision.result.as_ref().ok()?.hold(&application.request.id))
        });
        let mut laid_over = snapshot.clone();
        laid_over.holds.extend(given);
        laid_over
    }
}

impl Grant {
    /// Returns the grant as a hold with this name.
    #[must_use]
    pub fn hold(&self, name: &str) -> Hold {
        let Self { block_index, offer, .. } = self;
        // If counted holds leave open which nodes the grant has, its own hold is counted, too.
        let nodes = if offer.node_ranges.is_empty() {
            HoldNodes::Counted(offer.nodes)
        } else {
            HoldNodes::Named(offer.node_ranges.clone())
        };
        Hold {
            block_index: *block_index,
            nodes,
            from: offer.start,
            until: offer.end,
            label: Text { ko: name.to_owned(), en: name.to_owned() },
            published: None,
        }
    }
}

/// Reason for which an application is given nothing.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum PlanRefusal {
    /// Ids that it names and that the snapshot does not have.
    Unknown(Vec<RequestError>),
    /// No offer in any block beside the grants before it.
    NoOffer {
        /// Block that is nearest to an offer; `None` if no block has an accelerator that it
        /// accepts.
        nearest: Option<Obstacle>,
    },
    /// Share of its class, which the grant would exceed.
    ShareUsedUp {
        /// Class of the applicant.
        class: Class,
        /// Most that the class may have.
        most: Limit,
        /// Amount that the class would have, in the unit of `most`.
        would_be: u64,
    },
    /// End of the round for this application: an earlier one found no room, and the policy stops
    /// there.
    BehindLine,
}

impl PlanRefusal {
    /// Returns `true` if it lacks nodes.
    ///
    /// An application that breaks a rule, or could never fit, does not use up the pool.
    #[must_use]
    pub fn is_want_of_room(&self) -> bool {
        match self {
            Self::NoOffer { nearest: Some(obstacle) } => {
                matches!(obstacle.why_not.tier, Tier::Capacity | Tier::Placement)
            }
            Self::NoOffer { nearest: None }
            | Self::Unknown(_)
            | Self::ShareUsedUp { .. }
            | Self::BehindLine => false,
        }
    }
}

/// Block without an offer for an application, with the reason.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Obstacle {
    /// Index of the block in the snapshot.
    pub block_index: usize,
    /// Why it does not fit from its earliest start on; `fits_if` is empty.
    pub why_not: WhyNot,
    /// Indices in the list of the applications whose grants are among the holds in the way,
    /// ascending.
    pub application_indices: Vec<usize>,
}
