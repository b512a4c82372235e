//! Notifications, as long as the page is open. A browser may have none, or refuse them.
//!
//! They are looked up by name: what is bound instead is a function each in the first load, which few
//! readers would use.

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Notification;

fn notification(name: &str) -> Option<JsValue> {
    let notification = Reflect::get(&js_sys::global(), &"Notification".into()).ok()?;
    Reflect::get(&notification, &name.into()).ok()
}

/// Whether the reader has allowed them.
#[must_use]
pub fn is_granted() -> bool {
    let permission = notification("permission").and_then(|it| it.as_string());
    permission.as_deref() == Some("granted")
}

/// Asks the reader for permission: only where the reader has just pressed for it; whether they are
/// allowed then.
pub async fn ask() -> bool {
    if let Some(answer) = request() {
        // What it says is looked up below.
        let _ = JsFuture::from(answer).await;
    }
    is_granted()
}

fn request() -> Option<Promise> {
    let ask: Function = notification("requestPermission")?.dyn_into().ok()?;
    let class = Reflect::get(&js_sys::global(), &"Notification".into()).ok()?;
    ask.call0(&class).ok()?.dyn_into().ok()
}

/// Shows one; nothing where the browser does not.
pub fn show(text: &str) {
    if is_granted() {
        // Phones show none from a page.
        let _ = Notification::new(text);
    }
}
