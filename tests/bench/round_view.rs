//! The round view with 1,000 applications: `make paint`.
//!
//! Chromium, at full speed and with its processor slowed down: from the click that reads the list to
//! the first frame with its rows, and to the whole plan; how long frames take while the list is
//! scrolled and while the time of the picture is dragged; from a key that moves an application to the
//! frame that shows it, and to the new plan.
#![allow(clippy::expect_used, clippy::panic, reason = "no visitor runs this")]

#[path = "../browser/harness/mod.rs"]
#[allow(dead_code, unused_imports, reason = "made for the tests")]
mod harness;
mod times;

use harness::{Browser, Options, Page};
use serde_json::json;
use std::time::Duration;
use times::{print, times};

/// How many applications there are.
const APPLICATIONS: u32 = 1_000;
/// How long a page that was opened has been left alone before the list is read.
const SETTLES: Duration = Duration::from_secs(2);
/// How often the list is read anew, at each speed.
const READINGS: usize = 5;
/// How many applications are moved by keys, after each reading.
const MOVES: usize = 8;
/// How many frames the list is scrolled, and the picture dragged, after each reading.
const FRAMES: usize = 100;

/// Notes when a click or a key is answered: `painted` at the first frame in which the list is as it
/// will be, `planned` when the plan is whole as well.
const WATCH: &str = "
    globalThis.painted = [];
    globalThis.planned = [];
    globalThis.watch = (begun, is_there) => new Promise((done) => {
        let is_painted = false;
        const look = () => {
            if (!is_painted && is_there()) {
                is_painted = true;
                const { port1, port2 } = new MessageChannel();
                port1.onmessage = () => painted.push(performance.now() - begun);
                port2.postMessage(0);
            }
            const is_planned = is_painted && document.querySelector('#verdict[aria-busy]') === null
                && document.querySelector('#verdict .sentence') !== null;
            if (is_planned) {
                planned.push(performance.now() - begun);
                return done();
            }
            requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
    });";

/// Does something at each frame, and notes how long frames take.
const EACH_FRAME: &str = "
    globalThis.frames = [];
    globalThis.each_frame = (count, act) => new Promise((done) => {
        let step = 0, before;
        const frame = (now) => {
            if (before !== undefined) frames.push(now - before);
            before = now;
            act(++step);
            if (step > count) return done();
            requestAnimationFrame(frame);
        };
        requestAnimationFrame(frame);
    });";

/// What is measured at one speed, in ms.
#[derive(Default)]
struct Times {
    first: Vec<f64>,
    whole: Vec<f64>,
    scrolled: Vec<f64>,
    dragged: Vec<f64>,
    moved: Vec<f64>,
    planned: Vec<f64>,
}

fn main() {
    for slower in [1, 4] {
        let mut all = Times::default();
        for _ in 0..READINGS {
            read_and_move(slower, &mut all);
        }
        println!("round, {APPLICATIONS} applications, processor {slower} times slower");
        print("from the click to the first frame with rows", &mut all.first);
        print("from the click to the whole plan", &mut all.whole);
        print("a frame while the list is scrolled", &mut all.scrolled);
        print("a frame while the picture's time is dragged", &mut all.dragged);
        print("from a key that moves an application to its frame", &mut all.moved);
        print("from that key to the new plan", &mut all.planned);
    }
}

fn read_and_move(slower: u32, all: &mut Times) {
    let list: Vec<String> = (0..APPLICATIONS).map(row).collect();
    let list = format!("id\ttitle\tclass\tnodes\tmonths\tscore\n{}", list.join("\n"));
    let options = Options { capacity: Some(CAPACITY), ..Options::default() };
    harness::with_page(Browser::Chromium, "/?view=round&lang=en", options, async |page| {
        page.element("#pasted").await;
        page.script(WATCH).await;
        page.script(EACH_FRAME).await;
        page.script(&format!(
            "const field = document.querySelector('#pasted');
             field.value = {};
             field.dispatchEvent(new Event('input', {{ bubbles: true }}));",
            json!(list)
        ))
        .await;
        page.slow_down(slower).await;
        // What the page still had to do after it was loaded is done before anybody has pasted a list.
        tokio::time::sleep(SETTLES).await;
        page.script(
            "const begun = performance.now();
             document.querySelector('#read-list').click();
             await watch(begun, () => document.querySelector('.round-row') !== null);",
        )
        .await;
        all.first.extend(take(page, "painted").await);
        all.whole.extend(take(page, "planned").await);
        scroll(page).await;
        all.scrolled.extend(take(page, "frames").await);
        drag(page).await;
        all.dragged.extend(take(page, "frames").await);
        press_keys(page).await;
        all.moved.extend(take(page, "painted").await);
        all.planned.extend(take(page, "planned").await);
    });
}

/// Sizes and scores that differ, as in a real list.
fn row(number: u32) -> String {
    let nodes = [1, 2, 2, 4, 4, 8, 16, 32][(number * 7 % 8) as usize];
    let months = [1, 3, 6, 6, 12][(number * 3 % 5) as usize];
    let score = f64::from(number * 7919 % 4001) / 40.0;
    let class = ["academia", "industry", "research"][(number % 3) as usize];
    format!("A-{number:04}\tProject {number}\t{class}\t{nodes}\t{months}\t{score:.1}")
}

/// Blocks as those of the programme are, of which a fifth is held.
const CAPACITY: &str = r#"{ "schema": 1, "as_of": "2026-11-24", "availability": "complete",
    "accelerators": [{ "id": "h200", "name": "H200" }],
    "blocks": [
        { "id": "a", "accelerator": "h200", "nodes": 510, "leaf_nodes": 32 },
        { "id": "b", "accelerator": "h200", "nodes": 382, "leaf_nodes": 32 },
        { "id": "c", "accelerator": "h200", "nodes": 255, "leaf_nodes": 16 },
        { "id": "d", "accelerator": "h200", "nodes": 96, "leaf_nodes": 16 },
        { "id": "e", "accelerator": "h200", "nodes": 64, "leaf_nodes": 16 }],
    "holds": [
        { "block": "a", "nodes": "1-102", "until": "2027-03-01", "label": "held" },
        { "block": "b", "nodes": "1-76", "until": "2027-06-01", "label": "held" }] }"#;

async fn scroll(page: &Page) {
    page.script(&format!(
        "const list = document.querySelector('#round-list');
         await each_frame({FRAMES}, () => list.scrollTop += 40);
         list.scrollTop = 0;"
    ))
    .await;
}

async fn drag(page: &Page) {
    page.script(&format!(
        "const plot = document.querySelector('#plan-picture .plot');
         plot.scrollIntoView({{ block: 'center' }});
         const {{ x, y }} = plot.getBoundingClientRect();
         const at = (step) => ({{ clientX: x + 300 - step * 2, clientY: y + 60, pointerId: 1,
             isPrimary: true, buttons: 1, button: 0, bubbles: true }});
         plot.dispatchEvent(new PointerEvent('pointerdown', at(0)));
         await each_frame({FRAMES}, (step) => plot.dispatchEvent(new PointerEvent('pointermove', at(step))));
         plot.dispatchEvent(new PointerEvent('pointerup', at({FRAMES})));
         document.querySelector('#round-list').focus();"
    ))
    .await;
}

/// Moves the last application in sight up, again and again.
async fn press_keys(page: &Page) {
    page.script(&format!(
        "const list = document.querySelector('#round-list');
         const press = (key, altKey) => list.dispatchEvent(
             new KeyboardEvent('keydown', {{ key, altKey, bubbles: true, cancelable: true }}));
         for (let row = 0; row < 6; row++) press('ArrowDown', false);
         for (let move = 0; move < {MOVES}; move++) {{
             const chosen = () => document.querySelector('.round-row[aria-selected=true]');
             const rank = () => chosen()?.getAttribute('aria-posinset');
             await new Promise((done) => setTimeout(done, 300));
             const before = rank();
             const begun = performance.now();
             press(move % 2 ? 'ArrowUp' : 'ArrowDown', true);
             await watch(begun, () => rank() !== before);
         }}"
    ))
    .await;
}

/// Takes the times of that name, so that the next ones are by themselves.
async fn take(page: &Page, name: &str) -> Vec<f64> {
    let all = times(page, name).await;
    page.script(&format!("{name}.length = 0")).await;
    all
}
