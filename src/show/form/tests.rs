use super::*;
use crate::model::{Accelerator, Availability, Block, Call, HoldNodes, TermRule, Text, is_hidden};
use crate::model::{Class, Hour, NodeCount, Placement, Snapshot, Term};
use crate::words::lang::Lang;
use proptest::prelude::*;

fn text(text: &str) -> Text {
    Text { ko: text.to_owned(), en: text.to_owned() }
}

fn at(year: i32, month: u8, day: u8) -> Hour {
    Hour::of_date(year, month, day).unwrap()
}

/// Two accelerators with a block of 64 nodes each, one without, and one call.
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
        sources: Vec::new(),
        accelerators: ["h200", "b200", "none"].map(Accelerator::unlisted).into(),
        providers: Vec::new(),
        blocks: vec![block("one", "h200"), block("two", "b200")],
        holds: Vec::new(),
        purchases: Vec::new(),
        calls: vec![Call {
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
        }],
        notices: Vec::new(),
        elsewhere: Vec::new(),
    }
}

fn draft() -> FormDraft {
    default_draft(&snapshot(), at(2026, 1, 1))
}

/// Raises the default draft after `change`, and holds its problems against those wanted.
fn check(change: impl Fn(&mut FormDraft), wanted: &[(Field, FieldWhat)]) {
    let mut draft = draft();
    change(&mut draft);
    let found: Vec<(Field, FieldWhat)> = match draft.raise(&snapshot()) {
        Ok(_) => Vec::new(),
        Err(problems) => problems.into_iter().map(|p| (p.field, p.what)).collect(),
    };
    assert_eq!(found, wanted, "{draft:?}");
}

#[test]
fn the_default_is_a_request() {
    let request = draft().raise(&snapshot()).unwrap();
    assert_eq!(request.accelerators, ["h200", "b200"]);
    assert_eq!(request.nodes, NodeCount::exactly(4));
    assert_eq!(request.term, Term::Months(3));
    // The snapshot is of 03:00 in Korea on the 11th, so the next midnight is the 12th's.
    assert_eq!(request.not_before, at(2026, 9, 12));
    assert_eq!((request.not_after, request.call), (None, None));
    let later = default_draft(&snapshot(), at(2027, 1, 1));
    assert_eq!(later.from, "2027-01-01");
    for absurd in [Hour::MIN, Hour::MAX] {
        assert!(default_draft(&snapshot(), absurd).raise(&snapshot()).is_ok());
    }
}

#[test]
fn everything_typed_reaches_the_request() {
    let draft = FormDraft {
        accelerators: vec!["b200".into(), "b200".into()],
        nodes: " ８대 ".into(),
        nodes_max: "1,000".into(),
        term: "90 일".into(),
        unit: TermUnit::Days,
        from: "2027. 1. 3.".into(),
        until: "2027-12-31T09:30:00+09:00".into(),
        placement: PlacementKind::SegmentsOf,
        placement_n: "4".into(),
        class: Class::Academia,
        call: " 25-1 ".into(),
    };
    let request = draft.raise(&snapshot()).unwrap();
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
    use FieldWhat as What;
    check(|d| d.accelerators.clear(), &[(Field::Accelerators, What::Missing)]);
    check(
        |d| d.accelerators.push("a100".into()),
        &[(Field::Accelerators, What::Unknown("a100".into()))],
    );
    check(|d| d.nodes.clear(), &[(Field::Nodes, What::Missing)]);
    check(|d| d.nodes = "0".into(), &[(Field::Nodes, What::TooSmall)]);
    check(|d| d.nodes_max = "2".into(), &[(Field::NodesMax, What::BelowNodes { least: 4 })]);
    check(|d| d.nodes_max = "4".into(), &[]);
    check(|d| d.term = "석 달".into(), &[(Field::Term, What::NotANumber("석 달".into()))]);
    check(|d| d.term = "30일".into(), &[(Field::Term, What::OtherUnit("30일".into()))]);
    check(|d| d.term = "1201".into(), &[(Field::Term, What::TooLarge { most: 1_200 })]);
    check(|d| d.from = "soon".into(), &[(Field::From, What::NotADate("soon".into()))]);
    check(|d| d.until = d.from.clone(), &[(Field::Until, What::NotAfterStart)]);
    check(|d| d.until = "2126-01-01".into(), &[(Field::Until, What::DateOutOfRange)]);
    check(|d| d.placement = PlacementKind::Leaves, &[(Field::PlacementNumber, What::Missing)]);
    // A number without a placement that needs it is kept, and not looked at.
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
    let problems = draft.raise(&snapshot()).unwrap_err();
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
    let say = |field: Field, what: FieldWhat| {
        let problem = FieldProblem { field, what };
        (problem.text(Lang::Ko), problem.text(Lang::En))
    };
    assert_eq!(
        say(Field::Nodes, FieldWhat::NotANumber("{most} 네".into())),
        (
            "‘{most} 네’에서 수를 읽지 못했습니다. 4처럼 숫자로 적어 주세요.".into(),
            "No number could be read from “{most} 네”. Write it like 4.".into(),
        )
    );
    assert_eq!(
        say(Field::HoldNodes, FieldWhat::BeyondBlock { nodes: 255 }),
        (
            "이 노드 블록은 노드 255대입니다. 그 안에서 적어 주세요.".into(),
            "This block has 255 nodes. Stay within them.".into(),
        )
    );
    assert_eq!(
        say(Field::Term, FieldWhat::TooLarge { most: 1_200 }).1,
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
    let raised = hold.raise(&snapshot()).unwrap();
    assert_eq!((raised.block, raised.nodes.count()), (1, 33));
    assert_eq!(raised.from, at(2027, 1, 1).plus(9));
    assert_eq!(raised.until, at(2027, 1, 2).plus(10));
    assert_eq!(
        (raised.label.ko.as_str(), raised.label.en.as_str()),
        ("가정한 점유", "Assumed hold")
    );
    let open = HoldDraft { nodes: "*64".into(), until: " ".into(), ..hold };
    let raised = open.raise(&snapshot()).unwrap();
    assert_eq!((raised.nodes, raised.until), (HoldNodes::Counted(64), Hour::MAX));
}

#[test]
fn a_hold_names_all_its_problems() {
    let fields = |hold: &HoldDraft| -> Vec<Field> {
        hold.raise(&snapshot()).unwrap_err().iter().map(|problem| problem.field).collect()
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
    ) {
        let [nodes, nodes_max, term, from, until, placement_n, call, block] = typed;
        let hold = HoldDraft {
            block, nodes: nodes.clone(), from: from.clone(), until: until.clone(),
        };
        let on_a_block = HoldDraft { block: "one".into(), ..hold.clone() };
        let draft = FormDraft {
            nodes, nodes_max, term, unit, from, until, placement, placement_n, call, ..draft()
        };
        let problems = [
            draft.raise(&snapshot()).err(),
            hold.raise(&snapshot()).err(),
            on_a_block.raise(&snapshot()).err(),
        ];
        for problem in problems.into_iter().flatten().flatten() {
            let text = problem.text(Lang::Ko);
            prop_assert!(text.chars().count() < 200 && !text.chars().any(is_hidden));
        }
    }
}

#[test]
fn every_field_holds_what_is_put_into_it_and_nothing_else() {
    let number = PlacementKind::Leaves.number_field().unwrap();
    let unit = BASIC_FIELDS.into_iter().find_map(|field| match field.control {
        Control::NumberIn(unit) => Some(*unit),
        _ => None,
    });
    let fields: Vec<RequestField> = BASIC_FIELDS
        .into_iter()
        .chain(MORE_FIELDS)
        .chain([PLACEMENT, number, unit.unwrap()])
        .collect();
    let texts = |draft: &FormDraft| fields.iter().map(|it| (it.get)(draft)).collect::<Vec<_>>();
    for (place, field) in fields.iter().enumerate() {
        let others: Vec<String> = match field.control {
            Control::Choice(choices) => {
                let values = |lang| choices(lang).into_iter().map(|(value, _)| value);
                assert!(values(Lang::Ko).eq(values(Lang::En)), "{field:?}");
                values(Lang::Ko).collect()
            }
            _ => vec!["17".into(), String::new()],
        };
        for text in others {
            let mut draft = draft();
            let mut wanted = texts(&draft);
            wanted[place].clone_from(&text);
            (field.set)(&mut draft, text);
            assert_eq!(texts(&draft), wanted, "{field:?}");
        }
    }
    let mut chosen = draft();
    for field in [PLACEMENT, unit.unwrap()] {
        (field.set)(&mut chosen, "x".into());
    }
    assert_eq!(chosen, draft(), "what is no choice changes nothing");
}

#[test]
fn more_is_told_where_something_was_typed_there() {
    assert!(!draft().has_more());
    for field in MORE_FIELDS {
        let mut draft = draft();
        (field.set)(&mut draft, "8".into());
        assert!(draft.has_more(), "{field:?}");
    }
}
