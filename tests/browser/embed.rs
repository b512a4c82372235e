//! The picture for the pages of others: who may show it, and that nothing else of the site is shown there.
use super::harness::{Elsewhere, Options, Page, with_page};
use serde_json::json;

/// What is blocked is told in the console by both browsers, each in its words.
const BLOCKED: &[&str] = &[
    "frame-ancestors",
    "X-Frame-Options",
    "refused to connect",
    "Framing",
    // A page that there is not, and that may not be framed either.
    "chrome-error://chromewebdata/",
    "/nothing.html",
];

/// How many elements of a page of the site are shown in the frame of another site's page.
async fn shown_at(page: &Page, elsewhere: &Elsewhere, address: &str, css: &str) -> usize {
    let framed = format!("{}{address}", page.site.origin);
    page.goto(&format!("{}/frame?{framed}", elsewhere.origin)).await;
    page.count_in_frame(css).await
}

#[test]
fn a_named_site_shows_the_picture_and_another_one_does_not() {
    let (named, other) = (Elsewhere::start(String::new()), Elsewhere::start(String::new()));
    let settings = json!({ "embed_sites": [named.origin] }).to_string();
    let options = Options { settings: Some(settings), expected: BLOCKED, ..Options::default() };
    with_page("/embed.html", options, async |page| {
        // By itself it opens, too: the first picture, and no other.
        page.wait_text("#capacity-ko", "공개된 사실로 본 점유").await;
        let shown = "[...document.querySelectorAll('figure')].filter((each) => each.checkVisibility()).map((each) => each.id).join()";
        assert_eq!(page.evaluate(shown).await, json!("capacity-ko"));

        let shapes = shown_at(page, &named, "/embed.html", "#capacity-ko svg path").await;
        assert!(shapes >= 3, "{shapes} shapes");
        assert_eq!(shown_at(page, &other, "/embed.html", "figure").await, 0);
        for address in ["/", "/404.html", "/nothing.html"] {
            assert_eq!(shown_at(page, &named, address, "main").await, 0, "{address}");
        }

        page.goto("/embed.html#programme-en").await;
        page.wait_text("#programme-en", "Programme timeline").await;
        assert_eq!(page.evaluate(shown).await, json!("programme-en"));
        // A style that did not come, or a policy that forbids it, would show all of them.
        assert_eq!(page.count("figure").await, 4);
    });
}

#[test]
fn where_no_site_is_named_none_shows_it() {
    let other = Elsewhere::start(String::new());
    let options = Options { expected: BLOCKED, ..Options::default() };
    with_page("/embed.html", options, async |page| {
        page.wait_text("#capacity-ko", "2026년 10월 11일에 확인한").await;
        assert_eq!(shown_at(page, &other, "/embed.html", "figure").await, 0);
        assert_eq!(shown_at(page, &other, "/", "main").await, 0);
    });
}
