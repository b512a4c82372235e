//! Files beside the page.

use gloo_net::http::{Request, RequestBuilder};
use web_sys::RequestCache;

/// Why a file could not be had.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum FetchError {
    /// The server answered with this status.
    Status(u16),
    /// No answer, or it broke off; in the browser's own words.
    Network(String),
}

/// The bytes of the file at `url`, relative to the page.
///
/// The browser asks the server whether its copy is still the newest one.
///
/// # Errors
/// [`FetchError`], where the server does not answer or has no such file.
pub async fn bytes(url: &str) -> Result<Vec<u8>, FetchError> {
    let network = |error: gloo_net::Error| FetchError::Network(error.to_string());
    let request: RequestBuilder = Request::get(url).cache(RequestCache::NoCache);
    let response = request.send().await.map_err(network)?;
    if !response.ok() {
        return Err(FetchError::Status(response.status()));
    }
    response.binary().await.map_err(network)
}
