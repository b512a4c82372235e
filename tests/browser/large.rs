//! Large files and empty ones: nothing breaks, nothing runs over the edge.
use super::harness::{Options, Page, with_page};
use serde_json::json;

fn serving(capacity: String) -> Options {
    Options { capacity: Some(capacity.leak()), ..Options::default() }
}

fn file(blocks: &[serde_json::Value], holds: &[serde_json::Value]) -> String {
    json!({
        "schema": 1, "as_of": "2027-01-04", "availability": "complete",
        "accelerators": [{ "id": "h200", "name": "H200" }], "blocks": blocks, "holds": holds
    })
    .to_string()
}

fn block(index: usize, nodes: usize) -> serde_json::Value {
    json!({ "id": format!("b{index}"), "accelerator": "h200", "nodes": nodes, "leaf_nodes": 32 })
}

async fn expect_no_overflow(page: &Page) {
    for width in [320, 1280] {
        page.set_view(width, 900).await;
        let over = "document.documentElement.scrollWidth <= innerWidth";
        page.wait_until(over).await;
    }
}

#[test]
fn a_file_without_blocks_says_so_on_both_views() {
    with_page("/", serving(file(&[], &[])), async |page| {
        page.wait_text("#blocks", "현황 자료에 노드 블록이 없습니다").await;
        page.click(".tabs a[href*='view=fit']").await;
        page.wait_text("main", "현황 자료에 노드 블록이 없습니다").await;
        expect_no_overflow(page).await;
    });
}

#[test]
fn one_block_without_a_hold_is_free() {
    with_page("/?view=fit&nodes=4&term=3d", serving(file(&[block(0, 4)], &[])), async |page| {
        page.wait_text("#verdict", "자리가 있습니다").await;
        page.click(".tabs a:first-child").await;
        page.wait_text("#map .legend", "비어 있음 4").await;
        page.wait_text("#free-time", "b0").await;
        expect_no_overflow(page).await;
    });
}

#[test]
fn five_hundred_blocks_are_drawn_as_leaves_and_answered() {
    let blocks: Vec<_> = (0..500).map(|index| block(index, 8 + index % 300)).collect();
    with_page("/", serving(file(&blocks, &[])), async |page| {
        page.wait_text("#map .legend", "비어 있음").await;
        assert_eq!(page.count("#map .map-drawing .node-free").await, 1, "one shape");
        let rows = "document.querySelectorAll('#sizes .table-frame tbody tr').length === 500";
        page.wait_until(rows).await;
        page.click(".tabs a[href*='view=fit']").await;
        page.wait_text("#verdict", "자리가 있습니다").await;
        expect_no_overflow(page).await;
    });
}

#[test]
fn a_hundred_thousand_nodes_are_enlarged_to_single_ones() {
    let hold = json!({ "block": "b0", "nodes": "1-40000", "from": "2027-01-01" });
    with_page("/?at=2027-02-01", serving(file(&[block(0, 100_000)], &[hold])), async |page| {
        page.wait_text("#map .legend", "점유 40,000").await;
        page.script("document.querySelector('.map-frame').focus()").await;
        page.press(thirtyfour::Key::Right).await;
        page.wait_text("#map-about", "노드 1").await;
        for _ in 0..14 {
            page.press("+").await;
        }
        page.wait_until(
            "document.querySelectorAll('#map .map-drawing text.node-held').length > 10",
        )
        .await;
        page.press("0").await;
        page.wait_gone("#map .map-drawing text.node-held").await;
        expect_no_overflow(page).await;
    });
}

#[test]
fn names_of_eighty_letters_break_nothing() {
    let name = "가나다라마바사아자차".repeat(8);
    let mut named = block(0, 64);
    named["name"] = json!({ "ko": name, "en": name });
    let hold = json!({ "block": "b0", "nodes": "1-8", "from": "2027-01-01", "label": name });
    with_page("/?view=fit&nodes=4", serving(file(&[named], &[hold])), async |page| {
        page.wait_text("#verdict", "가나다라").await;
        expect_no_overflow(page).await;
        page.click(".tabs a:first-child").await;
        page.wait_text("#lanes", "리프 1").await;
        expect_no_overflow(page).await;
    });
}
