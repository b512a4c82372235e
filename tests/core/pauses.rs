//! Reading a file with pauses: what it gives, and how often it lets others go on.

use core::cell::Cell;

use jari::model::{limits, read, read_with_pauses};
use serde_json::json;
use tokio::runtime::Builder;
use tokio::task::{LocalSet, spawn_local, yield_now};

use crate::reader::good;

/// A file of one block with so many holds.
fn holds(count: usize) -> Vec<u8> {
    let hold =
        |node: usize| json!({"block": "a", "nodes": node.to_string(), "until": "2027-01-01"});
    let holds: Vec<_> = (1..=count).map(hold).collect();
    let block = json!({"id": "a", "accelerator": "h200", "nodes": limits::MAX_NODES});
    let file = json!({"schema": 1, "as_of": "2026-01-01", "blocks": [block], "holds": holds});
    file.to_string().into_bytes()
}

/// Runs on one thread, as the page does.
fn run<T>(work: impl Future<Output = T>) -> T {
    let runtime = Builder::new_current_thread().build().unwrap();
    LocalSet::new().block_on(&runtime, work)
}

#[test]
fn pauses_change_nothing_that_is_read() {
    let deep = "[".repeat(limits::MAX_DEPTH + 1) + &"]".repeat(limits::MAX_DEPTH + 1);
    let files = [
        good().to_string().into_bytes(),
        holds(100),
        b"{\"schema\": 2}".to_vec(),
        b"{\"schema\": 1, \"holds\": [".to_vec(),
        format!("{{\"schema\": 1, \"x_own\": {deep}}}").into_bytes(),
    ];
    for file in files {
        assert_eq!(run(read_with_pauses(&file, async || yield_now().await)), read(&file));
    }
}

#[test]
fn others_go_on_after_every_entry_and_every_part_of_the_text() {
    let file = holds(2_000);
    let turns = run(async {
        let turns: &Cell<usize> = Box::leak(Box::default());
        spawn_local(async {
            loop {
                turns.set(turns.get() + 1);
                yield_now().await;
            }
        });
        read_with_pauses(&file, async || yield_now().await).await.unwrap();
        turns.get()
    });
    let parts = file.len() / (64 * 1024);
    assert!(turns >= 2_000 + parts, "{turns} turns for 2,000 holds and {parts} parts");
}
