//! Decides a round, application by application.

use super::decision::{Decision, Grant, Obstacle, PlanRefusal, RoundPlan};
use super::policy::{Allotment, CallRules, RoundPolicy, RoundQueueing};
use super::ranked::ranked;
use super::shares::Shares;
use crate::fit::availability_at::AvailabilityAt;
use crate::fit::calendar::Calendars;
use crate::fit::offer::Offer;
use crate::fit::preview::questions;
use crate::fit::question::Question;
use crate::fit::ranking;
use crate::fit::why_not::{self, WhyNot};
use crate::model::{Application, Hour, NodeCount, Request, Snapshot};
use std::borrow::Cow;

/// A round that is being decided: conservative backfilling.
///
/// The applications are taken in their order, and each is given its earliest offer beside those
/// before it, by the code that answers a single request: nobody is ever moved by one behind them.
/// What is given becomes a hold, in place. One step decides one application, so that a page can
/// answer its reader between two steps.
#[derive(Clone, Debug)]
pub struct Planner<'a> {
    applications: Cow<'a, [Application]>,
    policy: &'a RoundPolicy,
    /// With a hold for everything that was given, behind those that were there before.
    snapshot: Snapshot,
    calendars: Calendars,
    /// How many holds were there before.
    own_holds: usize,
    /// For each hold that was given, the place of its application.
    given_to: Vec<usize>,
    order: Vec<usize>,
    decisions: Vec<Decision>,
    shares: Shares,
    /// The place in the order of the first application that found no room.
    line: Option<usize>,
}

impl<'a> Planner<'a> {
    /// A round of which nothing is decided; `calendars` are those of the snapshot.
    #[must_use]
    pub fn new(
        snapshot: &Snapshot,
        calendars: &Calendars,
        applications: impl Into<Cow<'a, [Application]>>,
        policy: &'a RoundPolicy,
    ) -> Self {
        let applications = applications.into();
        Self {
            order: ranked(&applications, policy.order),
            applications,
            policy,
            snapshot: snapshot.clone(),
            calendars: calendars.clone(),
            own_holds: snapshot.holds.len(),
            given_to: Vec::new(),
            decisions: Vec::new(),
            shares: Shares::new(&policy.shares),
            line: None,
        }
    }

    /// Decides the next application; whether there was one.
    pub fn step(&mut self) -> bool {
        let place = self.decisions.len();
        let Some(&application) = self.order.get(place) else { return false };
        let Some(asked) = self.applications.get(application) else { return false };
        let result = match self.line {
            Some(_) if self.policy.behind == RoundQueueing::Stop => Err(PlanRefusal::BehindLine),
            _ => self.decide(&self.asked(&asked.request)),
        };
        match &result {
            Ok(grant) => self.give(application, grant),
            Err(refusal) if self.line.is_none() && refusal.is_want_of_room() => {
                self.line = Some(place);
            }
            Err(_) => {}
        }
        self.decisions.push(Decision { application, result });
        true
    }

    /// How many applications are decided.
    #[must_use]
    pub fn decided(&self) -> usize {
        self.decisions.len()
    }

    /// What is decided, in the order in which it was.
    #[must_use]
    pub fn decisions(&self) -> &[Decision] {
        &self.decisions
    }

    /// The place in the order of the first application that found no room: the pool was used up
    /// there. `None` while everybody had room.
    #[must_use]
    pub fn line(&self) -> Option<usize> {
        self.line
    }

    /// The snapshot with what was given as holds, behind those that were there before, and the
    /// calendars of it.
    #[must_use]
    pub fn world(&self) -> (&Snapshot, &Calendars) {
        (&self.snapshot, &self.calendars)
    }

    /// How many of the holds were there before the round.
    #[must_use]
    pub fn own_holds(&self) -> usize {
        self.own_holds
    }

    /// What is decided so far.
    #[must_use]
    pub fn into_plan(self) -> RoundPlan {
        RoundPlan { decisions: self.decisions, line: self.line }
    }

    /// The request as the policy has it asked.
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
            Some(wait) => request.not_before.plus(wait.saturating_add(1)),
            None => Hour::MAX,
        };
        let Some((block, offer)) = best_offer(&self.snapshot, &questions, too_late) else {
            return Err(PlanRefusal::NoOffer { nearest: self.obstacle(&questions) });
        };
        self.shares.check(request.class, &offer)?;
        let wait = offer.start.since(request.not_before);
        let is_part = offer.nodes < request.nodes.max;
        Ok(Grant { block, offer, wait, is_part })
    }

    /// Lays what was given over the calendars.
    fn give(&mut self, application: usize, grant: &Grant) {
        let Some(given) = self.applications.get(application) else { return };
        self.snapshot.holds.push(grant.hold(&given.request.id));
        self.calendars.take_last(&self.snapshot);
        self.given_to.push(application);
        self.shares.give(given.request.class, &grant.offer);
    }

    /// The block that is nearest to an offer: with the least lasting reason, and there with the
    /// fewest nodes short.
    fn obstacle(&self, questions: &[Question<'_>]) -> Option<Obstacle> {
        let accepted = questions.iter().filter(|question| question.ask.accepted);
        let reasons = accepted.filter_map(|question| {
            let opening = question.calendar.opening(question.ask.not_before, 1);
            Some((question.place, first_reason(question, &opening)?))
        });
        let (block, why_not) = reasons.min_by_key(|(_, why_not)| {
            (core::cmp::Reverse(why_not.tier), why_not.short_by.unwrap_or(u32::MAX))
        })?;
        let given = why_not.holds.iter().filter_map(|cause| {
            let place = cause.hold()?.checked_sub(self.own_holds)?;
            self.given_to.get(place).copied()
        });
        let mut applications: Vec<usize> = given.collect();
        applications.sort_unstable();
        applications.dedup();
        Some(Obstacle { block, why_not, applications })
    }
}

/// Decides a round at once; a [`Planner`] does it step by step.
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

/// The first reason of a block, which hides those behind it.
fn first_reason(question: &Question<'_>, opening: &AvailabilityAt<'_>) -> Option<WhyNot> {
    why_not::reasons(question, opening).into_iter().next()
}

/// The best of the earliest offers of all blocks that begin before `too_late`, as
/// [`crate::fit::preview()`] ranks them, and its block. What begins later than another offer is never
/// the best, so it is not looked for.
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
    let offers: Vec<(usize, Offer)> = earliest
        .into_iter()
        .map(|(question, start)| {
            (question.place, question.offer_from(start, question.most_nodes()))
        })
        .collect();
    let by_block: Vec<(usize, &Offer)> =
        offers.iter().map(|(block, offer)| (*block, offer)).collect();
    let best = *ranking::ranked(snapshot, &by_block).first()?;
    offers.into_iter().nth(best)
}
