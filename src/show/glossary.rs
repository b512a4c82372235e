//! The words that the page explains.

use crate::model::Snapshot;
use crate::words::catalogue::Entry;
use crate::words::catalogue::glossary::{CALL, PROVIDER, PUBLISHED_HOLD, WORDS};

/// Returns each word that applies to this file, with its explanation.
#[must_use]
pub fn glossary(snapshot: &Snapshot) -> Vec<(Entry, Entry)> {
    let mut words = WORDS.to_vec();
    words.retain(|(word, _)| match *word {
        CALL => !snapshot.calls.is_empty(),
        PROVIDER => !snapshot.providers.is_empty(),
        PUBLISHED_HOLD => snapshot.has_published_holds(),
        _ => true,
    });
    words
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::read;

    #[test]
    fn a_word_is_explained_where_there_is_such_a_thing() {
        let published = read(include_bytes!("../../public/capacity.json")).unwrap().snapshot;
        assert_eq!(glossary(&published), WORDS);
        let bare = br#"{"schema":1,"as_of":"2027-01-04","accelerators":[{"id":"h200"}],
            "blocks":[{"id":"a","accelerator":"h200","nodes":4}]}"#;
        let words = glossary(&read(bare).unwrap().snapshot);
        assert_eq!(words.len(), WORDS.len() - 3);
        assert!(!words.iter().any(|(word, _)| [CALL, PROVIDER, PUBLISHED_HOLD].contains(word)));
    }
}
