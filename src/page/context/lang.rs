//! The language shown.

use crate::page::state::State;
use crate::words::Lang;
use crate::words::catalogue::Entry;
use leptos::prelude::*;

/// Returns the language shown.
pub fn use_lang() -> Memo<Lang> {
    expect_context::<State>().lang
}

/// Returns the words of an entry in the language shown, for an attribute.
pub fn t(entry: Entry) -> impl Fn() -> &'static str + Copy + Send + Sync + 'static {
    let lang = use_lang();
    move || entry.get(lang.get())
}
