//! The chance of being selected, below the answer: what was counted at once, what is simulated once it
//! is opened, and the reader's own rank in the link.
use super::{
    fit::ask_published,
    harness::{Options, with_page},
};

const OPEN: &str = "#odds > details > summary";

#[test]
fn odds_are_simulated_once_they_are_opened() {
    with_page(&ask_published("call=25-1"), Options::default(), async |page| {
        page.wait_text("#odds-sentence", "100건 가운데 약 31건(27~35건)").await;
        assert_eq!(page.count(".icon-array").await, 0);
        page.click(OPEN).await;
        for (number, share) in [(1, "약 32건"), (2, "약 21건"), (3, "약 42건")] {
            page.wait_text(&format!(".icon-array:nth-child({number})"), share).await;
        }
        page.wait_text("#odds", "154위와 171위 사이에서").await;
        page.wait_text("#odds", "H200 18.7~100%").await;
        page.wait_text("#odds", "30~32건").await;
        // Nothing of it is told in the colour of a yes.
        assert_eq!(page.count("#odds [data-kind=yes], #odds .edge").await, 0);
    });
}

#[test]
fn the_rank_is_typed_kept_in_the_link_and_read_from_it() {
    let address = ask_published("lang=en&nodes=4&myrank=160&seed=7");
    with_page(&address, Options::default(), async |page| {
        page.wait_text("#odds-sentence", "about 31 of 100 requests").await;
        page.click(OPEN).await;
        page.wait_text("#odds-own", "Rank 160 is above the line in about ").await;
        assert_eq!(page.value("#odds-rank").await, "160");
        page.type_into("#odds-rank", "1").await;
        page.wait_text("#odds-own", "99 of 100 or more").await;
        page.wait_url("myrank=1").await;
        page.type_into("#odds-rank", "515").await;
        page.wait_text("#odds-rank-about", "Enter a whole number from 1 to 514.").await;
        page.wait_until("document.querySelector('#odds-own').textContent === ''").await;
        page.wait_url("seed=7").await;
        // What was opened stays while the request changes.
        page.set("#nodes", "32").await;
        page.wait_text(".icon-array:first-child", "about 30 of 100").await;
    });
}

/// Looked at, in both languages.
#[test]
fn odds_fit_a_phone_and_a_desk() {
    for (lang, width) in [("ko", 1280), ("en", 390)] {
        let address = ask_published(&format!("lang={lang}&myrank=150"));
        with_page(&address, Options::default(), async |page| {
            page.set_view(width, 1000).await;
            page.click(OPEN).await;
            page.wait_text(".icon-array:first-child", "32").await;
            page.wait_until("document.documentElement.scrollWidth <= innerWidth").await;
            page.script("document.querySelector('#odds').scrollIntoView()").await;
            page.screenshot(&format!("odds-{lang}-{width}")).await;
        });
    }
}

/// In a round, the rank is that of the list: nothing is typed.
#[test]
fn the_application_that_is_chosen_has_odds_at_its_rank() {
    with_page("/?view=round&lang=en", Options::default(), async |page| {
        page.click("#example-round").await;
        page.element(".round-row").await;
        assert_eq!(page.count("#odds").await, 0);
        page.click(".round-row:nth-of-type(1)").await;
        page.wait_text("#odds-sentence", "about 31 of 100 requests").await;
        page.click(OPEN).await;
        page.wait_text("#odds-own", "Rank 1 is above the line").await;
        assert_eq!(page.count("#odds-rank").await, 0);
        page.click("#leave-out").await;
        page.wait_until("document.querySelector('#odds') === null").await;
    });
}
