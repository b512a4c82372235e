//! Pictures of time and the fit map: one date through all of them, a mark that moves the request,
//! and a table beside each.
use super::{
    fit::{ask, wait_verdict},
    harness::{Options, all, with_page},
};
use serde_json::json;
use thirtyfour::Key;

const BUSY: &str = "/?scenario=busy-year&at=2027-03-15";
const HARD: &str = "scenario=busy-year&nodes=24&from=2027-03-15";

#[test]
fn one_date_moves_all_pictures() {
    with_page(BUSY, Options::default(), async |page| {
        page.wait_text("#free-time", "2027년 3월 15일").await;
        assert_eq!(page.count("#free-time .chart").await, 5, "a chart for each block");
        let cursors = all("#free-time .cursor, #lanes .cursor");
        let places = format!("new Set({cursors}.map((line) => line.getAttribute('x1'))).size");
        assert_eq!(page.evaluate(&places).await, json!(1));
        let before = page.text("#map .legend").await;

        // A click a quarter from the right.
        page.script(
            "const plot = document.querySelector('#free-time .plot');
             const { x, y, width } = plot.getBoundingClientRect();
             const at = { clientX: x + width * 0.75, clientY: y + 5, bubbles: true, pointerId: 1 };
             plot.dispatchEvent(new PointerEvent('click', at));",
        )
        .await;
        page.wait_until("document.querySelector('#at').value !== '2027-03-15'").await;
        assert_ne!(page.text("#map .legend").await, before, "the map of nodes follows");
        let shown = page.value("#at").await;
        page.wait_url(&format!("at={shown}")).await;
    });
}

#[test]
fn the_span_is_chosen_and_in_the_link() {
    with_page(BUSY, Options::default(), async |page| {
        page.wait_text("#free-time", "2027년").await;
        let ticks = "document.querySelector('#free-time .axis').textContent";
        let year = page.evaluate(ticks).await;
        page.script(&format!(
            "{}.find((label) => label.innerText.trim() === '1주').click()",
            all("#blocks label, #blocks button")
        ))
        .await;
        page.wait_until(&format!("{ticks} !== {year}")).await;
        page.wait_url("span=week").await;
    });
}

#[test]
fn holds_are_told_in_a_table_beside_their_lanes() {
    with_page(BUSY, Options::default(), async |page| {
        page.wait_text("#lanes", "리프 1").await;
        page.click("#lanes summary").await;
        page.wait_text("#lanes table", "합성 점유").await;
        assert!(page.count("#lanes tbody tr").await > 10);
    });
}

#[test]
fn the_mark_on_the_fit_map_moves_the_request_by_keys_and_by_mouse() {
    with_page(&ask(HARD), Options::default(), async |page| {
        wait_verdict(page, "later").await;
        page.wait_text("#fit-map-sentence", "2027년 3월 15일").await;
        page.script("document.querySelector('#fit-map [tabindex=\"0\"]').focus()").await;
        page.press(Key::Right).await;
        page.wait_until("document.querySelector('#from').value === '2027-03-16'").await;
        page.press(Key::Down).await;
        page.wait_until("document.querySelector('#nodes').value === '23'").await;
        page.wait_text("#verdict", "23대").await;

        page.script(
            "const plot = document.querySelector('#fit-map .plot');
             const { x, y, width, height } = plot.getBoundingClientRect();
             const at = { clientX: x + width * 0.9, clientY: y + height - 3, bubbles: true };
             plot.dispatchEvent(new PointerEvent('click', { ...at, pointerId: 1 }));",
        )
        .await;
        wait_verdict(page, "now").await;
        assert_eq!(page.value("#nodes").await, "1", "the lowest line is one node");
        assert!(page.value("#from").await.as_str() > "2027-06", "{}", page.value("#from").await);
    });
}

#[test]
fn the_fit_map_shows_terms_too_and_says_all_of_it_in_a_table() {
    with_page(&ask(&format!("{HARD}&map=term")), Options::default(), async |page| {
        wait_verdict(page, "later").await;
        page.wait_text("#fit-map", "기간").await;
        page.click("#fit-map summary").await;
        page.wait_text("#fit-map table", "2027년").await;
        assert!(page.count("#fit-map tbody tr").await > 2);
    });
}
