//! What a browser's store holds of the answers to saved requests.

use jari::exchange::known_answers::{KnownAnswers, known_head};
use jari::session::asked_again::{badge, badge_of};

/// Reads the text as a store, whatever it is.
pub fn check(bytes: &[u8]) {
    let Some(text) = super::text(bytes) else { return };
    let known = KnownAnswers::read(text);
    let written = known.write();
    assert_eq!(KnownAnswers::read(&written), known, "written is not read");
    let head = known_head(&written).expect("its own first lines");
    assert_eq!((head.file, head.changes), (known.file.as_str(), known.changes.len()));
    assert_eq!(badge(&known), badge_of(head.changes));
}
