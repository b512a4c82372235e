//! The static shell in `index.html`: right figures, and the policy that production sends.
use jari::show::{Lang, catalogue::capacity as words};
use std::{collections::BTreeMap, fs, path::Path};

fn project_file(name: &str) -> Option<String> {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(name)).ok()
}

fn index() -> String {
    project_file("index.html").expect("index.html")
}

#[test]
fn the_shell_begins_as_the_page_does() {
    for entry in [words::HEADING, words::LEAD] {
        let text = entry.get(Lang::Ko);
        assert!(index().contains(&format!(">{text}<")), "{text} is not in the shell");
    }
}

/// The figures that the shell shows: `data-figure="name">1,307<` as (name, 1307).
fn shown(html: &str) -> BTreeMap<String, u64> {
    html.split("data-figure=\"")
        .skip(1)
        .map(|rest| {
            let (name, rest) = rest.split_once("\">").expect("data-figure is the last attribute");
            let text = rest.split('<').next().expect("split gives one part at least");
            let number = text.replace(',', "").parse().unwrap_or_else(|_| panic!("{name}: {text}"));
            (name.to_owned(), number)
        })
        .collect()
}

/// The same figures as published: of the capacity file, where the repository has it.
fn published() -> BTreeMap<String, u64> {
    let Some(text) = project_file("public/capacity.json") else {
        return announced();
    };
    let file: serde_json::Value = serde_json::from_str(&text).expect("capacity.json is JSON");
    let rows = |list: &str| file[list].as_array().cloned().unwrap_or_default();
    let number = |row: &serde_json::Value, field: &str| {
        row[field].as_u64().unwrap_or_else(|| panic!("no whole number {field} in {row}"))
    };
    let sum = |list: &str, field: &str| rows(list).iter().map(|row| number(row, field)).sum();

    let totals = [
        ("bought", sum("purchases", "bought_gpus")),
        ("government", sum("purchases", "government_gpus")),
        ("nodes", sum("blocks", "nodes")),
    ];
    let blocks = rows("blocks").into_iter().map(|block| {
        (block["id"].as_str().expect("a block has an id").to_owned(), number(&block, "nodes"))
    });
    totals.map(|(name, total)| (name.to_owned(), total)).into_iter().chain(blocks).collect()
}

/// The announcement of 2025-07-28.
fn announced() -> BTreeMap<String, u64> {
    [
        ("bought", 13_136),
        ("government", 10_456),
        ("nodes", 1_307),
        ("naver-h200-a", 255),
        ("naver-h200-b", 32),
        ("nhn-b200-a", 510),
        ("nhn-b200-b", 255),
        ("kakao-b200", 255),
    ]
    .map(|(name, number)| (name.to_owned(), number))
    .into()
}

#[test]
fn shows_every_published_figure_and_no_other() {
    assert_eq!(shown(&index()), published());
}

#[test]
fn the_blocks_add_up_to_the_nodes_and_the_government_gpus() {
    let mut figures = shown(&index());
    let mut take = |name| figures.remove(name).expect(name);
    let (_, government, nodes) = (take("bought"), take("government"), take("nodes"));
    assert_eq!(figures.values().sum::<u64>(), nodes);
    assert_eq!(nodes * 8, government);
}

#[test]
fn english_repeats_the_same_figures() {
    let index = index();
    let english = index.split("lang=\"en\">Of ").nth(1).expect("the English sentence");
    let english = english.split('<').next().expect("split gives one part at least");
    assert_eq!(english, "13,136 GPUs bought, 10,456 (1,307 nodes of 8) are for government use.");
}

#[test]
fn has_the_policy_of_production_but_for_what_only_a_header_can_say() {
    let headers = project_file("public/_headers").expect("public/_headers");
    let sent = headers
        .lines()
        .find_map(|line| line.trim().strip_prefix("Content-Security-Policy: "))
        .expect("the header");
    let index = index();
    let written = index
        .split_once("http-equiv=\"Content-Security-Policy\" content=\"")
        .and_then(|(_, rest)| rest.split('"').next())
        .expect("the meta element");
    assert_eq!(format!("{written}; frame-ancestors 'none'"), sent);
    assert!(!sent.contains("unsafe-inline") && !sent.contains("'unsafe-eval'"), "{sent}");
}

#[test]
fn has_no_inline_script_or_style() {
    let index = index();
    assert!(!index.contains("<style") && !index.contains(" style="), "inline style");
    for script in index.split("<script").skip(1) {
        assert!(script.contains("src=\"") && script.contains("></script>"), "<script{script}");
    }
    let handlers = [" onclick=", " onload=", " onerror=", "javascript:"];
    assert!(!handlers.iter().any(|handler| index.contains(handler)), "inline handler");
}
