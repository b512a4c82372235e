//! Files that the page gives to the visitor.

use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

/// Asks the browser to save `text` as a file `name` of the media type `kind`; returns `true` if it
/// could be asked.
pub fn text(name: &str, kind: &str, text: &str) -> bool {
    try_save(name, kind, text).is_ok()
}

/// Asks the browser to save `blob` as a file `name`; returns `true` if it could be asked.
pub fn blob(name: &str, blob: &Blob) -> bool {
    try_save_blob(name, blob).is_ok()
}

fn try_save(name: &str, kind: &str, text: &str) -> Result<(), JsValue> {
    let with = BlobPropertyBag::new();
    with.set_type(kind);
    let parts = js_sys::Array::of1(&JsValue::from_str(text));
    let blob = Blob::new_with_str_sequence_and_options(&parts, &with)?;
    try_save_blob(name, &blob)
}

fn try_save_blob(name: &str, blob: &Blob) -> Result<(), JsValue> {
    let document = web_sys::window().and_then(|window| window.document()).ok_or(JsValue::NULL)?;
    let url = Url::create_object_url_with_blob(blob)?;
    let link: HtmlAnchorElement = document.create_element("a")?.unchecked_into();
    link.set_href(&url);
    link.set_download(name);
    link.click();
    Url::revoke_object_url(&url)
}
