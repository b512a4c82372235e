//! Order in which the applications of a round are decided.

use crate::model::{Application, order};
use core::borrow::Borrow;
use core::cmp::Ordering;

/// Order in which applications are decided; ties by arrival, then by id, then by the list.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Order {
    /// Higher scores first; applications without one last.
    #[default]
    Score,
    /// Earlier submissions first; applications without a time last.
    Arrival,
    /// Order of the list.
    List,
}

/// Returns the indices of the applications in the order in which a plan decides them.
#[must_use]
pub fn decision_order<A: Borrow<Application>>(applications: &[A], by: Order) -> Vec<usize> {
    let mut indices: Vec<usize> = (0..applications.len()).collect();
    let may_precede = |&a: &usize, &b: &usize| match (applications.get(a), applications.get(b)) {
        (Some(a), Some(b)) => compare(a.borrow(), b.borrow(), by) != Ordering::Greater,
        _ => true,
    };
    // A stable sort: ties keep the order of the list.
    order::merge(&mut indices, &may_precede);
    indices
}

fn compare(a: &Application, b: &Application, by: Order) -> Ordering {
    match by {
        Order::List => Ordering::Equal,
        Order::Score => last_if_none(a.score, b.score, |a, b| b.cmp(a)).then_with(|| arrival(a, b)),
        Order::Arrival => arrival(a, b),
    }
}

fn arrival(a: &Application, b: &Application) -> Ordering {
    let by_time = last_if_none(a.submitted_at, b.submitted_at, Ord::cmp);
    by_time.then_with(|| a.request.id.cmp(&b.request.id))
}

/// Compares two values if both exist; a missing one comes last.
fn last_if_none<T>(a: Option<T>, b: Option<T>, compare: impl Fn(&T, &T) -> Ordering) -> Ordering {
    match (a, b) {
        (Some(a), Some(b)) => compare(&a, &b),
        (Some(_), None) => Ordering::Less,
        (None, Some(_)) => Ordering::Greater,
        (None, None) => Ordering::Equal,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Class, Hour, Instant, NodeCount, Placement, Request, Score, Term};

    fn application(id: &str, score: Option<f64>, day: Option<&str>) -> Application {
        let request = Request {
            id: id.to_owned(),
            accelerators: vec!["h200".to_owned()],
            blocks: None,
            nodes: NodeCount::exactly(1),
            term: Term::Days(1),
            not_before: Hour::EARLIEST,
            not_after: None,
            placement: Placement::Any,
            split: None,
            class: Class::Industry,
            call: None,
        };
        let score = score.and_then(Score::new);
        let submitted_at = day.map(|day| Instant::parse(day).unwrap());
        Application { request, title: String::new(), score, submitted_at }
    }

    #[test]
    fn equals_stand_by_arrival_then_by_id_then_as_listed() {
        let all = [
            application("e", None, Some("2026-01-01")),
            application("d", Some(7.0), None),
            application("c", Some(7.0), Some("2026-01-03")),
            application("b", Some(7.0), Some("2026-01-02")),
            application("a", Some(7.5), None),
            application("b", Some(7.0), Some("2026-01-02")),
        ];
        assert_eq!(decision_order(&all, Order::Score), [4, 3, 5, 2, 1, 0]);
        assert_eq!(decision_order(&all, Order::Arrival), [0, 3, 5, 2, 4, 1]);
        assert_eq!(decision_order(&all, Order::List), [0, 1, 2, 3, 4, 5]);
    }
}
