//! Computation of answers to requests.

use jari::exchange::answer_json::{self, AnsweredRequest, Extras, FitMapInput, Since};
use jari::exchange::application_json;
use jari::exchange::request_json::{self, RequestInScenario};
use jari::fit::{self, Alternatives, Preview, RequestError};
use jari::model::{Hour, Request};
use jari::session::PreparedScenario;

use crate::lines::text_of;
use crate::snapshot::Layers;

/// Data that requests are answered with.
pub struct Previewer {
    /// Current snapshot.
    pub new: Layers,
    /// Older snapshot to compare with.
    pub old: Option<Layers>,
    /// Number of days in a fit map, if one is requested.
    pub map_days: Option<u32>,
    /// `true` if published holds are left out for all requests.
    pub by_size: bool,
    /// Hour as of which answers are given.
    pub today: Hour,
}

/// Request that cannot be answered.
pub struct Refusal {
    /// Id of the request, if it could be read.
    pub id: Option<String>,
    problems: Vec<String>,
    unknown: Vec<RequestError>,
}

impl Refusal {
    /// Returns the reasons in one or more sentences.
    pub fn text(&self) -> String {
        answer_json::refusal_text(&self.problems, &self.unknown)
    }

    fn to_json(&self) -> String {
        answer_json::refusal(self.id.as_deref(), &self.problems, &self.unknown)
    }
}

impl Previewer {
    /// Parses the request of a line.
    ///
    /// # Errors
    /// Fails with the problems of the line.
    pub fn read(&self, line: &[u8]) -> Result<RequestInScenario, Refusal> {
        let text = text_of(line, request_json::MAX_BYTES).map_err(|problem| Refusal {
            id: None,
            problems: vec![problem],
            unknown: Vec::new(),
        })?;
        // A line may be a file that the page saved, which contains the request.
        let text = application_json::request_in(text).unwrap_or(text);
        request_json::parse(text).map_err(|refused| {
            let snapshot = &self.new.get(self.by_size).scenario.snapshot;
            let unknown = fit::unknown(snapshot, &refused.blocks, refused.call.as_deref());
            Refusal { id: refused.id, problems: refused.problems, unknown }
        })
    }

    /// Returns the scenario that a request is asked of.
    pub fn asked_of(&self, asked: &RequestInScenario) -> &PreparedScenario {
        self.new.get(self.by_size || asked.by_size)
    }

    /// Computes the preview of a request.
    ///
    /// # Errors
    /// Fails if the request names blocks or a call that the snapshot does not have.
    pub fn preview(&self, asked: &RequestInScenario) -> Result<Preview, Refusal> {
        let PreparedScenario { scenario, calendars, .. } = self.asked_of(asked);
        let preview = fit::preview(&scenario.snapshot, calendars, &asked.request);
        preview.map_err(|unknown| Refusal {
            id: Some(asked.request.id.clone()),
            problems: Vec::new(),
            unknown,
        })
    }

    /// Returns the answer to a line as JSON.
    pub fn answer_line(&self, line: &[u8]) -> String {
        self.read(line).map_or_else(|refusal| refusal.to_json(), |asked| self.answer(&asked))
    }

    /// Returns the answer to a request as JSON.
    pub fn answer(&self, asked: &RequestInScenario) -> String {
        let preview = match self.preview(asked) {
            Ok(preview) => preview,
            Err(refusal) => return refusal.to_json(),
        };
        let request = &asked.request;
        let alternatives = self.alternatives(asked, request);
        let now = self.asked_of(asked);
        let PreparedScenario { scenario, calendars, .. } = now;
        let snapshot = &scenario.snapshot;
        let map = |days| FitMapInput::new(snapshot, calendars, request, &preview, days);
        let since = self.old.as_ref().map(|old| {
            let old = old.get(self.by_size || asked.by_size);
            // Cannot fail, as the new snapshot has just answered the request.
            let changes = fit::difference(old.world(), now.world(), request).unwrap_or_default();
            Since { old: &old.scenario.snapshot, new: snapshot, changes }
        });
        let extras = Extras { map: self.map_days.map(map), since };
        let (preview, alternatives) = (&preview, &alternatives);
        let answered =
            AnsweredRequest { scenario, request, preview, alternatives, today: self.today };
        answer_json::line(&answered, &extras)
    }

    /// Returns alternatives for a request that could be previewed.
    fn alternatives(&self, asked: &RequestInScenario, request: &Request) -> Alternatives {
        let PreparedScenario { scenario, calendars, .. } = self.asked_of(asked);
        // Cannot fail once the preview has succeeded, as both look up the same names.
        let none = Alternatives { split: None, counterparts: Vec::new() };
        fit::alternatives(&scenario.snapshot, calendars, request).unwrap_or(none)
    }
}
