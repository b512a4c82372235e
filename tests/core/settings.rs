//! The settings of a site: what is read, what is told, and that nothing is refused.

use jari::model::{Identity, Problem, ProblemKind, Resolution, Settings, Text, limits, settings};
use serde_json::{Value, json};

const FILE: &str = include_str!("../../public/config.json");
const SCHEMA: &str = include_str!("../../public/schema/config-1.json");

fn read(text: &str) -> (Settings, Vec<Problem>) {
    settings(text.as_bytes())
}

fn schema() -> jsonschema::Validator {
    jsonschema::validator_for(&serde_json::from_str(SCHEMA).unwrap()).unwrap()
}

#[test]
fn the_published_settings_are_the_defaults_but_for_who_the_site_is() {
    let (published, problems) = read(FILE);
    assert_eq!(problems, []);
    assert_eq!(published.identity.apply_url.as_deref(), Some("https://aiinfrahub.kr"));
    assert!(published.identity.unofficial.is_some() && published.identity.operator.is_none());
    let rest = Settings { identity: Identity::default(), ..published };
    assert_eq!(rest, Settings::default());
    let file: Value = serde_json::from_str(FILE).unwrap();
    assert!(schema().is_valid(&file));
    for (key, value) in [("refresh_seconds", json!(29)), ("capacity", json!("a.json"))] {
        let mut changed = file.clone();
        changed[key] = value;
        assert!(!schema().is_valid(&changed), "{key}");
    }
}

#[test]
fn every_field_is_read() {
    let all = json!({
        "capacity_url": "https://data.example.org/gpu.json?site=1", "refresh_seconds": 30,
        "stale_after_hours": 8784, "review_after_days": 366, "submit_url": "../apply", "x_note": [1, 2],
        "site_name": { "ko": "이름", "en": "Name" }, "site_about": "About",
        "site_url": "https://gpu.example.org/", "operator": { "ko": "운영자" },
        "unofficial": { "ko": "아닙니다.", "en": "It is not." }, "apply_name": "Office",
        "apply_url": "https://office.example.org/",
        // Only who finishes a site reads it.
        "embed_sites": ["https://news.example.org"],
    });
    let text = |ko: &str, en: &str| Some(Text { ko: ko.into(), en: en.into() });
    let expected = Settings {
        capacity_url: "https://data.example.org/gpu.json?site=1".into(),
        refresh_seconds: Some(30),
        stale_after_hours: Some(8784),
        review_after_days: Some(366),
        submit_url: Some("../apply".into()),
        identity: Identity {
            name: text("이름", "Name"),
            about: text("About", "About"),
            url: Some("https://gpu.example.org/".into()),
            operator: text("운영자", "운영자"),
            unofficial: text("아닙니다.", "It is not."),
            apply_name: text("Office", "Office"),
            apply_url: Some("https://office.example.org/".into()),
        },
    };
    assert_eq!(read(&all.to_string()), (expected, Vec::new()));
    assert!(schema().is_valid(&all));
    let never = read(r#"{ "refresh_seconds": 0, "stale_after_hours": 0, "review_after_days": 0 }"#);
    let expected = Settings {
        refresh_seconds: None,
        stale_after_hours: None,
        review_after_days: None,
        ..Settings::default()
    };
    assert_eq!(never, (expected, Vec::new()));
    assert_eq!(read("{}"), (Settings::default(), Vec::new()));
}

/// Addresses, and whether a page may fetch from them; the schema says the same.
#[test]
fn an_address_leads_to_a_path_or_by_http() {
    let cases = [
        ("capacity.json", true),
        ("./data/capacity.json", true),
        ("../capacity.json?v=2#top", true),
        ("/data/a:b@c.json", true),
        ("자원.json", true),
        ("http://10.0.0.1:8080/a.json", true),
        ("https://example.org", true),
        ("https://example.org/a@b:c", true),
        ("", false),
        ("/", false),
        ("?view=fit", false),
        ("#a", false),
        ("//example.org/a.json", false),
        ("///example.org", false),
        ("\\\\example.org\\a", false),
        ("/\\example.org", false),
        ("https:\\\\example.org", false),
        ("https:/example.org", false),
        ("https://", false),
        ("https://user:word@example.org/", false),
        ("https://user@example.org", false),
        ("ftp://example.org/a", false),
        ("javascript:alert(1)", false),
        ("JAVASCRIPT:alert(1)", false),
        ("javascript://example.org/%0aalert(1)", false),
        ("data:application/json,{}", false),
        ("blob:https://example.org/1", false),
        ("file:///etc/passwd", false),
        ("a b.json", false),
        (" capacity.json", false),
        ("java\nscript:alert(1)", false),
        ("a\u{0}.json", false),
        ("a\u{7f}.json", false),
        ("a\u{202e}nosj.json", false),
    ];
    for (address, is_one) in cases {
        for key in ["capacity_url", "submit_url", "site_url", "apply_url"] {
            let file = json!({ key: address });
            let (found, problems) = read(&file.to_string());
            let used = match key {
                "capacity_url" => found.capacity_url == address,
                "site_url" => found.identity.url.as_deref() == Some(address),
                "apply_url" => found.identity.apply_url.as_deref() == Some(address),
                _ => found.submit_url.as_deref() == Some(address),
            };
            assert_eq!((used, problems.is_empty()), (is_one, is_one), "{address:?}");
            if let Some(problem) = problems.first() {
                assert_eq!(problem.path, ["$.", key].concat());
                assert!(matches!(&problem.kind, ProblemKind::BadAddress { .. }), "{problem:?}");
            }
        }
        // A pattern cannot tell every hidden character.
        let is_hidden = |char: char| char.is_control() || char == '\u{202e}';
        if !address.contains(is_hidden) {
            assert_eq!(schema().is_valid(&json!({ "capacity_url": address })), is_one, "{address}");
        }
    }
    let long = ["a/", &"b".repeat(limits::MAX_URL_BYTES)].concat();
    assert_eq!(read(&json!({ "capacity_url": long }).to_string()).1.len(), 1);
}

#[test]
fn what_is_wrong_is_told_and_the_default_used() {
    let cases = [
        (r#"{ "refresh_seconds": 29 }"#, "$.refresh_seconds"),
        (r#"{ "refresh_seconds": 1 }"#, "$.refresh_seconds"),
        (r#"{ "refresh_seconds": -1 }"#, "$.refresh_seconds"),
        (r#"{ "refresh_seconds": 86401 }"#, "$.refresh_seconds"),
        (r#"{ "refresh_seconds": 60.5 }"#, "$.refresh_seconds"),
        (r#"{ "refresh_seconds": 1e400 }"#, "$.refresh_seconds"),
        (r#"{ "refresh_seconds": "60" }"#, "$.refresh_seconds"),
        (r#"{ "stale_after_hours": 8785 }"#, "$.stale_after_hours"),
        (r#"{ "stale_after_hours": true }"#, "$.stale_after_hours"),
        (r#"{ "review_after_days": 367 }"#, "$.review_after_days"),
        (r#"{ "capacity_url": ["a.json"] }"#, "$.capacity_url"),
        (r#"{ "capacity_url": "//a" }"#, "$.capacity_url"),
        (r#"{ "submit_url": {} }"#, "$.submit_url"),
        (r#"{ "site_name": 7 }"#, "$.site_name"),
        (r#"{ "operator": ["a"] }"#, "$.operator"),
        (r#"{ "apply_name": { "fr": "a" } }"#, "$.apply_name.fr"),
        (r#"{ "apply_url": "javascript:alert(1)" }"#, "$.apply_url"),
        (r#"{ "refresh": 60 }"#, "$.refresh"),
        (r#"{ "__proto__": { "capacity_url": "b.json" } }"#, "$.__proto__"),
        ("[]", "$"),
        ("", "$"),
        ("{", "$"),
        ("<!DOCTYPE html><title>Sign in</title>", "$"),
    ];
    for (text, path) in cases {
        let (found, problems) = read(text);
        assert_eq!(found, Settings::default(), "{text}");
        let paths: Vec<&str> = problems.iter().map(|problem| problem.path.as_str()).collect();
        assert_eq!(paths, [path], "{text}");
    }
    // One wrong field takes no other with it.
    let (found, problems) = read(r#"{ "refresh_seconds": 5, "capacity_url": "own.json" }"#);
    assert_eq!((found.capacity_url.as_str(), found.refresh_seconds), ("own.json", Some(300)));
    assert_eq!(problems[0].resolution, Resolution::Used("300".into()));
}

#[test]
fn a_file_that_is_too_large_or_too_deep_is_not_read() {
    let padded = |space: usize| [r#"{ "refresh_seconds": 60"#, &" ".repeat(space), "}"].concat();
    assert_eq!(read(&padded(16_000)).0.refresh_seconds, Some(60));
    let (found, problems) = read(&padded(limits::MAX_SETTINGS_BYTES));
    assert_eq!(found, Settings::default());
    assert!(matches!(problems[0].kind, ProblemKind::TooLarge { most: 16_384, .. }), "{problems:?}");

    let deep = [r#"{ "x_a": "#, &"[".repeat(40), &"]".repeat(40), "}"].concat();
    let (_, problems) = read(&deep);
    assert!(matches!(problems[0].kind, ProblemKind::TooDeep { .. }), "{problems:?}");
    let (_, problems) = settings(b"{\"submit_url\":\"\xFF\"}");
    assert!(matches!(problems[0].kind, ProblemKind::NotUtf8 { offset: 15 }), "{problems:?}");
}

#[test]
fn of_a_file_that_breaks_off_only_that_is_told() {
    let (found, problems) = read(r#"{ "refresh_seconds": 60, "colour": "blue", "capacity_url": "#);
    assert_eq!(found, Settings::default());
    let [problem] = &problems[..] else { panic!("one problem, not {problems:?}") };
    assert!(matches!(problem.kind, ProblemKind::Truncated { line: 1, .. }), "{problem:?}");
    assert_eq!(problem.resolution, Resolution::Refused);
}
