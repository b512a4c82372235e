//! How far long work is, on the standard error.

use std::io::{self, Write};
use std::time::{Duration, Instant};

/// What takes less is not told of.
const PAUSE: Duration = Duration::from_secs(1);

/// How far long work is.
pub struct Progress {
    all: usize,
    next: Instant,
}

impl Progress {
    /// Work of so many steps that begins now.
    pub fn new(all: usize) -> Self {
        Self { all, next: now() + PAUSE }
    }

    /// Says once a second how many of them are done.
    pub fn say(&mut self, done: usize) {
        if now() < self.next {
            return;
        }
        self.next = now() + PAUSE;
        // Whoever does not listen misses nothing of the answer.
        let _ = writeln!(io::stderr().lock(), "jari: {done} of {} applications decided", self.all);
    }
}

#[expect(clippy::disallowed_methods, reason = "the tool has a clock, the core has none")]
fn now() -> Instant {
    Instant::now()
}
