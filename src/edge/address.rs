//! The page's address: its query holds the whole state of the view.

use wasm_bindgen::JsValue;
use web_sys::Url;

fn window() -> Option<web_sys::Window> {
    web_sys::window()
}

/// Returns the query of the page's address, without the question mark.
#[must_use]
pub fn query() -> String {
    let search = window().and_then(|window| window.location().search().ok());
    search.map_or_else(String::new, |search| search.trim_start_matches('?').to_owned())
}

/// Returns the page's address without query and fragment.
#[must_use]
pub fn page() -> String {
    let href = href();
    href.split(['?', '#']).next().unwrap_or_default().to_owned()
}

/// Returns the page's whole address.
#[must_use]
pub fn href() -> String {
    window().and_then(|window| window.location().href().ok()).unwrap_or_default()
}

/// Resolves `address`, absolute or relative to the page's own, to an absolute URL; `None` if it is
/// not valid.
#[must_use]
pub fn whole(address: &str) -> Option<Url> {
    Url::new_with_base(address, &href()).ok()
}

/// Effect of a new query on the browser's history.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum HistoryStep {
    /// New entry: the back button returns to the query before.
    New,
    /// Same entry, replaced: the back button leads to where it led before.
    Same,
}

/// Writes `query` into the address without loading anything.
pub fn set_query(query: &str, step: HistoryStep) {
    let Some(history) = window().and_then(|window| window.history().ok()) else { return };
    let url = format!("?{query}");
    // Browsers refuse too many changes in a short time; the next one carries the state anyway.
    let _ = match step {
        HistoryStep::New => history.push_state_with_url(&JsValue::NULL, "", Some(&url)),
        HistoryStep::Same => history.replace_state_with_url(&JsValue::NULL, "", Some(&url)),
    };
}

/// Reloads the page.
pub fn reload() {
    if let Some(window) = window() {
        // Refused only by a document that is gone.
        let _ = window.location().reload();
    }
}
