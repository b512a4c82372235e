//! `jari odds`, run as it is.

use serde_json::Value;
use std::path::Path;
use std::process::Command;

const PUBLISHED: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/public/capacity.json");

/// Exit code, output and errors.
fn odds(args: &[&str]) -> (i32, String, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_jari")).arg("odds").args(args).output().unwrap();
    let [out, err] = [output.stdout, output.stderr].map(|text| String::from_utf8(text).unwrap());
    (output.status.code().unwrap(), out, err)
}

fn json(args: &[&str]) -> Value {
    let (code, out, err) = odds(&[&[PUBLISHED, "--json"], args].concat());
    assert_eq!((code, &*err), (0, ""));
    assert_eq!(out.lines().count(), 1);
    serde_json::from_str(&out).unwrap()
}

#[test]
fn people_read_a_sentence_three_scenarios_and_the_line() {
    let (code, out, err) = odds(&[PUBLISHED, "--nodes", "4", "--rank", "150"]);
    assert_eq!((code, &*err), (0, ""));
    for text in [
        "Under the conditions of Call 25-1, about 31 of 100 requests were selected (27 to 35).",
        "As many applications: about 32 of 100. 514 projects compete for 542 nodes.",
        "1.5 times as many: about 21 of 100. 771 projects",
        "0.75 times as many: about 42 of 100. 386 projects",
        "between rank 154 and rank 171 in eight of ten simulated rounds, and at rank 162",
        "Rank 150 is above the line in about ",
        "30 to 32 of 100 for any size of 2 to 32 nodes",
        "3.32 nodes on average and a request 3.33",
        "H200 18.7 to 100%, B200 16.9 to 100%",
        "14 nodes stayed unawarded",
        "Newsis",
        "High-performance computing support (NIPA)",
        "Distribution of sizes: q = 0.572",
        "10,000 rounds, seed 2026012815",
    ] {
        assert!(out.contains(text), "{text} in {out}");
    }
    let (_, korean, _) = odds(&[PUBLISHED, "--lang", "ko", "--rank", "150"]);
    for text in ["100건 가운데 약 31건(27~35건)", "과제 514건이 노드 542대를", "150위라면"]
    {
        assert!(korean.contains(text), "{text} in {korean}");
    }
    // The language is one.
    assert!(!korean.contains("about"), "{korean}");
}

#[test]
fn programs_read_one_line() {
    let value = json(&["--nodes", "4", "--rank", "150", "--rounds", "2000", "--seed", "9"]);
    assert_eq!(
        (&value["call"], &value["seed"], &value["rounds"]),
        (&"25-1".into(), &9.into(), &2_000.into())
    );
    assert_eq!(value["sums"]["nodes_asked"], 1_714);
    assert_eq!(value["request"]["rank"], 150);
    let scenarios = value["scenarios"].as_array().unwrap();
    let demands: Vec<&str> = scenarios.iter().map(|it| it["demand"].as_str().unwrap()).collect();
    assert_eq!(demands, ["same", "half_more", "quarter_less"]);
    let of_100: Vec<u64> = scenarios.iter().map(|it| it["of_100"].as_u64().unwrap()).collect();
    assert_eq!(of_100, [32, 21, 42]);
    let by_size = scenarios[0]["by_size"].as_array().unwrap();
    assert_eq!((by_size.len(), &by_size[0]["nodes"]), (31, &2.into()));
    assert_eq!(by_size[2]["chance"], scenarios[0]["chance"]);
    let at_rank = scenarios[0]["selected_at_rank"].as_f64().unwrap();
    assert!((0.9..1.0).contains(&at_rank), "{at_rank}");
    assert_eq!(value["accelerators"][0]["low"], 0.187_114);
    // Without a request it is about any project.
    let any = json(&["--rounds", "2000"]);
    assert_eq!(
        (&any["request"]["nodes"], &any["scenarios"][0]["selected_at_rank"]),
        (&Value::Null, &Value::Null)
    );
}

#[test]
fn the_seed_decides_what_is_written() {
    let rounds = ["--rounds", "500"];
    assert_eq!(json(&rounds), json(&rounds));
    let seeds = ["7", "8"]
        .map(|seed| json(&[&rounds[..], &["--seed", seed]].concat())["scenarios"].clone());
    assert_ne!(seeds[0], seeds[1]);
}

#[test]
fn long_work_says_how_far_it_is() {
    let (code, _, err) = odds(&[PUBLISHED, "--rounds", "100000", "--json"]);
    assert_eq!(code, 0);
    assert!(err.contains(" of 300000 rounds"), "{err}");
}

#[test]
fn what_cannot_be_answered_is_said() {
    let text = std::fs::read_to_string(PUBLISHED).unwrap();
    let mut without: Value = serde_json::from_str(&text).unwrap();
    for call in without["calls"].as_array_mut().unwrap() {
        call.as_object_mut().unwrap().remove("results");
    }
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join("odds-without-results.json");
    std::fs::write(&file, without.to_string()).unwrap();
    let file = file.to_str().unwrap();
    let cases: &[(&[&str], &str)] = &[
        (&[], "<SNAPSHOT>"),
        (&[file], "has no call with results"),
        (&[PUBLISHED, "--call", "beta"], "\"beta\" has no results"),
        (&[PUBLISHED, "--call", "nope"], "has no call \"nope\""),
        (&[PUBLISHED, "--nodes", "1"], "--nodes is a number from 2 to 32"),
        (&[PUBLISHED, "--nodes", "33"], "--nodes is a number from 2 to 32"),
        (&[PUBLISHED, "--nodes", "+4"], "not a whole number"),
        (&[PUBLISHED, "--rank", "0"], "--rank is a number from 1 to 514"),
        (&[PUBLISHED, "--rank", "515"], "--rank is a number from 1 to 514"),
        (&[PUBLISHED, "--rounds", "0"], "not a whole number from 1 to 1000000"),
        (&[PUBLISHED, "--rounds", "1000001"], "not a whole number from 1 to 1000000"),
        (&[PUBLISHED, "--seed=-1"], "not a whole number"),
        (&[PUBLISHED, "--requests", "a"], "unexpected argument '--requests'"),
        (&[PUBLISHED, "--today", "2026-11-29"], "unexpected argument '--today'"),
        (&["/no/such/file"], "cannot open /no/such/file"),
    ];
    for (args, wanted) in cases {
        let (code, out, err) = odds(args);
        assert_eq!((code, &*out), (2, ""), "{args:?}");
        assert!(err.contains(wanted), "{args:?}: {err}");
    }
    let mut check = Command::new(env!("CARGO_BIN_EXE_jari"));
    let output = check.args(["check", PUBLISHED, "--rank", "1"]).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("unexpected argument '--rank'"));
}

/// Every key of an answer is told in the text.
#[test]
fn every_field_is_documented() {
    fn keys(value: &Value, into: &mut Vec<String>) {
        match value {
            Value::Object(fields) => {
                for (key, value) in fields {
                    into.push(key.clone());
                    keys(value, into);
                }
            }
            Value::Array(items) => items.iter().for_each(|item| keys(item, into)),
            _ => {}
        }
    }
    let text = include_str!("../../../docs/odds.md");
    let mut names = Vec::new();
    keys(&json(&["--rounds", "10"]), &mut names);
    names.sort();
    names.dedup();
    assert!(names.len() > 25, "{names:?}");
    for name in names {
        let told = [
            format!("`{name}`"),
            format!("`{name}[]`"),
            format!("`….{name}`"),
            format!("`….{name}[]`"),
        ];
        assert!(told.iter().any(|it| text.contains(it)), "{name} is not in docs/odds.md");
    }
}
