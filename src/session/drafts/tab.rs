//! What one tab of the browser does with the drafts: which one it holds, what it can undo, and
//! whether another tab came in between.

use crate::exchange::drafts::{Drafts, is_query};

/// The most steps that can be undone.
const MAX_STEPS: usize = 100;
/// The most bytes of the steps of each kind: a small part of what browsers keep for a tab.
const MAX_STEP_BYTES: usize = 200_000;
/// The first line of what survives a reload.
const HEAD: &str = "jari 1";

/// Where the request of a tab belongs.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum DraftPlace {
    /// Nowhere yet: a new beginning, which becomes a draft when something is typed.
    Fresh,
    /// Nowhere: it came with a link, and becomes a draft when the reader asks for it.
    Link,
    /// The draft with this id.
    Draft(u32),
}

/// What another tab did to the draft of this one.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Clash {
    /// It wrote another request into it.
    Changed,
    /// It deleted it.
    Deleted,
}

/// What came of saving.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Saved {
    /// There is nothing to write.
    Nothing,
    /// The drafts have it; they are to be written.
    Written,
    /// Another tab came in between: nothing is written until the reader decides.
    Clash,
    /// There is no room for another draft.
    Full,
    /// It is longer than a draft can be.
    TooLong,
}

/// A state to come back to.
#[derive(Clone, PartialEq, Eq, Debug)]
struct UndoStep {
    place: DraftPlace,
    query: String,
}

/// One tab of the browser.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Tab {
    now: UndoStep,
    /// What the store held of the draft when this tab last read or wrote it.
    base: String,
    clash: Option<Clash>,
    undo: Vec<UndoStep>,
    redo: Vec<UndoStep>,
    /// The field that is being typed into: its keys are one step.
    field: Option<String>,
    /// How many changes there were, to tell whether there was another one since.
    changes: u32,
}

impl Tab {
    fn starting_at(place: DraftPlace, query: &str) -> Self {
        Self {
            now: UndoStep { place, query: query.to_owned() },
            base: query.to_owned(),
            clash: None,
            undo: Vec::new(),
            redo: Vec::new(),
            field: None,
            changes: 0,
        }
    }

    /// A tab that opens with this request in its address.
    ///
    /// After a reload it goes on as it was, by what [`Self::to_session`] gave. An address without
    /// a request opens the last draft; one with a request is nobody's draft.
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

    /// Where the request belongs.
    #[must_use]
    pub const fn place(&self) -> DraftPlace {
        self.now.place
    }

    /// The request.
    #[must_use]
    pub fn query(&self) -> &str {
        &self.now.query
    }

    /// What another tab did.
    #[must_use]
    pub const fn clash(&self) -> Option<Clash> {
        self.clash
    }

    /// Whether everything is in the drafts.
    #[must_use]
    pub fn is_saved(&self) -> bool {
        matches!(self.now.place, DraftPlace::Draft(_))
            && self.clash.is_none()
            && self.now.query == self.base
    }

    /// Whether there is something to undo.
    #[must_use]
    pub const fn can_undo(&self) -> bool {
        !self.undo.is_empty()
    }

    /// Whether there is something to redo.
    #[must_use]
    pub const fn can_redo(&self) -> bool {
        !self.redo.is_empty()
    }

    /// A number that is another one after every change.
    #[must_use]
    pub const fn changes(&self) -> u32 {
        self.changes
    }

    /// The request became another one; by keys in `field`, where it was typed.
    pub fn change(&mut self, query: &str, field: Option<&str>) {
        if query == self.now.query {
            return;
        }
        self.changes = self.changes.wrapping_add(1);
        let before = self.undo.last().filter(|step| step.place == self.now.place);
        let is_same_field = field.is_some() && field == self.field.as_deref();
        self.redo.clear();
        match before {
            Some(before) if is_same_field => {
                // Typed there and back: nothing is left to undo.
                if before.query == query {
                    self.undo.pop();
                    self.field = None;
                }
            }
            _ => {
                push(&mut self.undo, self.now.clone());
                self.field = field.map(str::to_owned);
            }
        }
        query.clone_into(&mut self.now.query);
    }

    /// Whether keys in this field are being taken as one step.
    #[must_use]
    pub fn is_typing(&self, field: &str) -> bool {
        self.field.as_deref() == Some(field)
    }

    /// What is typed from now on is another step, even in the same field.
    pub fn end_typing(&mut self) {
        self.field = None;
    }

    /// Goes back by a step; whether there was one.
    pub fn undo(&mut self, drafts: &Drafts) -> bool {
        let Some(step) = self.undo.pop() else { return false };
        push(&mut self.redo, self.now.clone());
        self.go(step, drafts);
        true
    }

    /// Takes back what was undone last; whether there was something.
    pub fn redo(&mut self, drafts: &Drafts) -> bool {
        let Some(step) = self.redo.pop() else { return false };
        push(&mut self.undo, self.now.clone());
        self.go(step, drafts);
        true
    }

    fn go(&mut self, step: UndoStep, drafts: &Drafts) {
        self.changes = self.changes.wrapping_add(1);
        self.field = None;
        let moves = step.place != self.now.place;
        self.now = step;
        if moves {
            self.clash = None;
            if let DraftPlace::Draft(id) = self.now.place {
                match drafts.get(id) {
                    // What it was when it was left; if it is not, somebody else wrote it.
                    Some(_) => {
                        self.base.clone_from(&self.now.query);
                        self.look(drafts);
                    }
                    None => self.now.place = DraftPlace::Link,
                }
            }
        }
    }

    /// Opens a draft; what was there can be come back to.
    pub fn open_draft(&mut self, id: u32, drafts: &Drafts) {
        if let Some(draft) = drafts.get(id) {
            self.switch(DraftPlace::Draft(id), &draft.query);
        }
    }

    /// Begins anew; what was there can be come back to.
    pub fn begin_anew(&mut self) {
        self.switch(DraftPlace::Fresh, "");
    }

    fn switch(&mut self, place: DraftPlace, query: &str) {
        push(&mut self.undo, self.now.clone());
        let undo = core::mem::take(&mut self.undo);
        let changes = self.changes.wrapping_add(1);
        *self = Self { undo, changes, ..Self::starting_at(place, query) };
    }

    /// Writes the request into its draft, or into a new one called `name` where it has none yet
    /// and is no link's.
    pub fn save(&mut self, drafts: &mut Drafts, name: &str) -> Saved {
        let id = match self.now.place {
            DraftPlace::Draft(id) => id,
            DraftPlace::Fresh if !self.now.query.is_empty() => return self.save_as(drafts, name),
            DraftPlace::Fresh | DraftPlace::Link => return Saved::Nothing,
        };
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
        // The steps that led here are the new draft's own.
        for steps in [&mut self.undo, &mut self.redo] {
            let own = steps.iter_mut().rev().take_while(|step| step.place == old);
            own.for_each(|step| step.place = new);
        }
        self.now.place = new;
        self.base.clone_from(&self.now.query);
        self.clash = None;
        Saved::Written
    }

    /// Looks what became of the draft in another tab.
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

    /// Takes what the other tab wrote; the request stays as a link's where it deleted the draft.
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

    /// The draft was deleted here: the request stays, but belongs to none.
    pub fn let_go(&mut self) {
        self.now.place = DraftPlace::Link;
        self.clash = None;
    }

    /// The deleted draft is back.
    pub fn take_back(&mut self, id: u32, drafts: &Drafts) {
        if let (DraftPlace::Link, Some(draft)) = (self.now.place, drafts.get(id)) {
            self.now.place = DraftPlace::Draft(id);
            self.base.clone_from(&draft.query);
        }
    }

    /// What is to survive a reload, as lines; `None` where nothing happened.
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
        self.undo.iter().for_each(|step| add("\nundo ", step.place, &step.query));
        self.redo.iter().for_each(|step| add("\nredo ", step.place, &step.query));
        Some(out)
    }

    fn from_session(text: &str) -> Option<Self> {
        let mut lines = text.strip_prefix(HEAD)?.strip_prefix('\n')?.split('\n');
        let now = read_step(lines.next()?.strip_prefix("now ")?)?;
        let base = read_step(lines.next()?.strip_prefix("base ")?)?;
        let mut tab = Self { base: base.query, ..Self::starting_at(now.place, &now.query) };
        for line in lines {
            let (kind, step) = line.split_once(' ')?;
            let steps = match kind {
                "undo" => &mut tab.undo,
                "redo" => &mut tab.redo,
                _ => return None,
            };
            push(steps, read_step(step)?);
        }
        Some(tab)
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

/// Adds a step, and forgets the oldest ones where they are too many.
fn push(steps: &mut Vec<UndoStep>, step: UndoStep) {
    steps.push(step);
    let bytes = |steps: &[UndoStep]| steps.iter().map(|step| step.query.len()).sum::<usize>();
    while steps.len() > MAX_STEPS || (steps.len() > 1 && bytes(steps) > MAX_STEP_BYTES) {
        steps.remove(0);
    }
}
