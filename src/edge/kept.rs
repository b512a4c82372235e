//! The last good copy of a file, for when there is no network. There may be no place for it, no
//! room, or no permission: then there is none, and nobody needs to hear of it.

use crate::edge::clock;
use gloo_net::http::Response;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::Cache;

/// The name of the store.
const STORE: &str = "jari-capacity";
/// The minute in which a copy was kept.
const KEPT_AT: &str = "x-kept-at";

/// A copy.
pub struct Copy {
    /// What it holds.
    pub bytes: Vec<u8>,
    /// When it was kept, in minutes since 1970-01-01T00:00:00Z by the visitor's clock then.
    pub kept_at: i64,
}

/// Keeps a copy of the file at `url` in the place of an older one.
pub fn keep(url: &str, bytes: Vec<u8>) {
    let url = url.to_owned();
    spawn_local(async move {
        // The older one stays.
        let _ = try_keep(&url, bytes).await;
    });
}

/// The copy of the file at `url`.
pub async fn read(url: &str) -> Option<Copy> {
    let found = store().await.ok()?.match_with_str(url);
    let found = JsFuture::from(found).await.ok()?.dyn_into::<web_sys::Response>().ok()?;
    let found = Response::from(found);
    let kept_at = found.headers().get(KEPT_AT)?.parse().ok()?;
    Some(Copy { bytes: found.binary().await.ok()?, kept_at })
}

async fn try_keep(url: &str, mut bytes: Vec<u8>) -> Result<(), JsValue> {
    let response =
        Response::builder().header(KEPT_AT, &clock::minute().to_string()).body(Some(&mut *bytes));
    let response = response.map_err(|_| JsValue::NULL)?;
    // The browser has it now.
    drop(bytes);
    let kept = store().await?.put_with_str(url, &response.into());
    JsFuture::from(kept).await.map(drop)
}

async fn store() -> Result<Cache, JsValue> {
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    let stores = window.caches()?;
    // Where the page is not secure there is none, whatever the type says.
    if stores.is_undefined() {
        return Err(JsValue::NULL);
    }
    JsFuture::from(stores.open(STORE)).await.map(|store| store.unchecked_into())
}
