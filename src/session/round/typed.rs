//! Single application as typed, and its conversion to one of the list.

use crate::model::{Application, Class, Score, Snapshot};
use crate::show::form::{FormDraft, TermUnit, read_decimal};
use crate::show::round::SCORE_DECIMALS;
use crate::words::Lang;
use crate::words::catalogue::round as words;
use crate::words::format::{self, quantity};

/// Application exactly as typed. Fields that it does not have come from the form.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct TypedApplication {
    /// Id of the application.
    pub id: String,
    /// Title of the application.
    pub title: String,
    /// Class of the applicant.
    pub class: Class,
    /// Number of nodes.
    pub nodes: String,
    /// Term, in months if no unit is typed with it.
    pub term: String,
    /// Score; empty for none.
    pub score: String,
}

impl Default for TypedApplication {
    fn default() -> Self {
        Self {
            id: String::new(),
            title: String::new(),
            class: Class::Industry,
            nodes: "4".to_owned(),
            term: "3".to_owned(),
            score: String::new(),
        }
    }
}

impl TypedApplication {
    /// Returns an application as it would be typed.
    #[must_use]
    pub fn from_application(application: &Application, lang: Lang) -> Self {
        let request = &application.request;
        Self {
            id: request.id.clone(),
            title: application.title.clone(),
            class: request.class,
            nodes: request.nodes.to_string(),
            term: format::term(request.term, lang),
            score: application.score.map_or_else(String::new, written),
        }
    }

    /// Parses the application; fields that are not typed, such as the accelerators and the start,
    /// come from `defaults`.
    ///
    /// # Errors
    /// Fails with all problems, in words, field by field.
    pub fn parse(
        &self,
        snapshot: &Snapshot,
        defaults: &FormDraft,
        lang: Lang,
    ) -> Result<Application, Vec<String>> {
        let draft = FormDraft {
            nodes: self.nodes.clone(),
            // The one field takes a range as well; the upper bound of the form is of another
            // request.
            nodes_max: String::new(),
            term: self.term.clone(),
            unit: TermUnit::Months,
            class: self.class,
            ..defaults.clone()
        };
        let mut problems = Vec::new();
        let id = self.id.trim();
        if id.is_empty() {
            problems.push(words::NO_ID.get(lang).to_owned());
        }
        let score = self.read_score();
        if score.is_none() {
            problems.push(words::BAD_SCORE.get(lang).to_owned());
        }
        match (draft.parse(snapshot), score) {
            (Ok(mut request), Some(score)) if problems.is_empty() => {
                request.id = id.to_owned();
                let title = self.title.trim().to_owned();
                Ok(Application { request, title, score, submitted_at: None })
            }
            (parsed, _) => {
                let wrong = parsed.err().unwrap_or_default();
                problems.extend(wrong.iter().map(|problem| problem.line(lang)));
                Err(problems)
            }
        }
    }

    /// Parses a changed application; its accelerators, start and other fields stay those of
    /// `before`.
    ///
    /// # Errors
    /// Fails like [`Self::parse`].
    pub fn change(
        &self,
        before: &Application,
        snapshot: &Snapshot,
        defaults: &FormDraft,
        lang: Lang,
    ) -> Result<Application, Vec<String>> {
        let old = &before.request;
        // A number of GPUs is one of nodes by the accelerators that the application asks for.
        let defaults = FormDraft { accelerators: old.accelerators.clone(), ..defaults.clone() };
        let mut application = self.parse(snapshot, &defaults, lang)?;
        let new = &mut application.request;
        new.accelerators.clone_from(&old.accelerators);
        new.blocks.clone_from(&old.blocks);
        new.call.clone_from(&old.call);
        (new.not_before, new.not_after) = (old.not_before, old.not_after);
        (new.placement, new.split) = (old.placement, old.split);
        application.submitted_at = before.submitted_at;
        // The typed form has few decimals: an untouched score keeps its exact value.
        if self.score == Self::from_application(before, lang).score {
            application.score = before.score;
        }
        Ok(application)
    }

    /// Parses the score; `Some(None)` if none is typed, `None` if it is not a number.
    fn read_score(&self) -> Option<Option<Score>> {
        let text = self.score.trim();
        match text.is_empty() {
            true => Some(None),
            false => read_decimal(text).and_then(Score::new).map(Some),
        }
    }
}

/// Formats a score as it is typed.
fn written(score: Score) -> String {
    // Formatted for display, it has separators and a typographic minus.
    quantity::up_to(score.number(), SCORE_DECIMALS).replace(',', "").replace('−', "-")
}
