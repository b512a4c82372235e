//! Answers requests.

use std::io::Write;
use std::process::ExitCode;

use jari::exchange::answer_json::{self, Answered, Extras, Map, Since};
use jari::exchange::{application_json, request_json};
use jari::fit::{self, Alternatives};
use jari::model::Hour;

use crate::command::Files;
use crate::failure::Failure;
use crate::lines::answer_each;
use crate::snapshot::{Laid, Layers};

/// Writes an answer for each line of requests.
pub fn run(files: &Files, out: &mut impl Write) -> Result<ExitCode, Failure> {
    let new = Layers::read(&files.snapshot)?;
    let old = files.since.as_deref().map(Layers::read).transpose()?;
    let previewer = Previewer {
        new,
        old,
        map_days: files.map_days,
        by_size: files.by_size,
        today: files.today,
    };
    answer_each(&files.requests, request_json::MAX_BYTES, out, |text| previewer.answer(text))
}

/// What requests are answered with.
struct Previewer {
    new: Layers,
    old: Option<Layers>,
    map_days: Option<u32>,
    by_size: bool,
    today: Hour,
}

impl Previewer {
    /// The answer to one line.
    fn answer(&self, line: &[u8]) -> String {
        let Ok(text) = str::from_utf8(line) else {
            return answer_json::error_line(None, "not valid UTF-8");
        };
        let text = application_json::request_in(text).unwrap_or(text);
        let asked = match request_json::parse(text) {
            Ok(asked) => asked,
            Err(refused) => {
                let snapshot = &self.new.get(self.by_size).scenario.snapshot;
                let unknown = fit::unknown(snapshot, &refused.blocks, refused.call.as_deref());
                return answer_json::refusal(refused.id.as_deref(), refused.problems, &unknown);
            }
        };
        let by_size = self.by_size || asked.by_size;
        let request = &asked.request;
        let now = self.new.get(by_size);
        let Laid { scenario, calendars } = now;
        let snapshot = &scenario.snapshot;
        let preview = match fit::preview(snapshot, calendars, request) {
            Ok(preview) => preview,
            Err(unknown) => {
                return answer_json::refusal(Some(&request.id), Vec::new(), &unknown);
            }
        };
        let map = |days| Map::new(snapshot, calendars, request, &preview, days);
        // The preview could be made, so these can.
        let none = Alternatives { split: None, counterparts: Vec::new() };
        let alternatives = fit::alternatives(snapshot, calendars, request).unwrap_or(none);
        let since = self.old.as_ref().map(|old| {
            let old = old.get(by_size);
            let changes = fit::difference(old.world(), now.world(), request).unwrap_or_default();
            Since { old: &old.scenario.snapshot, new: snapshot, changes }
        });
        let extras = Extras { map: self.map_days.map(map), since };
        let (preview, alternatives) = (&preview, &alternatives);
        let answered = Answered { scenario, request, preview, alternatives, today: self.today };
        answer_json::line(&answered, &extras)
    }
}
