//! A round, by brute force: who comes next, and what an application may have at most.

use jari::fit::plan::{Allotment, CallRules, Limit, Order, RoundPolicy};
use jari::model::{Application, Class, Hour, NodeCount, Request};

use super::{Times, Truth};

/// What was given to whom.
#[derive(Clone, Debug)]
pub struct Given {
    pub class: Class,
    pub times: Times,
}

/// The indices of the applications in the order in which they are decided: of those that are left,
/// the one that nobody else comes before.
pub fn order(applications: &[Application], order: Order) -> Vec<usize> {
    let mut left: Vec<usize> = (0..applications.len()).collect();
    let mut ordered = Vec::new();
    while !left.is_empty() {
        let is_first = |one: &&usize| {
            !left.iter().any(|other| comes_before(applications, order, *other, **one))
        };
        let first = *left.iter().find(is_first).expect("an order has no circle");
        left.retain(|index| *index != first);
        ordered.push(first);
    }
    ordered
}

fn comes_before(applications: &[Application], order: Order, one: usize, other: usize) -> bool {
    let (a, b) = (&applications[one], &applications[other]);
    // Each criterion as a number that is the smaller the earlier, those without one last.
    let score = |it: &Application| it.score.map_or(f64::INFINITY, |score| -score.number());
    let arrival = |it: &Application| (it.submitted_at.is_none(), it.submitted_at);
    if order == Order::Score && score(a) != score(b) {
        return score(a) < score(b);
    }
    if order != Order::List && arrival(a) != arrival(b) {
        return arrival(a) < arrival(b);
    }
    if order != Order::List && a.request.id != b.request.id {
        return a.request.id < b.request.id;
    }
    one < other
}

/// The request as the policy has it asked.
pub fn asked(request: &Request, policy: &RoundPolicy) -> Request {
    let mut asked = request.clone();
    if policy.amount == Allotment::Whole {
        asked.nodes = NodeCount { min: request.nodes.max, max: request.nodes.max };
    }
    if policy.rules == CallRules::LeftOut {
        asked.call = None;
    }
    asked
}

/// The earliest offers of all blocks that begin early enough: each with its block.
pub fn earliest(truth: &Truth<'_>, request: &Request, policy: &RoundPolicy) -> Vec<(usize, Times)> {
    let in_time = |times: &Times| {
        let wait = times.start.since(request.not_before);
        policy.longest_wait.is_none_or(|longest| wait <= longest)
    };
    let blocks = truth.accepted(request).into_iter();
    let offers = blocks.filter_map(|block| Some((block, truth.offers(block, request).next()?)));
    let offers: Vec<(usize, Times)> = offers.filter(|(_, times)| in_time(times)).collect();
    let first = offers.iter().map(|(_, times)| times.start).min();
    offers.into_iter().filter(|(_, times)| Some(times.start) == first).collect()
}

/// What a class has in the eyes of a limit once `times` are given to it too: node-hours, or nodes in
/// the hour of the offer in which they are most.
pub fn would_be(given: &[Given], class: Class, times: Times, limit: Limit) -> u64 {
    let own = || given.iter().filter(|given| given.class == class).map(|given| given.times);
    let node_hours =
        |times: Times| u64::from(times.nodes) * u64::from(times.end.since(times.start));
    match limit {
        Limit::NodeHours(_) => own().map(node_hours).sum::<u64>() + node_hours(times),
        Limit::Nodes(_) => {
            let during = |hour: Hour| {
                let there = own().filter(|it| it.start <= hour && hour < it.end);
                there.map(|it| u64::from(it.nodes)).sum::<u64>()
            };
            let length = times.end.since(times.start);
            let most = (0..length).map(|hours| during(times.start.plus(hours))).max();
            most.unwrap_or(0) + u64::from(times.nodes)
        }
    }
}
