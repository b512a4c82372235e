//! Requests side by side: pinned in the link, answered each on its own assumptions, differences
//! marked.
use super::{
    fit::{ask, wait_verdict},
    harness::{Options, Page, all, with_page},
};
use serde_json::{Value, json};

/// The texts of a row, without its head; also where it is out of sight, and so not laid out.
async fn row(page: &Page, name: &str) -> Value {
    let rows = all("#compare tbody tr");
    let name = json!(name);
    page.evaluate(&format!(
        "{rows}.filter((row) => row.cells[0].textContent === {name})
             .flatMap((row) => [...row.cells].slice(1).map((cell) => cell.textContent.split(String.fromCharCode(160)).join(' ')))"
    ))
    .await
}

#[test]
fn what_is_pinned_stands_beside_and_differences_are_marked() {
    with_page(&ask("acc=h200&call=25-1"), Options::default(), async |page| {
        wait_verdict(page, "now").await;
        assert_eq!(page.count("#compare").await, 0, "nothing in the way before it is needed");
        page.click("#pin").await;
        page.wait_text("#compare", "담은 신청 1").await;
        page.wait_text("#pin + *", "비교에 담았습니다").await;
        page.click("#pin").await;
        page.wait_text("#pin + *", "이미 비교에 있습니다").await;
        assert_eq!(row(page, "노드(서버) 수").await, json!(["4대 (GPU 32장)", "4대 (GPU 32장)"]));
        assert_eq!(page.count("#compare .differs").await, 0, "it differs in nothing yet");

        page.type_into("#nodes", "511").await;
        wait_verdict(page, "no").await;
        page.wait_text("#compare", "511대 (GPU 4,088장)").await;
        assert_eq!(
            row(page, "노드(서버) 수").await,
            json!(["511대 (GPU 4,088장)", "4대 (GPU 32장) ≠"])
        );
        assert_eq!(row(page, "결과").await, json!(["들어가지 않음", "규모로는 들어감 ≠"]));
        assert_eq!(row(page, "이용 기간").await, json!(["3개월", "3개월"]));
        assert_eq!(row(page, "예상 이용료").await, json!(["–", "3,840만 원"]));
        let mark = page.attribute("#compare .differs", "aria-label").await;
        assert_eq!(mark.as_deref(), Some("다름"), "not by colour alone");

        // Another scenario, and that of the pin stays what it was.
        page.set("#call", "").await;
        page.type_into("#nodes", "64").await;
        page.click("#busy-year").await;
        wait_verdict(page, "later").await;
        page.click("#pin").await;
        page.wait_text("#compare", "담은 신청 2").await;
        page.click("#by-size").await;
        wait_verdict(page, "now").await;
        let [by_size, busy] = ["공개된 규모만", "가정 · 합성 예시: 바쁜 한 해 ≠"];
        assert_eq!(row(page, "계산 근거").await, json!([by_size, by_size, busy]));
        let results = json!(["규모로는 들어감", "규모로는 들어감", "나중에 들어감 ≠"]);
        assert_eq!(row(page, "결과").await, results);
        assert_eq!(row(page, "대기 기간").await[1], json!("없음"));

        // All of it is in the link.
        let shown = page.evaluate("document.querySelector('#compare table').textContent").await;
        page.reload().await;
        page.wait_text("#compare", "담은 신청 2").await;
        assert_eq!(
            page.evaluate("document.querySelector('#compare table').textContent").await,
            shown
        );
        page.click("#language").await;
        page.wait_text("#compare", "Pinned 2").await;
        page.wait_text("#compare", "Synthetic busy year").await;
        page.click(".tabs a:first-child").await;
        page.element("#blocks").await;
        page.click(".tabs a[href*='view=fit']").await;
        page.wait_text("#compare", "Pinned 2").await;
    });
}

#[test]
fn each_has_its_own_link_and_can_be_removed() {
    with_page(&ask("nodes=8"), Options::default(), async |page| {
        wait_verdict(page, "now").await;
        for nodes in ["8", "16", "24", "32"] {
            page.type_into("#nodes", nodes).await;
            page.wait_text("#verdict", &format!("노드 {nodes}대")).await;
            page.click("#pin").await;
        }
        page.wait_text("#pin + *", "3개까지 담습니다").await;
        assert_eq!(page.count("#compare thead th").await, 4);

        page.click("#compare thead th:nth-of-type(3) button").await;
        page.wait_text("#compare", "복사했습니다").await;
        let link = page.clipboard().await;
        assert!(link.contains("view=fit") && link.contains("nodes=16"), "{link}");
        assert!(!link.contains("pin="), "{link}");

        page.click("#compare thead th:nth-of-type(2) button:last-child").await;
        page.wait_until("document.querySelectorAll('#compare thead th').length === 3").await;
        page.wait_until("document.activeElement.id === 'compare-title'").await;
        assert_eq!(
            row(page, "노드(서버) 수").await,
            json!(["32대 (GPU 256장)", "16대 (GPU 128장) ≠", "24대 (GPU 192장) ≠"])
        );
        for _ in 0..2 {
            page.click("#compare thead button:last-child").await;
        }
        page.wait_gone("#compare").await;
        page.wait_until("document.activeElement.id === 'pin'").await;
        page.wait_until("!location.search.includes('pin=')").await;

        page.click("#pin").await;
        page.type_into("#nodes", "4").await;
        page.click("#compare thead a").await;
        page.wait_text("#verdict", "노드 32대").await;
        page.wait_text("#drafts-open", "링크로 연 신청").await;
        assert_eq!(page.count("#compare").await, 0);
    });
}

#[test]
fn what_would_not_fit_in_the_link_is_not_pinned() {
    let nodes = (1..=60).map(|node| (node * 2).to_string()).collect::<Vec<_>>().join(",");
    let holds = format!("&hold=kakao-b200:{nodes}:2027-01-01:").repeat(20);
    with_page(&format!("/?view=fit{holds}"), Options::default(), async |page| {
        page.wait_text("#verdict", "대").await;
        page.click("#pin").await;
        page.wait_text("#pin + *", "링크에 다 담기지 않아").await;
        assert_eq!(page.count("#compare").await, 0);
    });
}

#[test]
fn on_a_phone_the_table_scrolls_and_the_page_does_not() {
    let pins = "&pin=nodes%3D4&pin=nodes%3D600%26scenario%3Dbusy-year&pin=nodes%3Dmany";
    let options = Options { width: 390, height: 800, ..Options::default() };
    with_page(&(ask("nodes=300&lang=en") + pins), options, async |page| {
        page.wait_text("#compare", "Pinned 3").await;
        page.wait_text("#compare", "Needs a change").await;
        for width in [320, 390, 1024] {
            page.set_view(width, 800).await;
            let over = "document.documentElement.scrollWidth <= innerWidth";
            assert_eq!(page.evaluate(over).await, json!(true), "at {width}");
        }
        page.set_view(390, 800).await;
        page.screenshot("compare-en-390").await;
        let scrolls = "(() => { const frame = document.querySelector('#compare .table-frame');
            frame.scrollLeft = 200;
            const head = frame.querySelector('tbody th').getBoundingClientRect();
            return frame.scrollLeft > 0 && head.left >= 0 && head.left < 40; })()";
        assert_eq!(page.evaluate(scrolls).await, json!(true), "the names stay in sight");
        page.set_view(1440, 900).await;
        page.screenshot("compare-en-1440").await;
    });
}
