//! Answers in words claim no more than is known, and name what stands in the way.

use jari::fit::{Calendars, preview};
use jari::model::{
    Availability, Class, FileReading, Hold, HoldNodes, Hour, NodeCount, Occupancy, Placement,
    Request, Scenario, Snapshot, Term, Text, read,
};
use jari::show::answer::{AnswerSheet, AnswerView, OtherWays, answer};
use jari::words::Lang;
use std::sync::Arc;

fn published() -> Snapshot {
    let FileReading { snapshot, .. } = read(include_bytes!("../../public/capacity.json")).unwrap();
    snapshot
}

/// The published file with other claims about what it knows, and no holds.
fn without_holds(availability: Availability) -> Snapshot {
    Snapshot { availability, holds: Vec::new(), ..published() }
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
        not_before: hour(2026, 11, 29),
        not_after: None,
        placement: Placement::Any,
        split: None,
        class: Class::Industry,
        call: call.map(str::to_owned),
    }
}

fn hold(nodes: u32, until: Hour) -> Hold {
    let label = Text { ko: "가정".into(), en: "assumed".into() };
    let from = hour(2026, 11, 1);
    Hold { block_index: 0, nodes: HoldNodes::Counted(nodes), from, until, label, published: None }
}

/// What a request is asked of.
struct Basis<'a> {
    snapshot: &'a Snapshot,
    occupancy: Occupancy,
    assumed: Vec<Hold>,
}

impl<'a> Basis<'a> {
    const fn of_file(snapshot: &'a Snapshot) -> Self {
        Self { snapshot, occupancy: Occupancy::File, assumed: Vec::new() }
    }

    fn ask(self, request: &Request, today: Hour, lang: Lang) -> AnswerView {
        let scenario = Scenario::new(self.snapshot, self.occupancy, self.assumed);
        let calendars = Calendars::new(&scenario.snapshot);
        let preview = preview(&scenario.snapshot, &calendars, request).unwrap();
        answer(&scenario, request, &preview, today, lang)
    }
}

const fn today() -> (i32, u8, u8) {
    (2026, 11, 28)
}

fn ask(basis: Basis<'_>, request: &Request) -> AnswerView {
    let (year, month, day) = today();
    basis.ask(request, hour(year, month, day), Lang::En)
}

fn certainty(answer: &AnswerView) -> &str {
    let facts = &answer.best.as_ref().unwrap().facts;
    &facts.iter().find(|fact| fact.name == "Based on").unwrap().value
}

/// All that an answer says first, as plain text.
fn said(answer: &AnswerView, lang: Lang) -> String {
    let (what_not, link) = (String::new(), String::new());
    AnswerSheet {
        head: vec![],
        request: vec![],
        answer,
        others: OtherWays::default(),
        what_not,
        link,
    }
    .text(lang)
}

#[test]
fn a_sentence_says_what_it_rests_on_and_only_a_snapshot_is_green() {
    let nominal = without_holds(Availability::Nominal);
    let complete = without_holds(Availability::Complete);
    let published = published();
    // On another block, so that the best offer is still exact.
    let elsewhere = || vec![Hold { block_index: 2, ..hold(1, Hour::MAX) }];
    let with = |snapshot, occupancy, assumed| Basis { snapshot, occupancy, assumed };
    let (file, size) = (Occupancy::File, Occupancy::Size);
    let soon = request(None);
    let later = Request { not_before: hour(2027, 5, 1), ..request(None) };
    let cases = [
        (with(&nominal, file, vec![]), &soon, "By size alone", "conditional", "Size alone"),
        (with(&published, size, vec![]), &soon, "By size alone", "conditional", "Size alone"),
        (
            with(&published, file, vec![]),
            &later,
            "If present uses end by",
            "conditional",
            "Published facts and rules (inferred)",
        ),
        (
            with(&nominal, file, elsewhere()),
            &soon,
            "On your assumptions",
            "conditional",
            "Assumptions",
        ),
        (
            with(&complete, file, vec![]),
            &soon,
            "Naver Cloud H200 block B has room",
            "now",
            "Holds of every node (exact)",
        ),
        (
            with(&complete, file, elsewhere()),
            &soon,
            "On your assumptions",
            "conditional",
            "Holds of every node (exact)",
        ),
    ];
    for (basis, request, begins, kind, certain) in cases {
        let answer = ask(basis, request);
        let sentence = &answer.summary.sentence;
        assert!(sentence.starts_with(begins), "{sentence}");
        assert_eq!(answer.kind, kind, "{sentence}");
        assert_eq!(answer.blocks.rows().next().unwrap().kind, kind);
        assert_eq!(certainty(&answer), certain, "{sentence}");
    }
}

#[test]
fn a_later_start_says_what_it_rests_on_too() {
    let mut snapshot = without_holds(Availability::Nominal);
    snapshot.blocks.truncate(1);
    let busy = vec![hold(snapshot.blocks[0].nodes(), hour(2027, 2, 1))];
    let basis = Basis { assumed: busy, ..Basis::of_file(&snapshot) };
    let sentence = ask(basis, &request(None)).summary.sentence;
    assert!(sentence.starts_with("On your assumptions, no room from 29 Nov 2026."), "{sentence}");

    let mut late = snapshot.clone();
    late.blocks[0].available_from = Some(hour(2027, 3, 1));
    let sentence = ask(Basis::of_file(&late), &request(None)).summary.sentence;
    assert!(sentence.starts_with("By size alone, there is no room from 29 Nov 2026"), "{sentence}");
}

/// A request of the published file, and what its answer has to say in either language.
struct Row {
    name: &'static str,
    change: fn(&mut Request),
    occupancy: Occupancy,
    verdict: &'static str,
    en: &'static [&'static str],
    ko: &'static [&'static str],
    never: &'static [&'static str],
}

const ROWS: [Row; 9] = [
    Row {
        name: "H200, 4 nodes: by the rules from April, two published holds named",
        change: |_| (),
        occupancy: Occupancy::File,
        verdict: "later",
        en: &[
            "No room from 29 Nov 2026.",
            "Naver Cloud H200 block B has room for 4 nodes (32 GPUs) from about 1 Apr 2027 for 3 months (inferred)",
            "Naver Cloud H200 block A, Naver Cloud H200 block B – All nodes taken: Projects of call 25-1 and of the rolling call. By the published rules this ends about 1 Apr 2027 (inferred).",
            "A later agreement ends later.",
            "Nothing says that these nodes are offered again.",
        ],
        ko: &[
            "2027년 4월 1일쯤",
            "(추정)",
            "모든 노드 사용 중: 25-1차와 수시 모집 과제",
            "다시 모집한다는 발표는 없습니다",
        ],
        never: &["NHN"],
    },
    Row {
        name: "B200, 4 nodes: Kakao by the rules, NHN without a known end",
        change: |request| request.accelerators = vec!["b200".into()],
        occupancy: Occupancy::File,
        verdict: "later",
        en: &[
            "Kakao B200 block has room for 4 nodes (32 GPUs) from about 1 Apr 2027",
            "NHN Cloud B200 block A, NHN Cloud B200 block B – All nodes taken: National projects and others (inferred). When that ends is not published.",
            "Kakao B200 block – All nodes taken",
        ],
        ko: &["카카오 B200 블록", "언제 끝나는지는 공개되지 않았습니다"],
        never: &["Naver"],
    },
    Row {
        name: "B200, 300 nodes: never in two blocks, held in the third",
        change: |request| {
            request.accelerators = vec!["b200".into()];
            request.nodes = NodeCount::exactly(300);
        },
        occupancy: Occupancy::File,
        verdict: "held",
        en: &[
            "when that ends is not published",
            "Every call so far allowed at most 16 nodes (128 GPUs) of B200 per project.",
            "[Never] NHN Cloud B200 block B, Kakao B200 block – The whole block has 255 nodes (2,040 GPUs), which is 45 nodes (360 GPUs) too few.",
            "[Capacity] NHN Cloud B200 block A – All nodes taken: National projects and others",
        ],
        ko: &["언제 끝나는지는 공개되지 않았습니다", "노드 45대(GPU 360장)가 모자랍니다"],
        never: &["1 Apr 2027"],
    },
    Row {
        name: "H200, 4 nodes, by size alone",
        change: |_| (),
        occupancy: Occupancy::Size,
        verdict: "now",
        en: &[
            "By size alone, Naver Cloud H200 block B has room for 4 nodes (32 GPUs)",
            "Published holds are left out.",
        ],
        ko: &["블록 규모만 보면", "공개된 사실로 본 점유는 반영하지 않았습니다"],
        never: &["taken:", "1 Apr 2027"],
    },
    Row {
        name: "H200, 1 node under call 25-1: the rule, and other schemes",
        change: |request| {
            request.nodes = NodeCount::exactly(1);
            request.call = Some("25-1".into());
        },
        occupancy: Occupancy::File,
        verdict: "rule",
        en: &[
            "Call 25-1 closed on 28 Jan 2026",
            "The call's rules do not allow this. Call 25-1 asks for at least 2 nodes (16 GPUs) per project.",
        ],
        ko: &["지금은 신청할 수 없습니다", "노드 2대(GPU 16장) 이상 신청해야 합니다"],
        never: &[],
    },
    Row {
        name: "H200, 1 node under no call: no call so far has allowed it",
        change: |request| request.nodes = NodeCount::exactly(1),
        occupancy: Occupancy::File,
        verdict: "later",
        en: &["Every call so far asked for at least 2 nodes (16 GPUs) of H200 per project."],
        ko: &[
            "지금까지의 공모에서 H200 신청은 모두 과제당 노드 2대(GPU 16장) 이상이어야 했습니다.",
        ],
        never: &[],
    },
    Row {
        name: "the rolling call: closed, and its uses end before the term does",
        change: |request| {
            request.accelerators = vec!["h200".into(), "b200".into()];
            request.call = Some("rolling-2026".into());
        },
        occupancy: Occupancy::File,
        verdict: "rule",
        en: &[
            "Rolling call 2026 closed on 9 Jul 2026, 17:00",
            "Uses under Rolling call 2026 have to end by 31 Dec 2026; from 29 Nov 2026 this request would end on 27 Feb 2027.",
        ],
        ko: &["2026년 7월 9일 17시에 끝나", "2026년 12월 31일까지 끝나야 하는데"],
        never: &[],
    },
    Row {
        name: "B300: announced, no block published",
        change: |request| request.accelerators = vec!["b300".into()],
        occupancy: Occupancy::File,
        verdict: "announced",
        en: &[
            "B300: announced, but no block of nodes is published",
            "B300 at Naver Cloud: 3,112 GPUs, in service within 2026",
            "B300 at Samsung SDS: 2,016 GPUs",
        ],
        ko: &["노드 블록이 공개되지 않아", "네이버클라우드: GPU 3,112장"],
        never: &["B200"],
    },
    Row {
        name: "a start after the known end still says that it is inferred",
        change: |request| request.not_before = hour(2027, 5, 1),
        occupancy: Occupancy::File,
        verdict: "now",
        en: &[
            "If present uses end by the published rules",
            "(inferred)",
            "Nothing says that these nodes",
        ],
        ko: &["공개된 규칙대로 지금 이용이 끝난다면", "(추정)"],
        never: &[],
    },
];

#[test]
fn the_published_file_is_answered_as_far_as_it_is_known() {
    let snapshot = published();
    for row in &ROWS {
        let mut request = request(None);
        (row.change)(&mut request);
        for (lang, wanted) in [(Lang::En, row.en), (Lang::Ko, row.ko)] {
            let basis = Basis { occupancy: row.occupancy, ..Basis::of_file(&snapshot) };
            let (year, month, day) = today();
            let answer = basis.ask(&request, hour(year, month, day), lang);
            let said = said(&answer, lang);
            assert_eq!(answer.summary.verdict.id(), row.verdict, "{}: {said}", row.name);
            assert_ne!(answer.kind, "now", "{}: {said}", row.name);
            for text in wanted {
                assert!(said.contains(text), "{}: {text} in {said}", row.name);
            }
            // What goes for other accelerators is no reason; the offer itself may name them.
            let reasons: Vec<String> =
                answer.obstacles.iter().map(jari::show::answer::Ground::line).collect();
            for text in row.never {
                assert!(!reasons.join("\n").contains(text), "{}: {text} in {reasons:?}", row.name);
            }
        }
    }
}

#[test]
fn a_purchase_without_a_date_says_so() {
    let mut snapshot = published();
    Arc::make_mut(&mut snapshot.purchases).iter_mut().for_each(|purchase| purchase.service = None);
    let request = Request { accelerators: vec!["b300".into()], ..request(None) };
    let said = said(&ask(Basis::of_file(&snapshot), &request), Lang::En);
    let wanted = "B300 at Naver Cloud: 3,112 GPUs, start of service not published";
    assert!(said.contains(wanted), "{said}");
}

#[test]
fn a_no_names_other_schemes_and_a_place_does_not() {
    let snapshot = published();
    let lead = |change: fn(&mut Request), occupancy| {
        let mut request = request(None);
        change(&mut request);
        let answer = ask(Basis { occupancy, ..Basis::of_file(&snapshot) }, &request);
        answer.summary.elsewhere.map(|elsewhere| (elsewhere.lead, elsewhere.schemes.len()))
    };
    let (text, rows) = lead(|_| (), Occupancy::File).unwrap();
    assert!(text.starts_with("Other schemes to consider"), "{text}");
    assert_eq!(rows, 4);
    let refused = ask(Basis::of_file(&snapshot), &request(None));
    let said = said(&refused, Lang::En);
    let aica = "National AI data centre (AICA, Gwangju) – What it offers: B200 servers of 8 GPUs";
    assert!(said.contains(aica), "{said}");
    assert_eq!(lead(|_| (), Occupancy::Size), None);
    // Below the floor of every call they are named even where one node is free.
    let (text, _) = lead(|request| request.nodes = NodeCount::exactly(1), Occupancy::Size).unwrap();
    assert_eq!(
        text,
        "This programme starts at 2 nodes (16 GPUs) per project. For less, see these other schemes."
    );
}

#[test]
fn reasons_that_blocks_share_are_told_once() {
    let answer = ask(Basis::of_file(&published()), &request(None));
    let rows: Vec<Vec<&str>> = answer
        .blocks
        .groups
        .iter()
        .map(|group| group.rows.iter().map(|row| row.id.as_str()).collect())
        .collect();
    let [naver, others] = rows.as_slice() else { panic!("{rows:?}") };
    assert_eq!(naver.as_slice(), ["naver-h200-b", "naver-h200-a"]);
    assert_eq!(others.as_slice(), ["nhn-b200-a", "nhn-b200-b", "kakao-b200"]);
    assert_eq!(answer.obstacles.len(), 1, "{:?}", answer.obstacles);
    assert!(answer.obstacles[0].source.is_some() && answer.obstacles[0].rule.is_some());

    // A rule that goes for all of them stands before the table, and nowhere in it.
    let mut every = request(Some("rolling-2026"));
    every.accelerators = vec!["h200".into(), "b200".into()];
    let blocks = ask(Basis::of_file(&published()), &every).blocks;
    let rule = "Uses under Rolling call 2026 have to end by 31 Dec 2026; \
                from 29 Nov 2026 this request would end on 27 Feb 2027.";
    assert_eq!(blocks.shared, [("Rule", rule.to_owned())]);
    let others = blocks.groups.iter().flat_map(|group| &group.reasons);
    assert!(others.clone().count() > 1 && others.clone().all(|told| told.0 == "Capacity"));
}

#[test]
fn a_fee_is_told_without_a_call_at_the_usual_rates() {
    let snapshot = published();
    let fee = |class, call| {
        let request = Request { class, ..request(call) };
        let basis = Basis { occupancy: Occupancy::Size, ..Basis::of_file(&snapshot) };
        ask(basis, &request).best.unwrap()
    };
    let usual = fee(Class::Industry, None);
    assert_eq!(usual.fee, "₩38,400,000 (Rolling call 2026)");
    let note = "No call is chosen, so the fee is at the rates of Rolling call 2026.";
    assert!(usual.caveats.iter().any(|it| it == note), "{usual:?}");
    assert_eq!(fee(Class::Industry, Some("25-1")).fee, "₩38,400,000");
    let free = fee(Class::Academia, Some("25-1"));
    assert_eq!(free.fee, "Free");
    assert!(free.caveats.iter().any(|it| it.contains("results are made public")), "{free:?}");
    // No unit stands twice.
    let hours = usual.facts.iter().find(|fact| fact.name == "GPU-hours").unwrap();
    assert_eq!(hours.value, "69,888");
}

#[test]
fn a_call_that_takes_no_applications_today_says_so() {
    let snapshot = published();
    let cases = [
        (Some("25-1"), hour(2025, 12, 1), Some("takes applications from 22 Dec 2025")),
        (Some("25-1"), hour(2026, 1, 10), None),
        (Some("25-1"), hour(2026, 11, 24), Some("closed on 28 Jan 2026")),
        (None, hour(2026, 11, 24), None),
    ];
    for (call, today, said) in cases {
        let answer = Basis::of_file(&snapshot).ask(&request(call), today, Lang::En);
        match (said, &answer.summary.call_note) {
            (Some(said), Some(note)) => assert!(note.contains(said), "{note}"),
            (said, note) => assert_eq!(said, note.as_deref(), "{call:?} on {today}"),
        }
    }
}
