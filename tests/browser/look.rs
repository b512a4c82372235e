//! How it looks: nothing runs over the edge of any screen, and pictures for people to judge.
use super::{
    fit::{HELD, ask, ask_published, wait_verdict},
    harness::{Options, Page, all, with_page},
};
use serde_json::json;

/// The views with much in them, by the name of their pictures.
fn views(lang: &str) -> [(&'static str, String); 9] {
    [
        ("capacity", format!("/?lang={lang}&at=2027-03-15&scenario=busy-year")),
        ("capacity-published", format!("/?lang={lang}")),
        ("fit-published", ask_published(&format!("lang={lang}&nodes=1&call=rolling-2026"))),
        ("fit-announced", ask_published(&format!("lang={lang}&acc=b300,vera-rubin"))),
        ("fit", ask(&format!("lang={lang}&call=25-1&acc=h200&nodes=16"))),
        ("held", ask(&format!("lang={lang}&{HELD}&nodes=300&place=leaves-9&from=2027-01-31"))),
        ("size", format!("/?view=size&lang={lang}&call=25-1")),
        (
            "size-wrong",
            format!("/?view=size&lang={lang}&model=shape&kv-heads=7&tokens=many&within=0"),
        ),
        ("wrong", ask(&format!("lang={lang}&nodes=many&term=&until=2026-01-01&hold=:9-3::"))),
    ]
}

async fn settle(page: &Page) {
    page.wait_gone("#shell").await;
    page.wait_gone("main > [role=status]").await;
    page.evaluate("document.fonts.ready.then(() => true)").await;
}

/// The document where it is wider than the view, and the first elements that are.
const OVER_THE_EDGE: &str = "
    if (document.documentElement.scrollWidth <= innerWidth) return [];
    return [...document.querySelectorAll('html, body *')]
        .filter((part) => part.matches('html') || part.getBoundingClientRect().right > innerWidth)
        .slice(0, 5).map((part) => part.outerHTML.slice(0, 120));";

#[test]
fn nothing_runs_over_the_edge() {
    with_page("about:blank", Options::default(), async |page| {
        for lang in ["ko", "en"] {
            for (_, view) in views(lang) {
                page.goto(&view).await;
                settle(page).await;
                for width in [320, 390, 768, 1024, 1440] {
                    page.set_view(width, 900).await;
                    let over = page.script(OVER_THE_EDGE).await;
                    assert_eq!(over, json!([]), "{view} at {width}");
                }
            }
        }
    });
}

#[test]
fn the_answer_is_beside_the_form_or_its_sentence_above_it() {
    with_page(&ask(""), Options::default(), async |page| {
        wait_verdict(page, "now").await;
        let corner = |css: &str| format!("document.querySelector('{css}').getBoundingClientRect()");
        let (form, sentence, offer) = (corner("#request"), corner("#verdict"), corner("#offer"));
        let beside = format!("{form}.right < Math.min({sentence}.left, {offer}.left)");
        let above = format!("{sentence}.bottom <= {form}.top && {form}.bottom <= {offer}.top");
        for (width, order) in [(1440, &beside), (1024, &beside), (1023, &above), (390, &above)] {
            page.set_view(width, 900).await;
            assert_eq!(page.evaluate(order).await, json!(true), "at {width}");
        }
    });
}

#[test]
fn the_shell_runs_over_no_edge_either() {
    let options = Options { script: false, ..Options::default() };
    with_page("/", options, async |page| {
        for width in [320, 390, 1440] {
            page.set_view(width, 900).await;
            page.screenshot(&format!("shell-{width}")).await;
            // Without scripts the driver still evaluates.
            assert_eq!(page.script(OVER_THE_EDGE).await, json!([]), "{width}");
        }
    });
}

fn picture(lang: &'static str) {
    with_page("about:blank", Options::default(), async |page| {
        for (name, view) in views(lang) {
            page.goto(&view).await;
            settle(page).await;
            for width in [390, 1440] {
                page.set_view(width, 900).await;
                page.screenshot(&format!("{name}-{lang}-{width}")).await;
            }
        }
    });
}

#[test]
fn pictures_in_korean() {
    picture("ko");
}

#[test]
fn pictures_in_english() {
    picture("en");
}

#[test]
fn dark_is_dark_and_print_leaves_out_what_cannot_be_used() {
    with_page(&ask("call=25-1&acc=h200&nodes=16"), Options::default(), async |page| {
        wait_verdict(page, "now").await;
        let ground = "getComputedStyle(document.body).backgroundColor";
        let light = page.evaluate(ground).await;
        page.set_media("screen", "dark").await;
        assert_ne!(page.evaluate(ground).await, light);
        page.screenshot("fit-dark-1280").await;
        page.goto("/?at=2027-03-15&scenario=busy-year").await;
        page.wait_text("#blocks .legend", "가정한 점유").await;
        page.screenshot("capacity-dark-1280").await;

        page.goto(&ask("call=25-1&acc=h200&nodes=16")).await;
        wait_verdict(page, "now").await;
        page.set_media("print", "light").await;
        let shown = all("button, form, nav");
        let shown = format!("{shown}.filter((part) => part.offsetParent !== null).length");
        assert_eq!(page.evaluate(&shown).await, json!(0), "nothing to press on paper");
        page.wait_text("#verdict", "16대").await;
        page.screenshot("fit-print-1280").await;

        // Paper does not scroll: a table is printed whole or not at all.
        page.goto("/?lang=en").await;
        settle(page).await;
        // Firefox forgets the medium with the document.
        page.set_media("print", "light").await;
        page.set_view(720, 1000).await;
        page.wait_until("document.querySelectorAll('table').length > 3").await;
        let cut = all("main table");
        let cut = format!(
            "{cut}.filter((table) => table.getBoundingClientRect().right > innerWidth).length"
        );
        assert_eq!(page.evaluate(&cut).await, json!(0), "a table is cut on paper");
        page.screenshot("capacity-print-720").await;
    });
}
