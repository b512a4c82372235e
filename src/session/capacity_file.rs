//! Capacity file as loaded.

use std::sync::Arc;

use crate::fit::Calendars;
use crate::model::{FileReading, Problem, Snapshot};

/// Capacity file as read, with the calendars of its blocks.
///
/// ```
/// use jari::{model::{fingerprint, read}, session::CapacityFile};
/// let bytes = br#"{"schema":1,"as_of":"2027-01-04","accelerators":[{"id":"h200"}],
///   "blocks":[{"id":"a","accelerator":"h200","nodes":4}],
///   "holds":[{"block":"a","nodes":"1-2"},{"block":"moon","nodes":"1"}]}"#;
/// let file = CapacityFile::new(read(bytes).unwrap(), fingerprint(bytes));
/// assert_eq!(file.problems[0].path, "$.holds[1].block"); // left out, the rest counts
/// assert_eq!(file.calendars.get(0).unwrap().free_at(file.snapshot.as_of), 2);
/// ```
pub struct CapacityFile {
    /// Content of the file.
    pub snapshot: Snapshot,
    /// Problems found in it.
    pub problems: Vec<Problem>,
    /// Calendars of its blocks.
    pub calendars: Arc<Calendars>,
    /// Fingerprint that identifies the file.
    pub fingerprint: String,
}

impl CapacityFile {
    /// Builds the calendars of a file that was read; `fingerprint` is that of its bytes.
    #[must_use]
    pub fn new(reading: FileReading, fingerprint: String) -> Self {
        let FileReading { snapshot, problems } = reading;
        let calendars = Arc::new(Calendars::new(&snapshot));
        Self { snapshot, problems, calendars, fingerprint }
    }

    /// Returns `true` if forms and lists built from `other` also fit this file.
    ///
    /// That is the case if accelerators, blocks and calls have the same ids and names, accelerators
    /// the same announcements, and both files the same availability, with published holds in both
    /// or in neither.
    #[must_use]
    pub fn offers_the_same_choices_as(&self, other: &Self) -> bool {
        let (ours, theirs) = (&self.snapshot, &other.snapshot);
        // The lengths first, because `zip` ignores the rest of the longer list.
        ours.accelerators.len() == theirs.accelerators.len()
            && ours.blocks.len() == theirs.blocks.len()
            && ours.calls.len() == theirs.calls.len()
            && ours
                .accelerators
                .iter()
                .zip(&theirs.accelerators)
                .all(|(a, b)| a.id == b.id && a.name == b.name && a.announced == b.announced)
            && ours.blocks.iter().zip(&theirs.blocks).all(|(a, b)| a.id == b.id && a.name == b.name)
            && ours
                .calls
                .iter()
                .zip(theirs.calls.iter())
                .all(|(a, b)| a.id == b.id && a.name == b.name)
            && ours.has_published_holds() == theirs.has_published_holds()
            && ours.availability == theirs.availability
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::read;

    fn file(text: &str) -> CapacityFile {
        CapacityFile::new(read(text.as_bytes()).unwrap(), String::new())
    }

    const FILE: &str = r#"{"schema":1,"as_of":"2027-01-04","availability":"published",
        "accelerators":[{"id":"h200","name":"H200"}],
        "blocks":[{"id":"a","name":"A","accelerator":"h200","nodes":4}],"holds":[],
        "calls":[{"id":"c","name":"C"}]}"#;

    #[test]
    fn only_what_forms_are_made_of_makes_other_choices() {
        let before = file(FILE);
        let hold = r#""holds":[{"block":"a","nodes":"1","published":true}]"#;
        let cases = [
            (r#""as_of":"2027-01-04""#, r#""as_of":"2027-01-05""#, true),
            (r#""nodes":4"#, r#""nodes":8"#, true),
            (r#""name":"H200""#, r#""name":"H200 SXM""#, false),
            (r#""name":"H200""#, r#""name":"H200","status":"announced""#, false),
            (r#""id":"a","name":"A""#, r#""id":"a","name":"B""#, false),
            (r#""id":"c","name":"C""#, r#""id":"d","name":"C""#, false),
            // The choice of what counts as taken depends on it.
            (r#""holds":[]"#, hold, false),
            (r#""availability":"published""#, r#""availability":"complete""#, false),
        ];
        for (old, new, same) in cases {
            assert!(FILE.contains(old), "{old}");
            let after = file(&FILE.replace(old, new));
            assert_eq!(after.offers_the_same_choices_as(&before), same, "{new}");
        }
    }
}
