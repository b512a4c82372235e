//! Clipboard access.

use wasm_bindgen_futures::JsFuture;

/// Copies `text`; returns `true` if the browser allowed it.
pub async fn copy(text: &str) -> bool {
    let Some(window) = web_sys::window().filter(web_sys::Window::is_secure_context) else {
        return false;
    };
    let clipboard = window.navigator().clipboard();
    // Browsers embedded in other programs may have no clipboard, whatever the type says.
    if clipboard.is_undefined() {
        return false;
    }
    JsFuture::from(clipboard.write_text(text)).await.is_ok()
}
