//! Language shown.

use super::provided::provided;
use super::use_route;
use crate::edge::storage;
use crate::words::Lang;
use crate::words::catalogue::Entry;
use leptos::prelude::*;

#[derive(Clone, Copy)]
struct LangContext(Memo<Lang>);

/// Provides the language of the address, else that of the shell, which `boot.js` has set: the one
/// chosen last, else the first of the browser's languages that the page speaks.
pub fn provide_lang() {
    let route = use_route();
    let shell = document().document_element().and_then(|root| root.get_attribute("lang"));
    let shell = shell.and_then(|tag| Lang::from_tag(&tag)).unwrap_or_default();
    let lang = Memo::new(move |_| route.with(|route| route.lang).unwrap_or(shell));
    provide_context(LangContext(lang));
}

/// Returns the language shown.
pub fn use_lang() -> Memo<Lang> {
    provided::<LangContext>().0
}

/// Returns the words of an entry in the language shown, as a child or an attribute.
pub fn t(entry: Entry) -> impl Fn() -> &'static str + Copy + Send + Sync + 'static {
    let lang = use_lang();
    move || entry.get(lang.get())
}

/// Returns a function that shows the page in a language from now on.
pub fn use_set_lang() -> impl Fn(Lang) + Copy {
    let route = use_route();
    move |lang| {
        // For the next page that is opened without a language in its address.
        storage::set_lang(lang.tag());
        route.update(|route| route.lang = Some(lang));
    }
}
