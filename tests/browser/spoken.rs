//! What is read out: only what changed.
use super::{
    fit::{ask_published, wait_verdict},
    harness::{Options, with_page},
};
use serde_json::json;

/// Notes down every text that a live region comes to show.
const LISTEN: &str = "
    globalThis.heard = [];
    new MutationObserver((changes) => {
        for (const { target } of changes) {
            const part = target.nodeType === Node.TEXT_NODE ? target.parentElement : target;
            const live = part?.closest('[role=status], [role=alert], [aria-live]');
            if (live && live.textContent.trim()) heard.push(live.textContent.trim());
        }
    }).observe(document.body, { childList: true, characterData: true, subtree: true });";

#[test]
fn what_stays_the_same_is_not_repeated_at_each_answer() {
    let options = Options::default();
    with_page(&ask_published("acc=h200"), options, async |page| {
        wait_verdict(page, "later").await;
        page.wait_until("document.querySelector('#said').textContent !== ''").await;
        let whole = page.text("#said").await;
        let caveat = page.text(".caveat").await;
        assert!(whole.contains(&caveat), "{whole}");
        let hint = page.text("#offer-map .told").await;
        page.script(LISTEN).await;
        for nodes in ["5", "6", "7", "5"] {
            page.type_into("#nodes", nodes).await;
            page.wait_text("#verdict .sentence", &format!("{nodes}대")).await;
            page.wait_text("#said", &format!("{nodes}대")).await;
        }
        let heard = page.evaluate("heard").await.to_string();
        for unchanged in [&caveat, &hint] {
            assert!(!heard.contains(unchanged.as_str()), "{unchanged} in {heard}");
        }
        assert!(heard.contains("7대"), "{heard}");
    });
}

#[test]
fn what_goes_and_comes_back_is_read_out_again() {
    for (address, field, good) in [
        (ask_published("acc=h200"), "#nodes", "5"),
        ("/?view=size".to_owned(), "#size-tokens", "300B"),
    ] {
        with_page(&address, Options::default(), async |page| {
            let is_said = "document.querySelector('#said').textContent
                .includes(document.querySelector('.verdict .sentence').textContent)";
            page.type_into(field, good).await;
            page.wait_until(is_said).await;
            let sentence = page.text(".verdict .sentence").await;
            page.type_into(field, "many").await;
            page.wait_until(&format!(
                "document.querySelector('#said').textContent !== ''
                     && !document.querySelector('#said').textContent.includes({})",
                json!(sentence)
            ))
            .await;
            page.type_into(field, good).await;
            page.wait_until(&format!(
                "document.querySelector('#said').textContent.includes({})",
                json!(sentence)
            ))
            .await;
        });
    }
}

#[test]
fn a_size_that_is_taken_over_leads_to_the_heading_of_the_fit_view() {
    for key in [false, true] {
        with_page("/?view=size", Options::default(), async |page| {
            page.element(".to-fit").await;
            match key {
                true => {
                    page.script("document.querySelector('.to-fit').focus()").await;
                    page.press(thirtyfour::Key::Enter).await;
                }
                false => page.click(".to-fit").await,
            }
            page.wait_until("document.activeElement.id === 'fit-title'").await;
            let top = page.evaluate("document.activeElement.getBoundingClientRect().top").await;
            assert!(top.as_f64().is_some_and(|top| (0.0..900.0).contains(&top)), "{top}");
            assert_ne!(page.evaluate("location.search").await, json!(""));
        });
    }
}
