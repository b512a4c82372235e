//! The fit view answers a request: where it fits, from when, for how much, and why not.
use super::{
    capacity::BLOCKS,
    harness::{Options, Page, all, with_page},
};
use thirtyfour::Key;

/// Holds that leave no node of H200 before February 2027, and none of block A before March.
pub const HELD: &str = "hold=naver-h200-a:1-255:2026-12-01:2027-03-01\
                       &hold=naver-h200-b:1-32:2026-12-01:2027-02-01";

/// The link of a request for 4 nodes of any kind for 3 months, with these changes.
/// They come first, and what is usual where they say nothing of it.
pub fn ask_published(changes: &str) -> String {
    let usual = "acc=h200,b200&nodes=4&term=3m&from=2027-01-04&place=any&class=industry";
    let key = |pair: &str| pair.split('=').next().unwrap_or_default().to_owned();
    let changed: Vec<String> = changes.split('&').map(key).collect();
    let usual = usual.split('&').filter(|pair| !changed.contains(&key(pair)));
    let pairs: Vec<&str> =
        changes.split('&').filter(|pair| !pair.is_empty()).chain(usual).collect();
    format!("/?view=fit&{}", pairs.join("&"))
}

/// The same by size alone: published holds leave no node of the published file free, and what is
/// tested by such a request is not what they say.
pub fn ask(changes: &str) -> String {
    match changes.contains("scenario=busy-year") {
        // It stands in for published holds itself.
        true => ask_published(changes),
        false => ask_published(&format!("{changes}&layer=size")),
    }
}

/// Waits for what the answer comes to: `now`, `later`, `no`, `rule` or `invalid`; and for all of it.
pub async fn wait_verdict(page: &Page, verdict: &str) {
    page.wait_until(&format!(
        "document.querySelector('#answer:not([aria-busy]) .verdict')?.dataset.verdict === '{verdict}'"
    ))
    .await;
}

/// The rows of a block and of those beside it of which the same is said: why not, and what would
/// fit, stand there once.
pub fn group(block: &str) -> String {
    format!("#all-blocks tbody:has([data-block={block}])")
}

/// What the rows of the blocks come to, by id.
pub async fn verdicts(page: &Page) -> serde_json::Value {
    let rows = all("#all-blocks [data-block]");
    let pairs = format!("{rows}.map((row) => [row.dataset.block, row.dataset.verdict])");
    page.evaluate(&format!("Object.fromEntries({pairs})")).await
}

/// Asks each request and holds the answer to a verdict and to what it says among other things.
fn expect_answers(verdict: &str, cases: &[(&str, &[&str])]) {
    with_page("about:blank", Options::default(), async |page| {
        for (changes, parts) in cases {
            page.goto(&ask(changes)).await;
            wait_verdict(page, verdict).await;
            for part in *parts {
                page.wait_text("#answer", part).await;
            }
        }
    });
}

#[test]
fn a_request_that_fits_has_its_nodes_hours_and_end() {
    expect_answers(
        "now",
        &[
            (
                "",
                &[
                    "2027년 1월 4일부터 3개월 동안",
                    "4대 (GPU 32장)",
                    "2027년 4월 3일",
                    "GPU시간\n69,120",
                ],
            ),
            ("acc=h200&nodes=32&place=one-leaf", &["리프 1에 노드 32대 (노드 1-32)"]),
            (
                "acc=b200&nodes=510&term=10d",
                &["NHN클라우드 B200 블록 A", "리프 16에 노드 30대", "노드 1-510"],
            ),
            // As many as there are, up to the most that are of use.
            ("acc=h200&nodes=200&max=300", &["255대(GPU 2,040장)가 들어갑니다"]),
        ],
    );
}

#[test]
fn one_that_breaks_the_calls_rule_says_which() {
    expect_answers(
        "rule",
        &[
            (
                "call=25-1&acc=h200&nodes=33",
                &["규칙에 어긋납니다", "이 공모(25-1차 사용자 모집)에서는", "32대(GPU 256장) 이하"],
            ),
            ("call=25-1&nodes=1", &["2대(GPU 16장) 이상 신청해야 합니다"]),
            ("call=25-1&term=2m", &["3개월 이상입니다"]),
            ("call=25-1&term=13m", &["12개월 이하입니다"]),
            ("call=26-1-industry&class=academia", &["대학 신청을 받지 않습니다"]),
            ("call=26-1-industry", &["2026년 7월 31일까지 끝나야 하는데"]),
        ],
    );
}

/// A term as people write it: its unit is in the words, and what is not clear is not guessed.
#[test]
fn a_term_in_words_is_read_and_one_that_is_not_clear_says_how_to_write_it() {
    with_page(&ask(""), Options::default(), async |page| {
        wait_verdict(page, "now").await;
        page.wait_text("#term-about", "3이나 6개월, 1년처럼 적습니다").await;
        let cases = [
            ("석 달", "3개월 동안", "m"),
            ("반년", "6개월 동안", "m"),
            ("1.5년", "18개월 동안", "m"),
            ("half a year", "6개월 동안", "m"),
            ("열흘", "10일 동안", "d"),
            ("1.5일", "36시간 동안", "h"),
        ];
        for (typed, told, unit) in cases {
            page.type_into("#term", typed).await;
            page.wait_text("#verdict .sentence", told).await;
            assert_eq!(page.value("#unit").await, unit, "{typed}");
        }
        for (typed, hint) in [("1.5개월", "45일이나 2개월처럼"), ("두어 달", "6개월이나 1년처럼")]
        {
            page.type_into("#term", typed).await;
            page.wait_text("#term-about .wrong", hint).await;
        }
    });
}

#[test]
fn one_that_fits_only_later_says_when_and_what_is_in_the_way() {
    let both = format!("{HELD}&acc=h200");
    let larger = format!("{HELD}&acc=h200&nodes=33");
    expect_answers(
        "later",
        &[
            (
                &both,
                &[
                    "2027년 2월 1일부터",
                    "2027년 1월 4일부터는 자리가 없습니다",
                    "가정한 점유(노드 32대, GPU 256장)",
                    "가정한 점유(노드 255대, GPU 2,040장)",
                    "28일",
                ],
            ),
            (&larger, &["2027년 3월 1일부터", "1대(GPU 8장)가 모자랍니다"]),
        ],
    );
}

#[test]
fn one_that_never_fits_says_so_of_every_block() {
    expect_answers(
        "no",
        &[
            (
                "nodes=511",
                &[
                    "511대(GPU 4,088장)를 3개월 동안 쓸 자리가 어느 노드 블록에도 없습니다",
                    "1대(GPU 8장)가 모자랍니다",
                ],
            ),
            (
                "nodes=33&place=one-leaf",
                &["이 배치(한 리프 안)로는 노드 32대(GPU 256장)까지입니다"],
            ),
            ("until=2027-02-01", &["2027년 2월 1일까지 끝나지 않습니다"]),
        ],
    );
}

#[test]
fn every_block_has_an_offer_or_a_reason() {
    let asked = ["", "acc=h200", "nodes=256", "call=25-1&nodes=20", "scenario=busy-year&nodes=64"];
    with_page("about:blank", Options::default(), async |page| {
        for changes in asked {
            page.goto(&ask(changes)).await;
            page.wait_text("#all-blocks", "모든 노드 블록").await;
            let found = verdicts(page).await;
            for (block, _) in BLOCKS {
                let fits_now = found[block] == "now";
                let reasons = page.count(&format!("{} .why p", group(block))).await;
                assert!(fits_now == (reasons == 0), "{changes}: {block} {found} {reasons}");
            }
        }
        assert_eq!(page.count("#all-blocks [data-block]").await, BLOCKS.len());
    });
}

/// Clicks each change that is offered, one at a time, and looks whether its blocks then have room.
#[test]
fn every_change_that_is_said_to_fit_does_fit() {
    let asked = [
        ask(&format!("{HELD}&acc=h200&nodes=40")),
        ask("call=25-1&acc=h200&nodes=33&term=2m"),
        ask("acc=b200&nodes=300&place=leaves-3"),
        ask_published("acc=h200"),
        ask_published("acc=b200&call=25-1&nodes=17"),
    ];
    with_page("about:blank", Options::default(), async |page| {
        for changes in &asked {
            page.goto(changes).await;
            page.wait_text("#all-blocks", "모든 노드 블록").await;
            let buttons = page.count("#all-blocks .changes button").await;
            for button in 0..buttons {
                page.goto(changes).await;
                page.wait_text("#all-blocks", "모든 노드 블록").await;
                let clicked = page
                    .script(&format!(
                        "const button = {}[{button}];
                         const rows = button.closest('tbody').querySelectorAll('[data-block]');
                         const blocks = [...rows].map((row) => row.dataset.block);
                         button.click();
                         return [blocks, button.innerText];",
                        all("#all-blocks .changes button")
                    ))
                    .await;
                let blocks = clicked[0].as_array().expect("ids");
                assert!(!blocks.is_empty(), "{clicked}");
                for block in blocks {
                    page.wait_until(&format!(
                        "document.querySelector('[data-block={block}]').dataset.verdict === 'now'"
                    ))
                    .await;
                }
                assert_eq!(page.focus().await, "verdict", "{clicked}: the answer is read out");
            }
        }
    });
}

/// The same of the nearest requests: each fits at once, with all its changes together.
#[test]
fn every_request_that_is_near_does_fit() {
    let asked = [
        ask(&format!("{HELD}&acc=h200&nodes=40&place=one-leaf")),
        ask("call=25-1&acc=h200&nodes=33&term=2m"),
        ask_published("acc=h200&from=2026-11-29"),
        ask_published("acc=b200&nodes=300"),
    ];
    with_page("about:blank", Options::default(), async |page| {
        for changes in &asked {
            page.goto(changes).await;
            page.wait_text("#nearest", "들어가는 신청").await;
            let buttons = page.count("#nearest button").await;
            assert!((1..=12).contains(&buttons), "{changes}: {buttons}");
            for button in 0..buttons {
                page.goto(changes).await;
                page.wait_text("#nearest", "들어가는 신청").await;
                page.script(&format!("{}[{button}].click();", all("#nearest button"))).await;
                wait_verdict(page, "now").await;
                page.wait_gone("#nearest").await;
                assert_eq!(page.focus().await, "verdict", "the answer is read out");
            }
        }
    });
}

#[test]
fn an_offer_says_why_it_is_the_best_and_what_it_leaves_to_others() {
    with_page(&ask("acc=h200"), Options::default(), async |page| {
        wait_verdict(page, "now").await;
        // Both blocks of this accelerator have room; the one that loses less comes first.
        page.wait_text("#offer", "다른 신청에 남는 자리").await;
        page.wait_text("#effect", "→").await;
        page.wait_text("#offer", "가장 적게 줄어듭니다").await;
    });
}

/// A field, what is typed there, what is said of it.
const WRONG: [(&str, &str, &str); 10] = [
    ("nodes", "", "비어 있습니다"),
    ("nodes", "네 대", "‘네 대’에서 수를 읽지 못했습니다"),
    ("nodes", "0", "1 이상으로"),
    ("nodes", "1e9", "‘1e9’에서 수를 읽지 못했습니다"),
    ("nodes", "9999999999", "1,000,000 이하로"),
    ("nodes", "3.5", "소수점"),
    ("term", "3~6개월", "수가 둘 있습니다"),
    ("term", "99999", "이하로"),
    ("from", "", "비어 있습니다"),
    ("from", "2026-01-05", "이미 지난 날짜입니다. 오늘(2026년 11월 24일)이나"),
];

/// The sentence that is read out is a text of the page too, and comes once typing has paused.
pub async fn wait_said(page: &Page) {
    page.wait_until(
        "document.querySelector('#said')?.textContent
             .includes(document.querySelector('#verdict .sentence').textContent) ?? true",
    )
    .await;
}

#[test]
fn wrong_input_is_told_at_the_field_and_at_the_top_and_nothing_is_lost() {
    with_page(&ask("call=25-1"), Options::default(), async |page| {
        wait_verdict(page, "now").await;
        for (field, typed, message) in WRONG {
            let id = format!("#{field}");
            let right = page.value(&id).await;
            wait_said(page).await;
            let answer = page.text("#answer").await;
            match field {
                "from" => page.set(&id, typed).await,
                _ => page.type_into(&id, typed).await,
            }
            page.wait_text(&format!("#{field}-about .wrong"), message).await;
            wait_verdict(page, "invalid").await;
            page.wait_text("#verdict li", message).await;
            assert_eq!(page.attribute(&id, "aria-invalid").await.as_deref(), Some("true"));

            page.click("#verdict li a").await;
            assert_eq!(page.focus().await, field, "the list at the top leads to the field");
            page.reload().await;
            page.wait_text("#verdict li", message).await;
            assert_eq!(page.value(&id).await, typed, "what was typed is kept");

            match field {
                "from" => page.set(&id, &right).await,
                _ => page.type_into(&id, &right).await,
            }
            wait_verdict(page, "now").await;
            wait_said(page).await;
            assert_eq!(page.text("#answer").await, answer, "{typed}");
            assert_eq!(page.count(".wrong").await, 0, "{typed}");
        }
    });
}

#[test]
fn reversed_dates_fewer_at_most_and_no_accelerator_are_told_too() {
    let wrong = "from=2027-02-01&until=2027-01-01&nodes=8&max=4&acc=";
    with_page(&ask(wrong), Options::default(), async |page| {
        wait_verdict(page, "invalid").await;
        let messages = [
            ("#accelerators-about", "가속기를 하나 이상"),
            ("#nodes-max-about", "8 이상으로 적거나"),
            ("#until-about", "끝이 시작보다 늦지 않습니다"),
        ];
        for (place, message) in messages {
            page.wait_text(place, message).await;
            page.wait_text("#verdict li", message).await;
        }
        assert_eq!(page.count("#verdict li").await, messages.len());
    });
}

#[test]
fn typing_answers_at_once_and_the_address_follows() {
    with_page(&ask(""), Options::default(), async |page| {
        wait_verdict(page, "now").await;
        page.type_into("#nodes", "511").await;
        wait_verdict(page, "no").await;
        page.type_into("#nodes", "8").await;
        page.set("#unit", "d").await;
        page.wait_text("#verdict", "3일 동안").await;
        page.click("#accelerator-h200").await;
        page.wait_text("#all-blocks [data-block=naver-h200-a]", "고르지 않은 가속기").await;
        page.set("#placement", "segments").await;
        page.type_into("#placement-number", "4").await;
        page.wait_until("location.search.includes('segments-4')").await;
        let url = page.url().await;
        for part in ["acc=b200&", "nodes=8", "term=3d"] {
            assert!(url.contains(part), "{part} in {url}");
        }
        page.click("#reset").await;
        page.wait_until("document.querySelector('#nodes').value === '4'").await;
    });
}

/// By applicant: what is to be paid for 4 nodes of H200 for 3 months under call 25-1.
#[test]
fn the_fee_depends_on_who_applies() {
    let fees = [
        ("industry", "3,840만 원"),
        ("youth_company", "1,920만 원"),
        ("academia", "무료"),
        ("research", "무료"),
    ];
    with_page(&ask("call=25-1&acc=h200"), Options::default(), async |page| {
        for (class, fee) in fees {
            page.set("#class", class).await;
            page.wait_text("#offer .offer-facts", fee).await;
        }
    });
}

#[test]
fn what_is_not_known_of_a_fee_is_said() {
    expect_answers(
        "now",
        &[
            ("", &["3,840만 원 (2026년 수시 모집)"]),
            (
                "call=25-1",
                &[
                    "부가가치세 포함 여부는 알 수 없습니다",
                    "2026년 1월 28일 15시에 끝나 지금은 신청할 수 없습니다",
                ],
            ),
            // 100 days are three months and a part of the fourth.
            (
                "call=25-1&acc=h200&term=100d",
                &["3,840만~5,120만 원", "한 달을 채우지 않은 이용의 계산 방법은 알 수 없습니다"],
            ),
            // The call says nothing of its term.
            ("call=beta&acc=b200", &["무료", "이용 기간은 공고 요약에 없습니다"]),
        ],
    );
}

#[test]
fn the_best_offer_is_drawn_on_the_map_of_its_block() {
    with_page(&ask("acc=h200&nodes=40"), Options::default(), async |page| {
        page.wait_text("#offer .legend", "이 신청 40").await;
        page.wait_text("#offer .legend", "점유 자료 없음 215").await;
        let drawn =
            "document.querySelector('#offer .map-drawing path.node-offered').getAttribute('d')";
        assert_eq!(page.evaluate(&format!("{drawn}.match(/h16v16h-16z/g).length")).await, 40);
        // One whole leaf, then the rest.
        page.wait_text("#offer .offer-facts", "노드 32대").await;
        page.wait_text("#offer .offer-facts", "노드 8대").await;
    });
}

#[test]
fn gpus_in_the_field_of_nodes_become_nodes_at_a_click() {
    with_page(&ask("acc=h200"), Options::default(), async |page| {
        wait_verdict(page, "now").await;
        page.wait_text("#other-count", "GPU 32장에 해당합니다(노드당 GPU 8장)").await;
        for typed in ["40 GPU", "GPU 40장", "40 GPUs"] {
            page.type_into("#nodes", typed).await;
            page.wait_text("#nodes-about .wrong", "GPU 40장은 노드 5대입니다.").await;
            page.click("#verdict li .changes button").await;
            wait_verdict(page, "now").await;
            assert_eq!(page.value("#nodes").await, "5");
            page.wait_text("#verdict .sentence", "노드 5대(GPU 40장)").await;
        }
        page.type_into("#nodes", "42 GPU").await;
        wait_verdict(page, "invalid").await;
        page.wait_text("#request .changes", "노드 5대(GPU 40장)로 신청").await;
        page.wait_text("#request .changes", "노드 6대(GPU 48장)로 신청").await;
        page.click("#request .changes button:last-child").await;
        page.wait_until("document.querySelector('#nodes').value === '6'").await;

        // The unit is a choice, kept in the link.
        page.set("#count", "gpus").await;
        page.wait_until("document.querySelector('#nodes').value === '48'").await;
        page.wait_text("#other-count", "노드 6대에 해당합니다").await;
        page.type_into("#nodes", "80").await;
        page.wait_url("nodes=80&count=gpus").await;
        page.wait_text("#verdict .sentence", "노드 10대(GPU 80장)").await;
        page.press(Key::Up).await;
        page.wait_until("document.querySelector('#nodes').value === '88'").await;
        page.wait_url("nodes=88").await;
        page.reload().await;
        page.wait_text("#verdict .sentence", "노드 11대(GPU 88장)").await;
        assert_eq!(page.value("#count").await, "gpus");
    });
}

#[test]
fn a_start_that_has_passed_is_no_yes_and_the_next_one_is_a_click_away() {
    let passed = ask("from=2026-01-05&call=25-1&until=2026-09-01");
    with_page(&passed, Options::default(), async |page| {
        wait_verdict(page, "invalid").await;
        page.wait_text("#from-about .wrong", "이미 지난 날짜입니다").await;
        page.wait_text("#until-about .wrong", "이미 지난 기한입니다").await;
        assert_eq!(page.attribute("#from", "min").await.as_deref(), Some("2026-11-24"));
        page.wait_text("#verdict li .changes", "2026년 11월 25일에 시작").await;
        page.click("#verdict li .changes button").await;
        page.wait_until("document.querySelector('#from').value === '2026-11-25'").await;
        page.click("#verdict li .changes button").await;
        wait_verdict(page, "now").await;
        assert_eq!(page.value("#until").await, "");
        assert_eq!(page.focus().await, "verdict");
    });
}

#[test]
fn what_people_write_in_number_and_date_fields_is_understood() {
    with_page(&ask("acc=h200&from=2027.3.1"), Options::default(), async |page| {
        wait_verdict(page, "now").await;
        assert_eq!(page.value("#from").await, "2027-03-01");
        page.type_into("#term", "1년").await;
        page.wait_text("#verdict .sentence", "12개월 동안").await;
        page.type_into("#term", "2주").await;
        page.wait_text("#verdict .sentence", "14일 동안").await;
        assert_eq!(page.value("#unit").await, "d");
        page.type_into("#nodes", "5~8").await;
        page.wait_text("#verdict .sentence", "노드 8대(GPU 64장)").await;
        page.type_into("#nodes", "40.0").await;
        page.wait_text("#verdict .sentence", "노드 40대(GPU 320장)").await;
        // A day that its month does not have is shown as it was written, with the reason.
        page.goto(&ask("from=2027-02-30")).await;
        page.wait_text("#from-about .wrong", "2027년 2월은 28일까지 있습니다").await;
        assert_eq!(page.value("#from").await, "2027-02-30");
        page.type_into("#from", "2027.3.15").await;
        page.wait_text("#verdict .sentence", "2027년 3월 15일부터").await;
        page.press(Key::Tab).await;
        page.wait_until("document.querySelector('#from').value === '2027-03-15'").await;
        assert_eq!(page.attribute("#from", "type").await.as_deref(), Some("date"));
    });
}
