//! Conversion of the typed request form to an answer in words, and the changes that a newer file
//! makes to it.

use super::scenario::PreparedScenario;
use crate::exchange::application_json::ApplicationParts;
use crate::fit::{self, RequestError, preview};
use crate::model::{Hour, Request, Text};
use crate::show::answer::{self, AnswerSheet, AnswerView, OtherWays, answer};
use crate::show::changed::best_offer;
use crate::show::form::{Field, FieldError, FieldProblem, FormDraft};
use crate::words::lang::Lang;

/// State of the request form: no request yet, invalid, or answered.
pub enum FormAnswer {
    /// There is no request yet.
    Waiting,
    /// The form is invalid, with the problems of its fields.
    Invalid(Vec<FieldProblem>),
    /// The request, and its answer in words.
    Answered(Request, Box<AnswerView>),
}

impl FormAnswer {
    /// Returns the request and its answer, if the form is valid.
    #[must_use]
    pub fn answered(&self) -> Option<(&Request, &AnswerView)> {
        match self {
            Self::Answered(request, answer) => Some((request, answer)),
            Self::Waiting | Self::Invalid(_) => None,
        }
    }

    /// Returns the problems of the form; empty if it is valid.
    #[must_use]
    pub fn problems(&self) -> &[FieldProblem] {
        match self {
            Self::Invalid(problems) => problems,
            Self::Waiting | Self::Answered(..) => &[],
        }
    }

    /// Returns the first problem of a field.
    #[must_use]
    pub fn problem(&self, field: Field) -> Option<&FieldProblem> {
        self.problems().iter().find(|problem| problem.field == field)
    }

    /// Returns the JSON file that an applicant keeps, with the text of `sheet`; `None` if there is
    /// no answer.
    #[must_use]
    pub fn application(
        &self,
        prepared: &PreparedScenario,
        sheet: &AnswerSheet<'_>,
        lang: Lang,
    ) -> Option<String> {
        let (request, answer) = self.answered()?;
        let application = ApplicationParts {
            scenario: &prepared.scenario,
            fingerprint: &prepared.file.fingerprint,
            request,
            offer: answer.best.as_ref().map(|best| (best.block_index, &best.offer)),
            text: &sheet.text(lang),
            link: &sheet.link,
        };
        Some(application.to_json())
    }
}

/// Parses the form, asks the scenario, and formats the answer as of the hour `today`.
///
/// ```
/// # use jari::{model::{self, Occupancy}, show::form::default_draft, words::Lang};
/// use jari::session::{CapacityFile, PreparedScenario, answer_form};
/// let bytes = br#"{"schema":1,"as_of":"2027-01-04","availability":"complete",
///   "accelerators":[{"id":"h200"}],"blocks":[{"id":"a","accelerator":"h200","nodes":4}],
///   "holds":[{"block":"a","nodes":"1-2","until":"2027-03-01"}]}"#;
/// let file = CapacityFile::new(model::read(bytes).unwrap(), model::fingerprint(bytes));
/// let prepared = PreparedScenario::new(file.into(), Occupancy::File, &[]);
/// let today = prepared.file.snapshot.as_of;
/// let draft = default_draft(&prepared.file.snapshot, today); // 4 nodes for 3 months
/// let answer = answer_form(&prepared, &draft, today, Lang::En);
/// let (request, view) = answer.answered().unwrap();
/// assert_eq!(request.not_before, today.next_midnight());
/// assert_eq!(view.summary.sentence, "No room from 4 Jan 2027. \
///     The earliest is in a: 4 nodes (32 GPUs) from 1 Mar 2027 for 3 months.");
/// ```
#[must_use]
pub fn answer_form(
    prepared: &PreparedScenario,
    draft: &FormDraft,
    today: Hour,
    lang: Lang,
) -> FormAnswer {
    let snapshot = &prepared.scenario.snapshot;
    let request = match draft.parse_at(snapshot, today) {
        Ok(request) => request,
        Err(problems) => return FormAnswer::Invalid(problems),
    };
    match preview(snapshot, &prepared.calendars, &request) {
        Ok(preview) => {
            let view = answer(&prepared.scenario, &request, &preview, today, lang);
            FormAnswer::Answered(request, Box::new(view))
        }
        // Cannot occur after parsing, which has already looked up both ids.
        Err(unknown) => {
            let problem = |error| match error {
                RequestError::UnknownBlock(id) | RequestError::UnknownCall(id) => {
                    FieldProblem { field: Field::Call, error: FieldError::Unknown(id) }
                }
            };
            FormAnswer::Invalid(unknown.into_iter().map(problem).collect())
        }
    }
}

/// Returns alternatives for a request that does not fit as a whole.
///
/// Computed separately from the answer, because a key press waits for that. If the form does not
/// give the minimum size of a part, one node is assumed.
///
/// ```
/// # use jari::{model::{self, Occupancy}, show::form::default_draft, words::Lang};
/// use jari::session::{CapacityFile, PreparedScenario, answer_form, other_ways};
/// let bytes = br#"{"schema":1,"as_of":"2027-01-04","availability":"complete",
///   "accelerators":[{"id":"h200"}],"blocks":[{"id":"a","accelerator":"h200","nodes":4},
///     {"id":"b","accelerator":"h200","nodes":2}]}"#;
/// let file = CapacityFile::new(model::read(bytes).unwrap(), model::fingerprint(bytes));
/// let prepared = PreparedScenario::new(file.into(), Occupancy::File, &[]);
/// let today = prepared.file.snapshot.as_of;
/// let mut draft = default_draft(&prepared.file.snapshot, today);
/// draft.nodes = "6".into();
/// let answer = answer_form(&prepared, &draft, today, Lang::En);
/// let (request, view) = answer.answered().unwrap();
/// let split = other_ways(&prepared, request, view, Lang::En).split.unwrap();
/// assert_eq!(split.sentence,
///     "Over 2 blocks of h200, there is room for 6 nodes (48 GPUs) from 4 Jan 2027 for 3 months.");
/// ```
#[must_use]
pub fn other_ways(
    prepared: &PreparedScenario,
    request: &Request,
    answer: &AnswerView,
    lang: Lang,
) -> OtherWays {
    if !answer::may_have_other_ways(answer.summary.verdict) {
        return OtherWays::default();
    }
    let asked = Request { split: request.split.or(Some(1)), ..request.clone() };
    let scenario = &prepared.scenario;
    match fit::alternatives(&scenario.snapshot, &prepared.calendars, &asked) {
        Ok(found) => answer::other_ways(scenario, request, answer, &found, lang),
        Err(_) => OtherWays::default(),
    }
}

/// Returns the change that a newer file makes to the best offer for a form, in words, as of the
/// hour `today`; `None` if it changes nothing or the form is invalid.
///
/// ```
/// # use jari::{model::{self, Occupancy}, show::form::default_draft};
/// use jari::session::{CapacityFile, PreparedScenario, changed_best_offer};
/// let [old, new] = ["2027-03-01", "2027-04-01"].map(|until| {
///     let text = format!(r#"{{"schema":1,"as_of":"2027-01-04","availability":"complete",
///       "accelerators":[{{"id":"h200"}}],"blocks":[{{"id":"a","accelerator":"h200","nodes":4}}],
///       "holds":[{{"block":"a","nodes":"1-4","until":"{until}"}}]}}"#);
///     let bytes = text.as_bytes();
///     let file = CapacityFile::new(model::read(bytes).unwrap(), model::fingerprint(bytes));
///     PreparedScenario::new(file.into(), Occupancy::File, &[])
/// });
/// let today = old.file.snapshot.as_of;
/// let draft = default_draft(&old.file.snapshot, today);
/// assert_eq!(changed_best_offer(&old, &old, &draft, today), None);
/// let change = changed_best_offer(&old, &new, &draft, today).unwrap().en;
/// assert!(change.contains("Now: a, 4 nodes (32 GPUs) from 1 Apr 2027."));
/// ```
#[must_use]
pub fn changed_best_offer(
    old: &PreparedScenario,
    new: &PreparedScenario,
    draft: &FormDraft,
    today: Hour,
) -> Option<Text> {
    let request = draft.parse_at(&old.scenario.snapshot, today).ok()?;
    best_offer(old.world(), new.world(), &request)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Instant, Occupancy, read};
    use crate::session::CapacityFile;
    use crate::show::answer::{AnswerSummary, request_facts};
    use crate::show::compare::{Aspect, ComparedRequest, ComparedRow, compare};
    use crate::show::form::default_draft;
    use std::sync::Arc;

    const PUBLISHED: &[u8] = include_bytes!("../../public/capacity.json");

    fn today() -> Hour {
        Instant::parse("2026-11-28").unwrap().floor()
    }

    fn prepared(bytes: &[u8], occupancy: Occupancy) -> PreparedScenario {
        let file = CapacityFile::new(read(bytes).unwrap(), "c0ffee".into());
        PreparedScenario::new(Arc::new(file), occupancy, &[])
    }

    /// Change to the form in its initial state.
    type Change = fn(&mut FormDraft);

    fn ask(occupancy: Occupancy, change: Change) -> FormAnswer {
        let prepared = prepared(PUBLISHED, occupancy);
        let mut draft = default_draft(&prepared.file.snapshot, today());
        change(&mut draft);
        answer_form(&prepared, &draft, today(), Lang::En)
    }

    #[test]
    fn what_is_typed_becomes_an_answer_in_words() {
        let cases: [(Occupancy, Change, &str); 4] = [
            (Occupancy::File, |_| (), "later"),
            (Occupancy::Size, |_| (), "now"),
            (Occupancy::File, |draft| draft.accelerators = vec!["b300".into()], "announced"),
            (Occupancy::Size, |draft| draft.nodes = "511".into(), "no"),
        ];
        for (occupancy, change, verdict) in cases {
            let FormAnswer::Answered(request, answer) = ask(occupancy, change) else {
                panic!("no answer where {verdict} is wanted");
            };
            assert_eq!(answer.summary.verdict.id(), verdict, "{}", answer.summary.sentence);
            // The form's default start: the day after today.
            assert_eq!(request.not_before, today().next_midnight());
        }
    }

    #[test]
    fn all_blocks_are_saved_with_their_reasons() {
        let answer = ask(Occupancy::Size, |draft| draft.nodes = "100".into());
        let blocks = &answer.answered().unwrap().1.blocks;
        let table = blocks.table(Lang::En);
        assert_eq!(table.rows(), blocks.rows().count());
        let texts = table.texts();
        assert!(texts.iter().all(|row| row.len() == table.columns.len()));
        for group in &blocks.groups {
            for row in &group.rows {
                let saved = texts.iter().find(|saved| saved[0] == row.name).unwrap();
                assert_eq!(saved[1], row.result);
                for (_, reason) in blocks.shared.iter().chain(&group.reasons) {
                    assert!(saved[5].contains(reason), "{saved:?}");
                }
            }
        }
        assert!(texts.iter().any(|row| !row[5].is_empty()), "no block refuses it: {texts:?}");
    }

    #[test]
    fn without_calls_there_are_no_fees_and_no_classes() {
        let file = br#"{"schema":1,"as_of":"2026-11-28","availability":"complete",
            "accelerators":[{"id":"h200"}],
            "blocks":[{"id":"hall","accelerator":"h200","nodes":16}]}"#;
        let prepared = prepared(file, Occupancy::File);
        let snapshot = &prepared.scenario.snapshot;
        let mut draft = default_draft(snapshot, today());
        draft.nodes = "4".into();
        assert!(!draft.has_terms(snapshot));
        for (lang, foreign) in [
            (Lang::Ko, ["이용료", "공모", "신청 유형", "산업계"]),
            (Lang::En, ["Fee", "fee", "Call", "Industry"]),
        ] {
            let answer = answer_form(&prepared, &draft, today(), lang);
            let (request, view) = answer.answered().unwrap();
            let asked = request_facts(&prepared.scenario, request, lang);
            let (what_not, link) = (String::new(), String::new());
            let others = other_ways(&prepared, request, view, lang);
            let sheet =
                AnswerSheet { head: vec![], request: asked, answer: view, others, what_not, link };
            let text = sheet.text(lang);
            for word in foreign {
                assert!(!text.contains(word), "{word} in {text}");
            }
            let best = view.best.as_ref().unwrap();
            assert_eq!((&*best.fee, &best.fees), ("", &None));
            let asked = Some((request, view));
            let scenario = &prepared.scenario;
            let side =
                ComparedRequest { scenario, holds: &[], holds_by_hand: 0, asked, problems: &[] };
            let rows = compare(&[side], lang);
            let of_calls =
                |row: &ComparedRow| matches!(row.aspect, Aspect::Fee | Aspect::Applicant);
            assert!(!rows.iter().any(of_calls) && rows.len() == Aspect::ALL.len() - 2);
        }
        // The field for a call from a link is visible, because the answer reports a problem with
        // it.
        draft.call = "25-1".into();
        assert!(draft.has_terms(snapshot));
    }

    #[test]
    fn a_start_that_has_passed_is_no_yes_and_has_no_fee() {
        let passed = ask(Occupancy::Size, |draft| {
            draft.from = "2026-01-05".into();
            draft.call = "25-1".into();
        });
        assert!(passed.answered().is_none());
        let problem = passed.problem(Field::From).unwrap();
        assert_eq!(problem.error, FieldError::Passed { now: today() });
        assert_eq!(problem.remedies().len(), 1);
        let of_today = ask(Occupancy::Size, |draft| draft.from = "2026-11-28".into());
        assert!(of_today.answered().is_some());
    }

    #[test]
    fn a_request_and_an_offer_are_told_in_nodes_and_gpus() {
        let cases: [(Occupancy, Change, &str); 3] = [
            (Occupancy::Size, |_| (), "room for 4 nodes (32 GPUs)"),
            (Occupancy::File, |_| (), "room for 4 nodes (32 GPUs)"),
            (Occupancy::Size, |draft| draft.nodes = "511".into(), "511 nodes (4,088 GPUs)"),
        ];
        for (occupancy, change, wanted) in cases {
            let answer = ask(occupancy, change);
            let (_, answer) = answer.answered().unwrap();
            assert!(answer.summary.sentence.contains(wanted), "{}", answer.summary.sentence);
            let near = answer.nearest.iter().map(|near| &near.text);
            for text in near.filter(|text| text.contains("nodes")) {
                assert!(text.contains(" GPUs)"), "{text}");
            }
        }
    }

    #[test]
    fn an_answer_can_be_kept_with_all_that_it_says() {
        let prepared = prepared(PUBLISHED, Occupancy::File);
        let link = "https://example.org/?nodes=4";
        let changes: [Change; 2] = [|_| (), |draft| draft.nodes = "600".into()];
        for change in changes {
            let answer = ask(Occupancy::File, change);
            let (request, view) = answer.answered().unwrap();
            let sheet = AnswerSheet {
                head: vec!["Jari".into()],
                request: request_facts(&prepared.scenario, request, Lang::En),
                answer: view,
                others: OtherWays::default(),
                what_not: "Not a promise.".into(),
                link: link.into(),
            };
            let kept = answer.application(&prepared, &sheet, Lang::En).unwrap();
            let kept: serde_json::Value = serde_json::from_str(&kept).unwrap();
            let text = sheet.text(Lang::En);
            assert_eq!((kept["text"].as_str(), kept["link"].as_str()), (Some(&*text), Some(link)));
            let best =
                view.best.as_ref().map(|it| &*prepared.scenario.snapshot.blocks[it.block_index].id);
            assert_eq!(kept["block"].as_str(), best);
            let reasons = view.obstacles.iter().map(|it| &it.text);
            for told in reasons.chain(view.nearest.iter().map(|it| &it.text)) {
                assert!(text.contains(told), "{told} in {text}");
            }
        }
    }

    #[test]
    fn what_is_wrong_with_a_form_is_found_by_its_field() {
        let (answer, unread) = (
            ask(Occupancy::File, |_| ()),
            ask(Occupancy::File, |draft| draft.nodes = "many".into()),
        );
        assert!(unread.answered().is_none());
        assert_eq!(
            unread.problem(Field::Nodes).map(|problem| &problem.error),
            Some(&FieldError::NotANumber("many".into()))
        );
        assert!(unread.problem(Field::Term).is_none() && answer.problem(Field::Nodes).is_none());
    }

    #[test]
    fn what_is_read_out_is_all_that_the_answer_says_first() {
        let answer = ask(Occupancy::File, |draft| draft.call = "25-1".into());
        let (_, view) = answer.answered().unwrap();
        let summary = &view.summary;
        let (note, caveat) = (summary.call_note.as_ref().unwrap(), summary.caveat.unwrap());
        assert_eq!(summary.spoken(), [note, &summary.sentence, caveat]);
        let alone = AnswerSummary { call_note: None, caveat: None, ..summary.clone() };
        assert_eq!(alone.spoken(), [summary.sentence.as_str()]);
    }

    #[test]
    fn what_cannot_be_understood_is_told_field_by_field() {
        let cases: [(Change, Field); 3] = [
            (|draft| draft.nodes = "many".into(), Field::Nodes),
            (|draft| draft.call = "99-9".into(), Field::Call),
            (|draft| draft.accelerators = vec!["h999".into()], Field::Accelerators),
        ];
        for (change, field) in cases {
            let FormAnswer::Invalid(problems) = ask(Occupancy::File, change) else {
                panic!("an answer where {field:?} is wrong");
            };
            assert_eq!(problems.iter().map(|it| it.field).collect::<Vec<_>>(), [field]);
        }
    }

    #[test]
    fn a_newer_file_tells_what_it_changes_in_the_best_offer() {
        let text = std::str::from_utf8(PUBLISHED).unwrap();
        let longer = text.replace(r#""until": "2027-04-01""#, r#""until": "2027-06-01""#);
        let (old, new) =
            (prepared(PUBLISHED, Occupancy::File), prepared(longer.as_bytes(), Occupancy::File));
        let draft = default_draft(&old.file.snapshot, today());
        let told = changed_best_offer(&old, &new, &draft, today()).unwrap().en;
        assert!(told.contains("from 1 Apr 2027") && told.contains("from 1 Jun 2027"), "{told}");
        assert_eq!(changed_best_offer(&old, &old, &draft, today()), None);
        // Computed from sizes alone, holds change nothing.
        let by_size = [PUBLISHED, longer.as_bytes()].map(|it| prepared(it, Occupancy::Size));
        assert_eq!(changed_best_offer(&by_size[0], &by_size[1], &draft, today()), None);
        let unread = FormDraft { nodes: "many".into(), ..draft };
        assert_eq!(changed_best_offer(&old, &new, &unread, today()), None);
        let passed =
            FormDraft { from: "2026-11-02".into(), ..default_draft(&old.file.snapshot, today()) };
        assert_eq!(changed_best_offer(&old, &new, &passed, today()), None);
    }
}
