//! A round is decided as brute force decides it, application by application.

use jari::fit::plan::{
    Decision, Grant, Obstacle, PlanRefusal, Planner, RoundPlan, RoundPolicy, RoundQueueing, plan,
};
use jari::fit::{self, Calendars, Tier};
use jari::model::{Hold, HoldNodes, Request, Snapshot};

use super::offers::check_offer;
use super::{Operation, Seen, answered, same, saw, times};
use crate::brute::Truth;
use crate::brute::round::{Given, asked, earliest, order, would_be};
use crate::cases::round::{RoundCase, round};

/// What the engine decides; it may not panic.
pub fn decided(round: &RoundCase) -> Result<RoundPlan, String> {
    let RoundCase { snapshot, applications, policy } = round;
    let calendars = Calendars::new(snapshot);
    answered(|| Ok::<_, ()>(plan(snapshot, &calendars, applications, policy)))
}

fn check(round: &RoundCase, seen: &mut Seen) -> Result<(), String> {
    let RoundCase { snapshot, applications, policy } = round;
    let plan = decided(round)?;
    let wanted = order(applications, policy.order);
    let got: Vec<usize> =
        plan.decisions.iter().map(|decision| decision.application_index).collect();
    same("order", &got, &wanted)?;
    let mut judge = Judge {
        policy,
        own_holds: snapshot.holds.len(),
        snapshot: snapshot.clone(),
        given: Vec::new(),
        given_to: Vec::new(),
        line: None,
    };
    for (position, decision) in plan.decisions.iter().enumerate() {
        let application = &applications[decision.application_index];
        let request = asked(&application.request, policy);
        judge.check(position, &request, decision, seen).map_err(|wrong| {
            format!("application {}: {wrong}, in {decision:?}", decision.application_index)
        })?;
    }
    same("line", &plan.line, &judge.line)?;
    saw(seen, if plan.line.is_some() { "a line" } else { "no line" });
    Ok(())
}

/// Holds decisions against what was left by those before them.
struct Judge<'a> {
    policy: &'a RoundPolicy,
    own_holds: usize,
    /// With what was given so far.
    snapshot: Snapshot,
    given: Vec<Given>,
    given_to: Vec<usize>,
    line: Option<usize>,
}

impl Judge<'_> {
    fn check(
        &mut self,
        position: usize,
        request: &Request,
        decision: &Decision,
        seen: &mut Seen,
    ) -> Result<(), String> {
        let is_behind = self.line.is_some() && self.policy.behind == RoundQueueing::Stop;
        if is_behind || matches!(decision.result, Err(PlanRefusal::BehindLine)) {
            saw(seen, "behind the line");
            let stopped = (is_behind, matches!(decision.result, Err(PlanRefusal::BehindLine)));
            return same("behind the line", &stopped, &(true, true));
        }
        let truth = Truth::new(&self.snapshot, request.not_before);
        let offers = earliest(&truth, request, self.policy);
        match &decision.result {
            Ok(grant) => {
                self.check_grant(&truth, request, grant, &offers, seen)?;
                self.check_share(request, grant)?;
                self.give(decision.application_index, request, grant);
            }
            Err(PlanRefusal::ShareUsedUp { class, most, would_be: got }) => {
                saw(seen, "share used up");
                same("class", class, &request.class)?;
                let would = |(_, times)| would_be(&self.given, *class, times, *most);
                let all: Vec<u64> = offers.iter().copied().map(would).collect();
                let limit = limit_of(*most);
                let is_right = *got > limit && all.contains(got);
                let listed = self.policy.shares.iter();
                let is_listed = listed.clone().any(|it| it.class == *class && it.most == *most);
                same(
                    "a limit of the policy that is passed",
                    &(is_right, is_listed),
                    &(true, true),
                )?;
            }
            Err(PlanRefusal::NoOffer { nearest }) => {
                same("offers", &offers, &Vec::new())?;
                let has_line = self.check_obstacle(&truth, request, nearest.as_ref(), seen)?;
                if has_line && self.line.is_none() {
                    self.line = Some(position);
                }
            }
            Err(refusal @ (PlanRefusal::Unknown(_) | PlanRefusal::BehindLine)) => {
                return Err(format!("refused as {refusal:?}"));
            }
        }
        Ok(())
    }

    fn check_grant(
        &self,
        truth: &Truth<'_>,
        request: &Request,
        grant: &Grant,
        offers: &[(usize, crate::brute::Times)],
        seen: &mut Seen,
    ) -> Result<(), String> {
        let (block, offer) = (grant.block_index, &grant.offer);
        let most = offers.iter().map(|(_, times)| times.nodes).max();
        same("most nodes", &Some(offer.nodes), &most)?;
        let is_offered = offers.contains(&(block, times(offer)));
        same("an earliest offer", &is_offered, &true)?;
        check_offer(truth, request, block, offer, &mut Seen::new())?;
        let best = self.preview(request)?;
        let best = best.best().and_then(|answer| Some((answer.block_index, answer.offer.clone()?)));
        same("the best of a preview", &Some((block, offer.clone())), &best)?;
        same("wait", &grant.wait, &offer.start.since(request.not_before))?;
        same("part", &grant.is_part, &(offer.nodes < request.nodes.max))?;
        saw(seen, if grant.wait > 0 { "later" } else { "at once" });
        saw(seen, if grant.is_part { "a part" } else { "all of it" });
        saw(seen, if offer.node_ranges.is_empty() { "by count" } else { "by name" });
        Ok(())
    }

    fn check_share(&self, request: &Request, grant: &Grant) -> Result<(), String> {
        for share in self.policy.shares.iter().filter(|share| share.class == request.class) {
            let would = would_be(&self.given, request.class, times(&grant.offer), share.most);
            if would > limit_of(share.most) {
                return Err(format!("more than its share, {share:?}: {would}"));
            }
        }
        Ok(())
    }

    /// Whether it is nodes that are missing, in the block that is nearest to an offer.
    fn check_obstacle(
        &self,
        truth: &Truth<'_>,
        request: &Request,
        nearest: Option<&Obstacle>,
        seen: &mut Seen,
    ) -> Result<bool, String> {
        let accepted = truth.accepted(request);
        same("an obstacle", &nearest.is_some(), &!accepted.is_empty())?;
        let Some(obstacle) = nearest else {
            saw(seen, "no block");
            return Ok(false);
        };
        let preview = self.preview(request)?;
        let reasons = preview.blocks.iter().filter(|answer| accepted.contains(&answer.block_index));
        let first = |answer: &fit::BlockAnswer| {
            let mut why_not = answer.why_not.first().cloned()?;
            why_not.fits_if.clear();
            Some((answer.block_index, why_not))
        };
        let reasons: Vec<_> = reasons.filter_map(first).collect();
        let lasting = |tier: Tier| match tier {
            Tier::Placement => 0,
            Tier::Capacity => 1,
            Tier::Rule => 2,
            Tier::Never => 3,
        };
        let measure = |why: &fit::WhyNot| (lasting(why.tier), why.short_by.unwrap_or(u32::MAX));
        let least = reasons.iter().map(|(_, why)| measure(why)).min();
        same("the least reason", &Some(measure(&obstacle.why_not)), &least)?;
        let wanted = reasons.iter().find(|(block, _)| *block == obstacle.block_index);
        same("reason", &Some(&obstacle.why_not), &wanted.map(|(_, why)| why))?;
        let holds = obstacle.why_not.holds.iter().filter_map(|cause| cause.hold_index());
        let mut given: Vec<usize> = holds
            .filter(|hold| *hold >= self.own_holds)
            .map(|hold| self.given_to[hold - self.own_holds])
            .collect();
        given.sort_unstable();
        given.dedup();
        same("applications in the way", &obstacle.application_indices, &given)?;
        saw(seen, if given.is_empty() { "nobody in the way" } else { "others in the way" });
        Ok(lasting(obstacle.why_not.tier) < 2)
    }

    /// What one request comes to beside what was given, its calendars built anew.
    fn preview(&self, request: &Request) -> Result<fit::Preview, String> {
        super::preview(&self.snapshot, request)
    }

    fn give(&mut self, application_index: usize, request: &Request, grant: &Grant) {
        let offer = &grant.offer;
        self.given.push(Given { class: request.class, times: times(offer) });
        self.given_to.push(application_index);
        let nodes = if offer.node_ranges.is_empty() {
            HoldNodes::Counted(offer.nodes)
        } else {
            HoldNodes::Named(offer.node_ranges.clone())
        };
        self.snapshot.holds.push(Hold {
            block_index: grant.block_index,
            nodes,
            from: offer.start,
            until: offer.end,
            label: Default::default(),
            published: None,
        });
    }
}

fn limit_of(limit: fit::plan::Limit) -> u64 {
    match limit {
        fit::plan::Limit::Nodes(most) => most.into(),
        fit::plan::Limit::NodeHours(most) => most,
    }
}

/// What must hold of any plan, whatever it is.
fn laws(round: &RoundCase, seen: &mut Seen) -> Result<(), String> {
    let RoundCase { snapshot, applications, policy } = round;
    let whole = decided(round)?;
    same("equal input", &format!("{:?}", decided(round)?), &format!("{whole:?}"))?;
    alone(round, seen)?;

    // Whoever comes last moves nobody.
    let last = whole.decisions.last().map(|decision| decision.application_index);
    if let Some(last) = last {
        let mut fewer = round.clone();
        fewer.applications.remove(last);
        let before = &whole.decisions[..whole.decisions.len() - 1];
        same("without the last", &results(&decided(&fewer)?), &of_others(before, last))?;
    }
    // A refused one changes nothing, but for the line that it draws.
    for (position, decision) in whole.decisions.iter().enumerate() {
        let draws_line = policy.behind == RoundQueueing::Stop && whole.line == Some(position);
        if decision.result.is_ok() || draws_line {
            continue;
        }
        let mut fewer = round.clone();
        fewer.applications.remove(decision.application_index);
        let others: Vec<Decision> =
            whole.decisions.iter().filter(|other| *other != decision).cloned().collect();
        let wanted = of_others(&others, decision.application_index);
        same("without a refused one", &results(&decided(&fewer)?), &wanted)?;
        saw(seen, "refused");
    }
    // Two steps at a time or all at once, it is the same.
    let calendars = Calendars::new(snapshot);
    let mut planner = Planner::new(snapshot, &calendars, applications, policy);
    while planner.step() {
        same("decided", &planner.decisions(), &&whole.decisions[..planner.decided()])?;
    }
    same("step by step", &planner.into_plan(), &whole)
}

/// A plan of one application is its preview.
fn alone(round: &RoundCase, seen: &mut Seen) -> Result<(), String> {
    for application in &round.applications {
        let policy = RoundPolicy { shares: Vec::new(), longest_wait: None, ..round.policy.clone() };
        let one = RoundCase {
            applications: vec![application.clone()],
            policy: policy.clone(),
            ..round.clone()
        };
        let plan = decided(&one)?;
        let preview = super::preview(&round.snapshot, &asked(&application.request, &policy))?;
        let best =
            preview.best().and_then(|answer| Some((answer.block_index, answer.offer.clone()?)));
        let given = plan.decisions[0].result.as_ref().ok();
        let given = given.map(|grant| (grant.block_index, grant.offer.clone()));
        same("alone", &given, &best)?;
        saw(seen, if best.is_some() { "given alone" } else { "refused alone" });
    }
    Ok(())
}

/// What each application comes to. Places of others are left out: they depend on who is in the list.
fn results(plan: &RoundPlan) -> Vec<(usize, Result<Grant, String>)> {
    of_others(&plan.decisions, usize::MAX)
}

/// The same, in a list in which the application at `gone` was not.
fn of_others(decisions: &[Decision], gone: usize) -> Vec<(usize, Result<Grant, String>)> {
    let result = |decision: &Decision| {
        let index = decision.application_index - usize::from(decision.application_index > gone);
        let why = |refusal: &PlanRefusal| match refusal {
            PlanRefusal::NoOffer { nearest } => {
                let why = nearest
                    .as_ref()
                    .map(|it| (it.block_index, it.why_not.tier, it.why_not.short_by));
                format!("no offer, {why:?}")
            }
            other => format!("{other:?}"),
        };
        (index, decision.result.as_ref().map_err(why).cloned())
    };
    decisions.iter().map(result).collect()
}

#[test]
fn engine_agrees_on_rounds() {
    let common = &[
        ("at once", 500),
        ("later", 300),
        ("a part", 100),
        ("by count", 100),
        ("share used up", 100),
        ("behind the line", 50),
        ("others in the way", 100),
        ("nobody in the way", 100),
        ("a line", 100),
    ];
    Operation { name: "rounds", cases: 10_000, case: round, check, common }.agree();
}

#[test]
fn laws_of_rounds_hold() {
    let common = &[("given alone", 500), ("refused alone", 100), ("refused", 500)];
    Operation { name: "laws of rounds", cases: 10_000, case: round, check: laws, common }.agree();
}
