//! From the form as typed to an answer in words, and what a newer file changes in it.

use super::scenario::PreparedScenario;
use crate::exchange::application_json::Application;
use crate::fit::{self, RequestError, preview};
use crate::model::{Hour, Request, Text};
use crate::show::answer::{AnswerView, answer};
use crate::show::changed::best_offer;
use crate::show::form::{Field, FieldProblem, FieldWhat, FormDraft};
use crate::words::lang::Lang;

/// What the request form comes to.
pub enum FormAnswer {
    /// Nothing to ask yet.
    Waiting,
    /// It cannot be understood.
    Invalid(Vec<FieldProblem>),
    /// The request, and its answer in words.
    Answered(Request, Box<AnswerView>),
}

impl FormAnswer {
    /// The request and its answer, where it can be understood.
    #[must_use]
    pub fn answered(&self) -> Option<(&Request, &AnswerView)> {
        match self {
            Self::Answered(request, answer) => Some((request, answer)),
            Self::Waiting | Self::Invalid(_) => None,
        }
    }

    /// What is wrong with a field.
    #[must_use]
    pub fn problem(&self, field: Field) -> Option<&FieldProblem> {
        match self {
            Self::Invalid(problems) => problems.iter().find(|problem| problem.field == field),
            Self::Waiting | Self::Answered(..) => None,
        }
    }

    /// The file that an applicant keeps; `link` is where the answer can be seen again. `None`
    /// where there is no answer.
    #[must_use]
    pub fn application(&self, prepared: &PreparedScenario, link: &str) -> Option<String> {
        let (request, answer) = self.answered()?;
        let application = Application {
            scenario: &prepared.scenario,
            fingerprint: &prepared.file.fingerprint,
            request,
            offer: answer.best.as_ref().map(|best| (best.block, &best.offer)),
            link,
        };
        Some(application.to_json())
    }
}

/// Reads the form, asks the scenario, and puts the answer into words, as read at the hour `today`.
#[must_use]
pub fn answer_form(
    prepared: &PreparedScenario,
    draft: &FormDraft,
    today: Hour,
    lang: Lang,
) -> FormAnswer {
    let snapshot = &prepared.scenario.snapshot;
    let request = match draft.raise(snapshot) {
        Ok(request) => request,
        Err(problems) => return FormAnswer::Invalid(problems),
    };
    match preview(snapshot, &prepared.calendars, &request) {
        Ok(preview) => {
            let view = answer(&prepared.scenario, &request, &preview, today, lang);
            FormAnswer::Answered(request, Box::new(view))
        }
        // Both were looked up when the draft was read.
        Err(RequestError::UnknownBlock(id) | RequestError::UnknownCall(id)) => {
            let what = FieldWhat::Unknown(id);
            FormAnswer::Invalid(vec![FieldProblem { field: Field::Call, what }])
        }
    }
}

/// What a newer file changes in the best offer for a form, in words; `None` where it changes
/// nothing, or the form cannot be understood.
#[must_use]
pub fn changed_best_offer(
    old: &PreparedScenario,
    new: &PreparedScenario,
    draft: &FormDraft,
) -> Option<Text> {
    let request = draft.raise(&old.scenario.snapshot).ok()?;
    let [old, new] = [old, new].map(|prepared| fit::World {
        snapshot: &prepared.scenario.snapshot,
        calendars: &prepared.calendars,
    });
    best_offer(old, new, &request)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Instant, Occupancy, read};
    use crate::session::CapacityFile;
    use crate::show::answer::Summary;
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

    /// A change of the form as it stands before anything is typed.
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
            // The form's own start: the day after today.
            assert_eq!(request.not_before, today().next_midnight());
        }
    }

    #[test]
    fn an_answer_can_be_kept_and_what_cannot_be_understood_cannot() {
        let prepared = prepared(PUBLISHED, Occupancy::File);
        let answer = ask(Occupancy::File, |_| ());
        let kept = answer.application(&prepared, "https://example.org/?nodes=4").unwrap();
        let (_, view) = answer.answered().unwrap();
        let block = &prepared.scenario.snapshot.blocks[view.best.as_ref().unwrap().block].id;
        for part in ["https://example.org/?nodes=4", "c0ffee", block] {
            assert!(kept.contains(part), "{part} in {kept}");
        }
        let unread = ask(Occupancy::File, |draft| draft.nodes = "many".into());
        assert!(unread.answered().is_none() && unread.application(&prepared, "").is_none());
        assert_eq!(
            unread.problem(Field::Nodes).map(|problem| &problem.what),
            Some(&FieldWhat::NotANumber("many".into()))
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
        let alone = Summary { call_note: None, caveat: None, ..summary.clone() };
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
        let told = changed_best_offer(&old, &new, &draft).unwrap().en;
        assert!(told.contains("from 1 Apr 2027") && told.contains("from 1 Jun 2027"), "{told}");
        assert_eq!(changed_best_offer(&old, &old, &draft), None);
        // By size alone, holds change nothing.
        let by_size = [PUBLISHED, longer.as_bytes()].map(|it| prepared(it, Occupancy::Size));
        assert_eq!(changed_best_offer(&by_size[0], &by_size[1], &draft), None);
        let unread = FormDraft { nodes: "many".into(), ..draft };
        assert_eq!(changed_best_offer(&old, &new, &unread), None);
    }
}
