//! Rules of a call, terms and reasons, by hand: each is an answer that was once wrong.

use jari::fit::{BlockAnswer, Breach, Calendars, Preview, Reason, RequestChange, Tier, preview};
use jari::model::{Class, Hour, Request, Snapshot, Term};
use std::sync::Arc;

use crate::cases::{block, call, empty_snapshot, named, request};

/// 00:00 in Korea.
fn day(month: u8, day: u8) -> Hour {
    Hour::of_date(2027, month, day).unwrap()
}

/// One block of one node.
fn one_node() -> Snapshot {
    let mut snapshot = empty_snapshot();
    snapshot.blocks.push(block("a", "h200", &[1], None));
    snapshot
}

/// One node, and a call that bounds the term.
fn bounded(min: Option<Term>, max: Option<Term>) -> Snapshot {
    let mut snapshot = one_node();
    Arc::make_mut(&mut snapshot.calls).push(call(&["h200"], None));
    let term = &mut Arc::make_mut(&mut snapshot.calls)[0].term;
    (term.min, term.max) = (min, max);
    snapshot
}

fn under_the_call(term: Term, not_before: Hour) -> Request {
    Request { call: Some("call".into()), ..request(1, term, not_before) }
}

fn ask(snapshot: &Snapshot, request: &Request) -> Preview {
    preview(snapshot, &Calendars::new(snapshot), request).unwrap()
}

fn starts(preview: &Preview) -> Vec<Option<Hour>> {
    preview.blocks.iter().map(|block| block.offer.as_ref().map(|offer| offer.start)).collect()
}

/// The single changes, as all reasons tell them, and as the nearest requests do.
fn changes(preview: &Preview) -> (Vec<RequestChange>, Vec<RequestChange>) {
    let single = preview.nearest.iter().filter(|near| near.changes.len() == 1);
    let nearest = single.flat_map(|near| near.changes.clone()).collect();
    (preview.blocks[0].why_not[0].fits_if.clone(), nearest)
}

fn reasons(block: &BlockAnswer) -> Vec<(Tier, Reason)> {
    block.why_not.iter().map(|why| (why.tier, why.reason)).collect()
}

#[test]
fn less_than_a_day_is_told_in_hours() {
    for asked in [Term::Days(3), Term::Months(1)] {
        let mut snapshot = one_node();
        snapshot.holds.push(named(0, "1", day(1, 1).plus(20), Hour::MAX));
        let answer = ask(&snapshot, &request(1, asked, day(1, 1)));
        let hours = vec![RequestChange::Term(Term::Hours(20))];
        assert_eq!(changes(&answer), (hours.clone(), hours), "{asked:?}");
    }
}

/// Free for 40 hours, and for no fewer than 30: no whole number of days.
#[test]
fn hours_are_told_where_no_whole_day_is_allowed() {
    let mut snapshot = bounded(Some(Term::Hours(30)), None);
    snapshot.holds.push(named(0, "1", day(1, 1).plus(40), Hour::MAX));
    let answer = ask(&snapshot, &under_the_call(Term::Days(5), day(1, 1)));
    let (hours, shortest) =
        (RequestChange::Term(Term::Hours(40)), RequestChange::Term(Term::Hours(30)));
    assert_eq!(changes(&answer), (vec![hours.clone(), shortest], vec![hours]));
}

#[test]
fn a_month_of_31_days_is_not_offered_where_30_are_allowed() {
    let mut snapshot = bounded(None, Some(Term::Days(30)));
    snapshot.blocks[0].available_from = Some(day(3, 1));
    let asked = under_the_call(Term::Months(1), day(2, 1));
    let answer = ask(&snapshot, &asked);
    // From 31 March it ends on 30 April.
    assert_eq!(starts(&answer), [Some(day(3, 31))]);
    assert!(changes(&answer).0.contains(&RequestChange::Start(day(3, 31))));
}

#[test]
fn days_that_a_month_allows_here_and_not_there() {
    let mut snapshot = bounded(None, Some(Term::Months(1)));
    snapshot.holds.push(named(0, "1", Hour::MIN, day(2, 1)));
    let answer = ask(&snapshot, &under_the_call(Term::Days(31), day(1, 1)));
    // From 1 February a month is 28 days.
    assert_eq!(starts(&answer), [Some(day(3, 1))]);
    let start = vec![RequestChange::Start(day(3, 1))];
    assert_eq!(changes(&answer), (start.clone(), start));
    // Nothing is in the way but the rule: it is told, and when it no longer is.
    let mut free = snapshot.clone();
    free.holds.clear();
    let answer = ask(&free, &under_the_call(Term::Days(31), day(2, 1)));
    let max = Term::Months(1);
    assert_eq!(
        reasons(&answer.blocks[0]),
        [(Tier::Rule, Reason::Breach(Breach::TermTooLong { max }))]
    );
    let changes_of_both =
        vec![RequestChange::Start(day(3, 1)), RequestChange::Term(Term::Days(28))];
    let (fits_if, mut nearest) = changes(&answer);
    nearest.sort_by_key(|change| !matches!(change, RequestChange::Start(_)));
    assert_eq!((fits_if, nearest), (changes_of_both.clone(), changes_of_both));
}

/// Of two years of 365 days the one is never two of 366; a leap year is waited for.
#[test]
fn a_leap_year_is_waited_for() {
    let snapshot = bounded(Some(Term::Days(366)), None);
    let answer = ask(&snapshot, &under_the_call(Term::Months(12), day(1, 1)));
    assert_eq!(starts(&answer), [Hour::of_date(2027, 3, 1)]);
    let snapshot = bounded(None, Some(Term::Days(364)));
    assert_eq!(starts(&ask(&snapshot, &under_the_call(Term::Months(12), day(1, 1)))), [None]);
}

/// A month from 29 January 05:00 ends at 05:00 on 28 February, one from 30 January at 00:00.
#[test]
fn what_would_end_too_late_is_told_by_what_forbids_it() {
    let start = day(1, 29).plus(5);
    let latest_end = day(2, 28).plus(3);
    // Held for the first hour: of no use to whom it would end too late.
    let mut snapshot = one_node();
    snapshot.holds.push(named(0, "1", start, start.plus(1)));
    let asked = Request { not_after: Some(latest_end), ..request(1, Term::Months(1), start) };
    let answer = ask(&snapshot, &asked);
    assert_eq!(starts(&answer), [Some(day(1, 30))]);
    let never = (Tier::Never, Reason::LongerThanWindow { latest_end });
    assert_eq!(reasons(&answer.blocks[0]), [never]);

    let mut snapshot = one_node();
    Arc::make_mut(&mut snapshot.calls).push(call(&["h200"], Some(latest_end)));
    let answer = ask(&snapshot, &under_the_call(Term::Months(1), start));
    assert_eq!(starts(&answer), [Some(day(1, 30))]);
    let rule = Reason::Breach(Breach::EndsTooLate { until: latest_end });
    assert_eq!(reasons(&answer.blocks[0]), [(Tier::Rule, rule)]);
}

/// A rule hides no lack of nodes, and what is never possible hides it.
#[test]
fn what_hides_what() {
    let mut snapshot = bounded(None, Some(Term::Days(1)));
    Arc::make_mut(&mut snapshot.calls)[0].classes = vec![Class::Research];
    snapshot.holds.push(named(0, "1", Hour::MIN, Hour::MAX));
    let tiers = |request: &Request| {
        let answer = ask(&snapshot, request);
        answer.blocks[0].why_not.iter().map(|why| why.tier).collect::<Vec<Tier>>()
    };
    let asked = under_the_call(Term::Days(2), day(1, 1));
    assert_eq!(tiers(&asked), [Tier::Rule, Tier::Rule, Tier::Capacity]);
    let more = Request { nodes: jari::model::NodeCount::exactly(2), ..asked };
    assert_eq!(tiers(&more), [Tier::Never, Tier::Rule, Tier::Rule]);
}
