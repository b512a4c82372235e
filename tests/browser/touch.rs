//! A phone: a thumb scrolls past pictures, and drags them only sideways.
use super::{
    fit::{ask, wait_verdict},
    harness::{Browser, Options, Page, with_page},
    round::wait_decided,
};
use serde_json::{Value, json};

const PHONE: (u32, u32) = (390, 844);
const BUSY: &str = "/?scenario=busy-year&at=2027-03-15";
const HARD: &str = "scenario=busy-year&nodes=24&from=2027-03-15";

fn phone() -> Options {
    Options { width: PHONE.0, height: PHONE.1, ..Options::default() }
}

/// What is asked and shown, and what is told of the nodes.
async fn state(page: &Page) -> Value {
    page.script(
        "return [location.search, ...[...document.querySelectorAll('input, select')]
             .map((field) => field.value), ...[...document.querySelectorAll('[id$=map-about]')]
             .map((told) => told.textContent), ...[...document.querySelectorAll('.map-drawing')]
             .map((map) => map.getAttribute('viewBox'))]",
    )
    .await
}

/// Puts a thumb on a picture and scrolls, down and up: nothing else happens.
async fn scroll_past(page: &Page, css: &str) {
    let before = state(page).await;
    for way in [(3, -240), (-4, 240)] {
        page.element(css).await;
        let place = page.evaluate("scrollY").await;
        page.swipe(css, &[way]).await;
        assert_eq!(state(page).await, before, "{css} {way:?}");
        // A way back is no way sideways, wherever it goes then.
        page.swipe(css, &[way, (80, 0)]).await;
        assert_eq!(state(page).await, before, "{css} {way:?}, then sideways");
        if page.kind == Browser::Chromium {
            assert_ne!(page.evaluate("scrollY").await, place, "{css} {way:?} scrolls the page");
        }
    }
}

#[test]
fn a_thumb_scrolls_past_the_fit_map() {
    with_page(&ask(HARD), phone(), async |page| {
        wait_verdict(page, "later").await;
        page.wait_text("#fit-map-sentence", "2027년 3월 15일").await;
        page.wait_url("from=2027-03-15").await;
        for picture in ["#fit-map-plot", "#fit-map-plot .grip", "#offer-map .map-drawing"] {
            scroll_past(page, picture).await;
        }
    });
}

#[test]
fn a_thumb_scrolls_past_the_pictures_of_time_and_the_node_map() {
    with_page(BUSY, phone(), async |page| {
        page.wait_text("#free-time", "2027년 3월 15일").await;
        page.wait_text("#lanes", "리프 1").await;
        for picture in ["#free-time .plot", "#lanes .plot", "#programme .plot", "#map .map-drawing"]
        {
            scroll_past(page, picture).await;
        }
    });
}

#[test]
fn a_finger_drags_a_picture_sideways_and_then_wherever_it_goes() {
    with_page(&ask(HARD), phone(), async |page| {
        wait_verdict(page, "later").await;
        page.wait_text("#fit-map-sentence", "2027년 3월 15일").await;
        let (from, nodes) = (page.value("#from").await, page.value("#nodes").await);
        page.swipe("#fit-map-plot", &[(60, 0), (0, 60)]).await;
        assert_ne!(page.value("#from").await, from);
        assert_ne!(page.value("#nodes").await, nodes);

        page.goto(BUSY).await;
        for picture in ["#free-time .plot", "#lanes .plot"] {
            page.wait_text("#lanes", "리프 1").await;
            let at = page.value("#at").await;
            page.swipe(picture, &[(-60, 4)]).await;
            assert_ne!(page.value("#at").await, at, "{picture}");
            page.goto(BUSY).await;
        }
    });
}

#[test]
fn a_tap_moves_the_request_and_the_date_and_tells_a_node() {
    with_page(&ask(HARD), phone(), async |page| {
        wait_verdict(page, "later").await;
        page.wait_text("#fit-map-sentence", "2027년 3월 15일").await;
        page.swipe("#fit-map-plot", &[]).await;
        page.wait_until("document.querySelector('#from').value !== '2027-03-15'").await;

        page.goto(BUSY).await;
        page.wait_text("#lanes", "리프 1").await;
        page.swipe("#lanes .plot", &[(2, 3)]).await;
        page.wait_until("document.querySelector('#at').value !== '2027-03-15'").await;
        let node = page
            .script(
                "const drawing = document.querySelector('#map .map-drawing');
                 drawing.scrollIntoView({ block: 'center' });
                 await new Promise((next) => requestAnimationFrame(() => setTimeout(next, 50)));
                 const shape = drawing.querySelector('path.node-assumed').getAttribute('d');
                 const [, x, y] = shape.match(/M(\\d+) (\\d+)/);
                 const at = new DOMPoint(Number(x) + 8, Number(y) + 8)
                     .matrixTransform(drawing.getScreenCTM());
                 return [Math.round(at.x), Math.round(at.y)]",
            )
            .await;
        page.touch(serde_json::from_value(node).expect("a point"), &[]).await;
        page.wait_text("#map-about", "가정한 점유").await;
    });
}

#[test]
fn a_finger_drags_the_time_of_a_plan_and_scrolls_past_it() {
    with_page("/?view=round&lang=en", phone(), async |page| {
        page.click("#example-round").await;
        wait_decided(page).await;
        let plot = "#plan-picture .plot";
        let bars = "document.querySelector('#plan-picture path.given-0').getAttribute('d')";
        let name = "document.querySelector('#plan-picture [role=img]').getAttribute('aria-label')";
        let before = page.evaluate(name).await;
        for way in [(3, -240), (-4, 240)] {
            page.swipe(plot, &[way]).await;
            assert_eq!(page.evaluate(name).await, before, "{way:?}");
        }
        let drawn = page.evaluate(bars).await;
        page.swipe(plot, &[(-80, 4)]).await;
        page.wait_until(&format!("{name} !== {before}")).await;
        assert_ne!(page.evaluate(bars).await, drawn);
        // The end of a drag is no tap.
        assert_eq!(page.count(".round-row[aria-selected=true]").await, 0);
        // What the browser ends is undone.
        let shown = page.evaluate(name).await;
        drag_and_hold(page, plot).await;
        page.wait_until(&format!("{name} !== {shown}")).await;
        page.script("end('pointercancel', 0.8)").await;
        page.wait_until(&format!("{name} === {shown}")).await;
        // The whole plan again, and a tap on a bar of it.
        page.script("document.querySelector('#fit-window').click()").await;
        page.wait_until(&format!("{name} !== {shown}")).await;
        let bar = page
            .script(
                "const bars = document.querySelector('#plan-picture path.given-0');
                 bars.closest('.plot').scrollIntoView({ block: 'center' });
                 await new Promise((next) => requestAnimationFrame(() => setTimeout(next, 50)));
                 const [, x, y] = bars.getAttribute('d').match(/M(\\d+) (\\d+)/);
                 const at = new DOMPoint(Number(x) + 200, Number(y) + 1)
                     .matrixTransform(bars.getScreenCTM());
                 return [Math.round(at.x), Math.round(at.y)]",
            )
            .await;
        page.touch(serde_json::from_value(bar).expect("a point"), &[]).await;
        page.wait_until("document.querySelector('.round-row[aria-selected=true]') !== null").await;
    });
}

/// Drags a finger over a picture by steps and holds it there; `end` sends its last event.
async fn drag_and_hold(page: &Page, css: &str) {
    page.script(&format!(
        "const plot = document.querySelector('{css}');
         const {{ x, y, width, height }} = plot.getBoundingClientRect();
         const event = (kind, part) => plot.dispatchEvent(new PointerEvent(kind, {{
             pointerId: 7, pointerType: 'touch', isPrimary: true, buttons: 1, bubbles: true,
             clientX: x + width * part, clientY: y + height / 2 }}));
         event('pointerdown', 0.5);
         for (const part of [0.6, 0.7, 0.8]) event('pointermove', part);
         globalThis.end = event;"
    ))
    .await;
}

#[test]
fn what_the_browser_ends_is_undone() {
    with_page(&ask(HARD), phone(), async |page| {
        wait_verdict(page, "later").await;
        page.wait_text("#fit-map-sentence", "2027년 3월 15일").await;
        drag_and_hold(page, "#fit-map-plot").await;
        page.wait_until("document.querySelector('#from').value !== '2027-03-15'").await;
        page.script("end('pointercancel', 0.8)").await;
        page.wait_until("document.querySelector('#from').value === '2027-03-15'").await;
        assert_eq!(page.value("#nodes").await, "24");
        page.wait_url("from=2027-03-15").await;

        page.goto(BUSY).await;
        page.wait_text("#free-time", "2027년 3월 15일").await;
        drag_and_hold(page, "#free-time .plot").await;
        page.wait_until("document.querySelector('#at').value !== '2027-03-15'").await;
        page.script("end('pointercancel', 0.8)").await;
        page.wait_until("document.querySelector('#at').value === '2027-03-15'").await;

        let shown = "document.querySelector('#map .map-drawing').getAttribute('viewBox')";
        let whole = page.evaluate(shown).await;
        page.click("#map .map-buttons button").await;
        page.wait_until(&format!("{shown} !== {whole}")).await;
        let enlarged = page.evaluate(shown).await;
        drag_and_hold(page, "#map .map-drawing").await;
        page.wait_until(&format!("{shown} !== {enlarged}")).await;
        page.script("end('pointercancel', 0.8)").await;
        page.wait_until(&format!("{shown} === {enlarged}")).await;
    });
}

#[test]
fn an_enlarged_map_is_moved_sideways_and_lets_the_page_scroll() {
    with_page(BUSY, phone(), async |page| {
        page.wait_text("#map .legend", "가정한 점유").await;
        let shown = "document.querySelector('#map .map-drawing').getAttribute('viewBox')";
        let whole = page.evaluate(shown).await;
        page.click("#map .map-buttons button").await;
        page.click("#map .map-buttons button").await;
        page.wait_until(&format!("{shown} !== '{}'", whole.as_str().expect("a text"))).await;
        scroll_past(page, "#map .map-drawing").await;
        let before = page.evaluate(shown).await;
        page.swipe("#map .map-drawing", &[(-60, 0), (0, -40)]).await;
        assert_ne!(page.evaluate(shown).await, before);
    });
}

#[test]
fn the_wheel_over_a_map_is_the_pages_own() {
    with_page(BUSY, Options::default(), async |page| {
        page.wait_text("#map .legend", "가정한 점유").await;
        let turned = page
            .script(
                "const map = document.querySelector('#map .map-drawing');
                 const before = map.getAttribute('viewBox');
                 const turn = (ctrlKey) => map.dispatchEvent(new WheelEvent('wheel',
                     { ctrlKey, deltaY: -100, bubbles: true, cancelable: true }));
                 const left = [turn(true), turn(false)];
                 await new Promise((next) => requestAnimationFrame(next));
                 return [...left, map.getAttribute('viewBox') === before]",
            )
            .await;
        assert_eq!(turned, json!([true, true, true]), "not prevented, and nothing enlarged");
    });
}

#[test]
fn a_phone_shows_what_there_is() {
    with_page("about:blank", phone(), async |page| {
        for lang in ["ko", "en"] {
            // The maps name their blocks.
            page.goto(&format!("/?lang={lang}")).await;
            page.wait_until("document.querySelectorAll('#map .block-name').length === 5").await;
            let heights = "[...document.querySelectorAll('#map .block-name')]
                .map((name) => name.getBoundingClientRect().height)";
            page.wait_until(&format!("Math.min(...{heights}) >= 10")).await;
            let names = page.script("return [...document.querySelectorAll('#map .block-name')].map((name) => name.textContent)").await;
            assert!(!names.to_string().contains('…'), "{names}");
            // The list of contents fades where it is cut off, and not at its end.
            let list = "document.querySelector('.contents')";
            page.wait_until(&format!("{list}.scrollWidth > {list}.clientWidth")).await;
            let fade = page
                .script(&format!(
                    "const fade = getComputedStyle({list}, '::after');
                     return [fade.position, fade.backgroundImage.startsWith('linear-gradient')]"
                ))
                .await;
            assert_eq!(fade, json!(["sticky", true]));
        }
        // What counts as taken is chosen right below the request, in the order of the document.
        page.goto(&ask("")).await;
        wait_verdict(page, "now").await;
        page.wait_until(
            "(() => {
                 const top = (css) => document.querySelector(css).getBoundingClientRect().top;
                 return top('#request') < top('#by-size') && top('#by-size') < top('#copy-link');
             })()",
        )
        .await;
    });
}
