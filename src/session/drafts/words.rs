//! Drafts in words.

use super::store::{Broken, Message, Store, Trouble};
use super::tab::{Clash, DraftPlace, Tab};
use crate::exchange::drafts::{Drafts, MAX_DRAFTS};
use crate::exchange::link::Route;
use crate::model::{Occupancy, shown_text};
use crate::show::form::CountUnit;
use crate::words::Lang;
use crate::words::catalogue::{Entry, drafts as words, page};

/// What is said beside the drafts, and what the reader can do about it.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct MessageView {
    /// What it is styled by: `warn`, or empty.
    pub kind: &'static str,
    /// The sentence; empty where what can be done says it all.
    pub text: String,
    /// What can be done, in this order, each with the words of its button.
    pub acts: Vec<(Act, Entry)>,
}

/// What the reader can do about a message.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Act {
    /// Save the request as a new draft.
    SaveAs,
    /// Keep it as a new draft, where another tab changed its own.
    KeepMine,
    /// Take what the other tab wrote.
    TakeTheirs,
    /// Begin with an empty request.
    BeginAnew,
    /// Put the deleted draft back.
    PutBack,
    /// Download the store that cannot be read.
    DownloadBroken,
    /// Throw it away.
    DiscardBroken,
}

/// How the request is kept; empty while there is nothing to keep.
#[must_use]
pub fn status(tab: &Tab, store: &Store, lang: Lang) -> &'static str {
    let entry = match tab.place() {
        DraftPlace::Fresh if tab.query().is_empty() => return "",
        _ if tab.is_saved() => words::SAVED,
        _ if store.is_in_trouble() || tab.clash().is_some() => words::NOT_SAVED,
        DraftPlace::Link => words::NOT_SAVED,
        DraftPlace::Fresh | DraftPlace::Draft(_) => words::SAVING,
    };
    entry.get(lang)
}

/// The name of what is on the page.
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

/// What is said beside the drafts.
#[must_use]
pub fn message(tab: &Tab, store: &Store, lang: Lang) -> MessageView {
    let get = |entry: Entry| entry.get(lang).to_owned();
    let of = |entry: Entry, name: &str| entry.fill(lang, &[("name", name)]);
    let (kind, text, acts) = match store.message(tab) {
        Message::None => return MessageView::default(),
        Message::OfLink => ("", String::new(), vec![(Act::SaveAs, words::SAVE_AS)]),
        Message::Restored => {
            let text = of(words::RESTORED, &name(tab, &store.drafts, lang));
            ("", text, vec![(Act::BeginAnew, words::BEGIN_ANEW)])
        }
        Message::Deleted(deleted) => {
            let text = of(words::DELETED, &deleted.draft.name);
            ("", text, vec![(Act::PutBack, words::PUT_BACK)])
        }
        Message::Trouble(Trouble::Forbidden) => ("", get(words::FORBIDDEN), Vec::new()),
        Message::Trouble(Trouble::Full) => {
            let text = words::FULL.fill(lang, &[("count", &MAX_DRAFTS.to_string())]);
            ("warn", text, Vec::new())
        }
        Message::Trouble(Trouble::TooLong) => ("warn", get(words::TOO_LONG), Vec::new()),
        Message::Trouble(Trouble::Quota) => ("warn", get(words::QUOTA), Vec::new()),
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

/// A name for a new draft that no other one has.
#[must_use]
pub fn new_name(drafts: &Drafts, lang: Lang) -> String {
    drafts.free_name(|number| words::NAME_NEW.fill(lang, &[("number", &number.to_string())]))
}

/// The name of a copy of this draft.
#[must_use]
pub fn copy_name(name: &str, lang: Lang) -> String {
    words::COPY_OF.fill(lang, &[("name", name)])
}

/// What is done, and by which keys.
#[must_use]
pub fn shortcut(act: Entry, keys: &str, lang: Lang) -> String {
    [act.get(lang), " (", keys, ")"].concat()
}

/// What a draft asks, in short and as typed; what it leaves open is left out.
#[must_use]
pub fn summary(query: &str, lang: Lang) -> String {
    let route = Route::parse(query);
    let form = route.form;
    let count = match form.count {
        Some(CountUnit::Gpus) => words::SUMMARY_GPUS,
        Some(CountUnit::Nodes) | None => words::SUMMARY_NODES,
    };
    let nodes = form.nodes.map(|nodes| count.fill(lang, &[("nodes", &nodes)]));
    let term = form.term.map(|(term, unit)| unit.beside(&term, lang));
    let assumes = route.occupancy == Occupancy::BusyYear || !route.holds.is_empty();
    let assumes = assumes.then(|| page::SCENARIO.get(lang).to_owned());
    let parts: Vec<String> = [nodes, term, form.from, assumes].into_iter().flatten().collect();
    if parts.is_empty() {
        return words::SUMMARY_EMPTY.get(lang).to_owned();
    }
    // A link typed them perhaps: none may turn the others round.
    shown_text(&parts.join(" · "))
}
