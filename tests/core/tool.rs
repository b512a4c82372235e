//! The native tool, run as it is: files and standard input in, answers and exit codes out.
//!
//! Only where the tool is built: `cargo test --features cli`.

use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use serde_json::{Value, json};

/// Two blocks. The first has four nodes on two leaves: node 1 is held for ever, two nodes are held
/// by count in the first days of February 2027. The second is another accelerator, and is not
/// delivered before March.
pub const CAPACITY: &str = r#"{
  "schema": 1,
  "as_of": "2027-01-01T00:00:00Z",
  "title": { "ko": "시험", "en": "Test" },
  "availability": "complete",
  "sources": [],
  "accelerators": [
    { "id": "h200", "name": { "ko": "H200", "en": "H200" } },
    { "id": "b200", "name": { "ko": "B200", "en": "B200" } }
  ],
  "providers": [{ "id": "p", "name": { "ko": "사업자", "en": "Provider" } }],
  "blocks": [
    { "id": "one", "provider": "p", "accelerator": "h200", "nodes": 4, "gpus_per_node": 8,
      "leaf_nodes": 2 },
    { "id": "two", "provider": "p", "accelerator": "b200", "nodes": 2, "gpus_per_node": 8,
      "leaf_nodes": 2, "available_from": "2027-03-01T00:00:00Z" }
  ],
  "holds": [
    { "block": "one", "nodes": "1", "from": "2027-01-01T00:00:00Z", "until": null,
      "label": { "ko": "점검", "en": "Drained" } },
    { "block": "one", "nodes": 2, "from": "2027-02-01T00:00:00Z",
      "until": "2027-02-03T00:00:00Z", "label": { "ko": "배정", "en": "Allocated" } }
  ],
  "purchases": [],
  "calls": []
}"#;

pub struct Run {
    pub code: i32,
    pub out: String,
    pub err: String,
}

pub fn jari(args: &[&str], input: &[u8]) -> Run {
    let mut child = Command::new(env!("CARGO_BIN_EXE_jari"))
        .args(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    // It may end without reading all of it.
    let _ = stdin.write_all(input);
    drop(stdin);
    let output = child.wait_with_output().unwrap();
    Run {
        code: output.status.code().unwrap(),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

/// A file of this test's own; removed with the folder of the build.
pub fn file(name: &str, content: &[u8]) -> String {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, content).unwrap();
    path.to_str().unwrap().to_owned()
}

fn ask(id: &str, nodes: u32, not_before: &str) -> String {
    format!(
        r#"{{"id":"{id}","accelerators":["h200"],"nodes":{nodes},"term":{{"hours":48}},"not_before":"{not_before}"}}"#
    )
}

/// The answers to these lines.
fn answers(name: &str, lines: &[&str]) -> Vec<String> {
    let capacity = file(name, CAPACITY.as_bytes());
    let run = jari(
        &["preview", &capacity, "--requests", "-", "--today", "2026-11-28"],
        lines.join("\n").as_bytes(),
    );
    assert_eq!((run.code, run.err.as_str()), (0, ""));
    run.out.lines().map(str::to_owned).collect()
}

pub fn value(line: &str) -> Value {
    serde_json::from_str(line).unwrap()
}

#[test]
fn an_answer_has_the_shape_of_the_design() {
    let request = r#"{"id":"a1","accelerators":["h200"],"blocks":["one"],"nodes":{"min":2,"max":9},
        "term":{"hours":48},"not_before":"2027-01-01T00:00:00Z","not_after":null,
        "placement":"one_leaf","class":"industry","call":null}"#
        .replace('\n', " ");
    let answers = answers("shape.json", &[&request]);
    let wanted = concat!(
        r#"{"id":"a1","layer":"snapshot","#,
        r#""as_of":"2027-01-01T00:00:00Z","read_at":"2026-11-27T15:00:00Z","#,
        r#""note":{"ko":"배정을 약속하지 않습니다.","en":"It is not a promise."},"verdict":"now","#,
        r#""says":{"ko":"2027년 1월 1일 09시부터 48시간 동안 one에 노드 2대(GPU 16장) 자리가 있습니다.","#,
        r#""en":"one has room for 2 nodes (16 GPUs) from 1 Jan 2027, 09:00 for 48 hours."},"#,
        r#""call_note":null,"rests_on":[],"caveat":null,"#,
        r#""best":"one","blocks":[{"block":"one","offer":{"#,
        r#""start":"2027-01-01T00:00:00Z","end":"2027-01-03T00:00:00Z","nodes":2,"#,
        r#""node_ranges":"3-4","leaves":[{"leaf":2,"nodes":2}],"gpu_hours":768,"#,
        r#""certainty":"exact","effect":{"before":{"nodes":3,"leaves":1,"block":3},"#,
        r#""after":{"nodes":1,"leaves":0,"block":1}}},"most_nodes":2,"longest_hours":744,"#,
        r#""why_not":[],"largest":null}],"why_best":{"ko":"자리가 있는 블록은 이곳뿐입니다.","#,
        r#""en":"It is the only block with room."},"split":null,"nearest":[],"#,
        r#""counterparts":[],"elsewhere":[]}"#,
    );
    assert_eq!(answers, [wanted]);
}

#[test]
fn a_why_not_names_holds_and_changes() {
    let answers = answers("why.json", &[&ask("a", 2, "2027-02-01T00:00:00Z")]);
    let mut answer = value(&answers[0]);
    for why in answer.pointer_mut("/blocks").unwrap().as_array_mut().unwrap() {
        for why in why["why_not"].as_array_mut().unwrap() {
            let text = why["text"].take();
            let (ko, en) = (text["ko"].as_str().unwrap(), text["en"].as_str().unwrap());
            assert!(!ko.is_empty() && !en.is_empty() && ko != en, "{text}");
        }
    }
    assert_eq!(answer["best"], "one");
    let one = json!({
        "block": "one",
        "offer": {
            "start": "2027-02-03T00:00:00Z", "end": "2027-02-05T00:00:00Z", "nodes": 2,
            "node_ranges": "3-4", "leaves": [{"leaf": 2, "nodes": 2}], "gpu_hours": 768,
            "certainty": "exact",
            "effect": {
                "before": {"nodes": 3, "leaves": 1, "block": 3},
                "after": {"nodes": 1, "leaves": 0, "block": 1},
            },
        },
        "largest": null,
        "most_nodes": 1,
        "longest_hours": 0,
        "why_not": [{
            "tier": "capacity", "text": null, "short_by": 1,
            "from": "2027-02-01T00:00:00Z", "until": "2027-02-03T00:00:00Z",
            "holds": [{
                "index": 1, "label": {"ko": "배정", "en": "Allocated"}, "nodes": 2,
                "from": "2027-02-01T00:00:00Z", "until": "2027-02-03T00:00:00Z",
            }],
            "fits_if": [{"start": "2027-02-03T00:00:00Z"}, {"nodes": 1}],
        }],
    });
    assert_eq!(answer["blocks"][0], one);
    assert_eq!(answer["blocks"][1]["offer"], Value::Null);
    assert_eq!(answer["blocks"][1]["why_not"][0]["tier"], "never");
}

#[test]
fn what_is_not_known_is_not_named() {
    let answers = answers("counted.json", &[&ask("a", 1, "2027-02-01T00:00:00Z")]);
    let offer = &value(&answers[0])["blocks"][0]["offer"];
    assert_eq!(offer["certainty"], "at_least");
    assert_eq!((&offer["node_ranges"], &offer["leaves"]), (&Value::Null, &json!([])));
    assert_eq!(offer["nodes"], 1);
}

#[test]
fn nodes_that_are_not_delivered_are_a_cause() {
    let request = ask("a", 2, "2027-02-27T00:00:00Z").replace("h200", "b200");
    let answers = answers("delivered.json", &[&request]);
    let answer = value(&answers[0]);
    let cause = &answer["blocks"][1]["why_not"][0]["holds"][0];
    assert_eq!((&cause["index"], &cause["from"]), (&Value::Null, &Value::Null));
    assert_eq!(cause["until"], "2027-03-01T00:00:00Z");
    assert_eq!(answer["blocks"][1]["offer"]["start"], "2027-03-01T00:00:00Z");
}

#[test]
fn bad_lines_are_answered_and_the_rest_go_on() {
    let good = ask("good", 1, "2027-01-01");
    let unknown_block = good.replace("{\"id\"", "{\"blocks\":[\"x\"],\"id\"");
    let unknown_call = good.replace("{\"id\"", "{\"call\":\"x\",\"id\"");
    let unknown_both =
        unknown_call.replace("{\"call\"", "{\"blocks\":[\"y\",\"one\",\"z\"],\"call\"");
    let all_wrong = unknown_both.replace("\"nodes\":1", "\"nodes\":0,\"node\":1");
    let misspelt = good.replace("\"nodes\"", "\"node\"");
    let long = "x".repeat(300 * 1024);
    let lines = [
        "\u{feff}{",
        &good,
        "",
        "  \r",
        "[]",
        &misspelt,
        &unknown_block,
        &long,
        &unknown_call,
        "{\"id\":\"b\"}",
        &unknown_both,
        &all_wrong,
        &good,
    ];
    let answers = answers("bad.json", &lines);
    let got: Vec<Value> = answers.iter().map(|line| value(line)).collect();
    let ids: Vec<&Value> = got.iter().map(|answer| &answer["id"]).collect();
    let null = Value::Null;
    let (id, b) = (json!("good"), json!("b"));
    assert_eq!(ids, [&null, &id, &null, &id, &id, &null, &id, &b, &id, &id, &id]);
    let wanted = [
        "not valid JSON",
        "",
        "not a JSON object",
        "unknown field `node`",
        "blocks: the snapshot has no block \"x\"",
        "longer than",
        "call: the snapshot has no call \"x\"",
        "accelerators: missing; nodes: missing; term: missing; not_before: missing",
        "blocks: the snapshot has no block \"y\"; blocks: the snapshot has no block \"z\"; \
            call: the snapshot has no call \"x\"",
        "unknown field `node`, expected one of",
        "",
    ];
    let all_wrong = got[9]["error"].as_str().unwrap();
    let rest = "`layer`; nodes: must be a whole number from 1 to 100000, or {\"min\":n,\"max\":m} with \
        n at most m; blocks: the snapshot has no block \"y\"; blocks: the snapshot has no block \"z\"; \
        call: the snapshot has no call \"x\"";
    assert!(all_wrong.ends_with(rest), "{all_wrong}");
    for (answer, wanted) in got.iter().zip(wanted) {
        let error = answer["error"].as_str().unwrap_or_default();
        assert!(error.starts_with(wanted), "{error:?}, wanted {wanted:?}");
        assert_eq!(error.is_empty(), wanted.is_empty(), "{answer}");
    }
}

#[test]
fn bytes_that_are_no_text_are_answered() {
    let capacity = file("bytes.json", CAPACITY.as_bytes());
    let run = jari(&["preview", &capacity, "--requests", "-"], b"\xFF\xFE\n\n\x00");
    assert_eq!(run.code, 0);
    assert!(run.out.starts_with("{\"id\":null,\"error\":\"not valid UTF-8\"}\n"), "{}", run.out);
    assert_eq!(run.out.lines().count(), 2);
    // A line that is too long is so wherever it is cut within a letter; one that is no text is not.
    for begin in ["", "a", "ab"] {
        let long = [begin, &"가".repeat(2 * 1024 * 1024)].concat();
        let run = jari(&["preview", &capacity, "--requests", "-"], long.as_bytes());
        assert!(
            value(&run.out)["error"].as_str().unwrap().starts_with("longer than"),
            "{}",
            run.out
        );
        let run = jari(&["size", "--workloads", "-"], long.as_bytes());
        assert!(
            value(&run.out)["error"].as_str().unwrap().starts_with("longer than"),
            "{}",
            run.out
        );
        let broken = [&b"\xFF"[..], long.as_bytes()].concat();
        let run = jari(&["size", "--workloads", "-"], &broken);
        assert_eq!(value(&run.out)["error"], "not valid UTF-8");
    }
}

#[test]
fn the_snapshot_may_be_the_standard_input() {
    let requests = file("requests.jsonl", ask("a", 1, "2027-01-01").as_bytes());
    let run = jari(&["preview", "-", "--requests", &requests], CAPACITY.as_bytes());
    assert_eq!((run.code, value(&run.out)["best"].as_str()), (0, Some("one")));
}

/// What the page saves, but for the answer that is in it: the request is answered anew.
#[test]
fn a_file_that_the_page_saved_is_answered_like_its_request() {
    let application = |id: &str| {
        let asked: Value = value(&ask(id, 2, "2027-02-01T00:00:00Z"));
        let kept = json!({
            "schema": 1, "request": asked, "block": null, "offer": null, "link": "https://a.b/?c",
            "rests_on": { "layer": "snapshot", "as_of": "2027-01-01T00:00:00Z", "file": "c0ffee" },
        });
        serde_json::to_string_pretty(&kept).unwrap()
    };
    let capacity = file("saved.json", CAPACITY.as_bytes());
    let [one, two] = ["a", "b"].map(application);
    let line = value(&one).to_string();
    let wanted: Vec<String> = ["a", "b"].map(|id| ask(id, 2, "2027-02-01T00:00:00Z")).into();
    let wanted = answers("saved-lines.json", &[&wanted[0], &wanted[1]]);
    // On many lines, with others before and after, and on one.
    for (text, count) in [(one.clone(), 1), (format!("{one}\n{two}\n"), 2), (line, 1)] {
        let run = jari(
            &["preview", &capacity, "--requests", "-", "--today", "2026-11-28"],
            text.as_bytes(),
        );
        assert_eq!((run.code, &*run.err), (0, ""));
        assert_eq!(run.out.lines().collect::<Vec<_>>(), wanted[..count]);
    }
    // One that breaks off takes no other with it.
    let text = format!("{{\n  \"schema\": 1,\n{}\n", ask("b", 2, "2027-02-01T00:00:00Z"));
    let run =
        jari(&["preview", &capacity, "--requests", "-", "--today", "2026-11-28"], text.as_bytes());
    let told: Vec<&str> = run.out.lines().collect();
    assert!(told[0].contains("\"error\":") && told[1..] == wanted[1..], "{told:?}");
    let run = jari(&["preview", &capacity, "--requests", "-", "--today", "2026-11-28"], b"\n \n");
    assert_eq!((run.code, &*run.out, &*run.err), (0, "", "jari: the standard input is empty\n"));
}

#[test]
fn check_says_what_is_wrong() {
    let run = jari(&["check", "-", "--today", "2027-01-01"], CAPACITY.as_bytes());
    let good = (0, "no problem, 2 blocks, 2 holds\n", "");
    assert_eq!((run.code, run.out.as_str(), run.err.as_str()), good);
    let run = jari(&["check", "-", "--today", "2027-01-01", "--lang", "ko"], CAPACITY.as_bytes());
    assert_eq!((run.code, &*run.out), (0, "문제 없음, 노드 블록 2개, 점유 2건\n"));

    // Later on the day is no mistake, a year ahead is one.
    for (today, code) in [("2027-01-01", 0), ("2026-01-01", 1)] {
        let run = jari(&["check", "-", "--today", today], CAPACITY.as_bytes());
        assert_eq!(
            (run.code, run.out.starts_with("$.as_of: It says 1 Jan 2027")),
            (code, code == 1)
        );
    }
    let empty = jari(&["check", "-"], b"\n");
    assert_eq!(empty.code, 2);
    assert!(empty.err.contains("The file is empty."), "{}", empty.err);

    let wrong = CAPACITY
        .replace("\"block\": \"one\", \"nodes\": \"1\"", "\"block\": \"no\", \"nodes\": \"1\"");
    let wrong = file("wrong.json", wrong.as_bytes());
    let run = jari(&["check", &wrong, "--today", "2027-01-01"], b"");
    let told = run.out.lines().filter(|line| line.starts_with('$')).count();
    assert_eq!((run.code, told, run.err.as_str()), (1, 1, ""), "{}", run.out);
    assert!(run.out.contains("holds[0]"), "{}", run.out);
    let korean = jari(&["check", &wrong, "--today", "2027-01-01", "--lang", "ko"], b"");
    assert_eq!(korean.code, 1);
    assert_ne!(korean.out, run.out);

    // It can still be asked, and the tool says that not all is well.
    let run = jari(&["preview", &wrong, "--requests", "-"], ask("a", 4, "2027-01-01").as_bytes());
    assert_eq!((run.code, value(&run.out)["best"].as_str()), (0, Some("one")));
    assert!(run.err.contains("problems in"), "{}", run.err);
}

#[test]
fn what_cannot_be_used_ends_with_2() {
    let capacity = file("usage.json", CAPACITY.as_bytes());
    let cases: &[(&[&str], &str)] = &[
        (&[], "Usage: jari <COMMAND>"),
        (&["look"], "unrecognized subcommand 'look'"),
        (&["check"], "<FILE>"),
        (&["check", "a", "b"], "unexpected argument 'b'"),
        (&["check", "a", "--requests", "b"], "unexpected argument '--requests'"),
        (&["check", "a", "--since", "b"], "unexpected argument '--since'"),
        (&["check", "a", "--fit-map", "9"], "unexpected argument '--fit-map'"),
        (&["check", "a", "--today", "soon"], "not a date such as 2027-01-31"),
        (&["preview", "a", "--requests", "b", "--fit-map", "0"], "from 1 to 3653"),
        (&["check", "a", "--lang", "fr"], "[possible values: ko, en]"),
        (&["check", "a", "--verbose"], "--verbose"),
        (&["size"], "--workloads <FILE>"),
        (&["size", "--workloads", "-", "-"], "only one of the files"),
        (&["size", "--workloads", "a", "--call", "x"], "--call needs a snapshot"),
        (&["check", "a", "--workloads", "b"], "unexpected argument '--workloads'"),
        (&["preview"], "<SNAPSHOT>"),
        (&["preview", "a"], "--requests <FILE>"),
        (&["preview", "a", "--requests"], "--requests"),
        (&["preview", "-", "--requests", "-"], "only one of the files"),
        (&["preview", "-", "--requests", "a", "--since", "-"], "only one of the files"),
        (&["check", "/no/such/file"], "cannot open /no/such/file"),
        (&["preview", "/no/such/file", "--requests", "-"], "cannot open /no/such/file"),
        (&["preview", &capacity, "--requests", "/no/such/file"], "cannot open /no/such/file"),
        (&["preview", &capacity, "--requests", "/"], "cannot read /"),
        (&["check", "-"], "the standard input: "),
    ];
    for (args, wanted) in cases {
        let run = jari(args, b"not a capacity file");
        assert_eq!((run.code, run.out.as_str()), (2, ""), "{args:?}");
        assert!(run.err.contains(wanted), "{args:?}: {}", run.err);
    }
}

/// The answer to one request, with more options.
fn answer_with(name: &str, request: &str, options: &[&str]) -> Value {
    let capacity = file(name, CAPACITY.as_bytes());
    let mut args = vec!["preview", &capacity, "--requests", "-"];
    args.extend(options);
    let run = jari(&args, request.as_bytes());
    assert_eq!((run.code, run.err.as_str()), (0, ""));
    value(&run.out)
}

#[test]
fn a_fit_map_has_a_row_for_every_day() {
    let request = ask("a", 2, "2027-01-31T00:00:00Z");
    let answer = answer_with("map.json", &request, &["--fit-map", "4"]);
    let map = &answer["fit_map"];
    assert_eq!((&map["first"], &map["days"]), (&json!("2027-01-31T00:00:00Z"), &json!(4)));
    assert_eq!(map["terms"].as_array().unwrap().len(), 13);
    assert_eq!(
        (&map["terms"][0], &map["terms"][12]),
        (&json!({"hours": 48}), &json!({"months": 12}))
    );
    // Two nodes are held by count on 1 and 2 February.
    let firsts = |rows: &Value| -> Vec<u64> {
        rows.as_array().unwrap().iter().map(|row| row[0].as_u64().unwrap()).collect()
    };
    let [one, two] = [0, 1].map(|at| &map["blocks"][at]);
    assert_eq!((&one["block"], firsts(&one["most_nodes"])), (&json!("one"), vec![1, 1, 1, 3]));
    assert_eq!((&two["block"], firsts(&two["most_nodes"])), (&json!("two"), vec![0; 4]));
    assert_eq!(map["accelerators"][0]["most_nodes"], one["most_nodes"]);
}

#[test]
fn a_change_of_snapshot_names_the_hold() {
    let mut older = value(CAPACITY);
    let counted = older["holds"].as_array_mut().unwrap().pop().unwrap();
    let older = file("since-older.json", older.to_string().as_bytes());
    let request = ask("a", 2, "2027-02-01T00:00:00Z");
    let answer = answer_with("since.json", &request, &["--since", &older]);
    let changed = answer["changed"].as_array().unwrap();
    let [change] = changed.as_slice() else { panic!("{changed:?}") };
    assert_eq!(change["block"], "one");
    assert_eq!(change["before"]["start"], "2027-02-01T00:00:00Z");
    assert_eq!(change["after"]["start"], "2027-02-03T00:00:00Z");
    assert_eq!(change["because"][0]["kind"], "hold_added");
    assert_eq!(change["because"][0]["hold"]["label"], counted["label"]);

    let same = file("since-same.json", CAPACITY.as_bytes());
    let answer = answer_with("since.json", &request, &["--since", &same]);
    assert_eq!(answer["changed"], json!([]));
}

#[test]
fn an_elastic_request_has_a_largest_offer() {
    let request =
        ask("a", 1, "2027-02-01T00:00:00Z").replace(r#""nodes":1"#, r#""nodes":{"min":1,"max":9}"#);
    let answer = answer_with("elastic.json", &request, &[]);
    let block = &answer["blocks"][0];
    assert_eq!(
        (&block["offer"]["start"], &block["offer"]["nodes"]),
        (&json!("2027-02-01T00:00:00Z"), &json!(1))
    );
    assert_eq!(
        (&block["largest"]["start"], &block["largest"]["nodes"]),
        (&json!("2027-02-03T00:00:00Z"), &json!(3))
    );
}

#[test]
fn what_is_near_is_told_with_its_changes() {
    let answer = answer_with("near.json", &ask("a", 2, "2027-02-01T00:00:00Z"), &[]);
    let changes: Vec<&Value> =
        answer["nearest"].as_array().unwrap().iter().map(|near| &near["changes"]).collect();
    let start = json!([{"start": "2027-02-03T00:00:00Z"}]);
    assert!(changes.contains(&&start) && changes.contains(&&json!([{"nodes": 1}])), "{changes:?}");
}

#[test]
fn a_split_and_a_counterpart_name_their_blocks() {
    let mut capacity = value(CAPACITY);
    for (index, figure) in [(0, 1), (1, 2)] {
        capacity["accelerators"][index]["relative_throughput"] = json!({"value": figure});
    }
    let third = json!({"id": "three", "provider": "p", "accelerator": "h200", "leaves": [1, 2]});
    capacity["blocks"].as_array_mut().unwrap().push(third);
    let capacity = file("split.json", capacity.to_string().as_bytes());
    let request = ask("a", 5, "2027-03-02T00:00:00Z");
    let request = request.replacen('{', r#"{"split":{"min_nodes":2},"#, 1);
    let run = jari(&["preview", &capacity, "--requests", "-"], request.as_bytes());
    let answer = value(&run.out);
    let parts = answer["split"]["parts"].as_array().unwrap();
    let parts: Vec<_> =
        parts.iter().map(|part| (&part["block"], &part["offer"]["nodes"])).collect();
    assert_eq!(parts, [(&json!("one"), &json!(3)), (&json!("three"), &json!(2))]);
    let counterpart = &answer["counterparts"][0];
    assert_eq!(counterpart["accelerator"], "b200");
    assert_eq!(counterpart["nodes"], json!({"min": 3, "max": 3}));
    assert_eq!((&counterpart["block"], &counterpart["offer"]), (&Value::Null, &Value::Null));
}

/// What workloads come to, with this snapshot and call or none.
fn sizes(name: &str, lines: &[&str], with_snapshot: bool) -> Vec<Value> {
    let capacity = file(name, CAPACITY.as_bytes());
    let mut args = vec!["size", "--workloads", "-"];
    if with_snapshot {
        args.push(&capacity);
    }
    let run = jari(&args, lines.join("\n").as_bytes());
    assert_eq!((run.code, run.err.as_str()), (0, ""));
    run.out.lines().map(value).collect()
}

const LORA: &str = r#"{"id":"l","model":"llama-3.1-8b","task":{"kind":"lora","tokens":1e9}}"#;

#[test]
fn a_size_says_against_how_many_published_runs_its_range_was_tried() {
    let given = r#"{"id":"l","model":"llama-3.1-8b","task":{"kind":"lora","tokens":1e9},"utilisation":0.4}"#;
    let full = r#"{"id":"f","model":"llama-3.1-8b","task":{"kind":"continued_pretrain","tokens":1e10},"accelerators":["h200"]}"#;
    let answers = sizes("size-published.json", &[given, full], false);
    let training = |answer: &Value| answer["accelerators"][0]["curve"][0]["training"].clone();
    assert_eq!(training(&answers[0]).get("published"), None);
    let published = json!({ "runs": 10, "in_range_of_others": 8 });
    assert_eq!(training(&answers[1])["published"], published);
}

const SERVICE: &str = r#"{"id":"s","model":"llama-3.1-8b","task":{"kind":"serve","prompt":1000,
    "answer":200,"users":50,"days":30}}"#;

#[test]
fn a_workload_becomes_a_request_that_is_offered() {
    let answers = sizes("size.json", &[LORA], true);
    let site = &answers[0]["accelerators"][0];
    assert_eq!((&site["accelerator"], &site["binds"]), (&json!("h200"), &json!("nothing")));
    let recommended = &site["recommended"];
    assert_eq!(recommended["point"]["nodes"], 1);
    assert_eq!(recommended["offer"]["block"], "one");
    // The request is one that preview answers, with the same offer.
    let request = recommended["request"].to_string();
    let preview = answers_to("size-preview.json", &request);
    assert_eq!(preview["best"], "one");
    assert_eq!(preview["blocks"][0]["offer"]["start"], recommended["offer"]["start"]);
}

fn answers_to(name: &str, request: &str) -> Value {
    value(&answers(name, &[request])[0])
}

#[test]
fn bad_workloads_are_answered_and_the_rest_go_on() {
    let with = |model: &str, task: &str| format!(r#"{{"id":"x","model":{model},"task":{task}}}"#);
    let llama = r#""llama-3.1-8b""#;
    let pretrain = r#"{"kind":"pretrain","tokens":1e9}"#;
    let uneven = r#"{"architecture":{"hidden_size":64,"num_hidden_layers":2,
        "num_attention_heads":4,"num_key_value_heads":3,"intermediate_size":9,"vocab_size":9}}"#
        .replace('\n', " ");
    let cases = [
        ("{".to_owned(), "not valid JSON"),
        ("[]".to_owned(), "not a JSON object"),
        ("{}".to_owned(), "id: missing; task: missing; model: missing"),
        (with(r#""gpt-9""#, pretrain), "model: unknown model; known are "),
        (with("7", pretrain), "model: must be an object"),
        (with("{}", pretrain), "model: must be an id, or have"),
        (with(r#"{"parameters":-1}"#, pretrain), "model.parameters: must be from"),
        (
            with(r#"{"config":{"model_type":"rwkv6"}}"#, pretrain),
            "model.config.model_type: what mixes",
        ),
        (with(&uneven, pretrain), "model.architecture.num_key_value_heads: must divide"),
        (with(llama, "{}"), "task.kind: missing"),
        (with(llama, r#"{"kind":"dream"}"#), "task.kind: must be one of pretrain"),
        (with(llama, r#"{"kind":"lora"}"#), "task.tokens: missing"),
        (with(llama, r#"{"kind":"lora","tokens":0}"#), "task.tokens: must be from 1"),
        (with(llama, r#"{"kind":"lora","tokens":"many"}"#), "task.tokens: must be a number"),
        (with(llama, r#"{"kind":"lora","tokens":9,"sequence":1}"#), "task.sequence: unknown"),
        (with(llama, r#"{"kind":"lora","tokens":9,"precision":"int3"}"#), "task.precision: must"),
        (with(llama, r#"{"kind":"serve","prompt":9,"answer":9,"days":9}"#), "task.users: give"),
        (LORA.replace("\"id\"", "\"call\":\"x\",\"id\""), "call: the snapshot has no call"),
        (
            LORA.replace("\"id\"", "\"accelerators\":[\"x\"],\"id\""),
            "accelerators: there is no \"x\"",
        ),
        (LORA.to_owned(), ""),
    ];
    let lines: Vec<&str> = cases.iter().map(|case| case.0.as_str()).collect();
    let answers = sizes("size-bad.json", &lines, true);
    assert_eq!(answers.len(), cases.len());
    for (answer, (line, wanted)) in answers.iter().zip(&cases) {
        let error = answer["error"].as_str().unwrap_or_default();
        assert!(error.starts_with(wanted), "{line}: {error:?}, wanted {wanted:?}");
        assert_eq!(error.is_empty(), wanted.is_empty(), "{line}");
    }
}

#[test]
fn every_field_of_a_size_is_documented() {
    let service = SERVICE.replace('\n', " ");
    let starved = r#"{"id":"p","model":"llama-3.1-8b","task":{"kind":"pretrain","tokens":1e12,
        "batch_tokens":500000},"within_days":1}"#
        .replace('\n', " ");
    let hours = r#"{"id":"h","task":{"kind":"gpu_hours","hours":1e4}}"#;
    let mut all = std::collections::BTreeSet::new();
    for with_snapshot in [false, true] {
        let lines = [LORA, &service, &starved, hours];
        for answer in sizes("size-fields.json", &lines, with_snapshot) {
            assert_eq!(answer["error"], Value::Null);
            names(&answer, &mut all);
        }
    }
    assert!(all.len() > 60, "{all:?}");
    let texts = [include_str!("../../docs/sizing.md"), include_str!("../../docs/answer.md")];
    for name in all {
        let documented = texts
            .iter()
            .any(|it| it.contains(&format!("`{name}`")) || it.contains(&format!("\"{name}\"")));
        assert!(documented, "{name} is not in docs/sizing.md");
    }
}

/// The examples of the text are read as they stand.
#[test]
fn the_examples_of_sizing_are_answered() {
    let text = include_str!("../../docs/sizing.md");
    let lines: Vec<&str> = text.lines().filter(|line| line.starts_with("{\"id\":\"")).collect();
    assert!(lines.len() >= 4);
    let published = concat!(env!("CARGO_MANIFEST_DIR"), "/public/capacity.json");
    let args = ["size", "--workloads", "-", "--call", "25-1", published];
    let run = jari(&args, lines.join("\n").as_bytes());
    assert_eq!((run.code, run.err.as_str()), (0, ""));
    for (line, answer) in lines.iter().zip(run.out.lines().map(value)) {
        assert_eq!(answer["error"], Value::Null, "{line}");
        for site in answer["accelerators"].as_array().unwrap() {
            let nodes = site["recommended"]["point"]["nodes"].as_u64().unwrap();
            assert!((2..=32).contains(&nodes), "{line}: {nodes}");
            assert_ne!(site["recommended"]["offer"], Value::Null, "{line}");
        }
    }
}

const PUBLISHED_REQUEST: &str = r#"{"id":"p","accelerators":["h200"],"nodes":4,"term":{"months":3},"not_before":"2026-11-29","call":"25-1"}"#;

/// Answers against the published file, as read on 28 November 2026.
fn published(requests: &[&str], options: &[&str]) -> Vec<Value> {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/public/capacity.json");
    let mut arguments = vec!["preview", file, "--requests", "-", "--today", "2026-11-28"];
    arguments.extend(options);
    let run = jari(&arguments, requests.join("\n").as_bytes());
    assert_eq!((run.code, &*run.err), (0, ""));
    run.out.lines().map(value).collect()
}

#[test]
fn published_holds_are_counted_and_can_be_left_out() {
    let by_size = PUBLISHED_REQUEST.replace(r#""call":"25-1""#, r#""layer":"size""#);
    let answers = published(&[PUBLISHED_REQUEST, &by_size], &[]);
    let [held, size] = answers.as_slice() else { panic!("{answers:?}") };
    assert_eq!((&held["layer"], &held["verdict"]), (&json!("published"), &json!("later")));
    let offer = &held["blocks"][0]["offer"];
    assert_eq!(offer["start"], "2027-03-31T15:00:00Z");
    let hold = &held["blocks"][0]["why_not"][0]["holds"][0];
    assert_eq!(hold["published"]["surety"], "inferred");
    assert!(hold["published"]["until_rule"]["en"].as_str().unwrap().contains("12 months"));
    assert!(held["call_note"]["en"].as_str().unwrap().contains("closed on 28 Jan 2026"));
    assert_eq!(held["elsewhere"].as_array().unwrap().len(), 4);

    assert_eq!((&size["layer"], &size["verdict"]), (&json!("size"), &json!("now")));
    assert_eq!((&size["caveat"], &size["elsewhere"]), (&Value::Null, &json!([])));
    // The option does so for every request.
    let all = published(&[PUBLISHED_REQUEST], &["--by-size"]);
    assert_eq!((&all[0]["layer"], &all[0]["verdict"]), (&json!("size"), &json!("now")));
    for wrong in [&["check", "x", "--by-size"][..], &["size", "--today", "2026-11-28"]] {
        assert_eq!(jari(wrong, b"").code, 2, "{wrong:?}");
    }
}

/// Names of all fields, however deep.
pub fn names(value: &Value, all: &mut std::collections::BTreeSet<String>) {
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                all.insert(name.clone());
                names(value, all);
            }
        }
        Value::Array(values) => values.iter().for_each(|value| names(value, all)),
        _ => {}
    }
}

/// Every field of these answers stands in the text that documents them.
#[test]
fn every_field_is_documented() {
    let older = file("fields-older.json", CAPACITY.replace("2027-02-03", "2027-02-02").as_bytes());
    let request = ask("a", 2, "2027-02-01T00:00:00Z");
    let answer = answer_with("fields.json", &request, &["--fit-map", "1", "--since", &older]);
    let mut all = std::collections::BTreeSet::new();
    names(&answer, &mut all);
    for answer in published(&[PUBLISHED_REQUEST], &[]) {
        names(&answer, &mut all);
    }
    assert!(all.len() > 40, "{all:?}");
    let text = include_str!("../../docs/answer.md");
    for name in all {
        let documented =
            text.contains(&format!("`{name}`")) || text.contains(&format!("\"{name}\""));
        assert!(documented, "{name} is not in docs/answer.md");
    }
}

/// The recipe of docs/hosting.md for cron: what the site has afterwards, and what was told.
fn publish(site: &std::path::Path, capacity: &str) -> (i32, Vec<(String, String)>, String) {
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/hosting/publish.sh");
    let mut child = Command::new("sh")
        .arg(script)
        .arg(site)
        .env("JARI", env!("CARGO_BIN_EXE_jari"))
        .env_remove("DIST")
        .stdin(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(capacity.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    let entries = std::fs::read_dir(site).unwrap().map(|entry| entry.unwrap());
    let mut files: Vec<_> = entries
        .map(|entry| {
            let name = entry.file_name().into_string().unwrap();
            (name, std::fs::read_to_string(entry.path()).unwrap())
        })
        .collect();
    files.sort();
    (output.status.code().unwrap(), files, String::from_utf8(output.stderr).unwrap())
}

#[test]
fn publishing_takes_a_good_file_and_leaves_a_site_as_it_was_otherwise() {
    let site = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("published-site");
    let _ = std::fs::remove_dir_all(&site);
    std::fs::create_dir_all(&site).unwrap();
    let named = |name: &str, text: &str| (name.to_owned(), text.to_owned());

    // Of a day that has come, whatever day it is.
    let capacity = &CAPACITY.replace("\"as_of\": \"2027", "\"as_of\": \"2026");
    let first = vec![named("capacity.json", capacity)];
    let (code, files, told) = publish(&site, capacity);
    assert_eq!((code, &files, &*told), (0, &first, ""));

    let broken_off = capacity.split_at(capacity.len() / 2).0;
    let ahead = &capacity.replace("\"as_of\": \"2026", "\"as_of\": \"2099");
    for bad in ["", broken_off, ahead, &capacity.replace("\"nodes\": \"1\"", "\"nodes\": \"9\"")] {
        let (code, files, told) = publish(&site, bad);
        assert_eq!((code > 0, &files), (true, &first), "{told}");
        assert!(told.contains('$'), "where it is wrong: {told}");
    }

    let newer = capacity.replace("\"nodes\": 4", "\"nodes\": 6");
    let second = vec![named("capacity.json", &newer), named("capacity.json.before", capacity)];
    for time in ["new", "the same again"] {
        let (code, files, told) = publish(&site, &newer);
        assert_eq!((code, &files), (0, &second), "{time}: {told}");
    }
}

/// The example of docs/hosting.md for Slurm, with made-up answers of Slurm: what it writes is a good
/// file, in which a part-used node is held until the last of its jobs ends.
#[test]
fn a_partition_of_slurm_becomes_a_good_file() {
    let commands = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("slurm-commands");
    std::fs::create_dir_all(&commands).unwrap();
    let answers = [
        (
            "sinfo",
            "printf 'node gpu%s %s gpu:%s(S:0-1)\\n' 01 mixed h200:4 02 allocated h200:4 \\\n\
             03 allocated h200:4 04 idle h200:4 05 'drained*' h200:4 06 mixed h200:4 \\\n\
             06 mixed h200:4 07 'idle*' h200:4 08 unknown h200:4 09 inval h200:4 \\\n\
             10 blocked h200:4 11 mixed h200:4 12 idle 8 13 idle b200:8",
        ),
        (
            "squeue",
            // Jobs of other partitions too, which may share nodes with this one.
            "case $* in *' -p '*) exit 1;; esac\nprintf '%s\\n' 'RUNNING 2027-02-01T09:00:00 gpu01' \\\n\
             'RUNNING 2027-03-01T12:30:00 gpu[01-03]' 'RUNNING N/A gpu06' \\\n\
             'RUNNING 2027-03-01T12:30:00 gpu05' 'RUNNING 2027-03-01T12:30:00 elsewhere' \\\n\
             'SUSPENDED 2027-03-01T12:30:00 gpu12' 'RUNNING 2027-01-03T09:00:00 gpu13'",
        ),
        (
            "scontrol",
            "case $3 in 'gpu[01-03]') printf 'gpu01\\ngpu02\\ngpu03\\n';; *) echo \"$3\";; esac",
        ),
        (
            "date",
            "case $* in +%z) echo +0900;; -u*) echo 2027-01-04T00:00:00Z;; \\\n\
             *) echo 2027-01-04T09:00:00;; esac",
        ),
    ];
    for (name, script) in answers {
        use std::os::unix::fs::PermissionsExt as _;
        let path = commands.join(name);
        std::fs::write(&path, format!("#!/bin/sh\n{script}\n")).unwrap();
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o755)).unwrap();
    }
    let path = format!("{}:{}", commands.display(), std::env::var("PATH").unwrap());
    let output = Command::new("sh")
        .args([concat!(env!("CARGO_MANIFEST_DIR"), "/docs/hosting/slurm.sh"), "gpu", "h200"])
        .env("PATH", path)
        .output()
        .unwrap();
    let (out, err) = [output.stdout, output.stderr].map(|it| String::from_utf8(it).unwrap()).into();
    assert_eq!((output.status.code(), &*err), (Some(0), ""));
    let capacity: Value = serde_json::from_str(&out).unwrap();
    // Reservations that begin later are not in it.
    assert_eq!(capacity["availability"], "published");
    let block = |model: &str, gpus: u32, nodes: u32| {
        let id = format!("gpu-{model}-x{gpus}");
        json!({ "id": id, "accelerator": model, "nodes": nodes, "gpus_per_node": gpus })
    };
    let blocks = json!([block("h200", 4, 11), block("h200", 8, 1), block("b200", 8, 1)]);
    assert_eq!(capacity["blocks"], blocks);
    let open = |kind: &str, nodes: &str, label: &str| {
        let block = format!("gpu-{kind}");
        json!({ "block": block, "nodes": nodes, "label": label })
    };
    let mut until = open("h200-x4", "1,2,3", "jobs");
    until["until"] = "2027-03-01T12:30:00+09:00".into();
    let holds = json!([
        until,
        open("h200-x4", "5", "drained"),
        open("h200-x4", "6,11", "jobs"),
        open("h200-x4", "7", "not ready"),
        open("h200-x4", "8", "unknown"),
        open("h200-x4", "9", "inval"),
        open("h200-x4", "10", "blocked"),
        open("h200-x8", "1", "jobs"),
        open("b200-x8", "1", "jobs"),
    ]);
    assert_eq!(capacity["holds"], holds);
    let check = jari(&["check", "-", "--today", "2027-01-05"], out.as_bytes());
    assert_eq!(check.out, "no problem, 3 blocks, 9 holds\n");
}

/// The part-used node of docs/hosting.md is a good file.
#[test]
fn the_example_of_a_part_used_node_is_a_good_file() {
    let text = include_str!("../../docs/hosting.md");
    let (_, text) = text.split_once("**part-used node**").unwrap();
    let (_, example) = text.split_once("```json\n").unwrap();
    let example = example.split("```").next().unwrap();
    let check = jari(&["check", "-", "--today", "2027-01-04"], example.as_bytes());
    assert_eq!(check.out, "no problem, 1 block, 3 holds\n");
}
