//! Progress of long work, on the standard error.

use std::io::{self, Write};
use std::time::{Duration, Instant};

/// Time between reports; shorter work reports nothing.
const PAUSE: Duration = Duration::from_secs(1);

/// Progress of long work.
pub struct Progress {
    all: usize,
    next: Instant,
}

impl Progress {
    /// Starts the progress of work with `all` steps.
    pub fn new(all: usize) -> Self {
        Self { all, next: now() + PAUSE }
    }

    /// Reports the number of decided applications, at most once a second.
    pub fn say(&mut self, done: usize) {
        if now() < self.next {
            return;
        }
        self.next = now() + PAUSE;
        // Progress that cannot be written does not affect the answer.
        let _ = writeln!(io::stderr().lock(), "jari: {done} of {} applications decided", self.all);
    }
}

#[expect(clippy::disallowed_methods, reason = "the tool has a clock, the core has none")]
fn now() -> Instant {
    Instant::now()
}
