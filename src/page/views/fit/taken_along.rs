//! Forms in which the current answer is taken along.

use crate::exchange::out::TakenOffer;
use crate::model::Hour;
use crate::page::address::link;
use crate::page::context::{
    RequestForm, use_feed, use_lang, use_request_form, use_scenario, use_today,
};
use crate::page::shared::Shared;
use crate::session::feed::FeedView;
use crate::session::{PreparedScenario, answer_sheet};
use crate::show::answer::AnswerSheet;
use crate::words::Lang;
use leptos::prelude::*;

/// Current answer, to be taken along in several forms.
#[derive(Clone, Copy)]
pub struct TakenAlong {
    lang: Memo<Lang>,
    form: RequestForm,
    feed: Memo<FeedView>,
    scenario: Memo<Option<Shared<PreparedScenario>>>,
    today: RwSignal<Hour>,
}

/// Returns access to what can be taken along, read when it is asked for.
pub fn use_taken_along() -> TakenAlong {
    TakenAlong {
        lang: use_lang(),
        form: use_request_form(),
        feed: use_feed().view,
        scenario: use_scenario(),
        today: use_today(),
    }
}

impl TakenAlong {
    /// Returns the whole answer as a text; `None` if there is no answer.
    pub fn text(self) -> Option<String> {
        self.with_sheet(|sheet, lang| sheet.text(lang))
    }

    /// Returns the file that an applicant keeps; `None` if there is no answer.
    pub fn application(self) -> Option<String> {
        let (answer, scenario) = (self.form.answer.get_untracked(), self.scenario.get_untracked()?);
        self.with_sheet(|sheet, lang| answer.0.application(&scenario.0, sheet, lang)).flatten()
    }

    /// Returns the result of `make` for the best offer and the text of the whole answer; `None` if
    /// there is no offer.
    pub fn offer<T>(self, make: impl FnOnce(&TakenOffer<'_>, &str) -> T) -> Option<T> {
        let (answer, scenario) = (self.form.answer.get_untracked(), self.scenario.get_untracked()?);
        let (request, view) = answer.0.answered()?;
        let (snapshot, best) = (&scenario.0.scenario.snapshot, view.best.as_ref()?);
        let block = snapshot.blocks.get(best.block_index)?;
        self.with_sheet(|sheet, lang| {
            let (what_not, link, offer) = (sheet.what_not.as_str(), &*sheet.link, &best.offer);
            let taken = TakenOffer { snapshot, request, block, offer, what_not, link, lang };
            make(&taken, &sheet.text(lang))
        })
    }

    fn with_sheet<T>(self, make: impl FnOnce(&AnswerSheet<'_>, Lang) -> T) -> Option<T> {
        let (lang, scenario) = (self.lang.get_untracked(), self.scenario.get_untracked()?);
        let (answer, today) = (self.form.answer.get_untracked(), self.today.get_untracked());
        let link = link(&untrack(|| self.form.whole_route()));
        let sheet = self.feed.with_untracked(|feed| {
            answer_sheet(&scenario.0, &answer.0, &feed.identity, link, today, lang)
        })?;
        Some(make(&sheet, lang))
    }
}
