//! What a browser's store holds: drafts, and the steps of a tab.

use jari::exchange::drafts::{self, Drafts, MAX_DRAFTS, MAX_NAME_CHARS};
use jari::exchange::link::MAX_QUERY_BYTES;
use jari::model::is_hidden;
use jari::session::drafts::Tab;

/// Opens a tab on a store (up to the first NUL) and on what survived its reload (after it).
pub fn check(bytes: &[u8]) {
    let Some(text) = super::text(bytes) else { return };
    let (store, session) = text.split_once('\0').unwrap_or((text, ""));
    let mut drafts = drafts::read(store).drafts;
    promises(&drafts);
    let query = drafts.list().last().map_or("", |draft| draft.query.as_str()).to_owned();
    for query in ["", "nodes=8", &query] {
        let mut tab = Tab::open(query, Some(session), &drafts);
        let mut steps = 0;
        while tab.undo(&drafts) {
            steps += 1;
            assert!(steps <= 100, "more steps than are kept");
        }
        tab.change("acc=h200&nodes=9", Some("nodes"));
        tab.save(&mut drafts, "name");
        tab.save_as(&mut drafts, query);
        tab.redo(&drafts);
        let session = tab.to_session();
        let again = Tab::open(tab.query(), session.as_deref(), &drafts);
        assert_eq!(again.query(), tab.query(), "a reload changes the request");
        promises(&drafts);
    }
}

/// What is held can be written, and reads as it was.
fn promises(drafts: &Drafts) {
    assert!(drafts.list().len() <= MAX_DRAFTS);
    for draft in drafts.list() {
        assert!(draft.name.chars().count() <= MAX_NAME_CHARS && !draft.name.is_empty());
        assert!(!draft.name.chars().any(is_hidden), "{:?}", draft.name);
        assert!(draft.query.len() <= MAX_QUERY_BYTES);
        assert!(drafts.get(draft.id) == Some(draft), "two drafts of one id");
    }
    let again = drafts::read(&drafts.write());
    assert!(again.is_whole && again.drafts == *drafts, "written is not read");
}
