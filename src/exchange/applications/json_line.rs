//! Applications as JSON lines.

use serde_json::Value;

use super::list::ListReader;
use super::problem::LineError;
use crate::exchange::request_json::{RawFields, RequestJsonError, RequestReader, instant};
use crate::model::{Application, Score};

/// Fields of an application in addition to those of its request.
const OWN: [&str; 3] = ["score", "title", "submitted_at"];

/// Maximum length of a title, in characters.
const MAX_TITLE: usize = 500;

/// Reads a list with one JSON object per line; blank lines are skipped.
pub(super) fn read(text: &str, list: &mut ListReader) {
    for (line, text) in (1..).zip(text.lines()) {
        if text.trim().is_empty() {
            continue;
        }
        match application(text) {
            Ok(application) => {
                if !list.take(line, application) {
                    return;
                }
            }
            Err(refused) => {
                let errors = refused.problems.into_iter().map(LineError::Json).collect();
                list.problem(line, refused.id, errors);
            }
        }
    }
}

/// Parses the application on one line.
fn application(text: &str) -> Result<Application, RequestJsonError> {
    let fields = RawFields::parse(text)?;
    let mut reading = RequestReader::new(&fields, &OWN);
    // Read before the request, which ends with all problems found so far.
    let score = reading.optional("score", score);
    let title = reading.optional("title", title);
    let submitted_at = reading.optional("submitted_at", instant);
    let request = reading.request()?.request;
    Ok(Application {
        request,
        title: title.flatten().unwrap_or_default(),
        score: score.flatten(),
        submitted_at: submitted_at.flatten(),
    })
}

fn score(value: &Value) -> Result<Score, String> {
    let score = value.as_f64().and_then(Score::new);
    score.ok_or_else(|| "must be a number, such as 87.5".to_owned())
}

fn title(value: &Value) -> Result<String, String> {
    let title = value.as_str().filter(|title| title.chars().count() <= MAX_TITLE);
    title
        .map(str::to_owned)
        .ok_or_else(|| format!("must be a text of up to {MAX_TITLE} characters"))
}
