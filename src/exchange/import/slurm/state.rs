//! State of a node: a list of words, or a text of words with separators and trailing marks.

use serde_json::Value;

use crate::exchange::import::cluster::ImportedState;

/// Parsed state of a node.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct SlurmState {
    pub(super) state: ImportedState,
    /// `true` if a reservation, possibly for maintenance, has the node now.
    pub(super) is_reserved: bool,
    /// `true` if it is down or drained for a reason of its own, which no reservation reports.
    pub(super) is_out: bool,
    /// `true` if jobs run on it, even while it is draining.
    pub(super) is_used: bool,
    /// An unknown word of the state.
    pub(super) unknown: Option<String>,
}

/// State words of nodes that are broken or absent.
const DOWN: [&str; 7] =
    ["DOWN", "ERROR", "FAIL", "FAILING", "NOT_RESPONDING", "INVALID_REG", "FUTURE"];
/// State words of nodes that are taken out of service.
const OUT: [&str; 10] = [
    "DRAIN",
    "DRAINED",
    "DRAINING",
    "REBOOT",
    "REBOOT_REQUESTED",
    "REBOOT_ISSUED",
    "BLOCKED",
    "PERFCTRS",
    "UNDRAIN_PENDING",
    "POWER_DRAIN",
];
/// State words of nodes in a reservation for maintenance.
const MAINTENANCE: [&str; 2] = ["MAINT", "MAINTENANCE"];
/// State words that take no capacity away: a sleeping node is woken for a job, a node planned for a
/// waiting job is free until then, and a completing one is free within minutes.
const NOTHING: [&str; 15] = [
    "CLOUD",
    "COMPLETING",
    "DYNAMIC_FUTURE",
    "DYNAMIC_NORM",
    "EXTERNAL",
    "INVALID",
    "PLANNED",
    "POWERED_DOWN",
    "POWERING_DOWN",
    "POWERING_UP",
    "POWER_DOWN",
    "POWER_UP",
    "REBOOT_CANCELED",
    "RESUME",
    "UNDRAIN",
];

/// Combines the state words of both values.
pub(super) fn read(values: [Option<&Value>; 2]) -> SlurmState {
    let words = values.map(words).concat();
    let has = |word: &str| words.iter().any(|it| it == word);
    let any = |list: &[&str]| words.iter().any(|it| list.contains(&it.as_str()));
    let is_used = has("ALLOCATED") || has("ALLOC") || has("MIXED") || has("MIX");
    let is_known = |word: &&String| {
        let word = word.as_str();
        matches!(word, "IDLE" | "ALLOCATED" | "ALLOC" | "MIXED" | "MIX" | "RESERVED" | "RESV")
            || DOWN.contains(&word)
            || OUT.contains(&word)
            || MAINTENANCE.contains(&word)
            || NOTHING.contains(&word)
    };
    let mut unknown = words.iter().find(|word| !is_known(word)).cloned();
    // The worst state first: a node both down and drained counts as down.
    let state = if any(&DOWN) {
        ImportedState::Down
    } else if any(&OUT) || any(&MAINTENANCE) {
        ImportedState::Drained
    // A node in an unknown state counts as down, because it may not be free.
    } else if unknown.is_some() {
        ImportedState::Down
    } else if has("ALLOCATED") || has("ALLOC") {
        ImportedState::Allocated
    } else if is_used {
        ImportedState::Mixed
    } else if has("IDLE") {
        ImportedState::Idle
    } else {
        // Only flags, and no word for the base state.
        unknown = Some(words.join("+"));
        ImportedState::Down
    };
    let is_reserved = has("RESERVED") || has("RESV") || any(&MAINTENANCE);
    let is_out = state == ImportedState::Down || any(&OUT);
    SlurmState { state, is_reserved, is_out, is_used, unknown }
}

fn words(value: Option<&Value>) -> Vec<String> {
    let texts: Vec<&str> = match value {
        Some(Value::Array(list)) => list.iter().filter_map(Value::as_str).collect(),
        Some(Value::String(text)) => vec![text],
        _ => Vec::new(),
    };
    let parts = texts.into_iter().flat_map(|text| text.split(['+', ',', ' ']));
    // `sinfo` appends marks to a word: `idle*`, `mixed~`.
    let parts = parts.map(|part| {
        let silent = part.contains('*');
        let word = part.trim_end_matches(['*', '~', '#', '!', '%', '$', '@', '^', '-']);
        let word = if silent { "NOT_RESPONDING" } else { word };
        word.to_ascii_uppercase().replace(' ', "_")
    });
    parts.filter(|word| !word.is_empty()).take(32).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn states_are_read_as_lists_and_as_text() {
        for (value, wanted) in [
            (json!(["IDLE"]), ImportedState::Idle),
            (json!(["IDLE", "PLANNED"]), ImportedState::Idle),
            (json!(["IDLE", "COMPLETING", "PLANNED"]), ImportedState::Idle),
            (json!(["IDLE", "CLOUD", "POWERED_DOWN"]), ImportedState::Idle),
            (json!("idle+drain"), ImportedState::Drained),
            (json!(["MIXED", "DRAIN"]), ImportedState::Drained),
            (json!(["DOWN", "DRAIN"]), ImportedState::Down),
            (json!(["IDLE", "NOT_RESPONDING"]), ImportedState::Down),
            (json!("idle*"), ImportedState::Down),
            (json!("mixed~"), ImportedState::Mixed),
            (json!(["ALLOCATED", "MAINTENANCE"]), ImportedState::Drained),
            (json!(["ALLOCATED"]), ImportedState::Allocated),
            (json!(["IDLE", "RESERVED"]), ImportedState::Idle),
            (json!(["DOWN", "DYNAMIC_NORM"]), ImportedState::Down),
        ] {
            let read = read([Some(&value), None]);
            assert_eq!((read.state, read.unknown), (wanted, None), "{value}");
        }
        let beside = |flags| read([Some(&json!("idle")), Some(&flags)]);
        assert_eq!(beside(json!(["DRAIN"])).state, ImportedState::Drained);
        assert_eq!(beside(json!(["NOT_RESPONDING"])).state, ImportedState::Down);
        assert!(beside(json!(["MAINTENANCE"])).is_reserved);
        assert_eq!(beside(json!([])).state, ImportedState::Idle);
    }

    #[test]
    fn what_is_not_known_is_not_free() {
        for (value, word) in [
            (json!(["IDLE", "ASLEEP"]), "ASLEEP"),
            (json!(["UNKNOWN"]), "UNKNOWN"),
            (json!([]), ""),
            (json!(7), ""),
            (json!(["CLOUD"]), "CLOUD"),
        ] {
            let read = read([Some(&value), None]);
            assert_eq!(
                (read.state, read.unknown.as_deref()),
                (ImportedState::Down, Some(word)),
                "{value}"
            );
        }
        assert_eq!(read([None, None]).state, ImportedState::Down);
    }
}
