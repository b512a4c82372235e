//! The round view: from a pasted list to a plan that follows every change, and out again.
use super::harness::{Options, Page, all, with_page};
use serde_json::json;
use thirtyfour::Key;

/// Three rooms for one block: 16 nodes, of which two applications take all.
const FILE: &str = r#"{ "schema": 1, "as_of": "2026-11-24", "availability": "complete",
    "accelerators": [{ "id": "h200", "name": "H200" }],
    "blocks": [{ "id": "hall", "name": "Hall", "accelerator": "h200", "nodes": 16, "leaf_nodes": 8 }],
    "holds": [{ "block": "hall", "nodes": "1-4", "until": "2026-12-01", "label": "before" }] }"#;

/// As cells come from a spreadsheet.
pub const LIST: &str = "신청번호\t과제명\t신청 주체\t노드 수\t개월\t점수\n\
    A-1\t첫째\t대학\t8\t3\t90\n\
    A-2\t둘째\t기업\t8\t3\t80\n\
    A-3\t셋째\t기업\t8\t3\t70\n";

pub fn small() -> Options {
    Options { capacity: Some(FILE), ..Options::default() }
}

/// Puts a list into the field, as a paste does.
pub async fn paste(page: &Page, list: &str) {
    page.paste("#pasted", list).await;
    page.click("#read-list").await;
}

/// Waits until the round is decided.
pub async fn wait_decided(page: &Page) {
    page.wait_until(
        "document.querySelector('#verdict .sentence') !== null &&
         document.querySelector('#verdict[aria-busy]') === null",
    )
    .await;
}

/// The ids of the list and where each stands, in order.
async fn standings(page: &Page) -> serde_json::Value {
    let rows = all(".round-row");
    page.evaluate(&format!(
        "{rows}.map((row) => row.querySelector('strong').innerText + ' ' + row.dataset.standing)"
    ))
    .await
}

async fn wait_standings(page: &Page, wanted: &[&str]) {
    let rows = all(".round-row");
    page.wait_until(&format!(
        "JSON.stringify({rows}.map((row) =>
            row.querySelector('strong').innerText + ' ' + row.dataset.standing)) === {}",
        json!(json!(wanted).to_string())
    ))
    .await;
}

/// Follows what is saved: the page's own way to a file is a link that is clicked.
const SAVED: &str = "window.saved = [];
    const make = URL.createObjectURL;
    URL.createObjectURL = (blob) => { blob.text().then((text) => saved.push(text)); return make.call(URL, blob) };";

#[test]
fn a_pasted_list_becomes_a_plan_that_follows_keys_policy_and_undo() {
    let options = Options { before: SAVED, ..small() };
    with_page("/?view=round", options, async |page| {
        paste(page, LIST).await;
        wait_decided(page).await;
        page.wait_text("#list-told", "신청서 3건").await;
        // All of them, the third one later; the whole file is told in green.
        wait_standings(page, &["A-1 given", "A-2 given", "A-3 given"]).await;
        page.wait_until("document.querySelector('#verdict .verdict').dataset.kind === 'now'").await;
        page.set("#policy-wait", "30").await;
        wait_standings(page, &["A-1 given", "A-2 given", "A-3 refused"]).await;
        page.wait_text("#verdict", "3위 A-3").await;
        page.wait_until("document.querySelectorAll('.round-row')[2].matches('.is-line')").await;
        // The third one goes to the top by keys, and the second one loses its place.
        page.script("document.querySelector('#round-list').focus()").await;
        page.press(Key::End).await;
        page.wait_text("#round-chosen h3", "A-3 · 셋째").await;
        page.wait_text("#chosen-why", "Hall").await;
        page.wait_text("#in-the-way", "A-1").await;
        page.press(Key::Alt + Key::Up + Key::Up).await;
        wait_standings(page, &["A-3 given", "A-1 given", "A-2 refused"]).await;
        assert_eq!(page.value("#policy-order").await, "list");
        page.wait_text("#chosen-given", "Hall").await;
        page.element("#plan-picture path.is-chosen[d^=M]").await;
        page.press(Key::Control + "z").await;
        wait_standings(page, &["A-1 given", "A-3 given", "A-2 refused"]).await;
        page.press(Key::Control + "z").await;
        wait_standings(page, &["A-1 given", "A-2 given", "A-3 refused"]).await;
        assert_eq!(page.value("#policy-order").await, "score");
        // One is left out, and taken in again.
        page.press(Key::Home + Key::Delete).await;
        wait_standings(page, &["A-2 given", "A-3 given", "A-1 left-out"]).await;
        page.press(Key::Control + "z").await;
        // The keys are listed, and closed.
        page.press("?").await;
        page.wait_text("#round-keys", "Alt+↑").await;
        page.press(Key::Escape).await;
        page.wait_gone("#round-keys").await;
        page.click("#export-csv").await;
        page.wait_until("saved.length === 1").await;
        let csv = page.evaluate("saved[0]").await.to_string();
        for part in ["A-1", "셋째", "Hall"] {
            assert!(csv.contains(part), "{part}: {csv}");
        }
        page.click("#export-capacity").await;
        page.wait_until("saved.length === 2").await;
        let file = page
            .evaluate("JSON.parse(saved[1]).holds.map((hold) => hold.label.en ?? hold.label)")
            .await;
        assert_eq!(file, json!(["before", "A-1", "A-2"]));
    });
}

#[test]
fn bad_lines_are_told_and_the_rest_goes_on() {
    with_page("/?view=round", small(), async |page| {
        paste(page, &LIST.replace("A-2\t둘째\t기업\t8", "A-2\t둘째\t기업\t많이")).await;
        wait_decided(page).await;
        page.wait_text("#line-problems", "3").await;
        page.wait_text("#line-problems", "많이").await;
        wait_standings(page, &["A-1 given", "A-3 given"]).await;
        // What is there already is not taken twice.
        page.click("#round-input summary").await;
        paste(page, LIST).await;
        page.wait_text("#line-problems", "A-1").await;
        wait_standings(page, &["A-1 given", "A-2 given", "A-3 given"]).await;
        page.click("#round-input details details summary").await;
        page.type_into("#typed-id", "B-1").await;
        page.type_into("#typed-nodes", "4").await;
        page.type_into("#typed-score", "95").await;
        page.click("#typed-do").await;
        wait_standings(page, &["B-1 given", "A-1 given", "A-2 given", "A-3 given"]).await;
        // A change of one lies over what was read.
        page.click(".round-row:nth-of-type(1)").await;
        page.click("#round-chosen .fold summary").await;
        page.type_into("#change-score", "75").await;
        page.click("#change-do").await;
        wait_standings(page, &["A-1 given", "A-2 given", "B-1 given", "A-3 given"]).await;
    });
}

#[test]
fn the_policy_is_in_the_link_and_the_list_is_not() {
    with_page("/?view=round&policy=stop,wait-720", small(), async |page| {
        paste(page, LIST).await;
        wait_decided(page).await;
        assert_eq!(page.value("#policy-behind").await, "stop");
        assert_eq!(page.value("#policy-wait").await, "30");
        page.set("#policy-amount", "partial").await;
        page.wait_url("partial").await;
        // Eight nodes for three months are more node-hours than that.
        page.click("#policy .twin summary").await;
        page.type_into("#share-node-hours-academia", "17,000").await;
        page.wait_url("academia-node-hours-17000").await;
        wait_standings(page, &["A-1 refused", "A-2 given", "A-3 given"]).await;
        page.type_into("#share-node-hours-academia", "much").await;
        page.wait_text("#share-node-hours-academia-about", "much").await;
        page.type_into("#share-node-hours-academia", " ").await;
        page.wait_until("!location.search.includes('node-hours')").await;
        let address = page.url().await;
        for part in ["A-1", "%EC%B2%AB", "첫째"] {
            assert!(!address.contains(part), "{part} in {address}");
        }
        // Another view, and back: the list is still there.
        page.click(".tabs a:nth-of-type(1)").await;
        page.element("#blocks").await;
        page.back().await;
        wait_standings(page, &["A-1 given", "A-2 given", "A-3 refused"]).await;
        // It is gone with the page.
        page.reload().await;
        page.element("#pasted").await;
        assert_eq!(page.count(".round-row").await, 0);
    });
}

#[test]
fn the_example_has_a_line_a_zone_and_no_green() {
    with_page("/?view=round", Options::default(), async |page| {
        page.click("#example-round").await;
        wait_decided(page).await;
        page.wait_text("#example-note", "합성").await;
        page.wait_text("#verdict", "추정").await;
        assert_eq!(
            page.evaluate("document.querySelectorAll('[data-kind=now]').length").await,
            json!(0)
        );
        // Only some rows are in the document, and all of them are in the list.
        assert!(page.count(".round-row").await <= 40);
        let size = page.attribute(".round-row", "aria-setsize").await;
        assert_eq!(size.as_deref(), Some("514"));
        page.script("document.querySelector('#round-list').focus()").await;
        page.press(Key::End).await;
        page.wait_text("[role=option][aria-selected=true] .rank", "514").await;
        page.press("f").await;
        page.wait_text("#zone", "100").await;
        page.press(Key::Home).await;
        // So long a table is laid out once it is in sight.
        page.script("const table = document.querySelector('#plan-picture summary'); table.click(); table.scrollIntoView()").await;
        page.wait_text("#plan-picture table", "S-").await;
        // Kept beside another policy.
        page.click("#keep-plan").await;
        page.set("#policy-holds", "out").await;
        page.wait_text("#kept-plans table", "공개된 사실").await;
        page.wait_text("#kept-plans table", "공개된 규모만").await;
    });
}

#[test]
fn paper_has_every_application_with_its_heads() {
    with_page("/?view=round", Options::default(), async |page| {
        page.click("#example-round").await;
        wait_decided(page).await;
        page.script("dispatchEvent(new Event('beforeprint'))").await;
        page.wait_until("document.querySelectorAll('#round-paper tbody tr').length > 514").await;
        page.set_media("print", "light").await;
        page.set_view(720, 1000).await;
        let heads = "getComputedStyle(document.querySelector('#round-paper thead')).display";
        assert_eq!(page.evaluate(heads).await, json!("table-header-group"));
        let cut = all("#round-paper table");
        let cut = format!(
            "{cut}.filter((table) => table.getBoundingClientRect().right > innerWidth + 1).length"
        );
        assert_eq!(page.evaluate(&cut).await, json!(0), "a table is cut on paper");
        page.screenshot("round-print-720").await;
        let sheets = page.sheets().await;
        assert!((8..60).contains(&sheets), "{sheets} sheets");
        page.script("dispatchEvent(new Event('afterprint'))").await;
        page.wait_gone("#round-paper").await;
    });
}

#[test]
fn pictures_of_the_example_round() {
    with_page("about:blank", Options::default(), async |page| {
        for lang in ["ko", "en"] {
            page.goto(&format!("/?view=round&lang={lang}")).await;
            page.click("#example-round").await;
            wait_decided(page).await;
            page.wait_text("#zone", "100").await;
            page.click(".round-row:nth-of-type(3)").await;
            for width in [390, 1440] {
                page.set_view(width, 900).await;
                page.screenshot(&format!("round-{lang}-{width}")).await;
            }
        }
        page.set_media("screen", "dark").await;
        page.screenshot("round-dark-1440").await;
    });
}

#[test]
fn a_thousand_applications_are_there_within_a_frame_or_two() {
    with_page("/?view=round", Options::default(), async |page| {
        let mut list = String::from("id,nodes,months,score\n");
        for number in 0..1_000 {
            list += &format!(
                "N{number},{},{},{}\n",
                number % 7 + 1,
                number % 9 + 1,
                number * 37 % 1000
            );
        }
        page.element("#pasted").await;
        let first = page
            .script(&format!(
                "const field = document.querySelector('#pasted');
                 field.value = {};
                 field.dispatchEvent(new Event('input', {{ bubbles: true }}));
                 const began = performance.now();
                 document.querySelector('#read-list').click();
                 await new Promise((next) => requestAnimationFrame(() => setTimeout(next)));
                 return [performance.now() - began, document.querySelectorAll('.round-row').length]",
                json!(list)
            ))
            .await;
        println!("first frame of 1,000 applications: {first}");
        assert!(first[1].as_u64() > Some(10), "{first}");
        wait_decided(page).await;
        assert_eq!(page.attribute(".round-row", "aria-setsize").await.as_deref(), Some("1000"));
        let _ = standings(page).await;
    });
}
