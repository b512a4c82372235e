//! How the capacity file comes, and comes again: what a reader sees of every fault on the way.
use super::{
    fit::wait_verdict,
    harness::{Browser, Fault, Options, Page, with_page},
};
use serde_json::json;
use std::time::Duration;

const DATA: &str = "/capacity.json";
const CONFIG: &str = "/config.json";
/// Pauses of a second and more are a twentieth: a look every 30 seconds is one every 1.5.
const SOON: &str = "const set = window.setTimeout;
    window.setTimeout = (act, pause = 0) => set(act, pause < 1000 ? pause : pause / 20);";
/// The seconds of a request are a tenth, and the pauses as above.
const IMPATIENT: &str = "const [set, tick] = [window.setTimeout, window.setInterval];
    window.setTimeout = (act, pause = 0) => set(act, pause < 1000 ? pause : pause / 20);
    window.setInterval = (act, pause) => tick(act, pause / 10);";
const OFTEN: &str = r#"{ "refresh_seconds": 30, "apply_url": "https://aiinfrahub.kr" }"#;
/// What browsers themselves say of a request that failed, and of a server that goes before the
/// service worker came.
const FAILED: &[&str] =
    &["capacity.json", "config.json", "favicon", "fetching the script", "/sw.js"];

/// A block of 64 nodes, and a hold of some of them, so often where one is asked for.
fn file(as_of: &str, holds: &[(&str, &str, &str)]) -> String {
    let holds = holds.iter().map(|(nodes, until, label)| {
        json!({ "block": "hall-a", "nodes": nodes, "from": "2026-11-01", "until": until, "label": label })
    });
    json!({ "schema": 1, "as_of": as_of, "availability": "complete",
        "accelerators": [{ "id": "h200", "name": "H200" }],
        "blocks": [{ "id": "hall-a", "name": "Hall A", "accelerator": "h200", "nodes": 64 }],
        "holds": holds.collect::<Vec<_>>() })
    .to_string()
}

/// A file of today.
fn free() -> String {
    file("2026-11-24", &[])
}

fn instead(text: impl Into<String>) -> Fault {
    Fault::Instead(text.into())
}

fn with(data: Fault) -> Options {
    Options { faults: vec![(DATA, data)], before: SOON, expected: FAILED, ..Options::default() }
}

/// A page that looks for a newer file every 1.5 seconds.
fn refreshing(data: Fault) -> Options {
    let faults = vec![(DATA, data), (CONFIG, instead(OFTEN))];
    Options { faults, before: SOON, expected: FAILED, ..Options::default() }
}

async fn wait_feed(page: &Page, state: &str) {
    page.element(&format!("#feed[data-feed={state}]")).await;
}

async fn wait_panel(page: &Page, title: &str, reason: &str) {
    page.wait_text("[role=alert] h1", title).await;
    page.wait_text("[role=alert] pre", reason).await;
    // The way to the real thing stays in sight.
    page.wait_text(".notice a", "aiinfrahub.kr").await;
}

/// So many looks at a file later.
async fn wait_answers(page: &Page, path: &str, more: usize) {
    let before = page.site.faults.answers(path).len();
    while page.site.faults.answers(path).len() < before + more {
        page.evaluate("new Promise((next) => requestAnimationFrame(next))").await;
    }
}

#[test]
fn a_file_of_today_is_fresh_and_nothing_needs_to_be_told() {
    with_page("/", with(instead(free())), async |page| {
        wait_feed(page, "fresh").await;
        page.wait_text("#map .legend", "비어 있음 64").await;
        assert_eq!(page.text("#feed").await, "");
        assert_eq!(page.attribute("#feed", "role").await.as_deref(), Some("status"));
        assert_eq!(page.count("#file-problems").await, 0);
    });
}

#[test]
fn a_large_file_tells_how_much_of_it_has_come() {
    let large = [free(), " ".repeat(9_000_000)].concat();
    let drip = Fault::Drip(large, 30, Duration::from_millis(100));
    with_page("/", with(drip), async |page| {
        wait_feed(page, "loading").await;
        page.wait_text("#feed", "/ 9 MB").await;
        page.wait_text("main", "현황 자료를 불러오는 중").await;
        wait_feed(page, "fresh").await;
        page.wait_text("#map .legend", "비어 있음 64").await;
        assert_eq!(page.text("#feed").await, "");
    });
}

#[test]
fn a_server_in_trouble_is_asked_again_until_it_is_well() {
    for (status, reason) in [(500, "HTTP 500"), (503, "HTTP 503"), (429, "HTTP 429")] {
        with_page("/", with(Fault::Status(status)), async |page| {
            wait_panel(page, "현황 자료를 불러오지 못했습니다", reason).await;
            page.wait_text("[role=alert] pre", "자동으로 다시 확인합니다").await;
            wait_answers(page, DATA, 2).await;
            page.site.faults.set(DATA, Some(instead(free())));
            page.wait_text("#map .legend", "비어 있음 64").await;
            wait_feed(page, "fresh").await;
        });
    }
}

#[test]
fn a_missing_file_is_asked_for_again_by_the_reader_alone() {
    with_page("/", with(Fault::Status(404)), async |page| {
        wait_panel(page, "현황 자료를 불러오지 못했습니다", "HTTP 404").await;
        assert!(!page.text("[role=alert]").await.contains("자동으로"));
        page.evaluate("new Promise((next) => setTimeout(next, 900))").await;
        assert_eq!(page.site.faults.answers(DATA), [404]);
        page.site.faults.set(DATA, Some(instead(free())));
        page.click("[role=alert] button").await;
        page.wait_text("#map .legend", "비어 있음 64").await;
    });
}

#[test]
fn a_file_that_breaks_off_is_told_and_comes_whole_later() {
    let cut = Fault::CutAfter(r#"{ "schema": 1, "blocks": ["#, 5_000);
    with_page("/", with(cut), async |page| {
        wait_panel(page, "현황 자료를 불러오지 못했습니다", "서버에 연결할 수 없습니다").await;
        page.site.faults.set(DATA, Some(instead(free())));
        page.wait_text("#map .legend", "비어 있음 64").await;
    });
}

#[test]
fn what_is_no_json_is_told_as_such_and_not_asked_for_again() {
    let others = [
        Fault::Redirect("/index.html"),
        Fault::OfKind("text/html; charset=utf-8", "{}"),
        Fault::OfKind("application/json", "<!DOCTYPE html><title>Sign in</title>"),
        Fault::OfKind("image/png", "\u{89}PNG"),
        Fault::OfKind("application/json", ""),
    ];
    for other in others {
        with_page("/", with(other), async |page| {
            wait_panel(page, "현황 자료를 읽을 수 없습니다", "JSON 파일이 아닌 것이 왔습니다")
                .await;
            assert!(!page.text("[role=alert]").await.contains("자동으로"));
            assert!(page.count("[role=alert] script, [role=alert] title").await == 0);
            page.click("#language").await;
            wait_panel(page, "The capacity file cannot be read", "perhaps a login").await;
        });
    }
}

#[test]
fn a_file_of_another_kind_of_text_is_read_all_the_same() {
    let text: &'static str = free().leak();
    with_page("/", with(Fault::OfKind("text/plain", text)), async |page| {
        page.wait_text("#map .legend", "비어 있음 64").await;
    });
}

#[test]
fn a_server_that_hangs_is_given_up_after_a_while() {
    let hangs = [Fault::Hang, Fault::HangAfter(r#"{ "schema": 1,"#, 5_000)];
    for hang in hangs {
        let options = Options { before: IMPATIENT, ..with(hang) };
        with_page("/", options, async |page| {
            wait_feed(page, "loading").await;
            wait_panel(page, "현황 자료를 불러오지 못했습니다", "제때 답하지 않습니다").await;
            page.site.faults.set(DATA, Some(instead(free())));
            page.wait_text("#map .legend", "비어 있음 64").await;
        });
    }
}

#[test]
fn a_file_that_comes_slowly_but_steadily_is_waited_for() {
    // Three seconds, of which none without a byte: twice as long as silence may last.
    let drip = Fault::Drip(free(), 30, Duration::from_millis(100));
    with_page("/", Options { before: IMPATIENT, ..with(drip) }, async |page| {
        page.wait_text("#map .legend", "비어 있음 64").await;
        assert_eq!(page.site.faults.answers(DATA).len(), 1);
    });
}

#[test]
fn a_file_that_never_ends_is_given_up_in_the_end() {
    // The time for all of it is 180 seconds, of which each is a sixtieth here.
    let hurried = "const tick = window.setInterval;
        window.setInterval = (act, pause) => tick(act, pause / 60);";
    let endless = Fault::Drip(
        [&free(), " ".repeat(4_000).as_str()].concat(),
        4_000,
        Duration::from_millis(50),
    );
    with_page("/", Options { before: hurried, ..with(endless) }, async |page| {
        wait_panel(page, "현황 자료를 불러오지 못했습니다", "제때 답하지 않습니다").await;
    });
}

#[test]
fn two_gigabytes_are_refused_before_they_fill_the_memory() {
    const ALL: usize = 2_000_000_000;
    let flood = |beginning, byte, is_told| Fault::Flood { beginning, byte, bytes: ALL, is_told };
    let floods = [
        // Its length alone is enough, or its first bytes; what was sent by then lies in the buffers
        // on the way, which run ahead of the page's own limit too.
        (flood("{", b' ', true), "한도(134 MB)", 200_000_000),
        (flood("\0", 0, false), "JSON 파일이 아닌", 200_000_000),
        (flood(" ", b' ', false), "JSON 파일이 아닌", 200_000_000),
        (flood(r#"{ "title": ""#, b'a', false), "한도(134 MB)", 600_000_000),
    ];
    for (flood, reason, most) in floods {
        with_page("/", with(flood), async |page| {
            wait_panel(page, "현황 자료를 읽을 수 없습니다", reason).await;
            let sent = page.site.faults.flooded();
            // WebKit's network process does not wait for the page: what has come by then depends on
            // how fast that reads.
            let most = if page.kind == Browser::WebKit { ALL } else { most };
            assert!(sent < most, "{sent} bytes were sent: {reason}");
        });
    }
}

#[test]
fn a_newer_file_tells_what_was_what_is_and_because_of_what() {
    let address = "/?view=fit&nodes=60&term=1m&from=2026-12-01";
    with_page(address, refreshing(instead(free())), async |page| {
        wait_verdict(page, "now").await;
        page.type_into("#nodes", "5").await;
        page.press("6").await;
        page.wait_text("#verdict", "노드 56대").await;
        page.script("document.querySelector('#nodes').id += ''; window.field = document.querySelector('#nodes'); scrollTo(0, 40)").await;
        let held = file("2026-11-24T01:00:00Z", &[("1-32", "2027-03-01", "Repair")]);
        page.site.faults.set(DATA, Some(instead(held)));
        page.wait_text("#feed", "새 자료(2026년 11월 24일 10시)로 바꾸었습니다").await;
        page.wait_text("#feed", "전: Hall A, 2026년 12월 1일부터 노드 56대").await;
        page.wait_text("#feed", "지금: Hall A, 2027년 3월 1일부터 노드 56대").await;
        page.wait_text("#feed", "새로 생긴 점유 때문입니다: Repair(노드 32대, GPU 256장)").await;
        wait_verdict(page, "later").await;
        wait_feed(page, "fresh").await;
        // What was typed, the view, the focus and the place on the page are as they were.
        assert_eq!(page.value("#nodes").await, "56");
        assert_eq!(page.focus().await, "nodes");
        let kept = "[window.field === document.querySelector('#nodes'), scrollY]";
        assert_eq!(page.evaluate(kept).await, json!([true, 40]));
        page.press("0").await;
        page.wait_text("#verdict", "노드 560대").await;
        page.type_into("#nodes", "56").await;

        page.click("#language").await;
        page.wait_text("#feed", "Because of what was added: Repair (32 nodes, 256 GPUs).").await;
        page.site.faults.set(DATA, Some(instead(free())));
        page.wait_text("#feed", "Now: Hall A, 56 nodes (448 GPUs) from 1 Dec 2026").await;
        page.wait_text("#feed", "Because of what is gone: Repair (32 nodes, 256 GPUs).").await;
        page.click("#feed-close").await;
        page.wait_until("document.querySelector('#feed').innerText === ''").await;
    });
}

#[test]
fn a_newer_file_with_another_block_is_shown_and_the_focus_comes_back() {
    with_page("/", refreshing(instead(free())), async |page| {
        page.wait_text("#map .legend", "비어 있음 64").await;
        page.script("document.querySelector('#at').focus()").await;
        let newer = free().replace(r#""nodes":64"#, r#""nodes":32"#);
        page.site.faults.set(DATA, Some(instead(newer)));
        page.wait_text("#map .legend", "비어 있음 32").await;
        page.wait_text("#feed", "새 자료(2026년 11월 24일)로 바꾸었습니다.").await;
        page.wait_until("document.activeElement.id === 'at'").await;
        assert!(!page.text("#feed").await.contains("가장 좋은 자리"), "nothing was asked here");
    });
}

#[test]
fn the_same_file_changes_nothing_and_is_not_even_sent_again() {
    // Published facts that nobody looked through for a while would be told.
    let often = r#"{ "refresh_seconds": 30, "review_after_days": 0 }"#;
    let options =
        Options { faults: vec![(CONFIG, instead(often))], before: SOON, ..Options::default() };
    with_page("/", options, async |page| {
        page.element("#map").await;
        page.script("document.querySelector('#map').dataset.mark = 'same'").await;
        wait_answers(page, DATA, 2).await;
        let answers = page.site.faults.answers(DATA);
        assert_eq!(answers[0], 200);
        assert!(answers[1..].iter().all(|status| *status == 304), "{answers:?}");
        assert_eq!(page.count("#map[data-mark=same]").await, 1);
        assert_eq!(page.text("#feed").await, "");
    });
}

#[test]
fn a_newer_file_that_cannot_be_read_leaves_the_last_good_one() {
    let broken = [
        (instead(r#"{ "schema": 1, "blocks": [ "#), "JSON이 1행"),
        (instead(r#"{ "schema": 7 }"#), "모르는 형식 버전"),
        (Fault::Redirect("/index.html"), "JSON 파일이 아닌 것이 왔습니다"),
    ];
    with_page("/", refreshing(instead(free())), async |page| {
        page.wait_text("#map .legend", "비어 있음 64").await;
        for (fault, reason) in broken {
            page.site.faults.set(DATA, Some(fault));
            wait_feed(page, "refused").await;
            page.wait_text("#feed", "새 자료를 읽을 수 없어 앞의 자료를 그대로").await;
            page.wait_text("#feed", reason).await;
            page.wait_text("#map .legend", "비어 있음 64").await;
        }
        page.site.faults.set(DATA, Some(instead(free())));
        wait_feed(page, "fresh").await;
        assert_eq!(page.text("#feed").await, "");
    });
}

#[test]
fn a_server_that_goes_is_told_with_the_time_and_comes_back() {
    let address = "/?view=fit&nodes=60&term=1m&from=2026-12-01";
    with_page(address, refreshing(instead(free())), async |page| {
        wait_verdict(page, "now").await;
        page.site.stop();
        wait_feed(page, "offline").await;
        page.wait_text("#feed", "2026년 11월 24일 12:00부터 새 자료를 확인하지 못했습니다.").await;
        page.wait_text("#feed", "서버에 연결할 수 없습니다.").await;
        page.wait_text("#feed", "자동으로 다시 확인합니다.").await;
        // The answer goes on, of what is known.
        page.type_into("#nodes", "48").await;
        page.wait_text("#verdict", "노드 48대").await;
        page.script("document.querySelector('#feed-try').focus()").await;
        page.press(thirtyfour::Key::Enter).await;
        wait_feed(page, "offline").await;
        assert_eq!(page.focus().await, "feed-try");
        page.site.start_again();
        // It may have come back by itself, and the button gone.
        page.script("document.querySelector('#feed-try').click()").await;
        wait_feed(page, "fresh").await;
        assert_eq!(page.text("#feed").await, "");
        assert_eq!(page.value("#nodes").await, "48");
    });
}

#[test]
fn a_server_that_goes_while_the_file_comes_is_told_and_comes_back() {
    let drip = Fault::Drip(free(), 100, Duration::from_millis(100));
    with_page("/", with(drip), async |page| {
        wait_feed(page, "loading").await;
        page.site.stop();
        wait_panel(page, "현황 자료를 불러오지 못했습니다", "서버에 연결할 수 없습니다").await;
        page.site.faults.set(DATA, Some(instead(free())));
        page.site.start_again();
        page.wait_text("#map .legend", "비어 있음 64").await;
    });
}

#[test]
fn the_network_that_is_back_is_tried_at_once() {
    let slow = "const set = window.setTimeout;
        window.setTimeout = (act, pause = 0) => set(act, pause < 400 ? pause : 3_600_000);";
    let options = Options { before: slow, ..with(Fault::Status(500)) };
    with_page("/", options, async |page| {
        wait_panel(page, "현황 자료를 불러오지 못했습니다", "HTTP 500").await;
        page.site.faults.set(DATA, Some(instead(free())));
        page.script("dispatchEvent(new Event('online'))").await;
        page.wait_text("#map .legend", "비어 있음 64").await;
    });
}

#[test]
fn a_page_that_nobody_sees_waits_until_it_is_seen() {
    with_page("/", refreshing(instead(free())), async |page| {
        page.wait_text("#map .legend", "비어 있음 64").await;
        page.script(
            "window.away = true;
             Object.defineProperty(document, 'hidden', { get: () => window.away })",
        )
        .await;
        let looks = page.site.faults.answers(DATA).len();
        page.evaluate("new Promise((next) => setTimeout(next, 50_000))").await;
        // It was a twentieth of that, and one may have been on its way.
        assert!(page.site.faults.answers(DATA).len() <= looks + 1);
        page.site.faults.set(DATA, Some(instead(free().replace("64", "32"))));
        page.script(
            "window.away = false;
             document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))",
        )
        .await;
        page.wait_text("#map .legend", "비어 있음 32").await;
    });
}

/// A first visit, after which the copy is kept.
async fn visit_and_keep(page: &Page) {
    page.wait_text("#map .legend", "비어 있음 64").await;
    page.wait_until("(await caches.match('capacity.json')) !== undefined").await;
}

#[test]
fn without_the_server_the_last_good_copy_is_shown_with_its_time() {
    with_page("/", with(instead(free())), async |page| {
        visit_and_keep(page).await;
        for fault in [Fault::Status(500), Fault::Status(404), Fault::CutAfter("{", 99)] {
            page.site.faults.set(DATA, Some(fault));
            page.reload().await;
            wait_feed(page, "offline").await;
            page.wait_text("#map .legend", "비어 있음 64").await;
            page.wait_text("#feed", "2026년 11월 24일 12:00에 받아 둔 사본을 보여 줍니다.").await;
        }
        page.site.faults.set(DATA, Some(Fault::Redirect("/index.html")));
        page.reload().await;
        wait_feed(page, "refused").await;
        page.wait_text("#feed", "받아 둔 사본").await;
        page.site.faults.set(DATA, Some(instead(free())));
        page.click("#feed-try").await;
        wait_feed(page, "fresh").await;
        assert_eq!(page.text("#feed").await, "");
    });
}

#[test]
fn a_copy_that_is_broken_is_no_copy() {
    with_page("/", with(instead(free())), async |page| {
        visit_and_keep(page).await;
        page.site.faults.set(DATA, Some(Fault::Status(500)));
        let broken = [
            "new Response('{ \"schema\": 1, \"blo', { headers: { 'x-kept-at': '29000000' } })",
            "new Response('', { headers: { 'x-kept-at': '29000000' } })",
            "new Response('{ \"schema\": 1 }', { headers: { 'x-kept-at': 'yesterday' } })",
            "new Response('{ \"schema\": 1 }')",
        ];
        for response in broken {
            page.script(&format!(
                "const cache = await caches.open('jari-capacity');
                 await cache.put('capacity.json', {response})"
            ))
            .await;
            page.reload().await;
            wait_panel(page, "현황 자료를 불러오지 못했습니다", "HTTP 500").await;
        }
    });
}

#[test]
fn a_store_that_is_absent_forbidden_or_full_is_done_without() {
    let stores = [
        "Object.defineProperty(window, 'caches', { value: undefined });",
        "Object.defineProperty(window, 'caches',
             { get() { throw new DOMException('no', 'SecurityError'); } });",
        // Firefox has none on the blank page before.
        "if (self.CacheStorage) CacheStorage.prototype.open = () => Promise.reject(new DOMException('no', 'SecurityError'));",
        "if (self.Cache) Cache.prototype.put = () => Promise.reject(new DOMException('full', 'QuotaExceededError'));",
    ];
    for store in stores {
        let before = [SOON, store].concat().leak();
        with_page("/", Options { before, ..with(instead(free())) }, async |page| {
            page.wait_text("#map .legend", "비어 있음 64").await;
            page.site.faults.set(DATA, Some(Fault::Status(404)));
            page.reload().await;
            wait_panel(page, "현황 자료를 불러오지 못했습니다", "HTTP 404").await;
        });
    }
}

#[test]
fn a_clock_that_is_years_off_is_told_and_nothing_breaks() {
    let clocks = [
        ("2019-11-24", "자료의 날짜(2026년 11월 24일)가 오늘보다 뒤입니다"),
        ("1970-01-01", "이 기기의 날짜가 틀렸습니다"),
        ("2034-11-24", "2026년 11월 24일 기준 자료(2,922일 전)라 지금과 다를 수 있습니다"),
        ("+200000-01-01", "지금과 다를 수 있습니다"),
    ];
    for (clock, told) in clocks {
        with_page("/", with(instead(free())), async |page| {
            page.before_each_load(&format!("Date.now = () => Date.parse('{clock}')")).await;
            page.reload().await;
            wait_feed(page, "stale").await;
            page.wait_text("#feed", told).await;
            page.wait_text("#map .legend", "64").await;
            page.click(".tabs a[href*='view=fit']").await;
            page.element("#verdict .verdict").await;
        });
    }
}

#[test]
fn a_file_is_old_by_the_hours_of_the_settings_and_only_where_it_is_complete() {
    let of = |as_of: &str, config: &str| {
        let faults = vec![(DATA, instead(file(as_of, &[]))), (CONFIG, instead(config))];
        Options { faults, ..Options::default() }
    };
    // It is noon of 24 November in Korea.
    let cases = [
        ("2026-11-22T11:00:00+09:00", "{}", "stale"),
        ("2026-11-22T12:00:00+09:00", "{}", "fresh"),
        ("2026-11-24T08:00:00+09:00", r#"{ "stale_after_hours": 3 }"#, "stale"),
        ("2020-01-01", r#"{ "stale_after_hours": 0 }"#, "fresh"),
    ];
    for (as_of, config, state) in cases {
        with_page("/", of(as_of, config), async |page| wait_feed(page, state).await);
    }
    // What is published to exist is as old as it is.
    let nominal = file("2020-01-01", &[]).replace("complete", "nominal");
    let faults = vec![(DATA, instead(nominal)), (CONFIG, instead("{}"))];
    let options = Options { faults, ..Options::default() };
    with_page("/", options, async |page| wait_feed(page, "fresh").await);
}

#[test]
fn published_facts_are_to_be_looked_through_again_after_the_days_of_the_settings() {
    let cases = [
        ("2026-10-25T11:00:00+09:00", "{}", "stale"),
        ("2026-10-25T12:00:00+09:00", "{}", "fresh"),
        ("2026-11-20", r#"{ "review_after_days": 4 }"#, "stale"),
        ("2020-01-01", r#"{ "review_after_days": 0 }"#, "fresh"),
        // The hours are those of files with every hold in them.
        ("2026-11-20", r#"{ "stale_after_hours": 1 }"#, "fresh"),
    ];
    for (as_of, config, state) in cases {
        let published = file(as_of, &[]).replace("complete", "published");
        let faults = vec![(DATA, instead(published)), (CONFIG, instead(config))];
        let options = Options { faults, ..Options::default() };
        with_page("/", options, async |page| wait_feed(page, state).await);
    }
    with_page("/", Options::default(), async |page| {
        wait_feed(page, "stale").await;
        page.wait_text("#feed", "2026년 10월 11일까지(44일 전) 확인한 자료입니다").await;
        page.click("#language").await;
        page.wait_text("#feed", "last checked on 11 Oct 2026, 44 days ago").await;
    });
}

#[test]
fn the_settings_may_name_another_file() {
    let own = free().replace("64", "48");
    let faults = vec![
        (DATA, Fault::Hang),
        (CONFIG, instead(r#"{ "capacity_url": "data/own.json" }"#)),
        ("/data/own.json", instead(own)),
    ];
    with_page("/", Options { faults, ..Options::default() }, async |page| {
        page.wait_text("#map .legend", "비어 있음 48").await;
        assert_eq!(page.site.faults.answers("/data/own.json"), [200]);
        // Offline, the address of the last visit is known as well.
        page.wait_until("(await caches.match('data/own.json')) !== undefined").await;
        page.wait_until("(await caches.match('config.json')) !== undefined").await;
    });
}

#[test]
fn settings_that_are_missing_or_broken_do_not_stop_the_page() {
    let cases = [
        (
            Fault::Status(404),
            "config.json: 설정 파일을 받지 못해 기본값을 씁니다. 서버가 오류로 답했습니다(HTTP 404)",
        ),
        (
            Fault::Redirect("/index.html"),
            "config.json: 설정 파일을 받지 못해 기본값을 씁니다. JSON 파일이 아닌",
        ),
        (Fault::Hang, "config.json: 설정 파일을 받지 못해 기본값을 씁니다. 서버가 제때"),
        (instead("{"), "config.json: $: JSON이"),
        (instead(r#"{ "capacity_url": "//evil.example/a.json" }"#), "config.json: $.capacity_url"),
        (instead(r#"{ "capacity_url": "javascript:alert(1)" }"#), "config.json: $.capacity_url"),
        (instead(r#"{ "refresh_seconds": 1 }"#), "config.json: $.refresh_seconds"),
    ];
    for (fault, told) in cases {
        let faults = vec![(DATA, instead(free())), (CONFIG, fault)];
        let options = Options { faults, before: IMPATIENT, expected: FAILED, ..Options::default() };
        with_page("/", options, async |page| {
            page.wait_text("#map .legend", "비어 있음 64").await;
            page.click("#file-problems summary").await;
            page.wait_text("#file-problems li", told).await;
            wait_feed(page, "fresh").await;
        });
    }
}

#[test]
fn a_sentence_that_stays_is_not_read_out_again_with_one_that_comes() {
    let old = || file("2026-11-20", &[]);
    with_page("/", refreshing(instead(old())), async |page| {
        page.wait_text("#feed", "2026년 11월 20일 기준 자료(4일 전)").await;
        assert_eq!(page.attribute("#feed", "aria-atomic").await.as_deref(), Some("false"));
        page.script("document.querySelector('#feed p span').dataset.mark = 'same'").await;
        page.site.faults.set(DATA, Some(instead(old().replace("64", "32"))));
        page.wait_text("#feed", "새 자료(2026년 11월 20일)로 바꾸었습니다").await;
        page.wait_text("#feed [data-mark=same]", "2026년 11월 20일 기준 자료(4일 전)").await;
    });
}

/// The way to the fit view.
const FIT: &str = ".tabs a[href*='view=fit']";
/// Notifications as a browser has them whose reader allows them, and what was shown.
const NOTIFIED: &str = "window.asked = 0; window.shown = [];
    window.Notification = class {
        static permission = 'default';
        static async requestPermission() { asked += 1; return this.permission = 'granted' }
        constructor(title) { shown.push(title) }
    };
    const [set] = [window.setTimeout];
    window.setTimeout = (act, pause = 0) => set(act, pause < 1000 ? pause : pause / 20);";

/// As on phones: allowed, and yet none is shown.
const MUTE: &str = "window.Notification = class {
        static permission = 'default';
        static async requestPermission() { return this.permission = 'granted' }
        constructor() { throw new TypeError('Illegal constructor') }
    };";

#[test]
fn nobody_is_promised_a_notification_where_the_browser_shows_none() {
    let options = Options { before: MUTE, ..refreshing(instead(free())) };
    with_page("/?view=fit", options, async |page| {
        page.click("#drafts-open").await;
        page.click("#notify").await;
        page.wait_text("#notify-told", "알림을 띄우지 않습니다").await;
        assert_eq!(page.evaluate("localStorage.getItem('jari.notify')").await, json!(null));
    });
}

#[test]
fn drafts_are_asked_again_at_a_newer_file_and_what_changed_is_told() {
    let taken = |until| file("2026-11-24", &[("1-64", until, "Repair")]);
    let options = Options { before: NOTIFIED, ..refreshing(instead(free())) };
    with_page("/", options, async |page| {
        let drafts = json!({ "version": 1, "next": 2, "drafts": [
            { "id": 1, "name": "봄 공모", "query": "nodes=64&term=1m&from=2026-12-01" } ] });
        page.script(&format!("localStorage.setItem('jari.drafts', {})", json!(drafts.to_string())))
            .await;
        page.reload().await;
        let asked = "(localStorage.getItem('jari.answers') ?? '').includes('\"id\": 1')";
        page.wait_until(asked).await;
        assert_eq!(page.text(FIT).await, "맞춰보기", "nothing changed");
        assert_eq!(page.evaluate("asked").await, 0, "nobody is asked for a permission");

        page.site.faults.set(DATA, Some(instead(taken("2027-02-01"))));
        page.wait_text(FIT, "맞춰보기 (바뀐 답 1건)").await;
        page.click(FIT).await;
        page.wait_text("#drafts-changed", "봄 공모").await;
        page.wait_text("#drafts-changed", "2027년 2월 1일부터").await;
        page.wait_text("#drafts-changed", "Repair").await;
        assert_eq!(page.evaluate("shown.length").await, 0, "nobody asked for a notification");
        page.click("#changed-1").await;
        page.wait_until("document.querySelector('#nodes').value === '64'").await;
        page.click("#changed-seen").await;
        page.wait_until(&format!("document.querySelector(\"{FIT}\").innerText === '맞춰보기'"))
            .await;
        assert_eq!(page.text("#drafts-changed").await, "");

        page.click("#drafts-open").await;
        page.click("#notify").await;
        page.wait_text("#notify-told", "바뀌면 알려 드립니다").await;
        assert_eq!(page.evaluate("asked").await, 1);
        assert_eq!(page.evaluate("shown").await, json!(["바뀌면 알려 드립니다."]), "it shows some");
        page.site.faults.set(DATA, Some(instead(taken("2027-03-01"))));
        page.wait_until("shown.length === 2").await;
        let shown = page.evaluate("shown[1]").await.to_string();
        assert!(shown.contains("봄 공모"), "{shown}");

        // A file that came while nobody looked is told as well.
        page.click("#changed-seen").await;
        page.goto("about:blank").await;
        page.site.faults.set(DATA, Some(instead(taken("2027-04-01"))));
        page.goto("/").await;
        page.wait_text(FIT, "바뀐 답 1건").await;
        // It stays until it was looked at, over a reload, too.
        page.reload().await;
        page.wait_text(FIT, "바뀐 답 1건").await;
    });
}
