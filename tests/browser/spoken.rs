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
    with_page(&ask_published("acc=h200&call=rolling-2026"), options, async |page| {
        wait_verdict(page, "later").await;
        page.wait_until("document.querySelector('#said').textContent !== ''").await;
        let whole = page.text("#said").await;
        let (note, caveat) = (page.text("#verdict .call-note").await, page.text(".caveat").await);
        assert!(whole.contains(&note) && whole.contains(&caveat), "{whole}");
        let hint = page.text("#offer-map .told").await;
        page.script(LISTEN).await;
        for nodes in ["5", "6", "600", "6"] {
            page.type_into("#nodes", nodes).await;
            page.wait_text("#verdict .sentence", &format!("{nodes}대")).await;
            page.wait_text("#said", &format!("{nodes}대")).await;
        }
        let heard = page.evaluate("heard").await.to_string();
        for unchanged in [&note, &hint] {
            assert!(!heard.contains(unchanged.as_str()), "{unchanged} in {heard}");
        }
        assert!(heard.contains("6대"), "{heard}");
    });
}

#[test]
fn the_bar_of_the_file_reads_out_what_comes_alone() {
    with_page("/", Options::default(), async |page| {
        page.wait_text("#feed", "확인한 자료입니다").await;
        assert_eq!(page.attribute("#feed", "aria-atomic").await.as_deref(), Some("false"));
        // It stays the same element while another sentence comes.
        page.script("document.querySelector('#feed p span').dataset.mark = 'same'").await;
        page.script(LISTEN).await;
        page.site.stop();
        page.script(
            "Date.now = () => Date.parse('2026-11-24T13:00:00+09:00');
             document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))",
        )
        .await;
        page.wait_text("#feed", "확인하지 못했습니다").await;
        let mark = "document.querySelector('#feed p [data-mark=same]').textContent.trim()";
        let kept = page.evaluate(mark).await;
        assert!(kept.as_str().is_some_and(|kept| kept.contains("확인한 자료입니다")), "{kept}");
        page.site.start_again();
    });
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
