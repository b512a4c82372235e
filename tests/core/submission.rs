//! What the page posts and what a server answers: the files that say so, held to the code.

use jari::exchange::application_json::ApplicationParts;
use jari::exchange::request_json;
use jari::exchange::submission::{Key, MAX_RECEIPT_CHARS, SubmissionOutcome};
use jari::fit::{self, Calendars};
use jari::model::{Occupancy, Scenario, read};
use jsonschema::{Validator, validator_for};
use serde_json::{Value, json};

const APPLICATION: &str = include_str!("../../public/schema/application-1.json");
const SUBMISSION: &str = include_str!("../../public/schema/submission-1.openapi.json");
const FILE: &[u8] = include_bytes!("../../public/capacity.json");

fn schema() -> Validator {
    validator_for(&serde_json::from_str(APPLICATION).unwrap()).unwrap()
}

fn submission() -> Value {
    serde_json::from_str(SUBMISSION).unwrap()
}

fn errors(schema: &Validator, value: &Value) -> Vec<String> {
    schema.iter_errors(value).map(|error| format!("{}: {error}", error.instance_path())).collect()
}

/// Applications as the page writes them, on the published file and with what is assumed on top.
fn applications() -> Vec<Value> {
    let snapshot = read(FILE).unwrap().snapshot;
    let counted = read(
        br#"{ "schema": 1, "as_of": "2026-11-24T09:00:00+09:00", "accelerators": [{ "id": "h200" }],
            "blocks": [{ "id": "a", "accelerator": "h200", "nodes": 64, "leaf_nodes": 32 }],
            "holds": [{ "block": "a", "nodes": 9, "from": "2026-11-01" },
                      { "block": "a", "nodes": "1-8", "from": "2026-11-01" }] }"#,
    );
    let counted = counted.unwrap().snapshot;
    let lines = [
        r#"{"id":"a","accelerators":["h200"],"nodes":{"min":4,"max":8},"term":{"months":3},
            "not_before":"2027-01-04","not_after":"2028-01-01","placement":{"leaves":2},
            "class":"academia","call":"25-1"}"#,
        r#"{"id":"b","accelerators":["b200","h200"],"nodes":64,"term":{"days":5},
            "not_before":"2027-01-04T05:00:00Z","placement":{"segments_of":8},"class":"research"}"#,
        r#"{"id":"c","accelerators":["h200"],"nodes":900,"term":{"hours":5},
            "not_before":"2027-01-04","placement":"one_leaf","class":"youth_company"}"#,
        r#"{"id":"d","accelerators":["h200"],"nodes":7,"term":{"hours":5},"not_before":"2027-01-04"}"#,
    ];
    let mut written = Vec::new();
    for (snapshot, occupancy) in [
        (&snapshot, Occupancy::File),
        (&snapshot, Occupancy::Size),
        (&snapshot, Occupancy::BusyYear),
        (&counted, Occupancy::File),
    ] {
        let scenario = Scenario::new(snapshot, occupancy, []);
        let calendars = Calendars::new(&scenario.snapshot);
        for line in lines {
            let mut request = request_json::parse(line).unwrap().request;
            request.call = request.call.filter(|call| scenario.snapshot.call(call).is_some());
            let preview = fit::preview(&scenario.snapshot, &calendars, &request).unwrap();
            let best = preview.best();
            let application = ApplicationParts {
                scenario: &scenario,
                fingerprint: &jari::model::fingerprint(FILE),
                request: &request,
                offer: best.and_then(|best| Some((best.block_index, best.offer.as_ref()?))),
                text: "It fits.",
                link: "https://example.org/?view=fit",
            };
            written.push(serde_json::from_str(&application.to_json()).unwrap());
        }
    }
    written
}

#[test]
fn every_application_follows_the_schema() {
    let (schema, applications) = (schema(), applications());
    for application in &applications {
        assert_eq!(errors(&schema, application), Vec::<String>::new(), "{application:#}");
    }
    // They are of every kind that there is.
    let kinds = |pointer: &str, kind: &Value| {
        applications.iter().any(|application| application.pointer(pointer) == Some(kind))
    };
    for certainty in ["exact", "at_least"] {
        assert!(kinds("/offer/certainty", &json!(certainty)), "{certainty}");
    }
    for layer in ["size", "published", "snapshot", "scenario"] {
        assert!(kinds("/rests_on/layer", &json!(layer)), "{layer}");
    }
    assert!(kinds("/offer", &Value::Null) && kinds("/offer/node_ranges", &Value::Null));

    // The schema does look: each of these is wrong in one place.
    let wrong = [
        ("/schema", json!(2)),
        ("/request/nodes", json!(4)),
        ("/request/term/days", json!(4)),
        ("/request/placement", json!("anywhere")),
        ("/request/class", json!("army")),
        ("/request/name", json!("Kim")),
        ("/request/not_before", json!("2027-01-04")),
        ("/offer/certainty", json!("sure")),
        ("/offer/node_ranges", json!("1-")),
        ("/offer/effect/after", json!(null)),
        ("/rests_on/file", json!("C0FFEE00")),
        ("/link", json!("")),
        ("/applicant", json!("Kim")),
    ];
    for (pointer, value) in wrong {
        let mut changed = applications[0].clone();
        let (parent, key) = pointer.rsplit_once('/').unwrap();
        changed.pointer_mut(parent).unwrap()[key] = value;
        assert!(!schema.is_valid(&changed), "{pointer}");
    }
}

/// The value with each `$ref` replaced by what it leads to, in this file or in the other one.
fn resolved(value: &Value, root: &Value) -> Value {
    match value {
        Value::Object(object) => match object.get("$ref").and_then(Value::as_str) {
            Some("application-1.json") => {
                // Its own references are resolved in itself.
                let application: Value = serde_json::from_str(APPLICATION).unwrap();
                resolved(&application, &application)
            }
            Some(reference) => {
                let pointer = reference.strip_prefix('#').unwrap_or_else(|| panic!("{reference}"));
                let found = root.pointer(pointer);
                resolved(found.unwrap_or_else(|| panic!("nothing at {reference}")), root)
            }
            None => {
                let member = |(key, value): (&String, &Value)| (key.clone(), resolved(value, root));
                Value::Object(object.iter().map(member).collect())
            }
        },
        Value::Array(list) => list.iter().map(|entry| resolved(entry, root)).collect(),
        other => other.clone(),
    }
}

/// Calls `look` on every object that has a `schema` and an `example` of it; how many there are.
fn examples(value: &Value, look: &mut dyn FnMut(&Value, &Value)) -> usize {
    let mut count = 0;
    if let (Some(schema), Some(example)) = (value.get("schema"), value.get("example")) {
        look(schema, example);
        count += 1;
    }
    let inner: Vec<&Value> = match value {
        Value::Object(object) => object.values().collect(),
        Value::Array(list) => list.iter().collect(),
        _ => Vec::new(),
    };
    count + inner.into_iter().map(|value| examples(value, look)).sum::<usize>()
}

#[test]
fn what_the_contract_refers_to_is_there_and_its_examples_follow_it() {
    let document = submission();
    assert_eq!(document["openapi"], "3.1.0");
    let document = resolved(&document, &document);
    let count = examples(&document, &mut |schema, example| {
        let validator = validator_for(schema).unwrap();
        assert_eq!(errors(&validator, example), Vec::<String>::new(), "{example:#}");
        assert!(!validator.is_valid(&json!([])), "it does look: {schema}");
    });
    assert!(count >= 13, "{count} examples");
    assert!(SUBMISSION.ends_with("}\n") && APPLICATION.ends_with("}\n"));
}

/// The answers of the contract are understood as it says.
#[test]
fn the_page_takes_each_answer_as_the_contract_says() {
    let document = submission();
    let document = resolved(&document, &document);
    let answers = document["paths"]["/applications"]["post"]["responses"].as_object().unwrap();
    for (status, answer) in answers {
        let status: u16 = status.replace('X', "0").parse().unwrap();
        let Some(content) = answer["content"].as_object() else {
            assert_eq!(
                SubmissionOutcome::from_response(status, "", b""),
                SubmissionOutcome::Later(status)
            );
            continue;
        };
        for (kind, content) in content {
            let example = &content["example"];
            let body = example.as_str().map_or_else(|| example.to_string(), str::to_owned);
            match SubmissionOutcome::from_response(status, kind, body.as_bytes()) {
                SubmissionOutcome::Accepted(receipt) => {
                    assert_eq!(receipt.is_pending, status == 202);
                    assert_eq!(example["receipt"], json!(receipt.number));
                    assert_eq!(example.get("url"), receipt.url.map(|url| json!(url)).as_ref());
                }
                SubmissionOutcome::Refused(refusal) => {
                    let mut words = vec![&example["title"], &example["detail"]];
                    words.retain(|words| words.is_string());
                    if words.is_empty() {
                        words.push(example);
                    }
                    assert_eq!(json!(refusal.words), json!(words), "{status} {kind}");
                }
                other => panic!("{status} {kind}: {other:?}"),
            }
        }
    }
    let schemas = &document["components"]["schemas"];
    assert_eq!(schemas["receipt"]["properties"]["receipt"]["maxLength"], json!(MAX_RECEIPT_CHARS));
    let key = validator_for(&schemas["key"]).unwrap();
    for random in [[0; 16], [0xFF; 16], [0x5A; 16]] {
        assert!(key.is_valid(&json!(Key::new(random).as_str())));
    }
    assert!(!key.is_valid(&json!("00000000-0000-1000-8000-000000000000")));
}
