//! How long the work takes natively, by criterion; the medians also as lines of JSON, in
//! `native.jsonl` beside criterion's own folder, where `CRITERION_HOME` names that.
#![allow(clippy::expect_used, clippy::panic, reason = "no visitor runs this")]

use criterion::Criterion;
use line::Line;
use std::{env, fs, io::Write as _, path::Path, time::Duration};

#[path = "../core/brute/matrix.rs"]
#[allow(dead_code, clippy::unwrap_used, reason = "made for the tests")]
mod brute;
#[path = "../core/cases/mod.rs"]
#[allow(dead_code, clippy::unwrap_used, reason = "made for the tests")]
mod cases;
mod line;
mod naive;
mod rounds;
mod way;
#[allow(dead_code, reason = "memory is measured elsewhere")]
mod work;
#[allow(dead_code, reason = "the table is made elsewhere")]
mod workload;

fn main() {
    // Set by `run.sh quick`: only to see that all works.
    let quick = env::var("JARI_BENCH_QUICK").is_ok_and(|quick| !quick.is_empty());
    let time = |full| Duration::from_millis(if quick { 5 } else { full });
    let mut criterion = Criterion::default()
        .sample_size(10)
        .warm_up_time(time(150))
        .measurement_time(time(400))
        .nresamples(1_000)
        .configure_from_args();
    for group in work::groups(quick) {
        for task in group.tasks(quick) {
            let load = group.load.name();
            let id = format!("{load}/{}/{}/{}", task.work, task.request, task.by);
            criterion.bench_function(&id, |bench| bench.iter(&task.run));
            let line = |median| Line {
                platform: "native".into(),
                load,
                work: task.work.into(),
                request: task.request.into(),
                by: task.by.into(),
                median,
            };
            if let Some(home) = env::var_os("CRITERION_HOME") {
                hand_over(Path::new(&home), &id, line);
            }
        }
    }
    criterion.final_summary();
}

/// Adds what criterion found for this id to the lines.
fn hand_over(home: &Path, id: &str, line: impl FnOnce(f64) -> Line) {
    // As criterion names its folders; there is none where the id was not asked for.
    let estimates = home.join(id.replace('/', "_")).join("new/estimates.json");
    let Ok(estimates) = fs::read_to_string(estimates) else { return };
    let estimates: serde_json::Value = serde_json::from_str(&estimates).expect("JSON");
    let median = estimates["median"]["point_estimate"].as_f64().expect("a median");
    let to = home.with_file_name("native.jsonl");
    let mut to = fs::File::options().append(true).create(true).open(to).expect("a file of lines");
    writeln!(to, "{}", line(median).to_json()).expect("room for a line");
}
