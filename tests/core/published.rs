//! The published capacity file: it reads without a problem, adds up, and says where from.

use jari::model::{
    Availability, Call, Class, FeeRate, Hour, Reading, Snapshot, Surety, Term, read,
};

const FILE: &str = include_str!("../../public/capacity.json");
const SCHEMA: &str = include_str!("../../public/schema/capacity-1.json");

fn published() -> Snapshot {
    let Reading { snapshot, problems } = read(FILE.as_bytes()).unwrap();
    assert_eq!(problems, []);
    snapshot
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
    // The schema does look: each of these is wrong in one place.
    let wrong = [
        ("/schema", serde_json::json!(2)),
        ("/blocks/0/nodes", serde_json::json!(0)),
        ("/blocks/0/leafs", serde_json::json!(32)),
        ("/calls/1/term/min", serde_json::json!({})),
        ("/sources/0/url", serde_json::json!("javascript:alert(1)")),
        ("/holds", serde_json::json!([{"block": "kakao-b200", "nodes": "eins"}])),
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
    assert_eq!(snapshot.availability, Availability::Nominal);
    assert_eq!(snapshot.holds, []);
    assert_eq!(Some(snapshot.as_of), Hour::of_date(2026, 9, 11));

    let purchases = &snapshot.purchases;
    assert_eq!(purchases.iter().map(|it| it.bought_gpus).sum::<u32>(), 13_136);
    assert_eq!(purchases.iter().map(|it| it.government_gpus).sum::<u32>(), 10_456);
    let rest: Vec<u32> = purchases.iter().map(|it| it.bought_gpus - it.government_gpus).collect();
    assert_eq!(rest, [760, 1_536, 384]);

    let nodes = |accelerator: &str| {
        let of = snapshot.blocks.iter().filter(|it| it.accelerator == accelerator);
        of.map(jari::model::Block::nodes).sum::<u32>()
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
    for purchase in purchases {
        let of = snapshot.blocks.iter().filter(|it| {
            it.provider.as_ref() == Some(&purchase.provider)
                && it.accelerator == purchase.accelerator
        });
        let gpus: u32 = of.map(jari::model::Block::gpus).sum();
        assert_eq!(gpus, purchase.government_gpus, "{}", purchase.provider);
    }
    for accelerator in &snapshot.accelerators {
        let of = purchases.iter().filter(|it| it.accelerator == accelerator.id);
        let government: u32 = of.map(|it| it.government_gpus).sum();
        assert_eq!(government, nodes(&accelerator.id) * 8);
    }
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
    for it in &snapshot.purchases {
        cited.push((format!("purchase of {}", it.provider), it.source.as_ref()));
    }
    for it in &snapshot.calls {
        cited.push((it.id.clone(), it.source.as_ref()));
        if let Some(results) = &it.results {
            cited.push((format!("results of {}", it.id), results.source.as_ref()));
        }
    }
    assert_eq!(cited.len(), 2 + 5 + 3 + 4 + 1);
    for (what, source) in cited {
        let source = source.and_then(|id| snapshot.source(id));
        assert!(source.is_some_and(|it| it.date.is_some() && it.url.is_some()), "{what}");
    }
    // Taken from a third party's reading of the notices, and marked so.
    assert_eq!(snapshot.source("notices-2026-09-11").unwrap().surety, Surety::ThirdParty);
    assert!(snapshot.sources.iter().any(|it| it.surety == Surety::Inferred));
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
}

#[test]
fn calls_have_their_rules() {
    let snapshot = published();
    let ids: Vec<&str> = snapshot.calls.iter().map(|it| it.id.as_str()).collect();
    assert_eq!(ids, ["beta", "25-1", "26-1-industry", "rolling-2026"]);
    for call in &snapshot.calls {
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
    assert!(texts > 40, "{texts}");
}
