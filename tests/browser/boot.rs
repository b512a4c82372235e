//! The page starts; and where it cannot, it says so.
use super::harness::{Fault, Options, Page, with_page};
use serde_json::json;
use std::fs;
use thirtyfour::Key;

#[test]
fn starts_and_takes_the_place_of_the_shell() {
    with_page("/", Options::default(), async |page| {
        page.wait_gone("#shell").await;
        page.wait_text("#app h1", "어떤 자원이 있나요").await;
        assert_eq!(page.count("#boot-failure, #not-started").await, 0);
        page.screenshot("start-1280").await;
    });
}

#[test]
fn asks_nobody_but_its_own_origin() {
    with_page("/", Options::default(), async |page| {
        page.wait_gone("#shell").await;
        let foreign = page
            .script(
                "return performance.getEntriesByType('resource').map((entry) => entry.name)
                    .filter((name) => !name.startsWith(location.origin))",
            )
            .await;
        assert_eq!(foreign, json!([]));
    });
}

#[test]
fn downloads_each_file_once() {
    with_page("/", Options::default(), async |page| {
        page.wait_gone("#shell").await;
        let twice = page
            .script(
                "const names = performance.getEntriesByType('resource').map((entry) => entry.name);
                 return names.filter((name, at) => names.indexOf(name) !== at)",
            )
            .await;
        assert_eq!(twice, json!([]), "a preload that is not used is a second download");
    });
}

#[test]
fn is_served_with_the_production_headers() {
    with_page("/", Options::default(), async |page| {
        page.wait_gone("#shell").await;
        let wasm = "document.getElementById('jari-wasm').href";
        let headers = page
            .script(&format!(
                "const [page, wasm] = await Promise.all([fetch('./'), fetch({wasm})]);
                 return [...['content-security-policy', 'x-content-type-options', 'referrer-policy',
                     'cross-origin-opener-policy', 'cache-control'].map((name) => page.headers.get(name)),
                     wasm.headers.get('content-type')]"
            ))
            .await;
        let policy = headers[0].as_str().expect("a policy");
        assert!(policy.ends_with("frame-ancestors 'none'"), "{policy}");
        let others = ["nosniff", "no-referrer", "same-origin", "no-cache", "application/wasm"];
        assert_eq!(headers.as_array().expect("a list")[1..], others.map(|text| json!(text)));
    });
}

#[test]
fn any_folder_of_a_host_will_do() {
    let options = Options { nginx_at: Some("/preview/jari/"), ..Options::default() };
    with_page("/preview/jari/?view=fit", options, async |page| {
        page.wait_gone("#shell").await;
        page.wait_text("#app h1", "들어갈까요").await;
        page.goto("/preview/jari/").await;
        page.wait_text("#app h1", "어떤 자원이 있나요").await;
    });
}

#[test]
fn a_wrong_address_leads_home() {
    let options = Options {
        nginx_at: Some("/preview/jari/"),
        expected: &["404 (Not Found)"],
        ..Options::default()
    };
    with_page("/preview/jari/nothing", options, async |page| {
        page.wait_text("h1", "여기에는 페이지가 없습니다").await;
        let styled = page.script("return document.styleSheets[0].cssRules.length > 0").await;
        assert_eq!(styled, json!(true));
        page.screenshot("404-1280").await;
        page.click("p a").await;
        page.wait_text("#app h1", "어떤 자원이 있나요").await;
        assert_eq!(page.url().await, "/preview/jari/");
    });
}

#[test]
fn without_script_the_shell_answers_what_it_can() {
    let options = Options { script: false, ..Options::default() };
    with_page("/", options, async |page| {
        for part in ["13,136", "10,456", "1,307", "비공식 미리보기", "자바스크립트가 꺼져"]
        {
            page.wait_text("#shell", part).await;
        }
        assert_eq!(page.count("#shell tbody tr").await, 5);
        assert_eq!(page.text("#not-started").await, "", "one text about that is enough");
    });
}

/// As where scripts are blocked, modules not known, or the address of the page wrong.
#[test]
fn where_nothing_starts_the_shell_says_so_after_a_while() {
    // WebKit warns of what was loaded for it in vain.
    let expected = &["/boot-", "was preloaded"];
    let options = Options { withhold: Some("/boot-"), expected, ..Options::default() };
    with_page("/", options, async |page| {
        page.wait_text("#shell", "13,136").await;
        assert_eq!(page.texts_now("#not-started").await, [""], "a start takes its time");
        expect_not_started(page, "스크립트가 막히지 않았는지").await;
        page.set_view(390, 844).await;
        page.screenshot("not-started-390").await;
    });
}

/// The line of the shell, in both languages, beside the figures that need no program.
async fn expect_not_started(page: &Page, part: &str) {
    page.wait_text("#shell", "13,136").await;
    page.script_now("document.getAnimations().forEach((each) => each.finish())").await;
    for part in ["아직 시작되지 않았습니다", "has not started yet", part] {
        page.wait_text("#not-started", part).await;
    }
    assert_eq!(page.count_now("#boot-failure").await, 0);
}

/// Modules have no origin there, so that no browser runs them.
#[test]
fn a_file_opened_from_disk_says_that_it_has_not_started() {
    let options = Options { expected: &["file:", "Origin null"], ..Options::default() };
    with_page("about:blank", options, async |page| {
        page.goto(concat!("file://", env!("CARGO_MANIFEST_DIR"), "/dist/index.html")).await;
        expect_not_started(page, "파일이 아니라 웹 주소로 열었는지").await;
    });
}

/// A host that answers a folder without its slash with the page itself: every file that the page asks
/// for is then looked for beside the folder.
#[test]
fn an_address_without_its_last_slash_says_that_it_has_not_started() {
    let options = Options { expected: &["/preview/", "MIME"], ..Options::default() };
    with_page("about:blank", options, async |page| {
        let index = concat!(env!("CARGO_MANIFEST_DIR"), "/dist/index.html");
        let index: &str = fs::read_to_string(index).expect("dist/index.html").leak();
        page.site.faults.set("/preview/jari", Some(Fault::OfKind("text/html", index)));
        page.goto("/preview/jari").await;
        expect_not_started(page, "주소 끝에 /가 있는지").await;
    });
}

async fn expect_failure_panel(page: &Page, cause: &str) {
    page.wait_text("#boot-failure[role=alert]", "시작하지 못했습니다").await;
    page.wait_text("#boot-failure", "could not start").await;
    page.click("#boot-failure summary").await;
    page.wait_text("#boot-failure pre", cause).await;
    page.wait_text("#shell", "13,136").await;
    assert_eq!(page.count("#not-started").await, 0);
}

#[test]
fn without_its_wasm_it_says_so_above_the_shell() {
    let options =
        Options { withhold: Some(".wasm"), expected: &[".wasm", "boot-"], ..Options::default() };
    with_page("/", options, async |page| {
        expect_failure_panel(page, "404 Not Found").await;
        page.screenshot("boot-failure-1280").await;
    });
}

#[test]
fn without_its_script_it_says_so_above_the_shell() {
    let options =
        Options { withhold: Some("/page-"), expected: &["/page-", "boot-"], ..Options::default() };
    with_page("/", options, async |page| {
        // Each browser has its own words around these.
        expect_failure_panel(page, "module").await;
    });
}

#[test]
fn a_browser_without_webassembly_says_so_above_the_shell() {
    let before = "delete globalThis.WebAssembly";
    let options = Options { before, expected: &["no WebAssembly"], ..Options::default() };
    with_page("/", options, async |page| {
        expect_failure_panel(page, "This browser has no WebAssembly").await;
    });
}

#[test]
fn wasm_that_is_broken_or_something_else_is_told_above_the_shell() {
    for (kind, text) in [
        ("application/wasm", "\0asm\u{1}\0\0\0junk"),
        ("text/html", "<!DOCTYPE html><title>Please sign in</title>"),
    ] {
        let options = Options {
            faults: vec![("/page_bg-*", Fault::OfKind(kind, text))],
            expected: &["CompileError", "application/wasm", "sw.js", "page_bg"],
            ..Options::default()
        };
        with_page("/", options, async |page| {
            expect_failure_panel(page, "CompileError").await;
        });
    }
}

#[test]
fn wasm_of_another_type_is_run_all_the_same() {
    let octets = vec![
        ("/page_bg-*", Fault::As("application/octet-stream")),
        ("/page.split_fit-*", Fault::As("application/octet-stream")),
    ];
    let options =
        Options { faults: octets, expected: &["MIME", "octet-stream"], ..Options::default() };
    with_page("/", options, async |page| {
        page.wait_gone("#shell").await;
        page.click(".tabs a[href*=fit]").await;
        page.wait_text("#verdict", "4대").await;
    });
}

#[test]
fn a_view_whose_code_does_not_come_is_told_and_the_others_go_on() {
    let options =
        Options { withhold: Some("split_"), expected: &["split_", "sw.js"], ..Options::default() };
    with_page("/?view=fit", options, async |page| {
        page.wait_text("main [role=alert]", "불러오지 못했습니다").await;
        page.wait_text(".notice a", "aiinfrahub.kr").await;
        page.click(".tabs a").await;
        page.element("#blocks").await;
    });
}

#[test]
fn an_error_at_the_start_is_told_in_its_own_words_and_the_figures_stay() {
    let options = Options { expected: &["out of elements", "borrowed"], ..Options::default() };
    with_page("/", options, async |page| {
        page.wait_gone("#shell").await;
        // A browser that makes no `main` is none that the page can be built in.
        page.before_each_load(
            "const make = Document.prototype.createElement;
             Document.prototype.createElement = function (name) {
                 if (name === 'main') throw new Error('out of elements');
                 return make.call(this, name);
             };",
        )
        .await;
        page.reload().await;
        expect_failure_panel(page, "out of elements").await;
        page.wait_text("#boot-failure pre", "out of elements").await;
        // Timers of the program that has failed still run, and say nothing more.
        page.evaluate("new Promise((done) => setTimeout(() => done(true), 1500))").await;
    });
}

#[test]
fn a_later_panic_is_told_once_with_the_first_message_and_as_text() {
    with_page("/", Options::default(), async |page| {
        page.wait_gone("#shell").await;
        page.script(
            "for (const detail of ['first <b>cause</b>', 'second'])
                 document.dispatchEvent(new CustomEvent('jari-panic', { detail }))",
        )
        .await;
        page.wait_text("#boot-failure[role=alert]", "미리보기가 멈췄습니다").await;
        page.click("#boot-failure summary").await;
        assert_eq!(page.text("#boot-failure pre").await, "first <b>cause</b>");
        assert_eq!(page.count("#boot-failure").await, 1);

        page.click("#boot-failure button").await;
        page.wait_gone("#boot-failure").await;
        page.wait_text("#app h1", "어떤 자원이 있나요").await;
    });
}

#[test]
fn the_harness_hears_errors_and_violations_of_the_policy() {
    with_page("/", Options::default(), async |page| {
        page.wait_gone("#shell").await;
        assert_eq!(page.console_surprises(&[]).await, Vec::<String>::new());
        page.script(
            "const script = document.createElement('script');
             try { script.textContent = 'ran = true'; } catch { /* No text becomes code. */ }
             document.body.append(script);
             document.body.setAttribute('style', 'color: red');
             console.error('an error of its own');",
        )
        .await;
        let heard = page.console_surprises(&["an error of its own"]).await.join("\n");
        assert!(heard.contains("trusted-types") && heard.contains("style-src-attr"), "{heard}");
        assert!(!heard.contains("an error of its own"), "{heard}");
        assert_eq!(page.script("return typeof ran").await, json!("undefined"));
    });
}

/// The helpers that the tests of other areas stand on, tried on a form of their own.
#[test]
fn the_harness_types_chooses_and_presses_as_a_reader_does() {
    let options = Options { width: 390, lang: "en-US", ..Options::default() };
    with_page("/", options, async |page| {
        page.wait_gone("#shell").await;
        assert_eq!(
            page.script("return [innerWidth, navigator.language]").await,
            json!([390, "en-US"])
        );
        page.script(
            "const field = (name, type) => {
                 const made = document.createElement(name);
                 if (type) made.type = type;
                 made.id = type || name;
                 document.body.append(made);
                 return made;
             };
             field('input', 'number').value = 7;
             field('input', 'date');
             field('select').append(new Option('one', '1'), new Option('two', '2'));
             const heard = field('output');
             document.addEventListener('input', (event) => heard.append(event.target.id + ' '));",
        )
        .await;

        page.type_into("#number", "12").await;
        page.press(Key::Up + Key::Up).await;
        assert_eq!(page.value("#number").await, "14");
        page.set("#date", "2027-01-31").await;
        page.set("#select", "2").await;
        // Cleared, two digits, two steps; then one event each.
        assert_eq!(page.text("#output").await, "number number number number number date select");

        page.goto("/?view=capacity").await;
        page.wait_gone("#shell").await;
        page.reload().await;
        page.wait_gone("#shell").await;
        assert_eq!(page.url().await, "/?view=capacity");
    });
}
