//! A tab that is open for days: what follows the clock when it is seen again, and what stays.
use super::{
    fit::wait_verdict,
    harness::{Options, Page, with_page},
};

/// Three days after the hour of all tests: the 27th of November 2026.
async fn three_days_later(page: &Page) {
    page.script(
        "Date.now = () => Date.parse('2026-11-27T15:00:00+09:00');
         document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))",
    )
    .await;
}

/// A call that closes in between.
const CALL: &str = r#"{"schema":1,"as_of":"2026-11-20","availability":"complete",
    "accelerators":[{"id":"h200","name":"H200"}],
    "blocks":[{"id":"hall","accelerator":"h200","nodes":8}],
    "calls":[{"id":"now","name":"Winter","opens":"2026-11-01","closes":"2026-11-26",
        "sizes":[{"accelerator":"h200","min_nodes":1,"max_nodes":8}]}]}"#;

#[test]
fn the_proposed_start_follows_and_what_was_typed_stays() {
    with_page("/?view=fit&layer=size", Options::default(), async |page| {
        wait_verdict(page, "now").await;
        assert_eq!(page.value("#from").await, "2026-11-25");
        three_days_later(page).await;
        page.wait_until("document.querySelector('#from').value === '2026-11-28'").await;
        page.wait_text("#verdict", "2026년 11월 28일").await;
    });
    with_page("/?view=fit&layer=size", Options::default(), async |page| {
        wait_verdict(page, "now").await;
        page.type_into("#nodes", "7").await;
        page.wait_url("nodes=7").await;
        three_days_later(page).await;
        // It is in the address by now, but nobody chose it.
        page.wait_until("document.querySelector('#from').value === '2026-11-28'").await;
        page.wait_url("from=2026-11-28").await;
        assert_eq!(page.value("#nodes").await, "7");

        page.set("#from", "2027-02-01").await;
        page.script("Date.now = () => Date.parse('2026-12-24T15:00:00+09:00'); dispatchEvent(new Event('focus'))").await;
        page.wait_text("footer", "74일 전").await;
        assert_eq!(page.value("#from").await, "2027-02-01");
        assert_eq!(page.value("#nodes").await, "7");
    });
}

#[test]
fn a_start_that_was_chosen_stays_though_it_was_proposed_as_well() {
    with_page("/?view=fit&layer=size", Options::default(), async |page| {
        wait_verdict(page, "now").await;
        page.set("#from", "2026-12-01").await;
        page.set("#from", "2026-11-25").await;
        page.wait_url("from=2026-11-25").await;
        three_days_later(page).await;
        page.wait_text("#verdict", "이미 지난 날짜입니다").await;
        assert_eq!(page.value("#from").await, "2026-11-25");
        page.click("#verdict .changes button").await;
        wait_verdict(page, "now").await;
        assert_eq!(page.value("#from").await, "2026-11-28");
    });
}

#[test]
fn a_window_that_is_used_again_beside_others_follows_as_well() {
    with_page("/", Options::default(), async |page| {
        page.wait_text("#feed", "44일 전").await;
        page.script(
            "Date.now = () => Date.parse('2026-11-27T15:00:00+09:00');
             dispatchEvent(new Event('focus'))",
        )
        .await;
        for place in ["#feed", "footer"] {
            page.wait_text(place, "47일 전").await;
        }
    });
}

#[test]
fn pictures_notices_and_ages_follow() {
    with_page("/", Options::default(), async |page| {
        page.wait_text("#programme", "2026년 11월 24일").await;
        page.wait_text("#free-time", "2026년 11월 24일").await;
        let line = "document.querySelector('#programme line.today').getAttribute('x1')";
        let before = page.evaluate(line).await;
        page.wait_text(".notice", "44일 전").await;
        page.wait_text("#feed", "44일 전").await;
        three_days_later(page).await;
        page.wait_text("#programme", "2026년 11월 27일").await;
        assert_ne!(page.evaluate(line).await, before);
        page.wait_text("#free-time", "2026년 11월 27일").await;
        page.wait_until("document.querySelector('#at').value === '2026-11-27'").await;
        for place in [".notice", "#feed", "footer"] {
            page.wait_text(place, "47일 전").await;
        }
    });
}

#[test]
fn a_call_that_closed_meanwhile_is_closed_also_for_what_is_pinned() {
    let options = Options { capacity: Some(CALL), ..Options::default() };
    with_page("/?view=fit&call=now&nodes=2", options, async |page| {
        wait_verdict(page, "now").await;
        page.click("#pin").await;
        page.wait_text("#compare", "Winter").await;
        let note = "document.querySelector('#verdict .call-note')?.textContent ?? ''";
        let before = page.evaluate(note).await;
        three_days_later(page).await;
        page.wait_until(&format!("({note}) !== {before}")).await;
        page.wait_text("#verdict .call-note", "끝나").await;
        // The form starts later now; the pin asks for the day that it asked for.
        page.wait_text("#compare", "고칠 곳이 있음").await;
        page.wait_text("#compare", "희망 시작일: 이미 지난 날짜입니다").await;
    });
}
