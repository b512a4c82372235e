//! A plan as a capacity file: the original file with the grants as further holds.

use serde::Serialize;
use serde_json::value::RawValue;

use super::decided::DecidedRound;
use crate::exchange::ordered_fields::OrderedFields;
use crate::fit::plan::Grant;
use crate::model::HoldNodes;

/// Returns the text of a capacity file with the grants of the plan appended to its holds; all other
/// fields are kept verbatim. Returns `None` if the text is not a JSON object.
#[must_use]
pub fn with_holds(file: &str, decided: &DecidedRound<'_>) -> Option<String> {
    // The JSON parser refuses a byte-order mark.
    let file = file.strip_prefix('\u{feff}').unwrap_or(file);
    let OrderedFields(fields) = serde_json::from_str::<OrderedFields<&RawValue>>(file).ok()?;
    let given: Vec<String> = holds(decided).iter().filter_map(|it| written(it)).collect();
    let mut out: Vec<String> = Vec::new();
    let mut has_holds = false;
    for (name, value) in fields {
        // Of a repeated field only the first is extended: grants are added once.
        let value = if name == "holds" && !has_holds {
            has_holds = true;
            extended(value.get(), &given)
        } else {
            value.get().to_owned()
        };
        out.push(format!("  {}: {value}", serde_json::to_string(&name).ok()?));
    }
    if !has_holds {
        out.push(format!("  \"holds\": {}", extended("[]", &given)));
    }
    Some(format!("{{\n{}\n}}\n", out.join(",\n")))
}

/// Appends entries to a JSON list.
fn extended(list: &str, entries: &[String]) -> String {
    let own = list.trim().strip_prefix('[').and_then(|list| list.strip_suffix(']'));
    let own = own.unwrap_or_default().trim();
    let entries = entries.join(",\n    ");
    match (own.is_empty(), entries.is_empty()) {
        (_, true) => format!("[{own}]"),
        (true, false) => format!("[\n    {entries}\n  ]"),
        (false, false) => format!("[\n    {own},\n    {entries}\n  ]"),
    }
}

/// A hold in the notation of a capacity file.
#[derive(Serialize)]
struct GrantedHoldJson<'a> {
    block: &'a str,
    nodes: GrantedNodesJson,
    from: String,
    until: String,
    label: LabelWritten<'a>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum GrantedNodesJson {
    Named(String),
    Counted(u32),
}

#[derive(Serialize)]
struct LabelWritten<'a> {
    ko: &'a str,
    en: &'a str,
}

fn written(hold: &GrantedHoldJson<'_>) -> Option<String> {
    serde_json::to_string(hold).ok()
}

fn holds<'a>(decided: &DecidedRound<'a>) -> Vec<GrantedHoldJson<'a>> {
    let mut holds = Vec::new();
    for decision in &decided.plan.decisions {
        if let (Ok(grant), Some(application)) = (&decision.result, decided.application(decision)) {
            holds.extend(hold(decided, grant, &application.request.id));
        }
    }
    holds
}

fn hold<'a>(decided: &DecidedRound<'a>, grant: &Grant, id: &'a str) -> Option<GrantedHoldJson<'a>> {
    let nodes = match grant.hold(id).nodes {
        HoldNodes::Named(ranges) => GrantedNodesJson::Named(ranges.to_string()),
        HoldNodes::Counted(count) => GrantedNodesJson::Counted(count),
    };
    Some(GrantedHoldJson {
        block: &decided.block(grant.block_index)?.id,
        nodes,
        from: grant.offer.start.to_rfc3339(),
        until: grant.offer.end.to_rfc3339(),
        label: LabelWritten { ko: id, en: id },
    })
}
