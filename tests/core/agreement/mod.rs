//! The engine and the brute force agree on random cases, operation by operation.
//!
//! `JARI_CASES` sets how many cases of the first operation there are (start, nodes and term; each
//! other one has a tenth of them), `JARI_SEED` the seed of the first case of each.

mod availability;
mod counterparts;
mod difference;
mod effect;
mod elastic;
mod laws;
mod map;
mod nearest;
mod offers;
mod plans;
mod reasons;
mod split;
mod why_not;

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};

use jari::fit::{self, Calendars, Preview, RequestChange};
use jari::model::{NodeCount, Request, Snapshot};

use crate::brute::Times;
use crate::say;
use crate::smaller::{Shrink, smallest};

/// How often each thing came up: a generator that never makes a case hard proves nothing.
type Seen = BTreeMap<&'static str, u32>;

fn saw(seen: &mut Seen, what: &'static str) {
    *seen.entry(what).or_default() += 1;
}

/// What to hold against brute force, and what must come up how often in a thousand cases.
struct Operation<C> {
    name: &'static str,
    /// Cases, of a hundred thousand in the first operation.
    cases: u64,
    case: fn(u64) -> C,
    /// Whether the engine's answer is what the brute force finds; else what differs.
    check: fn(&C, &mut Seen) -> Result<(), String>,
    common: &'static [(&'static str, u64)],
}

impl<C: Shrink> Operation<C> {
    fn agree(&self) -> Seen {
        let Self { name, check, .. } = self;
        let count = number("JARI_CASES").unwrap_or(100_000) * self.cases / 100_000;
        let first = number("JARI_SEED").unwrap_or(20_270_101);
        let mut seen = Seen::new();
        for seed in first..first + count {
            let case = (self.case)(seed);
            if let Err(wrong) = check(&case, &mut seen) {
                let still_wrong = |case: &C| {
                    let wrong_now = check(case, &mut Seen::new());
                    wrong_now.is_err_and(|other| kind_of(&other) == kind_of(&wrong))
                };
                let smallest = smallest(case, still_wrong);
                let what = check(&smallest, &mut Seen::new()).unwrap_err();
                panic!("seed {seed}: {wrong}\nat its smallest: {what}\n{}", smallest.describe());
            }
        }
        say(&format!(
            "{name}: {count} random cases from seed {first} on agree with brute force: {seen:?}"
        ));
        // Of few cases nothing can be said of how often.
        for (what, of_a_thousand) in self.common.iter().filter(|_| count >= 5_000) {
            let times = u64::from(seen.get(what).copied().unwrap_or(0));
            assert!(times * 1_000 >= count * of_a_thousand, "{what} came up {times} times");
        }
        seen
    }
}

/// What the engine answers; it may neither refuse nor panic.
fn preview(snapshot: &Snapshot, request: &Request) -> Result<Preview, String> {
    answered(|| fit::preview(snapshot, &Calendars::new(snapshot), request))
}

fn alternatives(snapshot: &Snapshot, request: &Request) -> Result<fit::Alternatives, String> {
    answered(|| fit::alternatives(snapshot, &Calendars::new(snapshot), request))
}

fn answered<T, E: std::fmt::Debug>(ask: impl FnOnce() -> Result<T, E>) -> Result<T, String> {
    match catch_unwind(AssertUnwindSafe(ask)) {
        Ok(Ok(answer)) => Ok(answer),
        Ok(Err(error)) => Err(format!("refused: {error:?}")),
        Err(_) => Err("the engine panicked".into()),
    }
}

fn times(offer: &fit::Offer) -> Times {
    Times { start: offer.start, end: offer.end, nodes: offer.nodes }
}

/// The request with one thing changed.
fn changed(request: &Request, change: &RequestChange) -> Request {
    let mut request = request.clone();
    match change {
        RequestChange::Start(start) => request.not_before = *start,
        RequestChange::Nodes(nodes) => request.nodes = NodeCount::exactly(*nodes),
        RequestChange::Term(term) => request.term = *term,
        RequestChange::Placement(placement) => request.placement = *placement,
        RequestChange::Accelerator(accelerator) => request.accelerators = vec![accelerator.clone()],
    }
    request
}

fn same<T: PartialEq + std::fmt::Debug>(what: &str, got: &T, wanted: &T) -> Result<(), String> {
    if got == wanted { Ok(()) } else { Err(format!("{what}: got {got:?}, brute force {wanted:?}")) }
}

/// What a checker says is wrong, as an error.
fn nothing(wrong: Option<String>) -> Result<(), String> {
    wrong.map_or(Ok(()), Err)
}

fn number(variable: &str) -> Option<u64> {
    std::env::var(variable).ok().map(|text| text.parse().expect("a number"))
}

/// What is wrong without the numbers, so that a case made smaller stays wrong in the same way.
fn kind_of(wrong: &str) -> String {
    let what = wrong.split(": ").nth(1).unwrap_or(wrong).split(',').next();
    what.unwrap_or_default().chars().filter(|c| c.is_alphabetic()).collect()
}
