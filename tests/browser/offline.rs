//! The page without its server, across deployments, and where no worker may run.
use super::harness::{Fault, Options, Page, with_page};
use serde_json::{Value, json};

/// A test that brings a capacity file has a site of its own, which it may change.
const OWN_SITE: Option<&str> = Some(include_str!("../../public/capacity.json"));

/// What browsers themselves say of a request that failed.
const FAILED: &[&str] = &["capacity.json", "config.json", "favicon", "net::ERR_"];

const VERSION: &str = "document.querySelector('meta[name=\"jari-version\"]').content";

/// Runs a test on a site of its own, after a first visit that left everything in its place.
fn with_site(query: &str, options: Options, test: impl AsyncFnOnce(&Page)) {
    let options = Options { capacity: OWN_SITE, ..options };
    with_page(&format!("/{query}"), options, async |page| {
        wait_frame(page).await;
        page.wait_until("navigator.serviceWorker.controller?.state === 'activated'").await;
        test(page).await;
    });
}

/// The stores of the worker, by their names.
const STORES: &str = "(await caches.keys()).filter((name) => name.startsWith(`jari ${location.href.split('?')[0]} `))";

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

/// Loads the page again, as a reader does. The driver of Firefox would do so past every worker.
async fn visit_again(page: &Page) {
    page.goto(&page.url().await).await;
}

/// The frame of the page is there, and no failure is told.
async fn wait_frame(page: &Page) {
    page.wait_gone("#shell").await;
    page.element("#app header .tabs a").await;
    assert_eq!(page.count("#boot-failure").await, 0);
}

#[test]
fn what_was_visited_once_opens_without_its_server() {
    let options = Options { expected: FAILED, ..Options::default() };
    with_site("", options, async |page| {
        page.site.stop();
        visit_again(page).await;
        wait_frame(page).await;
        for query in ["?view=fit&nodes=24", "index.html?view=fit", "?lang=en", ""] {
            page.goto("about:blank").await;
            page.goto(&format!("/{query}")).await;
            wait_frame(page).await;
            page.element("#feed[data-feed=offline]").await;
        }
        page.element("#blocks").await;
        page.script("window.other = window.open('?view=fit')").await;
        page.wait_until("other.document.querySelector('#app header .tabs a') !== null").await;
    });
}

#[test]
fn a_view_that_was_never_opened_opens_after_the_server_went() {
    let options = Options { expected: FAILED, ..Options::default() };
    with_site("", options, async |page| {
        page.site.stop();
        page.click(".tabs a[href*=fit]").await;
        page.wait_text("#verdict", "4대").await;
    });
}

#[test]
fn only_what_the_page_is_made_of_is_kept() {
    with_site("", Options::default(), async |page| {
        let kept = page
            .script(&format!(
                "const kept = await (await caches.open(({STORES})[0])).keys();
                 return kept.map((request) => request.url.replace(location.href, '/'))"
            ))
            .await;
        let kept: Vec<String> = serde_json::from_value(kept).expect("addresses");
        for part in ["/", "/boot", "_bg", "split_fit", ".css", "/favicon.svg", "/manifest"] {
            assert!(kept.iter().any(|path| path.contains(part)), "{part}: {kept:?}");
        }
        for part in ["capacity", "config", "schema", "_headers", "sw.js", ".br", ".gz", "robots"] {
            assert!(!kept.iter().any(|path| path.contains(part)), "{part}: {kept:?}");
        }
    });
}

#[test]
fn newer_figures_of_the_same_version_are_kept() {
    let options = Options { expected: FAILED, ..Options::default() };
    with_site("", options, async |page| {
        page.site.change(|files| {
            let index = files.get_mut("index.html").expect("a page");
            let newer = str::from_utf8(index).expect("text").replace("13,136", "14,136");
            *index = newer.into_bytes();
        });
        visit_again(page).await;
        wait_frame(page).await;
        page.wait_until(&format!(
            "await (await caches.match('./', {{ cacheName: ({STORES})[0] }})).text()
                 .then((text) => text.includes('14,136'))"
        ))
        .await;
        assert_eq!(page.count("#update").await, 0);
    });
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

        // Back to the first one is one more deployment.
        page.site.deploy();
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
            let piece =
                files.keys().find(|path| path.contains("split_fit")).expect("a piece").clone();
            files.insert(piece, b"<!DOCTYPE html><title>Not found</title>".to_vec());
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
fn a_corrupt_store_is_repaired_from_the_server() {
    with_site("", Options::default(), async |page| {
        page.script(&format!(
            "const store = await caches.open(({STORES})[0]);
             for (const {{ url }} of await store.keys()) {{
                 const headers = {{ 'content-type': (await store.match(url)).headers.get('content-type') }};
                 await store.put(url, new Response('junk', {{ headers }}));
             }}"
        ))
        .await;
        visit_again(page).await;
        wait_frame(page).await;
        page.click(".tabs a[href*=fit]").await;
        page.wait_text("#verdict", "4대").await;
        // What was asked for is as it was.
        page.wait_until(&format!(
            "await (async () => {{
                 const store = await caches.open(({STORES})[0]);
                 const sizes = [];
                 for (const path of ['./', 'boot', '_bg', 'split_fit', '.css']) {{
                     const found = (await store.keys()).find(({{ url }}) => path === './'
                         ? url === location.href.split('?')[0] : url.includes(path));
                     sizes.push((await (await store.match(found)).text()).length);
                 }}
                 return sizes.every((size) => size > 1000);
             }})()"
        ))
        .await;
    });
}

#[test]
fn a_store_that_was_emptied_is_done_without() {
    with_site("", Options::default(), async |page| {
        page.script("for (const name of await caches.keys()) await caches.delete(name)").await;
        visit_again(page).await;
        wait_frame(page).await;
        page.click(".tabs a[href*=fit]").await;
        page.wait_text("#verdict", "4대").await;
    });
}

#[test]
fn a_server_that_is_silent_is_waited_for_three_seconds() {
    with_site("", Options::default(), async |page| {
        page.site.faults.set("/", Some(Fault::Hang));
        visit_again(page).await;
        wait_frame(page).await;
        let waited = "performance.getEntriesByType('navigation')[0].responseStart";
        let waited = page.evaluate(waited).await.as_f64().expect("milliseconds");
        assert!((2900.0..8000.0).contains(&waited), "{waited}");
        page.element("#blocks").await;
    });
}

#[test]
fn what_is_not_the_page_is_not_shown_in_its_place() {
    with_site("", Options::default(), async |page| {
        for fault in [
            Fault::Status(500),
            Fault::Status(503),
            Fault::Redirect("/login"),
            Fault::OfKind("application/json", "{}"),
        ] {
            page.site.faults.set("/", Some(fault.clone()));
            visit_again(page).await;
            wait_frame(page).await;
            assert_eq!(page.url().await, "/", "{fault:?}");
            page.element("#blocks").await;
        }
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

/// The page as it is without a worker.
async fn works_as_before(page: &Page) {
    wait_frame(page).await;
    page.click(".tabs a[href*=fit]").await;
    page.wait_text("#verdict", "4대").await;
    assert_eq!(page.count("#update").await, 0);
}

#[test]
fn a_host_without_the_worker_is_none_the_worse() {
    let options =
        Options { withhold: Some("sw.js"), expected: &["sw.js", "404"], ..Options::default() };
    with_page("/", options, async |page| {
        works_as_before(page).await;
        assert_eq!(
            page.evaluate("await navigator.serviceWorker.getRegistrations()").await,
            json!([])
        );
    });
}

#[test]
fn a_browser_without_workers_or_that_forbids_them_is_none_the_worse() {
    for script in [
        "Object.defineProperty(Navigator.prototype, 'serviceWorker', { get: () => undefined })",
        "if (globalThis.ServiceWorkerContainer) {
             ServiceWorkerContainer.prototype.register = async () => {
                 throw new DOMException('forbidden', 'SecurityError');
             };
         }",
    ] {
        let options = Options { before: script, ..Options::default() };
        with_page("/", options, works_as_before);
    }
}
