//! Texts about drafts.

use super::store::{Broken, Message, SaveError, Store};
use super::tab::{Clash, DraftPlace, Tab};
use crate::exchange::drafts::{Drafts, MAX_DRAFTS};
use crate::exchange::link::Route;
use crate::model::{Occupancy, shown_text};
use crate::show::form::{CountUnit, Field, FormDraft};
use crate::words::Lang;
use crate::words::catalogue::{Entry, drafts as words, page};

/// Message beside the drafts, with the actions of the reader.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct MessageView {
    /// Style: `warn`, or empty.
    pub kind: &'static str,
    /// Sentence; empty if the actions say it all.
    pub text: String,
    /// Actions in display order, each with the text of its button.
    pub acts: Vec<(Act, Entry)>,
}

/// Action of the reader on a message.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Act {
    /// Save the request as a new draft.
    SaveAs,
    /// Keep the request as a new draft, because another tab changed its own.
    KeepMine,
    /// Take over the request that the other tab wrote.
    TakeTheirs,
    /// Start with an empty request.
    BeginAnew,
    /// Restore the deleted draft.
    PutBack,
    /// Download the store that cannot be read.
    DownloadBroken,
    /// Discard that store.
    DiscardBroken,
}

/// Returns the saving status of the request; empty while there is nothing to save.
#[must_use]
pub fn status(tab: &Tab, store: &Store, lang: Lang) -> &'static str {
    let entry = match tab.place() {
        DraftPlace::Fresh if tab.query().is_empty() => return "",
        _ if tab.is_saved() => words::SAVED,
        _ if store.has_problem() || tab.clash().is_some() => words::NOT_SAVED,
        DraftPlace::Link => words::NOT_SAVED,
        DraftPlace::Fresh | DraftPlace::Draft(_) => words::SAVING,
    };
    entry.get(lang)
}

/// Returns the name of the request on the page.
#[must_use]
pub fn name(tab: &Tab, drafts: &Drafts, lang: Lang) -> String {
    let name = match tab.place() {
        DraftPlace::Fresh => words::FRESH.get(lang),
        DraftPlace::Link => words::FROM_LINK.get(lang),
        DraftPlace::Draft(id) => {
            drafts.get(id).map_or(words::GONE.get(lang), |draft| draft.name.as_str())
        }
    };
    name.to_owned()
}

/// Returns the message beside the drafts.
#[must_use]
pub fn message(tab: &Tab, store: &Store, lang: Lang) -> MessageView {
    let get = |entry: Entry| entry.get(lang).to_owned();
    let named = |entry: Entry, name: &str| entry.fill(lang, &[("name", name)]);
    let (kind, text, acts) = match store.message(tab) {
        Message::None => return MessageView::default(),
        Message::OfLink => ("", String::new(), vec![(Act::SaveAs, words::SAVE_AS)]),
        Message::Restored => {
            let text = named(words::RESTORED, &name(tab, &store.drafts, lang));
            ("", text, vec![(Act::BeginAnew, words::BEGIN_ANEW)])
        }
        Message::Deleted(deleted) => {
            let text = named(words::DELETED, &deleted.draft.name);
            ("", text, vec![(Act::PutBack, words::PUT_BACK)])
        }
        Message::SaveError(SaveError::Forbidden) => ("", get(words::FORBIDDEN), Vec::new()),
        Message::SaveError(SaveError::Full) => {
            let text = words::FULL.fill(lang, &[("count", &MAX_DRAFTS.to_string())]);
            ("warn", text, Vec::new())
        }
        Message::SaveError(SaveError::TooLong) => ("warn", get(words::TOO_LONG), Vec::new()),
        Message::SaveError(SaveError::Quota) => ("warn", get(words::QUOTA), Vec::new()),
        Message::Broken(broken) => {
            let is_stuck = broken == Broken::Stuck;
            let text = get(if is_stuck { words::BROKEN_STUCK } else { words::BROKEN });
            let acts = vec![
                (Act::DownloadBroken, words::BROKEN_DOWNLOAD),
                (Act::DiscardBroken, words::BROKEN_DISCARD),
            ];
            ("warn", text, acts)
        }
        Message::Clash(clash) => {
            let (text, theirs) = match clash {
                Clash::Changed => (words::CLASH_CHANGED, words::TAKE_THEIRS),
                Clash::Deleted => (words::CLASH_DELETED, words::LET_GO),
            };
            let acts = vec![(Act::KeepMine, words::KEEP_MINE), (Act::TakeTheirs, theirs)];
            ("warn", get(text), acts)
        }
    };
    MessageView { kind, text, acts }
}

/// Returns a name for a new draft that no other draft has.
#[must_use]
pub fn new_name(drafts: &Drafts, lang: Lang) -> String {
    drafts.free_name(|number| words::NAME_NEW.fill(lang, &[("number", &number.to_string())]))
}

/// Returns the name of a copy of a draft.
#[must_use]
pub fn copy_name(name: &str, lang: Lang) -> String {
    words::COPY_OF.fill(lang, &[("name", name)])
}

/// Returns the name of an action with its keyboard shortcut.
#[must_use]
pub fn shortcut(act: Entry, keys: &str, lang: Lang) -> String {
    [act.get(lang), " (", keys, ")"].concat()
}

/// Returns a short summary of a draft's request as typed, without the fields that are left open.
#[must_use]
pub fn summary(query: &str, lang: Lang) -> String {
    let route = Route::parse(query);
    let draft = route.form.apply(FormDraft::default());
    let is_given = |field: &Field| route.form.get(*field).is_some();
    let given = [Field::Nodes, Field::Term, Field::From].into_iter().filter(is_given);
    let mut parts: Vec<String> = given.map(|field| part(&draft, field, lang)).collect();
    let assumes = route.occupancy == Occupancy::BusyYear || !route.holds.is_empty();
    parts.extend(assumes.then(|| page::SCENARIO.get(lang).to_owned()));
    if parts.is_empty() {
        return words::SUMMARY_EMPTY.get(lang).to_owned();
    }
    // The texts may come from a link, so control characters that would reverse the rest are made
    // visible.
    shown_text(&parts.join(" · "))
}

/// Returns a field with its unit.
fn part(draft: &FormDraft, field: Field, lang: Lang) -> String {
    match field {
        Field::Nodes => {
            let count = match draft.count {
                CountUnit::Gpus => words::SUMMARY_GPUS,
                CountUnit::Nodes => words::SUMMARY_NODES,
            };
            count.fill(lang, &[("nodes", &draft.nodes)])
        }
        Field::Term => draft.unit.beside(&draft.term, lang),
        _ => draft.typed(field).cloned().unwrap_or_default(),
    }
}
