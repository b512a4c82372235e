//! What axe-core finds of WCAG 2.0, 2.1 and 2.2, levels A and AA, and of good practice: nothing.
use super::{
    data::use_cluster,
    fit::{HELD, ask, ask_published, wait_verdict},
    harness::{Options, Page, Reply, all, set_up_file, with_page},
    round::{LIST, paste, small, wait_decided},
    submit::{submit, taking},
};
use serde_json::{Value, json};
use std::fs;

const TAGS: [&str; 7] =
    ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"];

/// One line for each element that breaks a rule: the rule, the element, and what is wrong.
async fn violations(page: &Page) -> Vec<String> {
    let options = json!({ "runOnly": TAGS, "resultTypes": ["violations"] });
    let found = page
        .script(&format!(
            "const found = await axe.run(document, {options});
             return [found.violations, found.passes.length]"
        ))
        .await;
    assert!(found[1].as_u64() > Some(10), "it looks at something: {found}");
    let rules = found[0].as_array().expect("a list");
    let broken = |rule: &Value| {
        let name = rule["id"].as_str().expect("a name").to_owned();
        let elements = rule["nodes"].as_array().expect("a list").clone();
        elements.into_iter().map(move |element| {
            let summary = element["failureSummary"].as_str().expect("a text");
            format!("{name} at {}: {}", element["target"], summary.replace('\n', " "))
        })
    };
    rules.iter().flat_map(broken).collect()
}

/// Holds a state of the page to it in both languages, light and dark. Of states that need a hand
/// to come about, `arrive` is that hand; it runs after each load.
fn expect_none(options: Options, views: &[&str], arrive: impl AsyncFn(&Page)) {
    let axe = set_up_file("npm/axe-core/node_modules/axe-core/axe.min.js");
    let axe = fs::read_to_string(axe).expect("it can be read");
    with_page("about:blank", options, async |page| {
        let mut all = Vec::new();
        for view in views {
            for lang in ["ko", "en"] {
                page.goto(&view.replacen('?', &format!("?lang={lang}&"), 1)).await;
                arrive(page).await;
                // From here, not from the page: its policy is left as it is.
                page.script(&axe).await;
                for scheme in ["light", "dark"] {
                    page.set_media("screen", scheme).await;
                    for line in violations(page).await {
                        all.push(format!("{view} {lang} {scheme}: {line}"));
                    }
                }
            }
        }
        assert!(all.is_empty(), "{} violations:\n{}", all.len(), all.join("\n"));
    });
}

async fn settle(page: &Page) {
    page.wait_gone("#shell").await;
    page.wait_gone("main > [role=status]").await;
}

#[test]
fn the_capacity_view() {
    let views =
        ["/?view=capacity", "/?layer=size&at=2027-03-15", "/?at=2027-03-15&scenario=busy-year"];
    expect_none(Options::default(), &views, settle);
}

#[test]
fn the_offer_of_a_newer_version() {
    expect_none(Options::default(), &["/?view=capacity"], async |page| {
        settle(page).await;
        // As a worker of another version says it; the page listens once it is idle.
        page.wait_until(
            "(navigator.serviceWorker.dispatchEvent(new MessageEvent('message', { data: 'newer' })),
              document.querySelector('#update [role=status]')?.innerText > '')",
        )
        .await;
    });
}

#[test]
fn the_fit_view_with_each_kind_of_answer() {
    let views = [
        ("now", ask("call=25-1&acc=h200&nodes=16")),
        ("later", ask(&format!("{HELD}&acc=h200&nodes=40"))),
        ("no", ask("nodes=511")),
        ("rule", ask("call=25-1&acc=h200&nodes=33&term=2m")),
        ("later", ask_published("acc=h200")),
        ("held", ask_published("acc=b200&nodes=300")),
        ("rule", ask_published("call=rolling-2026&nodes=1")),
        ("announced", ask_published("acc=b300")),
        ("invalid", ask("nodes=many&term=&until=2026-01-01&hold=:9-3::")),
    ];
    for (verdict, view) in views {
        expect_none(Options::default(), &[&view], async |page| wait_verdict(page, verdict).await);
    }
}

#[test]
fn the_size_view_with_each_kind_of_answer() {
    let views = [
        "/?view=size&call=25-1",
        "/?view=size&task=serve&users=1e9&call=beta",
        "/?view=size&model=shape&kv-heads=7&tokens=many&rank=0&tp=2",
    ];
    expect_none(Options::default(), &views, async |page| {
        page.wait_text("#verdict p", ".").await;
        // All that is closed is looked at too.
        page.script(&format!("{}.forEach((fold) => {{ fold.open = true }})", all("main details")))
            .await;
        page.evaluate("new Promise((next) => requestAnimationFrame(() => next(true)))").await;
    });
}

/// A short round with one of its applications chosen, and all that is closed opened. (Of all that
/// the example has, its table is too much for a look at each element.)
async fn decide_a_list(page: &Page) {
    paste(page, LIST).await;
    wait_decided(page).await;
    page.click(".round-row:nth-of-type(2)").await;
    page.click("#keep-plan").await;
    page.click("#keys").await;
    page.script(&format!("{}.forEach((fold) => {{ fold.open = true }})", all("main details")))
        .await;
    page.evaluate("new Promise((next) => requestAnimationFrame(() => next(true)))").await;
}

#[test]
fn the_round_view() {
    expect_none(Options::default(), &["/?view=round"], async |page| {
        page.element("#pasted").await;
    });
    expect_none(small(), &["/?view=round"], decide_a_list);
    let phone = Options { width: 390, ..small() };
    expect_none(phone, &["/?view=round"], decide_a_list);
}

#[test]
fn the_view_of_a_readers_own_file_before_and_in_use() {
    let phone = || Options { width: 390, ..Options::default() };
    for options in [Options::default(), phone()] {
        expect_none(options, &["/?view=data"], async |page| {
            page.element("#data-file").await;
        });
    }
    expect_none(phone(), &["/?view=data"], use_cluster);
}

#[test]
fn drafts_and_the_comparison() {
    let view = ask("nodes=9&pin=nodes%3D511%26scenario%3Dbusy-year&pin=nodes%3Dmany");
    expect_none(Options::default(), &[&view], async |page| {
        wait_verdict(page, "now").await;
        page.element("#compare").await;
        // The same link once more is still the draft that it became, which is gone then.
        page.script("document.querySelector('#save-draft, #keep-mine').click()").await;
        page.wait_text("#drafts-open", "1").await;
        page.click("#drafts-open").await;
        page.click("#drafts li:first-of-type [id$=rename]").await;
        page.element("#draft-name").await;
        // What is told in a box, with what can be done about it.
        page.script("localStorage.removeItem('jari.drafts'); dispatchEvent(new Event('storage'))")
            .await;
        page.element("#keep-mine").await;
    });
}

#[test]
fn an_application_that_arrived_was_refused_or_is_open() {
    let replies = [
        Reply::TakeWith(201, "https://apply.example.org/a/1"),
        Reply::Say(422, "text/plain", "The call has ended.".into()),
        Reply::TakeAndSay(503, "text/plain", "later"),
    ];
    for reply in replies {
        expect_none(taking(), &[&ask("call=25-1&acc=h200&nodes=8")], async |page| {
            wait_verdict(page, "now").await;
            page.script(
                "localStorage.removeItem('jari.submission'); dispatchEvent(new Event('storage'))",
            )
            .await;
            submit(page, reply.clone()).await;
            page.element(
                "#submit-told:is([data-stage=sent], [data-stage=refused], [data-stage=unknown])",
            )
            .await;
        });
    }
}

#[test]
fn both_views_on_a_phone() {
    let options = Options { width: 390, ..Options::default() };
    expect_none(options, &["/?view=capacity", &ask("call=25-1&acc=h200&nodes=33")], settle);
}

#[test]
fn a_file_with_problems_and_one_that_is_none() {
    let bad = r#"{ "schema": 1, "as_of": "2027-01-04", "availability": "complete",
        "accelerators": [{ "id": "h200", "name": "H200" }],
        "blocks": [{ "id": "a", "accelerator": "h200", "nodes": 8 }],
        "holds": [{ "block": "nowhere", "nodes": 4, "from": "2027-01-04" }] }"#;
    let options = Options { capacity: Some(bad), ..Options::default() };
    expect_none(options, &["/?view=capacity"], async |page| {
        page.click("#file-problems summary").await;
    });
    let options = Options { capacity: Some("{"), ..Options::default() };
    expect_none(options, &["/?view=fit"], async |page| {
        page.element("[role=alert] h1").await;
    });
}

#[test]
fn the_shell_with_the_panel_of_a_failed_start() {
    let options =
        Options { withhold: Some(".wasm"), expected: &[".wasm", "boot-"], ..Options::default() };
    expect_none(options, &["/?"], async |page| {
        page.click("#boot-failure summary").await;
    });
}
