//! Requests over the network, in both directions, with limits of size and time.

use crate::exchange::fetch::FetchError;
use crate::model::begins_object;
use gloo_net::http::Response;
use js_sys::{IteratorNext, Object, Reflect, Uint8Array};
use leptos::prelude::{IntervalHandle, set_interval_with_handle};
use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortController, ReadableStreamDefaultReader, RequestCache, RequestInit};

/// Limits of size and time for one response.
pub struct Limits {
    /// Bytes of the whole body.
    pub bytes: usize,
    /// Seconds without a byte.
    pub silent_seconds: u32,
    /// Seconds in total.
    pub seconds: u32,
}

/// Request in flight, aborted when it is dropped.
pub struct Fetching {
    answer: Option<JsFuture>,
    control: Option<AbortController>,
}

impl Fetching {
    /// Requests the file at `url`, absolute or relative to the page's address.
    ///
    /// The browser revalidates its cached copy with the server.
    #[must_use]
    pub fn start(url: &str) -> Self {
        let with = RequestInit::new();
        with.set_cache(RequestCache::NoCache);
        Self::with(url, &with)
    }

    /// Posts `json` to `url`, with `key` as the idempotency key by which the server counts it.
    ///
    /// Redirects are not followed, because the text would not be posted to the new address.
    /// Credentials go to the page's own origin only, so that whoever is signed in elsewhere stays a
    /// stranger there.
    #[must_use]
    pub fn post(url: &str, key: &str, json: &str) -> Self {
        // As names and values, because each setter of web-sys would be one more import of the first
        // load.
        let object = |fields: &[(&str, &JsValue)]| {
            let object = Object::new();
            for (name, value) in fields {
                // Setting a property of a plain object cannot fail.
                let _ = Reflect::set(&object, &JsValue::from_str(name), value);
            }
            object
        };
        let text = JsValue::from_str;
        let headers =
            object(&[("content-type", &text("application/json")), ("idempotency-key", &text(key))]);
        let with = object(&[
            ("method", &text("POST")),
            ("headers", &headers),
            ("body", &text(json)),
            ("cache", &text("no-store")),
            ("redirect", &text("manual")),
            ("credentials", &text("same-origin")),
        ]);
        let with: RequestInit = with.unchecked_into();
        Self::with(url, &with)
    }

    fn with(url: &str, with: &RequestInit) -> Self {
        // A browser without `AbortController` waits for as long as it likes.
        let control = AbortController::new().ok();
        let signal = control.as_ref().map(AbortController::signal);
        with.set_signal(signal.as_ref());
        // Sent now, not when it is first awaited, as a request of gloo-net would be.
        let answer = web_sys::window().map(|window| window.fetch_with_str_and_init(url, with));
        Self { answer: answer.map(JsFuture::from), control }
    }

    /// Returns the whole body; `tell` is called with the bytes received so far and the total if
    /// known.
    ///
    /// # Errors
    /// [`FetchError`] if the request fails, its status is no success, a limit is exceeded, or the
    /// body does not begin as a JSON object; then nothing more is received.
    pub async fn bytes(
        mut self,
        limits: Limits,
        tell: &dyn Fn(usize, Option<usize>),
    ) -> Result<Vec<u8>, FetchError> {
        let watch = Deadline::new(self.control.clone(), &limits);
        let response = self.response(&watch).await?;
        if !response.ok() {
            return Err(FetchError::Status(response.status()));
        }
        let headers = response.headers();
        let length = headers.get("content-length").and_then(|length| length.parse::<usize>().ok());
        if length.is_some_and(|length| length > limits.bytes) {
            return Err(FetchError::TooLarge);
        }
        if headers.get("content-type").is_some_and(|kind| kind.starts_with("text/html")) {
            return Err(FetchError::NotData);
        }
        // With a content encoding, the length counts compressed bytes, not the bytes received.
        let total = length.filter(|_| headers.get("content-encoding").is_none());

        let mut has_begun = false;
        let mut look = |bytes: &[u8]| {
            if !has_begun {
                has_begun = match begins_object(bytes) {
                    Some(false) => return Err(FetchError::NotData),
                    begins => begins.is_some(),
                };
            }
            tell(bytes.len(), total.filter(|total| *total >= bytes.len()));
            Ok(())
        };
        let bytes = receive(&response, &watch, limits.bytes, &mut look).await?;
        if has_begun { Ok(bytes) } else { Err(FetchError::NotData) }
    }

    /// Returns the response, whatever its status and content type; without its body if that exceeds
    /// `limits.bytes`.
    ///
    /// # Errors
    /// [`FetchError::Network`] or [`FetchError::TimedOut`]; then nothing more is received.
    /// [`FetchError::NotData`] if there is no window to send the request.
    pub async fn answer(mut self, limits: Limits) -> Result<Fetched, FetchError> {
        let watch = Deadline::new(self.control.clone(), &limits);
        let response = self.response(&watch).await?;
        let kind = response.headers().get("content-type").unwrap_or_default();
        let bytes = match receive(&response, &watch, limits.bytes, &mut |_| Ok(())).await {
            Err(FetchError::TooLarge) => Vec::new(),
            bytes => bytes?,
        };
        Ok(Fetched { status: response.status(), kind, bytes })
    }

    async fn response(&mut self, watch: &Deadline) -> Result<Response, FetchError> {
        let answer = self.answer.take().ok_or(FetchError::NotData)?;
        let answer = answer.await.map_err(|error| watch.error(&error))?;
        Ok(Response::from(answer.unchecked_into::<web_sys::Response>()))
    }
}

/// Response of a server.
pub struct Fetched {
    /// HTTP status; 0 for a redirect, which is not followed.
    pub status: u16,
    /// Content type; empty if the response has none.
    pub kind: String,
    /// Body; empty if it exceeded the limit.
    pub bytes: Vec<u8>,
}

/// Receives a body, empty if the response has none, of at most `most` bytes; `look` is called at
/// each part with all bytes received so far.
async fn receive(
    response: &Response,
    watch: &Deadline,
    most: usize,
    look: &mut dyn FnMut(&[u8]) -> Result<(), FetchError>,
) -> Result<Vec<u8>, FetchError> {
    let mut bytes = Vec::new();
    let Some(body) = response.body() else { return Ok(bytes) };
    let failed = |error: JsValue| watch.error(&error);
    let reader = ReadableStreamDefaultReader::new(&body).map_err(failed)?;
    loop {
        let part = JsFuture::from(reader.read()).await.map_err(failed)?;
        let part: IteratorNext = part.unchecked_into();
        if part.done() {
            return Ok(bytes);
        }
        watch.has_come();
        let part: Uint8Array = part.value().unchecked_into();
        if bytes.len().saturating_add(part.length() as usize) > most {
            return Err(FetchError::TooLarge);
        }
        bytes.extend_from_slice(&part.to_vec());
        look(&bytes)?;
    }
}

impl Drop for Fetching {
    fn drop(&mut self) {
        // Aborting a request that has ended does nothing.
        if let Some(control) = &self.control {
            control.abort();
        }
    }
}

/// Watchdog that aborts a request after too long a silence, or too long in total.
///
/// Time is counted in ticks of a second, so that a computer that slept has not let a request
/// expire.
struct Deadline {
    silent: Rc<Cell<u32>>,
    expired: Rc<Cell<bool>>,
    ticks: Option<IntervalHandle>,
}

impl Deadline {
    fn new(control: Option<AbortController>, limits: &Limits) -> Self {
        let (silent, expired, passed) = <(Rc<Cell<u32>>, Rc<Cell<bool>>, Cell<u32>)>::default();
        let (most_silent, most) = (limits.silent_seconds, limits.seconds);
        let tick = {
            let (silent, expired) = (Rc::clone(&silent), Rc::clone(&expired));
            move || {
                silent.set(silent.get().saturating_add(1));
                passed.set(passed.get().saturating_add(1));
                if silent.get() >= most_silent || passed.get() >= most {
                    expired.set(true);
                    if let Some(control) = &control {
                        control.abort();
                    }
                }
            }
        };
        let ticks = set_interval_with_handle(tick, Duration::from_secs(1)).ok();
        Self { silent, expired, ticks }
    }

    fn has_come(&self) {
        self.silent.set(0);
    }

    /// Returns the reason that a request failed: a timeout if this watchdog ended it, else the
    /// network.
    fn error(&self, error: &JsValue) -> FetchError {
        match self.expired.get() {
            true => FetchError::TimedOut,
            false => FetchError::Network(message(error)),
        }
    }
}

impl Drop for Deadline {
    fn drop(&mut self) {
        if let Some(ticks) = &self.ticks {
            ticks.clear();
        }
    }
}

/// Returns the message of a JavaScript error, or the value itself if it is a text; else an empty
/// text.
fn message(error: &JsValue) -> String {
    match error.dyn_ref::<js_sys::Error>() {
        Some(error) => error.message().into(),
        None => error.as_string().unwrap_or_default(),
    }
}
