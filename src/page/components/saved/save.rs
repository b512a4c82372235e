//! Button that saves a file.

use crate::page::components::{ActionOutcome, button};
use crate::page::context::{use_chunks, use_load};
use crate::page::dom::{Element, IntoView};
use crate::page::lazy::SaveCode;
use crate::page::reactive::effect;
use crate::session::Chunk;
use crate::words::catalogue::page;
use leptos::prelude::*;

/// Returns a button that loads the code that writes files, and then calls `save`.
///
/// `save` returns `true` if the browser could be asked to save a file; `None` if there is nothing
/// to save, or if it reports the outcome itself.
pub fn save_button(
    words: impl IntoView,
    outcome: RwSignal<Option<ActionOutcome>>,
    save: impl Fn(&'static SaveCode) -> Option<bool> + 'static,
) -> Element {
    let (code, load) = (use_chunks().save.code, use_load());
    let is_wanted = RwSignal::new(false);
    effect(move |_| {
        let code = code.get();
        if is_wanted.get()
            && let Some(code) = code
        {
            is_wanted.set(false);
            tell(outcome, code.map_or(Some(false), &save));
        }
    });
    button(words, move |_| {
        load(Chunk::Save);
        is_wanted.set(true);
    })
}

/// Puts the status message of saving a file into `outcome`; `None` changes nothing.
pub fn tell(outcome: RwSignal<Option<ActionOutcome>>, is_saved: Option<bool>) {
    if let Some(is_saved) = is_saved {
        let entry = if is_saved { page::DOWNLOADED } else { page::FILE_FAILED };
        outcome.set(Some(ActionOutcome::Message(entry)));
    }
}
