//! Last good copies of files in the browser's cache storage, for use without a network.
//!
//! The storage may be absent, full or forbidden: then there is no copy, and nobody needs to hear of
//! it.

use crate::edge::clock;
use js_sys::Uint8Array;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Cache, Headers, Response, ResponseInit};

/// Name of the cache.
const STORE: &str = "jari-capacity";
/// Header with the minute in which a copy was kept.
const KEPT_AT: &str = "x-kept-at";

/// Kept copy of a file.
pub struct Copy {
    /// Content of the file.
    pub bytes: Vec<u8>,
    /// When it was kept, in minutes since 1970-01-01T00:00:00Z by the visitor's clock at that time.
    pub kept_at: u32,
}

/// Keeps a copy of the file at `url` in the background, replacing an older one.
pub fn keep(url: &str, bytes: Vec<u8>) {
    let url = url.to_owned();
    spawn_local(async move {
        // If this fails, the older copy stays.
        store(&url, bytes).await;
    });
}

/// Keeps a copy of the file at `url`, replacing an older one; returns `true` if there was room for
/// it.
pub async fn store(url: &str, bytes: Vec<u8>) -> bool {
    try_keep(url, bytes).await.is_ok()
}

/// Returns the copy of the file at `url`; `None` if there is none.
pub async fn read(url: &str) -> Option<Copy> {
    let found = open_cache().await.ok()?.match_with_str(url);
    let found = JsFuture::from(found).await.ok()?.dyn_into::<Response>().ok()?;
    let kept_at = found.headers().get(KEPT_AT).ok()??.parse().ok()?;
    let bytes = JsFuture::from(found.array_buffer().ok()?).await.ok()?;
    Some(Copy { bytes: Uint8Array::new(&bytes).to_vec(), kept_at })
}

async fn try_keep(url: &str, mut bytes: Vec<u8>) -> Result<(), JsValue> {
    let with = ResponseInit::new();
    let headers = Headers::new()?;
    headers.set(KEPT_AT, &clock::minute().to_string())?;
    with.set_headers_headers(&headers);
    let response = Response::new_with_opt_u8_array_and_init(Some(&mut *bytes), &with)?;
    // The response has its own copy, so ours need not last while the store is awaited.
    drop(bytes);
    let kept = open_cache().await?.put_with_str(url, &response);
    JsFuture::from(kept).await.map(drop)
}

async fn open_cache() -> Result<Cache, JsValue> {
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    let stores = window.caches()?;
    // An insecure page has no cache storage, whatever the type says.
    if stores.is_undefined() {
        return Err(JsValue::NULL);
    }
    JsFuture::from(stores.open(STORE)).await.map(|store| store.unchecked_into())
}
