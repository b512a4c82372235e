//! Drafts from the view of one browser tab: which one it has open, and conflicts with other tabs.

use crate::exchange::drafts::{Drafts, is_query};
use crate::session::undo::UndoHistory;

/// First line of the state that survives a reload.
const HEAD: &str = "jari 1";

/// Relation of a tab's request to the drafts.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum DraftPlace {
    /// A new request without a draft, which becomes one once something is typed.
    Fresh,
    /// A request from a link without a draft, which becomes one on the reader's demand.
    Link,
    /// The draft with this id.
    Draft(u32),
}

/// Conflict: an action of another tab on the draft of this one.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Clash {
    /// It wrote another request into the draft.
    Changed,
    /// It deleted the draft.
    Deleted,
}

/// Result of saving.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Saved {
    /// There is nothing to write.
    Nothing,
    /// The drafts were changed, and have to be written to the store.
    Written,
    /// Conflict with another tab: nothing is written until the reader decides.
    Clash,
    /// There is no room for another draft.
    Full,
    /// The request is longer than a draft may be.
    TooLong,
}

/// State that can be returned to.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct UndoStep {
    pub(super) place: DraftPlace,
    pub(super) query: String,
}

/// State of one browser tab.
///
/// ```
/// use jari::{exchange::drafts::Drafts, session::drafts::{Saved, Tab}};
/// let mut drafts = Drafts::default();
/// let mut tab = Tab::open("", None, &drafts);
/// tab.change("nodes=4", None);
/// assert_eq!(tab.save(&mut drafts, "Spring"), Saved::Written);
/// drafts.set_query(1, "nodes=8"); // by another tab, into the same draft
/// tab.change("nodes=5", None);
/// assert_eq!(tab.save(&mut drafts, "Spring"), Saved::Clash);
/// tab.take_theirs(&drafts);
/// assert!(tab.query() == "nodes=8" && tab.undo(&drafts) && tab.query() == "nodes=5");
/// ```
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Tab {
    pub(super) now: UndoStep,
    /// Query of the draft in the store when this tab last read or wrote it.
    pub(super) base: String,
    pub(super) clash: Option<Clash>,
    pub(super) history: UndoHistory<UndoStep>,
    /// Field that is being typed into: consecutive keys in it are one undo step.
    pub(super) field: Option<String>,
    /// Number of changes so far (wrapping), to detect a further one.
    pub(super) changes: u32,
}

impl Tab {
    pub(super) fn starting_at(place: DraftPlace, query: &str) -> Self {
        Self {
            now: UndoStep { place, query: query.to_owned() },
            base: query.to_owned(),
            clash: None,
            history: UndoHistory::default(),
            field: None,
            changes: 0,
        }
    }

    /// Opens a tab with the request `query` in its address.
    ///
    /// After a reload it continues from the state that [`Self::to_session`] returned. An address
    /// without a request opens the last draft; one with a request does not belong to any draft.
    #[must_use]
    pub fn open(query: &str, session: Option<&str>, drafts: &Drafts) -> Self {
        let before = session.and_then(Self::from_session);
        if let Some(mut tab) = before.clone().filter(|before| before.now.query == query) {
            if query.is_empty() && tab.now.place == DraftPlace::Link {
                tab.now.place = DraftPlace::Fresh;
            }
            tab.look(drafts);
            return tab;
        }
        if !query.is_empty() {
            return Self::starting_at(DraftPlace::Link, query);
        }
        let own = before.and_then(|before| match before.now.place {
            DraftPlace::Draft(id) => drafts.get(id),
            DraftPlace::Fresh | DraftPlace::Link => None,
        });
        match own.or_else(|| drafts.last()) {
            Some(draft) => Self::starting_at(DraftPlace::Draft(draft.id), &draft.query),
            None => Self::starting_at(DraftPlace::Fresh, ""),
        }
    }

    /// Returns the relation of the request to the drafts.
    #[must_use]
    pub const fn place(&self) -> DraftPlace {
        self.now.place
    }

    /// Returns the request.
    #[must_use]
    pub fn query(&self) -> &str {
        &self.now.query
    }

    /// Returns the conflict with another tab, if any.
    #[must_use]
    pub const fn clash(&self) -> Option<Clash> {
        self.clash
    }

    /// Returns `true` if the request is saved in its draft.
    #[must_use]
    pub fn is_saved(&self) -> bool {
        matches!(self.now.place, DraftPlace::Draft(_))
            && self.clash.is_none()
            && self.now.query == self.base
    }

    /// Returns a counter that differs after every change.
    #[must_use]
    pub const fn changes(&self) -> u32 {
        self.changes
    }

    /// Opens a draft; the previous state can be restored by undo.
    pub fn open_draft(&mut self, id: u32, drafts: &Drafts) {
        if let Some(draft) = drafts.get(id) {
            self.switch(DraftPlace::Draft(id), &draft.query);
        }
    }

    /// Starts an empty request; the previous state can be restored by undo.
    pub fn begin_anew(&mut self) {
        self.switch(DraftPlace::Fresh, "");
    }

    /// Writes the request into its draft, or into a new one called `name` if it has none and is not
    /// from a link.
    pub fn save(&mut self, drafts: &mut Drafts, name: &str) -> Saved {
        let id = match self.now.place {
            DraftPlace::Draft(id) => id,
            DraftPlace::Fresh if !self.now.query.is_empty() => return self.save_as(drafts, name),
            DraftPlace::Fresh | DraftPlace::Link => return Saved::Nothing,
        };
        // Another tab may have written since the last look.
        self.look(drafts);
        if self.clash.is_some() {
            return Saved::Clash;
        }
        if self.now.query == self.base {
            return Saved::Nothing;
        }
        if !is_query(&self.now.query) {
            return Saved::TooLong;
        }
        drafts.set_query(id, &self.now.query);
        self.base.clone_from(&self.now.query);
        Saved::Written
    }

    /// Writes the request into a new draft.
    pub fn save_as(&mut self, drafts: &mut Drafts, name: &str) -> Saved {
        if !is_query(&self.now.query) {
            return Saved::TooLong;
        }
        let Ok(id) = drafts.add(name, &self.now.query) else { return Saved::Full };
        let (old, new) = (self.now.place, DraftPlace::Draft(id));
        // The steps that led here belong to the new draft, so undoing them stays in it.
        for steps in self.history.steps_mut() {
            let own = steps.iter_mut().rev().take_while(|step| step.place == old);
            own.for_each(|step| step.place = new);
        }
        self.now.place = new;
        self.base.clone_from(&self.now.query);
        self.clash = None;
        Saved::Written
    }

    /// Updates the conflict state from the drafts that another tab may have changed.
    pub fn look(&mut self, drafts: &Drafts) {
        let DraftPlace::Draft(id) = self.now.place else { return };
        self.clash = match drafts.get(id) {
            None => Some(Clash::Deleted),
            Some(draft) if draft.query == self.now.query => {
                self.base.clone_from(&draft.query);
                None
            }
            Some(draft) if draft.query == self.base => None,
            Some(_) => Some(Clash::Changed),
        };
    }

    /// Resolves a conflict in favour of the other tab; if it deleted the draft, the request stays
    /// without one, as if from a link.
    pub fn take_theirs(&mut self, drafts: &Drafts) {
        let DraftPlace::Draft(id) = self.now.place else { return };
        match drafts.get(id) {
            Some(draft) => self.switch(self.now.place, &draft.query),
            None => {
                self.now.place = DraftPlace::Link;
                self.clash = None;
            }
        }
    }

    /// Detaches the request after its draft was deleted here.
    pub fn let_go(&mut self) {
        self.now.place = DraftPlace::Link;
        self.clash = None;
    }

    /// Attaches the request again after its draft was restored.
    pub fn take_back(&mut self, id: u32, drafts: &Drafts) {
        if let (DraftPlace::Link, Some(draft)) = (self.now.place, drafts.get(id)) {
            self.now.place = DraftPlace::Draft(id);
            self.base.clone_from(&draft.query);
        }
    }

    /// Returns the state that survives a reload, as lines; `None` if nothing has happened yet.
    #[must_use]
    pub fn to_session(&self) -> Option<String> {
        if self.now.place == DraftPlace::Fresh && !self.can_undo() && !self.can_redo() {
            return None;
        }
        let mut out = String::from(HEAD);
        let mut add = |kind: &str, place: DraftPlace, query: &str| {
            out.push_str(kind);
            match place {
                DraftPlace::Fresh => out.push_str("fresh"),
                DraftPlace::Link => out.push_str("link"),
                DraftPlace::Draft(id) => out.push_str(&id.to_string()),
            }
            out.push(' ');
            out.push_str(query);
        };
        add("\nnow ", self.now.place, &self.now.query);
        add("\nbase ", self.now.place, &self.base);
        for step in self.history.undo_steps() {
            add("\nundo ", step.place, &step.query);
        }
        for step in self.history.redo_steps() {
            add("\nredo ", step.place, &step.query);
        }
        Some(out)
    }

    fn from_session(text: &str) -> Option<Self> {
        let mut lines = text.strip_prefix(HEAD)?.strip_prefix('\n')?.split('\n');
        let now = read_step(lines.next()?.strip_prefix("now ")?)?;
        let base = read_step(lines.next()?.strip_prefix("base ")?)?;
        let (mut undo, mut redo) = (Vec::new(), Vec::new());
        for line in lines {
            let (kind, step) = line.split_once(' ')?;
            let steps = match kind {
                "undo" => &mut undo,
                "redo" => &mut redo,
                _ => return None,
            };
            steps.push(read_step(step)?);
        }
        let history = UndoHistory::from_steps(undo, redo);
        Some(Self { base: base.query, history, ..Self::starting_at(now.place, &now.query) })
    }
}

fn read_step(line: &str) -> Option<UndoStep> {
    let (place, query) = line.split_once(' ')?;
    let place = match place {
        "fresh" => DraftPlace::Fresh,
        "link" => DraftPlace::Link,
        id => DraftPlace::Draft(id.parse().ok()?),
    };
    is_query(query).then(|| UndoStep { place, query: query.to_owned() })
}
