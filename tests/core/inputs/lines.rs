//! One JSON object each: requests, workloads, a model's configuration.

use std::sync::LazyLock;

use jari::exchange::answer_json::{self, AnsweredRequest, Extras};
use jari::exchange::{request_json, sizing_json, workload_json};
use jari::fit::{self, Calendars};
use jari::model::{Occupancy, Scenario};
use jari::sizing::{self, SizingTarget, config as model_config, params::params};
use serde_json::Value;

use super::link::SNAPSHOT;

/// What a request may be answered on: the file as it is, or without its published holds.
static LAYERS: LazyLock<[(Scenario, Calendars); 2]> = LazyLock::new(|| {
    [Occupancy::File, Occupancy::Size].map(|occupancy| {
        let scenario = Scenario::new(&SNAPSHOT, occupancy, []);
        let calendars = Calendars::new(&scenario.snapshot);
        (scenario, calendars)
    })
});
static CALENDARS: LazyLock<Calendars> = LazyLock::new(|| Calendars::new(&SNAPSHOT));
static SITES: LazyLock<Vec<SizingTarget>> =
    LazyLock::new(|| SizingTarget::all(&SNAPSHOT, None, None));

/// An answer is one line of JSON.
fn is_line(answer: &str) {
    assert!(!answer.contains('\n'), "an answer of two lines");
    assert!(serde_json::from_str::<Value>(answer).is_ok(), "no JSON: {answer}");
}

/// Answers a request as the command line does.
pub fn request(bytes: &[u8]) {
    let Some(text) = super::text(bytes) else { return };
    let asked = match request_json::parse(text) {
        Ok(asked) => asked,
        Err(refused) => {
            assert!(!refused.problems.is_empty());
            let unknown = fit::unknown(&SNAPSHOT, &refused.blocks, refused.call.as_deref());
            let id = refused.id.as_deref();
            return is_line(&answer_json::refusal(id, &refused.problems, &unknown));
        }
    };
    let request = &asked.request;
    let (scenario, calendars) = &LAYERS[usize::from(asked.by_size)];
    let preview = fit::preview(&scenario.snapshot, calendars, request);
    let alternatives = fit::alternatives(&scenario.snapshot, calendars, request);
    is_line(&match (preview, alternatives) {
        (Ok(preview), Ok(alternatives)) => {
            let (preview, alternatives, today) = (&preview, &alternatives, SNAPSHOT.as_of);
            let answered = AnsweredRequest { scenario, request, preview, alternatives, today };
            answer_json::line(&answered, &Extras::default())
        }
        (Err(unknown), _) | (_, Err(unknown)) => {
            answer_json::refusal(Some(&request.id), &[], &unknown)
        }
    });
}

/// Sizes a workload as the command line does.
pub fn workload(bytes: &[u8]) {
    let Some(text) = super::text(bytes) else { return };
    let asked = match workload_json::parse(text) {
        Ok(asked) => asked,
        Err(refused) => {
            assert!(!refused.problems.is_empty());
            return is_line(&answer_json::error_line(refused.id.as_deref(), &refused.to_string()));
        }
    };
    let answer = sizing::size(&asked.workload, &SITES).expect("it was checked when it was read");
    is_line(&sizing_json::line(&asked, &answer, None, Some((&SNAPSHOT, &CALENDARS))));
}

/// Reads a pasted configuration, and counts its parameters.
pub fn config(bytes: &[u8]) {
    let Some(text) = super::text(bytes) else { return };
    if let Ok(read) = model_config::parse(text) {
        let params = params(&read.network);
        let counts = [params.total(), params.active(), params.matmul()];
        assert!(counts.iter().all(|count| count.is_finite() && *count > 0.0), "{counts:?}");
        assert!(params.active() <= params.total());
    }
}
