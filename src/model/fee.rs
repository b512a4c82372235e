//! Cost of a request on one accelerator.
//!
//! The rule is that of the notices: a rate per node (server) and month, by accelerator and class of
//! applicant. The notices state neither whether VAT is included nor how a part of a month is
//! charged, so a term that is not whole months gives two amounts: one without the part, and one
//! that charges it as a whole month. The rates and their source are data: [`Call::fees`] and
//! [`Call::source`].

use super::{Call, Class, FeeRate, Hour, Snapshot, Term};

/// Cost of a request.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum FeeTotal {
    /// No charge.
    Free,
    /// Unknown cost, with the reason.
    Unknown(FeeUnknown),
    /// Cost in won.
    Won(WonTotal),
}

/// Cost of a request, and the call whose rates were applied.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Charge<'a> {
    /// Call whose rates were applied, if there is one.
    pub call: Option<&'a Call>,
    /// `true` if no call is chosen, so that `call` is the default one.
    pub is_usual: bool,
    /// The cost.
    pub total: FeeTotal,
}

/// Reason why a cost is unknown.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum FeeUnknown {
    /// No call is chosen, and none has a rate for this accelerator and applicant.
    NoCall,
    /// The call gives no rate for this accelerator and applicant.
    NoRate,
}

/// An amount in won, with the figures it is computed from.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct WonTotal {
    /// Won per node and month.
    pub won_per_node_month: u64,
    /// Nodes charged.
    pub nodes: u32,
    /// Whole months in the term.
    pub months_low: u32,
    /// Months with a partial month counted as whole; equal to `months_low` if there is none.
    pub months_high: u32,
    /// Won for `months_low` months; saturates.
    pub low: u64,
    /// Won for `months_high` months; saturates.
    pub high: u64,
}

/// Returns the cost of `nodes` nodes of `accelerator` for `class` from `start` until `end`
/// (exclusive) under `call`.
#[must_use]
pub fn fee(
    call: Option<&Call>,
    accelerator: &str,
    class: Class,
    nodes: u32,
    start: Hour,
    end: Hour,
) -> FeeTotal {
    let Some(call) = call else { return FeeTotal::Unknown(FeeUnknown::NoCall) };
    match call.fee(accelerator, class) {
        None => FeeTotal::Unknown(FeeUnknown::NoRate),
        Some(FeeRate::Free) => FeeTotal::Free,
        Some(FeeRate::WonPerNodeMonth(rate)) => {
            let months_low = whole_months(start, end);
            let has_part = Term::Months(months_low).end(start) < end;
            let months_high = months_low.saturating_add(u32::from(has_part));
            let total = |months: u32| {
                rate.saturating_mul(u64::from(nodes)).saturating_mul(u64::from(months))
            };
            FeeTotal::Won(WonTotal {
                won_per_node_month: rate,
                nodes,
                months_low,
                months_high,
                low: total(months_low),
                high: total(months_high),
            })
        }
    }
}

/// Returns the cost of `nodes` nodes of `accelerator` for `class` from `start` until `end` under
/// the `chosen` call.
///
/// Without one, the default call applies: of those with a rate for `accelerator` and `class`, the
/// one that closes last.
#[must_use]
pub fn charge<'a>(
    snapshot: &'a Snapshot,
    chosen: Option<&'a Call>,
    accelerator: &str,
    class: Class,
    nodes: u32,
    (start, end): (Hour, Hour),
) -> Charge<'a> {
    let has_rate = |call: &&Call| call.fee(accelerator, class).is_some();
    // A call without a closing date counts as closing last.
    let closes = |call: &&Call| call.closes.unwrap_or(Hour::MAX);
    let usual = || snapshot.calls.iter().filter(has_rate).max_by_key(closes);
    let call = chosen.or_else(usual);
    let total = fee(call, accelerator, class, nodes, start, end);
    Charge { call, is_usual: chosen.is_none() && call.is_some(), total }
}

impl WonTotal {
    /// Returns `true` if the term is whole months, so that `low` and `high` are equal.
    #[must_use]
    pub const fn is_whole_months(&self) -> bool {
        self.months_low == self.months_high
    }
}

/// Returns the largest number of whole calendar months that fits between `start` and `end`.
fn whole_months(start: Hour, end: Hour) -> u32 {
    let (from, to) = (start.civil(), end.civil());
    let apart = (i64::from(to.year) - i64::from(from.year)) * 12 + i64::from(to.month)
        - i64::from(from.month);
    let apart = u32::try_from(apart).unwrap_or(0);
    // The difference of year and month ignores day and hour, so it is at most one too high.
    if Term::Months(apart).end(start) > end { apart.saturating_sub(1) } else { apart }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Fee, Instant, TermRule, Text};

    fn at(text: &str) -> Hour {
        Instant::parse(text).unwrap().floor()
    }

    /// Returns a call with the published rates of the first round.
    fn call() -> Call {
        let fee =
            |accelerator: &str, class, rate| Fee { accelerator: accelerator.into(), class, rate };
        Call {
            id: "25-1".into(),
            name: Text::default(),
            opens: None,
            closes: None,
            classes: Vec::new(),
            sizes: Vec::new(),
            term: TermRule::default(),
            pool: Vec::new(),
            fees: vec![
                fee("h200", Class::Industry, FeeRate::WonPerNodeMonth(3_200_000)),
                fee("b200", Class::Industry, FeeRate::WonPerNodeMonth(6_400_000)),
                fee("h200", Class::YouthCompany, FeeRate::WonPerNodeMonth(1_600_000)),
                fee("h200", Class::Academia, FeeRate::Free),
            ],
            results: None,
            first_use: None,
            conditions: Vec::new(),
            unknown: Vec::new(),
            source: None,
        }
    }

    fn won(accelerator: &str, class: Class, nodes: u32, start: &str, end: &str) -> WonTotal {
        match fee(Some(&call()), accelerator, class, nodes, at(start), at(end)) {
            FeeTotal::Won(total) => total,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn whole_months_give_one_amount() {
        let total = won("h200", Class::Industry, 4, "2027-01-01", "2027-04-01");
        assert_eq!((total.low, total.high), (38_400_000, 38_400_000));
        assert!(total.is_whole_months());
        let half = won("h200", Class::YouthCompany, 4, "2027-01-01", "2027-04-01");
        assert_eq!(half.high * 2, total.high);
        assert_eq!(won("b200", Class::Industry, 8, "2027-01-01", "2027-04-01").high, 153_600_000);
    }

    #[test]
    fn part_months_give_two() {
        let cases = [
            ("2027-01-01", "2027-01-15", 0, 1),
            ("2027-01-01", "2027-04-02", 3, 4),
            ("2027-01-31", "2027-02-28", 1, 1),
            ("2027-01-31", "2027-02-27", 0, 1),
            ("2027-01-15", "2028-01-14", 11, 12),
            ("2027-01-15", "2027-01-15", 0, 0),
            ("2027-02-15", "2027-01-15", 0, 0),
        ];
        for (start, end, low, high) in cases {
            let total = won("h200", Class::Industry, 1, start, end);
            assert_eq!((total.months_low, total.months_high), (low, high), "{start} to {end}");
            assert_eq!(total.high, 3_200_000 * u64::from(high));
        }
        let total = won("h200", Class::Industry, 1, "2027-01-01", "2027-02-10");
        assert_eq!((total.low, total.high), (3_200_000, 6_400_000));
    }

    #[test]
    fn a_term_in_months_is_always_whole() {
        for day in 0..400 {
            let start = at("2027-01-01").plus(day * 24 + day % 24);
            for months in [1, 3, 12, 25] {
                assert_eq!(whole_months(start, Term::Months(months).end(start)), months, "{start}");
            }
        }
    }

    #[test]
    fn what_is_not_known_is_said() {
        let (start, end) = (at("2027-01-01"), at("2027-02-01"));
        let of = |call, class| fee(call, "h200", class, 1, start, end);
        let call = call();
        assert_eq!(of(None, Class::Industry), FeeTotal::Unknown(FeeUnknown::NoCall));
        assert_eq!(of(Some(&call), Class::Research), FeeTotal::Unknown(FeeUnknown::NoRate));
        assert_eq!(of(Some(&call), Class::Academia), FeeTotal::Free);
        let endless = fee(Some(&call), "h200", Class::Industry, u32::MAX, Hour::MIN, Hour::MAX);
        assert!(matches!(endless, FeeTotal::Won(_)));
    }
}
