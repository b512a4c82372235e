//! Bad capacity files: a table of small edits of a good one, each with what is told and what
//! survives.

use std::collections::BTreeSet;

use jari::model::{
    Availability, Block, FileReading, HoldNodes, Hour, NodeRanges, Problem, ProblemKind,
    Resolution, Snapshot, Surety, Term, limits, read,
};
use jari::words::{Lang, problem};
use serde_json::{Value, json};

/// A file that uses every field and has nothing wrong.
pub fn good() -> Value {
    serde_json::from_str(include_str!("inputs/capacity/every-field.json")).unwrap()
}

/// Replaces the value at `pointer`, or removes it where it is `None`.
fn edit(file: &mut Value, pointer: &str, value: Option<Value>) {
    let (parent, key) = pointer.rsplit_once('/').unwrap();
    let parent = file.pointer_mut(parent).unwrap();
    match (parent, value) {
        (Value::Array(list), Some(value)) if key == "-" => list.push(value),
        (Value::Array(list), Some(value)) => list[key.parse::<usize>().unwrap()] = value,
        (Value::Array(list), None) => drop(list.remove(key.parse().unwrap())),
        (Value::Object(map), Some(value)) => drop(map.insert(key.into(), value)),
        (Value::Object(map), None) => drop(map.remove(key).unwrap()),
        (other, _) => panic!("{pointer} leads to {other}"),
    }
}

/// The good file with one such edit.
fn edited(pointer: &str, value: Option<Value>) -> Vec<u8> {
    let mut file = good();
    edit(&mut file, pointer, value);
    file.to_string().into_bytes()
}

/// How many entries of each list differ from the good file: `"blocks 1, holds 1"`.
fn survivors(snapshot: &Snapshot) -> String {
    let call = snapshot.calls.first();
    let inside = |count: fn(&jari::model::Call) -> usize| call.map_or(0, count);
    let counts = [
        ("sources", snapshot.sources.len(), 2),
        ("accelerators", snapshot.accelerators.len(), 3),
        ("providers", snapshot.providers.len(), 1),
        ("blocks", snapshot.blocks.len(), 2),
        ("holds", snapshot.holds.len(), 3),
        ("purchases", snapshot.purchases.len(), 1),
        ("notices", snapshot.notices.len(), 1),
        ("elsewhere", snapshot.elsewhere.len(), 1),
        ("calls", snapshot.calls.len(), 1),
        ("classes", inside(|call| call.classes.len()), 2),
        ("sizes", inside(|call| call.sizes.len()), 1),
        ("pool", inside(|call| call.pool.len()), 1),
        ("fees", inside(|call| call.fees.len()), 2),
        ("results", inside(|call| call.results.iter().count()), 1),
        ("first_use", inside(|call| call.first_use.iter().count()), 1),
        ("conditions", inside(|call| call.conditions.len()), 1),
        ("unknown", inside(|call| call.unknown.len()), 1),
    ];
    let lost_call = snapshot.calls.is_empty();
    let of = counts
        .iter()
        .enumerate()
        .filter(|(index, (_, found, good))| found != good && !(lost_call && *index > 8));
    of.map(|(_, (name, found, _))| format!("{name} {found}")).collect::<Vec<_>>().join(", ")
}

/// The name of a variant.
fn variant(value: &impl core::fmt::Debug) -> String {
    let text = format!("{value:?}");
    text.split(|char: char| !char.is_alphanumeric()).next().unwrap_or_default().to_owned()
}

/// `path What Done`, with what holds other problems that follow from the first.
fn told(problem: &Problem) -> String {
    format!("{} {} {}", problem.path, variant(&problem.kind), variant(&problem.resolution))
}

/// The one place that touches the API: reads `bytes`, and compares what is told and what survives.
/// Every problem must have words in both languages.
#[track_caller]
fn check(bytes: &[u8], expected: &[&str], survive: &str) -> Option<Snapshot> {
    let (snapshot, problems) = match read(bytes) {
        Ok(FileReading { snapshot, problems }) => (Some(snapshot), problems),
        Err(problem) => (None, vec![problem]),
    };
    let found: Vec<String> = problems.iter().map(told).collect();
    let shown = String::from_utf8_lossy(&bytes[..bytes.len().min(300)]).into_owned();
    assert_eq!(found, expected, "{shown}");
    for found in &problems {
        let (ko, en) = (problem::text(found, Lang::Ko), problem::text(found, Lang::En));
        for text in [&ko, &en] {
            assert!(text.starts_with(&found.path) && text.ends_with('.'), "{text}");
            assert!(!text.contains("{}") && !text.contains("  "), "{text}");
        }
        assert!(ko.chars().any(|it| ('가'..='힣').contains(&it)), "{ko}");
        assert!(!en.chars().any(|it| ('가'..='힣').contains(&it)), "{en}");
    }
    let survived = snapshot.as_ref().map_or_else(|| "nothing".to_owned(), survivors);
    assert_eq!(survived, survive, "{shown}");
    snapshot
}

#[test]
fn the_good_file_is_good() {
    let snapshot = check(good().to_string().as_bytes(), &[], "").unwrap();
    assert_eq!(snapshot.blocks[0].leaves, [16, 16, 8]);
    assert_eq!(snapshot.blocks[1].leaves, [4, 6]);
    assert_eq!((snapshot.holds[1].from, snapshot.holds[1].until), (Hour::MIN, Hour::MAX));
    assert_eq!(snapshot.holds[2].nodes, HoldNodes::Counted(4));
    // A byte order mark is nobody's fault.
    let marked = [b"\xEF\xBB\xBF".as_slice(), good().to_string().as_bytes()].concat();
    check(&marked, &[], "");
}

#[test]
fn an_operators_shortest_file_reads_without_a_problem() {
    let file = json!({
        "schema": 1,
        "as_of": "2027-01-01T09:30:00+09:00",
        "accelerators": [{"id": "h200"}],
        "blocks": [{"id": "a", "accelerator": "h200", "nodes": 10}],
        "holds": [{"block": "a", "nodes": "1-4"}]
    });
    let FileReading { snapshot, problems } = read(file.to_string().as_bytes()).unwrap();
    assert_eq!(problems, []);
    assert_eq!(snapshot.availability, Availability::Complete);
    assert_eq!(snapshot.as_of.to_rfc3339(), "2027-01-01T00:00:00Z");
    let block = &snapshot.blocks[0];
    assert_eq!((block.gpus_per_node, block.leaves.as_slice()), (8, [10].as_slice()));
    assert_eq!((block.name.ko.as_str(), block.provider.as_ref()), ("a", None));
    assert_eq!(snapshot.holds[0].from, Hour::MIN);
    // Without holds, nothing is claimed about who uses the nodes.
    let mut nominal = file;
    nominal.as_object_mut().unwrap().remove("holds");
    let reading = read(nominal.to_string().as_bytes()).unwrap();
    assert_eq!(reading.snapshot.availability, Availability::Nominal);
}

/// A file of before there were published holds, waves, notices and schemes reads as it did.
#[test]
fn a_file_of_the_first_wave_reads_as_before() {
    let file = include_bytes!("inputs/capacity/first-wave.json");
    let FileReading { snapshot, problems } = read(file).unwrap();
    assert_eq!(problems, []);
    assert_eq!(snapshot.availability, Availability::Nominal);
    assert_eq!(snapshot.blocks.iter().map(Block::nodes).sum::<u32>(), 1_307);
    assert!(snapshot.blocks.iter().all(|it| it.gpus_per_node == 8));
    assert_eq!(snapshot.purchases.iter().map(|it| it.bought_gpus).sum::<u32>(), 13_136);
    let government: Vec<_> = snapshot.purchases.iter().map(|it| it.government_gpus).collect();
    assert_eq!(government, [Some(2_296), Some(6_120), Some(2_040)]);
    assert_eq!(snapshot.calls.len(), 4);
    // Of what came later, nothing is there that the file does not say.
    assert_eq!(snapshot.holds, []);
    assert!(!snapshot.has_published_holds());
    assert!(snapshot.notices.is_empty() && snapshot.elsewhere.is_empty());
    for it in snapshot.purchases.iter() {
        assert_eq!((it.wave, it.decided, &it.service), (None, None, &None), "{}", it.provider);
        assert_eq!(it.citation.surety, None, "{}", it.provider);
    }
    for it in snapshot.calls.iter() {
        assert_eq!((&it.first_use, it.conditions.as_slice()), (&None, [].as_slice()), "{}", it.id);
    }
    for it in &snapshot.accelerators {
        assert!(!it.announced && !snapshot.is_announced(&it.id), "{}", it.id);
        assert_eq!((it.gpus_per_node, it.gpus_per_domain), (None, None), "{}", it.id);
    }
}

/// The good file with a value, or without one, where each of the pointers leads.
fn changed(edits: &[(&str, Option<Value>)]) -> FileReading {
    let mut file = good();
    for (pointer, value) in edits {
        edit(&mut file, pointer, value.clone());
    }
    read(file.to_string().as_bytes()).unwrap()
}

/// A file that does not say how much it knows is taken at its holds: a published one tells that
/// the list is not all of them.
#[test]
fn availability_follows_from_the_holds() {
    let plain = json!({"block": "a", "nodes": "1-8"});
    let published = json!({"block": "a", "nodes": "9-16", "published": true, "source": "s1",
                           "until_rule": "R"});
    let cases = [
        (None, Availability::Nominal, "nominal"),
        (Some(json!([])), Availability::Complete, "complete"),
        (Some(json!([plain])), Availability::Complete, "complete"),
        (Some(json!([published])), Availability::Published, "published"),
        (Some(json!([plain, published])), Availability::Published, "published"),
        // What is not kept tells nothing.
        (
            Some(json!([{"block": "z", "nodes": 1, "published": true}])),
            Availability::Complete,
            "complete",
        ),
    ];
    for (holds, expected, word) in cases {
        let missing = changed(&[("/holds", holds.clone()), ("/availability", None)]);
        assert_eq!(missing.snapshot.availability, expected, "{holds:?}");
        let path = "$.availability";
        assert!(missing.problems.iter().all(|it| it.path != path), "{holds:?}");
        for wrong in [json!("full"), json!(true)] {
            let reading = changed(&[("/holds", holds.clone()), ("/availability", Some(wrong))]);
            assert_eq!(reading.snapshot.availability, expected, "{holds:?}");
            let told: Vec<_> = reading.problems.iter().filter(|it| it.path == path).collect();
            assert_eq!(told.len(), 1, "{holds:?}");
            assert_eq!(told[0].resolution, Resolution::Used(word.into()), "{holds:?}");
        }
    }
    // What a file does say stands, whatever its holds are.
    for (word, expected) in [
        ("nominal", Availability::Nominal),
        ("published", Availability::Published),
        ("complete", Availability::Complete),
    ] {
        let said = changed(&[("/availability", Some(json!(word)))]);
        assert_eq!(said.snapshot.availability, expected);
    }
    let told = |word: &str| {
        let problems = changed(&[("/availability", Some(json!(word)))]).problems;
        problems.into_iter().map(|it| it.kind).collect::<Vec<_>>()
    };
    assert_eq!(told("nominal"), [ProblemKind::HoldsInNominal { holds: 3 }]);
    assert_eq!(told("complete"), [ProblemKind::PublishedInComplete { holds: 1 }]);
}

#[test]
fn a_published_hold_says_what_it_rests_on() {
    let first = |edits: &[(&str, Option<Value>)]| changed(edits).snapshot.holds[2].clone();
    let hold = first(&[]);
    let publication = hold.published.unwrap();
    assert_eq!(publication.citation.source.as_deref(), Some("s1"));
    assert_eq!(publication.citation.surety, Some(Surety::Inferred));
    assert_eq!(publication.until_rule.unwrap().en, "R");
    // What its fields say is not made up where they are wrong.
    let bare = first(&[
        ("/holds/2/source", Some(json!("s9"))),
        ("/holds/2/surety", None),
        ("/holds/2/until_rule", None),
    ]);
    assert_eq!(bare.published, Some(Box::default()));
    let certain = first(&[("/holds/2/surety", Some(json!("certain")))]).published.unwrap();
    assert_eq!(certain.citation.surety, Some(Surety::Inferred), "not taken for sure");
    // Any other hold has none of it.
    for published in [None, Some(json!(false)), Some(json!(null)), Some(json!("yes"))] {
        assert_eq!(first(&[("/holds/2/published", published)]).published, None);
    }
}

#[test]
fn a_block_has_the_nodes_of_its_accelerator() {
    let gpus = |of_accelerator: Option<Value>, of_block: Option<Value>| {
        let edits = [
            ("/accelerators/0/gpus_per_node", of_accelerator),
            ("/blocks/0/gpus_per_node", of_block),
        ];
        let FileReading { snapshot, problems } = changed(&edits);
        let used = problems.into_iter().filter_map(|it| match it.resolution {
            Resolution::Used(used) => Some(used),
            _ => None,
        });
        (snapshot.blocks[0].gpus_per_node, used.collect::<Vec<_>>())
    };
    assert_eq!(gpus(None, None), (8, vec![]));
    assert_eq!(gpus(Some(json!(4)), None), (4, vec![]));
    assert_eq!(gpus(Some(json!(4)), Some(json!(2))), (2, vec![]));
    assert_eq!(gpus(Some(json!(64)), Some(json!(65))), (64, vec!["64".to_owned()]));
    assert_eq!(gpus(None, Some(json!(0))), (8, vec!["8".to_owned()]));
    assert_eq!(gpus(Some(json!(65)), None), (8, vec![]), "a wrong one is none");
    assert_eq!(gpus(Some(json!(4)), Some(json!(null))), (4, vec![]));
}

/// Not published and forgotten are different things.
#[test]
fn what_the_government_uses_may_be_unpublished() {
    let at = "/purchases/0/government_gpus";
    let null = changed(&[(at, Some(json!(null)))]);
    assert_eq!(null.problems, []);
    let purchase = &null.snapshot.purchases[0];
    assert_eq!((purchase.bought_gpus, purchase.government_gpus), (400, None));
    let none = changed(&[(at, Some(json!(0)))]);
    assert_eq!(none.snapshot.purchases[0].government_gpus, Some(0));
    check(&edited(at, None), &["$.purchases[0].government_gpus Missing Dropped"], "purchases 0");
}

/// Files of which nothing can be shown.
#[test]
fn refusals() {
    let text = good().to_string();
    let bytes = text.as_bytes();
    let cases: &[(&[u8], &str)] = &[
        (b"", "$ Empty Refused"),
        (b" \n ", "$ Empty Refused"),
        (&bytes[..bytes.len() / 2], "$ Truncated Refused"),
        (&bytes[..bytes.len() - 1], "$ Truncated Refused"),
        (b"schema: 1", "$ NotJson Refused"),
        (b"{'schema': 1}", "$ NotJson Refused"),
        (b"{\"schema\": 1,}", "$ NotJson Refused"),
        (b"{\"schema\": 1} {}", "$ NotJson Refused"),
        (b"{\"schema\": NaN}", "$ NotJson Refused"),
        (b"{\"schema\": 01}", "$ NotJson Refused"),
        (b"{\"\\ud800\": 1}", "$ NotJson Refused"),
        (b"{\"schema\": 1, \"title\": \"\xFF\"}", "$ NotUtf8 Refused"),
        (b"\xFF\xFE{\x00", "$ NotUtf8 Refused"),
        (b"[1, 2]", "$ WrongKind Refused"),
        (b"\"schema\"", "$ WrongKind Refused"),
        (b"1", "$ WrongKind Refused"),
        (b"null", "$ WrongKind Refused"),
        (b"{}", "$.schema Missing Refused"),
        (b"{\"schema\": null}", "$.schema Missing Refused"),
        (b"{\"schema\": 2}", "$.schema OtherVersion Refused"),
        (b"{\"schema\": \"1\"}", "$.schema OtherVersion Refused"),
        (b"{\"schema\": -1}", "$.schema OtherVersion Refused"),
        (b"{\"schema\": [1]}", "$.schema WrongKind Refused"),
    ];
    for (bytes, told) in cases {
        check(bytes, &[told], "nothing");
    }
    let deep = ["{\"schema\": 1, \"x\": ", &"[".repeat(100), &"]".repeat(100), "}"].concat();
    check(deep.as_bytes(), &["$ TooDeep Refused"], "nothing");
    let deeper = ["{\"schema\": 1, \"x\": ", &"[".repeat(1_000_000)].concat();
    check(deeper.as_bytes(), &["$ Truncated Refused"], "nothing");
}

#[test]
fn a_broken_file_says_where() {
    let refused = |text: &str| read(text.as_bytes()).unwrap_err().kind;
    assert_eq!(refused("{\n \"schema\": 1,\n}"), ProblemKind::NotJson { line: 3, column: 1 });
    assert_eq!(refused("{\n \"schema\""), ProblemKind::Truncated { line: 2, column: 9 });
    let bytes = b"{\"schema\": \"\xC3\x28\"}";
    assert_eq!(read(bytes).unwrap_err().kind, ProblemKind::NotUtf8 { offset: 12 });
}

/// Two hundred megabytes of junk are refused by their size, without being looked at.
#[test]
fn junk_of_200_megabytes_is_refused_at_once() {
    let junk = vec![b'['; 200_000_000];
    check(&junk, &["$ TooLarge Refused"], "nothing");
}

/// The table of small edits.
#[test]
fn bad_files() {
    let (mut kinds, mut lines) = (BTreeSet::new(), 0);
    for line in include_str!("bad_files.txt").lines() {
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        let mut columns = line.split('|').map(str::trim);
        let mut column = || columns.next().unwrap_or_default();
        let (edit, told, survive) = (column(), column(), column());
        let bytes = match edit.split_once(" = ") {
            Some((pointer, value)) => {
                let value = serde_json::from_str(value).unwrap_or_else(|_| panic!("{line}"));
                edited(pointer, Some(value))
            }
            None => edited(edit.strip_suffix(" -").unwrap(), None),
        };
        let told: Vec<&str> = told.split("; ").filter(|it| !it.is_empty()).collect();
        check(&bytes, &told, survive);
        kinds.extend(told.first().map(|it| {
            // A kind of bad file: what is wrong with which field, wherever it stands in its list.
            it.chars().filter(|it| !it.is_ascii_digit()).collect::<String>()
        }));
        lines += 1;
    }
    assert!(kinds.len() >= 200 && lines >= 300, "{} kinds in {lines} lines", kinds.len());
}

/// Edits that a line of text cannot hold.
#[test]
fn more_bad_files() {
    let long = json!("가".repeat(1_000));
    let snapshot = check(&edited("/title", Some(long)), &["$.title TooLong Shortened"], "");
    assert_eq!(snapshot.unwrap().title.ko.chars().count(), limits::MAX_TEXT_BYTES / 3);
    let told = ["$[\"a \u{FFFD}b\"] UnknownField Ignored"];
    check(&edited("/a \u{7}b", Some(json!(1))), &told, "");

    let lost = ["$.holds[0].block UnknownId Dropped", "$.holds[1].block UnknownId Dropped"];
    let raw = good().to_string().replace("\"nodes\":40", "\"nodes\":1e400");
    let told = ["$.blocks[0] NotAValue Dropped", lost[0], lost[1]];
    check(raw.as_bytes(), &told, "blocks 1, holds 1");
    let half = good().to_string().replace("\"label\":\"x\"", "\"label\":\"\\ud800\"");
    check(half.as_bytes(), &["$.holds[0] NotAValue Dropped"], "holds 2");
    let long = json!("1,".repeat(600_000) + "2");
    check(&edited("/holds/0/nodes", Some(long)), &["$.holds[0] TooLarge Dropped"], "holds 2");

    let twice = good().to_string().replacen("{", "{\"schema\": 1, \"title\": \"first\",", 1);
    let told = ["$.schema RepeatedField Ignored", "$.title RepeatedField Ignored"];
    let snapshot = check(twice.as_bytes(), &told, "").unwrap();
    assert_eq!(snapshot.title.en, "first");

    let bytes = edited("/sources/0/surety", Some(json!("certain")));
    let snapshot = check(&bytes, &["$.sources[0].surety UnknownWord Used"], "").unwrap();
    assert_eq!(snapshot.sources[0].surety, Surety::Inferred);
    let bytes = edited("/calls/0/term/max", Some(json!({"days": 90})));
    let snapshot = check(&bytes, &[], "").unwrap();
    assert_eq!(snapshot.calls[0].term.max, Some(Term::Days(90)), "may be three months");
}

#[test]
fn leaves_fall_back_and_add_up() {
    let leaves = |pointer: &str, value| {
        let FileReading { snapshot, problems } = read(&edited(pointer, Some(value))).unwrap();
        (snapshot.blocks[0].leaves.clone(), problems.len())
    };
    assert_eq!(leaves("/blocks/0/leaves", json!([20, 20])), (vec![20, 20], 0));
    assert_eq!(leaves("/blocks/0/leaves", json!([20, 21])), (vec![16, 16, 8], 1));
    assert_eq!(leaves("/blocks/0/leaf_nodes", json!(0)), (vec![40], 1));
    assert_eq!(leaves("/blocks/0/leaf_nodes", json!(100)), (vec![40], 0));
    assert_eq!(leaves("/blocks/0/leaf_nodes", json!(8.0)), (vec![8; 5], 0));
    assert_eq!(leaves("/blocks/0/leaf_nodes", json!(null)), (vec![40], 0));
    // Leaves that add up to more than a block may have, without a count beside them.
    let huge = json!({"id": "c", "accelerator": "h200", "leaves": [100_000, 1]});
    let told = ["$.blocks[2].nodes Missing Dropped"];
    check(&edited("/blocks/-", Some(huge)), &told, "");
}

#[test]
fn holds_are_clipped_and_rounded_outward() {
    let hold = |edits: &[(&str, Value)]| {
        let mut file = good();
        for (pointer, value) in edits {
            *file.pointer_mut(pointer).unwrap() = value.clone();
        }
        read(file.to_string().as_bytes()).unwrap().snapshot.holds[0].clone()
    };
    let clipped = hold(&[("/holds/0/nodes", json!("39-64"))]);
    assert_eq!(clipped.nodes, HoldNodes::Named(NodeRanges::parse("39-40").unwrap()));
    let rounded = hold(&[
        ("/holds/0/from", json!("2027-01-10T10:59:59.5Z")),
        ("/holds/0/until", json!("2027-01-10T11:00:01Z")),
    ]);
    assert_eq!(rounded.from.to_rfc3339(), "2027-01-10T10:00:00Z");
    assert_eq!(rounded.until.to_rfc3339(), "2027-01-10T12:00:00Z");
    // Shorter than an hour, but not nothing.
    let short = hold(&[
        ("/holds/0/from", json!("2027-01-10T10:10:00Z")),
        ("/holds/0/until", json!("2027-01-10T10:11:00Z")),
    ]);
    assert_eq!(short.until.since(short.from), 1);
}

#[test]
fn over_booked_nodes_are_named() {
    let told = ["$.holds[0] OverBooked Kept"];
    check(&edited("/holds/0/nodes", Some(json!("8-9,20"))), &told, "").unwrap();
    let problems = read(&edited("/holds/0/nodes", Some(json!("8-9,20")))).unwrap().problems;
    let from = Hour::of_date(2027, 1, 10).unwrap();
    let until = Hour::of_date(2027, 2, 1).unwrap();
    let nodes = NodeRanges::parse("9,20").unwrap();
    let kind = ProblemKind::OverBooked { other: "$.holds[1]".into(), nodes, from, until };
    assert_eq!(
        problems[0],
        Problem { path: "$.holds[0]".into(), kind, resolution: Resolution::Kept }
    );
    // One hold after another on the same nodes is what a calendar is for.
    let next = json!({"block": "a", "nodes": "1-8", "from": "2027-02-01", "until": "2027-03-01"});
    check(&edited("/holds/-", Some(next)), &[], "holds 4");
}

/// The sweep finds exactly the holds that share a node and an hour with an earlier one.
#[test]
fn over_booking_agrees_with_a_look_at_every_pair() {
    let mut seed = 7_u32;
    let mut random = |below: u32| {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (seed >> 16) % below
    };
    for _ in 0..300 {
        let holds: Vec<(u32, u32, u32, u32)> = (0..1 + random(7))
            .map(|_| {
                let (first, from) = (1 + random(20), random(20));
                (first, (first + random(6)).min(20), from, from + 1 + random(8))
            })
            .collect();
        let at = |hour: u32| Hour::of_date(2027, 1, 1).unwrap().plus(hour).to_rfc3339();
        let entries: Vec<Value> = holds
            .iter()
            .map(|(first, last, from, until)| {
                json!({"block": "a", "nodes": format!("{first}-{last}"), "from": at(*from),
                       "until": at(*until)})
            })
            .collect();
        let file = json!({"schema": 1, "as_of": "2027-01-01", "accelerators": [{"id": "x"}],
            "blocks": [{"id": "a", "accelerator": "x", "nodes": 20}], "holds": entries});
        let problems = read(file.to_string().as_bytes()).unwrap().problems;
        let mut found: Vec<String> = problems.into_iter().map(|it| it.path).collect();
        found.sort();
        found.dedup();
        // Of a pair, the one that starts later is told; of equal starts, the later in the file.
        let clash = |a: usize, b: usize| {
            let (a, b) = (holds[a], holds[b]);
            a.0 <= b.1 && b.0 <= a.1 && a.2 < b.3 && b.2 < a.3
        };
        let later = |a: usize, b: usize| (holds[a].2, a) > (holds[b].2, b);
        let all = 0..holds.len();
        let expected: Vec<String> = all
            .clone()
            .filter(|a| all.clone().any(|b| b != *a && later(*a, b) && clash(*a, b)))
            .map(|index| format!("$.holds[{index}]"))
            .collect();
        assert_eq!(found, expected, "{holds:?}");
    }
}

#[test]
fn limits_hold() {
    let entry = |id: String| json!({"id": id});
    let many: Vec<Value> = (0..limits::MAX_SOURCES + 5).map(|it| entry(format!("s{it}"))).collect();
    check(&edited("/sources", Some(json!(many))), &["$.sources TooMany Shortened"], "sources 1000");
    let texts = vec![json!("x"); limits::MAX_CALL_ENTRIES + 1];
    let shortened = ["$.calls[0].unknown TooMany Shortened"];
    check(&edited("/calls/0/unknown", Some(json!(texts))), &shortened, "unknown 200");

    let block =
        |it: usize| json!({"id": format!("n{it}"), "accelerator": "h200", "nodes": 100_000});
    let blocks: Vec<Value> = (0..11).map(block).collect();
    let file = json!({"schema": 1, "as_of": "2027-01-01", "accelerators": [{"id": "h200"}],
                      "blocks": blocks});
    let reading = read(file.to_string().as_bytes()).unwrap();
    assert_eq!(reading.snapshot.blocks.len(), 10);
    let found: Vec<String> = reading.problems.iter().map(told).collect();
    assert_eq!(found, ["$.blocks[10].nodes TooManyNodes Dropped"]);
}

#[test]
fn problems_are_counted_beyond_a_thousand() {
    let holds = vec![json!({"block": "z", "nodes": 1}); 1_500];
    let problems = read(&edited("/holds", Some(json!(holds)))).unwrap().problems;
    assert_eq!(problems.len(), limits::MAX_PROBLEMS + 1);
    let last = problems.last().unwrap();
    assert_eq!(
        (&last.kind, &last.resolution),
        (&ProblemKind::More { count: 500 }, &Resolution::Counted)
    );
}

/// Every pair of a thousand holds on one node clashes; a hundred are told, and quickly.
#[test]
fn clashes_are_told_up_to_a_cap() {
    let holds = vec![json!({"block": "a", "nodes": "1-40"}); 1_000];
    let problems = read(&edited("/holds", Some(json!(holds)))).unwrap().problems;
    assert_eq!(problems.len(), limits::MAX_CLASHES);
}

/// A small file can hold every node a thousand times, or cut a block into pieces that every further
/// hold meets again: its calendar would take minutes or gigabytes.
#[test]
fn holds_that_overlap_beyond_use_are_refused() {
    let odd: Vec<String> = (1..limits::MAX_NODES).step_by(2).map(|it| it.to_string()).collect();
    // Of each whole hold a half meets the comb, a half the hold before it.
    let bearable = limits::MAX_PIECES / (2 * odd.len());
    let whole = format!("1-{}", limits::MAX_NODES);
    let file = |comb: &[&str], holds: usize| {
        // Every further one begins when the one before it has ended.
        let month = |it: usize| format!("{}-{:02}-01", 2001 + it / 12, 1 + it % 12);
        let later = (0..holds).map(
            |it| json!({"block": "a", "nodes": whole, "from": month(it), "until": month(it + 1)}),
        );
        let for_good = comb.iter().map(|nodes| json!({"block": "a", "nodes": nodes}));
        json!({"schema": 1, "as_of": "2027-01-01", "accelerators": [{"id": "h200"}],
               "blocks": [{"id": "a", "accelerator": "h200", "nodes": limits::MAX_NODES}],
               "holds": for_good.chain(later).collect::<Vec<_>>()})
        .to_string()
    };
    let read = |file: String| read(file.as_bytes()).map(|it| it.snapshot.holds.len());
    let told = |file| read(file).map_err(|it| told(&it));
    let comb = odd.join(",");
    assert_eq!(told(file(&[&comb], bearable - 1)), Ok(bearable));
    let refused = Err("$.holds TooManyPieces Refused".to_owned());
    assert_eq!(told(file(&[&comb], bearable + 1)), refused);
    let most = usize::try_from(limits::MAX_HELD_NODES / u64::from(limits::MAX_NODES)).unwrap();
    let again = vec![whole.as_str(); most];
    assert_eq!(told(file(&again, 0)), Ok(most));
    assert_eq!(told(file(&again, 1)), Err("$.holds HeldTooOften Refused".to_owned()));
}

/// Every leaf is looked at for every start.
#[test]
fn a_block_of_too_many_leaves_is_one_leaf() {
    let block = |block: Value| {
        let mut file = good();
        file["holds"] = json!([]);
        file["blocks"] = json!([block]);
        check(file.to_string().as_bytes(), &[], "blocks 1, holds 0");
    };
    block(json!({"id": "a", "accelerator": "h200", "nodes": 4_096, "leaf_nodes": 1}));
    let over = json!(vec![1; limits::MAX_LEAVES + 1]);
    let listed = edited(
        "/blocks/1",
        Some(json!({"id": "b", "accelerator": "b200", "leaves": over, "nodes": 10})),
    );
    let snapshot = check(&listed, &["$.blocks[1].leaves TooMany Ignored"], "").unwrap();
    assert_eq!(snapshot.blocks[1].leaves, [10]);
    let cut = json!({"id": "b", "accelerator": "b200", "nodes": 8_194, "leaf_nodes": 2});
    let told = ["$.blocks[1].leaf_nodes TooMany Used"];
    let snapshot = check(&edited("/blocks/1", Some(cut)), &told, "").unwrap();
    assert_eq!(snapshot.blocks[1].leaves, [8_194]);
}

#[test]
fn words_say_what_and_where() {
    let problems = read(&edited("/blocks/0/nodes", Some(json!(0)))).unwrap().problems;
    assert_eq!(
        problem::text(&problems[0], Lang::En),
        "$.blocks[0].nodes: 0 is not from 1 to 100,000. All of $.blocks[0] was left out."
    );
    assert_eq!(
        problem::text(&problems[0], Lang::Ko),
        "$.blocks[0].nodes: 값이 0입니다. 1 이상 100,000 이하여야 합니다. $.blocks[0] 전체를 빼고 읽었습니다."
    );
}

#[test]
fn the_first_bytes_tell_a_web_page_from_a_file() {
    let space = " ".repeat(limits::MAX_LEADING_SPACE + 1);
    let cases: &[(&[u8], Option<bool>)] = &[
        (b"", None),
        (b" \r\n\t", None),
        (b"{", Some(true)),
        (b"\xEF\xBB\xBF\n {", Some(true)),
        (b"\xEF\xBB", None),
        (b"<!DOCTYPE html>", Some(false)),
        (b"[]", Some(false)),
        (b"\0\0\0\0", Some(false)),
        (space.as_bytes(), Some(false)),
    ];
    for (bytes, expected) in cases {
        assert_eq!(jari::model::begins_object(bytes), *expected, "{:?}", bytes.get(..9));
    }
}
