//! Coverage-guided fuzzing of everything that is read: `make fuzz`.
//!
//! `JARI_INPUT` names one of [`inputs::ALL`]; the rest of the command line is libFuzzer's. A panic,
//! a second of work or 256 MB of memory for one input ends the run, and the input is kept.

#![no_main]

#[path = "../core/inputs/mod.rs"]
mod inputs;
mod mutation;

use std::env;
use std::sync::LazyLock;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering::Relaxed};
use std::time::{Duration, Instant};

use libfuzzer_sys::{fuzz_mutator, fuzz_target, fuzzer_mutate};
use peak_alloc::PeakAlloc;

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

/// No input may take longer, or more memory than this.
const MOST_TIME: Duration = Duration::from_secs(1);
const MOST_BYTES: usize = 256 * 1024 * 1024;

static CHECK: LazyLock<inputs::Check> = LazyLock::new(|| {
    let name = env::var("JARI_INPUT").unwrap_or_default();
    let found = inputs::ALL.into_iter().find(|(known, _)| *known == name);
    found.map(|(_, check)| check).unwrap_or_else(|| {
        panic!("JARI_INPUT must be one of {:?}", inputs::ALL.map(|(name, _)| name))
    })
});

/// The slowest input so far in microseconds, and the one that took most memory in bytes.
static SLOWEST: AtomicU64 = AtomicU64::new(0);
static LARGEST: AtomicUsize = AtomicUsize::new(0);

fuzz_target!(|bytes: &[u8]| {
    let check = *CHECK;
    let (mut time, peak) = measured(check, bytes);
    // Others work on this machine too: only what is slow three times is slow.
    for _ in 0..2 {
        if time > Duration::from_micros(SLOWEST.load(Relaxed)) {
            time = time.min(measured(check, bytes).0);
        }
    }
    let time_us = u64::try_from(time.as_micros()).unwrap_or(u64::MAX);
    let slower = SLOWEST.fetch_max(time_us, Relaxed) < time_us;
    let larger = LARGEST.fetch_max(peak, Relaxed) < peak;
    if slower || larger {
        let (time, peak) = (SLOWEST.load(Relaxed), LARGEST.load(Relaxed) / 1024);
        eprintln!("watch: slowest {time} us, peak {peak} KiB");
    }
    assert!(time <= MOST_TIME, "{time:?} for one input");
    assert!(peak <= MOST_BYTES, "{peak} bytes of memory for one input");
});

#[expect(clippy::disallowed_methods, reason = "time is what is measured here")]
fn measured(check: inputs::Check, bytes: &[u8]) -> (Duration, usize) {
    MEMORY.reset_peak_usage();
    let before = MEMORY.current_usage();
    let start = Instant::now();
    check(bytes);
    (start.elapsed(), MEMORY.peak_usage().saturating_sub(before))
}

// Half of the inputs are changed by bytes, half as what they mean.
fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| {
    let changed = seed.is_multiple_of(2).then(|| mutation::changed(&data[..size], seed)).flatten();
    match changed {
        Some(changed) if changed.len() <= max_size => {
            data[..changed.len()].copy_from_slice(&changed);
            changed.len()
        }
        _ => fuzzer_mutate(data, size, max_size),
    }
});
