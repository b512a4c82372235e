//! Shortest and longest terms of a call, by the start of the use.

use crate::model::{Call, Hour, Term};

/// Shortest and longest term of a call, compared with the term of a request.
///
/// Months are compared with days or hours from the start of the use: 31 days are no longer than a
/// month from 1 January, but longer than one from 1 February. The result of such a comparison
/// changes neither within a day nor from the 1st to the 28th of a month.
#[derive(Clone, Copy, Debug)]
pub(super) struct Bounds {
    term: Term,
    pub min: Option<Term>,
    pub max: Option<Term>,
}

impl Bounds {
    pub(super) fn new(call: Option<&Call>, term: Term) -> Self {
        let rule = call.map(|call| &call.term);
        let (min, max) = (rule.and_then(|rule| rule.min), rule.and_then(|rule| rule.max));
        Self { term, min, max }
    }

    /// Returns the call's shortest term if a use from `start` on would be shorter.
    pub(super) fn too_short(&self, start: Hour) -> Option<Term> {
        self.min.filter(|min| self.term.end(start) < min.end(start))
    }

    /// Returns the call's longest term if a use from `start` on would be longer.
    pub(super) fn too_long(&self, start: Hour) -> Option<Term> {
        self.max.filter(|max| self.term.end(start) > max.end(start))
    }

    /// Returns `true` if a use from `start` on is neither too short nor too long.
    pub(super) fn allow(&self, start: Hour) -> bool {
        self.too_short(start).is_none() && self.too_long(start).is_none()
    }

    /// Returns the earliest and the latest end that the call allows to a use from `start` on.
    ///
    /// Without a shortest term the earliest is `start`, without a longest the latest is
    /// [`Hour::MAX`].
    pub(super) fn ends(&self, start: Hour) -> (Hour, Hour) {
        let end = |term: Term| term.end(start);
        (self.min.map_or(start, end), self.max.map_or(Hour::MAX, end))
    }

    /// Returns `true` if the date of the start may decide whether the term is allowed.
    pub(super) fn depend_on_date(&self) -> bool {
        [self.min, self.max].into_iter().flatten().any(|bound| may_be_either(self.term, bound))
    }
}

/// Returns `true` if `one` may be longer than `other` from one start, and shorter from another.
///
/// It takes months on one side alone, and ranges of length that overlap.
fn may_be_either(one: Term, other: Term) -> bool {
    let is_months = |term: Term| matches!(term, Term::Months(_));
    is_months(one) != is_months(other)
        && one.least_hours() <= most_hours(other)
        && other.least_hours() <= most_hours(one)
}

/// Returns an upper bound, in hours, on the length of any use of this term.
const fn most_hours(term: Term) -> u32 {
    let least = term.least_hours();
    match term {
        Term::Hours(_) | Term::Days(_) => least,
        // A span of months may or may not begin with the shortest ones, and leap days come every
        // four years.
        Term::Months(months) => least.saturating_add((4 + months / 48) * 24),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn most_hours_are_met_by_every_start() {
        for months in (1..=60).chain([119, 120, 1_200]) {
            let term = Term::Months(months);
            let days = (0..9 * 366).map(|day| Hour::new(499_640).plus(day * 24));
            let most = days.map(|start| term.end(start).since(start)).max();
            assert!(most <= Some(most_hours(term)), "{months} months");
        }
    }
}
