//! Drafts: requests with their assumptions, kept by name in the browser's store.
//!
//! A draft is a name and the query that [`Route::asked`](super::link::Route::asked) gives. All of
//! them are one JSON text, so that whoever writes reads first and changes one of them:
//!
//! ```json
//! {"version":1,"next":3,"last":2,"drafts":[{"id":2,"name":"봄","query":"acc=h200&nodes=8"}]}
//! ```
//!
//! The store is anybody's input: scripts, older and newer versions of the page, a disk that broke.
//! Reading takes what it understands and tells whether that was everything; the page then keeps
//! the text as it was.

use super::link::MAX_QUERY_BYTES;
use crate::model::is_hidden;
use serde_json::Value;

/// The version that is written and read.
pub const VERSION: u64 = 1;
/// The most drafts: a list that can still be looked through.
pub const MAX_DRAFTS: usize = 50;
/// The most characters of a name.
pub const MAX_NAME_CHARS: usize = 60;
/// The longest text that is read: twice of what is ever written.
pub const MAX_STORE_BYTES: usize = 1_000_000;

/// A request with its assumptions, by name.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Draft {
    /// Tells it from the others; never given to another one, even after it was deleted.
    pub id: u32,
    /// The name, clean as [`clean_name`] makes it.
    pub name: String,
    /// The request and what is assumed, as the query of a link.
    pub query: String,
}

/// All drafts, in the order in which they were made.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Drafts {
    list: Vec<Draft>,
    /// The one that a page without a request opens with.
    last: Option<u32>,
    /// The id of the next one.
    next: u32,
}

impl Default for Drafts {
    fn default() -> Self {
        Self { list: Vec::new(), last: None, next: 1 }
    }
}

/// What a store says.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct DraftsReading {
    /// What could be read.
    pub drafts: Drafts,
    /// Whether that is all of it.
    pub is_whole: bool,
}

/// There are [`MAX_DRAFTS`] already.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Full;

/// Reads the text of a store. Never fails: what is not understood is left out.
#[must_use]
pub fn read(text: &str) -> DraftsReading {
    let mut drafts = Drafts::default();
    let is_whole = drafts.read(text).is_some();
    DraftsReading { drafts, is_whole }
}

impl Drafts {
    /// `None` where something was left out.
    fn read(&mut self, text: &str) -> Option<()> {
        if text.len() > MAX_STORE_BYTES {
            return None;
        }
        let store: Value = serde_json::from_str(text).ok()?;
        if store.get("version")?.as_u64()? != VERSION {
            return None;
        }
        let mut is_whole = true;
        for written in store.get("drafts")?.as_array()? {
            match read_draft(written) {
                Some(draft) if self.list.len() < MAX_DRAFTS && self.get(draft.id).is_none() => {
                    self.next = self.next.max(draft.id.saturating_add(1));
                    self.list.push(draft);
                }
                _ => is_whole = false,
            }
        }
        let next = store.get("next").and_then(id)?;
        self.next = self.next.max(next);
        if let Some(last) = store.get("last").filter(|last| !last.is_null()) {
            // One that was deleted is none.
            self.last = Some(id(last)?).filter(|id| self.get(*id).is_some());
        }
        is_whole.then_some(())
    }

    /// The text to store.
    #[must_use]
    pub fn write(&self) -> String {
        let mut out = String::from("{\"version\":1,\"next\":");
        out.push_str(&self.next.to_string());
        if let Some(last) = self.last {
            out.push_str(",\"last\":");
            out.push_str(&last.to_string());
        }
        out.push_str(",\"drafts\":[");
        for (place, draft) in self.list.iter().enumerate() {
            out.push_str(if place == 0 { "{\"id\":" } else { ",{\"id\":" });
            out.push_str(&draft.id.to_string());
            out.push_str(",\"name\":");
            push_text(&mut out, &draft.name);
            out.push_str(",\"query\":");
            push_text(&mut out, &draft.query);
            out.push('}');
        }
        out.push_str("]}");
        out
    }

    /// All of them, in the order in which they were made.
    #[must_use]
    pub fn list(&self) -> &[Draft] {
        &self.list
    }

    /// The one with this id.
    #[must_use]
    pub fn get(&self, id: u32) -> Option<&Draft> {
        self.list.iter().find(|draft| draft.id == id)
    }

    /// The one that a page without a request opens with.
    #[must_use]
    pub fn last(&self) -> Option<&Draft> {
        self.get(self.last?)
    }

    /// Sets the one that a page without a request opens with; `None` for a new beginning.
    pub fn set_last(&mut self, id: Option<u32>) {
        self.last = id.filter(|id| self.get(*id).is_some());
    }

    /// Adds one at the end and gives its id.
    ///
    /// # Errors
    /// [`Full`].
    pub fn add(&mut self, name: &str, query: &str) -> Result<u32, Full> {
        let id = self.next;
        let name = clean_name(name).unwrap_or_else(|| id.to_string());
        // The last number there is stays unused, so that every id has a next one.
        if self.list.len() >= MAX_DRAFTS || id == u32::MAX {
            return Err(Full);
        }
        self.next = id + 1;
        self.list.push(Draft { id, name, query: query.to_owned() });
        self.last = Some(id);
        Ok(id)
    }

    /// Writes the request of one; whether it is there.
    pub fn set_query(&mut self, id: u32, query: &str) -> bool {
        let Some(draft) = self.list.iter_mut().find(|draft| draft.id == id) else { return false };
        query.clone_into(&mut draft.query);
        self.last = Some(id);
        true
    }

    /// Gives one another name, where that is one.
    pub fn rename(&mut self, id: u32, name: &str) {
        let draft = self.list.iter_mut().find(|draft| draft.id == id);
        if let (Some(draft), Some(name)) = (draft, clean_name(name)) {
            draft.name = name;
        }
    }

    /// Deletes one, and gives it with its place for [`Self::put_back`].
    pub fn remove(&mut self, id: u32) -> Option<(usize, Draft)> {
        let place = self.list.iter().position(|draft| draft.id == id)?;
        if self.last == Some(id) {
            self.last = None;
        }
        Some((place, self.list.remove(place)))
    }

    /// Puts a deleted one back to where it was.
    ///
    /// # Errors
    /// [`Full`], where others took its place meanwhile.
    pub fn put_back(&mut self, place: usize, draft: Draft) -> Result<(), Full> {
        if self.get(draft.id).is_some() {
            return Ok(());
        }
        if self.list.len() >= MAX_DRAFTS {
            return Err(Full);
        }
        self.next = self.next.max(draft.id.saturating_add(1));
        self.list.insert(place.min(self.list.len()), draft);
        Ok(())
    }

    /// Adds those of `known` that are missing here: what a page still knows of a broken store.
    pub fn take_missing(&mut self, known: &Self) {
        for draft in &known.list {
            // Where there is no room, the text that is kept has it.
            let _ = self.put_back(usize::MAX, draft.clone());
        }
        self.next = self.next.max(known.next);
        self.last = self.last.or(known.last);
    }

    /// The first of numbered names that is not taken: `name` makes one of a number.
    #[must_use]
    pub fn free_name(&self, name: impl Fn(usize) -> String) -> String {
        let is_free = |name: &String| self.list.iter().all(|draft| draft.name != *name);
        (1..=self.list.len()).map(&name).find(is_free).unwrap_or_else(|| name(self.list.len() + 1))
    }
}

/// A name without hidden characters and space around it, cut to its most characters; `None` where
/// nothing is left.
#[must_use]
pub fn clean_name(name: &str) -> Option<String> {
    let plain = |c: char| if is_hidden(c) { ' ' } else { c };
    let name: String = name.trim().chars().map(plain).take(MAX_NAME_CHARS).collect();
    let name = name.trim();
    (!name.is_empty()).then(|| name.to_owned())
}

fn read_draft(written: &Value) -> Option<Draft> {
    let name = written.get("name")?.as_str()?;
    let query = written.get("query")?.as_str()?;
    let is_clean = clean_name(name).is_some_and(|clean| clean == name);
    (is_clean && is_query(query)).then_some(())?;
    let id = written.get("id").and_then(id)?;
    Some(Draft { id, name: name.to_owned(), query: query.to_owned() })
}

fn id(value: &Value) -> Option<u32> {
    value.as_u64().and_then(|number| u32::try_from(number).ok()).filter(|id| *id > 0)
}

/// Whether a text can be the query of a draft: what links are made of, and no longer than those.
#[must_use]
pub fn is_query(text: &str) -> bool {
    text.len() <= MAX_QUERY_BYTES && text.bytes().all(|byte| byte.is_ascii_graphic())
}

/// Writes a JSON string. By hand, because nothing else in the page writes JSON.
fn push_text(out: &mut String, text: &str) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            // No name has any, but what is written must be JSON whatever is asked.
            c if c.is_ascii_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out.push('"');
}

#[cfg(test)]
pub(crate) mod tests;
