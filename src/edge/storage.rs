//! Browser storage, between visits and in one tab over a reload.
//!
//! A store may be full, forbidden or absent; the page works all the same.

use js_sys::Reflect;
use wasm_bindgen::JsValue;

const LANG: &str = "jari.lang";
/// Storage key of the drafts.
pub const DRAFTS: &str = "jari.drafts";
/// Storage key of the last known answers to drafts.
pub const ANSWERS: &str = "jari.answers";

/// Lifetime of a stored text.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Area {
    /// Shared by every tab, until it is removed.
    Kept,
    /// For this tab, until it is closed.
    Tab,
}

/// Reason that a text cannot be read or stored.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum StorageError {
    /// The store has no room left.
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

/// Returns the text stored under `name`.
///
/// # Errors
/// [`StorageError::Forbidden`] if there is no store or it may not be used.
pub fn read(area: Area, name: &str) -> Result<Option<String>, StorageError> {
    store(area)?.get_item(name).map_err(|_| StorageError::Forbidden)
}

/// Stores `text` under `name`.
///
/// # Errors
/// [`StorageError`] if the store is full, forbidden or absent; the text stored before stays.
pub fn write(area: Area, name: &str, text: &str) -> Result<(), StorageError> {
    store(area)?.set_item(name, text).map_err(|error| why(&error))
}

/// Removes the text stored under `name`.
pub fn remove(area: Area, name: &str) {
    if let Ok(store) = store(area) {
        // Only an unusable store refuses, and that remembers nothing.
        let _ = store.remove_item(name);
    }
}

fn why(error: &JsValue) -> StorageError {
    let name = Reflect::get(error, &JsValue::from_str("name")).ok();
    // Older versions of Firefox have another name for this error.
    match name.and_then(|name| name.as_string()).as_deref() {
        Some("QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED") => StorageError::Full,
        _ => StorageError::Forbidden,
    }
}

/// Stores the language tag chosen last, if there is a store: `boot.js` reads it at the next visit.
pub fn set_lang(tag: &str) {
    let _ = write(Area::Kept, LANG, tag);
}
