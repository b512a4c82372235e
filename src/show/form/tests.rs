use super::*;
use crate::fit::RequestChange;
use crate::model::{Accelerator, Availability, Block, Call, HoldNodes, TermRule, Text, is_hidden};
use crate::model::{Class, Hour, NodeCount, Placement, Snapshot, Term};
use crate::words::lang::Lang;
use proptest::prelude::*;
use std::sync::Arc;

fn text(text: &str) -> Text {
    Text { ko: text.to_owned(), en: text.to_owned() }
}

fn at(year: i32, month: u8, day: u8) -> Hour {
    Hour::of_date(year, month, day).unwrap()
}

/// Returns two accelerators with a block of 64 nodes each, one without, and one call.
fn snapshot() -> Snapshot {
    let block = |id: &str, accelerator: &str| Block {
        id: id.to_owned(),
        name: text(id),
        provider: None,
        accelerator: accelerator.to_owned(),
        gpus_per_node: 8,
        leaves: vec![32, 32],
        available_from: None,
        assumed: Vec::new(),
        source: None,
    };
    Snapshot {
        as_of: at(2026, 9, 11).plus(3),
        title: text("t"),
        availability: Availability::Nominal,
        sources: Arc::default(),
        accelerators: ["h200", "b200", "none"].map(Accelerator::unlisted).into(),
        providers: Arc::default(),
        blocks: vec![block("one", "h200"), block("two", "b200")],
        holds: Vec::new(),
        purchases: Arc::default(),
        calls: Arc::new(vec![Call {
            id: "25-1".to_owned(),
            name: text("25-1"),
            opens: None,
            closes: None,
            classes: Vec::new(),
            sizes: Vec::new(),
            term: TermRule::default(),
            pool: Vec::new(),
            fees: Vec::new(),
            results: None,
            first_use: None,
            conditions: Vec::new(),
            unknown: Vec::new(),
            source: None,
        }]),
        notices: Arc::default(),
        elsewhere: Arc::default(),
    }
}

fn draft() -> FormDraft {
    default_draft(&snapshot(), at(2026, 1, 1))
}

/// Parses the default draft after `change`, and compares its problems with those wanted.
fn check(change: impl Fn(&mut FormDraft), wanted: &[(Field, FieldError)]) {
    let mut draft = draft();
    change(&mut draft);
    let found: Vec<(Field, FieldError)> = match draft.parse(&snapshot()) {
        Ok(_) => Vec::new(),
        Err(problems) => problems.into_iter().map(|p| (p.field, p.error)).collect(),
    };
    assert_eq!(found, wanted, "{draft:?}");
}

#[test]
fn the_default_is_a_request() {
    let request = draft().parse(&snapshot()).unwrap();
    assert_eq!(request.accelerators, ["h200", "b200"]);
    assert_eq!(request.nodes, NodeCount::exactly(4));
    assert_eq!(request.term, Term::Months(3));
    // The snapshot is of 03:00 in Korea on the 11th, so the next midnight is that of the 12th.
    assert_eq!(request.not_before, at(2026, 9, 12));
    assert_eq!((request.not_after, request.call), (None, None));
    let later = default_draft(&snapshot(), at(2027, 1, 1));
    assert_eq!(later.from, "2027-01-01");
    for absurd in [Hour::MIN, Hour::MAX] {
        assert!(default_draft(&snapshot(), absurd).parse(&snapshot()).is_ok());
    }
}

#[test]
fn everything_typed_reaches_the_request() {
    let draft = FormDraft {
        accelerators: vec!["b200".into(), "b200".into()],
        nodes: " ８대 ".into(),
        nodes_max: "1,000".into(),
        count: CountUnit::Nodes,
        term: "90 일".into(),
        unit: TermUnit::Days,
        from: "2027. 1. 3.".into(),
        until: "2027-12-31T09:30:00+09:00".into(),
        placement: PlacementKind::SegmentsOf,
        placement_n: "4".into(),
        split: String::new(),
        class: Class::Academia,
        call: " 25-1 ".into(),
    };
    let request = draft.parse(&snapshot()).unwrap();
    assert_eq!(request.accelerators, ["b200"]);
    assert_eq!(request.nodes, NodeCount { min: 8, max: 1_000 });
    assert_eq!(request.term, Term::Days(90));
    assert_eq!(request.not_before, at(2027, 1, 3));
    assert_eq!(request.not_after, Some(at(2027, 12, 31).plus(9)));
    assert_eq!(request.placement, Placement::SegmentsOf(4));
    assert_eq!(request.class, Class::Academia);
    assert_eq!(request.call.as_deref(), Some("25-1"));
}

#[test]
fn each_problem_is_named() {
    use FieldError as What;
    check(|d| d.accelerators.clear(), &[(Field::Accelerators, What::Missing)]);
    check(
        |d| d.accelerators.push("a100".into()),
        &[(Field::Accelerators, What::Unknown("a100".into()))],
    );
    check(|d| d.nodes.clear(), &[(Field::Nodes, What::Missing)]);
    check(|d| d.nodes = "0".into(), &[(Field::Nodes, What::TooSmall)]);
    check(|d| d.nodes_max = "2".into(), &[(Field::NodesMax, What::BelowNodes { least: 4 })]);
    check(|d| d.nodes_max = "4".into(), &[]);
    check(|d| d.term = "석 달".into(), &[]);
    check(|d| d.term = "두어 달".into(), &[(Field::Term, What::NotANumber("두어 달".into()))]);
    check(|d| d.term = "1.5개월".into(), &[(Field::Term, What::PartMonth("1.5개월".into()))]);
    check(|d| d.term = "30일".into(), &[]);
    check(|d| d.nodes_max = "5~8".into(), &[(Field::NodesMax, What::OneNumber("5~8".into()))]);
    check(
        |d| (d.nodes, d.nodes_max) = ("5~8".into(), "9".into()),
        &[(Field::NodesMax, What::RangeAlready("5~8".into()))],
    );
    let month = at(2027, 2, 1);
    let no_such_day = What::NoSuchDay { typed: "2027-02-30".into(), month, days: 28 };
    check(|d| d.from = "2027-02-30".into(), &[(Field::From, no_such_day)]);
    check(|d| d.term = "1201".into(), &[(Field::Term, What::TooLarge { most: 1_200 })]);
    check(|d| d.from = "soon".into(), &[(Field::From, What::NotADate("soon".into()))]);
    check(|d| d.until = d.from.clone(), &[(Field::Until, What::NotAfterStart)]);
    check(|d| d.until = "2126-01-01".into(), &[(Field::Until, What::DateOutOfRange)]);
    check(|d| d.placement = PlacementKind::Leaves, &[(Field::PlacementNumber, What::Missing)]);
    // A number is kept although the placement has no use for it, and is ignored.
    check(|d| d.placement_n = "abc".into(), &[]);
    check(|d| d.call = "99-9".into(), &[(Field::Call, What::Unknown("99-9".into()))]);
}

#[test]
fn all_problems_come_at_once_in_the_order_of_the_fields() {
    let draft = FormDraft {
        accelerators: Vec::new(),
        nodes: "x".into(),
        nodes_max: "y".into(),
        term: String::new(),
        from: "z".into(),
        until: "z".into(),
        placement: PlacementKind::SegmentsOf,
        placement_n: "-1".into(),
        call: "?".into(),
        ..draft()
    };
    let problems = draft.parse(&snapshot()).unwrap_err();
    let fields: Vec<Field> = problems.iter().map(|problem| problem.field).collect();
    assert!(fields.is_sorted() && fields.len() == 8, "{fields:?}");
    for problem in &problems {
        for lang in [Lang::Ko, Lang::En] {
            let words = problem.text(lang);
            assert!(words.ends_with('.') && !words.contains('{'), "{words}");
        }
    }
}

#[test]
fn problems_say_what_to_do() {
    let say = |field: Field, error: FieldError| {
        let problem = FieldProblem { field, error };
        (problem.text(Lang::Ko), problem.text(Lang::En))
    };
    assert_eq!(
        say(Field::Nodes, FieldError::NotANumber("{most} 네".into())),
        (
            "‘{most} 네’에서 수를 읽지 못했습니다. 4, 5~8이나 GPU 40장처럼 적어 주세요.".into(),
            "No number could be read from “{most} 네”. Write it like 4, 5-8 or 40 GPUs.".into(),
        )
    );
    assert_eq!(
        say(Field::HoldNodes, FieldError::BeyondBlock { nodes: 255 }),
        (
            "이 노드 블록은 노드 255대입니다. 그 안에서 적어 주세요.".into(),
            "This block has 255 nodes. Stay within them.".into(),
        )
    );
    assert_eq!(
        say(Field::Term, FieldError::TooLarge { most: 1_200 }).1,
        "Too large. Write 1,200 or less."
    );
}

#[test]
fn a_hold_is_raised_outward() {
    let hold = HoldDraft {
        block: "two".into(),
        nodes: "1-32, 40".into(),
        from: "2027-01-01T09:30:00+09:00".into(),
        until: "2027-01-02T09:30:00+09:00".into(),
    };
    let parsed = hold.parse(&snapshot()).unwrap();
    assert_eq!((parsed.block_index, parsed.nodes.count()), (1, 33));
    assert_eq!(parsed.from, at(2027, 1, 1).plus(9));
    assert_eq!(parsed.until, at(2027, 1, 2).plus(10));
    assert_eq!(
        (parsed.label.ko.as_str(), parsed.label.en.as_str()),
        ("가정한 점유", "Assumed hold")
    );
    let open = HoldDraft { nodes: "*64".into(), until: " ".into(), ..hold };
    let parsed = open.parse(&snapshot()).unwrap();
    assert_eq!((parsed.nodes, parsed.until), (HoldNodes::Counted(64), Hour::MAX));
}

#[test]
fn a_hold_names_all_its_problems() {
    let fields = |hold: &HoldDraft| -> Vec<Field> {
        hold.parse(&snapshot()).unwrap_err().iter().map(|problem| problem.field).collect()
    };
    assert_eq!(
        fields(&HoldDraft::default()),
        [Field::HoldBlock, Field::HoldNodes, Field::HoldFrom]
    );
    let backwards = HoldDraft {
        block: "one".into(),
        nodes: "65".into(),
        from: "2027-01-02".into(),
        until: "2027-01-01".into(),
    };
    assert_eq!(fields(&backwards), [Field::HoldNodes, Field::HoldUntil]);
}

proptest! {
    #[test]
    fn anything_may_be_typed(
        typed in prop::array::uniform8("(.{0,40}|[-0-9년월일시 ./:,~*대]{0,20}|[0-9]{0,12})"),
        unit in prop::sample::select(TermUnit::ALL.to_vec()),
        placement in prop::sample::select(PlacementKind::ALL.to_vec()),
        count in prop::sample::select(CountUnit::ALL.to_vec()),
    ) {
        let [nodes, nodes_max, term, from, until, placement_n, call, block] = typed;
        let hold = HoldDraft {
            block, nodes: nodes.clone(), from: from.clone(), until: until.clone(),
        };
        let on_a_block = HoldDraft { block: "one".into(), ..hold.clone() };
        let draft = FormDraft {
            nodes, nodes_max, count, term, unit, from, until, placement, placement_n, call, ..draft()
        };
        let problems = [
            draft.parse_at(&snapshot(), at(2027, 1, 1)).err(),
            hold.parse(&snapshot()).err(),
            on_a_block.parse(&snapshot()).err(),
        ];
        for problem in problems.into_iter().flatten().flatten() {
            let text = problem.text(Lang::Ko);
            prop_assert!(text.chars().count() < 200 && !text.chars().any(is_hidden));
        }
    }
}

/// Fields of the request form that hold one text, all of which a control can change.
const FIELDS: [Field; 11] = [
    Field::Nodes,
    Field::NodesMax,
    Field::Term,
    Field::Unit,
    Field::From,
    Field::Until,
    Field::Placement,
    Field::PlacementNumber,
    Field::Split,
    Field::Class,
    Field::Call,
];

#[test]
fn every_field_holds_what_is_put_into_it_and_nothing_else() {
    let texts = |draft: &FormDraft| FIELDS.map(|field| draft.text(field));
    for (index, field) in FIELDS.into_iter().enumerate() {
        let choices = |lang| field.choices(lang).into_iter().map(|(value, _)| value);
        assert!(choices(Lang::Ko).eq(choices(Lang::En)), "{field:?}");
        assert_eq!(field.control() == Control::Choice, choices(Lang::Ko).len() > 1, "{field:?}");
        let typed = ["17".into(), String::new()].into_iter();
        let puts: Vec<String> = match field.control() {
            Control::Choice => choices(Lang::Ko).collect(),
            _ => typed.collect(),
        };
        for text in puts {
            let mut draft = draft();
            let mut wanted = texts(&draft);
            wanted[index].clone_from(&text);
            draft.set_text(field, text);
            assert_eq!(texts(&draft), wanted, "{field:?}");
        }
    }
    let mut chosen = draft();
    for field in FIELDS.into_iter().filter(|field| field.control() == Control::Choice) {
        chosen.set_text(field, "x".into());
    }
    assert_eq!(chosen, draft(), "what is no choice changes nothing");
}

#[test]
fn every_field_of_a_link_has_a_key_of_its_own() {
    let fields = Field::IN_LINK.map(|it| it.field);
    assert!(fields.is_sorted(), "a link names them in the order of the form");
    let mut keys = Field::IN_LINK.map(|it| it.key);
    keys.sort_unstable();
    assert!(keys.is_sorted_by(|one, next| one < next) && !keys.contains(&""), "{keys:?}");
    // The unit of a term and the number of a placement stand in the value of the other.
    let without: Vec<Field> = FIELDS.into_iter().filter(|field| !fields.contains(field)).collect();
    assert_eq!(without, [Field::Unit, Field::PlacementNumber]);
}

#[test]
fn more_is_told_where_something_was_typed_there() {
    assert!(!draft().has_more());
    for field in MORE_FIELDS {
        let mut draft = draft();
        draft.set_text(field, "8".into());
        assert!(draft.has_more(), "{field:?}");
    }
}

/// Returns the only problem of a draft, its text in English, and the texts of its remedies.
fn only_problem(draft: &FormDraft, now: Hour) -> (FieldProblem, String, Vec<String>) {
    let problems = draft.parse_at(&snapshot(), now).unwrap_err();
    let [problem] = problems.as_slice() else { panic!("{problems:?}") };
    let words = problem.remedies().iter().map(|remedy| remedy.text(Lang::En)).collect();
    (problem.clone(), problem.text(Lang::En), words)
}

/// Returns the draft after the first remedy of its only problem.
fn mended(mut draft: FormDraft, now: Hour) -> FormDraft {
    let (problem, ..) = only_problem(&draft, now);
    problem.remedies().first().unwrap().apply(&mut draft, &snapshot());
    draft
}

#[test]
fn gpus_typed_for_nodes_are_told_as_nodes_and_taken_over_at_a_click() {
    let typed = |nodes: &str| FormDraft { nodes: nodes.into(), ..draft() };
    for text in ["40 GPU", "GPU 40장", "40 GPUs"] {
        let (problem, words, buttons) = only_problem(&typed(text), Hour::MIN);
        assert_eq!(words, "40 GPUs are 5 nodes.");
        assert_eq!(problem.text(Lang::Ko), "GPU 40장은 노드 5대입니다.");
        assert_eq!(buttons, ["Ask for 5 nodes (40 GPUs)"]);
        assert_eq!(mended(typed(text), Hour::MIN), typed("5"));
    }
    let (problem, words, buttons) = only_problem(&typed("42 GPUs"), Hour::MIN);
    assert_eq!(words, "A node has 8 GPUs, so 42 GPUs are not a whole number of nodes.");
    assert_eq!(buttons, ["Ask for 5 nodes (40 GPUs)", "Ask for 6 nodes (48 GPUs)"]);
    let ko = problem.remedies().iter().map(|it| it.text(Lang::Ko)).collect::<Vec<_>>();
    assert_eq!(ko, ["노드 5대(GPU 40장)로 신청", "노드 6대(GPU 48장)로 신청"]);
    assert_eq!(mended(typed("40~64 GPU"), Hour::MIN).nodes, "5~8");
}

#[test]
fn nodes_are_counted_in_gpus_where_the_accelerators_agree() {
    let gpus = FormDraft { nodes: "40".into(), count: CountUnit::Gpus, ..draft() };
    assert_eq!(gpus.parse(&snapshot()).unwrap().nodes, NodeCount::exactly(5));
    assert_eq!(gpus.other_count(&snapshot(), Lang::En), "The same as 5 nodes (8 GPUs per node)");
    let nodes = FormDraft { nodes: "5~8".into(), ..draft() };
    assert_eq!(nodes.parse(&snapshot()).unwrap().nodes, NodeCount { min: 5, max: 8 });
    assert_eq!(
        nodes.other_count(&snapshot(), Lang::Ko),
        "GPU 40~64장에 해당합니다(노드당 GPU 8장)"
    );
    let unreadable = FormDraft { nodes: "many".into(), ..draft() };
    assert_eq!(unreadable.other_count(&snapshot(), Lang::En), "A node has 8 GPUs");

    // The same nodes in either unit; text that cannot be parsed stays as it is.
    let switched = |of: &FormDraft, unit| {
        let mut draft = of.clone();
        draft.count_in(unit, &snapshot());
        draft
    };
    let most = FormDraft { nodes: "4".into(), nodes_max: "10".into(), ..draft() };
    let in_gpus = switched(&most, CountUnit::Gpus);
    assert_eq!((&*in_gpus.nodes, &*in_gpus.nodes_max), ("32", "80"));
    assert_eq!(switched(&in_gpus, CountUnit::Nodes), most);
    assert_eq!(switched(&unreadable, CountUnit::Gpus).nodes, "many");
    assert_eq!(
        (most.step(Field::Nodes, &snapshot()), in_gpus.step(Field::NodesMax, &snapshot())),
        (1, 8)
    );

    let (_, words, buttons) =
        only_problem(&FormDraft { nodes: "44".into(), ..gpus.clone() }, Hour::MIN);
    assert!(words.starts_with("A node has 8 GPUs, so 44 GPUs"), "{words}");
    assert_eq!(buttons.len(), 2);
    assert_eq!(mended(FormDraft { nodes: "44".into(), ..gpus.clone() }, Hour::MIN).nodes, "40");
    assert_eq!(mended(FormDraft { nodes: "5대".into(), ..gpus.clone() }, Hour::MIN).nodes, "40");
    let fewer = FormDraft { nodes_max: "32".into(), ..gpus.clone() };
    assert!(only_problem(&fewer, Hour::MIN).1.contains("Write 40 or more"));
}

#[test]
fn the_most_nodes_are_one_number_in_any_unit() {
    for text in ["5~8", "40~64 GPU"] {
        let range = FormDraft { nodes: "4".into(), nodes_max: text.into(), ..draft() };
        let problems = range.parse(&snapshot()).unwrap_err();
        assert_eq!(problems[0].error, FieldError::OneNumber(text.into()));
    }
}

#[test]
fn gpus_that_are_no_whole_nodes_become_the_next_that_are() {
    let mut draft = FormDraft { nodes: "42".into(), count: CountUnit::Gpus, ..draft() };
    draft.count_in(CountUnit::Nodes, &snapshot());
    assert_eq!((draft.count, &*draft.nodes), (CountUnit::Nodes, "6"));
}

#[test]
fn gpus_cannot_be_counted_where_the_accelerators_disagree() {
    let mut snapshot = snapshot();
    snapshot.blocks[1].gpus_per_node = 4;
    let gpus = FormDraft { nodes: "40".into(), count: CountUnit::Gpus, ..draft() };
    let problems = gpus.parse(&snapshot).unwrap_err();
    assert_eq!(problems[0].error, FieldError::NoGpuCount { is_unit: true });
    assert_eq!(gpus.other_count(&snapshot, Lang::En), problems[0].text(Lang::En));
    let mut mended = gpus.clone();
    problems[0].remedies()[0].apply(&mut mended, &snapshot);
    // 40 nodes are not what was asked for, so the number has to be typed again.
    assert_eq!((mended.count, &*mended.nodes), (CountUnit::Nodes, ""));
    assert_eq!(mended.parse(&snapshot).unwrap_err()[0].error, FieldError::Missing);
    let mut other_way = FormDraft { nodes: "5".into(), ..draft() };
    other_way.count_in(CountUnit::Gpus, &snapshot);
    assert_eq!((other_way.count, &*other_way.nodes), (CountUnit::Gpus, ""));
    // One accelerator alone agrees with itself, and a change to another keeps the nodes offered.
    let one = FormDraft { accelerators: vec!["h200".into()], ..gpus };
    assert_eq!(one.parse(&snapshot).unwrap().nodes, NodeCount::exactly(5));
    let mut changed = one;
    changed.apply(&[RequestChange::Nodes(6), RequestChange::Accelerator("b200".into())], &snapshot);
    assert_eq!((changed.count, &*changed.nodes), (CountUnit::Gpus, "24"));
    assert_eq!(changed.parse(&snapshot).unwrap().nodes, NodeCount::exactly(6));
}

#[test]
fn a_wish_for_more_nodes_is_kept_while_it_is_one() {
    let mut range = FormDraft { nodes: "5~8".into(), ..draft() };
    range.take_up(&[RequestChange::Nodes(6)], &snapshot());
    assert_eq!((&*range.nodes, &*range.nodes_max), ("6", "8"));
    let mut one = FormDraft { nodes: "24".into(), ..draft() };
    one.take_up(&[RequestChange::Nodes(23)], &snapshot());
    assert_eq!((&*one.nodes, &*one.nodes_max), ("23", ""));
    let mut gpus = FormDraft { nodes: "40~64".into(), count: CountUnit::Gpus, ..draft() };
    gpus.take_up(&[RequestChange::Nodes(6)], &snapshot());
    assert_eq!((&*gpus.nodes, &*gpus.nodes_max), ("48", "64"));
    gpus.take_up(&[RequestChange::Nodes(9)], &snapshot());
    assert_eq!((&*gpus.nodes, &*gpus.nodes_max), ("72", ""));
}

#[test]
fn a_term_sets_the_unit_that_is_written_in_it() {
    let typed = |term: &str| FormDraft { term: term.into(), ..draft() };
    let cases = [
        ("1년", TermUnit::Months, Term::Months(12)),
        ("반년", TermUnit::Months, Term::Months(6)),
        ("2주", TermUnit::Days, Term::Days(14)),
        ("72시간", TermUnit::Hours, Term::Hours(72)),
        ("석 달", TermUnit::Months, Term::Months(3)),
        ("1.5년", TermUnit::Months, Term::Months(18)),
        ("40.0", TermUnit::Months, Term::Months(40)),
    ];
    for (term, unit, wanted) in cases {
        assert_eq!(typed(term).term_unit(), unit, "{term}");
        assert_eq!(typed(term).parse(&snapshot()).unwrap().term, wanted, "{term}");
    }
    // Choosing another unit keeps the number, and drops the word that names a different unit.
    let mut chosen = typed("6개월");
    chosen.count_term_in(TermUnit::Days);
    assert_eq!((&*chosen.term, chosen.unit), ("6", TermUnit::Days));
}

#[test]
fn what_has_passed_is_a_problem_with_a_way_out() {
    let now = at(2026, 11, 28).plus(15);
    let from = |from: &str| FormDraft { from: from.into(), ..draft() };
    let (problem, words, buttons) = only_problem(&from("2026-01-05"), now);
    assert_eq!(problem.field, Field::From);
    assert_eq!(words, "This day has passed. Write today (28 Nov 2026) or a later day.");
    assert_eq!(buttons, ["Start on 29 Nov 2026"]);
    assert_eq!(mended(from("2026-01-05"), now).from, "2026-11-29");
    // A day has passed when it is over, an hour when the next one has begun.
    for passed in ["2026-11-27", "2026-11-28T14:00:00+09:00", "2000-01-01"] {
        assert_eq!(only_problem(&from(passed), now).0.field, Field::From, "{passed}");
    }
    for right in ["2026-11-28", "2026-11-28T15:00:00+09:00", "2026-11-29"] {
        assert!(from(right).parse_at(&snapshot(), now).is_ok(), "{right}");
    }
    assert!(from("2026-01-05").parse(&snapshot()).is_ok(), "as of another day it has not");

    let late = FormDraft { until: "2026-11-01".into(), ..from("2026-01-05") };
    let fields = |draft: &FormDraft| -> Vec<Field> {
        draft.parse_at(&snapshot(), now).unwrap_err().iter().map(|it| it.field).collect()
    };
    assert_eq!(fields(&late), [Field::From, Field::Until]);
    let problems = late.parse_at(&snapshot(), now).unwrap_err();
    assert!(problems[1].text(Lang::En).starts_with("This deadline has passed."));
    assert_eq!(problems[1].remedies(), [Remedy::NoEnd]);
    let mut mended = late;
    for problem in &problems {
        problem.remedies()[0].apply(&mut mended, &snapshot());
    }
    assert!(mended.parse_at(&snapshot(), now).is_ok());
    assert_eq!(Field::From.first_day(now), "2026-11-28");
    assert_eq!(Field::Until.first_day(now), "2026-11-29");
}
