//! The state of a node: a list of words, or a text of them with signs between and behind.

use serde_json::Value;

use crate::exchange::import::cluster::ImportedState;

/// What a node's state says.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct SlurmState {
    pub(super) state: ImportedState,
    /// Whether a reservation has it now, be it one for maintenance.
    pub(super) is_reserved: bool,
    /// Whether it is broken or taken out for a reason of its own, which no reservation tells.
    pub(super) is_out: bool,
    /// Whether jobs are on it, also where it is being taken out.
    pub(super) is_used: bool,
    /// A word that is not known.
    pub(super) unknown: Option<String>,
}

/// Words by which a node is broken, or not there.
const DOWN: [&str; 7] =
    ["DOWN", "ERROR", "FAIL", "FAILING", "NOT_RESPONDING", "INVALID_REG", "FUTURE"];
/// Words by which a node is taken out.
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
/// Words by which a reservation for maintenance has it.
const MAINTENANCE: [&str; 2] = ["MAINT", "MAINTENANCE"];
/// Words that take nothing away: a node that sleeps is woken for a job, one that is planned for
/// a job which waits is free until then, and one that completes is free within minutes.
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

/// The state that these values tell together.
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
    let state = if any(&DOWN) {
        ImportedState::Down
    } else if any(&OUT) || any(&MAINTENANCE) {
        ImportedState::Drained
    } else if unknown.is_some() {
        ImportedState::Down
    } else if has("ALLOCATED") || has("ALLOC") {
        ImportedState::Allocated
    } else if is_used {
        ImportedState::Mixed
    } else if has("IDLE") {
        ImportedState::Idle
    } else {
        // No word that says what it is doing.
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
    // Behind a word of `sinfo` stand signs: `idle*`, `mixed~`.
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
