//! Files over the network: within limits of size and time, and as data or not at all.

use crate::model::begins_object;
use gloo_net::http::Response;
use js_sys::{IteratorNext, Uint8Array};
use leptos::prelude::{IntervalHandle, set_interval_with_handle};
use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortController, ReadableStreamDefaultReader, RequestCache, RequestInit};

/// Why a file could not be had.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum FetchError {
    /// The server answered with this status.
    Status(u16),
    /// No answer, or it broke off; in the browser's own words.
    Network(String),
    /// Nothing came for too long, or not all of it in time.
    TimedOut,
    /// It has more bytes than may be read.
    TooLarge,
    /// It is no object of JSON: a page to sign in on, or an error in a page of its own.
    NotData,
}

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
        // A browser without it waits for as long as it likes.
        let control = AbortController::new().ok();
        let signal = control.as_ref().map(AbortController::signal);
        let with = RequestInit::new();
        with.set_cache(RequestCache::NoCache);
        with.set_signal(signal.as_ref());
        // Asked for now, not when it is first waited for, as a request of gloo-net would be.
        let answer = web_sys::window().map(|window| window.fetch_with_str_and_init(url, &with));
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
        let watch = Watch::new(self.control.clone(), &limits);
        let failed = |error: JsValue| match watch.has_expired() {
            true => FetchError::TimedOut,
            false => FetchError::Network(message(&error)),
        };
        let answer = self.answer.take().ok_or(FetchError::NotData)?.await.map_err(failed)?;
        let response = Response::from(answer.unchecked_into::<web_sys::Response>());
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

        let body = response.body().ok_or(FetchError::NotData)?;
        let reader = ReadableStreamDefaultReader::new(&body).map_err(failed)?;
        let (mut bytes, mut has_begun) = (Vec::new(), false);
        loop {
            let part = JsFuture::from(reader.read()).await.map_err(failed)?;
            let part: IteratorNext = part.unchecked_into();
            if part.done() {
                return if has_begun { Ok(bytes) } else { Err(FetchError::NotData) };
            }
            watch.has_come();
            let part: Uint8Array = part.value().unchecked_into();
            if bytes.len().saturating_add(part.length() as usize) > limits.bytes {
                return Err(FetchError::TooLarge);
            }
            bytes.extend_from_slice(&part.to_vec());
            if !has_begun {
                has_begun = match begins_object(&bytes) {
                    Some(false) => return Err(FetchError::NotData),
                    begins => begins.is_some(),
                };
            }
            tell(bytes.len(), total.filter(|total| *total >= bytes.len()));
        }
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
struct Watch {
    silent: Rc<Cell<u32>>,
    expired: Rc<Cell<bool>>,
    ticks: Option<IntervalHandle>,
}

impl Watch {
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

    fn has_expired(&self) -> bool {
        self.expired.get()
    }
}

impl Drop for Watch {
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

/// A number from 0 to 1 that no two pages share.
#[must_use]
pub fn random() -> f64 {
    js_sys::Math::random()
}
