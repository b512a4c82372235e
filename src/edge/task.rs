//! The tasks of the browser: nothing else happens on the page while one of them lasts.

use core::cell::Cell;
use js_sys::Promise;
use wasm_bindgen_futures::{JsFuture, spawn_local};

/// Goes on in the next task, after what else is waiting: what a reader pressed, or a frame.
pub async fn next() {
    // A timer, though one that follows on others waits four milliseconds: a message to oneself does
    // not, but where the clock is a made-up one, as that of a crawler, the clock runs away from it.
    let come = Promise::new(&mut |come, _| {
        let timer = web_sys::window().map(|window| window.set_timeout_with_callback(&come).is_ok());
        if timer != Some(true) {
            // Nothing waits then that could be held up.
            let _ = come.call0(&come);
        }
    });
    let _ = JsFuture::from(come).await;
}

/// Goes on once what has changed is on the screen; a tab that nobody sees paints nothing, and is not
/// waited for.
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

/// Returns the milliseconds that the page has been open. The time of day would not do: it can be set
/// back, and stands still where a test or a crawler has made it up.
fn running_time() -> f64 {
    let performance = web_sys::window().and_then(|window| window.performance());
    performance.map_or(0.0, |performance| performance.now())
}

/// Long work, cut into tasks where it can be.
pub struct Work {
    /// When the task that it is in began, in milliseconds.
    began: Cell<f64>,
}

impl Work {
    /// How long a task goes on, in milliseconds: a phone of a quarter of the speed still answers
    /// within 50 ms, and it is twice as long as the next may be waited for.
    const STRETCH: f64 = 8.0;

    /// Begins.
    #[must_use]
    pub fn begin() -> Self {
        Self { began: Cell::new(running_time()) }
    }

    /// Whether the task has gone on for long.
    #[must_use]
    pub fn is_over(&self) -> bool {
        running_time() - self.began.get() >= Self::STRETCH
    }

    /// Goes on in the next task.
    pub async fn rest(&self) {
        next().await;
        self.began.set(running_time());
    }

    /// Here it can be cut: goes on in the next task if this one has gone on for long.
    pub async fn pause(&self) {
        if self.is_over() {
            self.rest().await;
        }
    }
}
