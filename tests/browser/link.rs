//! The address holds the whole state: copied, reloaded, gone back to, and damaged.
use super::{
    fit::{HELD, ask, ask_published, wait_said, wait_verdict},
    harness::{Options, Page, all, with_page},
};
use serde_json::json;

/// What a reader sees of the state: every text, and what stands in the fields.
async fn seen(page: &Page) -> (Vec<String>, serde_json::Value) {
    page.wait_gone("#shell").await;
    page.wait_text("main h1", "").await;
    page.wait_gone("main > [role=status]").await;
    wait_said(page).await;
    let fields = all("main input, main select");
    let values = format!("{fields}.map((field) => [field.id, field.value, field.checked])");
    (page.texts("aside, main").await, page.evaluate(&values).await)
}

#[test]
fn a_copied_link_gives_the_same_answer() {
    let states = [
        ask(""),
        ask_published(""),
        ask_published("acc=b200&nodes=300&call=rolling-2026&lang=en"),
        ask("acc=b200&nodes=16&max=40&term=45d&until=2027-12-01&place=segments-4&call=25-1"),
        ask(&format!("{HELD}&acc=h200&nodes=33")),
        ask("scenario=busy-year&nodes=64&class=academia&call=rolling-2026&lang=en"),
        ask("nodes=네 대&term=1.5m&from=2027-02-30"),
        ask("hold=naver-h200-b:9-3:2027-01-01:&hold=없는 블록:*4::"),
    ];
    with_page("about:blank", Options::default(), async |page| {
        for state in states {
            page.goto(&state).await;
            let first = seen(page).await;
            // An address stays as it was opened until something changes, so there and back.
            page.click(".tabs a:first-child").await;
            page.element("#blocks").await;
            page.click(".tabs a[href*='view=fit']").await;
            page.click("#copy-link").await;
            page.wait_until("document.querySelector('#kept').innerText !== ''").await;
            let link = page.clipboard().await;
            assert!(link.ends_with(&page.url().await), "{link}");

            page.goto("about:blank").await;
            page.goto(&link).await;
            assert_eq!(seen(page).await, first, "{state}");
        }
    });
}

#[test]
fn what_is_changed_by_hand_is_in_the_copied_link() {
    with_page("/?view=fit", Options::default(), async |page| {
        page.type_into("#nodes", "24").await;
        page.set("#call", "25-1").await;
        page.click("#add-hold").await;
        page.type_into("#hold-0-nodes", "1-20").await;
        wait_verdict(page, "later").await;
        page.wait_text("#layer", "점유 1건").await;
        page.wait_text("#drafts-open", "저장됨").await;
        let first = seen(page).await;
        page.click("#copy-link").await;
        page.wait_text("#kept", "복사했습니다").await;

        let link = page.clipboard().await;
        page.goto("about:blank").await;
        page.goto(&link).await;
        assert_eq!(seen(page).await, first);
    });
}

#[test]
fn the_back_button_leads_from_view_to_view_and_loses_nothing() {
    with_page("/", Options::default(), async |page| {
        page.wait_text("h1", "어떤 자원이").await;
        page.click(".tabs a[href*='view=fit']").await;
        page.wait_text("h1", "들어갈까요").await;
        page.type_into("#nodes", "25").await;
        page.wait_text("#verdict", "25대").await;
        page.back().await;
        page.wait_text("h1", "어떤 자원이").await;
        page.wait_until("location.search.includes('nodes=25')").await;
        page.script("history.forward()").await;
        page.wait_text("#verdict", "25대").await;
        page.back().await;
        page.wait_text("h1", "어떤 자원이").await;
        page.click(".tabs a[href*='view=fit']").await;
        page.wait_text("#verdict", "25대").await;
        assert_eq!(page.value("#nodes").await, "25", "typing is one step, not one for each key");
    });
}

/// A link that somebody cut, retyped or made up, and what the page makes of it.
const DAMAGED: [(&str, &str, &str); 9] = [
    ("/?view=nowhere", "h1", "어떤 자원이"),
    ("/?layer=moon&scenario=calm", "#layer", "공개된 사실"),
    ("/?%%%&=&&view=fit&%E0%A4%A=1", "#verdict", "4대"),
    ("/?view=fit&nodes=%ff%fe", "#verdict", "4대"),
    ("/?view=fit&nodes=<b>4</b>", "#verdict li", "<b>4</b>"),
    ("/?view=fit&call=99-9", "#verdict li", "‘99-9’ 공모는 현황 자료에 없습니다"),
    ("/?view=fit&acc=tpu", "#verdict li", "‘tpu’ 가속기는 현황 자료에 없습니다"),
    (
        "/?view=fit&hold=moon:1-4:2027-01-01:",
        ".hold .wrong",
        "‘moon’ 노드 블록은 현황 자료에 없습니다",
    ),
    (
        "/?view=fit&term=3&from=soon&class=king&place=roof&lang=fr",
        "#verdict li",
        "‘soon’에서 날짜를",
    ),
];

#[test]
fn a_damaged_link_is_survived_and_what_is_wrong_is_said() {
    with_page("about:blank", Options::default(), async |page| {
        for (link, place, text) in DAMAGED {
            page.goto(link).await;
            page.wait_text(place, text).await;
            assert_eq!(page.count("#boot-failure").await, 0, "{link}");
        }
    });
}

#[test]
fn parts_that_could_not_be_read_are_named_at_the_top_until_that_is_closed() {
    let link = "/?view=fit&acc=h200&nodes=8&term=6&class=academia).&lang=en";
    with_page(link, Options::default(), async |page| {
        page.wait_text("#unread", "“term=6”, “class=academia).”").await;
        page.wait_text("#verdict", "8 nodes (64 GPUs)").await;
        page.click("#unread button").await;
        page.wait_until("document.querySelector('#unread').textContent === ''").await;
        let focused = page.evaluate("document.activeElement.id").await;
        assert_eq!(focused, "content", "the button that had it is gone");
        page.goto("/?at=2027-02-30&span=decade&lanes=moon").await;
        page.wait_text("#unread", "at=2027-02-30").await;
        page.wait_text("#unread", "‘lanes=moon’").await;
        page.goto("/?view=fit&utm_source=mail&fbclid=x").await;
        page.wait_text("#verdict", "4대").await;
        assert_eq!(page.text("#unread").await, "");
    });
}

/// What a link of the size view names that is not listed is not sized as something else.
#[test]
fn a_size_of_something_that_is_not_listed_is_not_guessed() {
    let cases = [
        ("model=gpt-2", "#size-model", "‘gpt-2’"),
        ("task=dream", "#size-task", "‘dream’"),
        ("precision=fp4", "#size-precision", "‘fp4’"),
        ("task=gpu_hours&on=tpu", "#size-on", "‘tpu’"),
    ];
    with_page("about:blank", Options::default(), async |page| {
        for (part, field, quoted) in cases {
            page.goto(&format!("/?view=size&{part}")).await;
            page.wait_text(&format!("{field}-about .wrong"), quoted).await;
            let shown = page.value(field).await;
            assert!(quoted.contains(&shown) && !shown.is_empty(), "{shown} in {field}");
            assert_eq!(page.attribute(field, "aria-invalid").await.as_deref(), Some("true"));
        }
        page.set("#size-on", "h200").await;
        page.wait_gone(".wrong").await;
    });
}

#[test]
fn a_link_copied_before_anything_was_typed_has_all_of_the_request() {
    with_page("/?view=fit", Options::default(), async |page| {
        page.wait_text("#verdict", "4대").await;
        page.click("#copy-link").await;
        page.wait_text("#kept", "복사했습니다").await;
        let link = page.clipboard().await;
        let whole =
            "?view=fit&acc=h200,b200&nodes=4&term=3m&from=2026-11-25&place=any&class=industry";
        assert!(link.ends_with(whole), "{link}");
        page.click("#copy-text").await;
        page.wait_until("document.querySelector('#kept').innerText !== ''").await;
        assert!(page.clipboard().await.contains(whole));
        page.wait_until(&format!(
            "document.querySelector('#asked').textContent.includes('{whole}')"
        ))
        .await;
        assert!(page.url().await.ends_with("?view=fit"), "the address stays short");
    });
}

#[test]
fn what_the_file_does_not_have_is_shown_and_can_be_chosen_away() {
    let link = "/?view=fit&layer=size&call=99-9&acc=tpu&hold=moon:1-4:2027-01-01:";
    with_page(link, Options::default(), async |page| {
        page.wait_text("#verdict li", "tpu").await;
        assert_eq!(page.value("#call").await, "99-9");
        assert_eq!(page.value("#hold-0-block").await, "moon");

        page.click("#accelerator-h200").await;
        page.set("#call", "25-1").await;
        page.set("#hold-0-block", "naver-h200-a").await;
        wait_verdict(page, "now").await;
        assert_eq!(page.count(".wrong").await, 0);
    });
}

#[test]
fn more_holds_than_a_link_takes_are_left_out_and_the_limit_is_said() {
    let holds = "&hold=kakao-b200:1:2027-01-01:".repeat(60);
    with_page(&format!("/?view=fit{holds}"), Options::default(), async |page| {
        page.wait_text(".scenario", "점유는 50건까지").await;
        assert_eq!(page.count(".hold").await, 50);
        assert_eq!(
            page.evaluate("document.querySelector('#add-hold').disabled").await,
            json!(true)
        );
        page.wait_text("#layer", "점유 50건").await;
    });
}

#[test]
fn a_link_that_would_lose_something_is_not_copied() {
    // A hold of scattered nodes is long; some dozens of them are more than a link takes.
    let nodes = (1..=60).map(|node| (node * 2).to_string()).collect::<Vec<_>>().join(",");
    let hold = format!("&hold=kakao-b200:{nodes}:2027-01-01:");
    with_page(&format!("/?view=fit{}", hold.repeat(36)), Options::default(), async |page| {
        page.wait_text("#verdict", "대").await;
        page.click("#copy-link").await;
        page.wait_text("#kept", "복사했습니다").await;
        let copied = page.clipboard().await;
        for place in page.count(".hold").await..page.count(".hold").await + 4 {
            page.click("#add-hold").await;
            page.set(&format!("#hold-{place}-nodes"), &nodes).await;
        }
        page.click("#copy-link").await;
        page.wait_text("#kept", "가정한 점유가 많아").await;
        assert_eq!(page.clipboard().await, copied);
    });
}

#[test]
fn a_drag_writes_the_address_seldom_and_a_reload_loses_nothing() {
    with_page("about:blank", Options::default(), async |page| {
        page.before_each_load(
            "const { replaceState } = History.prototype;
             window.written = 0;
             History.prototype.replaceState = function (...values) {
                 window.written += 1;
                 return replaceState.apply(this, values);
             }",
        )
        .await;
        page.goto("/?view=fit&scenario=busy-year").await;
        page.element("#fit-map-plot .mark").await;
        // Loaded again right after a key.
        page.script(
            "const field = document.querySelector('#nodes');
             for (const value of ['7', '71', '9']) {
                 field.value = value;
                 field.dispatchEvent(new Event('input', { bubbles: true }));
             }
             await new Promise(requestAnimationFrame)",
        )
        .await;
        page.reload().await;
        page.wait_until("document.querySelector('#nodes')?.value === '9'").await;

        // A second and a half of a drag, as fast as a screen shows it.
        page.script(
            "const plot = document.querySelector('#fit-map-plot');
             const { x, y, width } = plot.getBoundingClientRect();
             for (let step = 0; step < 90; step += 1) {
                 const at = { clientX: x + width * step / 90, clientY: y + 60, buttons: 1, bubbles: true };
                 plot.dispatchEvent(new PointerEvent('pointermove', at));
                 await new Promise(requestAnimationFrame);
             }",
        )
        .await;
        let dragged = page.value("#from").await;
        page.wait_url(&format!("from={dragged}")).await;
        // Twelve at once, then one in each rest of 400 ms, however long a machine takes for the frames.
        let counts =
            page.evaluate("[window.written, 12 + Math.ceil(performance.now() / 400)]").await;
        let [written, most]: [u64; 2] = serde_json::from_value(counts).expect("two counts");
        assert!((2..=most).contains(&written), "written {written} times, {most} at most");
    });
}
