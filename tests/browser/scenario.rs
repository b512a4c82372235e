//! What is assumed on top: holds by hand and the synthetic busy year, labelled wherever it shows.
use super::{
    fit::{ask, group, wait_verdict},
    harness::{Options, Page, with_page},
};

async fn wait_layer(page: &Page, layer: &str) {
    page.element(&format!(".notice[data-layer={layer}]")).await;
}

#[test]
fn a_hold_is_added_edited_and_removed_by_hand() {
    let row = "#all-blocks [data-block=naver-h200-b]";
    with_page(&ask("acc=h200&nodes=30"), Options::default(), async |page| {
        wait_layer(page, "size").await;
        page.click("#add-hold").await;
        page.wait_until("document.activeElement.id === 'hold-0-nodes'").await;
        page.press("1-8").await;
        page.set("#hold-0-block", "naver-h200-b").await;
        page.set("#hold-0-until", "2027-02-01").await;
        page.wait_text(row, "나중에 들어감").await;
        page.wait_text(row, "2027년 2월 1일").await;
        page.wait_text(&group("naver-h200-b"), "노드 6대(GPU 48장)가 모자랍니다").await;
        wait_layer(page, "scenario").await;
        page.wait_text("#layer", "직접 가정한 점유 1건").await;

        page.set("#hold-0-until", "2027-03-01").await;
        page.wait_text(row, "2027년 3월 1일").await;
        page.type_into("#hold-0-nodes", "1,32").await;
        page.wait_text(row, "가정대로면 들어감").await;
        page.wait_url("hold=naver-h200-b:1,32:2027-01-04:2027-03-01").await;

        page.click(".hold button").await;
        page.wait_gone(".hold").await;
        wait_layer(page, "size").await;
        page.wait_until("!location.search.includes('hold=')").await;
    });
}

#[test]
fn removing_one_of_several_holds_leaves_the_others_as_they_were() {
    let holds = "hold=naver-h200-a:1:2027-01-01:&hold=nhn-b200-a:2:2027-01-02:&hold=kakao-b200:*3:2027-01-03:";
    with_page(&ask(holds), Options::default(), async |page| {
        page.wait_text("#layer", "점유 3건").await;
        page.click(".hold:has(#hold-1-nodes) button").await;
        page.wait_text("#layer", "점유 2건").await;
        for (field, value) in
            [("block", "kakao-b200"), ("nodes", "*3"), ("from", "2027-01-03"), ("until", "")]
        {
            assert_eq!(page.value(&format!("#hold-1-{field}")).await, value);
        }
        assert_eq!(page.value("#hold-0-nodes").await, "1");
        assert_eq!(page.count(".hold").await, 2);
    });
}

/// What is typed as the nodes of a hold, and what is said of it.
const WRONG_NODES: [(&str, &str); 6] = [
    ("", "비어 있습니다"),
    ("여덟", "‘여덟’에서 노드를 읽지 못했습니다"),
    ("9-3", "앞뒤가 바뀌었습니다"),
    ("0", "1부터"),
    ("33", "이 노드 블록은 노드 32대입니다"),
    ("*33", "이 노드 블록은 노드 32대입니다"),
];

#[test]
fn a_hold_that_cannot_be_understood_says_so_and_counts_for_nothing() {
    let hold = "hold=naver-h200-b:1-32:2027-01-01:2027-02-01";
    with_page(&ask(&format!("acc=h200&{hold}")), Options::default(), async |page| {
        wait_layer(page, "scenario").await;
        for (typed, message) in WRONG_NODES {
            page.type_into("#hold-0-nodes", typed).await;
            page.wait_text("#hold-0-about .wrong", message).await;
            wait_layer(page, "size").await;
            wait_verdict(page, "now").await;
        }
        page.type_into("#hold-0-nodes", "32").await;
        page.wait_gone("#hold-0-about .wrong").await;
        page.set("#hold-0-until", "2026-12-31").await;
        page.wait_text("#hold-0-about .wrong", "끝이 시작보다 늦지 않습니다").await;
    });
}

#[test]
fn only_holds_that_count_are_counted() {
    let holds = "hold=naver-h200-b:1-8:2027-01-01:&hold=naver-h200-b::2027-01-01:";
    with_page(&ask(holds), Options::default(), async |page| {
        page.wait_text("#layer", "직접 가정한 점유 1건").await;
    });
}

#[test]
fn a_hold_known_by_its_count_alone_is_answered_as_such() {
    let holds =
        "acc=h200&nodes=8&hold=naver-h200-b:*24:2027-01-01:&hold=naver-h200-a:*255:2027-01-01:";
    with_page(&ask(holds), Options::default(), async |page| {
        wait_verdict(page, "now").await;
        page.wait_text("#offer", "노드 수만").await;
        page.wait_text("#offer", "어느 노드인지는 알 수 없습니다").await;
    });
}

#[test]
fn the_busy_year_is_labelled_synthetic_wherever_it_shows() {
    with_page(&ask("nodes=64"), Options::default(), async |page| {
        wait_layer(page, "size").await;
        page.click("#busy-year").await;
        wait_layer(page, "scenario").await;
        wait_verdict(page, "later").await;
        page.wait_text("#layer", "난수로 만든 합성 예시").await;
        page.wait_text("#verdict", "가정대로라면").await;
        page.wait_text("#all-blocks .why", "합성 점유").await;
        page.wait_text("#offer", "가정이 맞는 만큼만 맞습니다").await;
        page.wait_until("location.search.includes('scenario=busy-year')").await;

        page.click(".tabs a:first-child").await;
        page.wait_text("#layer", "난수로 만든 합성 예시").await;
        page.wait_text("#blocks .legend", "가정한 점유").await;

        page.click(".tabs a[href*='view=fit']").await;
        page.click("#by-size").await;
        wait_layer(page, "size").await;
        wait_verdict(page, "now").await;
        page.wait_until("!location.search.includes('scenario')").await;
        page.click("#busy-year").await;
        wait_layer(page, "scenario").await;
        page.click("#as-in-file").await;
        wait_layer(page, "published").await;
        page.wait_until("!location.search.includes('scenario')").await;
    });
}

#[test]
fn the_busy_year_is_the_same_every_time() {
    with_page(&ask("nodes=64&scenario=busy-year"), Options::default(), async |page| {
        let whole = async || {
            wait_verdict(page, "later").await;
            // It is read out once nothing changes any more, and then all of it is there.
            page.wait_text("#said", "가정대로라면").await;
            page.text("#answer").await
        };
        let answer = whole().await;
        for (choice, layer) in [("#as-in-file", "published"), ("#busy-year", "scenario")] {
            page.click(choice).await;
            wait_layer(page, layer).await;
        }
        assert_eq!(whole().await, answer);
    });
}
