use super::*;
use serde_json::json;

const JSON: &str = "application/json";
const PROBLEM: &str = "application/problem+json; charset=utf-8";

fn key() -> Key {
    Key::new([0xAB; 16])
}

fn receipt(number: &str) -> Receipt {
    Receipt { number: number.into(), url: None, is_pending: false }
}

fn attempt() -> Attempt {
    Attempt {
        key: key(),
        address: "https://apply.example.org/applications".into(),
        body: "{\n  \"schema\": 1\n}".into(),
        request: "0000000a".into(),
        state: SubmissionStatus::Sending(1_000),
    }
}

fn refusal() -> SubmissionRefusal {
    SubmissionRefusal { status: 422, words: vec!["Too late".into(), "The call has ended.".into()] }
}

#[test]
fn a_key_is_a_uuid_of_version_4() {
    assert_eq!(Key::new([0; 16]).as_str(), "00000000-0000-4000-8000-000000000000");
    assert_eq!(Key::new([0xFF; 16]).as_str(), "ffffffff-ffff-4fff-bfff-ffffffffffff");
    let bytes = core::array::from_fn(|index| u8::try_from(index * 17).unwrap());
    assert_eq!(Key::new(bytes).as_str(), "00112233-4455-4677-8899-aabbccddeeff");
    for random in [[0; 16], [0xFF; 16], bytes] {
        let key = Key::new(random);
        assert_eq!(Key::parse(key.as_str()), Some(key));
    }
    for text in [
        "",
        "00000000-0000-1000-8000-000000000000",
        "00000000-0000-4000-c000-000000000000",
        "00000000-0000-4000-8000-00000000000",
        "00000000-0000-4000-8000-0000000000000",
        "00000000+0000-4000-8000-000000000000",
        "FFFFFFFF-ffff-4fff-bfff-ffffffffffff",
        "가00000-0000-4000-8000-000000000000",
    ] {
        assert_eq!(Key::parse(text), None, "{text}");
    }
}

#[test]
fn only_a_receipt_counts_as_arrived() {
    let long = "가".repeat(MAX_RECEIPT_CHARS);
    let too_long = json!({ "receipt": format!("{long}나") }).to_string();
    let long = json!({ "receipt": long }).to_string();
    let deep = format!(r#"{{ "receipt": "A", "x": {}{} }}"#, "[".repeat(40), "]".repeat(40));
    let large = format!(r#"{{ "receipt": "A", "x": "{}" }}"#, "x".repeat(MAX_ANSWER_BYTES));
    let cases = [
        (200, JSON, r#"{ "receipt": "A-1" }"#, true),
        (201, "Application/JSON; charset=UTF-8", r#"{ "receipt": "A-1", "more": [1] }"#, true),
        (202, "", "\u{FEFF}{ \"receipt\": \" 25-1 \" }", true),
        (200, JSON, &long, true),
        (200, JSON, &too_long, false),
        (200, JSON, &deep, false),
        (200, JSON, &large, false),
        (200, JSON, r#"{ "receipt": "  " }"#, false),
        (200, JSON, r#"{ "receipt": 7 }"#, false),
        (200, JSON, r#"{ "status": "ok" }"#, false),
        (200, JSON, r#"["receipt"]"#, false),
        (200, JSON, r#"{ "receipt": "A-1""#, false),
        (200, JSON, "", false),
        (200, "text/html", r#"{ "receipt": "A-1" }"#, false),
        (200, "text/html; charset=utf-8", "<!DOCTYPE html><title>Sign in</title>", false),
        (203, JSON, r#"{ "receipt": "A-1" }"#, false),
        (204, "", "", false),
        (0, "", "", false),
        (303, JSON, r#"{ "receipt": "A-1" }"#, false),
        (600, JSON, r#"{ "receipt": "A-1" }"#, false),
    ];
    for (status, kind, body, has_arrived) in cases {
        match SubmissionOutcome::from_response(status, kind, body.as_bytes()) {
            SubmissionOutcome::Accepted(receipt) => {
                assert!(has_arrived, "{status} {kind} {body}");
                assert_eq!(receipt.is_pending, status == 202);
                assert_eq!(receipt.number, receipt.number.trim());
            }
            other => assert_eq!(
                (other, has_arrived),
                (SubmissionOutcome::Unknown, false),
                "{status} {body}"
            ),
        }
    }
    assert_eq!(
        SubmissionOutcome::from_response(200, JSON, b"{\"receipt\":\"\xFF\"}"),
        SubmissionOutcome::Unknown
    );
}

#[test]
fn a_link_onwards_is_an_address_of_the_web_or_none() {
    let cases = [
        ("https://apply.example.org/a/1?b=2#c", true),
        ("http://10.0.0.1:8080/", true),
        ("javascript:alert(1)", false),
        ("javascript://example.org/%0aalert(1)", false),
        ("data:text/html,hi", false),
        ("/a/1", false),
        ("//example.org/", false),
        ("https://user@example.org/", false),
        ("https://example.org/\u{202e}gpj", false),
        ("https://exa mple.org", false),
    ];
    for (url, is_one) in cases {
        let body = json!({ "receipt": "A", "url": url }).to_string();
        let SubmissionOutcome::Accepted(receipt) =
            SubmissionOutcome::from_response(200, JSON, body.as_bytes())
        else {
            panic!("{url}: it has arrived all the same");
        };
        assert_eq!(receipt.url.as_deref(), is_one.then_some(url));
    }
}

#[test]
fn what_a_server_says_is_repeated_within_limits() {
    let words =
        |kind: &str, body: &str| match SubmissionOutcome::from_response(422, kind, body.as_bytes())
        {
            SubmissionOutcome::Refused(refusal) => refusal.words,
            other => panic!("{other:?}"),
        };
    let problem = r#"{ "type": "about:blank", "title": "Too late", "detail": "It\n has ended." }"#;
    assert_eq!(words(PROBLEM, problem), ["Too late", "It has ended."]);
    assert_eq!(words(JSON, r#"{ "detail": "Only this" }"#), ["Only this"]);
    assert_eq!(words("text/plain", "In\r\n plain\ttext"), ["In plain text"]);
    let nothing: [&str; 0] = [];
    assert_eq!(words("text/html", "<h1>No</h1>"), nothing);
    assert_eq!(words("image/png", "\u{89}PNG"), nothing);
    assert_eq!(words(PROBLEM, r#"{ "title": 7, "detail": " " }"#), nothing);
    assert_eq!(words(PROBLEM, "{"), nothing);
    assert_eq!(words("", "no type"), nothing);

    let hostile = json!({ "title": "<b>\u{202e}\u{0}no</b>", "detail": "아니 ".repeat(20_000) });
    let told = words(PROBLEM, &hostile.to_string());
    assert_eq!(told[0], "<b>\u{FFFD}\u{FFFD}no</b>");
    let chars: usize = told.iter().map(|text| text.chars().count()).sum();
    assert_eq!(chars, MAX_WORDS_CHARS + 1);
    assert!(told[1].ends_with('…'));
    assert_eq!(words("text/plain", &"x".repeat(999_999))[0].chars().count(), MAX_WORDS_CHARS + 1);
    let bytes = SubmissionOutcome::from_response(400, "text/plain", b"\xFFno");
    assert_eq!(
        bytes,
        SubmissionOutcome::Refused(SubmissionRefusal {
            status: 400,
            words: vec!["\u{FFFD}no".into()]
        })
    );
}

#[test]
fn what_may_pass_is_told_from_what_does_not() {
    for status in [408, 409, 425, 429, 500, 502, 503, 504, 511, 599] {
        assert_eq!(
            SubmissionOutcome::from_response(status, JSON, b"{}"),
            SubmissionOutcome::Later(status)
        );
    }
    for status in [400, 401, 403, 404, 405, 413, 415, 422, 499] {
        let refused = SubmissionOutcome::Refused(SubmissionRefusal { status, words: Vec::new() });
        assert_eq!(SubmissionOutcome::from_response(status, JSON, b"{}"), refused);
    }
}

#[test]
fn a_record_is_read_as_it_was_written() {
    let link = Some("https://apply.example.org/a/1".to_owned());
    let sent = |receipt| Some(Sent { receipt, request: "0123abcd".into() });
    let states = [
        SubmissionStatus::Sending(u64::MAX),
        SubmissionStatus::Unknown,
        SubmissionStatus::Refused(refusal()),
    ];
    let attempts = states.map(|state| Some(Attempt { state, ..attempt() }));
    for attempt in attempts.into_iter().chain([None]) {
        for sent in [
            sent(receipt("접수-\"1\"")),
            sent(Receipt { number: "A".into(), url: link.clone(), is_pending: true }),
            None,
        ] {
            let record = Record { attempt: attempt.clone(), sent };
            match record.write() {
                Some(text) => assert_eq!(Record::read(&text), record),
                None => assert_eq!(record, Record::default()),
            }
        }
    }
}

#[test]
fn a_record_that_is_corrupt_is_none() {
    let sent = Sent { receipt: receipt("A-1"), request: "0000000a".into() };
    let record = Record { attempt: Some(attempt()), sent: Some(sent.clone()) };
    let text = record.write().unwrap();
    let whole: serde_json::Value = serde_json::from_str(&text).unwrap();
    let half = text.get(..text.len() / 2).unwrap();
    for text in ["", "{", "[]", "null", "yesterday", half] {
        assert_eq!(Record::read(text), Record::default(), "{text}");
    }
    let wrong = [
        ("key", json!("1")),
        ("address", json!("javascript:alert(1)")),
        ("address", json!("apply")),
        ("body", json!("<html>")),
        ("body", json!({})),
        ("request", json!("0000000A")),
        ("state", json!("sent")),
        ("state", json!("refused")),
        ("since", json!(-1)),
        ("since", json!(1e9)),
    ];
    for (name, value) in wrong {
        let mut changed = whole.clone();
        changed["attempt"][name] = value.clone();
        let read = Record::read(&changed.to_string());
        assert_eq!(read, Record { attempt: None, sent: Some(sent.clone()) }, "{name}: {value}");
    }
    let wrong = [
        ("receipt", json!("\u{202e}A")),
        ("receipt", json!("A".repeat(MAX_RECEIPT_CHARS + 1))),
        ("url", json!("javascript:alert(1)")),
        ("pending", json!(null)),
        ("request", json!("")),
    ];
    for (name, value) in wrong {
        let mut changed = whole.clone();
        changed["sent"][name] = value.clone();
        let read = Record::read(&changed.to_string());
        assert_eq!(read, Record { attempt: Some(attempt()), sent: None }, "{name}: {value}");
    }
    let mut other = whole;
    other["version"] = json!(2);
    assert_eq!(Record::read(&other.to_string()), Record::default());
    let large =
        Attempt { body: format!("{{\"a\":\"{}\"}}", "x".repeat(MAX_BODY_BYTES)), ..attempt() };
    let large = Record { attempt: Some(large), sent: None }.write().unwrap();
    assert_eq!(Record::read(&large), Record::default());
}
