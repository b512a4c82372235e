//! The file that an applicant keeps: the request, the answer shown, and the data behind it.
//!
//! The request is in the format that `jari preview` reads, so it can be checked again later and
//! elsewhere.

use serde::de::IgnoredAny;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use super::answer_json::OfferJson;
use super::request_json;
use crate::fit::Offer;
use crate::model::{Occupancy, Request, Scenario, TruthLayer};

/// Input of an application file.
pub struct ApplicationParts<'a> {
    /// The scenario behind the answer.
    pub scenario: &'a Scenario,
    /// Fingerprint of the capacity file, which identifies it.
    pub fingerprint: &'a str,
    /// The request.
    pub request: &'a Request,
    /// The best offer with the index of its block, if there is one.
    pub offer: Option<(usize, &'a Offer)>,
    /// The answer in words, as shown to the applicant.
    pub text: &'a str,
    /// Link that opens the preview again.
    pub link: &'a str,
}

impl ApplicationParts<'_> {
    /// Returns the file as pretty-printed JSON.
    #[must_use]
    pub fn to_json(&self) -> String {
        let Self { scenario, fingerprint, request, offer, text, link } = *self;
        let snapshot = &scenario.snapshot;
        let block = |index: usize| snapshot.blocks.get(index).map(|block| block.id.as_str());
        let mut asked = request_json::RequestJson::from(request);
        // The reader of requests refuses an empty id.
        if asked.id.is_empty() {
            "jari".clone_into(&mut asked.id);
        }
        // Kept in the request, so that a later check uses the same layer of evidence.
        asked.layer = (scenario.occupancy == Occupancy::Size).then(|| TruthLayer::Size.id());
        let written = ApplicationJson {
            schema: 1,
            request: asked,
            block: offer.and_then(|(index, _)| block(index)),
            offer: offer.map(|(_, offer)| OfferJson::new(offer)),
            rests_on: RestsOn {
                layer: scenario.layer().id(),
                as_of: snapshot.as_of.to_rfc3339(),
                file: fingerprint,
            },
            text,
            link,
        };
        // Serializing plain data cannot fail.
        serde_json::to_string_pretty(&written).unwrap_or_default()
    }
}

/// Returns the verbatim request of an application file; `None` for any other text.
///
/// A plain request is another text too: it has no `rests_on`.
#[must_use]
pub fn request_in(text: &str) -> Option<&str> {
    #[derive(Deserialize)]
    struct KeptJson<'a> {
        #[serde(borrow)]
        request: &'a RawValue,
        #[serde(rename = "rests_on")]
        _rests_on: IgnoredAny,
    }
    // A JSON list would be taken for the fields in their order.
    let is_object = text.trim_ascii_start().starts_with('{') && text.contains("\"rests_on\"");
    let kept: KeptJson<'_> = serde_json::from_str(text).ok().filter(|_| is_object)?;
    Some(kept.request.get())
}

#[derive(Serialize)]
struct ApplicationJson<'a> {
    schema: u32,
    request: request_json::RequestJson,
    block: Option<&'a str>,
    offer: Option<OfferJson>,
    rests_on: RestsOn<'a>,
    text: &'a str,
    link: &'a str,
}

#[derive(Serialize)]
struct RestsOn<'a> {
    layer: &'static str,
    as_of: String,
    file: &'a str,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{fit, model};

    #[test]
    fn the_request_in_it_is_read_as_it_was_asked() {
        let file = std::fs::read("public/capacity.json").unwrap();
        let scenario =
            Scenario::new(&model::read(&file).unwrap().snapshot, Occupancy::BusyYear, []);
        let calendars = fit::Calendars::new(&scenario.snapshot);
        for line in [
            r#"{"id":"a","accelerators":["h200"],"nodes":{"min":4,"max":8},"term":{"months":3},
                "not_before":"2027-01-04","not_after":"2028-01-01","placement":{"leaves":2},
                "class":"academia","call":"25-1"}"#,
            r#"{"id":"b","accelerators":["b200"],"nodes":900,"term":{"hours":5},
                "not_before":"2027-01-04T05:00:00Z","placement":"one_leaf"}"#,
        ] {
            let request = request_json::parse(line).unwrap().request;
            let preview = fit::preview(&scenario.snapshot, &calendars, &request).unwrap();
            let best = preview.best();
            let offer = best.and_then(|best| Some((best.block_index, best.offer.as_ref()?)));
            let application = ApplicationParts {
                scenario: &scenario,
                fingerprint: "c0ffee",
                request: &request,
                offer,
                text: "It fits.",
                link: "https://example.org/?view=fit",
            };
            let file = application.to_json();
            let json: serde_json::Value = serde_json::from_str(&file).unwrap();
            let again = request_json::parse(request_in(&file).unwrap()).unwrap();
            assert_eq!(request_in(request_in(&file).unwrap()), None, "that is a request itself");
            assert_eq!((again.request, again.by_size), (request, false));
            assert_eq!(json["offer"].is_null(), offer.is_none());
            assert_eq!(
                (&json["rests_on"]["layer"], &json["text"]),
                (&"scenario".into(), &"It fits.".into())
            );
        }
    }

    #[test]
    fn what_was_asked_by_size_alone_is_asked_so_again() {
        let file = std::fs::read("public/capacity.json").unwrap();
        let scenario = Scenario::new(&model::read(&file).unwrap().snapshot, Occupancy::Size, []);
        let line = r#"{"id":"a","accelerators":["h200"],"nodes":4,"term":{"months":3},
            "not_before":"2027-01-04"}"#;
        let request = request_json::parse(line).unwrap().request;
        let application = ApplicationParts {
            scenario: &scenario,
            fingerprint: "c0ffee",
            request: &request,
            offer: None,
            text: "",
            link: "https://example.org/?view=fit",
        };
        let json: serde_json::Value = serde_json::from_str(&application.to_json()).unwrap();
        assert_eq!(json["rests_on"]["layer"], "size");
        assert!(request_json::parse(&json["request"].to_string()).unwrap().by_size);
    }
}
