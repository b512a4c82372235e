//! What the browser remembers between visits. A store that is full, forbidden or absent
//! remembers nothing; the page works all the same.

const LANG: &str = "jari.lang";

fn store() -> Option<web_sys::Storage> {
    web_sys::window()?.local_storage().ok().flatten()
}

/// The language tag that was chosen last.
#[must_use]
pub fn lang() -> Option<String> {
    store()?.get_item(LANG).ok().flatten()
}

/// Remembers a language tag.
pub fn set_lang(tag: &str) {
    if let Some(store) = store() {
        let _ = store.set_item(LANG, tag);
    }
}
