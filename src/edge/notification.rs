//! Notifications while the page is open; a browser may have none, or refuse them.

use super::js::Js;
use js_sys::Promise;
use wasm_bindgen::JsCast as _;
use wasm_bindgen_futures::JsFuture;

/// Returns the browser's `Notification` class; `None` if it has none.
fn class() -> Option<Js> {
    Js::new(js_sys::global()).get("Notification")
}

/// Returns `true` if the reader has allowed notifications.
#[must_use]
pub fn is_granted() -> bool {
    class().is_some_and(|class| class.text("permission") == "granted")
}

/// Asks the reader for permission; returns `true` if notifications are allowed then. To be called
/// only right after the reader has pressed for it.
pub async fn ask() -> bool {
    let answer = class().and_then(|class| class.call("requestPermission", &[]));
    if let Some(answer) = answer.and_then(|answer| answer.value().dyn_into::<Promise>().ok()) {
        // The decision is read from the permission below.
        let _ = JsFuture::from(answer).await;
    }
    is_granted()
}

/// Shows a notification; returns `true` if the browser did, as phones may allow them and yet show
/// none from a page.
#[must_use]
pub fn show(text: &str) -> bool {
    is_granted() && Js::construct("Notification", &[text.into()]).is_some()
}
