//! A capacity file as an operator with many projects writes it, another one each time.
use jari::model::{Hour, Instant};
use serde_json::{Value, json};
use std::time::{SystemTime, UNIX_EPOCH};

/// Its blocks, calls and sources are those of the published one.
const PUBLISHED: &str = include_str!("../../../public/capacity.json");
/// Nodes of a project.
const NODES: u64 = 8;

/// The file of a round: of this second, with every hold; each time some end on another day, and others
/// are not there.
pub fn capacity_file(round: u32) -> String {
    let now = now();
    let mut file: Value = serde_json::from_str(PUBLISHED).expect("JSON");
    let blocks = file["blocks"].as_array().expect("a list");
    let holds: Vec<Value> =
        blocks.iter().flat_map(|block| holds(block, now.floor(), round)).collect();
    file["as_of"] = json!(now.to_rfc3339());
    file["availability"] = json!("complete");
    file["holds"] = json!(holds);
    file.to_string()
}

/// The projects on a block.
fn holds(block: &Value, now: Hour, round: u32) -> Vec<Value> {
    let (id, nodes) = (&block["id"], block["nodes"].as_u64().expect("a number"));
    let mut holds = Vec::new();
    for (number, first) in (1..=nodes).step_by(NODES as usize).enumerate() {
        let number = u32::try_from(number).expect("a small number");
        if (number + round).is_multiple_of(5) {
            continue;
        }
        let last = (first + NODES - 1).min(nodes);
        let days = i32::try_from((number * 13 + round * 3) % 150).expect("a small number");
        holds.push(json!({
            "block": id, "nodes": format!("{first}-{last}"), "label": format!("Project {number}"),
            "from": date(now.plus_days(-30)), "until": date(now.plus_days(days + 10)),
        }));
    }
    holds
}

/// So many days from today: `2027-01-31`.
pub fn day(days: i32) -> String {
    date(now().floor().plus_days(days))
}

#[expect(clippy::disallowed_methods, reason = "all of it takes place now")]
fn now() -> Instant {
    let past = SystemTime::now().duration_since(UNIX_EPOCH).expect("a clock");
    let seconds = i64::try_from(past.as_secs()).expect("a second");
    Instant::of_unix(seconds).expect("a year within reach")
}

fn date(hour: Hour) -> String {
    let civil = hour.civil();
    format!("{:04}-{:02}-{:02}", civil.year, civil.month, civil.day)
}
