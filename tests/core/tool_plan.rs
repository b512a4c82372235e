//! `jari plan`, run as it is.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::tool::{CAPACITY, file, jari, names, value};

/// Applications for the four nodes of block `one`, of which node 1 is never free.
const TABLE: &str = "신청번호\t과제명\t신청 주체\t가속기\t노드 수\t일수\t시작일\t점수\n\
    a\t첫째\t대학\tH200\t2\t3\t2027-01-05\t90\n\
    b\t둘째\t기업\tH200\t2\t3\t2027-01-05\t80\n\
    c\t셋째\t기업\tH200\t1\t2\t2027-01-05\t70\n\
    d\t넷째\t기업\tH200\t9\t2\t2027-01-05\t60\n";

struct Planned {
    decisions: Vec<Value>,
    problems: Vec<Value>,
    totals: Value,
    code: i32,
    err: String,
}

fn plan(name: &str, applications: &[u8], options: &[&str]) -> Planned {
    let capacity = file(&format!("{name}-capacity.json"), CAPACITY.as_bytes());
    let list = file(&format!("{name}-list"), applications);
    let mut arguments = vec!["plan", &capacity, "--applications", &list, "--json"];
    arguments.extend(["--today", "2027-01-01"]);
    arguments.extend(options);
    let run = jari(&arguments, b"");
    let mut lines: Vec<Value> = run.out.lines().map(value).collect();
    let totals = lines.pop().map(|last| last["totals"].clone()).unwrap_or_default();
    let (decisions, problems) = lines.into_iter().partition(|line| line.get("rank").is_some());
    Planned { decisions, problems, totals, code: run.code, err: run.err }
}

fn given(planned: &Planned) -> Vec<(&str, Option<&str>)> {
    let starts = planned.decisions.iter().map(|decision| {
        let start = decision["offer"]["start"].as_str().map(|start| &start[..10]);
        (decision["id"].as_str().unwrap(), start)
    });
    starts.collect()
}

#[test]
fn a_round_from_a_spreadsheet_is_decided() {
    let planned = plan("plan", TABLE.as_bytes(), &[]);
    assert_eq!((planned.code, &*planned.err), (0, ""));
    // a has two of the three free nodes; b begins when it ends; c takes the third; d is too large.
    // Days are Korean, instants UTC.
    let wanted = [
        ("a", Some("2027-01-04")),
        ("b", Some("2027-01-07")),
        ("c", Some("2027-01-04")),
        ("d", None),
    ];
    assert_eq!(given(&planned), wanted);
    assert_eq!(planned.decisions[1]["wait_hours"], 72);
    assert_eq!(planned.decisions[3]["refusal"]["kind"], "never");
    assert_eq!(
        (&planned.totals["line"], &planned.totals["applications"]),
        (&Value::Null, &json!(4))
    );
    assert_eq!(planned.totals["given"]["node_hours"], 2 * 72 + 2 * 72 + 48);
}

#[test]
fn a_policy_decides_who_waits_and_who_is_refused() {
    let planned = plan("policy", TABLE.as_bytes(), &["--policy", "wait-0"]);
    let b = &planned.decisions[1];
    assert_eq!((&b["given"], &b["refusal"]["kind"]), (&json!(false), &json!("capacity")));
    assert_eq!(b["refusal"]["obstacle"]["applications"], json!(["a"]));
    assert_eq!(b["refusal"]["obstacle"]["short_by"], 1);
    assert_eq!(planned.totals["line"], 2);
    assert_eq!(planned.decisions[2]["given"], true);

    let stopped = plan("stop", TABLE.as_bytes(), &["--policy", "wait-0,stop"]);
    assert_eq!(stopped.decisions[2]["refusal"]["kind"], "behind_line");

    let shared = plan("share", TABLE.as_bytes(), &["--policy", "academia-nodes-1,list"]);
    let share = json!({"class": "academia", "of": "nodes", "most": 1, "would_be": 2});
    assert_eq!(shared.decisions[0]["refusal"]["share"], share);

    let partial = TABLE.replace("\t2\t3\t2027-01-05\t80", "\t1~2\t3\t2027-01-05\t80");
    let partial = plan("partial", partial.as_bytes(), &["--policy", "partial"]);
    assert_eq!(
        (&partial.decisions[1]["is_part"], &partial.decisions[1]["wait_hours"]),
        (&json!(true), &json!(0))
    );
}

#[test]
fn small_changes_of_scores_are_tried_and_come_back() {
    let options = ["--policy", "wait-0", "--again", "50", "--within", "15", "--seed", "3"];
    let first = plan("again", TABLE.as_bytes(), &options);
    let again: Vec<u64> =
        first.decisions.iter().map(|it| it["given_again"].as_u64().unwrap()).collect();
    // a and b change places in some, c has its node in all, and d has none in any.
    assert_eq!(again[0] + again[1], 50, "{again:?}");
    assert!(again[0] > again[1] && again[1] > 0, "{again:?}");
    assert_eq!(again[2..], [50, 0]);
    let second = plan("again", TABLE.as_bytes(), &options);
    assert_eq!(first.decisions, second.decisions);
}

/// The CSV that a Korean spreadsheet saves, one with its mark in UTF-16, and one that is neither.
#[test]
fn encodings_of_spreadsheets_are_read() {
    let (korean, _, _) = encoding_rs::EUC_KR.encode(TABLE);
    let planned = plan("cp949", &korean, &[]);
    assert!(planned.err.contains("was read as CP949"), "{}", planned.err);
    assert_eq!(planned.decisions[0]["title"], "첫째");
    let mut utf16 = vec![0xFF, 0xFE];
    utf16.extend(TABLE.encode_utf16().flat_map(u16::to_le_bytes));
    let planned = plan("utf16", &utf16, &[]);
    assert!(planned.err.contains("was read as UTF-16LE"), "{}", planned.err);
    assert_eq!(planned.decisions.len(), 4);
    let broken = plan("broken", b"id,nodes\na,1\nb\xFF,2\n", &[]);
    assert_eq!(broken.code, 2);
    assert!(broken.err.contains("line 3 is neither UTF-8 nor CP949"), "{}", broken.err);
}

#[test]
fn bad_lines_are_told_and_the_rest_goes_on() {
    let mut table = TABLE.to_owned();
    table.push_str("a\t다시\t대학\tH200\t1\t1\t2027-01-05\t10\n");
    table.push_str("e\t\t대학\tA100\tx\t1\t2027-01-05\thigh\n");
    let planned = plan("bad", table.as_bytes(), &[]);
    assert_eq!((planned.code, planned.decisions.len(), planned.problems.len()), (1, 4, 2));
    assert_eq!(
        (&planned.problems[0]["line"], &planned.problems[0]["id"]),
        (&json!(6), &json!("a"))
    );
    let told = planned.problems[1]["error"]["ko"].as_str().unwrap();
    for part in ["7행(e)", "A100", "‘x’", "high"] {
        assert!(told.contains(part), "{part}: {told}");
    }
    let wrong = plan("separator", b"id|nodes\na|1\n", &[]);
    assert_eq!((wrong.code, wrong.decisions.len()), (1, 0));
    let capacity = file("bad-usage.json", CAPACITY.as_bytes());
    for (options, says) in [
        (&["--policy", "fast"][..], "\"fast\" is no word of a policy"),
        (&["--call", "x"], "the snapshot has no call \"x\""),
        (&["--again", "0"], "not a whole number from 1 to 10000"),
        (&["--within", "2"], "--again <N>"),
    ] {
        let mut arguments = vec!["plan", &capacity, "--applications", "-"];
        arguments.extend(options);
        let run = jari(&arguments, TABLE.as_bytes());
        assert_eq!(run.code, 2, "{options:?}");
        assert!(run.err.contains(says), "{options:?}: {}", run.err);
    }
}

#[test]
fn a_snapshot_that_cannot_be_read_again_is_refused_before_anything_is_written() {
    let list = file("standard-list", TABLE.as_bytes());
    let csv = file("standard.csv", b"as before");
    let arguments = ["plan", "-", "--applications", &list, "--csv", &csv, "--capacity", "x.json"];
    let run = jari(&arguments, CAPACITY.as_bytes());
    assert_eq!(run.code, 2);
    assert!(run.err.contains("--capacity needs a snapshot that is a file"), "{}", run.err);
    assert_eq!(std::fs::read(&csv).unwrap(), b"as before");
}

#[test]
fn the_table_for_people_has_the_line_and_the_totals() {
    let capacity = file("people.json", CAPACITY.as_bytes());
    let arguments =
        ["plan", &capacity, "--applications", "-", "--policy", "wait-0", "--lang", "ko"];
    let run = jari(&arguments, TABLE.as_bytes());
    assert_eq!((run.code, &*run.err), (0, ""));
    let lines: Vec<&str> = run.out.lines().collect();
    for (line, parts) in [
        (0, &["순위", "신청번호", "결과"][..]),
        (1, &["첫째", "2027년 1월 5일", "노드 2대 (3-4)"]),
        (2, &["2 ◄", "미배정", "노드 1대"]),
    ] {
        for part in parts {
            assert!(lines[line].contains(part), "{part}: {}", lines[line]);
        }
    }
    assert!(run.out.contains("신청 4건 가운데 2건"), "{}", run.out);
    assert!(run.out.contains("커트라인: 2순위"), "{}", run.out);
}

/// On published holds a plan is an inference, and says so.
#[test]
fn a_plan_says_what_it_rests_on() {
    let published = concat!(env!("CARGO_MANIFEST_DIR"), "/public/capacity.json");
    let capacity = file("rests-on.json", CAPACITY.as_bytes());
    for (snapshot, by_size, layer, says) in [
        (published, false, "published", "Published facts and rules (inferred): "),
        (published, true, "size", "Size alone: "),
        (&capacity, false, "snapshot", "This plan is a preview."),
    ] {
        let mut arguments = vec!["plan", snapshot, "--applications", "-", "--today", "2026-11-28"];
        arguments.extend(by_size.then_some("--by-size"));
        let table = jari(&arguments, b"id,nodes\na,2\n");
        assert!(table.out.contains(says), "{}", table.out);
        assert_eq!(layer == "published", table.out.contains("inferred"), "{}", table.out);
        arguments.push("--json");
        let json = jari(&arguments, b"id,nodes\na,2\n");
        assert_eq!(value(json.out.lines().last().unwrap())["totals"]["layer"], layer);
    }
}

/// What is written is read again: as a capacity file, and as tables.
#[test]
fn the_files_of_a_plan_are_read_again() {
    let paths = ["capacity", "csv", "jobs"].map(|it| file(&format!("plan-out-{it}"), b""));
    let [capacity, csv, jobs] = &paths;
    let planned =
        plan("out", TABLE.as_bytes(), &["--capacity", capacity, "--csv", csv, "--jobs", jobs]);
    assert_eq!((planned.code, &*planned.err), (0, ""));

    let check = jari(&["check", capacity, "--today", "2027-02-01"], b"");
    assert!(check.out.contains("5 holds"), "{}{}", check.out, check.err);
    // Beside the plan the third node is free for nobody until c has ended.
    let request = r#"{"id":"x","accelerators":["h200"],"nodes":1,"term":{"days":2},"not_before":"2027-01-05"}"#;
    let answer = jari(&["preview", capacity, "--requests", "-"], request.as_bytes());
    let offer = value(&answer.out)["blocks"][0]["offer"]["start"].clone();
    assert_eq!(offer, "2027-01-06T15:00:00Z");

    let text = std::fs::read(csv).unwrap();
    assert!(text.starts_with("\u{feff}rank,id,title".as_bytes()));
    let mut reader = csv::Reader::from_reader(&text[3..]);
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    assert_eq!(rows.len(), 4);
    assert_eq!(rows[0].iter().take(4).collect::<Vec<_>>(), ["1", "a", "첫째", "University"]);
    assert_eq!(&rows[3][7], "refused");

    let mut reader = csv::Reader::from_path(jobs).unwrap();
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    let columns =
        |row: &csv::StringRecord| [0, 2, 3, 4, 6, 8, 9, 12].map(|at| row[at].to_owned()).to_vec();
    assert_eq!(columns(&rows[0]), ["a", "0", "2", "259200", "0", "259200", "0", "2-3"]);
    assert_eq!(columns(&rows[1])[4..7], ["259200", "518400", "259200"]);
    assert_eq!(rows.len(), 3);
}

#[test]
fn a_trace_is_planned() {
    let trace = b"; UnixStartTime: 1799074800\n; MaxNodes: 4\n; MaxProcs: 32\n\
        1 0 -1 3600 16 -1 -1 16 7200 -1 1 1 1 -1 1 -1 -1 -1\n\
        2 0 -1 3600 16 -1 -1 16 7200 -1 1 1 1 -1 1 -1 -1 -1\n";
    let planned = plan("trace", trace, &["--policy", "arrival"]);
    let starts: Vec<&Value> = planned.decisions.iter().map(|it| &it["wait_hours"]).collect();
    assert_eq!(starts, [0, 2]);
}

/// Every field of the answers stands in the text that documents them, and every word of a policy.
#[test]
fn every_field_of_a_plan_is_documented() {
    let mut all = BTreeSet::new();
    let mut list = TABLE.to_owned();
    list.push_str("a\t\t\t\t1\t1\t\t\n");
    for policy in ["wait-0,stop", "academia-nodes-1", "wait-0"] {
        let planned = plan("fields", list.as_bytes(), &["--policy", policy, "--again", "2"]);
        planned.decisions.iter().chain(&planned.problems).for_each(|it| names(it, &mut all));
        names(&planned.totals, &mut all);
    }
    let unknown = r#"{"id":"u","accelerators":["h200"],"blocks":["x"],"nodes":1,"term":{"days":2},"not_before":"2027-01-05"}"#;
    plan("unknown", unknown.as_bytes(), &[]).decisions.iter().for_each(|it| names(it, &mut all));
    assert!(all.len() > 45, "{all:?}");
    let texts = [include_str!("../../docs/plan.md"), include_str!("../../docs/answer.md")];
    for name in all {
        let documented = texts.iter().any(|text| {
            text.contains(&format!("`{name}`")) || text.contains(&format!("\"{name}\""))
        });
        assert!(documented, "{name} is not in docs/plan.md");
    }
}
