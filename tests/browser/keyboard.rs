//! All of it by keyboard alone, and the focus is never lost.
use super::{
    fit::{HELD, ask, wait_verdict},
    harness::{Options, Page, with_page},
};
use thirtyfour::Key;

/// What has the focus, as `Page::focus` names it, and whether it shows that it has it.
/// The parts of a date field do so inside it.
const STOP: &str = "
    const on = document.activeElement;
    const isShown = on.type === 'date' || getComputedStyle(on).outlineStyle !== 'none';
    return [on === document.body ? 'BODY' : on.id || on.innerText, isShown];";

/// Presses Tab until the element with this id or text has the focus, and names every stop on the
/// way.
async fn tab_to(page: &Page, name: &str) -> Vec<String> {
    let mut stops: Vec<String> = Vec::new();
    while stops.last().is_none_or(|stop| stop != name) {
        page.press(Key::Tab).await;
        let (stop, is_shown): (String, bool) =
            serde_json::from_value(page.script(STOP).await).expect("a name and a flag");
        stops.push(stop);
        assert!(is_shown, "the last of {stops:?}");
        assert!(stops.len() < 60, "no {name} among {stops:?}");
    }
    stops
}

#[test]
fn the_first_stop_skips_to_the_content() {
    with_page(&ask(""), Options::default(), async |page| {
        wait_verdict(page, "now").await;
        page.press(Key::Tab).await;
        assert_eq!(page.focus().await, "본문으로 건너뛰기");
        page.press(Key::Enter).await;
        page.wait_until("document.activeElement.id === 'content'").await;
        page.wait_url("nodes=4").await;
        let way = tab_to(page, "accelerator-h200").await;
        let stops = ["drafts-open", "undo", "redo", "save-draft", "accelerator-h200"];
        // Firefox stops before them, at the frame that they scroll in.
        let first = way.len().saturating_sub(stops.len());
        assert!(first <= 1 && way[first..] == stops, "{way:?}");
    });
}

#[test]
fn a_whole_request_is_changed_and_a_change_applied() {
    with_page(&ask(""), Options::default(), async |page| {
        wait_verdict(page, "now").await;
        tab_to(page, "accelerator-b200").await;
        page.press(Key::Space).await;
        page.wait_text("#all-blocks [data-block=kakao-b200]", "고르지 않은 가속기").await;

        tab_to(page, "nodes").await;
        page.press("32").await;
        page.wait_until("document.querySelector('#nodes').value === '32'").await;
        page.press(Key::Up + Key::Up + Key::Down).await;
        page.wait_text("#verdict", "33대").await;
        tab_to(page, "term").await;
        page.press(Key::Up).await;
        tab_to(page, "unit").await;
        page.press(Key::Up).await;
        page.wait_text("#verdict", "4일 동안").await;
        page.press(Key::Down).await;
        page.wait_text("#verdict", "4개월 동안").await;
        tab_to(page, "class").await;
        page.press(Key::Down + Key::Down).await;
        page.wait_until("location.search.includes('class=academia')").await;
        tab_to(page, "call").await;
        page.press(Key::Down + Key::Down).await;
        page.wait_text("#rules", "25-1차").await;
        wait_verdict(page, "rule").await;

        tab_to(page, "노드 32대(GPU 256장)로 신청").await;
        page.press(Key::Enter).await;
        wait_verdict(page, "now").await;
        assert_eq!(page.focus().await, "verdict", "the answer is read out");
        assert_eq!(page.value("#nodes").await, "32");
        page.wait_text("#offer", "무료").await;
    });
}

#[test]
fn every_stop_is_in_sight_and_none_is_lost() {
    with_page(&ask(&format!("{HELD}&call=25-1&nodes=33")), Options::default(), async |page| {
        wait_verdict(page, "rule").await;
        let stops = tab_to(page, "add-hold").await;
        for field in ["language", "nodes", "term", "unit", "from", "class", "call", "placement"] {
            assert!(stops.iter().any(|stop| stop == field), "{field} in {stops:?}");
        }
        for stop in ["hold-1-nodes", "hold-1-until", "by-size", "reset"] {
            assert!(stops.iter().any(|name| name == stop), "{stop} in {stops:?}");
        }
        assert!(!stops.contains(&"BODY".to_owned()), "{stops:?}");
    });
}

/// From where, the key, and where the focus is after it.
#[test]
fn what_takes_its_own_place_away_hands_the_focus_on() {
    with_page(&ask(HELD), Options::default(), async |page| {
        wait_verdict(page, "now").await;
        tab_to(page, "add-hold").await;
        page.press(Key::Enter).await;
        page.wait_until("document.activeElement.id === 'hold-2-nodes'").await;
        tab_to(page, "지우기").await;
        page.press(Key::Enter).await;
        page.wait_until("document.querySelectorAll('.hold').length === 2").await;
        assert_eq!(page.focus().await, "add-hold");
        page.press(Key::Shift + Key::Tab).await;
        assert_eq!(page.focus().await, "지우기");
    });
}

#[test]
fn dates_are_typed_part_by_part() {
    with_page("/", Options::default(), async |page| {
        // The parts stand in the order of the browser's language, here month, day and year.
        page.wait_gone("#shell").await;
        tab_to(page, "at").await;
        page.press("03152027").await;
        assert_eq!(page.value("#at").await, "2027-03-15");
        page.wait_url("at=2027-03-15").await;

        page.goto(&ask("from=2027-03-15")).await;
        wait_verdict(page, "now").await;
        tab_to(page, "from").await;
        page.press(Key::Tab + Key::Tab + Key::Backspace).await;
        page.wait_text("#from-about", "비어 있습니다").await;
        page.press("2028").await;
        page.wait_text("#verdict", "2028년 3월 15일부터").await;
    });
}

#[test]
fn the_tabs_and_the_language_keep_the_focus() {
    with_page("/", Options::default(), async |page| {
        // The shell has the same heading.
        page.wait_gone("#shell").await;
        tab_to(page, "맞춰보기").await;
        page.press(Key::Enter).await;
        page.wait_text("h1", "들어갈까요").await;
        assert_eq!(page.focus().await, "맞춰보기");
        tab_to(page, "language").await;
        page.press(Key::Enter).await;
        page.wait_text("h1", "Does our request fit").await;
        assert_eq!(page.focus().await, "language");
    });
}

#[test]
fn the_list_of_problems_leads_to_the_fields() {
    with_page(&ask("nodes=many&term=longm"), Options::default(), async |page| {
        wait_verdict(page, "invalid").await;
        let message = page.texts("#verdict li").await.remove(1);
        tab_to(page, &message).await;
        page.press(Key::Enter).await;
        assert_eq!(page.focus().await, "term");
        page.press("3").await;
        page.wait_until("document.querySelectorAll('#verdict li').length === 1").await;
        assert_eq!(page.focus().await, "term", "an answer does not take the focus away");
    });
}
