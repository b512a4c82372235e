//! The published capacity file: it reads without a problem, adds up, and says where from.

use crate::inputs::capacity::figures;
use jari::model::{
    Availability, Block, Call, Class, EntityKind, FeeRate, FileReading, HoldNodes, Hour,
    NodeRanges, ProblemKind, Purchase, Snapshot, Surety, Term, read,
};

const FILE: &str = include_str!("../../public/capacity.json");
const SCHEMA: &str = include_str!("../../public/schema/capacity-1.json");

fn published() -> Snapshot {
    let FileReading { snapshot, problems } = read(FILE.as_bytes()).unwrap();
    assert_eq!(problems, []);
    snapshot
}

/// What was bought in one wave.
fn wave(snapshot: &Snapshot, year: u32) -> impl Iterator<Item = &Purchase> {
    snapshot.purchases.iter().filter(move |it| it.wave == Some(year))
}

/// Days between two dates, as a calendar counts them.
fn days(earlier: Option<Hour>, later: Option<Hour>) -> u32 {
    let [earlier, later] = [earlier, later].map(|it| it.unwrap().last_midnight());
    later.since(earlier) / 24
}

/// The calls that have something.
fn calls_with(snapshot: &Snapshot, has: impl Fn(&Call) -> bool) -> Vec<&str> {
    snapshot.calls.iter().filter(|it| has(it)).map(|it| it.id.as_str()).collect()
}

fn call<'a>(snapshot: &'a Snapshot, id: &str) -> &'a Call {
    snapshot.call(id).unwrap_or_else(|| panic!("no call {id}"))
}

#[test]
fn it_follows_the_schema() {
    let schema = serde_json::from_str(SCHEMA).unwrap();
    let file: serde_json::Value = serde_json::from_str(FILE).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let errors: Vec<String> = validator.iter_errors(&file).map(|error| error.to_string()).collect();
    assert_eq!(errors, Vec::<String>::new());
    // So do a file of before and one with every field that there is.
    for file in [
        include_str!("inputs/capacity/first-wave.json"),
        include_str!("inputs/capacity/every-field.json"),
    ] {
        assert!(validator.is_valid(&serde_json::from_str(file).unwrap()));
    }
    // The schema does look: each of these is wrong in one place.
    let wrong = [
        ("/schema", serde_json::json!(2)),
        ("/blocks/0/nodes", serde_json::json!(0)),
        ("/blocks/0/leafs", serde_json::json!(32)),
        ("/calls/1/term/min", serde_json::json!({})),
        ("/sources/0/url", serde_json::json!("javascript:alert(1)")),
        ("/holds", serde_json::json!([{"block": "kakao-b200", "nodes": "eins"}])),
        ("/availability", serde_json::json!("full")),
        ("/accelerators/2/status", serde_json::json!("sold")),
        ("/accelerators/2/gpus_per_node", serde_json::json!(65)),
        ("/accelerators/3/gpus_per_domain", serde_json::json!(0)),
        ("/holds/0/published", serde_json::json!(false)),
        ("/holds/0/source", serde_json::json!(null)),
        ("/holds/0/until_rule", serde_json::json!(12)),
        ("/purchases/0/wave", serde_json::json!(1999)),
        ("/purchases/3/government_gpus", serde_json::json!(-1)),
        ("/purchases/0/service", serde_json::json!(2026)),
        ("/calls/0/first_use/date", serde_json::json!("spring")),
        ("/calls/1/conditions/0/classes", serde_json::json!(["school"])),
        ("/notices/0/date", serde_json::json!(null)),
        ("/notices/0/surety", serde_json::json!("certain")),
        ("/elsewhere/0/name", serde_json::json!(null)),
        ("/elsewhere/0/url", serde_json::json!("https://example.org")),
    ];
    for (pointer, value) in wrong {
        let mut changed = file.clone();
        let (parent, key) = pointer.rsplit_once('/').unwrap();
        changed.pointer_mut(parent).unwrap()[key] = value;
        assert!(!validator.is_valid(&changed), "{pointer}");
    }
    assert!(FILE.ends_with("}\n") && FILE.starts_with("{\n  \""), "pretty-printed, two spaces");
}

#[test]
fn it_adds_up() {
    let snapshot = published();
    assert_eq!(snapshot.availability, Availability::Published);
    assert_eq!(Some(snapshot.as_of), Hour::of_date(2026, 10, 11));

    let bought = |of: &[&Purchase]| of.iter().map(|it| it.bought_gpus).sum::<u32>();
    let first: Vec<&Purchase> = wave(&snapshot, 2025).collect();
    let second: Vec<&Purchase> = wave(&snapshot, 2026).collect();
    assert_eq!((bought(&first), bought(&second)), (13_136, 9_704));
    let all: Vec<&Purchase> = snapshot.purchases.iter().collect();
    assert_eq!((all.len(), bought(&all)), (first.len() + second.len(), 22_840));
    let government: Vec<_> = first.iter().map(|it| it.government_gpus.unwrap()).collect();
    assert_eq!(government.iter().sum::<u32>(), 10_456);
    let rest: Vec<u32> =
        first.iter().zip(government).map(|(it, government)| it.bought_gpus - government).collect();
    assert_eq!(rest, [760, 1_536, 384]);
    // How the second one is shared out is not published.
    assert!(second.iter().all(|it| it.government_gpus.is_none()));
    let of = |accelerator: &str| -> u32 {
        let of = second.iter().filter(|it| it.accelerator == accelerator);
        of.map(|it| it.bought_gpus).sum()
    };
    assert_eq!((of("b300"), of("vera-rubin")), (7_688, 2_016));

    let nodes = |accelerator: &str| {
        let of = snapshot.blocks.iter().filter(|it| it.accelerator == accelerator);
        of.map(Block::nodes).sum::<u32>()
    };
    assert_eq!((nodes("h200"), nodes("b200")), (287, 1_020));
    assert_eq!(nodes("h200") + nodes("b200"), 1_307);
    let blocks: Vec<_> = snapshot.blocks.iter().map(|it| (it.id.as_str(), it.nodes())).collect();
    let expected = [
        ("naver-h200-a", 255),
        ("naver-h200-b", 32),
        ("nhn-b200-a", 510),
        ("nhn-b200-b", 255),
        ("kakao-b200", 255),
    ];
    assert_eq!(blocks, expected);

    // What a provider bought for government use is what its blocks hold.
    for purchase in &first {
        let of = snapshot.blocks.iter().filter(|it| {
            it.provider.as_ref() == Some(&purchase.provider)
                && it.accelerator == purchase.accelerator
        });
        let gpus: u32 = of.map(Block::gpus).sum();
        assert_eq!(Some(gpus), purchase.government_gpus, "{}", purchase.provider);
    }
    for accelerator in &snapshot.accelerators {
        let of = first.iter().filter(|it| it.accelerator == accelerator.id);
        let government: u32 = of.filter_map(|it| it.government_gpus).sum();
        assert_eq!(government, nodes(&accelerator.id) * 8, "{}", accelerator.id);
    }
}

/// Every node is held by what was published: one hold a block, on all of it, that holds now.
#[test]
fn every_block_is_held_as_published() {
    let snapshot = published();
    assert!(snapshot.has_published_holds());
    let ends: Vec<(&str, Hour)> = snapshot
        .blocks
        .iter()
        .enumerate()
        .map(|(index, block)| {
            let of: Vec<_> = snapshot.holds.iter().filter(|it| it.block_index == index).collect();
            let [hold] = of.as_slice() else { panic!("{} holds on {}", of.len(), block.id) };
            let all = NodeRanges::parse(&format!("1-{}", block.nodes())).unwrap();
            assert_eq!(hold.nodes, HoldNodes::Named(all), "{}", block.id);
            assert!(hold.from <= snapshot.as_of && snapshot.as_of < hold.until, "{}", block.id);
            let publication = hold.published.as_ref().unwrap();
            assert_eq!(publication.citation.surety, Some(Surety::Inferred), "{}", block.id);
            assert!(publication.until_rule.is_some(), "{}", block.id);
            (block.id.as_str(), hold.until)
        })
        .collect();
    let april = Hour::of_date(2027, 4, 1).unwrap();
    let expected = [
        ("naver-h200-a", april),
        ("naver-h200-b", april),
        ("nhn-b200-a", Hour::MAX),
        ("nhn-b200-b", Hour::MAX),
        ("kakao-b200", april),
    ];
    assert_eq!(ends, expected);
    // That is where the calls' own rules end: a year from the last day of March, or before.
    let first = call(&snapshot, "25-1").term.max.unwrap();
    let agreed = Hour::of_date(2026, 3, 31).unwrap();
    assert_eq!(first.end(agreed).plus(24), april);
    assert!(call(&snapshot, "rolling-2026").term.until.unwrap() < april);
}

/// Of what is bought and not there, there are no figures and no blocks, only how many.
#[test]
fn what_is_announced_has_a_number_alone() {
    let snapshot = published();
    let announced: Vec<&str> =
        snapshot.accelerators.iter().filter(|it| it.announced).map(|it| it.id.as_str()).collect();
    assert_eq!(announced, ["b300", "vera-rubin"]);
    for id in announced {
        assert!(snapshot.is_announced(id), "no block has {id}");
        let it = snapshot.accelerator(id).unwrap();
        for figure in figures(it) {
            assert_eq!(figure, None, "{id}");
        }
        assert_eq!(it.relative_throughput, None, "{id}");
        assert!(snapshot.calls.iter().all(|call| call.size(id).is_none()), "{id}");
        assert!(wave(&snapshot, 2026).any(|bought| bought.accelerator == id), "{id}");
        assert!(wave(&snapshot, 2025).all(|bought| bought.accelerator != id), "{id}");
    }
    // They divide into whole nodes and whole racks.
    let bought = |id: &str| -> u32 {
        wave(&snapshot, 2026).filter(|it| it.accelerator == id).map(|it| it.bought_gpus).sum()
    };
    let b300 = snapshot.accelerator("b300").unwrap();
    assert_eq!((b300.gpus_per_node, bought("b300")), (Some(8), 961 * 8));
    let rubin = snapshot.accelerator("vera-rubin").unwrap();
    assert_eq!((rubin.gpus_per_domain, bought("vera-rubin")), (Some(72), 28 * 72));
    assert_eq!(rubin.gpus_per_node, None, "how a rack is cut into nodes is not published");
}

#[test]
fn leaves_of_32_are_marked_assumed() {
    for block in &published().blocks {
        let (last, full) = block.leaves.split_last().unwrap();
        assert!(full.iter().all(|leaf| *leaf == 32) && (1..=32).contains(last), "{}", block.id);
        assert!(block.assumed.iter().any(|name| name == "leaf_nodes"), "{}", block.id);
        let dated = block.assumed.iter().any(|name| name == "available_from");
        assert_eq!(dated, block.available_from.is_some(), "{}", block.id);
    }
}

#[test]
fn every_figure_has_a_dated_source() {
    let snapshot = published();
    let mut cited: Vec<(String, Option<&String>)> = Vec::new();
    for it in &snapshot.accelerators {
        cited.push((it.id.clone(), it.source.as_ref()));
    }
    for it in &snapshot.blocks {
        cited.push((it.id.clone(), it.source.as_ref()));
    }
    for it in &snapshot.holds {
        let citation = &it.published.as_ref().unwrap().citation;
        cited.push((format!("hold on block {}", it.block_index), citation.source.as_ref()));
    }
    for it in snapshot.purchases.iter() {
        let what = format!("purchase of {} by {}", it.accelerator, it.provider);
        cited.push((what, it.citation.source.as_ref()));
    }
    for it in snapshot.calls.iter() {
        cited.push((it.id.clone(), it.source.as_ref()));
        if let Some(results) = &it.results {
            cited.push((format!("results of {}", it.id), results.source.as_ref()));
        }
        if let Some(first_use) = &it.first_use {
            cited.push((format!("first use of {}", it.id), first_use.citation.source.as_ref()));
        }
        for condition in &it.conditions {
            cited.push((condition.text.en.clone(), condition.citation.source.as_ref()));
        }
    }
    for it in snapshot.notices.iter() {
        assert!(it.date.is_some(), "{}", it.text.en);
        cited.push((it.text.en.clone(), it.citation.source.as_ref()));
    }
    for it in snapshot.elsewhere.iter() {
        assert!(it.date.is_some(), "{}", it.name.en);
        cited.push((it.name.en.clone(), it.citation.source.as_ref()));
    }
    let (calls, around) = (4 + 1 + 1 + 2, 1 + 4);
    assert_eq!(cited.len(), 4 + 5 + 5 + 8 + calls + around);
    for (what, source) in cited {
        let source = source.and_then(|id| snapshot.source(id));
        assert!(source.is_some_and(|it| it.date.is_some() && it.url.is_some()), "{what}");
    }
    // Taken from a third party's reading of the notices, and marked so.
    for id in ["notices-2026-09-11", "notices-2026-10-11"] {
        assert_eq!(snapshot.source(id).unwrap().surety, Surety::ThirdParty, "{id}");
    }
    assert_eq!(snapshot.source("uses-2026-10-11").unwrap().surety, Surety::Inferred);
}

#[test]
fn accelerators_have_dense_figures() {
    let snapshot = published();
    let h200 = snapshot.accelerator("h200").unwrap();
    let b200 = snapshot.accelerator("b200").unwrap();
    assert_eq!((h200.memory_gb, b200.memory_gb), (Some(141.0), Some(180.0)));
    assert_eq!((h200.bandwidth_tb_s, b200.bandwidth_tb_s), (Some(4.8), Some(8.0)));
    assert_eq!((h200.bf16_tflops, b200.bf16_tflops), (Some(989.0), Some(2_250.0)));
    assert_eq!((h200.fp8_tflops, b200.fp8_tflops), (Some(1_979.0), Some(4_500.0)));
    assert_eq!((h200.fp4_tflops, b200.fp4_tflops), (None, Some(9_000.0)));
    assert_eq!((h200.nvlink_gb_s, b200.nvlink_gb_s), (Some(900.0), Some(1_800.0)));
    assert_eq!((h200.power_w, b200.power_w), (Some(700.0), Some(1_000.0)));
    for it in [h200, b200] {
        assert_eq!((it.gpus_per_node, it.gpus_per_domain), (Some(8), Some(8)), "{}", it.id);
    }
}

#[test]
fn calls_have_their_rules() {
    let snapshot = published();
    let ids: Vec<&str> = snapshot.calls.iter().map(|it| it.id.as_str()).collect();
    assert_eq!(ids, ["beta", "25-1", "26-1-industry", "rolling-2026"]);
    for call in snapshot.calls.iter() {
        let sizes: Vec<_> = call.sizes.iter().map(|it| (&*it.accelerator, it.max_nodes)).collect();
        let both = [("h200", 32), ("b200", 16)];
        let only_b200 = matches!(&*call.id, "beta" | "26-1-industry");
        assert_eq!(sizes, if only_b200 { &both[1..] } else { &both[..] }, "{}", call.id);
        assert!(call.sizes.iter().all(|it| it.min_nodes == 2), "{}", call.id);
        assert!(call.opens < call.closes && call.opens.is_some(), "{}", call.id);
        assert!(!call.unknown.is_empty(), "{}", call.id);
    }
    let first = call(&snapshot, "25-1");
    assert_eq!((first.term.min, first.term.max), (Some(Term::Months(3)), Some(Term::Months(12))));
    assert_eq!(first.closes.unwrap().to_rfc3339(), "2026-01-28T06:00:00Z");
    let large: Vec<_> = first.sizes.iter().map(|it| it.large_from_nodes).collect();
    assert_eq!(large, [Some(8), Some(4)]);
    let pool = |id: &str| call(&snapshot, id).pool.iter().map(|it| it.gpus).collect::<Vec<_>>();
    assert_eq!((pool("beta"), pool("25-1")), (vec![512], vec![2_296, 2_040]));
    assert!(call(&snapshot, "26-1-industry").pool.iter().all(|it| it.at_least));
    // "Until 31 July" ends with that day.
    let ends = |id: &str| call(&snapshot, id).term.until;
    assert_eq!(ends("26-1-industry"), Hour::of_date(2026, 8, 1));
    assert_eq!(ends("rolling-2026"), Hour::of_date(2027, 1, 1));
}

/// How long each call took, and that none is open.
#[test]
fn calls_took_their_time() {
    let snapshot = published();
    let beta = call(&snapshot, "beta");
    assert_eq!(calls_with(&snapshot, |it| it.first_use.is_some()), ["beta"]);
    assert_eq!(days(beta.closes, beta.first_use.as_ref().map(|it| it.date)), 61);
    let first = call(&snapshot, "25-1");
    assert_eq!(days(first.closes, first.results.as_ref().and_then(|it| it.published)), 34);
    let rolling = call(&snapshot, "rolling-2026");
    assert_eq!(rolling.opens, Hour::of_date(2026, 4, 1));
    // 17:00 in Korea.
    assert_eq!(rolling.closes.unwrap().to_rfc3339(), "2026-07-09T08:00:00Z");
    assert_eq!(rolling.closes, Hour::of_date(2026, 7, 9).map(|it| it.plus(17)));
    assert_eq!(days(rolling.opens, rolling.closes), 99);
    assert!(snapshot.calls.iter().all(|it| it.closes.unwrap() <= snapshot.as_of));
}

/// What is asked is asked of those who pay nothing.
#[test]
fn conditions_concern_academia_and_research_alone() {
    let snapshot = published();
    let asked = calls_with(&snapshot, |it| !it.conditions.is_empty());
    assert_eq!(asked, ["25-1", "rolling-2026"]);
    for id in asked {
        let call = call(&snapshot, id);
        assert!(call.conditions.iter().all(|it| it.classes == [Class::Academia, Class::Research]));
        for class in Class::ALL {
            let concerned = matches!(class, Class::Academia | Class::Research);
            assert_eq!(call.conditions_of(class).count(), usize::from(concerned), "{id} {class:?}");
            for size in &call.sizes {
                let free = call.fee(&size.accelerator, class) == Some(FeeRate::Free);
                assert_eq!(free, concerned, "{id} {class:?}");
            }
        }
    }
}

#[test]
fn fees_follow_the_notice() {
    let snapshot = published();
    let won = |won| Some(FeeRate::WonPerNodeMonth(won));
    let free = Some(FeeRate::Free);
    for id in ["25-1", "rolling-2026"] {
        let call = call(&snapshot, id);
        let row = |accelerator| Class::ALL.map(|class| call.fee(accelerator, class));
        assert_eq!(row("h200"), [won(3_200_000), won(1_600_000), free, free], "{id}");
        assert_eq!(row("b200"), [won(6_400_000), won(3_200_000), free, free], "{id}");
    }
    let beta = call(&snapshot, "beta");
    assert_eq!(Class::ALL.map(|class| beta.fee("b200", class)), [free; 4]);
    let industry = call(&snapshot, "26-1-industry");
    assert!(industry.admits(Class::YouthCompany) && !industry.admits(Class::Academia));
    assert_eq!(industry.fee("b200", Class::YouthCompany), won(3_200_000));
}

#[test]
fn results_of_the_first_call_give_the_published_ratios() {
    let snapshot = published();
    let results = call(&snapshot, "25-1").results.as_ref().unwrap();
    assert_eq!((results.projects_applied, results.projects_awarded), (514, 159));
    assert_eq!((results.nodes_asked, results.nodes_awarded), (1_714, 528));
    assert_eq!((results.nodes_asked * 8, results.nodes_awarded * 8), (13_712, 4_224));
    assert_eq!(results.nodes_offered, 542);
    assert_eq!(results.awards.iter().map(|it| it.gpus).sum::<u32>(), 4_224);
    let pool: u32 = call(&snapshot, "25-1").pool.iter().map(|it| it.gpus).sum();
    assert_eq!(pool, results.nodes_offered * 8);
    let ratio = |a: u32, b: u32| f64::from(a) / f64::from(b);
    let close = |value: f64, published: f64, digit: f64| (value - published).abs() <= digit / 2.0;
    assert!(close(ratio(results.nodes_asked, results.nodes_offered), 3.16, 0.01));
    assert!(close(ratio(results.projects_awarded, results.projects_applied), 0.309, 0.001));
    assert!(close(ratio(results.nodes_awarded, results.nodes_asked), 0.308, 0.001));
    assert!(close(ratio(results.nodes_asked, results.projects_applied), 3.33, 0.01));
    assert!(close(ratio(results.nodes_awarded, results.projects_awarded), 3.32, 0.01));
    assert_eq!(results.published, Hour::of_date(2026, 3, 3));
}

/// No text is there in one language alone, and no English one holds Korean beyond the terms that
/// are quoted in brackets.
#[test]
fn texts_are_in_both_languages() {
    let file: serde_json::Value = serde_json::from_str(FILE).unwrap();
    let mut left = vec![&file];
    let mut texts = 0;
    while let Some(value) = left.pop() {
        match value {
            serde_json::Value::Array(list) => left.extend(list),
            serde_json::Value::Object(map) if map.contains_key("ko") || map.contains_key("en") => {
                texts += 1;
                let en = map["en"].as_str().unwrap();
                assert!(!map["ko"].as_str().unwrap().is_empty());
                let outside = en.split('(').next().unwrap();
                assert!(!outside.chars().any(|it| ('가'..='힣').contains(&it)), "{en}");
            }
            serde_json::Value::Object(map) => left.extend(map.values()),
            _ => {}
        }
    }
    assert!(texts > 90, "{texts}");
}

/// An entry of a list takes the place of the one with the same id; others are added.
fn merge(file: &mut serde_json::Value, change: &serde_json::Value) {
    for (key, value) in change.as_object().unwrap() {
        let serde_json::Value::Array(entries) = value else {
            file[key] = value.clone();
            continue;
        };
        let list = file[key].as_array_mut().unwrap_or_else(|| panic!("{key} is no list"));
        for entry in entries {
            let same = |other: &&mut serde_json::Value| {
                !entry["id"].is_null() && other["id"] == entry["id"]
            };
            match list.iter_mut().find(same) {
                Some(other) => {
                    other.as_object_mut().unwrap().extend(entry.as_object().unwrap().clone())
                }
                None => list.push(entry.clone()),
            }
        }
    }
}

#[test]
fn nodes_have_gpus_where_all_blocks_asked_for_have_as_many() {
    let mut snapshot = published();
    let [h200, b200, rubin] = ["h200", "b200", "vera-rubin"].map(str::to_owned);
    let both = [h200.clone(), b200];
    assert_eq!(snapshot.gpus_per_node(&both), Some(8));
    assert_eq!(snapshot.gpus_per_node(&[]), None);
    assert_eq!(snapshot.gpus_per_node(&["unheard".into()]), None);
    // No node of it is published.
    assert_eq!(snapshot.gpus_per_node(std::slice::from_ref(&rubin)), None);
    assert_eq!(snapshot.gpus_per_node(&[h200.clone(), rubin]), None);
    let last = snapshot.blocks.last_mut().unwrap();
    assert_eq!(last.accelerator, "b200");
    last.gpus_per_node = 4;
    assert_eq!(snapshot.gpus_per_node(&both), None);
    assert_eq!(snapshot.gpus_per_node(&[h200]), Some(8));
}

/// What docs/data.md tells people to write can be read: each example, on top of those before it.
#[test]
fn the_examples_of_its_upkeep_can_be_read() {
    let schema = serde_json::from_str(SCHEMA).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let text = include_str!("../../docs/data.md");
    let examples = text.split("```json\n").skip(1).map(|rest| rest.split("```").next().unwrap());
    let mut file: serde_json::Value = serde_json::from_str(FILE).unwrap();
    let mut count = 0;
    for example in examples {
        let change = serde_json::from_str(example).unwrap_or_else(|e| panic!("{e}: {example}"));
        merge(&mut file, &change);
        let errors: Vec<String> =
            validator.iter_errors(&file).map(|error| error.to_string()).collect();
        assert_eq!(errors, Vec::<String>::new(), "{example}");
        count += 1;
    }
    assert_eq!(count, 7);
    let problems = read(file.to_string().as_bytes()).unwrap().problems;
    for problem in &problems {
        // An example shows its own entries alone: sources are left out, and older holds stand.
        let is_expected = matches!(
            problem.kind,
            ProblemKind::UnknownId { entry: EntityKind::Source, .. }
                | ProblemKind::OverBooked { .. }
                | ProblemKind::OverFull { .. }
                | ProblemKind::AnnouncedHasBlock
                | ProblemKind::Duplicate { .. }
        );
        assert!(is_expected, "{problem:?}");
    }
}
