//! Tasks of the browser's event loop: nothing else happens on the page while one of them runs.

use core::cell::Cell;
use js_sys::Promise;
use wasm_bindgen_futures::{JsFuture, spawn_local};

/// Continues in the next task, after what is already waiting, such as a key press or a frame.
pub async fn next() {
    // A timer, although a nested one is delayed by four milliseconds: a message to oneself is not
    // delayed, but under a made-up clock, such as a crawler's, the clock runs away from it.
    let come = Promise::new(&mut |come, _| {
        let timer = web_sys::window().map(|window| window.set_timeout_with_callback(&come).is_ok());
        if timer != Some(true) {
            // Without a timer, nothing is waiting that could be held up.
            let _ = come.call0(&come);
        }
    });
    let _ = JsFuture::from(come).await;
}

/// Continues once the latest changes are on the screen, or after 100 ms: a hidden tab paints
/// nothing, and is not waited for.
pub async fn painted() {
    const PATIENCE_MS: i32 = 100;
    if let Some(window) = web_sys::window() {
        let come = Promise::new(&mut |come, _| {
            let _ = window.request_animation_frame(&come);
            let _ =
                window.set_timeout_with_callback_and_timeout_and_arguments_0(&come, PATIENCE_MS);
        });
        let _ = JsFuture::from(come).await;
    }
    next().await;
}

/// Calls `act` in the next task.
pub fn later(act: impl FnOnce() + 'static) {
    spawn_local(async {
        next().await;
        act();
    });
}

/// Returns how long the page has been open, in milliseconds.
///
/// Not the time of day, which can be set back, and stands still where a test or a crawler has made
/// it up.
fn running_time() -> f64 {
    let performance = web_sys::window().and_then(|window| window.performance());
    performance.map_or(0.0, |performance| performance.now())
}

/// Long computation that is cut into tasks where possible.
pub struct Work {
    /// Start of the current task, in milliseconds since the page was opened.
    began: Cell<f64>,
}

impl Work {
    /// Longest run of one task, in milliseconds: a phone of a quarter of the speed still answers
    /// within 50 ms, and it is twice the delay of the next task.
    const STRETCH: f64 = 8.0;

    /// Starts the first task.
    #[must_use]
    pub fn begin() -> Self {
        Self { began: Cell::new(running_time()) }
    }

    /// Returns `true` if the current task has run for its full stretch.
    #[must_use]
    pub fn is_over(&self) -> bool {
        running_time() - self.began.get() >= Self::STRETCH
    }

    /// Continues in the next task.
    pub async fn rest(&self) {
        next().await;
        self.began.set(running_time());
    }

    /// Marks a place where the work can be cut: continues in the next task if this one has run for
    /// its full stretch.
    pub async fn pause(&self) {
        if self.is_over() {
            self.rest().await;
        }
    }
}
