//! Answers in words claim no more than is known.

use jari::fit::{Calendars, preview};
use jari::model::{
    Availability, Class, Hold, HoldNodes, Hour, NodeCount, Placement, Reading, Request, Scenario,
    Snapshot, Term, Text, read,
};
use jari::show::Lang;
use jari::show::answer::{AnswerView, answer};

fn published() -> Snapshot {
    let Reading { snapshot, .. } = read(include_bytes!("../../public/capacity.json")).unwrap();
    snapshot
}

fn hour(year: i32, month: u8, day: u8) -> Hour {
    Hour::of_date(year, month, day).unwrap()
}

fn request(call: Option<&str>) -> Request {
    Request {
        id: String::new(),
        accelerators: vec!["h200".into()],
        blocks: None,
        nodes: NodeCount::exactly(4),
        term: Term::Months(3),
        not_before: hour(2027, 1, 4),
        not_after: None,
        placement: Placement::Any,
        split: None,
        class: Class::Industry,
        call: call.map(str::to_owned),
    }
}

fn hold(nodes: u32, until: Hour) -> Hold {
    let label = Text { ko: "가정".into(), en: "assumed".into() };
    Hold { block: 0, nodes: HoldNodes::Counted(nodes), from: hour(2027, 1, 1), until, label }
}

fn ask(snapshot: &Snapshot, holds: Vec<Hold>, request: &Request, today: Hour) -> AnswerView {
    let scenario = Scenario::new(snapshot, false, holds);
    let calendars = Calendars::new(&scenario.snapshot);
    let preview = preview(&scenario.snapshot, &calendars, request).unwrap();
    answer(&scenario, request, &preview, today, Lang::En)
}

fn certainty(answer: &AnswerView) -> &str {
    let facts = &answer.best.as_ref().unwrap().facts;
    &facts.iter().find(|fact| fact.name == "Certainty").unwrap().value
}

#[test]
fn a_sentence_says_what_it_rests_on() {
    let today = hour(2026, 11, 24);
    let request = request(None);
    let nominal = published();
    let mut complete = nominal.clone();
    complete.availability = Availability::Complete;
    // On another block, so that the best offer is still exact.
    let elsewhere = || vec![Hold { block: 2, ..hold(1, Hour::MAX) }];

    let cases = [
        (&nominal, vec![], "By its published size", "Fits by size", "Published capacity"),
        (&nominal, elsewhere(), "On your assumptions", "Fits now", "As far as assumed"),
        (&complete, vec![], "There is a place", "Fits now", "Exact"),
        (&complete, elsewhere(), "On your assumptions", "Fits now", "Exact"),
    ];
    for (snapshot, holds, begins, result, certain) in cases {
        let answer = ask(snapshot, holds, &request, today);
        assert!(answer.sentence.starts_with(begins), "{}", answer.sentence);
        assert_eq!(answer.rows[0].result, result);
        assert_eq!(certainty(&answer), certain);
    }
}

#[test]
fn a_later_start_says_what_it_rests_on_too() {
    let today = hour(2026, 11, 24);
    let mut snapshot = published();
    snapshot.blocks.truncate(1);
    let request = request(None);
    let busy = |until| vec![hold(snapshot.blocks[0].nodes(), until)];
    let later = ask(&snapshot, busy(hour(2027, 2, 1)), &request, today);
    assert!(
        later.sentence.starts_with("On your assumptions, not on the day"),
        "{}",
        later.sentence
    );

    let mut late = snapshot.clone();
    late.blocks[0].available_from = Some(hour(2027, 3, 1));
    let later = ask(&late, vec![], &request, today);
    assert!(later.sentence.contains("By its published size"), "{}", later.sentence);
}

#[test]
fn a_call_that_takes_no_applications_today_says_so() {
    let snapshot = published();
    let cases = [
        (Some("25-1"), hour(2025, 12, 1), Some("takes applications from 22 Dec 2025")),
        (Some("25-1"), hour(2026, 1, 10), None),
        (Some("25-1"), hour(2026, 11, 24), Some("took applications until 28 Jan 2026")),
        (None, hour(2026, 11, 24), None),
    ];
    for (call, today, said) in cases {
        let note = ask(&snapshot, vec![], &request(call), today).call_note;
        match (said, &note) {
            (Some(said), Some(note)) => assert!(note.contains(said), "{note}"),
            (said, note) => assert_eq!(said, note.as_deref(), "{call:?} on {today}"),
        }
    }
}
