//! A new version takes the place of the old one: never a mix of both, and never against the reader.
use super::{
    harness::{Options, Page},
    offline::{STORES, visit_again, wait_frame, with_site},
};
use serde_json::{Value, json};

const VERSION: &str = "document.querySelector('meta[name=\"jari-version\"]').content";

async fn stores(page: &Page) -> Vec<String> {
    serde_json::from_value(page.evaluate(STORES).await).expect("names")
}

/// Waits until the worker of the page that is shown is the only one, and keeps the only store.
async fn wait_alone(page: &Page) {
    page.wait_until(&format!(
        "await (async () => {{
             const stores = {STORES};
             const here = await navigator.serviceWorker.getRegistration();
             return stores.length === 1 && stores[0].endsWith({VERSION}) && !here.waiting && !here.installing;
         }})()"
    ))
    .await;
}

/// Has the browser look for a new worker, as it does by itself at each visit and once a day.
async fn look_for_an_update(page: &Page) {
    page.script("await (await navigator.serviceWorker.getRegistration()).update()").await;
}

async fn version(page: &Page) -> Value {
    page.evaluate(VERSION).await
}

#[test]
fn an_old_tab_goes_on_across_a_deployment_until_its_reader_reloads() {
    with_site("?view=capacity", Options::default(), async |page| {
        let old = version(page).await;
        page.site.deploy();
        look_for_an_update(page).await;
        page.wait_text("#update [role=status]", "새 버전이 있습니다").await;
        page.screenshot("update-1280").await;

        // Its pieces are not on the server any more.
        page.click(".tabs a[href*=fit]").await;
        page.type_into("#nodes", "24").await;
        page.wait_text("#verdict", "24대").await;
        assert_eq!(version(page).await, old);
        assert_eq!(stores(page).await.len(), 2);

        page.click("#update button").await;
        page.wait_until(&format!("{VERSION} !== {old}")).await;
        page.wait_text("#verdict", "24대").await;
        assert_eq!(page.value("#nodes").await, "24");
        wait_alone(page).await;
        assert_eq!(page.count("#update").await, 0);
    });
}

#[test]
fn the_offer_is_in_the_language_of_the_page_and_can_wait() {
    let options = Options { width: 390, ..Options::default() };
    with_site("?lang=en", options, async |page| {
        let old = version(page).await;
        page.site.deploy();
        look_for_an_update(page).await;
        page.wait_text("#update[lang=en]", "A new version is ready.").await;
        page.screenshot("update-390").await;
        page.click("#update button:last-child").await;
        page.wait_gone("#update").await;
        page.click(".tabs a[href*=fit]").await;
        page.wait_text("#verdict", "4").await;
        assert_eq!(version(page).await, old);
    });
}

#[test]
fn a_page_opened_after_a_deployment_is_whole_and_the_new_one() {
    with_site("", Options::default(), async |page| {
        let old = version(page).await;
        page.site.deploy();
        visit_again(page).await;
        wait_frame(page).await;
        assert_ne!(version(page).await, old);
        page.click(".tabs a[href*=fit]").await;
        page.wait_text("#verdict", "4대").await;
        wait_alone(page).await;
        assert_eq!(page.count("#update").await, 0, "nothing newer than this");

        page.site.roll_back();
        visit_again(page).await;
        wait_frame(page).await;
        assert_eq!(version(page).await, old);
        wait_alone(page).await;
    });
}

#[test]
fn each_of_two_tabs_keeps_its_version_until_it_is_reloaded() {
    with_site("", Options::default(), async |page| {
        let old = version(page).await;
        page.script("window.other = window.open('?view=capacity')").await;
        page.wait_until("other.document.querySelector('#app header .tabs a') !== null").await;
        page.wait_until("other.navigator.serviceWorker.controller !== null").await;
        // The second one hears of the worker as soon as it is idle.
        page.wait_until("other.document.readyState === 'complete'").await;
        page.site.deploy();
        look_for_an_update(page).await;
        page.element("#update").await;
        page.wait_until("other.document.querySelector('#update') !== null").await;

        page.script("other.document.querySelector('#update button').click()").await;
        let other = VERSION.replace("document", "other.document");
        page.wait_until(&format!("other.document.readyState === 'complete' && {other} !== {old}"))
            .await;
        page.wait_until("other.document.querySelector('#app header .tabs a') !== null").await;
        assert_eq!(version(page).await, old, "nobody asked this one");
        page.click(".tabs a[href*=fit]").await;
        page.wait_text("#verdict", "4대").await;

        page.script("other.close()").await;
        page.click("#update button").await;
        page.wait_until(&format!("{VERSION} !== {old}")).await;
        page.wait_text("#verdict", "4대").await;
        wait_alone(page).await;
    });
}

#[test]
fn a_version_that_is_not_whole_on_the_server_is_not_taken() {
    let options =
        Options { expected: &["sw.js", "split_fit", "ServiceWorker"], ..Options::default() };
    with_site("", options, async |page| {
        let before = stores(page).await;
        page.site.deploy();
        page.site.change(|files| {
            let piece = files.paths().find(|path| path.contains("split_fit")).expect("a piece");
            files.put(piece.to_owned(), "<!DOCTYPE html><title>Not found</title>");
        });
        page.script(
            "const here = await navigator.serviceWorker.getRegistration();
             await here.update().catch(() => {});",
        )
        .await;
        page.wait_until(
            "await (async () => {
                 const here = await navigator.serviceWorker.getRegistration();
                 return !here.installing && !here.waiting;
             })()",
        )
        .await;
        assert_eq!(stores(page).await, before);
        assert_eq!(page.count("#update").await, 0);
        page.click(".tabs a[href*=fit]").await;
        page.wait_text("#verdict", "4대").await;
    });
}

#[test]
fn a_tab_that_is_seen_again_after_an_hour_looks_for_a_new_version() {
    let seen_after = |milliseconds: u32| {
        format!(
            "window.later = {milliseconds};
             document.dispatchEvent(new Event('visibilitychange'));"
        )
    };
    with_site("", Options::default(), async |page| {
        wait_alone(page).await;
        page.script(
            "const now = performance.now.bind(performance);
             performance.now = () => now() + window.later;
             const update = ServiceWorkerRegistration.prototype.update;
             ServiceWorkerRegistration.prototype.update = function () {
                 window.looked = (window.looked ?? 0) + 1;
                 return update.call(this);
             };",
        )
        .await;
        page.site.deploy();
        page.script(&seen_after(3_000_000)).await;
        assert_eq!(page.evaluate("window.looked ?? 0").await, json!(0));
        page.script(&seen_after(4_000_000)).await;
        page.wait_text("#update", "새 버전이 있습니다").await;
        page.script(&seen_after(5_000_000)).await;
        assert_eq!(page.evaluate("window.looked").await, json!(1));
    });
}
