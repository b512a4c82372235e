//! Nothing that is read may panic, and whatever is read keeps what its types promise.

use jari::model::{Instant, NodeRanges};
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::{Value, json};

use crate::inputs::capacity::check;
use crate::reader::good;

/// Ten thousand cases unless `PROPTEST_CASES` says otherwise; failures are printed, not kept.
fn config() -> ProptestConfig {
    let cases = std::env::var("PROPTEST_CASES").ok().and_then(|it| it.parse().ok());
    ProptestConfig {
        cases: cases.unwrap_or(10_000),
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

/// Values that readers trip over.
fn hostile() -> impl Strategy<Value = Value> {
    let numbers = prop_oneof![
        Just(json!(0)),
        Just(json!(-1)),
        Just(json!(1)),
        Just(json!(2)),
        Just(json!(0.5)),
        Just(json!(-0.0)),
        Just(json!(1e308)),
        Just(json!(-1e308)),
        Just(json!(5e-324)),
        Just(json!(u32::MAX)),
        Just(json!(1_u64 << 32)),
        Just(json!(1_u64 << 63)),
        Just(json!(u64::MAX)),
        Just(json!(i64::MIN)),
        Just(json!(9_007_199_254_740_993_u64)),
        Just(json!(100_000)),
        Just(json!(100_001)),
        any::<i32>().prop_map(|it| json!(it)),
        any::<f64>().prop_map(|it| json!(it)),
        (0..50_u32).prop_map(|it| json!(it)),
    ];
    let texts = prop_oneof![
        Just(""),
        Just(" "),
        Just("1-4294967295"),
        Just("4294967295"),
        Just("0"),
        Just("1-"),
        Just("40,1-39"),
        Just("3-2"),
        Just("1-40,"),
        Just("9999-12-31"),
        Just("0000-00-00"),
        Just("9999-12-31T23:59:59-23:59"),
        Just("0000-01-01T00:00:00+23:59"),
        Just("2027-01-10"),
        Just("2027-06-01"),
        Just("2027-01-10T00:00:00.999999999+09:00"),
        Just("2099-12-31"),
        Just("2000-01-01"),
        Just("가나다라마"),
        Just("\u{202E}\u{0}\u{85}"),
        Just("https://\u{7}"),
        Just("https://example.org/x"),
        Just("a"),
        Just("b"),
        Just("h200"),
        Just("b200"),
        Just("s1"),
        Just("p1"),
        Just("nominal"),
        Just("inferred"),
        Just("industry"),
        Just("__proto__"),
        Just("{}"),
        Just("$.a[0]"),
    ];
    let leaf = prop_oneof![
        3 => numbers,
        3 => texts.prop_map(|it| json!(it)),
        1 => ".{0,40}".prop_map(|it| json!(it)),
        1 => Just(json!("가".repeat(3_000))),
        1 => Just(Value::Null),
        1 => any::<bool>().prop_map(|it| json!(it)),
        1 => Just(json!({})),
        1 => Just(json!([])),
        1 => Just(json!({"ko": "가", "en": "a", "fr": "b"})),
        1 => Just(json!({"months": 1200, "days": 36_525})),
        1 => Just(json!({"hours": 1})),
    ];
    leaf.prop_recursive(3, 12, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::Array),
            prop::collection::btree_map("[a-z_]{1,10}", inner, 0..4)
                .prop_map(|map| Value::Object(map.into_iter().collect())),
        ]
    })
}

/// How many values lie in a document, itself included.
fn size(value: &Value) -> usize {
    1 + match value {
        Value::Array(list) => list.iter().map(size).sum(),
        Value::Object(map) => map.values().map(size).sum(),
        _ => 0,
    }
}

/// The value with this number, in the order of [`size`]; the document itself is 0.
fn value_at(value: &mut Value, mut number: usize) -> &mut Value {
    if number == 0 {
        return value;
    }
    number -= 1;
    let inside: Vec<&mut Value> = match value {
        Value::Array(list) => list.iter_mut().collect(),
        Value::Object(map) => map.values_mut().collect(),
        _ => Vec::new(),
    };
    for inner in inside {
        let size = size(inner);
        if number < size {
            return value_at(inner, number);
        }
        number -= size;
    }
    panic!("fewer values than counted")
}

/// A change of one value of a document.
#[derive(Clone, Debug)]
enum Change {
    Replace(Index, Value),
    Remove(Index),
    Repeat(Index),
    Swap(Index, Index),
}

fn change() -> impl Strategy<Value = Change> {
    prop_oneof![
        5 => (any::<Index>(), hostile()).prop_map(|(at, value)| Change::Replace(at, value)),
        1 => any::<Index>().prop_map(Change::Remove),
        1 => any::<Index>().prop_map(Change::Repeat),
        2 => any::<(Index, Index)>().prop_map(|(from, to)| Change::Swap(from, to)),
    ]
}

fn apply(file: &mut Value, change: Change) {
    let count = size(file);
    // The document itself and its version stay: else there is nothing to test.
    let position = |index: Index| 1 + index.index(count.max(2) - 1);
    match change {
        Change::Replace(at, value) => *value_at(file, position(at)) = value,
        Change::Remove(at) => match value_at(file, position(at)) {
            Value::Array(list) => drop(list.pop()),
            Value::Object(map) => {
                let first = map.keys().next().cloned();
                first.and_then(|key| map.remove(&key));
            }
            other => *other = Value::Null,
        },
        Change::Repeat(at) => {
            if let Value::Array(list) = value_at(file, position(at))
                && let Some(last) = list.last().cloned()
            {
                list.push(last);
            }
        }
        Change::Swap(from, to) => {
            let value = value_at(file, position(from)).clone();
            *value_at(file, position(to)) = value;
        }
    }
    file["schema"] = json!(1);
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn arbitrary_bytes_are_answered(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        check(&bytes);
    }

    #[test]
    fn mutated_files_are_answered(changes in prop::collection::vec(change(), 1..6)) {
        let mut file = good();
        for change in changes {
            apply(&mut file, change);
        }
        check(file.to_string().as_bytes());
    }

    #[test]
    fn damaged_files_are_answered(
        flips in prop::collection::vec((any::<Index>(), any::<u8>()), 0..5),
        end in prop::option::of(any::<Index>()),
        whole in any::<bool>(),
    ) {
        let mut bytes = good().to_string().into_bytes();
        for (at, byte) in flips {
            // Mostly printable, so that much of it stays JSON.
            let at = at.index(bytes.len());
            bytes[at] = if whole { byte } else { b' ' + byte % 95 };
        }
        if let Some(end) = end.filter(|_| whole) {
            bytes.truncate(end.index(bytes.len()));
        }
        check(&bytes);
    }

    #[test]
    fn whatever_is_no_time_is_told(text in "\\PC{0,40}|[0-9]{4}-[0-9]{2}-[0-9]{2}([T ][0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,12})?(Z|[+-][0-9]{2}:[0-9]{2}))?") {
        if let Ok(instant) = Instant::parse(&text) {
            prop_assert!(instant.ceil().since(instant.floor()) <= 1);
        }
    }

    #[test]
    fn ranges_read_what_they_write(text in "[0-9, -]{0,30}") {
        if let Ok(ranges) = NodeRanges::parse(&text) {
            prop_assert_eq!(NodeRanges::parse(&ranges.to_string()), Ok(ranges));
        }
    }
}
