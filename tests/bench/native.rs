//! The native side of the benchmarks. `bench repeat` is for profilers to look at.

use crate::line::Line;
use crate::{table, work};
use std::{env, fs, process};

pub fn main() {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments.as_slice() {
        ["groups", rest @ ..] => println!("{}", work::groups(rest == ["quick"]).len()),
        ["memory", group_index] => memory(group_index.parse().expect("the index of a group")),
        ["repeat", group_index, work, request, times] => {
            let times = times.parse().expect("a number of times");
            repeat(group_index.parse().expect("the index of a group"), work, request, times);
        }
        ["table", files @ ..] => print!("{}", table::of(&lines(files))),
        _ => {
            eprintln!(
                "usage: bench groups [quick] | memory INDEX | table FILE… \
                 | repeat INDEX WORK REQUEST TIMES"
            );
            process::exit(2);
        }
    }
}

/// In a process of its own for each load: what the system says is the peak of a whole process.
fn memory(group_index: usize) {
    let group = &work::GROUPS[group_index];
    for (work, bytes) in
        ["snapshot", "memory"].into_iter().zip(group.memory(peak).unwrap_or_default())
    {
        let line = Line {
            platform: "native".into(),
            load: group.load.name(),
            work: work.into(),
            request: "all".into(),
            by: "engine".into(),
            median: bytes as f64,
        };
        println!("{}", line.to_json());
    }
}

/// Does one work of the engine again and again, and nothing else for long.
fn repeat(group_index: usize, work: &str, request: &str, times: u32) {
    let tasks = work::GROUPS[group_index].tasks_of_engine();
    let task = tasks.iter().find(|task| (task.work, task.request) == (work, request));
    let task = task.expect("a work and a request of this group");
    for _ in 0..times {
        (task.run)();
    }
}

/// The most bytes that this process ever had in memory, where the system tells (Linux does).
fn peak() -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let kilobytes = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    Some(kilobytes.trim().trim_end_matches(" kB").parse::<u64>().ok()? * 1024)
}

fn lines(files: &[&str]) -> Vec<Line> {
    let read =
        |file: &&str| fs::read_to_string(file).unwrap_or_else(|error| panic!("{file}: {error}"));
    let texts: Vec<String> = files.iter().map(read).collect();
    let lines = texts.iter().flat_map(|text| text.lines());
    lines.map(|line| serde_json::from_str(line).expect(line)).collect()
}
