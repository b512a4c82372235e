//! Bounds that a call sets for a project, as far as sizing needs them.

use crate::model::{Call, Hour, Term};

/// Bounds of a call for one accelerator.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct CallBounds {
    /// `true` if the call offers the accelerator.
    pub offered: bool,
    /// Fewest nodes.
    pub min_nodes: u32,
    /// Most nodes.
    pub max_nodes: u32,
    /// Shortest term, days.
    pub min_days: f64,
    /// Longest term, days; less if the call's last day comes sooner.
    pub max_days: f64,
    /// Nodes from which a project counts as large.
    pub large_from: Option<u32>,
    /// `true` if terms are in months.
    pub months: bool,
}

/// Average days of a month: a year of 365.25 days over 12.
const MONTH: f64 = 365.25 / 12.0;

/// Returns a term in days; months count with their average length.
#[must_use]
pub fn days(term: Term) -> f64 {
    match term {
        Term::Hours(hours) => f64::from(hours) / 24.0,
        Term::Days(days) => f64::from(days),
        Term::Months(months) => f64::from(months) * MONTH,
    }
}

impl CallBounds {
    /// Bounds without a call: anything is allowed.
    pub const NONE: Self = Self {
        offered: true,
        min_nodes: 1,
        max_nodes: u32::MAX,
        min_days: 0.0,
        max_days: f64::MAX,
        large_from: None,
        months: false,
    };

    /// Returns the bounds of `call` for `accelerator`, for use from `start` on.
    ///
    /// ```
    /// use jari::{model::{self, Term}, sizing::rules::CallBounds};
    /// let file = br#"{"schema":1,"as_of":"2027-01-01","accelerators":[{"id":"h200"}],
    ///   "calls":[{"id":"c","sizes":[{"accelerator":"h200","min_nodes":2,"max_nodes":8}],
    ///     "term":{"min":{"months":1},"max":{"months":6}}}]}"#;
    /// let snapshot = model::read(file).unwrap().snapshot;
    /// let bounds = CallBounds::for_call(snapshot.call("c"), "h200", None);
    /// assert_eq!((bounds.min_nodes, bounds.max_nodes), (2, 8));
    /// assert_eq!(bounds.term(45.0), Term::Months(2));
    /// assert!(!CallBounds::for_call(snapshot.call("c"), "b200", None).offered);
    /// ```
    #[must_use]
    pub fn for_call(call: Option<&Call>, accelerator: &str, start: Option<Hour>) -> Self {
        let Some(call) = call else { return Self::NONE };
        let size = call.size(accelerator);
        let term = &call.term;
        let left = match (term.until, start) {
            (Some(until), Some(start)) => f64::from(until.since(start)) / 24.0,
            _ => f64::MAX,
        };
        Self {
            offered: size.is_some(),
            min_nodes: size.map_or(1, |size| size.min_nodes),
            max_nodes: size.map_or(u32::MAX, |size| size.max_nodes),
            min_days: term.min.map_or(0.0, days),
            max_days: term.max.map_or(f64::MAX, days).min(left),
            large_from: size.and_then(|size| size.large_from_nodes),
            months: [term.min, term.max].iter().flatten().any(|it| matches!(it, Term::Months(_))),
        }
    }

    /// Returns the term to ask for if `needed` days are needed, at least the shortest and at most
    /// the longest.
    #[must_use]
    pub fn term(&self, needed: f64) -> Term {
        // `clamp` panics if its minimum is the larger: the call's last day may be nearer than its
        // shortest term.
        let needed = needed.clamp(self.min_days.min(self.max_days), self.max_days);
        if self.months {
            // The 0.001 absorbs rounding, so that exactly three months of days do not become four.
            let months = (needed / MONTH - 0.001).ceil();
            let most = (self.max_days / MONTH + 0.001).floor();
            return Term::Months(super::band::whole(months.min(most)).clamp(1, Term::MAX_MONTHS));
        }
        let most = self.max_days.floor().max(1.0);
        Term::Days(super::band::whole(needed.ceil().min(most)).clamp(1, Term::MAX_DAYS))
    }
}
