//! The tasks of the browser: nothing else happens on the page while one of them lasts.

use core::cell::Cell;
use js_sys::{Date, Promise};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::MessageChannel;

/// Goes on in the next task, after what else is waiting: what a reader pressed, or a frame.
pub async fn next() {
    // A message to oneself: a timer that follows on timers waits four milliseconds.
    let Ok(channel) = MessageChannel::new() else { return };
    let come = Promise::new(&mut |come, _| {
        channel.port1().set_onmessage(Some(&come));
        if channel.port2().post_message(&JsValue::NULL).is_err() {
            // Nothing waits then that could be held up.
            let _ = come.call0(&JsValue::NULL);
        }
    });
    let _ = JsFuture::from(come).await;
    channel.port1().close();
}

/// Calls `act` in the next task.
pub fn later(act: impl FnOnce() + 'static) {
    spawn_local(async {
        next().await;
        act();
    });
}

/// Long work, cut into tasks where it can be.
pub struct Work {
    /// When the task that it is in began, in milliseconds.
    began: Cell<f64>,
}

impl Work {
    /// How long a task goes on, in milliseconds: so short that a stretch that cannot be cut may
    /// follow in it, and a phone of a quarter of the speed still answers within 50 ms.
    const STRETCH: f64 = 4.0;

    /// Begins.
    #[must_use]
    pub fn begin() -> Self {
        Self { began: Cell::new(Date::now()) }
    }

    /// Here it can be cut: goes on in the next task if this one has gone on for long.
    pub async fn pause(&self) {
        let worked = Date::now() - self.began.get();
        // A clock that was set back meanwhile is no reason to go on for an hour.
        if !(0.0..Self::STRETCH).contains(&worked) {
            next().await;
            self.began.set(Date::now());
        }
    }
}
