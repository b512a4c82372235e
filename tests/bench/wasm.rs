//! The benchmarks for a host of WebAssembly: Node, or a page in a browser.

use crate::line::Line;
use crate::work::{self, Group, Task};
use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = performance)]
    fn now() -> f64;
    #[wasm_bindgen(js_namespace = console)]
    fn error(message: &str);
}

/// How long a work is repeated: before it counts, so that the host has compiled it for speed;
/// for one sample, far above the grain of the clock; for all samples.
struct Patience {
    warm_up_ms: f64,
    sample_ms: f64,
    all_ms: f64,
}

const PATIENCE: Patience = Patience { warm_up_ms: 150.0, sample_ms: 10.0, all_ms: 400.0 };
const QUICK: Patience = Patience { warm_up_ms: 5.0, sample_ms: 5.0, all_ms: 20.0 };
const LEAST_SAMPLES: usize = 5;

/// The benchmarks of one group, one after the other.
#[wasm_bindgen]
pub struct Bench {
    platform: String,
    group: &'static Group,
    tasks: Vec<Task>,
    patience: Patience,
}

#[wasm_bindgen]
impl Bench {
    /// Makes the group at this index ready, so far as there is one. It is made ready for
    /// `measure_memory` alone where `tasks` is false: memory that was used once stays counted.
    pub fn open(platform: String, index: usize, quick: bool, tasks: bool) -> Option<Self> {
        std::panic::set_hook(Box::new(|info| error(&info.to_string())));
        let group = work::groups(quick).get(index)?;
        let mut tasks = if tasks { group.tasks(quick) } else { Vec::new() };
        tasks.reverse();
        Some(Self { platform, group, tasks, patience: if quick { QUICK } else { PATIENCE } })
    }

    /// The median time of the next task, or nothing behind the last one.
    pub fn measure_next(&mut self) -> Option<String> {
        let task = self.tasks.pop()?;
        let median = self.patience.median_ms(&task.run) * 1e6;
        Some(self.line(task.work, task.request, task.by, median))
    }

    /// The memory that a snapshot takes, and that all answers to its requests take with it.
    pub fn measure_memory(&self) -> Vec<String> {
        let pages = || Some(core::arch::wasm32::memory_size::<0>() as u64);
        let used = self.group.memory(pages).unwrap_or_default();
        let line = |(work, pages)| self.line(work, "all", "engine", pages as f64 * 65_536.0);
        ["snapshot", "memory"].into_iter().zip(used).map(line).collect()
    }

    fn line(&self, work: &str, request: &str, by: &str, median: f64) -> String {
        let line = Line {
            platform: self.platform.clone(),
            load: self.group.load.name(),
            work: work.into(),
            request: request.into(),
            by: by.into(),
            median,
        };
        line.to_json()
    }
}

impl Patience {
    fn median_ms(&self, run: &dyn Fn()) -> f64 {
        let (start, mut warm_ups) = (now(), 0.0);
        while now() - start < self.warm_up_ms {
            run();
            warm_ups += 1.0;
        }
        let one = (now() - start) / warm_ups;
        let repeats = (self.sample_ms / one).ceil().max(1.0);
        let samples = ((self.all_ms / (one * repeats)) as usize).max(LEAST_SAMPLES);
        let sample = || {
            let start = now();
            for _ in 0..repeats as u32 {
                run();
            }
            (now() - start) / repeats
        };
        let mut samples: Vec<f64> = (0..samples).map(|_| sample()).collect();
        samples.sort_by(f64::total_cmp);
        samples[samples.len() / 2]
    }
}
