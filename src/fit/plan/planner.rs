//! Planner of a round, application by application.

use super::decision::{Decision, Grant, Obstacle, PlanRefusal, RoundPlan};
use super::decision_order::decision_order;
use super::policy::{Allotment, CallRules, RoundPolicy, RoundQueueing};
use super::shares::Shares;
use crate::fit::availability_at::AvailabilityAt;
use crate::fit::calendar::Calendars;
use crate::fit::cause::Cause;
use crate::fit::offer::Offer;
use crate::fit::preview::questions;
use crate::fit::question::Question;
use crate::fit::ranking;
use crate::fit::why_not::{self, WhyNot};
use crate::model::{Application, Hour, NodeCount, Request, Snapshot};
use std::borrow::Cow;

/// Round that is being decided, by greedy list scheduling in rank order (conservative backfilling).
///
/// Each application in turn is given its earliest offer beside the grants before it, by the code
/// that answers a single request. A grant becomes a hold, in place. One step decides one
/// application, so that a page can answer its reader between two steps.
///
/// Invariant: no grant is ever moved by an application that ranks below it, and the calendars equal
/// those of a snapshot with all grants as holds. It is not the best plan of all. Cost: for each
/// application one search in each block, and O(holes of the block) to add its grant.
///
/// ```text
/// 4 nodes; by rank A asks for 3 nodes and 2 days, B for 2 and 1 day, C for 1 and 2 days
/// A begins on day 0; B on day 2, since only 1 node is free beside A
/// C begins on day 0: it fills the gap beside A, and B does not move
/// ```
#[derive(Clone, Debug)]
pub struct Planner<'a> {
    applications: Cow<'a, [Application]>,
    policy: &'a RoundPolicy,
    /// Snapshot with a hold for every grant, after those that it had before.
    snapshot: Snapshot,
    calendars: Calendars,
    /// Number of holds before the round.
    own_holds: usize,
    /// Index of the application of each grant, in the order of their holds.
    granted_indices: Vec<usize>,
    /// Indices of the applications in the order in which they are decided.
    order: Vec<usize>,
    decisions: Vec<Decision>,
    shares: Shares,
    /// Index in the order of the first application for which there was no room.
    line: Option<usize>,
}

impl<'a> Planner<'a> {
    /// Creates a round in which nothing is decided; `calendars` must be those of `snapshot`.
    #[must_use]
    pub fn new(
        snapshot: &Snapshot,
        calendars: &Calendars,
        applications: impl Into<Cow<'a, [Application]>>,
        policy: &'a RoundPolicy,
    ) -> Self {
        let applications = applications.into();
        Self {
            order: decision_order(&applications, policy.order),
            applications,
            policy,
            snapshot: snapshot.clone(),
            calendars: calendars.clone(),
            own_holds: snapshot.holds.len(),
            granted_indices: Vec::new(),
            decisions: Vec::new(),
            shares: Shares::new(&policy.shares),
            line: None,
        }
    }

    /// Decides the next application, and returns `true` if there was one.
    pub fn step(&mut self) -> bool {
        let position = self.decisions.len();
        let Some(&application_index) = self.order.get(position) else { return false };
        let Some(asked) = self.applications.get(application_index) else { return false };
        let result = match self.line {
            Some(_) if self.policy.behind == RoundQueueing::Stop => Err(PlanRefusal::BehindLine),
            _ => self.decide(&self.asked(&asked.request)),
        };
        match &result {
            Ok(grant) => self.give(application_index, grant),
            Err(refusal) if self.line.is_none() && refusal.is_want_of_room() => {
                self.line = Some(position);
            }
            Err(_) => {}
        }
        self.decisions.push(Decision { application_index, result });
        true
    }

    /// Returns the number of applications that are decided.
    #[must_use]
    pub fn decided(&self) -> usize {
        self.decisions.len()
    }

    /// Returns the decisions, in the order in which they were made.
    #[must_use]
    pub fn decisions(&self) -> &[Decision] {
        &self.decisions
    }

    /// Returns the index in the order of the first application for which there was no room: the
    /// pool was used up there.
    ///
    /// `None` as long as there was room for all.
    #[must_use]
    pub fn line(&self) -> Option<usize> {
        self.line
    }

    /// Returns the snapshot with every grant as a hold, after those that it had before, and its
    /// calendars.
    #[must_use]
    pub fn world(&self) -> (&Snapshot, &Calendars) {
        (&self.snapshot, &self.calendars)
    }

    /// Returns the number of holds before the round.
    #[must_use]
    pub fn own_holds(&self) -> usize {
        self.own_holds
    }

    /// Returns the decisions so far as a plan.
    #[must_use]
    pub fn into_plan(self) -> RoundPlan {
        RoundPlan { decisions: self.decisions, line: self.line }
    }

    /// Returns the request as the policy asks it.
    fn asked(&self, request: &Request) -> Request {
        let mut asked = request.clone();
        if self.policy.amount == Allotment::Whole {
            asked.nodes = NodeCount::exactly(asked.nodes.max);
        }
        if self.policy.rules == CallRules::LeftOut {
            asked.call = None;
        }
        asked
    }

    fn decide(&self, request: &Request) -> Result<Grant, PlanRefusal> {
        let questions =
            questions(&self.snapshot, &self.calendars, request).map_err(PlanRefusal::Unknown)?;
        let too_late = match self.policy.longest_wait {
            // The start has to be before this hour, so the longest wait itself still counts.
            Some(wait) => request.not_before.plus(wait.saturating_add(1)),
            None => Hour::MAX,
        };
        let Some((block_index, offer)) = best_offer(&self.snapshot, &questions, too_late) else {
            return Err(PlanRefusal::NoOffer { nearest: self.obstacle(&questions) });
        };
        self.shares.check(request.class, &offer)?;
        let wait = offer.start.since(request.not_before);
        let is_part = offer.nodes < request.nodes.max;
        Ok(Grant { block_index, offer, wait, is_part })
    }

    /// Adds a grant to the calendars as a hold, and to the share of its class.
    fn give(&mut self, application_index: usize, grant: &Grant) {
        let Some(given) = self.applications.get(application_index) else { return };
        self.snapshot.holds.push(grant.hold(&given.request.id));
        self.calendars.take_last(&self.snapshot);
        self.granted_indices.push(application_index);
        self.shares.give(given.request.class, &grant.offer);
    }

    /// Returns the block that is nearest to an offer: the one with the least lasting reason, and
    /// among those the one with the fewest nodes short.
    fn obstacle(&self, questions: &[Question<'_>]) -> Option<Obstacle> {
        let mut reasons = Vec::new();
        for question in questions {
            if question.ask.accepted {
                let opening = question.calendar.opening(question.ask.not_before, 1);
                let first = first_reason(question, &opening);
                reasons.extend(first.map(|why_not| (question.block_index, why_not)));
            }
        }
        let (block_index, why_not) = reasons.into_iter().min_by_key(|(_, why_not)| {
            (core::cmp::Reverse(why_not.tier), why_not.short_by.unwrap_or(u32::MAX))
        })?;
        let mut application_indices = Vec::new();
        for cause in &why_not.holds {
            application_indices.extend(self.application_of(*cause));
        }
        application_indices.sort_unstable();
        application_indices.dedup();
        Some(Obstacle { block_index, why_not, application_indices })
    }

    /// Returns the index of the application whose grant is this cause, if it is a grant.
    fn application_of(&self, cause: Cause) -> Option<usize> {
        let index = cause.hold_index()?.checked_sub(self.own_holds)?;
        self.granted_indices.get(index).copied()
    }
}

/// Decides a round at once; a [`Planner`] does it step by step.
///
/// ```
/// use jari::{exchange::request_json::parse, fit, model};
/// let file = br#"{"schema":1,"as_of":"2027-01-01","availability":"complete",
///   "blocks":[{"id":"a","accelerator":"h200","nodes":4}]}"#;
/// let snapshot = model::read(file).unwrap().snapshot;
/// let request = parse(r#"{"id":"r","accelerators":["h200"],"nodes":3,"term":{"days":7},
///   "not_before":"2027-01-04"}"#).unwrap().request;
/// let one = model::Application { request, title: String::new(), score: None, submitted_at: None };
/// let (calendars, policy) = (fit::Calendars::new(&snapshot), fit::plan::RoundPolicy::default());
/// let plan = fit::plan::plan(&snapshot, &calendars, &[one.clone(), one], &policy);
/// let waits = plan.decisions.iter().map(|it| it.result.as_ref().unwrap().wait);
/// assert!(waits.eq([0, 7 * 24]));
/// ```
#[must_use]
pub fn plan(
    snapshot: &Snapshot,
    calendars: &Calendars,
    applications: &[Application],
    policy: &RoundPolicy,
) -> RoundPlan {
    let mut planner = Planner::new(snapshot, calendars, applications, policy);
    while planner.step() {}
    planner.into_plan()
}

/// Returns the first reason of a block, which hides the later ones.
fn first_reason(question: &Question<'_>, opening: &AvailabilityAt<'_>) -> Option<WhyNot> {
    why_not::reasons(question, opening).into_iter().next()
}

/// Returns the best of the earliest offers of all blocks that begin before `too_late`, with its
/// block, by the ranking of [`crate::fit::preview()`].
///
/// An offer that begins later than another is never the best, so each block is only searched up to
/// the earliest start found so far.
fn best_offer(
    snapshot: &Snapshot,
    questions: &[Question<'_>],
    too_late: Hour,
) -> Option<(usize, Offer)> {
    let mut before = too_late;
    let mut earliest: Vec<(&Question<'_>, Hour)> = Vec::new();
    for question in questions.iter().filter(|question| question.may_be_allowed()) {
        if let Some(start) = question.earliest(question.fewest_nodes(), before) {
            earliest.retain(|(_, other)| *other == start);
            earliest.push((question, start));
            before = start.plus(1);
        }
    }
    let mut offers: Vec<(usize, Offer)> = Vec::new();
    for (question, start) in earliest {
        offers.push((question.block_index, question.offer_from(start, question.most_nodes())));
    }
    let by_block: Vec<(usize, &Offer)> =
        offers.iter().map(|(block_index, offer)| (*block_index, offer)).collect();
    let best = *ranking::ranked(snapshot, &by_block).first()?;
    offers.into_iter().nth(best)
}
