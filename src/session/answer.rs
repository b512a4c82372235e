//! From the form as typed to an answer in words, and what a newer file changes in it.

use super::scenario::PreparedScenario;
use crate::fit::{self, RequestError, preview};
use crate::model::{Hour, Request, Text};
use crate::show::answer::{AnswerView, Summary, answer};
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

/// An answer as it is read out: its sentence, after what is said before it.
#[must_use]
pub fn read_out(answer: &AnswerView) -> String {
    let Summary { call_note, sentence, caveat, .. } = &answer.summary;
    let parts = [call_note.as_deref(), Some(sentence), *caveat];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
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
    fn an_answer_is_read_out_in_whole_sentences() {
        for occupancy in [Occupancy::File, Occupancy::Size] {
            let FormAnswer::Answered(_, answer) = ask(occupancy, |_| ()) else { panic!("none") };
            let (read, summary) = (read_out(&answer), &answer.summary);
            assert!(read.contains(&summary.sentence), "{read}");
            let before = summary.call_note.as_deref().unwrap_or_default();
            let after = summary.caveat.unwrap_or_default();
            assert!(read.starts_with(before) && read.ends_with(after), "{read}");
            assert!(!read.contains("  ") && read.trim() == read, "{read}");
        }
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
