//! Notifications, as long as the page is open. A browser may have none, or refuse them.

use super::js::Js;
use js_sys::Promise;
use wasm_bindgen::JsCast as _;
use wasm_bindgen_futures::JsFuture;

/// The browser's class of them; `None` where it has none.
fn class() -> Option<Js> {
    Js::new(js_sys::global()).get("Notification")
}

/// Whether the reader has allowed them.
#[must_use]
pub fn is_granted() -> bool {
    class().is_some_and(|class| class.text("permission") == "granted")
}

/// Asks the reader for permission: only where the reader has just pressed for it; whether they are
/// allowed then.
pub async fn ask() -> bool {
    let answer = class().and_then(|class| class.call("requestPermission", &[]));
    if let Some(answer) = answer.and_then(|answer| answer.value().dyn_into::<Promise>().ok()) {
        // What it says is looked up below.
        let _ = JsFuture::from(answer).await;
    }
    is_granted()
}

/// Shows one, and whether the browser did: phones allow them and show none from a page.
#[must_use]
pub fn show(text: &str) -> bool {
    is_granted() && Js::construct("Notification", &[text.into()]).is_some()
}
