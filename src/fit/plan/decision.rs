//! What a round comes to for one application.

use crate::fit::offer::Offer;
use crate::fit::plan::policy::Limit;
use crate::fit::request_error::RequestError;
use crate::fit::why_not::{Tier, WhyNot};
use crate::model::{Application, Class, Hold, HoldNodes, Snapshot, Text};

/// A round that is decided.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RoundPlan {
    /// What each application comes to, in the order in which they were decided.
    pub decisions: Vec<Decision>,
    /// The place in that order of the first application that found no room; `None` where everybody
    /// did.
    pub line: Option<usize>,
}

/// What a round comes to for one application.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Decision {
    /// The place of the application in the list.
    pub application: usize,
    /// What it is given, or why nothing.
    pub result: Result<Grant, PlanRefusal>,
}

/// What an application is given.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Grant {
    /// Place of the block in the snapshot.
    pub block: usize,
    /// Which nodes, and from when to when.
    pub offer: Offer,
    /// How many hours it begins after its earliest start.
    pub wait: u32,
    /// Whether it has fewer nodes than it wants.
    pub is_part: bool,
}

impl RoundPlan {
    /// The snapshot with what is given as holds, behind those that were there before: the places of
    /// holds in reasons are those of this snapshot.
    #[must_use]
    pub fn laid_over(&self, snapshot: &Snapshot, applications: &[Application]) -> Snapshot {
        let given = self.decisions.iter().filter_map(|decision| {
            let application = applications.get(decision.application)?;
            Some(decision.result.as_ref().ok()?.hold(&application.request.id))
        });
        let mut laid_over = snapshot.clone();
        laid_over.holds.extend(given);
        laid_over
    }
}

impl Grant {
    /// What is given, as a hold with this name.
    #[must_use]
    pub fn hold(&self, name: &str) -> Hold {
        let Self { block, offer, .. } = self;
        // Where counted holds leave open which nodes it has, so does what is given.
        let nodes = if offer.node_ranges.is_empty() {
            HoldNodes::Counted(offer.nodes)
        } else {
            HoldNodes::Named(offer.node_ranges.clone())
        };
        Hold {
            block: *block,
            nodes,
            from: offer.start,
            until: offer.end,
            label: Text { ko: name.to_owned(), en: name.to_owned() },
            published: None,
        }
    }
}

/// Why an application is given nothing.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum PlanRefusal {
    /// It names what the snapshot does not have.
    Unknown(Vec<RequestError>),
    /// No block has an offer beside those before it.
    NoOffer {
        /// Place in the snapshot of the block that is nearest to one; `None` where no block has an
        /// accelerator that it accepts.
        nearest: Option<Obstacle>,
    },
    /// With it, its class would have more than its share.
    ShareUsedUp {
        /// The class.
        class: Class,
        /// The most that it may have.
        most: Limit,
        /// What it would have.
        would_be: u64,
    },
    /// Somebody before it found no room, and the policy stops there.
    BehindLine,
}

impl PlanRefusal {
    /// Whether nodes are what it lacks: whoever breaks a rule, or could never fit, uses up no pool.
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

/// What keeps an application out of a block.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Obstacle {
    /// Place of the block in the snapshot.
    pub block: usize,
    /// Why it does not fit from its earliest start on, without the changes with which it would.
    pub why_not: WhyNot,
    /// Places in the list of the applications among those that stand in the way.
    pub applications: Vec<usize>,
}
