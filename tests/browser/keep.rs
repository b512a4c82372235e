//! What is taken along: a text, a file, a sheet of paper; and what stands beside the answer.
use super::{
    fit::{ask, ask_published, wait_said, wait_verdict},
    harness::{Options, Page, with_page},
};
use serde_json::{Value, json};
use thirtyfour::Key;

const BUSY: &str = "scenario=busy-year&acc=h200&nodes=8&from=2027-03-15&call=25-1";

#[test]
fn the_answer_is_copied_as_text() {
    with_page(&ask(BUSY), Options::default(), async |page| {
        page.wait_text("#offer", "들어갈 만한 자리").await;
        page.click("#copy-text").await;
        page.wait_text("#kept", "복사했습니다").await;
        let copied = page.clipboard().await;
        for part in
            ["노드(서버) 수: 8대 (GPU 64장)", "배정 약속이 아닙니다", "?view=fit&", "예상 이용료"]
        {
            assert!(copied.contains(part), "{part} in {copied}");
        }
    });
}

#[test]
fn the_file_holds_the_request_and_the_offer() {
    with_page(&ask(BUSY), Options::default(), async |page| {
        page.wait_text("#offer", "들어갈 만한 자리").await;
        // What the browser would save.
        page.script(
            "URL.createObjectURL = (blob) => { blob.text().then((text) => { globalThis.saved = text; });
                 return '#'; };",
        )
        .await;
        page.click("#download-json").await;
        page.wait_text("#kept", "내려받았습니다").await;
        page.wait_until("'saved' in globalThis").await;
        let saved = page.evaluate("saved").await;
        let saved: Value = serde_json::from_str(saved.as_str().expect("a text")).expect("JSON");
        assert_eq!(saved["request"]["nodes"], json!({ "min": 8, "max": 8 }));
        assert_eq!(saved["rests_on"]["layer"], "scenario");
        assert!(saved["offer"]["start"].is_string(), "{saved}");
        assert!(saved["link"].as_str().expect("a link").contains("view=fit"));
    });
}

/// What a reader sees of the page: as one line, and without the marks that only stand between things.
async fn shown(page: &Page) -> String {
    page.texts("body").await.concat().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A request, and what must be told of its answer wherever it is read.
const TAKEN: [(&str, &[&str]); 3] = [
    // An offer under a call that has closed, at the rules' own dates.
    (
        "acc=h200&nodes=5&term=6m&from=2027-03-01&class=academia&call=25-1",
        &["Call 25-1 closed on", "All nodes taken: Projects of call 25-1", "(inferred)"],
    ),
    // An offer and a no on holds made up at random.
    (
        "scenario=busy-year&acc=h200&nodes=8&from=2027-03-15&call=25-1",
        &["Call 25-1 closed on", "made-up", "not real holds"],
    ),
    ("scenario=busy-year&nodes=600", &["too few", "made-up", "not real holds"]),
];

#[test]
fn screen_paper_and_text_tell_the_same() {
    with_page("about:blank", Options::default(), async |page| {
        for (asked, told) in TAKEN {
            page.goto(&ask_published(&format!("{asked}&lang=en"))).await;
            page.wait_until("document.querySelector('#answer:not([aria-busy]) .verdict') !== null")
                .await;
            page.element("#all-blocks").await;
            let mut facts: Vec<String> = told.iter().map(|part| (*part).to_owned()).collect();
            facts.extend(["Jari", "unofficial"].map(str::to_owned));
            // What the answer says in words of its own.
            let own = ".verdict .sentence, .verdict .call-note, .verdict .caveat, .verdict .what-not, \
                       #grounds li > p:not(.row, .small), #nearest button";
            let own = page.texts(own).await;
            assert!(own.len() > 1, "{own:?}");
            facts.extend(own.into_iter().map(|text| text.trim().to_owned()));
            let buttons = page.texts("#nearest button").await;
            let is_one_that_fits = page.count("[data-verdict=now].verdict").await == 1;
            assert_eq!(buttons.is_empty(), is_one_that_fits, "{asked}");

            let screen = shown(page).await;
            page.click("#copy-text").await;
            page.wait_text("#kept", "Copied").await;
            let text = page.clipboard().await.split_whitespace().collect::<Vec<_>>().join(" ");
            page.set_media("print", "light").await;
            let paper = shown(page).await;
            page.set_media("screen", "light").await;
            for (name, shown) in [("screen", &screen), ("paper", &paper), ("text", &text)] {
                let shown = shown.to_lowercase();
                for fact in &facts {
                    let is_there = shown.contains(&fact.to_lowercase());
                    assert!(is_there, "{fact:?} on {name} of {asked}: {shown}");
                }
            }
            // When it was read, which a screen has no need of.
            for (name, shown) in [("paper", &paper), ("text", &text)] {
                assert!(shown.contains("24 Nov 2026"), "{name} of {asked}: {shown}");
            }
        }
    });
}

#[test]
fn the_summary_is_one_sheet() {
    for lang in ["ko", "en"] {
        with_page(&ask(&format!("{BUSY}&lang={lang}")), Options::default(), async |page| {
            page.wait_until("document.querySelector('#offer') !== null").await;
            page.wait_until("document.querySelector('#offer').hidden === false").await;
            assert_eq!(page.sheets().await, 1, "{lang}");
        });
    }
}

#[test]
fn what_it_costs_every_applicant_and_how_a_round_went_stand_beside_it() {
    with_page(&ask(BUSY), Options::default(), async |page| {
        page.wait_text("#fees", "청년기업").await;
        assert_eq!(page.count("#fees tbody tr").await, 4);
        page.wait_text("#effect", "→").await;
        page.wait_text("#results", "3.32대").await;
        page.wait_text("#results", "30.9%").await;
        page.click("#results summary").await;
        page.wait_text("#results table", "1,714").await;
    });
}

#[test]
fn the_sentence_is_read_out_once_typing_has_paused() {
    with_page(&ask(""), Options::default(), async |page| {
        wait_verdict(page, "now").await;
        wait_said(page).await;
        // Faster than any pause, whatever the machine does meanwhile.
        page.script(
            "globalThis.said = 0;
             new MutationObserver(() => said++)
                 .observe(document.querySelector('#said'), { childList: true, characterData: true, subtree: true });
             const field = document.querySelector('#nodes');
             for (const value of ['1', '12', '123']) {
                 field.value = value;
                 field.dispatchEvent(new Event('input', { bubbles: true }));
             }",
        )
        .await;
        page.wait_text("#verdict", "123대").await;
        page.wait_until("document.querySelector('#said').textContent.includes('123대')").await;
        assert_eq!(page.evaluate("said").await, json!(1), "not at every key");
    });
}

#[test]
fn the_words_of_the_page_are_explained() {
    with_page("/", Options::default(), async |page| {
        // What is above it has its place.
        page.wait_text("#free-time", "2026년").await;
        page.wait_text("#lanes", "리프 1").await;
        page.click("#glossary summary").await;
        page.wait_text("#glossary", "스위치 한 번만 거쳐").await;
        assert_eq!(page.count("#glossary dt").await, 17);
    });
}

/// Browsers that do not copy: without a clipboard, with one that refuses, and a page on plain http.
const NO_CLIPBOARD: [&str; 3] = [
    "Object.defineProperty(navigator, 'clipboard', { value: undefined })",
    "const refuse = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
     if (navigator.clipboard) navigator.clipboard.writeText = refuse;",
    "Object.defineProperty(window, 'isSecureContext', { value: false })",
];

/// Waits for the field with what could not be copied: all of it is selected, and can be copied alone.
async fn wait_by_hand(page: &Page, part: &str) {
    page.wait_until(&format!(
        "(() => {{
             const field = document.querySelector('.by-hand textarea');
             return field === document.activeElement && field.readOnly
                 && field.value.includes('{part}') && field.selectionStart === 0
                 && field.selectionEnd === field.value.length;
         }})()"
    ))
    .await;
}

#[test]
fn what_cannot_be_copied_is_shown_to_be_copied_by_hand() {
    for before in NO_CLIPBOARD {
        let options = Options { before, ..Options::default() };
        with_page(&ask(BUSY), options, async |page| {
            page.wait_text("#offer", "들어갈 만한 자리").await;
            page.click("#copy-link").await;
            wait_by_hand(page, "?view=fit&").await;
            page.wait_text("#kept", "직접 복사해 주세요").await;
            // Once more: it is selected again.
            page.script("document.activeElement.setSelectionRange(0, 0)").await;
            page.click("#copy-link").await;
            wait_by_hand(page, "?view=fit&").await;
            page.click("#copy-text").await;
            wait_by_hand(page, "노드(서버) 수: 8대").await;
            page.press(Key::Escape).await;
            page.wait_gone(".by-hand").await;
            assert_eq!(page.focus().await, "copy-text");
            assert_eq!(page.text("#kept").await, "");

            // Another request has another link.
            page.click("#copy-link").await;
            wait_by_hand(page, "nodes=8").await;
            page.type_into("#nodes", "9").await;
            page.wait_gone(".by-hand").await;

            page.click("#pin").await;
            page.click("#compare thead button").await;
            wait_by_hand(page, "nodes=9").await;
            page.click("#compare .by-hand button").await;
            page.wait_gone(".by-hand").await;

            page.click(".tabs a[href*='view=size']").await;
            page.wait_text("h1", "얼마나").await;
            page.click("#copy-link").await;
            wait_by_hand(page, "?view=size").await;
        });
    }
}

#[test]
fn a_browser_that_does_not_print_is_told() {
    let cases = [
        ("window.print = undefined", "인쇄 창이 열리지 않았다면"),
        ("window.print = () => {}", "인쇄 창이 열리지 않았다면"),
        ("window.print = () => { dispatchEvent(new Event('beforeprint')); printed = true; }", ""),
    ];
    for (before, told) in cases {
        let options = Options { before, ..Options::default() };
        with_page(&ask(BUSY), options, async |page| {
            page.wait_text("#offer", "들어갈 만한 자리").await;
            page.click("#print").await;
            match told {
                "" => {
                    page.wait_until("globalThis.printed === true").await;
                    page.script("await new Promise((next) => setTimeout(next, 800))").await;
                    assert_eq!(page.text("#kept").await, "");
                }
                told => page.wait_text("#kept", told).await,
            }
        });
    }
}
