//! `jari preview` and `jari size` with options in place of a file, and their tables.

use serde_json::{Value, json};

use crate::tool::{CAPACITY, file, jari, value};

const PUBLISHED: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/public/capacity.json");
const TODAY: [&str; 2] = ["--today", "2026-11-28"];

/// What `jari COMMAND FILE OPTIONS` writes, where it has nothing to complain about.
fn done(command: &str, snapshot: Option<&str>, options: &[&str]) -> String {
    let mut arguments = vec![command];
    arguments.extend(snapshot);
    arguments.extend(options);
    arguments.extend(TODAY);
    let run = jari(&arguments, b"");
    assert_eq!((run.code, &*run.err), (0, ""), "{arguments:?}");
    run.out
}

/// A text as if no line were broken.
fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The answer to a line of JSON.
fn line(command: &str, list: &str, snapshot: &str, text: &Value, options: &[&str]) -> String {
    let mut arguments = vec![command, snapshot, list, "-"];
    arguments.extend(options);
    arguments.extend(TODAY);
    let run = jari(&arguments, text.to_string().as_bytes());
    assert_eq!((run.code, &*run.err), (0, ""), "{text}");
    run.out
}

/// A request for two nodes that is right, but for these fields.
fn request(fields: &Value) -> Value {
    let mut request = json!({
        "id": "jari", "accelerators": ["h200"], "nodes": 2, "term": {"months": 3},
        "not_before": "2026-11-28",
    });
    for (name, field) in fields.as_object().unwrap() {
        request[name] = field.clone();
    }
    request
}

#[test]
fn options_answer_as_the_line_of_the_same_request_does() {
    let cases: &[(&[&str], Value)] = &[
        (&["--nodes", "2"], json!({})),
        (&["--nodes", "4~8"], json!({"nodes": {"min": 4, "max": 8}})),
        (&["--nodes", "노드 4대"], json!({"nodes": 4})),
        (&["--gpus", "32"], json!({"nodes": 4})),
        (&["--nodes", "2", "--term", "45d"], json!({"term": {"days": 45}})),
        (&["--nodes", "2", "--term", "72h"], json!({"term": {"hours": 72}})),
        (&["--nodes", "2", "--term", "1년"], json!({"term": {"months": 12}})),
        (&["--nodes", "2", "--from", "2027-03-01"], json!({"not_before": "2027-03-01"})),
        (&["--nodes", "2", "--from", "2027. 3. 1."], json!({"not_before": "2027-03-01"})),
        (&["--nodes", "2", "--until", "2028-01-01"], json!({"not_after": "2028-01-01"})),
        (&["--nodes", "2", "--class", "academia"], json!({"class": "academia"})),
        (&["--nodes", "2", "--class", "youth-company"], json!({"class": "youth_company"})),
        (&["--nodes", "2", "--call", "25-1"], json!({"call": "25-1"})),
        (&["--nodes", "2", "--placement", "one-leaf"], json!({"placement": "one_leaf"})),
        (&["--nodes", "2", "--placement", "leaves-2"], json!({"placement": {"leaves": 2}})),
        (
            &["--nodes", "9", "--placement", "segments-4"],
            json!({"nodes": 9, "placement": {"segments_of": 4}}),
        ),
        (&["--nodes", "260", "--split", "8"], json!({"nodes": 260, "split": {"min_nodes": 8}})),
        (&["--nodes", "2", "--block", "naver-h200-b"], json!({"blocks": ["naver-h200-b"]})),
        (
            &["--nodes", "2", "--block", "naver-h200-b,kakao-b200"],
            json!({"blocks": ["naver-h200-b", "kakao-b200"]}),
        ),
        (&["--nodes", "2", "--by-size"], json!({"layer": "size"})),
        (&["--nodes", "2", "--id", "우리 과제"], json!({"id": "우리 과제"})),
        (&["--nodes", "2", "--accelerator", "b200"], json!({"accelerators": ["b200"]})),
        (
            &["--nodes", "2", "--accelerator", "B200,h200"],
            json!({"accelerators": ["b200", "h200"]}),
        ),
    ];
    for (options, fields) in cases {
        let mut arguments = options.to_vec();
        if !arguments.contains(&"--accelerator") {
            arguments.extend(["--accelerator", "h200"]);
        }
        let wanted = line("preview", "--requests", PUBLISHED, &request(fields), &[]);
        assert_eq!(done("preview", Some(PUBLISHED), &arguments), wanted, "{options:?}");
        arguments.push("--json");
        assert_eq!(done("preview", Some(PUBLISHED), &arguments), wanted, "{options:?}");
    }
    // Beside them, what is asked of the file.
    let map = done("preview", Some(PUBLISHED), &["--nodes", "2", "--fit-map", "2"]);
    assert_eq!(value(&map)["fit_map"]["days"], 2);
    // Where nothing is said, every accelerator that has a block is accepted.
    assert_eq!(value(&map)["blocks"].as_array().unwrap().len(), 5);
    let since = done("preview", Some(PUBLISHED), &["--nodes", "2", "--since", PUBLISHED]);
    assert_eq!(value(&since)["changed"], json!([]));
}

#[test]
fn a_table_says_whether_when_why_not_and_what_instead() {
    let options = ["--accelerator", "h200", "--nodes", "4", "--call", "25-1", "--table"];
    let english = done("preview", Some(PUBLISHED), &options);
    let korean = done("preview", Some(PUBLISHED), &[&options[..], &["--lang", "ko"]].concat());
    let answer = done("preview", Some(PUBLISHED), &options[..6]);
    let answer = value(&answer);
    for (table, lang) in [(&english, "en"), (&korean, "ko")] {
        // The sentence is that of the answer, and stands above all but what the call says.
        let says = answer["says"][lang].as_str().unwrap();
        let note = answer["call_note"][lang].as_str().unwrap();
        assert!(flat(table).starts_with(&format!("{note} {says} ")), "{table}");
        assert!(table.lines().all(|line| line.chars().count() <= 110), "{table}");
        for ground in answer["rests_on"].as_array().unwrap() {
            let text = ground["text"][lang].as_str().unwrap();
            assert!(flat(table).contains(text), "{text} in {table}");
        }
    }
    for part in [
        "  Block                     Earliest start  Most nodes  Longest term  Result",
        "Fits after present uses end (inferred)",
        "Accelerator not chosen",
        "What stands in the way",
        "Similar requests that fit if present uses end (inferred)",
        "Where it would fit",
        "Expected fee",
        "What this is based on",
        "Published facts: ",
        "Not a promise. Worked out from what was published by 11 Oct 2026",
    ] {
        assert!(flat(&english).contains(&flat(part)), "{part} in {english}");
    }
    for part in ["노드 블록", "가장 빠른 시작", "안 되는 이유", "결과의 근거", "2026년 10월 11일"]
    {
        assert!(korean.contains(part), "{part} in {korean}");
    }
    // One language alone, a row a block, and no colour codes.
    assert!(!korean.contains("Block") && !korean.contains("inferred"), "{korean}");
    assert!(!english.contains('\u{1b}') && !korean.contains('\u{1b}'));
    // What a line is too short for goes on below, further in.
    let is_row = |line: &&str| line.strip_prefix("  ").is_some_and(|line| !line.starts_with(' '));
    let rows = |table: &str| table.lines().filter(is_row).count();
    let blocks = answer["blocks"].as_array().unwrap().len();
    let listed = english.split("All blocks\n").nth(1).unwrap().split("\n\n").next().unwrap();
    // Below the headings, and above a note of two lines.
    assert_eq!((rows(listed), blocks), (1 + blocks + 2, 5), "{listed}");
}

/// Where nothing stands in the way, the other blocks tell their reasons.
#[test]
fn a_table_of_a_yes_tells_what_other_blocks_lack() {
    let capacity = file("people-yes.json", CAPACITY.as_bytes());
    let options = ["--accelerator", "h200", "--nodes", "2", "--from", "2027-01-05", "--term", "2d"];
    let table = done("preview", Some(&capacity), &[&options[..], &["--table"]].concat());
    let says = "one has room for 2 nodes (16 GPUs) from 5 Jan 2027 for 2 days.\n";
    assert!(table.starts_with(says), "{table}");
    assert!(table.contains("Holds of every node (exact)"), "{table}");
    assert!(!table.contains("What stands in the way"), "{table}");
    assert!(table.contains("[Never]") || table.contains("  ["), "{table}");
}

#[test]
fn a_file_of_requests_is_a_table_of_a_line_each() {
    let capacity = file("people-list.json", CAPACITY.as_bytes());
    let good = request(&json!({"id": "첫째", "not_before": "2027-01-05", "term": {"days": 2}}));
    let large = request(&json!({"id": "b", "nodes": 9, "not_before": "2027-01-05"}));
    let lines = format!("{good}\n{large}\n{{\"id\":\"c\"}}\n[]\n");
    let list = file("people-list.jsonl", lines.as_bytes());
    let options = ["--requests", &list, "--table"];
    let english = done("preview", Some(&capacity), &options);
    let lines: Vec<&str> = english.lines().collect();
    let cells = |line: &str| -> Vec<String> {
        line.split("  ")
            .filter(|cell| !cell.is_empty())
            .map(|cell| cell.trim().to_owned())
            .collect()
    };
    assert_eq!(cells(lines[0]), ["Id", "Start", "Nodes", "Block", "Result"]);
    assert_eq!(cells(lines[1]), ["첫째", "5 Jan 2027", "2", "one", "Fits now"]);
    assert_eq!(cells(lines[2]), ["b", "–", "–", "–", "Does not fit"]);
    assert!(
        lines[3].starts_with("c ") && lines[3].ends_with("not_before: missing"),
        "{}",
        lines[3]
    );
    assert_eq!(cells(lines[4]), ["–", "–", "–", "–", "not a JSON object"]);
    assert!(english.ends_with("It is not a promise.\n"), "{english}");
    // What each of the answers rests on, once.
    let by_size = request(&json!({"id": "d", "layer": "size"}));
    let lines = format!("{by_size}\n{}\n{by_size}\n", request(&json!({"id": "e"})));
    let layers = file("people-layers.jsonl", lines.as_bytes());
    let both = done("preview", Some(PUBLISHED), &["--requests", &layers, "--table"]);
    let footer: Vec<&str> = both.split("\n\n").nth(1).unwrap().lines().collect();
    assert_eq!(footer.len(), 3, "{both}");
    assert!(footer[0].starts_with("Size alone: "), "{both}");
    assert!(footer[1].starts_with("Published facts: "), "{both}");
    let korean = done("preview", Some(&capacity), &[&options[..], &["--lang", "ko"]].concat());
    assert!(korean.contains("바로 들어감") && korean.starts_with("신청번호"), "{korean}");
    // JSON as ever, where it is asked for or the output is no terminal.
    let json = done("preview", Some(&capacity), &["--requests", &list, "--json"]);
    assert_eq!(json, done("preview", Some(&capacity), &["--requests", &list]));
    assert_eq!(json.lines().count(), 4);
}

#[test]
fn wrong_options_of_a_request_say_what_to_write() {
    let cases: &[(&[&str], &str)] = &[
        (&[], "--requests <FILE>|--nodes <N>|--gpus <N>"),
        (&["--term", "3mo"], "--requests <FILE>|--nodes <N>|--gpus <N>"),
        (&["--nodes", "4", "--gpus", "32"], "cannot be used with"),
        (&["--nodes", "4", "--requests", "-"], "cannot be used with"),
        (&["--requests", "-", "--term", "3mo"], "cannot be used with"),
        (&["--requests", "-", "--accelerator", "h200"], "cannot be used with"),
        (&["--requests", "-", "--call", "25-1"], "cannot be used with"),
        (&["--nodes", "4", "--table", "--json"], "cannot be used with"),
        (&["--nodes", "4", "--table", "--fit-map", "3"], "cannot be used with"),
        (&["--nodes", "many"], "--nodes: No number could be read from “many”"),
        (&["--nodes", "0"], "--nodes: Write 1 or more."),
        (&["--nodes", "32 GPUs"], "--nodes: 32 GPUs are 4 nodes."),
        (&["--gpus", "33"], "--gpus: A node has 8 GPUs, so 33 GPUs are not a whole number"),
        (&["--gpus", "8", "--accelerator", "vera-rubin,h200"], "--gpus: The accelerators chosen"),
        (&["--nodes", "4", "--term", "soon"], "--term: No term could be read from “soon”"),
        (&["--nodes", "4", "--term", "1.5 months"], "--term: “1.5 months”: months differ"),
        (&["--nodes", "4", "--from", "someday"], "--from: No date could be read"),
        (&["--nodes", "4", "--from", "2027-02-31"], "--from: There is no “2027-02-31”"),
        (&["--nodes", "4", "--until", "2026-01-01"], "--until: The end is not after the start."),
        (&["--nodes", "4", "--split", "x"], "--split: No number"),
        (&["--nodes", "4", "--placement", "near"], "not any, one-leaf, leaves-N or segments-N"),
        (&["--nodes", "4", "--placement", "leaves"], "--placement: This is empty."),
        (&["--nodes", "4", "--class", "school"], "[possible values: industry, youth_company,"),
        (&["--nodes", "4", "--accelerator", "a100"], "(h200, b200, b300, vera-rubin)"),
        (&["--nodes", "4", "--call", "99"], "--call: The call “99” is not in the capacity file"),
        (&["--nodes", "4", "--block", "x"], "--block: the snapshot has no block \"x\""),
    ];
    for (options, wanted) in cases {
        let arguments = [&["preview", PUBLISHED], *options].concat();
        let run = jari(&arguments, b"");
        assert_eq!((run.code, &*run.out), (2, ""), "{options:?}");
        assert!(run.err.contains(wanted), "{options:?}: {}", run.err);
        assert!(!run.err.contains('\u{1b}'), "{options:?}");
    }
    // A bad file, too, is told in the language that is asked for.
    let bad = file("people-bad.json", b"{");
    for command in [&["preview", &bad, "--nodes", "4"][..], &["size", &bad, "--gpu-hours", "9"]] {
        let run = jari(&[command, &["--lang", "ko"]].concat(), b"");
        assert_eq!(run.code, 2, "{command:?}");
        assert!(run.err.chars().any(|c| ('가'..='힣').contains(&c)), "{command:?}: {}", run.err);
    }
    // All that is wrong at once, in the language that is asked for.
    let run = jari(&["preview", PUBLISHED, "--nodes", "0", "--term", "x", "--lang", "ko"], b"");
    let lines: Vec<&str> = run.err.lines().collect();
    assert_eq!(lines.len(), 2, "{}", run.err);
    assert!(lines[0].starts_with("jari: --nodes: 1 이상"), "{}", run.err);
    assert!(lines[1].starts_with("jari: --term: ‘x’에서 기간을"), "{}", run.err);
}

/// A workload that is right, but for these fields.
fn workload(model: &Value, task: &Value, more: &Value) -> Value {
    let mut workload =
        json!({"id": "jari", "model": model, "task": task, "not_before": "2026-11-28"});
    if model.is_null() {
        workload.as_object_mut().unwrap().remove("model");
    }
    for (name, field) in more.as_object().unwrap() {
        workload[name] = field.clone();
    }
    workload
}

#[test]
fn options_size_as_the_line_of_the_same_workload_does() {
    let config = r#"{"model_type":"llama","hidden_size":4096,"num_hidden_layers":32,
        "num_attention_heads":32,"num_key_value_heads":8,"intermediate_size":14336,"vocab_size":128256}"#;
    let path = file("config.json", config.as_bytes());
    let llama = json!("llama-3.1-8b");
    let lora = json!({"kind": "lora", "tokens": 2e9});
    let none = json!({});
    let on_llama = ["--model", "llama-3.1-8b", "--task", "lora", "--tokens", "2B"];
    let more = |options: &[&'static str]| [&on_llama[..], options].concat();
    let with = |name: &str, field: Value| {
        let mut task = lora.clone();
        task[name] = field;
        workload(&llama, &task, &none)
    };
    let layout = json!({"tensor": 4, "pipeline": 2, "zero": 1});
    let cases: Vec<(Vec<&str>, Value)> = vec![
        (more(&[]), workload(&llama, &lora, &none)),
        (more(&["--within", "10"]), workload(&llama, &lora, &json!({"within_days": 10}))),
        (more(&["--mfu", "40"]), workload(&llama, &lora, &json!({"utilisation": 0.4}))),
        (more(&["--goodput", "90"]), workload(&llama, &lora, &json!({"goodput": 0.9}))),
        (more(&["--class", "academia"]), workload(&llama, &lora, &json!({"class": "academia"}))),
        (more(&["--call", "25-1"]), workload(&llama, &lora, &json!({"call": "25-1"}))),
        (
            more(&["--accelerator", "b200"]),
            workload(&llama, &lora, &json!({"accelerators": ["b200"]})),
        ),
        (
            more(&["--from", "2027-05-01"]),
            workload(&llama, &lora, &json!({"not_before": "2027-05-01"})),
        ),
        (more(&["--seq", "8k"]), with("seq_len", json!(8000))),
        (more(&["--batch", "1M"]), with("batch_tokens", json!(1e6))),
        (more(&["--precision", "fp8"]), with("precision", json!("fp8"))),
        (more(&["--optimizer", "muon"]), with("optimizer", json!("muon"))),
        (more(&["--software", "fsdp"]), with("framework", json!("fsdp"))),
        (more(&["--recompute", "full"]), with("recompute", json!("full"))),
        (more(&["--rank", "64"]), with("rank", json!(64))),
        (more(&["--trials", "0.1"]), with("trials", json!(0.1))),
        (more(&["--tp", "4", "--pp", "2"]), with("layout", layout)),
        (
            vec!["--parameters", "7B", "--task", "pretrain", "--tokens", "1천억"],
            workload(
                &json!({"parameters": 7e9}),
                &json!({"kind": "pretrain", "tokens": 1e11}),
                &none,
            ),
        ),
        (
            vec!["--parameters", "30B", "--active", "3B", "--task", "lora", "--tokens", "2B"],
            workload(&json!({"parameters": 3e10, "active": 3e9}), &lora, &none),
        ),
        (
            vec!["--model", &path, "--task", "lora", "--tokens", "2B"],
            workload(&json!({"config": value(config)}), &lora, &none),
        ),
        (
            vec!["--model", "llama-3.1-8b", "--task", "serve", "--users", "50", "--days", "30"],
            workload(
                &llama,
                &json!({"kind": "serve", "prompt": 1000, "answer": 500, "users": 50, "days": 30}),
                &none,
            ),
        ),
        (
            vec![
                "--model",
                "llama-3.1-8b",
                "--task",
                "serve",
                "--rate",
                "9k",
                "--prompt",
                "200",
                "--answer",
                "100",
                "--days",
                "30",
            ],
            workload(
                &llama,
                &json!({"kind": "serve", "prompt": 200, "answer": 100, "tokens_per_second": 9000, "days": 30}),
                &none,
            ),
        ),
        (
            vec!["--gpu-hours", "50000", "--on", "a100"],
            workload(
                &Value::Null,
                &json!({"kind": "gpu_hours", "hours": 50_000, "on": "a100"}),
                &none,
            ),
        ),
    ];
    for (options, text) in cases {
        let wanted = line("size", "--workloads", PUBLISHED, &text, &[]);
        assert_eq!(value(&wanted)["error"], Value::Null, "{text}: {wanted}");
        assert_eq!(done("size", Some(PUBLISHED), &options), wanted, "{options:?}");
    }
    // Without a snapshot nothing has a start.
    let text = json!({"id": "jari", "model": llama, "task": lora});
    let run = jari(&["size", "--workloads", "-"], text.to_string().as_bytes());
    assert_eq!(done("size", None, &more(&["--json"])), run.out);
}

#[test]
fn sizes_have_a_table_too() {
    let options = [
        "--model",
        "exaone-3.5-32b",
        "--task",
        "continued_pretrain",
        "--tokens",
        "200B",
        "--table",
    ];
    let with = [&options[..], &["--call", "25-1"]].concat();
    let english = done("size", Some(PUBLISHED), &with);
    for part in [
        "H200: ",
        "B200: ",
        "  Nodes            ",
        "Is there a place?  No room from 28 Nov 2026.",
        "Expected fee",
        "H200: days by number of nodes",
        "← Suggested",
        "Published facts: ",
        "published by 11 Oct 2026",
    ] {
        assert!(flat(&english).contains(&flat(part)), "{part} in {english}");
    }
    let korean = done("size", Some(PUBLISHED), &[&with[..], &["--lang", "ko"]].concat());
    for part in ["노드", "자리가 있나요?", "← 권장", "공개된 사실: "] {
        assert!(flat(&korean).contains(part.trim()), "{part} in {korean}");
    }
    assert!(!korean.contains("Nodes") && !english.contains('\u{1b}'), "{korean}");
    let alone = done("size", None, &options);
    assert!(alone.contains("H200: ") && !alone.contains("Is there a place?"), "{alone}");
    let one = done("size", Some(PUBLISHED), &[&options[..], &["--accelerator", "b200"]].concat());
    assert!(one.starts_with("B200: ") && !one.contains("H200: "), "{one}");

    let lines = "{\"id\":\"l\",\"model\":\"llama-3.1-8b\",\"task\":{\"kind\":\"lora\",\"tokens\":1e9}}\n[]\n";
    let list = file("people-workloads.jsonl", lines.as_bytes());
    let table = done("size", Some(PUBLISHED), &["--workloads", &list, "--table"]);
    let rows: Vec<&str> = table.lines().collect();
    assert!(rows[1].starts_with("l   H200: ") && rows[2].starts_with("l   B200: "), "{table}");
    assert_eq!(rows[3], "–   not a JSON object");
    // The file, and not its holds, of which no size takes notice.
    assert_eq!(rows[5..].len(), 2, "{table}");
    assert!(rows[6].starts_with("  Not a promise. Worked out from the sizes and rules"), "{table}");
}

#[test]
fn wrong_options_of_a_workload_say_what_to_write() {
    let model = ["--model", "llama-3.1-8b"];
    let cases: &[(&[&str], &str)] = &[
        (&[], "<--workloads <FILE>|--task <WORD>|--gpu-hours <N>>"),
        (&["--task", "lora", "--workloads", "-"], "cannot be used with"),
        (&["--workloads", "-", "--class", "academia"], "cannot be used with"),
        (&["--task", "dream", "--tokens", "1B"], "[possible values: pretrain, continued_pretrain,"),
        (&["--task", "lora", "--tokens", "1B"], "give --model, --parameters, or the shape"),
        (&["--task", "lora"], "--task lora needs --tokens"),
        (&["--task", "serve"], "--task serve needs --users or --rate"),
        (&["--task", "lora", "--tokens", "many"], "--tokens: ‘many’ is not a number."),
        (&["--task", "lora", "--tokens", "0"], "--tokens: Write a number from 1"),
        (&["--task", "lora", "--tokens", "1B", "--users", "4"], "--users does not belong"),
        (&["--task", "serve", "--users", "4", "--rate", "9"], "--users does not belong"),
        (&["--task", "serve", "--users", "4", "--tokens", "9"], "--tokens does not belong"),
        (
            &["--task", "lora", "--tokens", "1B", "--precision", "fp4"],
            "--precision: ‘fp4’ is not in",
        ),
        (&["--task", "lora", "--tokens", "1B", "--from", "soon"], "--from: \"soon\" is not a date"),
        (
            &["--task", "lora", "--tokens", "1B", "--accelerator", "x"],
            "--accelerator: there is no \"x\"",
        ),
        (&["--task", "lora", "--tokens", "1B", "--call", "x"], "the snapshot has no call \"x\""),
    ];
    for (options, wanted) in cases {
        let needs_model = !wanted.contains("give --model") && !options.contains(&"--workloads");
        let model = if needs_model && !options.is_empty() { &model[..] } else { &[] };
        let arguments = [&["size", PUBLISHED], *options, model].concat();
        let run = jari(&arguments, b"");
        assert_eq!((run.code, &*run.out), (2, ""), "{options:?}");
        assert!(run.err.contains(wanted), "{options:?}: {}", run.err);
    }
    let capitals = [&["size", PUBLISHED, "--task", "lora", "--tokens", "1B"][..], &model].concat();
    let capitals = jari(&[&capitals[..], &["--accelerator", "H200", "--json"]].concat(), b"");
    assert_eq!(value(&capitals.out)["accelerators"][0]["accelerator"], "h200", "{}", capitals.err);
    let none = jari(&["size", "--model", "no.json", "--task", "lora", "--tokens", "1"], b"");
    assert!(none.code == 2 && none.err.contains("cannot open no.json"), "{}", none.err);
    let bad = file("bad-config.json", b"{\"model_type\":\"rwkv\"}");
    let bad = jari(&["size", "--model", &bad, "--task", "lora", "--tokens", "1"], b"");
    assert!(bad.err.starts_with("jari: --model: How this model"), "{}", bad.err);
}

/// On a terminal people read, behind a pipe programs do. `script`, which lends a terminal, is a part of
/// most systems.
#[test]
fn a_terminal_gets_the_table() {
    let lends = |command: &str| {
        let mut script = std::process::Command::new("script");
        script.args(["-qec", command, "/dev/null"]).stdin(std::process::Stdio::null());
        script.output().ok().filter(|output| output.status.success())
    };
    if lends("test -t 1").is_none() {
        crate::say("SKIPPED: no terminal to look at; script lends one");
        return;
    }
    let jari = env!("CARGO_BIN_EXE_jari");
    let asked =
        format!("{jari} preview {PUBLISHED} --accelerator h200 --nodes 2 --today 2026-11-28");
    let sized = format!("{jari} size --model llama-3.1-8b --task lora --tokens 2B");
    for (command, is_table) in [
        (asked.clone(), true),
        (format!("{asked} --json"), false),
        (format!("{asked} | cat"), false),
        (format!("{asked} --fit-map 1"), false),
        (sized.clone(), true),
        (format!("{sized} --json"), false),
    ] {
        let output = lends(&command).unwrap();
        let out = String::from_utf8(output.stdout).unwrap();
        assert_eq!(!out.starts_with('{'), is_table, "{command}: {out}");
    }
}
