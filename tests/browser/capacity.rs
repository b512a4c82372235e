//! The capacity view tells what was published: nodes, totals, calls, and where each is from.
use super::harness::{Options, Page, all, with_page};
use serde_json::{Value, json};
use thirtyfour::Key;

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

/// How many nodes of a state are drawn on the map. A path begins each node by its outline: a
/// square, or a dot.
async fn drawn(page: &Page, state: &str) -> usize {
    let shapes = all(&format!("#map .map-drawing path.node-{state}"));
    let starts = r"(shape.getAttribute('d').match(/h16v16|h4v4/g) ?? []).length";
    let count = page.evaluate(&format!("{shapes}.reduce((sum, shape) => sum + {starts}, 0)")).await;
    count.as_u64().expect("a number") as usize
}

#[test]
fn every_node_of_the_five_blocks_is_on_a_map_by_leaf() {
    let layers =
        [("", "published", "공개된 사실로 본 점유"), ("layer=size&", "free", "점유 자료 없음")];
    for (layer, state, name) in layers {
        with_page(&format!("/?{layer}at={DAY}"), Options::default(), async |page| {
            page.wait_text("#map .legend", &format!("{name} 1,307")).await;
            assert_eq!(drawn(page, state).await, 1_307);
            assert_eq!(page.count("#map .block-name").await, BLOCKS.len());
            let leaves: usize = BLOCKS.iter().map(|(_, nodes)| nodes.div_ceil(32)).sum();
            assert_eq!(page.count("#map .leaf-number").await, leaves);

            page.click("#map summary").await;
            page.wait_text("#map table", name).await;
            assert_eq!(page.count("#map tbody tr").await, leaves, "the table says the same");
        });
    }
}

#[test]
fn a_node_is_told_by_mouse_and_by_keys_and_the_map_is_enlarged() {
    let hold = "hold=naver-h200-a:2:2027-01-01:2027-02-01";
    with_page(&format!("/?layer=size&{hold}&at={DAY}"), Options::default(), async |page| {
        page.wait_text("#map .legend", "가정한 점유 1").await;
        page.script("document.querySelector('.map-frame').focus()").await;
        page.press(Key::Right).await;
        page.wait_text("#map-about", "네이버클라우드 H200 블록 A · 리프 1 · 노드 1").await;
        page.press(Key::Right).await;
        page.wait_text("#map-about", "가정한 점유").await;
        page.wait_text("#map-about", "2027년 2월 1일까지 점유").await;
        page.press(Key::Down).await;
        page.wait_text("#map-about", "노드 10").await;

        let wide =
            "Number(document.querySelector('.map-drawing').getAttribute('viewBox').split(' ')[2])";
        let before = page.evaluate(wide).await.as_u64().expect("a width");
        for _ in 0..4 {
            page.press("+").await;
        }
        page.wait_until(&format!("{wide} < {before}")).await;
        // Close by, each node bears the letter of its state.
        page.wait_until(&format!("{}.length > 10", all("#map text.node-free"))).await;
        page.press("0").await;
        page.wait_until(&format!("{wide} === {before}")).await;

        // The first node that is free, where it is on the screen.
        page.script(
            "const drawing = document.querySelector('.map-drawing');
             const [, x, y] = drawing.querySelector('path.node-free').getAttribute('d').match(/M(\\d+) (\\d+)/);
             const at = new DOMPoint(Number(x) + 8, Number(y) + 8).matrixTransform(drawing.getScreenCTM());
             const event = { clientX: at.x, clientY: at.y, pointerId: 1, bubbles: true };
             drawing.dispatchEvent(new PointerEvent('pointermove', event));",
        )
        .await;
        page.wait_text("#map-about", "리프 1 · 노드 1").await;
        page.wait_text("#map-about", "비어 있음").await;
    });
}

#[test]
fn the_totals_are_those_published() {
    with_page("/", Options::default(), async |page| {
        page.wait_text("#purchases", "합계").await;
        assert_eq!(
            page.texts(".figures dd:not(.about)").await,
            ["22,840", "10,456", "1,307", "1,307 / 1,307대", "2027년 4월 1일쯤", "9,704"]
        );
        let about = page.texts(".figures .about").await.join("\n");
        for part in ["2025년 13,136장", "2026년 9,704장", "노드 블록 5개", "10,456장"] {
            assert!(about.contains(part), "{part} in {about}");
        }
        for part in ["노드 542대: 공개된 규칙상", "노드 765대: 끝나는 시점 미공개", "B300 7,688장"]
        {
            assert!(about.contains(part), "{part} in {about}");
        }
        let purchases = page.texts("#purchases tr").await.join("\n");
        let [first, second] = [["3,056", "7,656", "2,424"], ["3,112", "2,560", "1,008"]];
        let government = ["2,296", "6,120", "2,040"];
        let all = [first, government, second].concat();
        for figure in all.into_iter().chain(["22,840", "10,456"]) {
            assert!(purchases.contains(figure), "{figure} in {purchases}");
        }
        page.wait_text("#sizes tfoot", "10,456").await;
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
        assert_eq!(page.texts("#calls article > h3").await, names);
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
        assert_eq!(sources.len(), 19);
        for source in sources {
            assert!(source.contains("년 ") && source.contains("일,"), "a date in {source}");
        }
        let links = all("#sources li a");
        let safe = "link.protocol === 'https:' && link.rel === 'noopener noreferrer'";
        assert_eq!(page.evaluate(&format!("{links}.filter((link) => {safe}).length")).await, 19);
        let without =
            all("#sizes tbody tr, #purchases tbody tr, #calls article, #elsewhere article");
        let without = format!("{without}.filter((part) => !part.querySelector('a[href^=https]'))");
        assert_eq!(page.evaluate(&format!("{without}.length")).await, 0);
    });
}

#[test]
fn what_is_assumed_is_marked() {
    with_page("/", Options::default(), async |page| {
        page.wait_text("#sizes", "추정").await;
        // The size of the leaves of each block, and the day from which four of them are there.
        assert_eq!(page.count("#sizes table .tag").await, 5 + 4);
    });
}

#[test]
fn awards_are_summed_up_and_what_is_shown_can_be_cited() {
    with_page("/", Options::default(), async |page| {
        page.wait_text("#awards", "10,456장 가운데 4,224장").await;
        page.wait_text("#awards", "나머지 6,232장은 공개되지 않았습니다").await;
        for part in ["자리, 첨단 GPU", "2026년 10월 11일에 확인한", "http://127.0.0.1", "열람)"]
        {
            page.wait_text("#cite", part).await;
        }
        // The date of a figure beside that of the look.
        page.wait_text(".figures", "2025년 7월 28일").await;
        page.wait_text(".figures", "13,136장 가운데 정부 활용분").await;
        page.wait_text("#accelerators th", "제품 표기").await;
        page.goto("/?view=size").await;
        page.wait_text("main", "140 GiB(제품 표기 141 GB) 중").await;
    });
}

#[test]
fn it_says_that_it_is_unofficial_as_of_when_and_where_to_apply() {
    with_page("/", Options::default(), async |page| {
        page.wait_gone("#shell").await;
        page.wait_text(".notice", "비공식 미리보기").await;
        assert_eq!(page.count(".notice a[href='https://aiinfrahub.kr']").await, 1);
        page.wait_text("#layer", "공개되지 않은 것은 알 수 없습니다").await;
        for place in ["#layer", "main", "footer"] {
            page.wait_text(place, "2026년 10월 11일").await;
        }
        page.goto("/?layer=size").await;
        page.wait_text(
            "#layer",
            "블록 규모와 규칙만 봅니다. 공개된 사실로 본 점유는 반영하지 않았습니다",
        )
        .await;
    });
}

#[test]
fn a_date_moves_the_node_maps() {
    let hold = "hold=naver-h200-b:1-8:2027-01-01:2027-02-01";
    with_page(&format!("/?layer=size&{hold}&at={DAY}"), Options::default(), async |page| {
        page.wait_text("#map .legend", "가정한 점유 8").await;
        assert_eq!(drawn(page, "assumed").await, 8);
        assert_eq!(drawn(page, "free").await, 1_299);
        page.wait_text("#map .map-drawing", "32대 중 24대 비어 있음").await;

        page.set("#at", "2027-02-01").await;
        page.wait_text("#map .legend", "비어 있음 1,307").await;
        assert_eq!(drawn(page, "assumed").await, 0);
        page.wait_url("at=2027-02-01").await;

        page.set("#at", "2025-06-01").await;
        page.wait_text("#map .legend", "미도입").await;
        assert!(drawn(page, "not-delivered").await > 32);
    });
}

#[test]
fn a_busy_year_looks_different_from_month_to_month() {
    with_page(&format!("/?scenario=busy-year&at={DAY}"), Options::default(), async |page| {
        let mut seen: Vec<Value> = Vec::new();
        for day in ["2027-01-15", "2027-03-15", "2027-05-15"] {
            page.set("#at", day).await;
            let legends = json!(page.texts("#map .legend").await);
            assert!(legends.to_string().contains("가정한 점유"), "{legends}");
            assert!(!seen.contains(&legends), "{day}: {legends}");
            seen.push(legends);
        }
    });
}
