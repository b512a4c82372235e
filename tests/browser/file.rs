//! An operator's own capacity file, good, bad, broken and missing.
use super::{
    fit::{group, wait_verdict},
    harness::{Options, Page, with_page},
};

/// As in the README: blocks and holds are enough.
const OWN: &str = r#"{ "schema": 1, "as_of": "2027-01-04", "availability": "complete",
    "accelerators": [{ "id": "h200", "name": "H200" }],
    "blocks": [{ "id": "hall-a", "accelerator": "h200", "nodes": 64, "leaf_nodes": 32 }],
    "holds": [
        { "block": "hall-a", "nodes": "1-16,40", "from": "2027-01-04", "until": "2027-03-01" },
        { "block": "hall-a", "nodes": 4, "from": "2027-02-01", "label": "repair, nodes open" } ] }"#;

fn serving(capacity: &'static str) -> Options {
    Options { capacity: Some(capacity), ..Options::default() }
}

#[test]
fn an_operators_file_is_answered_exactly_and_named() {
    with_page("/?view=fit&nodes=60&term=1m&from=2027-01-04", serving(OWN), async |page| {
        wait_verdict(page, "later").await;
        page.wait_text(".notice[data-layer=snapshot] #layer", "2027년 1월 4일").await;
        page.wait_text("#verdict", "2027년 3월 1일부터").await;
        page.wait_text(&group("hall-a"), "17대").await;
        page.wait_text(&group("hall-a"), "점유 1건(노드 17대, GPU 136장) 때문입니다").await;
        page.wait_text("#offer", "노드 수만 알려진 점유로 노드 4대가 더 쓰이며").await;
        assert_eq!(page.count("#file-problems").await, 0);

        page.click(".tabs a:first-child").await;
        page.wait_text("#map .legend", "점유 17").await;
        let untold = "#programme, #calls, #purchases, #accelerators, #elsewhere, #sources";
        let untold = page.count(untold).await;
        assert_eq!(untold, 0, "there is nothing to tell of them");
    });
}

/// Settings of that operator, who takes applications elsewhere.
const SETTINGS: &str = r#"{ "site_name": { "ko": "한결대 GPU", "en": "Hangyeol GPU" },
    "operator": { "ko": "한결대학교 정보화본부", "en": "Hangyeol University IT" },
    "apply_name": { "ko": "연구지원시스템", "en": "the research office" },
    "apply_url": "https://gpu.example.ac.kr/apply" }"#;

/// All that a reader, a search engine and a card of the link are told.
const ALL_TEXT: &str = "[document.title, document.body.textContent,
    ...[...document.querySelectorAll('meta[content]')].map((each) => each.content),
    ...[...document.querySelectorAll('a')].map((each) => each.href)].join(' ')";

#[test]
fn an_operators_site_speaks_of_its_own_and_of_no_programme() {
    let options =
        Options { capacity: Some(OWN), settings: Some(SETTINGS.to_owned()), ..Options::default() };
    with_page("/", options, async |page| {
        for (lang, name, run_by, apply) in [
            ("ko", "한결대 GPU", "운영: 한결대학교 정보화본부", "연구지원시스템"),
            ("en", "Hangyeol GPU", "Run by Hangyeol University IT", "the research office"),
        ] {
            page.goto(&format!("/?view=fit&nodes=8&term=1m&from=2027-01-04&lang={lang}")).await;
            wait_verdict(page, "now").await;
            page.wait_text(".brand", name).await;
            page.wait_until(&format!("document.title.includes('{name}')")).await;
            page.wait_text(".notice", run_by).await;
            page.wait_text(".notice a[href='https://gpu.example.ac.kr/apply']", apply).await;
            page.wait_text("#not-submitted a", apply).await;
            page.wait_text("footer", apply).await;
            // Without calls nobody pays, and nobody is of a class.
            assert_eq!(page.count("#class, #call, #fees, #rules").await, 0);
            page.element("#offer .facts, #offer .offer-facts").await;
            for view in ["fit", "size", "capacity"] {
                page.click(match view {
                    "fit" => ".tabs a[href*='view=fit']",
                    "size" => ".tabs a[href*='view=size']",
                    _ => ".tabs a:first-child",
                })
                .await;
                page.wait_until("document.querySelector('main h1') !== null").await;
                let all = page.evaluate(ALL_TEXT).await;
                let all = all.as_str().expect("a text");
                let foreign = ["aiinfrahub", "포털", "portal", "비공식", "nofficial", "첨단 GPU"];
                let fees = ["이용료", "Expected fee", "산업계", "Industry", "Published hold"];
                for word in foreign.into_iter().chain(fees) {
                    assert!(!all.contains(word), "{word} in {view}, {lang}: {all}");
                }
                // Where there are no calls, nothing is said of any.
                let words = all.to_lowercase();
                let words = words.split(|c: char| !c.is_alphabetic());
                let mut calls = words.filter(|word| ["call", "calls"].contains(word));
                assert!(!all.contains("공모"), "{view}: {all}");
                assert_eq!(calls.next(), None, "{view}: {all}");
            }
        }
    });
}

/// What is wrong in each is told with its place; the rest is shown.
const BAD: &str = r#"{ "schema": 1, "as_of": "2027-01-04", "availability": "complete",
    "accelerators": [{ "id": "h200", "name": "H200" }],
    "blocks": [
        { "id": "hall-a", "accelerator": "h200", "nodes": 64, "leaf_nodes": 32 },
        { "id": "hall-a", "accelerator": "h200", "nodes": 8 },
        { "id": "hall-b", "accelerator": "tpu", "nodes": 8 } ],
    "holds": [
        { "block": "hall-a", "nodes": "60-70", "from": "2027-01-04" },
        { "block": "nowhere", "nodes": 4, "from": "2027-01-04" },
        { "block": "hall-a", "nodes": 4, "from": "2027-02-30" } ] }"#;

#[test]
fn a_bad_file_lists_each_problem_with_its_place_and_shows_the_rest() {
    let places = ["blocks[1]", "blocks[2]", "holds[0]", "holds[1]", "holds[2]"];
    with_page("/", serving(BAD), async |page| {
        page.wait_text("#map .legend", "비어 있음 67").await;
        page.click("#file-problems summary").await;
        for place in places {
            page.wait_text("#file-problems li", place).await;
        }
        page.wait_text("#file-problems summary", "문제").await;
        page.click("#language").await;
        page.wait_text("#file-problems summary", "Problems found in the capacity file").await;
    });
}

#[test]
fn problems_without_their_words_are_told_by_their_place() {
    let options = Options {
        withhold: Some("split_problems"),
        expected: &["split_problems", "sw.js"],
        ..serving(BAD)
    };
    with_page("/", options, async |page| {
        page.click("#file-problems summary").await;
        page.wait_text("#file-problems li", "$.blocks[1].id: 여기를 읽을 수 없습니다.").await;
        page.wait_text("#map .legend", "비어 있음 67").await;
    });
}

#[test]
fn markup_in_a_file_is_text() {
    let hostile = r#"{ "schema": 1, "as_of": "2027-01-04", "availability": "complete",
        "title": "<img src=x onerror=alert(1)>",
        "accelerators": [{ "id": "h200", "name": "<script>alert(1)</script>" }],
        "blocks": [{ "id": "a", "name": "<b>bold</b>", "accelerator": "h200", "nodes": 8 }],
        "sources": [{ "id": "s", "title": "click", "url": "javascript:alert(1)" }], "holds": [] }"#;
    with_page("/", serving(hostile), async |page| {
        page.wait_text("#sizes tbody th", "<b>bold</b>").await;
        page.wait_text("main", "<img src=x onerror=alert(1)>").await;
        assert_eq!(page.count("main img, main b, main script, a[href^=javascript]").await, 0);
    });
}

/// The alert says what is wrong, and the way to the portal stays in sight.
async fn expect_refusal(page: &Page, title: &str, details: &str) {
    page.wait_text("[role=alert] h1", title).await;
    page.wait_text("[role=alert] pre", details).await;
    page.wait_text(".notice a", "aiinfrahub.kr").await;
}

#[test]
fn a_file_that_cannot_be_read_is_refused_with_the_place_of_the_fault() {
    let files = [
        ("<!DOCTYPE html><title>404</title>", "JSON 파일이 아닌 것이 왔습니다"),
        (r#"{ "schema": 1 "blocks" }"#, "JSON 문법에 맞지 않는 곳이 있습니다(1행 15열)"),
        (OWN.split_at(200).0, "JSON"),
        (r#"{ "schema": 2 }"#, "schema"),
    ];
    for (file, details) in files {
        with_page("/", serving(file), async |page| {
            expect_refusal(page, "현황 자료를 읽을 수 없습니다", details).await;
            // The connection is not what is wrong.
            assert!(!page.text("[role=alert]").await.contains("연결을 확인"));
        });
    }
}

#[test]
fn a_missing_file_is_told_and_can_be_tried_again() {
    let missing = Options {
        withhold: Some("capacity.json"),
        expected: &["capacity.json"],
        ..Options::default()
    };
    with_page("/", missing, async |page| {
        expect_refusal(page, "현황 자료를 불러오지 못했습니다", "404").await;
        page.script("window.fetch = () => Promise.reject(new TypeError('no network'))").await;
        page.click("[role=alert] button").await;
        page.wait_text("[role=alert] pre", "no network").await;
    });
}
