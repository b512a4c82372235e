//! Korean first, English complete, switched by a button and remembered.
use super::{
    fit::{HELD, ask, ask_published, wait_verdict},
    harness::{Options, Page, with_page},
};
use serde_json::json;

/// Texts of Hangul that no element marks as Korean: those in sight, those that name or describe
/// an element, and the title. Two terms of the notices stand in brackets behind their English.
const UNMARKED_HANGUL: &str = r"
    const hangul = /[\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3]/;
    const found = [document.title].filter((title) => hangul.test(title));
    const isKorean = (element) => element.closest('[lang]').lang === 'ko';
    for (const element of document.querySelectorAll('body, body *')) {
        if (isKorean(element) || element.matches('script, style, noscript')) continue;
        const own = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE);
        const texts = own.map((node) => node.data);
        for (const name of ['aria-label', 'title', 'alt', 'placeholder', 'data-head'])
            texts.push(element.getAttribute(name) ?? '');
        const terms = /\((청년기업|대형과제)\)/g;
        found.push(...texts.filter((text) => hangul.test(text.replace(terms, ''))));
    }
    return found;";

async fn expect_language(page: &Page, tag: &str, title: &str) {
    page.wait_until(&format!("document.documentElement.lang === '{tag}'")).await;
    page.wait_until(&format!("document.title.endsWith(' · {title}')")).await;
}

const KOREAN: (&str, &str) = ("ko", "자리: GPU 노드 미리보기");
const ENGLISH: (&str, &str) = ("en", "Jari: GPU capacity preview");

#[test]
fn the_button_switches_and_the_choice_is_remembered() {
    with_page("/?view=fit", Options::default(), async |page| {
        expect_language(page, KOREAN.0, KOREAN.1).await;
        assert_eq!(page.text("#language").await, "English");
        assert_eq!(page.attribute("#language", "lang").await.as_deref(), Some("en"));
        page.click("#language").await;
        expect_language(page, ENGLISH.0, ENGLISH.1).await;
        assert_eq!(page.text("#language").await, "한국어");
        page.wait_url("lang=en").await;

        page.goto("/").await;
        expect_language(page, ENGLISH.0, ENGLISH.1).await;
        page.goto("/?lang=ko").await;
        expect_language(page, KOREAN.0, KOREAN.1).await;
        page.goto("/").await;
        expect_language(page, ENGLISH.0, ENGLISH.1).await;
        page.click("#language").await;
        expect_language(page, KOREAN.0, KOREAN.1).await;
        page.goto("/").await;
        expect_language(page, KOREAN.0, KOREAN.1).await;
    });
}

#[test]
fn switching_keeps_what_was_typed_and_answered() {
    with_page(&ask("nodes=24&call=25-1"), Options::default(), async |page| {
        wait_verdict(page, "now").await;
        let form = "[...document.querySelectorAll('main input, main select')]
                        .map((field) => [field.id, field.value, field.checked])";
        page.wait_text("#said", "블록 규모만 보면").await;
        let korean = (page.evaluate(form).await, page.texts("#answer").await);
        page.click("#language").await;
        page.wait_text("#verdict", "By size alone").await;
        page.wait_text("#verdict", "24 nodes").await;
        assert_eq!(page.evaluate(form).await, korean.0);
        page.click("#language").await;
        page.wait_text("#verdict", "블록 규모만 보면").await;
        // What is below the sentence follows it, and then what is read out.
        page.wait_gone("#answer[aria-busy]").await;
        page.wait_text("#said", "블록 규모만 보면").await;
        assert_eq!(page.texts("#answer").await, korean.1);
    });
}

#[test]
fn without_a_store_the_page_speaks_korean_and_works() {
    with_page("/", Options::default(), async |page| {
        page.wait_gone("#shell").await;
        page.before_each_load(
            "Object.defineProperty(window, 'localStorage',
                { get() { throw new DOMException('no', 'SecurityError') } })",
        )
        .await;
        page.goto("/?view=fit").await;
        expect_language(page, KOREAN.0, KOREAN.1).await;
        page.click("#language").await;
        expect_language(page, ENGLISH.0, ENGLISH.1).await;
    });
}

#[test]
fn no_view_leaves_korean_unmarked_in_english() {
    let states = [
        "/?lang=en".to_owned(),
        "/?lang=en&layer=size".to_owned(),
        ask_published("lang=en"),
        ask_published("lang=en&acc=b200&nodes=300&call=rolling-2026"),
        ask_published("lang=en&acc=b300,vera-rubin"),
        "/?lang=en&scenario=busy-year&at=2027-03-15".to_owned(),
        ask("lang=en&call=25-1"),
        ask(&format!("lang=en&{HELD}&acc=h200&nodes=33&place=leaves-2")),
        ask("lang=en&call=26-1-industry&class=academia&nodes=600"),
        ask("lang=en&scenario=busy-year&nodes=100"),
        ask("lang=en&nodes=&term=x&from=x&until=2000-01-01&max=0&place=leaves-&acc="),
        ask("lang=en&hold=kakao-b200:9-3:x:x&hold=:::"),
    ];
    with_page("about:blank", Options::default(), async |page| {
        for state in states {
            page.goto(&state).await;
            expect_language(page, ENGLISH.0, ENGLISH.1).await;
            page.wait_gone("main > [role=status]").await;
            assert_eq!(page.script(UNMARKED_HANGUL).await, json!([]), "{state}");
        }
        page.goto("/?lang=ko").await;
        expect_language(page, KOREAN.0, KOREAN.1).await;
        page.script("document.documentElement.lang = 'en'").await;
        assert_ne!(page.script(UNMARKED_HANGUL).await, json!([]), "it would be found");
    });
}

/// What a browser wants, in its order, and what it gets.
const WANTED: [(&str, (&str, &str)); 5] = [
    ("'en-US', 'en'", ENGLISH),
    ("'fr-FR', 'fr', 'en-GB', 'ko'", ENGLISH),
    ("'ja', 'ko-KR', 'en'", KOREAN),
    ("'fr', 'enm', 'kok'", KOREAN),
    ("", KOREAN),
];

#[test]
fn a_first_visit_speaks_what_the_browser_wants() {
    for (wanted, language) in WANTED {
        with_page("about:blank", Options::default(), async |page| {
            page.before_each_load(&format!(
                "Object.defineProperty(navigator, 'languages', {{ get: () => [{wanted}] }})"
            ))
            .await;
            page.goto("/").await;
            expect_language(page, language.0, language.1).await;
            // The link goes before it, and so does a choice.
            page.goto(&format!("/?lang={}", ENGLISH.0)).await;
            expect_language(page, ENGLISH.0, ENGLISH.1).await;
            page.wait_gone("#shell").await;
            page.click("#language").await;
            expect_language(page, KOREAN.0, KOREAN.1).await;
            page.goto("/").await;
            expect_language(page, KOREAN.0, KOREAN.1).await;
        });
    }
    let options = Options { lang: "en-US", ..Options::default() };
    with_page("/", options, async |page| {
        expect_language(page, ENGLISH.0, ENGLISH.1).await;
    });
}

#[test]
fn the_shell_speaks_the_same_language() {
    let heading = [("ko-KR", "어떤 자원이 있나요?"), ("en-US", "What is there?")];
    for (lang, heading) in heading {
        // Without the program the shell stays.
        let options = Options {
            lang,
            withhold: Some(".wasm"),
            expected: &[".wasm", "boot-"],
            ..Options::default()
        };
        with_page("/", options, async |page| {
            page.element("#boot-failure").await;
            assert_eq!(page.text("#shell h1").await, heading);
            if lang == "en-US" {
                // But for the panel, which has both.
                page.script("document.querySelector('#boot-failure').hidden = true").await;
                let shown = page.text("body").await;
                let hangul = |letter: char| ('\u{ac00}'..='\u{d7a3}').contains(&letter);
                let korean: Vec<&str> =
                    shown.lines().filter(|line| line.contains(hangul)).collect();
                assert_eq!(korean, Vec::<&str>::new());
                assert!(shown.contains("GPUs bought") && shown.contains("10,456"), "{shown}");
            }
        });
    }
}
