//! From a key in the form to the painted answer: `make paint`; `make paint BEFORE=FOLDER` measures
//! another build beside this one, both in turn in the same run.
//!
//! Real keys, one after the other, in Chromium with its processor slowed down. Two clocks: the
//! Event Timing API (from the event to the next frame, in steps of 8 ms), and the page's own time
//! from the event to the first task after the frame that shows its answer. Then how long frames
//! take while a map of 100,000 nodes is moved, at full speed.
#![allow(clippy::expect_used, clippy::panic, reason = "no visitor runs this")]

#[path = "../browser/harness/mod.rs"]
#[allow(dead_code, unused_imports, reason = "made for the tests")]
mod harness;
mod times;

use harness::{Browser, Options, Page};
use std::path::PathBuf;
use thirtyfour::Key;
use times::{print, times};

/// How many times slower the processor is.
const SLOWER: u32 = 4;
/// How often each build is opened: what goes on beside them meets all of them.
const PASSES: usize = 5;
/// Rounds of four keys each, each time.
const ROUNDS: usize = 10;
const FIT: &str =
    "/?view=fit&lang=ko&acc=h200,b200&nodes=24&term=3m&from=2027-01-04&scenario=busy-year";

/// Notes when each answer is on the screen, and what the Event Timing API says.
const WATCH: &str = "
    globalThis.painted = [];
    globalThis.timed = [];
    addEventListener('input', (event) => requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => painted.push(performance.now() - event.timeStamp);
        port2.postMessage(0);
    }), true);
    new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) if (['input', 'keydown'].includes(entry.name) && entry.duration > 0) timed.push(entry.duration);
    }).observe({ type: 'event', durationThreshold: 16 });";

/// What is measured.
struct Build {
    name: &'static str,
    /// The folder of its site.
    site: PathBuf,
    /// From a key to the frame that follows it, in ms.
    to_frame: Vec<f64>,
    /// From a key to the first task after that frame, in ms.
    to_task: Vec<f64>,
    /// Its works and how long each took, in seconds.
    spent: Vec<(&'static str, f64)>,
}

impl Build {
    fn new(name: &'static str, site: impl Into<PathBuf>) -> Self {
        Self { name, site: site.into(), to_frame: vec![], to_task: vec![], spent: vec![] }
    }

    fn options(&self) -> Options {
        Options { site: self.site.clone(), ..Options::default() }
    }
}

fn main() {
    let before = std::env::var_os("BEFORE").filter(|folder| !folder.is_empty());
    let before = before.map(|folder| {
        // Cargo runs benchmarks in the folder of the package, as `make` does.
        let folder = std::path::absolute(folder).expect("a path");
        assert!(folder.join("index.html").is_file(), "no build in {}", folder.display());
        Build::new("before", folder)
    });
    let mut builds: Vec<Build> = before.into_iter().chain([Build::new("this", "dist")]).collect();
    for pass in 0..PASSES {
        // The first of a pair has the colder caches.
        let turn = pass % builds.len();
        builds.rotate_left(turn);
        builds.iter_mut().for_each(press_keys);
        builds.rotate_right(turn);
    }
    for build in &mut builds {
        report(build);
    }
    builds.iter().for_each(pan);
}

fn press_keys(build: &mut Build) {
    let options = build.options();
    harness::with_page(Browser::Chromium, FIT, options, async |page| {
        page.wait_text("#verdict", "2027년").await;
        page.script(WATCH).await;
        page.slow_down(SLOWER).await;
        page.click("#nodes").await;
        let before = spent(page).await;
        for round in 0..ROUNDS {
            // One node more or less, another digit and back: each key changes the answer.
            let digit = char::from(b'1' + (round % 8) as u8).to_string();
            for key in [Key::Up + "", Key::Down + "", Key::End + &digit, Key::Backspace + ""] {
                page.press(key).await;
            }
        }
        page.wait_until(&format!("painted.length >= {}", ROUNDS * 2)).await;
        for ((name, before), (_, after)) in before.into_iter().zip(spent(page).await) {
            build.spent.push((name, after - before));
        }
        build.to_frame.extend(times(page, "timed").await);
        build.to_task.extend(times(page, "painted").await);
    });
}

fn report(build: &mut Build) {
    const EVENTS: usize = PASSES * ROUNDS * 4;
    println!("{}: {EVENTS} keys, processor {SLOWER} times slower", build.name);
    for name in WORKS {
        let all = build.spent.iter().filter(|(of, _)| *of == name).map(|(_, seconds)| seconds);
        println!("  {name}: {:.1} ms a key", all.sum::<f64>() * 1_000.0 / EVENTS as f64);
    }
    print("to the frame, by the Event Timing API", &mut build.to_frame);
    print("to the task after it, by the page", &mut build.to_task);
}

const WORKS: [&str; 4] =
    ["TaskDuration", "ScriptDuration", "RecalcStyleDuration", "LayoutDuration"];

/// What each of its works has taken so far, in seconds.
async fn spent(page: &Page) -> Vec<(&'static str, f64)> {
    let mut spent = Vec::new();
    for name in WORKS {
        spent.push((name, page.spent(name).await));
    }
    spent
}

/// A block of 100,000 nodes with a hold on every other leaf.
fn large() -> String {
    let hold = |leaf: usize| {
        let (first, last) = (leaf * 64 + 1, leaf * 64 + 32);
        format!(r#"{{"block":"b","nodes":"{first}-{last}","from":"2027-01-01"}}"#)
    };
    let holds: Vec<String> = (0..1_562).map(hold).collect();
    format!(
        r#"{{"schema":1,"as_of":"2027-01-04","availability":"complete",
            "accelerators":[{{"id":"h200","name":"H200"}}],
            "blocks":[{{"id":"b","accelerator":"h200","nodes":100000,"leaf_nodes":32}}],
            "holds":[{}]}}"#,
        holds.join(",")
    )
}

/// Drags the map a little at every frame and notes how long the frames take.
const DRAG: &str = "
    globalThis.frames = [];
    const drawing = document.querySelector('.map-drawing');
    const { x, y } = drawing.getBoundingClientRect();
    const at = (step) => ({ clientX: x + 300 + step * 7 % 280, clientY: y + 200 + step * 3 % 90,
        pointerId: 1, buttons: 1, bubbles: true });
    drawing.dispatchEvent(new PointerEvent('pointerdown', at(0)));
    let step = 0, before;
    const frame = (now) => {
        if (before !== undefined) frames.push(now - before);
        before = now;
        drawing.dispatchEvent(new PointerEvent('pointermove', at(++step)));
        if (step < 200) requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);";

fn pan(build: &Build) {
    let options = Options { capacity: Some(large().leak()), ..build.options() };
    harness::with_page(Browser::Chromium, "/?lang=en&at=2027-02-01", options, async |page| {
        page.wait_text("#map .legend", "Held").await;
        for (name, steps) in [("leaves", 2), ("nodes", 6)] {
            for _ in 0..steps {
                page.script("document.querySelector('.map-buttons button').click()").await;
            }
            page.script(DRAG).await;
            page.wait_until("frames.length >= 199").await;
            println!("{}: 100,000 nodes, moved while the map shows {name}", build.name);
            print("a frame", &mut times(page, "frames").await);
        }
    });
}
