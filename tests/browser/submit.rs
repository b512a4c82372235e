//! An application is submitted: sent once, and never lost sight of, whatever the server does.
use super::{
    fit::{ask, wait_verdict},
    harness::{Application, Fault, Options, Page, Reply, with_page},
};
use serde_json::{Value, json};
use std::time::Duration;
use thirtyfour::Key;

const CONFIG: &str = "/config.json";
const REQUEST: &str = "call=25-1&acc=h200&nodes=8";
const STORE: &str = "jari.submission";
const TOLD: &str = "#submit-told";
/// What browsers themselves say of a request that failed.
const FAILED: &[&str] = &["/apply"];
/// The seconds of a request are a tenth.
const IMPATIENT: &str = "const tick = window.setInterval;
    window.setInterval = (act, pause) => tick(act, pause / 10);";
/// A browser that gives no random bytes, until `isGiven` is set.
const WITHOUT_CHANCE: &str = "const give = crypto.getRandomValues.bind(crypto);
    Crypto.prototype.getRandomValues = (into) => {
        if (!window.isGiven) throw new Error('none');
        return give(into);
    };";
/// The same application that was sent, or perhaps was.
const SAFE: &str = "다시 시도해도 같은 신청으로 보므로 두 번 접수되지 않습니다";

/// A site that takes applications.
pub fn taking() -> Options {
    let faults = vec![(CONFIG, Fault::Instead(r#"{ "submit_url": "apply" }"#.into()))];
    Options { faults, expected: FAILED, ..Options::default() }
}

/// Waits until the card stands like that.
pub async fn wait_stage(page: &Page, stage: &str) {
    page.element(&format!("{TOLD}[data-stage={stage}]")).await;
}

/// Opens a request, and presses the button as soon as it can be.
pub async fn submit(page: &Page, reply: Reply) {
    page.site.applications.set(reply);
    page.element("#answer:not([aria-busy]) .verdict").await;
    wait_stage(page, "ready").await;
    page.click("#submit").await;
}

fn check(options: Options, test: impl AsyncFnOnce(&Page)) {
    with_page(&ask(REQUEST), options, test);
}

fn came(page: &Page) -> Vec<Application> {
    page.site.applications.came()
}

/// Tries again, until the application is there: the same one, stored once.
async fn arrives_once(page: &Page) {
    page.wait_text(TOLD, SAFE).await;
    page.wait_text("#submit", "다시 시도").await;
    page.site.applications.set(Reply::Take);
    page.click("#submit").await;
    wait_stage(page, "sent").await;
    page.wait_text(TOLD, "접수 번호: A-1").await;
    let (came, stored) = (came(page), page.site.applications.stored());
    assert_eq!(stored.len(), 1, "it is stored once");
    assert!(came.len() > 1 && came.iter().all(|one| *one == stored[0]), "{came:?}");
}

#[test]
fn an_application_is_sent_as_it_is_downloaded_and_has_a_receipt() {
    for (lang, words) in [
        (
            "ko",
            ["아직 제출하지 않았습니다", "신청이 접수되었습니다", "접수 번호: A-1", "앞서 제출한"],
        ),
        (
            "en",
            ["has not been submitted yet", "has been received", "Receipt: A-1", "last application"],
        ),
    ] {
        with_page(&ask(&format!("{REQUEST}&lang={lang}")), taking(), async |page| {
            wait_stage(page, "ready").await;
            page.wait_text(TOLD, words[0]).await;
            let host = page.evaluate("location.host").await;
            page.wait_text("#submission", host.as_str().expect("a text")).await;
            // What the browser would save.
            page.script(
                "URL.createObjectURL = (blob) => { blob.text().then((text) => { globalThis.saved = text; });
                     return '#'; };",
            )
            .await;
            page.click("#download-json").await;
            page.wait_until("'saved' in globalThis").await;
            let saved = page.evaluate("saved").await;

            submit(page, Reply::TakeWith(201, "https://apply.example.org/a/1")).await;
            wait_stage(page, "sent").await;
            page.wait_text(TOLD, words[1]).await;
            page.wait_text(TOLD, words[2]).await;
            assert_eq!(page.focus().await, "submit");
            assert_eq!(page.attribute(TOLD, "role").await.as_deref(), Some("status"));
            assert_eq!(page.attribute("#submit", "aria-disabled").await.as_deref(), Some("true"));
            let link = format!("{TOLD} a[href='https://apply.example.org/a/1']");
            assert_eq!(page.attribute(&link, "rel").await.as_deref(), Some("noopener noreferrer"));
            let sent = came(page);
            assert_eq!(sent.len(), 1);
            assert_eq!(json!(sent[0].1), saved);
            assert!(sent[0].0.len() == 36 && sent[0].0.as_bytes()[14] == b'4', "{}", sent[0].0);

            // It is known after a reload too, and in the other language.
            page.reload().await;
            wait_stage(page, "sent").await;
            page.wait_text(TOLD, "A-1").await;
            page.click("#language").await;
            wait_stage(page, "sent").await;
            page.click("#language").await;
            // Another request can be submitted, and the receipt stays in sight.
            page.type_into("#nodes", "9").await;
            wait_stage(page, "ready").await;
            page.wait_text("#submission", words[3]).await;
            page.wait_text("#submission", "A-1").await;
            submit(page, Reply::Take).await;
            wait_stage(page, "sent").await;
            page.wait_text(TOLD, "A-2").await;
            let sent = came(page);
            assert_eq!(sent.len(), 2);
            assert_ne!(sent[0].0, sent[1].0, "another application has another key");
        });
    }
}

#[test]
fn the_same_request_is_known_again_also_where_nothing_was_typed() {
    with_page("/?view=fit", taking(), async |page| {
        submit(page, Reply::Take).await;
        wait_stage(page, "sent").await;
        let sent: Value = serde_json::from_str(&came(page)[0].1).expect("JSON");
        assert_eq!(sent["rests_on"]["layer"], "published", "{sent}");
        let nodes = page.value("#nodes").await;
        page.type_into("#nodes", "9").await;
        wait_stage(page, "ready").await;
        page.type_into("#nodes", &nodes).await;
        wait_stage(page, "sent").await;
    });
    with_page("/?view=fit", taking(), async |page| {
        submit(page, Reply::Take).await;
        wait_stage(page, "sent").await;
        page.reload().await;
        wait_stage(page, "sent").await;
        // Untouched, the form asks for another start on another day.
        page.before_each_load("Date.now = () => Date.parse('2027-03-01T12:00:00+09:00')").await;
        page.reload().await;
        wait_stage(page, "ready").await;
        page.wait_text("#submission", "A-1").await;
    });
}

#[test]
fn one_that_is_not_promised_yet_says_so() {
    check(taking(), async |page| {
        submit(page, Reply::TakeWith(202, "javascript:alert(1)")).await;
        wait_stage(page, "sent").await;
        page.wait_text(TOLD, "아직 접수가 확정되지는 않았습니다").await;
        assert_eq!(page.count("#submission a").await, 0, "that leads nowhere");
    });
}

#[test]
fn two_clicks_send_one_and_what_is_typed_meanwhile_stays() {
    check(taking(), async |page| {
        page.site.applications.set(Reply::TakeAfter(Duration::from_secs(4)));
        wait_stage(page, "ready").await;
        page.script(
            "const button = document.querySelector('#submit');
             button.focus(); button.click(); button.click()",
        )
        .await;
        wait_stage(page, "sending").await;
        page.wait_text(TOLD, "보내는 중입니다").await;
        page.press(Key::Enter).await;
        page.click("#submit").await;
        assert_eq!(page.focus().await, "submit");
        assert_eq!(page.attribute("#submit", "aria-disabled").await.as_deref(), Some("true"));
        page.type_into("#nodes", "12").await;
        page.wait_text("#verdict", "노드 12대").await;
        wait_stage(page, "sending").await;
        // The request on the page is another one by now.
        wait_stage(page, "ready").await;
        page.wait_text("#submission", "앞서 제출한 신청의 접수 번호: A-1").await;
        assert_eq!(page.value("#nodes").await, "12");
        let sent = came(page);
        assert_eq!(sent.len(), 1, "exactly one request");
        let body: Value = serde_json::from_str(&sent[0].1).expect("JSON");
        assert_eq!(body["request"]["nodes"]["min"], 8);
    });
}

#[test]
fn a_refusal_is_told_in_the_servers_words_and_what_is_changed_is_another_application() {
    let problem = json!({
        "title": "<b>Too many</b> nodes\u{202e}", "detail": format!("At most 4.\n{}", "x ".repeat(50_000)),
    });
    let problem = Reply::Say(422, "application/problem+json", problem.to_string());
    check(taking(), async |page| {
        submit(page, problem).await;
        wait_stage(page, "refused").await;
        page.wait_text(TOLD, "서버가 신청을 받지 않았습니다(HTTP 422)").await;
        page.wait_text(TOLD, "서버가 밝힌 이유").await;
        page.wait_text(TOLD, "신청을 고쳐 다시 제출해 주세요").await;
        let quote = page.text(&format!("{TOLD} blockquote")).await;
        assert!(quote.starts_with("<b>Too many</b> nodes\u{FFFD}"), "{quote}");
        assert!(quote.contains("At most 4. x x") && quote.ends_with('…'), "{quote}");
        assert!(quote.chars().count() < 1_010, "{}", quote.chars().count());
        assert_eq!(page.count(&format!("{TOLD} b")).await, 0);
        assert_eq!(page.focus().await, "submit");
        // It is known after a reload too.
        page.reload().await;
        wait_stage(page, "refused").await;
        // As it is, it may be taken on another day.
        page.site.applications.set(Reply::Say(403, "text/plain", "Not yet.".into()));
        page.click("#submit").await;
        page.wait_text(TOLD, "Not yet.").await;
        page.site.applications.set(Reply::Say(404, "text/html", "<h1>Gone</h1>".into()));
        page.click("#submit").await;
        page.wait_text(TOLD, "이유를 밝히지").await;
        page.type_into("#nodes", "4").await;
        submit(page, Reply::Take).await;
        wait_stage(page, "sent").await;
        let mut keys: Vec<String> = came(page).into_iter().map(|(key, _)| key).collect();
        assert_eq!(keys.len(), 4);
        keys.sort();
        keys.dedup();
        assert_eq!(keys.len(), 4, "each is an application of its own");
    });
}

#[test]
fn an_answer_that_leaves_it_open_can_be_asked_again_safely() {
    let page_of_login = "<!DOCTYPE html><title>Sign in</title>";
    let open = [
        (Reply::TakeAndSay(409, "", ""), "아직 처리하고 있습니다"),
        (Reply::Say(429, "text/plain", "slow down".into()), "HTTP 429"),
        (Reply::Say(500, "text/html", page_of_login.into()), "HTTP 500"),
        (Reply::TakeAndSay(503, "application/json", "{}"), "HTTP 503"),
        (Reply::TakeAndSay(200, "text/html; charset=utf-8", page_of_login), "알아볼 수 없는 답"),
        (Reply::TakeAndSay(200, "application/json", r#"{ "status": "ok" }"#), "알아볼 수 없는 답"),
        (Reply::TakeAndSay(200, "application/json", r#"{ "receipt": "#), "알아볼 수 없는 답"),
        (Reply::TakeAndLead("/index.html"), "다른 주소로 넘기는 답"),
        (Reply::TakeAndCut, "서버에 연결할 수 없습니다"),
    ];
    for (reply, told) in open {
        check(taking(), async |page| {
            submit(page, reply).await;
            wait_stage(page, "unknown").await;
            page.wait_text(TOLD, told).await;
            assert_eq!(page.focus().await, "submit");
            arrives_once(page).await;
        });
    }
}

#[test]
fn a_server_that_goes_after_it_stored_has_it_once_all_the_same() {
    check(taking(), async |page| {
        submit(page, Reply::TakeAndHang).await;
        wait_stage(page, "sending").await;
        while page.site.applications.stored().is_empty() {
            page.evaluate("new Promise((next) => requestAnimationFrame(next))").await;
        }
        page.site.stop();
        wait_stage(page, "unknown").await;
        page.wait_text(TOLD, "서버에 연결할 수 없습니다").await;
        // Still gone.
        page.script(&format!(
            "globalThis.stages = [];
             const told = document.querySelector('{TOLD}');
             new MutationObserver(() => stages.push(told.dataset.stage)).observe(told, {{ attributes: true }})"
        ))
        .await;
        page.click("#submit").await;
        page.wait_until("stages.join() === 'sending,unknown'").await;
        page.site.start_again();
        arrives_once(page).await;
    });
}

#[test]
fn a_server_that_does_not_answer_is_not_waited_for() {
    check(Options { before: IMPATIENT, ..taking() }, async |page| {
        submit(page, Reply::TakeAndHang).await;
        wait_stage(page, "sending").await;
        wait_stage(page, "unknown").await;
        page.wait_text(TOLD, "서버가 제때 답하지 않습니다").await;
        arrives_once(page).await;
    });
}

#[test]
fn after_a_reload_the_same_application_is_tried_again_whatever_the_form_says() {
    check(taking(), async |page| {
        submit(page, Reply::TakeAndSay(502, "", "")).await;
        wait_stage(page, "unknown").await;
        assert!(!page.text(TOLD).await.contains("그 뒤에 바꾼 내용"));
        page.type_into("#nodes", "11").await;
        page.wait_text(TOLD, "그 뒤에 바꾼 내용은 들어가지 않습니다").await;
        page.wait_url("nodes=11").await;
        page.reload().await;
        wait_stage(page, "unknown").await;
        page.wait_text(TOLD, "앞서 보낸 신청의 결과를 확인하지 못했습니다").await;
        assert_eq!(page.value("#nodes").await, "11");
        page.wait_text(TOLD, SAFE).await;
        page.site.applications.set(Reply::Take);
        page.click("#submit").await;
        // The request on the page is another one.
        wait_stage(page, "ready").await;
        page.wait_text("#submission", "앞서 제출한 신청의 접수 번호: A-1").await;
        assert_eq!(page.value("#nodes").await, "11");
        let sent = came(page);
        assert_eq!((sent.len(), &sent[0]), (2, &sent[1]));
        assert_eq!(page.site.applications.stored().len(), 1);
    });
}

#[test]
fn a_page_that_is_left_while_it_sends_knows_that_it_does_not_know() {
    check(taking(), async |page| {
        submit(page, Reply::TakeAndHang).await;
        wait_stage(page, "sending").await;
        while page.site.applications.stored().is_empty() {
            page.evaluate("new Promise((next) => requestAnimationFrame(next))").await;
        }
        page.reload().await;
        wait_stage(page, "unknown").await;
        page.wait_text(TOLD, "앞서 보낸 신청의 결과를 확인하지 못했습니다").await;
        arrives_once(page).await;
    });
}

#[test]
fn one_that_is_given_up_makes_room_for_another() {
    check(taking(), async |page| {
        submit(page, Reply::TakeAndSay(500, "", "")).await;
        wait_stage(page, "unknown").await;
        page.wait_text(TOLD, "이미 도착했다면 접수된 채로 남습니다").await;
        page.script("document.querySelector('#submit-discard').focus()").await;
        page.press(Key::Enter).await;
        wait_stage(page, "ready").await;
        assert_eq!(page.focus().await, "submit");
        page.wait_until(&format!("localStorage.getItem('{STORE}') === null")).await;
        submit(page, Reply::Take).await;
        wait_stage(page, "sent").await;
        let sent = came(page);
        assert_ne!(sent[0].0, sent[1].0);
    });
}

#[test]
fn a_form_that_cannot_be_understood_is_not_sent() {
    with_page(&ask("nodes=many"), taking(), async |page| {
        wait_stage(page, "incomplete").await;
        page.wait_text(TOLD, "표시한 곳을 고치면").await;
        page.click("#submit").await;
        assert_eq!(page.attribute("#submit", "aria-disabled").await.as_deref(), Some("true"));
        page.type_into("#nodes", "4").await;
        submit(page, Reply::Take).await;
        wait_stage(page, "sent").await;
        assert_eq!(came(page).len(), 1);
    });
}

/// Stores a record before the page is opened again.
async fn store(page: &Page, record: &str) {
    page.script(&format!("localStorage.setItem('{STORE}', {})", json!(record))).await;
    page.reload().await;
}

fn record(state: &str, since: &Value) -> String {
    json!({ "version": 1, "sent": null, "attempt": {
        "key": "00112233-4455-4677-8899-aabbccddeeff", "address": "http://127.0.0.1:1/apply",
        "body": "{}", "request": "00000000", "state": state, "since": since, "status": null, "words": [],
    } })
    .to_string()
}

#[test]
fn a_record_that_is_corrupt_is_none() {
    check(taking(), async |page| {
        wait_stage(page, "ready").await;
        let whole = record("unknown", &Value::Null);
        let broken = [
            "",
            "{",
            "yesterday",
            &whole[..whole.len() / 2],
            &whole.replace("http://127.0.0.1:1/apply", "javascript:alert(1)"),
            &whole.replace("00112233", "0011"),
        ];
        for text in broken {
            store(page, text).await;
            wait_stage(page, "ready").await;
        }
        submit(page, Reply::Take).await;
        wait_stage(page, "sent").await;
    });
}

#[test]
fn another_tab_sees_what_one_sends() {
    check(taking(), async |page| {
        wait_stage(page, "ready").await;
        let now = page.evaluate("Math.floor(Date.now() / 1000)").await.as_u64().expect("a second");
        store(page, &record("sending", &json!(now - 30))).await;
        wait_stage(page, "sending").await;
        page.wait_text("#submission", " 127.0.0.1:1 ").await;
        page.click("#submit").await;
        // Nobody waits for that one any more.
        store(page, &record("sending", &json!(now - 121))).await;
        wait_stage(page, "unknown").await;
        // The other tab is there after all, and has its receipt.
        let sent = json!({ "version": 1, "attempt": null, "sent": {
            "receipt": "B-7", "url": null, "pending": false, "request": "00000000" } });
        page.script(&format!(
            "localStorage.setItem('{STORE}', {}); dispatchEvent(new Event('storage'))",
            json!(sent.to_string())
        ))
        .await;
        wait_stage(page, "ready").await;
        page.wait_text("#submission", "B-7").await;
        assert_eq!(came(page).len(), 0);
    });
}

#[test]
fn a_store_that_refuses_is_done_without() {
    let refusals = [
        "const set = Storage.prototype.setItem;
         Storage.prototype.setItem = function (name, text) {
             if (name === 'jari.submission') throw new DOMException('full', 'QuotaExceededError');
             return set.call(this, name, text);
         };",
        "Object.defineProperty(window, 'localStorage',
             { get() { throw new DOMException('no', 'SecurityError'); } });",
    ];
    for before in refusals {
        check(Options { before, ..taking() }, async |page| {
            submit(page, Reply::TakeAndSay(500, "", "")).await;
            wait_stage(page, "unknown").await;
            page.wait_text(TOLD, "브라우저에 저장하지 못해").await;
            arrives_once(page).await;
        });
    }
}

#[test]
fn without_random_bytes_nothing_is_sent_until_there_are_some() {
    check(Options { before: WITHOUT_CHANCE, ..taking() }, async |page| {
        submit(page, Reply::Take).await;
        wait_stage(page, "cannot").await;
        page.wait_text(TOLD, "이 브라우저에서는 제출할 수 없습니다").await;
        assert_eq!(came(page).len(), 0, "without a key it could be sent twice");
        page.script("window.isGiven = true;").await;
        page.click("#submit").await;
        wait_stage(page, "sent").await;
        assert_eq!(came(page).len(), 1);
    });
}

#[test]
fn a_site_that_takes_none_shows_the_way_to_where_one_applies() {
    for (lang, words) in [("ko", "파일을 내려받는 것만으로는"), ("en", "submits nothing")]
    {
        with_page(&ask(&format!("lang={lang}")), Options::default(), async |page| {
            wait_verdict(page, "now").await;
            page.wait_text("#not-submitted", words).await;
            let link = page.attribute("#not-submitted a", "href").await;
            assert_eq!(link.as_deref(), Some("https://aiinfrahub.kr"));
            assert_eq!(page.count("#submission, #submit").await, 0);
            page.element("#download-json").await;
            page.wait_text(
                "footer",
                if lang == "ko" {
                    "브라우저 밖으로 나가지 않"
                } else {
                    "Nothing that you type leaves"
                },
            )
            .await;
        });
    }
    check(taking(), async |page| {
        page.wait_text("footer", "제출할 때에만 브라우저 밖으로").await;
        page.wait_text("footer", "이 사이트가 정한 서버로 갑니다").await;
        assert_eq!(page.count("#not-submitted").await, 0);
    });
}
