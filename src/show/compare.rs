//! Requests side by side: what each asks, what it rests on and what it comes to.

use super::answer::{AnswerView, Verdict};
use super::fee;
use super::form::HoldDraft;
use crate::model::{Layer, Occupancy, Request, Scenario, charge};
use crate::words::catalogue::{Entry, compare as words, fit, page};
use crate::words::format;
use crate::words::lang::Lang;
use crate::words::names::{accelerator_names, block_name};

/// One request of the comparison.
pub struct Side<'a> {
    /// What it was asked of.
    pub scenario: &'a Scenario,
    /// The holds that are assumed, as typed.
    pub holds: &'a [HoldDraft],
    /// How many of these can be understood, and so count.
    pub holds_by_hand: usize,
    /// The request and its answer; `None` where the form cannot be understood.
    pub asked: Option<(&'a Request, &'a AnswerView)>,
}

/// A row of the comparison.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Row {
    /// What is compared.
    pub name: &'static str,
    /// One cell for each request, in their order.
    pub cells: Vec<Cell>,
}

/// What one request says there.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Cell {
    /// The words.
    pub text: String,
    /// Whether it is another thing than the first request says.
    pub differs: bool,
    /// The kind of the verdict, where it is one.
    pub kind: Option<&'static str>,
}

/// The rows; the first of `sides` is what the others differ from.
#[must_use]
pub fn compare(sides: &[Side<'_>], lang: Lang) -> Vec<Row> {
    let texts: Vec<Vec<String>> = sides.iter().map(|side| side.texts(lang)).collect();
    let row = |(at, name): (usize, &Entry)| {
        let text = |of: usize| texts.get(of).and_then(|texts| texts.get(at));
        let cell = |(of, side): (usize, &Side<'_>)| {
            // Other holds are another basis, even where the words for them are the same.
            let other_basis =
                *name == words::RESTS_ON && sides.first().is_some_and(|first| !first.assumes(side));
            let differs = text(of) != text(0) || other_basis;
            // Where one of them has nothing, the result says why.
            let has_both = [of, 0].iter().all(|&of| text(of).is_some_and(|text| text != NOTHING));
            Cell {
                text: text(of).cloned().unwrap_or_default(),
                differs: of > 0 && differs && has_both,
                kind: (at == 0).then(|| side.kind()),
            }
        };
        Row { name: name.get(lang), cells: sides.iter().enumerate().map(cell).collect() }
    };
    NAMES.iter().enumerate().map(row).collect()
}

/// The names of the rows, in the order of [`Side::texts`].
const NAMES: [Entry; 14] = [
    words::RESULT,
    fit::ACCELERATORS,
    fit::NODES,
    fit::TERM,
    words::FROM,
    fit::PLACEMENT,
    words::APPLICANT,
    words::RESTS_ON,
    fit::OFFER_BLOCK,
    words::START,
    fit::OFFER_WAIT,
    fit::OFFER_LAST_DAY,
    fit::OFFER_GPU_HOURS,
    fit::OFFER_FEE,
];

impl Side<'_> {
    fn kind(&self) -> &'static str {
        self.asked.map_or(Verdict::No.id(), |(_, answer)| answer.kind)
    }

    fn assumes(&self, other: &Self) -> bool {
        self.scenario.occupancy == other.scenario.occupancy && self.holds == other.holds
    }

    /// What it says in every row.
    fn texts(&self, lang: Lang) -> Vec<String> {
        let layer = self.scenario.layer();
        let result = self.asked.map_or(words::INCOMPLETE.get(lang), |(_, answer)| {
            answer.summary.verdict.name(layer, lang)
        });
        let mut texts = vec![result.to_owned()];
        texts.extend(self.asked.map_or_else(dashes, |(request, _)| self.request(request, lang)));
        texts.push(self.basis(layer, lang));
        let offer = self.asked.and_then(|(request, answer)| self.offer(request, answer, lang));
        texts.extend(offer.unwrap_or_else(dashes));
        texts
    }

    fn request(&self, request: &Request, lang: Lang) -> Vec<String> {
        let snapshot = &self.scenario.snapshot;
        let gpus_per_node = snapshot.gpus_per_node(&request.accelerators);
        let nodes = format::nodes_with_gpus(request.nodes, gpus_per_node, lang);
        let call = snapshot.call_of(request);
        let call = call.map_or(words::NO_CALL.get(lang), |call| lang.text(&call.name));
        vec![
            accelerator_names(snapshot, &request.accelerators, lang),
            nodes,
            format::term(request.term, lang),
            format::date(request.not_before, lang),
            format::placement(request.placement, lang),
            [call, " · ", format::class(request.class, lang)].concat(),
        ]
    }

    fn basis(&self, layer: Layer, lang: Lang) -> String {
        let name = match layer {
            Layer::Size => page::BY_SIZE,
            Layer::Published => page::PUBLISHED,
            Layer::Snapshot => page::SNAPSHOT,
            Layer::Scenario => page::SCENARIO,
        };
        let mut parts = vec![name.get(lang).to_owned()];
        if self.scenario.occupancy == Occupancy::BusyYear {
            parts.push(page::BUSY_YEAR.get(lang).to_owned());
        }
        if let Ok(holds @ 1..) = u32::try_from(self.holds_by_hand) {
            parts.push(format::holds(holds, lang));
        }
        parts.join(" · ")
    }

    fn offer(&self, request: &Request, answer: &AnswerView, lang: Lang) -> Option<Vec<String>> {
        let snapshot = &self.scenario.snapshot;
        let best = answer.best.as_ref()?;
        let (block, offer) = (snapshot.blocks.get(best.block)?, &best.offer);
        let call = snapshot.call_of(request);
        let (class, nodes) = (request.class, offer.nodes);
        let times = (offer.start, offer.end);
        let charge = charge(snapshot, call, &block.accelerator, class, nodes, times);
        let wait = match offer.start.since(request.not_before) {
            0 => words::NO_WAIT.get(lang).to_owned(),
            hours => format::duration(hours, lang),
        };
        let mut place = block_name(block, lang).to_owned();
        if request.nodes.min != request.nodes.max {
            place.push_str(" · ");
            place.push_str(&format::nodes(offer.nodes, lang));
        }
        Some(vec![
            place,
            format::date(offer.start, lang),
            wait,
            format::last_day(offer.end, lang),
            format::integer(offer.gpu_hours),
            fee::text(&charge, lang),
        ])
    }
}

/// Stands where there is nothing to say.
const NOTHING: &str = "–";

/// For the rows of a request or of an offer.
fn dashes() -> Vec<String> {
    vec![NOTHING.to_owned(); 6]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fit::{Calendars, preview};
    use crate::model::{Hour, Reading, Snapshot, read};
    use crate::show::answer::answer;
    use crate::show::form::{FormDraft, default_draft};

    fn published() -> Snapshot {
        let Reading { snapshot, .. } = read(include_bytes!("../../public/capacity.json")).unwrap();
        snapshot
    }

    /// A request under assumptions, and what it comes to.
    struct Case {
        scenario: Scenario,
        holds: Vec<HoldDraft>,
        asked: Option<(Request, AnswerView)>,
    }

    impl Case {
        fn new(change: fn(&mut FormDraft), occupancy: Occupancy, holds: Vec<HoldDraft>) -> Self {
            let base = published();
            let raised = holds.iter().map(|hold| hold.raise(&base).unwrap());
            let scenario = Scenario::new(&base, occupancy, raised);
            let calendars = Calendars::new(&scenario.snapshot);
            let today = crate::model::Instant::parse("2026-11-24").unwrap().floor();
            let mut draft = default_draft(&base, today);
            draft.from = "2027-01-04".to_owned();
            change(&mut draft);
            let asked = draft.raise(&scenario.snapshot).ok().map(|request| {
                let preview = preview(&scenario.snapshot, &calendars, &request).unwrap();
                let view = answer(&scenario, &request, &preview, Hour::MIN, Lang::Ko);
                (request, view)
            });
            Self { scenario, holds, asked }
        }

        fn side(&self) -> Side<'_> {
            Side {
                scenario: &self.scenario,
                holds: &self.holds,
                holds_by_hand: self.holds.len(),
                asked: self.asked.as_ref().map(|(request, answer)| (request, answer)),
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

    /// The texts of a row, those that differ with a mark.
    fn row(cases: &[&Case], name: Entry, lang: Lang) -> Vec<String> {
        let sides: Vec<Side<'_>> = cases.iter().map(|case| case.side()).collect();
        let rows = compare(&sides, lang);
        let row = rows.into_iter().find(|row| row.name == name.get(lang)).unwrap();
        let mark = |cell: Cell| [if cell.differs { "≠" } else { "" }, &cell.text].concat();
        row.cells.into_iter().map(mark).collect()
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
        let check = |name, wanted: [&str; 4]| assert_eq!(row(&cases, name, Lang::Ko), wanted);
        check(
            words::RESULT,
            ["크기로는 들어감", "크기로는 들어감", "≠들어가지 않음", "크기로는 들어감"],
        );
        check(fit::ACCELERATORS, ["H200, B200", "≠H200", "H200, B200", "H200, B200"]);
        check(
            fit::NODES,
            ["4대 (GPU 32장)", "≠8~40대 (GPU 64~320장)", "≠511대 (GPU 4,088장)", "4대 (GPU 32장)"],
        );
        check(fit::TERM, ["3개월"; 4]);
        check(fit::OFFER_WAIT, ["없음", "없음", "–", "없음"]);
        check(words::START, ["2027년 1월 4일", "2027년 1월 4일", "–", "2027년 1월 4일"]);
        let [no_call, company] = ["공모 없음 · 기업", "≠25-1차 사용자 모집 · 기업"];
        check(words::APPLICANT, [no_call, company, no_call, no_call]);
        let [by_size, busy] = ["크기만", "≠가정 · 합성 예시: 바쁜 한 해"];
        check(words::RESTS_ON, [by_size, by_size, busy, by_size]);
        let block = "네이버클라우드 H200 블록 B";
        let of_range = format!("≠{block} · 노드 32대");
        check(fit::OFFER_BLOCK, [block, &of_range, "–", block]);
        let usual = "3,840만 원 (2026년 수시 모집)";
        check(fit::OFFER_FEE, [usual, "≠3억 720만 원", "–", usual]);
        assert_eq!(row(&cases, fit::NODES, Lang::En)[1], "≠8 to 40 (64 to 320 GPUs)");
    }

    #[test]
    fn other_holds_are_another_basis_in_the_same_words() {
        let of = |block| Case::new(|_| (), Occupancy::Size, vec![hold(block)]);
        let cases = [&of("naver-h200-a"), &of("naver-h200-a"), &of("kakao-b200")];
        let wanted = ["가정 · 점유 1건", "가정 · 점유 1건", "≠가정 · 점유 1건"];
        assert_eq!(row(&cases, words::RESTS_ON, Lang::Ko), wanted);
    }

    #[test]
    fn what_cannot_be_understood_has_no_answer() {
        let wrong = Case::new(|draft| draft.nodes = "many".into(), Occupancy::Size, Vec::new());
        let now = Case::new(|_| (), Occupancy::Size, Vec::new());
        let cases = [&now, &wrong];
        assert_eq!(row(&cases, fit::NODES, Lang::En), ["4 (32 GPUs)", "–"]);
        assert_eq!(row(&cases, words::RESULT, Lang::En)[1], "≠Needs a change");
        let sides = [wrong.side()];
        let rows = compare(&sides, Lang::Ko);
        assert!(rows.iter().all(|row| row.cells.len() == 1 && !row.cells[0].text.is_empty()));
        assert_eq!(compare(&[], Lang::Ko).len(), NAMES.len());
    }
}
