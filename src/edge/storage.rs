//! What the browser remembers: between visits, and in one tab over a reload. A store may be full,
//! forbidden or absent; the page works all the same.

use js_sys::Reflect;
use wasm_bindgen::JsValue;

const LANG: &str = "jari.lang";
/// Where drafts are stored.
pub const DRAFTS: &str = "jari.drafts";
/// Where it is stored what they were answered last.
pub const ANSWERS: &str = "jari.answers";

/// How long something is remembered.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Area {
    /// By every tab, until somebody removes it.
    Kept,
    /// By this tab, until it is closed.
    Tab,
}

/// Why something is not remembered.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum StorageError {
    /// There is no room left.
    Full,
    /// There is no store, or it may not be used.
    Forbidden,
}

fn store(area: Area) -> Result<web_sys::Storage, StorageError> {
    let window = web_sys::window().ok_or(StorageError::Forbidden)?;
    let store = match area {
        Area::Kept => window.local_storage(),
        Area::Tab => window.session_storage(),
    };
    store.ok().flatten().ok_or(StorageError::Forbidden)
}

/// What is remembered by this name.
///
/// # Errors
/// [`StorageError::Forbidden`].
pub fn read(area: Area, name: &str) -> Result<Option<String>, StorageError> {
    store(area)?.get_item(name).map_err(|_| StorageError::Forbidden)
}

/// Remembers a text.
///
/// # Errors
/// [`StorageError`]; what was remembered before stays.
pub fn write(area: Area, name: &str, text: &str) -> Result<(), StorageError> {
    store(area)?.set_item(name, text).map_err(|error| why(&error))
}

/// Forgets what is remembered by this name.
pub fn remove(area: Area, name: &str) {
    if let Ok(store) = store(area) {
        // Only a store that cannot be used refuses, and that remembers nothing.
        let _ = store.remove_item(name);
    }
}

fn why(error: &JsValue) -> StorageError {
    let name = Reflect::get(error, &JsValue::from_str("name")).ok();
    // Older versions of Firefox have a name of their own for it.
    match name.and_then(|name| name.as_string()).as_deref() {
        Some("QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED") => StorageError::Full,
        _ => StorageError::Forbidden,
    }
}

/// Remembers the language tag that was chosen last, where there is a store to do so: `boot.js` reads
/// it at the next visit.
pub fn set_lang(tag: &str) {
    let _ = write(Area::Kept, LANG, tag);
}
