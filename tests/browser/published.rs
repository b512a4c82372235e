//! What the published file answers: published holds count as taken, each answer says what it rests
//! on and where that is read, and nothing of it is told in the colour of a yes.
use super::{
    fit::{ask, ask_published, verdicts, wait_said, wait_verdict},
    harness::{Options, Page, all, with_page},
};
use serde_json::json;
use thirtyfour::Key;

/// A request of the published file and what it comes to.
struct Case {
    asked: &'static str,
    verdict: &'static str,
    kind: &'static str,
    /// What is said in Korean and in English, and where.
    told: &'static [(&'static str, &'static str, &'static str)],
    /// What may not be said of it anywhere in the answer.
    untold: &'static [&'static str],
    /// How many grounds there are, and how many of them say where they are read.
    grounds: (usize, usize),
    /// How many other schemes are named.
    schemes: usize,
}

const SENTENCE: &str = "#verdict .sentence";
const NOTE: &str = "#verdict .call-note:first-child";
const CAVEAT: &str = "#verdict .caveat";
const GROUNDS: &str = "#grounds";
const ELSEWHERE: &str = "#elsewhere";

const CASES: [Case; 7] = [
    Case {
        asked: "acc=h200&from=2026-11-29",
        verdict: "later",
        kind: "later",
        told: &[
            (SENTENCE, "2026년 11월 29일부터는 자리가 없습니다", "No room from 29 Nov 2026"),
            (SENTENCE, "2027년 4월 1일쯤부터 3개월 동안", "from about 1 Apr 2027 for 3 months"),
            (SENTENCE, "(추정)", "(inferred)"),
            (
                CAVEAT,
                "다시 모집한다는 발표는 없습니다",
                "Nothing says that these nodes are offered",
            ),
            (GROUNDS, "네이버클라우드 H200 블록 A", "Naver Cloud H200 block A"),
            (GROUNDS, "네이버클라우드 H200 블록 B", "Naver Cloud H200 block B"),
            (
                GROUNDS,
                "공개된 규칙상 2027년 4월 1일쯤 끝납니다(추정)",
                "this ends about 1 Apr 2027 (inferred)",
            ),
            (GROUNDS, "길어야 12개월이라", "last at most 12 months"),
        ],
        untold: &["NHN", "카카오 B200 블록 ", "Kakao B200 block "],
        grounds: (1, 1),
        schemes: 4,
    },
    Case {
        asked: "acc=b200&from=2026-11-29",
        verdict: "later",
        kind: "later",
        told: &[
            (SENTENCE, "2027년 4월 1일쯤부터", "from about 1 Apr 2027"),
            (
                SENTENCE,
                "카카오 B200 블록에 노드 4대(GPU 32장)가",
                "Kakao B200 block has room for 4 nodes",
            ),
            (GROUNDS, "카카오 B200 블록", "Kakao B200 block"),
            (
                GROUNDS,
                "공개된 규칙상 2027년 4월 1일쯤 끝납니다(추정)",
                "this ends about 1 Apr 2027 (inferred)",
            ),
            (
                GROUNDS,
                "NHN클라우드 B200 블록 A, NHN클라우드 B200 블록 B",
                "NHN Cloud B200 block A, NHN Cloud B200 block B",
            ),
            (GROUNDS, "언제 끝나는지는 공개되지 않았습니다", "When that ends is not published"),
        ],
        untold: &[],
        grounds: (2, 2),
        schemes: 4,
    },
    Case {
        asked: "acc=b200&nodes=300&from=2026-11-29",
        verdict: "held",
        kind: "no",
        told: &[
            (SENTENCE, "언제 끝나는지는 공개되지 않았습니다", "when that ends is not published"),
            (
                GROUNDS,
                "불가\nNHN클라우드 B200 블록 B, 카카오 B200 블록",
                "Never\nNHN Cloud B200 block B, Kakao B200 block",
            ),
            (GROUNDS, "노드 45대(GPU 360장)가 모자랍니다", "45 nodes (360 GPUs) too few"),
            (GROUNDS, "수량\nNHN클라우드 B200 블록 A", "Capacity\nNHN Cloud B200 block A"),
            (GROUNDS, "국가 프로젝트", "National projects"),
        ],
        untold: &["2027년 4월 1일", "1 Apr 2027"],
        grounds: (2, 2),
        schemes: 4,
    },
    Case {
        asked: "acc=h200&from=2026-11-29&layer=size",
        verdict: "now",
        kind: "conditional",
        told: &[
            (
                SENTENCE,
                "블록 규모만 보면 2026년 11월 29일부터",
                "By size alone, Naver Cloud H200 block B has room for 4 nodes",
            ),
            (
                SENTENCE,
                "공개된 사실로 본 점유는 반영하지 않았습니다",
                "Published holds are left out",
            ),
            (
                "#layer",
                "공개된 사실로 본 점유는 반영하지 않았습니다",
                "Published holds are left out",
            ),
            ("#offer .offer-facts", "69,888", "69,888"),
        ],
        untold: &["바로 들어감", "Fits now"],
        grounds: (0, 0),
        schemes: 0,
    },
    Case {
        asked: "acc=h200&nodes=1&from=2026-11-29&call=25-1",
        verdict: "rule",
        kind: "no",
        told: &[
            (NOTE, "지금은 신청할 수 없습니다", "takes no applications"),
            (
                SENTENCE,
                "과제당 노드 2대(GPU 16장) 이상 신청해야 합니다",
                "asks for at least 2 nodes (16 GPUs) per project",
            ),
            (GROUNDS, "과제당 노드 2대(GPU 16장) 이상", "at least 2 nodes (16 GPUs) per project"),
            (
                ELSEWHERE,
                "과제당 노드 2대(GPU 16장)부터 신청할 수 있습니다",
                "starts at 2 nodes (16 GPUs) per project",
            ),
            (ELSEWHERE, "고성능컴퓨팅 지원 (NIPA)", "High-performance computing support (NIPA)"),
            (ELSEWHERE, "국가AI데이터센터 (AICA, 광주)", "National AI data centre (AICA, Gwangju)"),
            (ELSEWHERE, "슈퍼컴퓨터 6호기 한강 (KISTI)", "Supercomputer no. 6, Hangang (KISTI)"),
            (ELSEWHERE, "AI 연구용 컴퓨팅 지원 (IITP, 대학)", "Computing for AI research (IITP"),
        ],
        untold: &[],
        grounds: (2, 2),
        schemes: 4,
    },
    Case {
        asked: "from=2026-11-29&call=rolling-2026",
        verdict: "rule",
        kind: "no",
        told: &[
            (
                NOTE,
                "2026년 수시 모집 접수는 2026년 7월 9일 17시에 끝나",
                "Rolling call 2026 closed on",
            ),
            (SENTENCE, "이용은 2026년 12월 31일까지 끝나야", "have to end by 31 Dec 2026"),
            (GROUNDS, "이용은 2026년 12월 31일까지 끝나야", "have to end by 31 Dec 2026"),
        ],
        untold: &[],
        grounds: (3, 3),
        schemes: 4,
    },
    Case {
        asked: "acc=b300&from=2026-11-29",
        verdict: "announced",
        kind: "unknown",
        told: &[
            (SENTENCE, "B300: 도입이 발표되었지만", "B300: announced, but no block of nodes"),
            (GROUNDS, "네이버클라우드", "Naver Cloud"),
            (GROUNDS, "엘리스그룹", "Elice Group"),
            (GROUNDS, "삼성SDS", "Samsung SDS"),
            (GROUNDS, "서비스 2026년 안", "in service within 2026"),
            ("#request", "B300(도입 발표)", "B300 (announced)"),
        ],
        untold: &[],
        grounds: (3, 3),
        schemes: 4,
    },
];

async fn expect_told(page: &Page, case: &Case, is_english: bool, places: &[&str]) {
    let Case { asked, verdict, kind, .. } = case;
    wait_verdict(page, verdict).await;
    let found = page.attribute("#verdict .verdict", "data-kind").await;
    assert_eq!(found.as_deref(), Some(*kind), "{asked}");
    for (place, korean, english) in case.told {
        if places.is_empty() || places.contains(place) {
            page.wait_text(place, if is_english { english } else { korean }).await;
        }
    }
    let is_sourced = "{}.filter((of) => of.querySelector('a[href^=https]')).length";
    let is_sourced = is_sourced.replace("{}", &all("#grounds li"));
    let sourced = page.evaluate(&is_sourced).await;
    assert_eq!((page.count("#grounds li").await, sourced), (case.grounds.0, json!(case.grounds.1)));
}

/// The whole answer, once all of it is there and its sentence has been read out.
async fn whole_answer(page: &Page) -> String {
    page.element("#all-blocks").await;
    wait_said(page).await;
    page.text("#answer").await
}

/// On the screen, of the same link loaded again, and on paper.
#[test]
fn each_answer_says_what_stands_in_the_way_and_what_it_rests_on() {
    with_page("about:blank", Options::default(), async |page| {
        for case in &CASES {
            for is_english in [false, true] {
                let lang = if is_english { "en" } else { "ko" };
                page.goto(&ask_published(&format!("{}&lang={lang}", case.asked))).await;
                expect_told(page, case, is_english, &[]).await;
                let answer = whole_answer(page).await;
                let told = page.texts("#verdict, #grounds").await.join("\n");
                for untold in case.untold {
                    assert!(!told.contains(untold), "{untold} in {told}");
                }
                assert_eq!(page.count("#elsewhere article").await, case.schemes, "{}", case.asked);

                page.reload().await;
                expect_told(page, case, is_english, &[]).await;
                assert_eq!(whole_answer(page).await, answer, "the link gives the same again");

                // Firefox forgets the medium with the document.
                page.set_media("print", "light").await;
                expect_told(page, case, is_english, &[SENTENCE, NOTE, CAVEAT, GROUNDS]).await;
                page.set_media("screen", "light").await;
            }
        }
    });
}

/// Of what was only announced no block is asked, and none is offered.
#[test]
fn of_what_is_only_announced_no_block_is_told_to_fit() {
    with_page(&ask_published("acc=b300,vera-rubin"), Options::default(), async |page| {
        wait_verdict(page, "announced").await;
        page.element("#all-blocks").await;
        for (block, verdict) in verdicts(page).await.as_object().expect("blocks") {
            assert_eq!(verdict, "not-asked", "{block}");
        }
        assert_eq!(page.text("#offer").await, "");
        page.wait_text("#nearest button", "H200").await;
        // Beside one that has blocks, it takes nothing away from the answer.
        page.click("#accelerator-h200").await;
        wait_verdict(page, "later").await;
        page.wait_text("#grounds", "네이버클라우드 H200 블록 A").await;
    });
}

/// What is told in the colour of a yes, which is that of `--good`, or on a ground of its shade.
const GREEN: &str = "
    const probe = document.body.appendChild(document.createElement('i'));
    const greens = ['--good', '--good-soft'].map((name) => {
        probe.style.color = `var(${name})`;
        return getComputedStyle(probe).color;
    });
    probe.remove();
    const parts = document.querySelectorAll('#answer, #answer *, main:not(:has(#answer)) *');
    const painted = ['color', 'backgroundColor', 'fill', 'stroke', 'outlineColor', 'textDecorationColor',
        'borderTopColor', 'borderRightColor', 'borderBottomColor', 'borderLeftColor'];
    const isGreen = (part) => {
        const style = getComputedStyle(part);
        return painted.some((name) => greens.includes(style[name]));
    };
    return [parts.length, [...parts].filter(isGreen).map((part) => part.outerHTML.slice(0, 120))];";

async fn green(page: &Page) -> Vec<String> {
    let (looked_at, green): (usize, Vec<String>) =
        serde_json::from_value(page.script(GREEN).await).expect("a count and elements");
    assert!(looked_at > 100, "it looks at {looked_at} elements");
    green
}

/// A file of every hold, of which a yes is one.
const COMPLETE: &str = r#"{ "schema": 1, "as_of": "2026-11-24", "availability": "complete",
    "accelerators": [{ "id": "h200", "name": "H200" }],
    "blocks": [{ "id": "hall-a", "accelerator": "h200", "nodes": 64 }], "holds": [] }"#;

#[test]
fn nothing_of_the_published_file_is_told_in_the_colour_of_a_yes() {
    let answers = [
        ask_published(""),
        ask_published("from=2027-06-01"),
        ask_published("acc=b200&nodes=300"),
        ask_published("scenario=busy-year&nodes=4"),
        ask_published("acc=b300"),
        ask_published("hold=naver-h200-b:1-8:2027-04-01:2027-05-01&from=2027-06-01"),
        ask(""),
        ask("call=25-1&acc=h200&nodes=8&pin=layer%3Dsize%26nodes%3D8"),
    ];
    let capacity = ["/", "/?layer=size", "/?at=2027-06-01", "/?scenario=busy-year&at=2027-03-15"];
    with_page("about:blank", Options::default(), async |page| {
        for view in capacity.into_iter().map(str::to_owned).chain(answers) {
            page.goto(&view).await;
            match view.contains("view=fit") {
                true => {
                    page.element("#all-blocks").await;
                    // What fits on the map fits as far as is known.
                    page.element("#fit-map .fits.is-inexact").await;
                    page.element("#fit-map .edge.is-inexact").await;
                }
                false => _ = page.element("#sources li").await,
            }
            assert_eq!(page.count(":is(.fits, .edge):not(.is-inexact)").await, 0, "{view}");
            assert_eq!(page.count("[data-kind=now]").await, 0, "{view}");
            for scheme in ["light", "dark"] {
                page.set_media("screen", scheme).await;
                assert_eq!(green(page).await, [""; 0], "{view} {scheme}");
            }
        }
    });
    // It would be found: of a file with every hold in it a yes is green.
    let options = Options { capacity: Some(COMPLETE), ..Options::default() };
    with_page("/?view=fit&nodes=4", options, async |page| {
        wait_verdict(page, "now").await;
        page.element("#fit-map .fits:not(.is-inexact)").await;
        page.element("#all-blocks .tag[data-kind=now]").await;
        assert_eq!(page.attribute("#verdict .verdict", "data-kind").await.as_deref(), Some("now"));
        assert!(green(page).await.len() > 2);
    });
}

#[test]
fn what_counts_as_taken_is_chosen_and_in_the_link() {
    with_page(&ask_published("acc=h200"), Options::default(), async |page| {
        wait_verdict(page, "later").await;
        page.element(".notice[data-layer=published]").await;
        assert!(
            page.evaluate("document.querySelector('#as-in-file').checked").await == json!(true)
        );
        let published = whole_answer(page).await;

        page.click("#by-size").await;
        wait_verdict(page, "now").await;
        page.wait_url("layer=size").await;
        page.element(".notice[data-layer=size]").await;
        page.reload().await;
        wait_verdict(page, "now").await;
        assert!(page.evaluate("document.querySelector('#by-size').checked").await == json!(true));
        // What is taken is the same in the other view.
        page.click(".tabs a:first-child").await;
        page.wait_text("#map .legend", "점유 자료 없음 1,307").await;
        page.click(".tabs a[href*='view=fit']").await;

        page.click("#as-in-file").await;
        wait_verdict(page, "later").await;
        page.wait_until("!location.search.includes('layer=')").await;
        page.element(".notice[data-layer=published]").await;
        page.wait_text("#said", "공개된 규칙대로").await;
        assert_eq!(whole_answer(page).await, published);

        // By keys: one stop, and the arrows choose.
        page.script("document.querySelector('#as-in-file').focus()").await;
        page.press(Key::Down).await;
        wait_verdict(page, "now").await;
        assert_eq!(page.focus().await, "by-size");
        page.press(Key::Down).await;
        page.element(".notice[data-layer=scenario]").await;
        page.wait_url("scenario=busy-year").await;
        page.press(Key::Up + Key::Up).await;
        wait_verdict(page, "later").await;
        assert_eq!(page.focus().await, "as-in-file");
        page.wait_until("!/layer=|scenario=/.test(location.search)").await;
    });
}

#[test]
fn a_file_without_published_holds_has_none_to_leave_out() {
    let options = Options { capacity: Some(COMPLETE), ..Options::default() };
    with_page("/?view=fit&layer=size&nodes=4", options, async |page| {
        wait_verdict(page, "now").await;
        page.element("#busy-year").await;
        assert_eq!(page.count("#by-size").await, 0);
        assert_eq!(page.count("#elsewhere, #grounds").await, 0);
    });
}

#[test]
fn the_contents_lead_to_each_part_and_stay_in_sight() {
    let parts = ["blocks", "time", "calls", "purchases", "elsewhere", "sources"];
    with_page("about:blank", Options::default(), async |page| {
        for width in [390, 1440] {
            page.set_view(width, 800).await;
            page.goto("/").await;
            page.element("#sources li").await;
            page.wait_text("#lanes", "리프 1").await;
            assert_eq!(page.count(".contents a").await, parts.len());
            let natural =
                "document.querySelector('.contents').getBoundingClientRect().top + scrollY";
            let natural = page.evaluate(natural).await.as_f64().expect("a place");
            for (index, part) in parts.iter().enumerate() {
                page.click(&format!(".contents a:nth-of-type({})", index + 1)).await;
                page.wait_until(&format!("document.activeElement.id === '{part}-title'")).await;
                // It stays at the top as soon as it has come there.
                let stands = "document.querySelector('.contents').getBoundingClientRect().top";
                let top = page.evaluate(stands).await.as_f64().expect("a place");
                let scrolled = page.evaluate("scrollY").await.as_f64().expect("a place");
                let wanted = (natural - scrolled).max(0.0);
                assert!((top - wanted).abs() <= 1.0, "{part} at {width}: {top} and not {wanted}");
                // The way on is the next stop inside the part.
                page.press(Key::Tab).await;
                let inside = format!("document.activeElement.closest('#{part}') !== null");
                assert!(page.evaluate(&inside).await == json!(true), "{part} at {width}");
            }
            page.script("document.querySelector('#purchases').scrollIntoView()").await;
            page.wait_until(
                "document.querySelector('.contents').getBoundingClientRect().top === 0",
            )
            .await;
        }
        // Its keys are those of any link, and nothing of it is in the address.
        page.script("document.querySelector('.contents a:last-child').focus()").await;
        page.press(Key::Enter).await;
        page.wait_until("document.activeElement.id === 'sources-title'").await;
        assert_eq!(page.url().await, "/");
    });
}

#[test]
fn the_contents_lead_to_the_heading_of_each_part() {
    let heading = "(() => {
        const nav = document.querySelector('.contents').getBoundingClientRect();
        const part = document.activeElement;
        const heading = part.getBoundingClientRect();
        const isSeen = heading.top >= nav.bottom - 1 && heading.bottom <= innerHeight;
        return isSeen ? '' : `${part.id}: ${heading.top} to ${heading.bottom}, below ${nav.bottom}`;
    })()";
    with_page("about:blank", Options::default(), async |page| {
        let mut unseen = Vec::new();
        for width in [390, 1440] {
            page.set_view(width, 800).await;
            page.goto("/").await;
            page.element("#sources li").await;
            page.wait_text("#lanes", "리프 1").await;
            // Down the page, and up again.
            for place in [1, 2, 3, 4, 5, 6, 3, 1] {
                page.click(&format!(".contents a:nth-of-type({place})")).await;
                let link = format!(".contents a:nth-of-type({place})");
                let part = page.attribute(&link, "href").await.expect("an address");
                page.wait_until(&format!(
                    "document.activeElement === document.querySelector('{part}-title')"
                ))
                .await;
                let told = page.evaluate(heading).await;
                if told != json!("") {
                    unseen.push(format!("at {width}, {told}"));
                }
            }
        }
        assert!(unseen.is_empty(), "headings out of sight: {unseen:#?}");
    });
}

#[test]
fn the_programme_is_drawn_in_time_and_its_table_says_where_each_event_is_read() {
    for (lang, wave, held) in
        [("ko", "2026년 확보", "765대"), ("en", "Purchase of 2026", "765 nodes")]
    {
        with_page(&format!("/?lang={lang}"), Options::default(), async |page| {
            page.wait_text("#programme", wave).await;
            // Two purchases, four calls, and what is taken until one day and what without an end.
            assert_eq!(page.count("#programme .chart").await, 2 + 4 + 2);
            page.wait_text("#programme .chart", held).await;
            let drawn = all("#programme .chart");
            let drawn = format!("{drawn}.filter((row) => row.querySelector('rect, svg svg path'))");
            assert_eq!(page.evaluate(&format!("{drawn}.length")).await, json!(8));

            page.click("#programme summary").await;
            page.element("#programme table").await;
            let rows = page.count("#programme tbody tr").await;
            assert!(rows > 8, "{rows} events");
            let sourced = page.count("#programme tbody tr:has(a[href^=https])").await;
            assert_eq!(sourced, rows, "each with its source");
            page.wait_text("#programme tbody", if lang == "ko" { "61일" } else { "61 days" }).await;
        });
    }
}

#[test]
fn the_fit_map_says_that_a_rule_and_not_a_node_is_in_the_way() {
    let cases = [
        ("ko", "2026년 수시 모집 이용은 2026년 12월 31일", "규칙에 어긋남", "노드가 없습니다"),
        (
            "en",
            "Uses under Rolling call 2026 have to end by 31 Dec 2026",
            "against the rules",
            "no node is free",
        ),
    ];
    with_page("about:blank", Options::default(), async |page| {
        for (lang, rule, beside, never) in cases {
            for layer in ["", "&layer=size"] {
                let asked =
                    format!("lang={lang}&acc=h200&call=rolling-2026&from=2026-11-29{layer}");
                page.goto(&ask_published(&asked)).await;
                wait_verdict(page, "rule").await;
                page.wait_text("#fit-map-sentence", rule).await;
                page.wait_text("#fit-map", beside).await;
                let map = page.text("#fit-map").await;
                assert!(!map.contains(never), "{never} in {map}");
                page.click("#fit-map summary").await;
                page.wait_text("#fit-map table", beside).await;
            }
        }
    });
}

/// By its last day, as the answer has it.
#[test]
fn the_fit_map_names_the_day_by_which_a_call_ends_as_the_answer_does() {
    with_page("about:blank", Options::default(), async |page| {
        for (lang, day) in [("ko", "2026년 12월 31일까지"), ("en", "by 31 Dec 2026,")] {
            let asked = format!("lang={lang}&acc=h200&call=rolling-2026&from=2026-11-29");
            page.goto(&ask_published(&asked)).await;
            wait_verdict(page, "rule").await;
            page.wait_text("#fit-map-sentence", day).await;
        }
    });
}

/// The notice of the file stands before everything else, with its source.
#[test]
fn the_notice_says_first_that_nothing_is_left_and_where_that_is_read() {
    let said = [
        ("ko", "지원포털이 내줄 수 있는 GPU는 모두 배정되었습니다"),
        ("en", "every GPU that the portal can offer is allocated"),
    ];
    with_page("about:blank", Options::default(), async |page| {
        for view in ["capacity", "fit", "size"] {
            for (lang, text) in said {
                page.goto(&format!("/?view={view}&lang={lang}")).await;
                page.wait_text(".notice .stated:first-child", text).await;
                let link = page.attribute(".notice .stated a", "href").await;
                assert!(link.is_some_and(|link| link.starts_with("https://")), "{view} {lang}");
            }
        }
    });
}
