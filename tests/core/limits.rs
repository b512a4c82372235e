//! Every limit of what comes in holds at its number: docs/security.md lists them all.

use jari::exchange::drafts::Drafts;
use jari::exchange::link::{MAX_PINS, Route};
use jari::exchange::submission::{
    Attempt, Key, MAX_ANSWER_BYTES, MAX_BODY_BYTES, Record, SubmissionOutcome, SubmissionStatus,
};
use jari::exchange::{request_json, workload_json};
use jari::model::{FileReading, limits, read};
use jari::session::drafts::Tab;
use serde_json::{Value, json};

use crate::inputs;

/// Reads a file with these lists; how many entries of `list` are read, and what is told.
fn reading(list: &str, file: &Value) -> (usize, Vec<String>) {
    let mut whole = json!({"schema": 1, "as_of": "2027-01-01",
        "sources": [{"id": "s"}], "accelerators": [{"id": "h200"}], "providers": [{"id": "p"}],
        "blocks": [{"id": "b", "accelerator": "h200", "nodes": 9}]});
    whole.as_object_mut().unwrap().extend(file.as_object().unwrap().clone());
    let FileReading { snapshot, problems } = read(whole.to_string().as_bytes()).unwrap();
    let count = match list {
        "sources" => snapshot.sources.len(),
        "accelerators" => snapshot.accelerators.len(),
        "providers" => snapshot.providers.len(),
        "blocks" => snapshot.blocks.len(),
        "holds" => snapshot.holds.len(),
        "purchases" => snapshot.purchases.len(),
        "calls" => snapshot.calls.len(),
        "notices" => snapshot.notices.len(),
        "elsewhere" => snapshot.elsewhere.len(),
        other => panic!("no list {other}"),
    };
    (count, problems.iter().map(|it| format!("{} {:?}", it.path, it.kind)).collect())
}

#[test]
fn lists_are_read_up_to_their_limit() {
    fn id(n: usize) -> Value {
        json!({"id": format!("i{n}")})
    }
    let block = |n: usize| json!({"id": format!("i{n}"), "accelerator": "h200", "nodes": 1});
    let hold = |_| json!({"block": "b", "nodes": 1});
    let purchase = |n: usize| {
        let [provider, accelerator] = [n / 500, n % 500].map(|n| format!("i{n}"));
        json!({"provider": provider, "accelerator": accelerator, "bought_gpus": 8,
               "government_gpus": 8})
    };
    let notice = |_| json!({"date": "2027-01-01", "text": "N", "source": "s"});
    let size = json!({"accelerator": "h200", "min_nodes": 1, "max_nodes": 1});
    let call = |n: usize| json!({"id": format!("i{n}"), "sizes": [size]});
    let scheme = |_| json!({"name": "E", "date": "2027-01-01", "source": "s"});
    type Entry<'a> = &'a dyn Fn(usize) -> Value;
    let lists: [(&str, usize, Entry); 9] = [
        ("sources", limits::MAX_SOURCES, &id),
        ("accelerators", limits::MAX_ACCELERATORS, &id),
        ("providers", limits::MAX_PROVIDERS, &id),
        ("blocks", limits::MAX_BLOCKS, &block),
        ("holds", limits::MAX_HOLDS, &hold),
        ("purchases", limits::MAX_PURCHASES, &purchase),
        ("calls", limits::MAX_CALLS, &call),
        ("notices", limits::MAX_NOTICES, &notice),
        ("elsewhere", limits::MAX_SCHEMES, &scheme),
    ];
    for (list, most, entry) in lists {
        let mut file = json!({list: (0..=most).map(entry).collect::<Vec<Value>>()});
        match list {
            "purchases" => {
                file["providers"] = (0..50).map(id).collect();
                file["accelerators"] = (0..500).map(id).collect();
            }
            // Its block asks for an accelerator that is not listed.
            "accelerators" => file["blocks"] = json!([]),
            _ => {}
        }
        let (count, told) = reading(list, &file);
        let first = told.first();
        assert_eq!(count, most, "{list}: {first:?}");
        let too_many = format!("$.{list} TooMany {{ found: {}, most: {most} }}", most + 1);
        assert!(told.contains(&too_many), "{list}: {first:?}");
    }
}

#[test]
fn conditions_of_a_call_are_read_up_to_their_limit() {
    let conditions = |count: usize| {
        let condition = json!({"text": "K", "source": "s"});
        let size = json!({"accelerator": "h200", "min_nodes": 1, "max_nodes": 1});
        let call = json!({"id": "c", "sizes": [size], "conditions": vec![condition; count]});
        reading("calls", &json!({"calls": [call]})).1
    };
    let most = limits::MAX_CALL_ENTRIES;
    assert_eq!(conditions(most), Vec::<String>::new());
    let too_many = format!("$.calls[0].conditions TooMany {{ found: {}, most: {most} }}", most + 1);
    assert_eq!(conditions(most + 1), [too_many]);
}

/// The year of a wave, and the GPUs of what an accelerator comes in.
#[test]
fn numbers_are_read_up_to_their_limit() {
    let of_accelerator = |key: &str, value: u32| {
        reading("accelerators", &json!({"accelerators": [{"id": "h200", key: value}]})).1
    };
    let wave = |_: &str, value: u32| {
        let purchase = json!({"provider": "p", "accelerator": "h200", "bought_gpus": 8,
            "government_gpus": null, "wave": value});
        reading("purchases", &json!({"purchases": [purchase]})).1
    };
    type Told<'a> = &'a dyn Fn(&str, u32) -> Vec<String>;
    let numbers: [(&str, u32, u32, Told); 3] = [
        ("gpus_per_node", 1, limits::MAX_GPUS_PER_NODE, &of_accelerator),
        ("gpus_per_domain", 1, limits::MAX_GPUS_PER_DOMAIN, &of_accelerator),
        ("wave", limits::FIRST_YEAR, limits::LAST_YEAR, &wave),
    ];
    for (key, least, most, told) in numbers {
        for value in [least, most] {
            assert_eq!(told(key, value), Vec::<String>::new(), "{key}: {value}");
        }
        for value in [least - 1, most + 1] {
            let told = told(key, value);
            assert!(told.len() == 1 && told[0].contains("OutOfRange"), "{key}: {value}: {told:?}");
        }
    }
}

#[test]
fn texts_are_read_up_to_their_limit() {
    let id = |length: usize| json!({"sources": [{"id": "x".repeat(length)}]});
    assert_eq!(reading("sources", &id(limits::MAX_ID_BYTES)), (1, vec![]));
    assert_eq!(reading("sources", &id(limits::MAX_ID_BYTES + 1)).0, 0);

    let base = "https://example.org/";
    let url = |length: usize| {
        let url = [base, &"x".repeat(length - base.len())].concat();
        json!({"sources": [{"id": "s", "url": url}]})
    };
    assert_eq!(reading("sources", &url(limits::MAX_URL_BYTES)), (1, vec![]));
    let (count, told) = reading("sources", &url(limits::MAX_URL_BYTES + 1));
    assert!(count == 1 && told.len() == 1 && told[0].contains("BadUrl"), "{told:?}");

    let label = |length: usize| json!({"sources": [{"id": "s", "x_own": "x".repeat(length)}]});
    assert_eq!(reading("sources", &label(limits::MAX_ENTRY_BYTES - 100)), (1, vec![]));
    let (count, told) = reading("sources", &label(limits::MAX_ENTRY_BYTES));
    assert!(count == 0 && told.len() == 1 && told[0].contains("TooLarge"), "{told:?}");

    // One level is the file's own, one the list's.
    let nested = |levels: usize| {
        let lists = ["[".repeat(levels), "]".repeat(levels)].concat();
        format!("{{\"schema\":1,\"as_of\":\"2027-01-01\",\"x_own\":{lists}}}")
    };
    assert!(read(nested(limits::MAX_DEPTH - 1).as_bytes()).is_ok());
    assert!(read(nested(limits::MAX_DEPTH).as_bytes()).is_err());
}

#[test]
fn lines_are_read_up_to_their_limit() {
    let padded = |bytes: usize| [&" ".repeat(bytes - 2), "{}"].concat();
    let long = |problems: &[String]| problems.iter().any(|it| it.starts_with("longer than"));
    let request = |bytes| request_json::parse(&padded(bytes)).unwrap_err().problems;
    assert!(!long(&request(request_json::MAX_BYTES)));
    assert!(long(&request(request_json::MAX_BYTES + 1)));
    let workload = |bytes| workload_json::parse(&padded(bytes)).unwrap_err().problems;
    assert!(!long(&workload(workload_json::MAX_BYTES)));
    assert!(long(&workload(workload_json::MAX_BYTES + 1)));
    // It keeps the id that it was asked under.
    let filler = "x".repeat(workload_json::MAX_BYTES);
    for text in [
        format!(r#"{{"id":"a \"1\"","model":"{filler}"}}"#),
        format!(r#"{{"task":{{"id":"b","list":["id"]}}, "id" : "a \"1\"", "model":"{filler}"#),
    ] {
        let refused = workload_json::parse(&text).unwrap_err();
        assert!(long(&refused.problems));
        assert_eq!(refused.id.as_deref(), Some("a \"1\""));
    }
    assert_eq!(workload_json::parse(&filler).unwrap_err().id, None);
}

#[test]
fn a_link_compares_as_many_requests_as_fit_side_by_side() {
    let pins: Vec<String> = (1..=MAX_PINS + 2).map(|n| format!("pin=nodes%3D{n}")).collect();
    assert_eq!(Route::parse(&pins.join("&")).pins.len(), MAX_PINS);
    // Pins of a pin are none.
    let inner = "pin=nodes%3D1%26pin%3Dnodes%253D2";
    assert_eq!(Route::parse(inner).pins, ["nodes=1"]);
}

/// What survives a reload is cut to a hundred steps and 200 kB of them, whatever the store says.
#[test]
fn a_tab_takes_back_so_many_steps() {
    let undone = |query: &str| {
        let steps = format!("\nundo fresh {query}").repeat(300);
        let session = format!("jari 1\nnow fresh nodes=1\nbase fresh nodes=1{steps}");
        let drafts = Drafts::default();
        let mut tab = Tab::open("nodes=1", Some(&session), &drafts);
        let mut steps = 0;
        while tab.undo(&drafts) {
            steps += 1;
        }
        steps
    };
    assert_eq!(undone("nodes=2"), 100);
    assert_eq!(undone(&"x".repeat(8_000)), 25);
}

/// Everything that is read as JSON stops at a depth: here serde's own, 128.
#[test]
fn depth_and_length_break_nothing() {
    let texts = [
        "[".repeat(100_000),
        "{\"a\":".repeat(100_000),
        ["{\"model\":{\"config\":", &"[".repeat(127), &"]".repeat(127), "}}"].concat(),
        ["{\"id\":", &"[".repeat(200), &"]".repeat(200), "}"].concat(),
        "가".repeat(1_000_000),
        "pin=%70in%3D".repeat(100_000),
        "%".repeat(1_000_000),
        "1,".repeat(1_000_000),
    ];
    for (_, check) in inputs::ALL {
        for text in &texts {
            check(text.as_bytes());
        }
    }
}

/// A text with as much space after it as makes it that long.
fn padded(text: &str, bytes: usize) -> String {
    [text, &" ".repeat(bytes - text.len())].concat()
}

#[test]
fn answers_to_applications_and_their_record_are_read_up_to_their_limit() {
    let is_read = |answer: &str| {
        matches!(
            SubmissionOutcome::from_response(200, "application/json", answer.as_bytes()),
            SubmissionOutcome::Accepted(_)
        )
    };
    let long = |bytes: usize| padded(r#"{"receipt":"A"}"#, bytes);
    assert!(is_read(&long(MAX_ANSWER_BYTES)));
    assert!(!is_read(&long(MAX_ANSWER_BYTES + 1)));
    let deep = |depth: usize| {
        let [open, close] = ["[", "]"].map(|bracket| bracket.repeat(depth - 1));
        format!(r#"{{"receipt":"A","more":{open}{close}}}"#)
    };
    assert!(is_read(&deep(limits::MAX_DEPTH)));
    assert!(!is_read(&deep(limits::MAX_DEPTH + 1)));

    let is_kept = |bytes: usize| {
        let attempt = Attempt {
            key: Key::new([0; 16]),
            address: "https://example.org".into(),
            body: padded(r#"{"schema":1}"#, bytes),
            request: "00000000".into(),
            state: SubmissionStatus::Unknown,
        };
        let record = Record { attempt: Some(attempt), sent: None };
        Record::read(&record.write().unwrap()) == record
    };
    assert!(is_kept(MAX_BODY_BYTES));
    assert!(!is_kept(MAX_BODY_BYTES + 1));
}
