//! Head of an answer: verdict, sentence, grounds and other schemes.

use serde::Serialize;

use super::answered::AnsweredRequest;
use super::written::{Cited, Words, instant};
use crate::model::Text;
use crate::show::answer::{AnswerSummary, Ground, summary};
use crate::words::Lang;

/// A summary in both languages.
pub(super) struct SummaryJson<'a> {
    pub(super) verdict: &'static str,
    pub(super) says: Words<'a>,
    pub(super) call_note: Option<Words<'a>>,
    pub(super) rests_on: Vec<GroundWritten<'a>>,
    pub(super) caveat: Option<Words<'a>>,
    pub(super) elsewhere: Vec<SchemeWritten<'a>>,
}

/// One ground of an answer: a fact that it rests on.
#[derive(Serialize)]
pub(super) struct GroundWritten<'a> {
    text: Words<'a>,
}

/// A scheme besides this programme, through which capacity can also be had.
#[derive(Serialize)]
pub(super) struct SchemeWritten<'a> {
    name: Words<'a>,
    unit: Option<Words<'a>>,
    sizes: Option<Words<'a>>,
    fee: Option<Words<'a>>,
    state: Option<Words<'a>>,
    date: Option<String>,
    #[serde(flatten)]
    cited: Cited<'a>,
}

impl<'a> SummaryJson<'a> {
    pub(super) fn new(answered: &AnsweredRequest<'a>) -> Self {
        let AnsweredRequest { scenario, request, preview, today, .. } = *answered;
        let in_lang = |lang| summary(scenario, request, preview, today, lang);
        let (ko, en) = (in_lang(Lang::Ko), in_lang(Lang::En));
        // A text is present in both languages or in neither, so `?` on one never drops the other.
        let both = |say: fn(&AnswerSummary) -> Option<&str>| {
            Some(Words::from_texts(say(&ko)?.to_owned(), say(&en)?.to_owned()))
        };
        let text = |(ko, en): (&Ground, &Ground)| GroundWritten {
            text: Words::from_texts(ko.line(), en.line()),
        };
        // Other schemes are listed only if the summary mentions them.
        let schemes = scenario.snapshot.elsewhere.iter().filter(|_| ko.elsewhere.is_some());
        Self {
            verdict: ko.verdict.id(),
            call_note: both(|summary| summary.call_note.as_deref()),
            caveat: both(|summary| summary.caveat),
            rests_on: ko.rests_on.iter().zip(&en.rests_on).map(text).collect(),
            elsewhere: schemes.map(SchemeWritten::new).collect(),
            // Moved out last, because the closures above borrow both summaries.
            says: Words::from_texts(ko.sentence, en.sentence),
        }
    }
}

impl<'a> SchemeWritten<'a> {
    fn new(scheme: &'a crate::model::Scheme) -> Self {
        let words = |text: &'a Option<Text>| text.as_ref().map(Words::from);
        Self {
            name: (&scheme.name).into(),
            unit: words(&scheme.unit),
            sizes: words(&scheme.sizes),
            fee: words(&scheme.fee),
            state: words(&scheme.state),
            date: scheme.date.and_then(instant),
            cited: (&scheme.citation).into(),
        }
    }
}
