//! The capacity view tells what was published: nodes, totals, calls, and where each is from.
use super::harness::{Options, Page, all, with_page};
use serde_json::{Value, json};

/// Each block and its nodes, as published.
pub const BLOCKS: [(&str, usize); 5] = [
    ("naver-h200-a", 255),
    ("naver-h200-b", 32),
    ("nhn-b200-a", 510),
    ("nhn-b200-b", 255),
    ("kakao-b200", 255),
];

/// A day on which every block is there.
const DAY: &str = "2027-01-15";

/// How many nodes of a state are drawn in the map of a block. A path begins each node by its
/// outline, which starts at the corner of a cell or, for a dot, near its middle.
async fn drawn(page: &Page, block: &str, state: &str) -> usize {
    let shapes = all(&format!("#{block} .leaves .node-{state}"));
    let starts = r"(shape.getAttribute('d').match(/M\d+ \d+h/g) ?? []).length";
    let count = page.evaluate(&format!("{shapes}.reduce((sum, shape) => sum + {starts}, 0)")).await;
    count.as_u64().expect("a number") as usize
}

#[test]
fn every_node_of_the_five_blocks_is_on_a_map_by_leaf() {
    with_page(&format!("/?at={DAY}"), Options::default(), async |page| {
        page.wait_text("#blocks", "노드 블록").await;
        for (block, nodes) in BLOCKS {
            assert_eq!(drawn(page, block, "free").await, nodes, "{block}");
            assert_eq!(page.count(&format!("#{block} .leaf")).await, nodes.div_ceil(32), "{block}");
            page.wait_text(&format!("#{block} .legend"), &format!("점유 자료 없음 {nodes}")).await;
        }
        assert_eq!(page.count("#blocks article").await, BLOCKS.len());
    });
}

#[test]
fn the_totals_are_those_published() {
    with_page("/", Options::default(), async |page| {
        page.wait_text("#purchases", "합계").await;
        assert_eq!(page.texts(".figures dd").await, ["13,136", "10,456", "1,307", "5"]);
        let purchases = page.texts("#purchases tr").await.join("\n");
        for figure in ["3,056", "2,296", "7,656", "6,120", "2,424", "2,040", "13,136", "10,456"] {
            assert!(purchases.contains(figure), "{figure} in {purchases}");
        }
        page.wait_text("#blocks tfoot", "10,456").await;
    });
}

#[test]
fn the_four_calls_are_told_and_the_results_of_25_1() {
    let results =
        ["514", "159", "30.9%", "1,714", "528", "30.8%", "542대", "3.16배", "2026년 3월 3일"];
    with_page("/", Options::default(), async |page| {
        page.wait_text("#calls", "공모").await;
        let names =
            ["베타서비스", "25-1차 사용자 모집", "26-1차 사용자 모집 (산업계)", "2026년 수시 모집"];
        assert_eq!(page.texts("#calls article h3").await, names);
        let call = &page.texts("#calls article").await[1];
        for figure in results {
            assert!(call.contains(figure), "{figure} in {call}");
        }
        assert_eq!(page.count("#calls article table").await, 1, "no other call has results yet");
    });
}

#[test]
fn figures_have_sources_that_are_links_with_dates() {
    with_page("/", Options::default(), async |page| {
        page.wait_text("#sources", "출처").await;
        let sources = page.texts("#sources li").await;
        assert_eq!(sources.len(), 12);
        for source in sources {
            assert!(source.contains("년 ") && source.contains("일,"), "a date in {source}");
        }
        let links = all("#sources li a");
        let safe = "link.protocol === 'https:' && link.rel === 'noopener noreferrer'";
        assert_eq!(page.evaluate(&format!("{links}.filter((link) => {safe}).length")).await, 12);
        let without = all("#blocks article, #calls article");
        let without = format!("{without}.filter((part) => !part.querySelector('a[href^=https]'))");
        assert_eq!(page.evaluate(&format!("{without}.length")).await, 0);
    });
}

#[test]
fn what_is_assumed_is_marked() {
    with_page("/", Options::default(), async |page| {
        page.wait_text("#blocks", "추정").await;
        let marks = page.texts("#blocks article .tag").await;
        assert_eq!(marks, ["추정"; 5], "the size of the leaves of each block");
        // The same again in the table, and the day from which four of the blocks are there.
        assert_eq!(page.count("#blocks table .tag").await, 5 + 4);
    });
}

#[test]
fn it_says_that_it_is_unofficial_as_of_when_and_where_to_apply() {
    with_page("/", Options::default(), async |page| {
        page.wait_text(".notice", "비공식 미리보기").await;
        assert_eq!(
            page.attribute(".notice a", "href").await.as_deref(),
            Some("https://aiinfrahub.kr")
        );
        page.wait_text("#layer", "지금 누가 쓰는지는 알 수 없습니다").await;
        page.wait_text("main", "2026년 9월 11일").await;
        page.wait_text("footer", "2026년 9월 11일").await;
    });
}

#[test]
fn a_date_moves_the_node_maps() {
    let hold = "hold=naver-h200-b:1-8:2027-01-01:2027-02-01";
    with_page(&format!("/?{hold}&at={DAY}"), Options::default(), async |page| {
        page.wait_text("#naver-h200-b .legend", "가정한 점유 8").await;
        assert_eq!(drawn(page, "naver-h200-b", "assumed").await, 8);
        assert_eq!(drawn(page, "naver-h200-b", "free").await, 24);

        page.set("#at", "2027-02-01").await;
        page.wait_text("#naver-h200-b .legend", "비어 있음 32").await;
        assert_eq!(drawn(page, "naver-h200-b", "assumed").await, 0);
        assert!(page.url().await.ends_with("at=2027-02-01"), "the day is in the link");

        page.set("#at", "2025-06-01").await;
        page.wait_text("#naver-h200-b .legend", "미도입 32").await;
        assert_eq!(drawn(page, "naver-h200-b", "not-delivered").await, 32);
    });
}

#[test]
fn a_busy_year_looks_different_from_month_to_month() {
    with_page(&format!("/?scenario=busy-year&at={DAY}"), Options::default(), async |page| {
        let mut seen: Vec<Value> = Vec::new();
        for day in ["2027-01-15", "2027-03-15", "2027-05-15"] {
            page.set("#at", day).await;
            let legends = json!(page.texts("#blocks .legend").await);
            assert!(legends.to_string().contains("가정한 점유"), "{legends}");
            assert!(!seen.contains(&legends), "{day}: {legends}");
            seen.push(legends);
        }
    });
}
