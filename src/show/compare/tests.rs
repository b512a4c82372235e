use super::*;
use crate::fit::{Calendars, preview};
use crate::model::{FileReading, Hour, Snapshot, read};
use crate::show::answer::answer;
use crate::show::form::{FormDraft, default_draft};

fn published() -> Snapshot {
    let FileReading { snapshot, .. } =
        read(include_bytes!("../../../public/capacity.json")).unwrap();
    snapshot
}

/// Request under assumptions, and its answer.
struct Case {
    scenario: Scenario,
    holds: Vec<HoldDraft>,
    asked: Option<(Request, AnswerView)>,
    problems: Vec<FieldProblem>,
}

impl Case {
    fn new(change: fn(&mut FormDraft), occupancy: Occupancy, holds: Vec<HoldDraft>) -> Self {
        let base = published();
        let parsed = holds.iter().map(|hold| hold.parse(&base).unwrap());
        let scenario = Scenario::new(&base, occupancy, parsed);
        let calendars = Calendars::new(&scenario.snapshot);
        let today = crate::model::Instant::parse("2026-11-24").unwrap().floor();
        let mut draft = default_draft(&base, today);
        draft.from = "2027-01-04".to_owned();
        change(&mut draft);
        let parsed = draft.parse_at(&scenario.snapshot, today);
        let problems = parsed.as_ref().err().cloned().unwrap_or_default();
        let asked = parsed.ok().map(|request| {
            let preview = preview(&scenario.snapshot, &calendars, &request).unwrap();
            let view = answer(&scenario, &request, &preview, Hour::MIN, Lang::Ko);
            (request, view)
        });
        Self { scenario, holds, asked, problems }
    }

    fn side(&self) -> ComparedRequest<'_> {
        ComparedRequest {
            scenario: &self.scenario,
            holds: &self.holds,
            holds_by_hand: self.holds.len(),
            asked: self.asked.as_ref().map(|(request, answer)| (request, answer)),
            problems: &self.problems,
        }
    }
}

fn hold(block: &str) -> HoldDraft {
    HoldDraft {
        block: block.to_owned(),
        nodes: "1-32".to_owned(),
        from: "2027-01-01".to_owned(),
        until: "2027-02-01".to_owned(),
    }
}

/// Returns the texts of a row, with a mark on those that differ.
fn row(cases: &[&Case], aspect: Aspect, lang: Lang) -> Vec<String> {
    let sides: Vec<ComparedRequest<'_>> = cases.iter().map(|case| case.side()).collect();
    let rows = compare(&sides, lang);
    let row = rows.into_iter().find(|row| row.aspect == aspect).unwrap();
    let mark = |cell: ComparedValue| [if cell.differs { "≠" } else { "" }, &cell.text].concat();
    row.cells.into_iter().map(mark).collect()
}

#[test]
fn a_comparison_is_saved_by_columns() {
    let cases = [
        Case::new(|_| (), Occupancy::Size, Vec::new()),
        Case::new(|draft| draft.nodes = "511".into(), Occupancy::Size, Vec::new()),
    ];
    let sides: Vec<ComparedRequest<'_>> = cases.iter().map(Case::side).collect();
    let rows = compare(&sides, Lang::En);
    let table = comparison_table(&rows, Lang::En);
    let heads: Vec<&str> = table.columns.iter().map(|column| column.head.as_str()).collect();
    assert_eq!(heads, ["", words::NOW.get(Lang::En), &labels::pin(0, Lang::En)]);
    let saved = table.texts();
    assert_eq!(saved.len(), rows.len());
    for (saved, row) in saved.iter().zip(&rows) {
        let texts = row.cells.iter().map(|cell| cell.text.as_str());
        assert!(saved.iter().map(String::as_str).eq([row.name].into_iter().chain(texts)));
    }
}

#[test]
fn what_differs_from_the_first_is_marked() {
    let now = Case::new(|_| (), Occupancy::Size, Vec::new());
    let paid = Case::new(
        |draft| {
            draft.accelerators = vec!["h200".into()];
            draft.nodes = "8".into();
            draft.nodes_max = "40".into();
            draft.call = "25-1".into();
        },
        Occupancy::Size,
        Vec::new(),
    );
    let never = Case::new(|draft| draft.nodes = "511".into(), Occupancy::BusyYear, Vec::new());
    let cases = [&now, &paid, &never, &now];
    let check = |aspect, wanted: [&str; 4]| assert_eq!(row(&cases, aspect, Lang::Ko), wanted);
    check(
        Aspect::Result,
        ["규모로는 들어감", "규모로는 들어감", "≠들어가지 않음", "규모로는 들어감"],
    );
    let why = row(&cases, Aspect::Obstacles, Lang::Ko);
    assert!(why[2].contains("노드 510대(GPU 4,080장)뿐") && why[0] == "–", "{why:?}");
    check(Aspect::Accelerators, ["H200, B200", "≠H200", "H200, B200", "H200, B200"]);
    check(
        Aspect::Nodes,
        ["4대 (GPU 32장)", "≠8~40대 (GPU 64~320장)", "≠511대 (GPU 4,088장)", "4대 (GPU 32장)"],
    );
    check(Aspect::Term, ["3개월"; 4]);
    check(Aspect::Wait, ["없음", "없음", "–", "없음"]);
    check(Aspect::Start, ["2027년 1월 4일", "2027년 1월 4일", "–", "2027년 1월 4일"]);
    let [no_call, company] = ["공모 없음 · 기업", "≠25-1차 사용자 모집 · 기업"];
    check(Aspect::Applicant, [no_call, company, no_call, no_call]);
    let [by_size, busy] = ["공개된 규모만", "≠가정 · 합성 예시: 바쁜 한 해"];
    check(Aspect::Basis, [by_size, by_size, busy, by_size]);
    let block = "네이버클라우드 H200 블록 B";
    let of_range = format!("≠{block} · 노드 32대(GPU 256장)");
    check(Aspect::Block, [block, &of_range, "–", block]);
    let usual = "3,840만 원 (2026년 수시 모집)";
    check(Aspect::Fee, [usual, "≠3억 720만 원", "–", usual]);
    assert_eq!(row(&cases, Aspect::Nodes, Lang::En)[1], "≠8 to 40 (64 to 320 GPUs)");
}

#[test]
fn other_holds_are_another_basis_in_the_same_words() {
    let of = |block| Case::new(|_| (), Occupancy::Size, vec![hold(block)]);
    let cases = [&of("naver-h200-a"), &of("naver-h200-a"), &of("kakao-b200")];
    let wanted = ["가정 · 점유 1건", "가정 · 점유 1건", "≠가정 · 점유 1건"];
    assert_eq!(row(&cases, Aspect::Basis, Lang::Ko), wanted);
}

#[test]
fn what_cannot_be_understood_has_no_answer() {
    let wrong = Case::new(|draft| draft.nodes = "many".into(), Occupancy::Size, Vec::new());
    let now = Case::new(|_| (), Occupancy::Size, Vec::new());
    let cases = [&now, &wrong];
    assert_eq!(row(&cases, Aspect::Nodes, Lang::En), ["4 (32 GPUs)", "–"]);
    assert_eq!(row(&cases, Aspect::Result, Lang::En)[1], "≠Needs a change");
    let passed = Case::new(|draft| draft.from = "2026-11-02".into(), Occupancy::Size, Vec::new());
    for case in [&wrong, &passed] {
        for lang in [Lang::Ko, Lang::En] {
            assert_eq!(row(&[case], Aspect::Obstacles, lang), [case.problems[0].line(lang)]);
        }
    }
    let sides = [wrong.side()];
    let rows = compare(&sides, Lang::Ko);
    assert!(rows.iter().all(|row| row.cells.len() == 1 && !row.cells[0].text.is_empty()));
    assert_eq!(compare(&[], Lang::Ko).len(), Aspect::ALL.len());
}
