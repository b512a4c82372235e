//! The order in which a plan decides, known before anything is decided.

use crate::fit::plan::Order;
use crate::model::{Application, order};
use core::cmp::Ordering;

/// The places in `applications`, the first to be decided first, as [`crate::fit::plan`] has it.
pub(super) fn ranked(applications: &[&Application], by: Order) -> Vec<usize> {
    let mut places: Vec<usize> = (0..applications.len()).collect();
    let may_precede = |&a: &usize, &b: &usize| match (applications.get(a), applications.get(b)) {
        (Some(a), Some(b)) => compare(a, b, by) != Ordering::Greater,
        _ => true,
    };
    // Stable: what nothing tells apart stays as in the list.
    order::merge(&mut places, &may_precede);
    places
}

fn compare(a: &Application, b: &Application, by: Order) -> Ordering {
    match by {
        Order::List => Ordering::Equal,
        Order::Score => last_if_none(b.score, a.score, a.score.is_none(), b.score.is_none())
            .then_with(|| arrival(a, b)),
        Order::Arrival => arrival(a, b),
    }
}

fn arrival(a: &Application, b: &Application) -> Ordering {
    let (first, second) = (a.submitted_at, b.submitted_at);
    last_if_none(first, second, first.is_none(), second.is_none())
        .then_with(|| a.request.id.cmp(&b.request.id))
}

/// Compares what both have; whoever has nothing stands behind.
fn last_if_none<T: Ord>(a: T, b: T, a_is_none: bool, b_is_none: bool) -> Ordering {
    match (a_is_none, b_is_none) {
        (false, false) => a.cmp(&b),
        _ => a_is_none.cmp(&b_is_none),
    }
}
