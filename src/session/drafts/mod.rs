//! Drafts while the page is open: which changes a tab may write, undo and restore, the state of
//! saving, and the messages about it. The storage format is in [`crate::exchange::drafts`].

mod actions;
mod store;
mod tab;
mod undo;
mod words;

pub use actions::{Deleted, delete, duplicate, put_back};
pub use store::{Broken, Message, SaveError, Store};
pub use tab::{Clash, DraftPlace, Saved, Tab};
pub use words::{Act, MessageView, copy_name, message, name, new_name, shortcut, status, summary};

#[cfg(test)]
mod tests;
