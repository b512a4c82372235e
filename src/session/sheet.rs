//! Complete answer as a document to take along.

use super::answer::{FormAnswer, other_ways};
use super::identity::IdentityView;
use super::notice;
use super::scenario::PreparedScenario;
use crate::model::Hour;
use crate::show::answer::{AnswerSheet, request_facts, what_not};
use crate::show::overview::{NoticeView, notices};
use crate::words::catalogue::fit as words;
use crate::words::lang::Lang;
use crate::words::{fact::Fact, format};

/// Returns the complete answer as of the hour `today` on the site of `identity`; `link` is the
/// address that shows it again. `None` if there is no answer.
///
/// ```
/// # use jari::model::{self, Occupancy, Settings};
/// # use jari::{show::form::default_draft, words::Lang};
/// use jari::session::{answer_form, answer_sheet, identity};
/// # use jari::session::{CapacityFile, PreparedScenario};
/// # let bytes = br#"{"schema":1,"as_of":"2027-01-04","availability":"complete",
/// #   "accelerators":[{"id":"h200"}],"blocks":[{"id":"a","accelerator":"h200","nodes":4}]}"#;
/// # let file = CapacityFile::new(model::read(bytes).unwrap(), "c0ffee".into());
/// # let prepared = PreparedScenario::new(file.into(), Occupancy::File, &[]);
/// let (today, lang) = (prepared.file.snapshot.as_of, Lang::En);
/// let draft = default_draft(&prepared.file.snapshot, today);
/// let answer = answer_form(&prepared, &draft, today, lang);
/// let identity = identity(&Settings::default(), false, lang);
/// let link = "https://a.example/?nodes=4".to_owned();
/// let sheet = answer_sheet(&prepared, &answer, &identity, link, today, lang).unwrap();
/// let text = sheet.text(lang);
/// assert!(text.starts_with("Jari · This is a preview, not a promise\nRead on: 4 Jan 2027\n"));
/// assert!(text.contains("\nGPU-hours: 69,120\n") && text.contains("c0ffee"));
/// ```
#[must_use]
pub fn answer_sheet<'a>(
    prepared: &PreparedScenario,
    answer: &'a FormAnswer,
    identity: &IdentityView,
    link: String,
    today: Hour,
    lang: Lang,
) -> Option<AnswerSheet<'a>> {
    let (request, answer) = answer.answered()?;
    Some(AnswerSheet {
        head: head(prepared, identity, today, lang),
        request: request_facts(&prepared.scenario, request, lang),
        others: other_ways(prepared, request, answer, lang),
        answer,
        what_not: what_not(&prepared.scenario, &prepared.file.fingerprint, lang),
        link,
    })
}

/// Returns the head lines: the site, the date of reading, the statements that precede all figures,
/// and the layer of evidence.
fn head(
    prepared: &PreparedScenario,
    identity: &IdentityView,
    today: Hour,
    lang: Lang,
) -> Vec<String> {
    let mut head =
        vec![[&identity.name, " · ", &identity.standing].concat(), read_on(today, lang).line()];
    let statement = |NoticeView { text, date, source }: NoticeView| {
        let date = date.map(|date| [" (", &date, ")"].concat());
        let url = source.and_then(|source| source.url).map(|url| [" ", &url].concat());
        [text, date.unwrap_or_default(), url.unwrap_or_default()].concat()
    };
    // Before all figures, as on the page.
    head.extend(notices(&prepared.file.snapshot, lang).into_iter().map(statement));
    let layer = notice::layer(prepared, today, lang);
    head.push([layer.name.get(lang), " · ", &layer.text].concat());
    head
}

/// Returns the day on which an answer was read, as a fact.
///
/// ```
/// use jari::{model::Hour, session::read_on, words::Lang};
/// let today = Hour::of_date(2027, 1, 4).unwrap();
/// assert_eq!(read_on(today, Lang::En).line(), "Read on: 4 Jan 2027");
/// assert_eq!(read_on(today, Lang::Ko).line(), "확인한 날: 2027년 1월 4일");
/// ```
#[must_use]
pub fn read_on(today: Hour, lang: Lang) -> Fact {
    Fact::new(words::READ_ON.get(lang), format::date(today, lang))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Class, Instant, Occupancy, read, settings};
    use crate::session::identity::identity;
    use crate::session::{CapacityFile, answer_form};
    use crate::show::form::{FormDraft, default_draft};
    use std::sync::Arc;

    fn text(occupancy: Occupancy, change: fn(&mut FormDraft), lang: Lang) -> String {
        let bytes = include_bytes!("../../public/capacity.json");
        let file = CapacityFile::new(read(bytes).unwrap(), "c0ffee".into());
        let prepared = PreparedScenario::new(Arc::new(file), occupancy, &[]);
        let today = Instant::parse("2026-11-28").unwrap().floor();
        let mut draft = default_draft(&prepared.file.snapshot, today);
        change(&mut draft);
        let answer = answer_form(&prepared, &draft, today, lang);
        let (settings, _) = settings(include_bytes!("../../public/config.json"));
        let identity = identity(&settings, true, lang);
        answer_sheet(&prepared, &answer, &identity, "https://a.example/?q".into(), today, lang)
            .unwrap()
            .text(lang)
    }

    #[test]
    fn a_text_says_whose_it_is_when_it_was_read_and_on_what_it_rests() {
        let offer = text(
            Occupancy::File,
            |draft| {
                draft.accelerators = vec!["h200".into()];
                draft.nodes = "5".into();
                draft.term = "6".into();
                draft.from = "2027-03-01".into();
                draft.class = Class::Academia;
                draft.call = "25-1".into();
            },
            Lang::En,
        );
        for part in [
            "Jari · This is an unofficial preview",
            "Read on: 28 Nov 2026",
            "Published facts · Nodes taken",
            // Closing date of the call.
            "closed",
            "Nodes: 5 (40 GPUs)",
            "Left for others",
            "Longest term",
            "c0ffee",
            "https://a.example/?q",
        ] {
            assert!(offer.contains(part), "{part} in {offer}");
        }
    }

    #[test]
    fn a_no_is_taken_along_with_its_reasons_and_what_would_fit() {
        let no = text(Occupancy::BusyYear, |draft| draft.nodes = "600".into(), Lang::Ko);
        for part in ["합성", "비공식", "2026년 11월 28일", "확인한 날", "조금 바꾸면", "[불가]"]
        {
            assert!(no.contains(part), "{part} in {no}");
        }
    }
}
