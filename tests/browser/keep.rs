//! What is taken along: a text, a file, a sheet of paper; and what stands beside the answer.
use super::{
    fit::{ask, wait_verdict},
    harness::{Options, with_page},
};
use serde_json::{Value, json};

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
        page.wait_text("#round", "3.32대").await;
        page.wait_text("#round", "30.9%").await;
        page.click("#round summary").await;
        page.wait_text("#round table", "1,714").await;
    });
}

#[test]
fn the_sentence_is_read_out_once_typing_has_paused() {
    with_page(&ask(""), Options::default(), async |page| {
        wait_verdict(page, "now").await;
        page.script(
            "globalThis.said = 0;
             new MutationObserver(() => said++)
                 .observe(document.querySelector('#said'), { childList: true, characterData: true, subtree: true });",
        )
        .await;
        page.type_into("#nodes", "123").await;
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
