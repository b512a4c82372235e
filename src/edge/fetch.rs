//! Files over the network, to the page and from it: within limits of size and time.

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

/// How much of a file, and of anybody's time, may be taken.
pub struct Limits {
    /// Bytes of all of it.
    pub bytes: usize,
    /// Seconds without a byte.
    pub silent_seconds: u32,
    /// Seconds for all of it.
    pub seconds: u32,
}

/// A request on its way; dropped, it is given up.
pub struct Fetching {
    answer: Option<JsFuture>,
    control: Option<AbortController>,
}

impl Fetching {
    /// Asks for the file at `url`, from the page's own or as a whole.
    ///
    /// The browser asks the server whether its copy is still the newest one.
    #[must_use]
    pub fn start(url: &str) -> Self {
        let with = RequestInit::new();
        with.set_cache(RequestCache::NoCache);
        Self::with(url, &with)
    }

    /// Posts a file of JSON to `url` under a key that the server counts it by.
    ///
    /// Nobody is followed to another address, where it would not be posted any more; and whoever is
    /// signed in elsewhere stays a stranger there.
    #[must_use]
    pub fn post(url: &str, key: &str, json: &str) -> Self {
        // As names and values: each setter of its own would be one more thing that the first load
        // imports.
        let object = |fields: &[(&str, &JsValue)]| {
            let object = Object::new();
            for (name, value) in fields {
                // A plain object refuses nothing.
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
        // A browser without it waits for as long as it likes.
        let control = AbortController::new().ok();
        let signal = control.as_ref().map(AbortController::signal);
        with.set_signal(signal.as_ref());
        // Asked for now, not when it is first waited for, as a request of gloo-net would be.
        let answer = web_sys::window().map(|window| window.fetch_with_str_and_init(url, with));
        Self { answer: answer.map(JsFuture::from), control }
    }

    /// The bytes, all of them; `tell` hears how many have come, and of how many where it is known.
    ///
    /// # Errors
    /// [`FetchError`]; then nothing more is received.
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
        // What is compressed has another length.
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

    /// The answer, whatever its status and its kind; without a body where that is too large.
    ///
    /// # Errors
    /// [`FetchError::Network`] or [`FetchError::TimedOut`]; then nothing more is received.
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

/// An answer of a server.
pub struct Fetched {
    /// The status of HTTP; 0 where it leads to another address.
    pub status: u16,
    /// Its content type, empty where it has none.
    pub kind: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// Receives a body, none where there is none; `look` sees, at each part, all that has come.
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
        // What has come to its end is left alone.
        if let Some(control) = &self.control {
            control.abort();
        }
    }
}

/// Ends a request for which too much time has passed: in ticks of a second, so that a computer
/// that slept has not let one expire.
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

    /// Why a request failed.
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

/// What an error says of itself.
fn message(error: &JsValue) -> String {
    match error.dyn_ref::<js_sys::Error>() {
        Some(error) => error.message().into(),
        None => error.as_string().unwrap_or_default(),
    }
}
