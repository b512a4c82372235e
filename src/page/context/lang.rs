//! The language shown.

use super::use_route;
use crate::edge::storage;
use crate::page::state::State;
use crate::words::Lang;
use crate::words::catalogue::Entry;
use leptos::prelude::*;

/// Returns the language shown.
pub fn use_lang() -> Memo<Lang> {
    expect_context::<State>().lang
}

/// Returns the words of an entry in the language shown, as a child or an attribute.
pub fn t(entry: Entry) -> impl Fn() -> &'static str + Copy + Send + Sync + 'static {
    let lang = use_lang();
    move || entry.get(lang.get())
}

/// Returns what shows the page in a language from now on.
pub fn use_set_lang() -> impl Fn(Lang) + Copy {
    let route = use_route();
    move |lang| {
        storage::set_lang(lang.tag());
        route.update(|route| route.lang = Some(lang));
    }
}
