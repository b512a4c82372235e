//! A capacity file and a server for applications on another site, as the settings name them.
use super::{
    fit::{ask, wait_verdict},
    harness::{Elsewhere, Fault, Options, with_page},
};
use serde_json::json;

fn capacity() -> String {
    json!({ "schema": 1, "as_of": "2026-11-24", "availability": "complete",
        "accelerators": [{ "id": "h200", "name": "H200" }],
        "blocks": [{ "id": "hall-a", "name": "Hall A", "accelerator": "h200", "nodes": 64 }] })
    .to_string()
}

fn settings(of: &Elsewhere) -> String {
    let Elsewhere { origin, .. } = of;
    json!({ "capacity_url": format!("{origin}/capacity.json"), "submit_url": format!("{origin}/apply") })
        .to_string()
}

#[test]
fn data_comes_from_and_goes_to_the_site_that_the_settings_name() {
    let elsewhere = Elsewhere::start(capacity());
    let options = Options { settings: Some(settings(&elsewhere)), ..Options::default() };
    with_page(&ask("acc=h200&nodes=8"), options, async |page| {
        wait_verdict(page, "now").await;
        page.wait_text("#answer", "Hall A").await;
        let host = elsewhere.origin.strip_prefix("http://").expect("an origin");
        page.wait_text("#submission", host).await;
        page.click("#submit").await;
        page.wait_text("#submit-told[data-stage=sent]", "A-1").await;
        assert_eq!(elsewhere.applications.stored(), elsewhere.applications.came());
        assert_eq!(elsewhere.applications.stored().len(), 1);
    });
}

#[test]
fn a_site_that_the_policy_does_not_know_is_not_reached() {
    let elsewhere = Elsewhere::start(capacity());
    // As of a host whose headers did not follow the settings.
    let faults = vec![("/config.json", Fault::Instead(settings(&elsewhere)))];
    let expected = &["capacity.json", "connect-src", "Content-Security-Policy"];
    let options = Options { faults, expected, ..Options::default() };
    with_page("/", options, async |page| {
        page.wait_text("[role=alert] h1", "현황 자료를 불러오지 못했습니다").await;
        assert_eq!(page.count("#blocks").await, 0);
    });
}
