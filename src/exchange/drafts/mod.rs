//! Drafts: requests with their assumptions, kept by name in the browser's store.
//!
//! A draft is a name and the query that [`Route::asked`](super::link::Route::asked) returns. All
//! drafts are stored as one JSON text, so a writer reads it first and changes one of them:
//!
//! ```json
//! {"version":1,"next":3,"last":2,"drafts":[{"id":2,"name":"봄","query":"acc=h200&nodes=8"}]}
//! ```
//!
//! The content of the store is untrusted: scripts, older and newer versions of the page or a broken
//! disk may have changed it. Reading keeps what it understands and reports whether that was
//! everything; if not, the page keeps the original text.

use super::link::MAX_QUERY_BYTES;
use crate::model::is_hidden;
use serde_json::Value;

/// Version of the format that is written and accepted.
pub const VERSION: u64 = 1;
/// Maximum number of drafts: a list that can still be looked through.
pub const MAX_DRAFTS: usize = 50;
/// Maximum length of a name, in characters.
pub const MAX_NAME_CHARS: usize = 60;
/// Maximum length of the text that is read, in bytes: twice the longest that is ever written.
pub const MAX_STORE_BYTES: usize = 1_000_000;

/// A named request with its assumptions.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Draft {
    /// Unique id; never reused, even after the draft was deleted.
    pub id: u32,
    /// The name, as normalised by [`clean_name`].
    pub name: String,
    /// The request and its assumptions, as the query of a link.
    pub query: String,
}

/// All drafts, in order of creation.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Drafts {
    list: Vec<Draft>,
    /// Id of the draft that a page without a request opens with.
    last: Option<u32>,
    /// Id of the next new draft.
    next: u32,
}

impl Default for Drafts {
    fn default() -> Self {
        Self { list: Vec::new(), last: None, next: 1 }
    }
}

/// Result of reading a store.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct DraftsReading {
    /// The drafts that could be read.
    pub drafts: Drafts,
    /// `true` if nothing was left out.
    pub is_whole: bool,
}

/// Error: there are [`MAX_DRAFTS`] drafts already, or no id is left.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Full;

/// Reads the text of a store. Never fails: parts that are not understood are left out.
#[must_use]
pub fn read(text: &str) -> DraftsReading {
    let mut drafts = Drafts::default();
    let is_whole = drafts.read(text).is_some();
    DraftsReading { drafts, is_whole }
}

impl Drafts {
    /// Reads `text` into `self`; returns `None` if something was left out.
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
        // Larger than every id that was read, whatever the store claims: ids are never reused.
        self.next = self.next.max(next);
        if let Some(last) = store.get("last").filter(|last| !last.is_null()) {
            // A last draft that was deleted counts as none, not as damage.
            self.last = Some(id(last)?).filter(|id| self.get(*id).is_some());
        }
        is_whole.then_some(())
    }

    /// Returns the text to store.
    #[must_use]
    pub fn write(&self) -> String {
        let mut out = String::from("{\"version\":1,\"next\":");
        out.push_str(&self.next.to_string());
        if let Some(last) = self.last {
            out.push_str(",\"last\":");
            out.push_str(&last.to_string());
        }
        out.push_str(",\"drafts\":[");
        for (index, draft) in self.list.iter().enumerate() {
            out.push_str(if index == 0 { "{\"id\":" } else { ",{\"id\":" });
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

    /// Returns all drafts, in order of creation.
    #[must_use]
    pub fn list(&self) -> &[Draft] {
        &self.list
    }

    /// Returns the draft with this id.
    #[must_use]
    pub fn get(&self, id: u32) -> Option<&Draft> {
        self.list.iter().find(|draft| draft.id == id)
    }

    /// Returns the draft that a page without a request opens with.
    #[must_use]
    pub fn last(&self) -> Option<&Draft> {
        self.get(self.last?)
    }

    /// Sets the draft that a page without a request opens with; `None` starts a new one.
    pub fn set_last(&mut self, id: Option<u32>) {
        self.last = id.filter(|id| self.get(*id).is_some());
    }

    /// Appends a draft, makes it the last used one and returns its id.
    ///
    /// # Errors
    /// [`Full`] if there are [`MAX_DRAFTS`] drafts or no id is left.
    pub fn add(&mut self, name: &str, query: &str) -> Result<u32, Full> {
        let id = self.next;
        let name = clean_name(name).unwrap_or_else(|| id.to_string());
        // The largest number stays unused, so that every id has a successor.
        if self.list.len() >= MAX_DRAFTS || id == u32::MAX {
            return Err(Full);
        }
        self.next = id + 1;
        self.list.push(Draft { id, name, query: query.to_owned() });
        self.last = Some(id);
        Ok(id)
    }

    /// Replaces the query of a draft and makes it the last used one; returns `false` if it is gone.
    pub fn set_query(&mut self, id: u32, query: &str) -> bool {
        let Some(draft) = self.list.iter_mut().find(|draft| draft.id == id) else { return false };
        query.clone_into(&mut draft.query);
        self.last = Some(id);
        true
    }

    /// Renames a draft; does nothing if the draft is gone or the cleaned name is empty.
    pub fn rename(&mut self, id: u32, name: &str) {
        let draft = self.list.iter_mut().find(|draft| draft.id == id);
        if let (Some(draft), Some(name)) = (draft, clean_name(name)) {
            draft.name = name;
        }
    }

    /// Deletes a draft and returns it with its index, for [`Self::put_back`].
    pub fn remove(&mut self, id: u32) -> Option<(usize, Draft)> {
        let index = self.list.iter().position(|draft| draft.id == id)?;
        if self.last == Some(id) {
            self.last = None;
        }
        Some((index, self.list.remove(index)))
    }

    /// Restores a deleted draft at its former index; does nothing if its id is present.
    ///
    /// # Errors
    /// [`Full`] if other drafts filled the list in the meantime.
    pub fn put_back(&mut self, index: usize, draft: Draft) -> Result<(), Full> {
        if self.get(draft.id).is_some() {
            return Ok(());
        }
        if self.list.len() >= MAX_DRAFTS {
            return Err(Full);
        }
        self.next = self.next.max(draft.id.saturating_add(1));
        self.list.insert(index.min(self.list.len()), draft);
        Ok(())
    }

    /// Adds the drafts of `known` that are missing here: what a page still knows of a broken store.
    pub fn take_missing(&mut self, known: &Self) {
        for draft in &known.list {
            // If the list is full, the draft survives in the original text, which is kept.
            let _ = self.put_back(usize::MAX, draft.clone());
        }
        // Ids that were given and deleted there must not be reused here.
        self.next = self.next.max(known.next);
        self.last = self.last.or(known.last);
    }

    /// Returns the first unused numbered name; `name` formats the name for a number.
    #[must_use]
    pub fn free_name(&self, name: impl Fn(usize) -> String) -> String {
        let is_free = |name: &String| self.list.iter().all(|draft| draft.name != *name);
        // Of `len + 1` different names at least one is free.
        (1..=self.list.len()).map(&name).find(is_free).unwrap_or_else(|| name(self.list.len() + 1))
    }
}

/// Normalises a name: hidden characters become spaces, the ends are trimmed, and it is cut to
/// [`MAX_NAME_CHARS`] characters. Returns `None` if nothing is left.
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
    // A name that cleaning would change was not written by this module.
    let is_clean = clean_name(name).is_some_and(|clean| clean == name);
    (is_clean && is_query(query)).then_some(())?;
    let id = written.get("id").and_then(id)?;
    Some(Draft { id, name: name.to_owned(), query: query.to_owned() })
}

fn id(value: &Value) -> Option<u32> {
    value.as_u64().and_then(|number| u32::try_from(number).ok()).filter(|id| *id > 0)
}

/// Returns `true` if a text can be the query of a draft: the characters and length of a link.
#[must_use]
pub fn is_query(text: &str) -> bool {
    text.len() <= MAX_QUERY_BYTES && text.bytes().all(|byte| byte.is_ascii_graphic())
}

/// Appends a JSON string. Written by hand because nothing else in the page writes JSON.
fn push_text(out: &mut String, text: &str) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            // Clean names have no control characters, but any input must become valid JSON.
            c if c.is_ascii_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out.push('"');
}

#[cfg(test)]
pub(crate) mod tests;
